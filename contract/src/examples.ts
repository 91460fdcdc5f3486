/** One example of each thing that crosses the wire, for the API document; a test holds each against its schema. */

export const eventId = '019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e'
export const hoodieId = '019b2f6e-9a01-7d44-8a10-2f6be3c4d501'
export const shirtId = '019b2f6e-9a02-7b31-9c22-7d0a91e8f602'
export const slotId = '019b2f6e-9b10-7e0f-b0f4-91c2d3e4f703'
export const registrationId = '019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04'
const anaId = '019b2f6d-0001-7c00-9a00-1b2c3d4e5f05'
export const priyaId = '019b2f6d-0002-7c00-9a00-1b2c3d4e5f06'
export const hash = '9f3c1d6a5b2e4f80917263544536271809fa8b7c6d5e4f30211203f4e5d6a81e'
const previousHash = '41d0a6b7c8d9e0f1122334455667788990aabbccddeeff00112233445566677c2'.slice(0, 64)

export const newEvent = {
  name: 'Annual Day 2027',
  event_type: 'ANNUAL_DAY',
  event_budget_amount: 100_000,
  event_date: '2027-05-21T09:00:00+02:00',
  ends_at: '2027-05-21T17:00:00+02:00',
  venue: 'Werkspoor Hall, Utrecht',
  registration_start_date: '2027-03-01T09:00:00+01:00',
  registration_end_date: '2027-04-30T18:00:00+02:00',
}

export const eventChange = { event_budget_amount: 110_000, registration_end_date: '2027-05-07T18:00:00+02:00' }

export const newOption = {
  option_name: 'Merino Hoodie',
  option_type: 'INVENTORY',
  total_available: 150,
  cost_per_unit: 74,
}
export const overlaps = {
  people_count: 2,
  options: [{ option_id: shirtId, option_name: 'Wetlands Walk', people_count: 2 }],
}
export const optionChange = { total_available: 160 }

export const option = {
  id: hoodieId,
  event_id: eventId,
  option_name: 'Merino Hoodie',
  option_type: 'INVENTORY',
  description: 'Sizes XS to 3XL',
  total_available: 150,
  committed_count: 141,
  available_slots: 9,
  available_to_register: 9,
  waiting_count: 0,
  cost_per_unit: 74,
  hold_stock: null,
  starts_at: null,
  ends_at: null,
  is_active: true,
  picture: {
    alt: 'A grey hoodie on a wooden hanger',
    width: 1600,
    height: 1200,
    url: `/events/${eventId}/options/${hoodieId}/picture?size=full&v=9f3c1d6a5b2e4f80`,
    thumb_url: `/events/${eventId}/options/${hoodieId}/picture?size=thumb&v=9f3c1d6a5b2e4f80`,
  },
}

export const event = {
  id: eventId,
  name: 'Annual Day 2027',
  description: null,
  event_type: 'ANNUAL_DAY',
  currency: 'EUR',
  timezone: 'Europe/Amsterdam',
  event_budget_amount: 100_000,
  budget_committed: 90_960,
  event_date: '2027-05-21T07:00:00.000Z',
  ends_at: '2027-05-21T15:00:00.000Z',
  venue: 'Werkspoor Hall, Utrecht',
  registration_start_date: '2027-03-01T08:00:00.000Z',
  registration_end_date: '2027-04-30T16:00:00.000Z',
  hold_policy: { stock: 'check', slot: 'check', budget: 'check' },
  registration_limit: 'one_per_type',
  pickup_slot_capacity: 20,
  waitlist_policy: { is_open: true, order: 'first_come', promotion: 'automatic', offer_hours: 24 },
  closed_at: null,
  lottery: null,
  slug: 'annual-day-2027',
  published: true,
  is_active: true,
  created_by: priyaId,
  created_at: '2027-02-15T10:12:00.000Z',
  updated_at: '2027-03-18T09:00:00.000Z',
  summary: {
    pending_count: 204,
    approved_count: 990,
    waitlisted_count: 12,
    pending_amount: 21_780.5,
    held_amount: 0,
    places_total: 1_150,
    places_committed: 990,
    slots_total: 1_200,
    slots_committed: 990,
  },
  options: [option],
}

export const variance = {
  event_id: eventId,
  event_name: 'Annual Day 2027',
  currency: 'EUR',
  total_budget: 100_000,
  budget_committed: 90_960,
  budget_available: 9_040,
  utilization_percentage: 90.96,
  registered_users_count: 859,
  approved_registrations_count: 990,
  pending_registrations_count: 204,
  rejected_registrations_count: 33,
  cancelled_registrations_count: 56,
  waitlisted_registrations_count: 12,
  pending_amount: 21_780.5,
  option_variance: [
    {
      option_id: hoodieId,
      option_name: 'Merino Hoodie',
      option_type: 'INVENTORY',
      total_available: 150,
      committed_count: 141,
      held_count: 0,
      available_slots: 9,
      available_to_register: 9,
      utilization_percentage: 94,
      amount_committed: 10_434,
    },
  ],
}

export const newSlot = {
  label: 'North Gate 11:30',
  location: 'North Gate',
  starts_at: '2027-05-21T11:30:00+02:00',
  ends_at: '2027-05-21T12:00:00+02:00',
  capacity: 20,
}
export const newSlots = { slots: [newSlot, { ...newSlot, label: 'North Gate 12:00' }] }
export const slotChange = { capacity: 24 }

export const slot = {
  id: slotId,
  event_id: eventId,
  label: 'North Gate 11:30',
  location: 'North Gate',
  location_id: null,
  starts_at: '2027-05-21T09:30:00.000Z',
  ends_at: '2027-05-21T10:00:00.000Z',
  capacity: 20,
  committed_count: 11,
  held_count: 0,
  available: 9,
  is_defined: true,
}

export const newRegistration = { event_option_id: hoodieId, preferred_pickup_slot: 'North Gate 11:30' }
export const registrationChange = { status: 'APPROVED', assigned_pickup_slot: 'North Gate 12:30' }

export const registration = {
  id: registrationId,
  event_id: eventId,
  event_name: 'Annual Day 2027',
  user_id: anaId,
  person: { name: 'Ana Ferreira', email: 'ana.ferreira@example.org', department: 'Field Programmes' },
  event_option_id: hoodieId,
  option_name: 'Merino Hoodie',
  option_type: 'INVENTORY',
  status: 'APPROVED',
  qr_token: 'R2Q2EF5TYANNRJZN55MDGYKUUWKE4FYT',
  preferred_pickup_slot: 'North Gate 11:30',
  assigned_pickup_slot: 'North Gate 12:30',
  pickup: {
    label: 'North Gate 12:30',
    location: 'North Gate',
    location_id: null,
    starts_at: '2027-05-21T10:30:00.000Z',
    ends_at: '2027-05-21T11:00:00.000Z',
  },
  amount_committed: 74,
  notes: null,
  created_at: '2027-04-16T13:04:00.000Z',
  approved_at: '2027-04-21T12:32:00.000Z',
  approved_by: priyaId,
  approved_by_name: 'Priya Raman',
  offer_expires_at: null,
  collected_at: null,
}

export const registrationFacets = {
  total: 204,
  statuses: [
    { status: 'WAITLISTED', count: 12 },
    { status: 'PENDING', count: 204 },
    { status: 'APPROVED', count: 990 },
    { status: 'REJECTED', count: 33 },
    { status: 'CANCELLED', count: 56 },
  ],
  options: [{ event_option_id: hoodieId, option_name: 'Merino Hoodie', option_type: 'INVENTORY', count: 34 }],
  departments: [{ department: 'Field Programmes', count: 61 }],
  slots: [{ slot: 'North Gate 11:30', location: 'North Gate', starts_at: '2027-05-21T09:30:00.000Z', count: 9 }],
  waiting: {
    today: 38,
    days_1_to_2: 71,
    days_3_to_5: 52,
    days_over_5: 43,
    oldest_at: '2027-04-09T07:10:00.000Z',
    oldest_days: 12,
  },
  at_least: [],
}

export const conflictQuestion = { event_option_id: hoodieId, preferred_pickup_slot: 'North Gate 12:00' }

const slotConflict = {
  conflict_type: 'SLOT_CONFLICT',
  message: 'North Gate 12:00 is full: it takes 20 people.',
  alternatives: ['North Gate 11:30 (9 available)'],
  alternative_options: [],
  alternative_slots: [{ slot_id: slotId, label: 'North Gate 11:30', available: 9 }],
}

export const conflictAnswer = {
  has_conflict: true,
  conflict_type: 'SLOT_CONFLICT',
  conflict_message: slotConflict.message,
  available_alternatives: slotConflict.alternatives,
  alternative_options: [],
  alternative_slots: slotConflict.alternative_slots,
  conflicts: [slotConflict],
}

const stockConflict = {
  conflict_type: 'INVENTORY_EXHAUSTED',
  message: 'Merino Hoodie has run out: none of 150 is left.',
  alternatives: ['Cotton T-Shirt (164 slots)'],
  alternative_options: [{ option_id: shirtId, option_name: 'Cotton T-Shirt', available: 164, cost_per_unit: 18.5 }],
  alternative_slots: [],
}

export const problem = {
  type: '/problems#inventory_exhausted',
  title: 'This option has run out',
  status: 409,
  detail: stockConflict.message,
  code: 'INVENTORY_EXHAUSTED',
  request_id: '019b2f70-2222-7333-8444-555566667777',
  ...stockConflict,
  conflicts: [stockConflict],
  waitlist: { is_open: true, waiting_count: 12 },
}

export const ledgerEntry = {
  entry_no: 1102,
  registration_id: registrationId,
  kind: 'COMMIT',
  amount: 74,
  balance: 90_960,
  actor_id: priyaId,
  actor_name: 'Priya Raman',
  person_name: 'Ana Ferreira',
  option_name: 'Merino Hoodie',
  created_at: '2027-04-21T12:32:00.000Z',
  previous_hash: previousHash,
  hash,
}

export const budgetHistory = {
  event_id: eventId,
  currency: 'EUR',
  timezone: 'Europe/Amsterdam',
  points: [
    { date: '2027-04-20', budget: 100_000, committed: 89_412, requested: 22_106.5 },
    { date: '2027-04-21', budget: 100_000, committed: 90_960, requested: 21_780.5 },
  ],
}

export const auditEntry = {
  entry_no: 2509,
  action: 'registration.approved',
  subject_id: registrationId,
  actor_id: priyaId,
  actor_name: 'Priya Raman',
  person_name: 'Ana Ferreira',
  option_name: 'Merino Hoodie',
  api_key_id: null,
  from_status: 'PENDING',
  to_status: 'APPROVED',
  detail: { user_id: anaId, event_option_id: hoodieId, amount_minor: 7400, slot_id: slotId },
  idempotency_key: '6f1f7f0e-approve-1',
  created_at: '2027-04-21T12:32:00.000Z',
  previous_hash: previousHash,
  hash,
}

export const ledgerVerification = {
  event_id: eventId,
  is_intact: true,
  ledger_entries: 1102,
  audit_entries: 2509,
  registrations: 1283,
  deviations: [],
  checked_at: '2027-04-21T12:32:10.000Z',
}

export const ledgerProof = {
  event_id: eventId,
  event_name: 'Annual Day 2027',
  currency: 'EUR',
  verification: ledgerVerification,
  entries: [
    {
      entry_no: 1,
      registration_id: registrationId,
      kind: 'COMMIT',
      amount_minor: 7400,
      balance_minor: 7400,
      actor_id: priyaId,
      created_at: '2027-04-21T12:32:00.000Z',
      previous_hash: '',
      hash,
    },
  ],
}

export const liveChange = {
  entry_no: 2510,
  action: 'registration.approved',
  subject_id: registrationId,
  registration_id: registrationId,
  from_status: 'PENDING',
  to_status: 'APPROVED',
  actor_name: 'Priya Raman',
  person_name: 'Ana Ferreira',
  option_name: 'Merino Hoodie',
  amount: 74,
  at: '2027-04-21T12:32:00.000Z',
}
export const liveCounters = {
  ...variance,
  collected_count: 412,
  slots: [
    { slot_id: slotId, label: 'North Gate 11:30', capacity: 20, committed_count: 11, held_count: 0, available: 9 },
  ],
}
export const liveAvailability = {
  event_id: eventId,
  options: [{ option_id: hoodieId, available_slots: 9, available_to_register: 9 }],
  slots: [{ slot_id: slotId, label: 'North Gate 11:30', available: 9 }],
}

export const newTenant = { name: 'Northwind Foundation', currency: 'EUR', timezone: 'Europe/Amsterdam' }
export const tenantChange = { timezone: 'Europe/Berlin' }
export const tenantSuspension = { is_active: false }

export const tenant = {
  id: '019b2f6c-0000-7c00-9a00-1b2c3d4e5f00',
  ...newTenant,
  is_active: true,
  created_at: '2027-02-15T10:00:00.000Z',
}

export const newUser = {
  email: 'priya.raman@example.org',
  name: 'Priya Raman',
  role: 'approver',
  department: 'Finance',
}
export const userChange = { role: 'organizer' }
export const user = { id: priyaId, ...newUser, is_active: true, created_at: '2027-02-15T10:01:00.000Z' }
export const signInLinkRequest = { email: 'priya@example.org' }
export const profile = { language: 'de', theme: 'auto', single_letter_keys: true }
export const profileChange = { theme: 'dark' }
export const me = { user, tenant, permissions: ['event.read', 'registration.read', 'registration.decide'], profile }

export const apiKeyRequest = { user_id: priyaId, name: 'Approvals from the finance system', rate_limit_per_minute: 600 }
export const apiKey = {
  id: '019b2f6d-7777-7c00-9a00-1b2c3d4e5f07',
  user_id: priyaId,
  user_name: 'Priya Raman',
  name: 'Approvals from the finance system',
  rate_limit_per_minute: 600,
  created_at: '2027-02-15T10:05:00.000Z',
  expires_at: null,
  revoked_at: null,
}
export const newApiKey = { ...apiKey, key: 'allot_AZsvbAAAfACaABssPU5fAA_shown-this-once-and-never-again-0123456789A' }
