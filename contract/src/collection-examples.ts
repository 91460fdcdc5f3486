import { eventId, hoodieId, priyaId, registrationId } from './examples.ts'

/** Examples of what desks hand out, and of the day as it goes, for the API document. */

const deskId = '019b2f80-0001-7c00-9a00-1b2c3d4e5f60'
const collectionId = '019b2f80-0004-7c00-9a00-1b2c3d4e5f63'

export const scan = {
  qr_token: 'R2Q2EF5TYANNRJZN55MDGYKUUWKE4FYT',
  desk_id: deskId,
  nonce: 'desk6-000412-9f3c1d6a',
  at: '2027-05-21T10:34:02.114Z',
}

export const scanAnswer = {
  outcome: 'COLLECTED',
  message: 'Merino Hoodie for Ana Ferreira.',
  registration: {
    id: registrationId,
    status: 'APPROVED',
    person_name: 'Ana Ferreira',
    event_option_id: hoodieId,
    option_name: 'Merino Hoodie',
    option_type: 'INVENTORY',
    slot: 'North Gate 12:30',
    slot_starts_at: '2027-05-21T10:30:00.000Z',
    slot_ends_at: '2027-05-21T11:00:00.000Z',
    notes: null,
  },
  collection: {
    id: collectionId,
    collected_at: '2027-05-21T10:34:02.201Z',
    collected_by_name: null,
    desk_name: 'Desk 6',
  },
  timing: 'on_time',
  may_override: false,
  left_on_table: 11,
  slot_progress: { total: 20, collected: 9 },
}

export const undo = { reason: 'Handed to the wrong person' }

export const collection = {
  id: collectionId,
  event_id: eventId,
  registration_id: registrationId,
  person_name: 'Ana Ferreira',
  event_option_id: hoodieId,
  option_name: 'Merino Hoodie',
  option_type: 'INVENTORY',
  slot: 'North Gate 12:30',
  slot_starts_at: '2027-05-21T10:30:00.000Z',
  desk_id: deskId,
  desk_name: 'Desk 6',
  device_id: null,
  device_name: null,
  collected_by: priyaId,
  collected_by_name: 'Priya Raman',
  collected_at: '2027-05-21T10:34:02.201Z',
  said_at: '2027-05-21T10:34:02.114Z',
  is_offline: false,
  is_slot_overridden: false,
  undone_at: null,
  undone_by_name: null,
  undone_reason: null,
}

export const inventoryOption = {
  event_option_id: hoodieId,
  option_name: 'Merino Hoodie',
  option_type: 'INVENTORY',
  total_available: 150,
  on_hand: 98,
  promised: 88,
  handed_out: 52,
  left: 10,
  desks: [{ desk_id: deskId, name: 'Desk 6', counted: 40, left_on_table: 11 }],
}

const slot = {
  slot: 'North Gate 12:30',
  location: 'North Gate',
  starts_at: '2027-05-21T10:30:00.000Z',
  ends_at: '2027-05-21T11:00:00.000Z',
  total: 20,
  collected: 9,
}

export const day = {
  now: '2027-05-21T10:34:10.000Z',
  timezone: 'Europe/Amsterdam',
  expected_now: [slot],
  next_slots: [
    { ...slot, slot: 'North Gate 13:00', starts_at: '2027-05-21T11:00:00.000Z', ends_at: null, collected: 0 },
  ],
  scans: [{ minute: '2027-05-21T10:34:00.000Z', desk_id: deskId, count: 7 }],
  desks: [
    {
      desk_id: deskId,
      name: 'Desk 6',
      location: 'North Gate',
      collected: 52,
      refused: [{ outcome: 'ALREADY_COLLECTED', count: 2 }],
      last_scan_at: '2027-05-21T10:34:02.201Z',
      devices: { online: 1, offline: 0 },
      lease: { expires_at: '2027-05-21T11:30:00.000Z', people_count: 16 },
    },
  ],
  slots: [{ ...slot, late_median_minutes: 4 }],
  collected_total: 412,
  approved_total: 990,
  no_shows: 31,
  walk_ups: 6,
  findings: [
    {
      finding: 'ALREADY_COLLECTED',
      outcome: 'ALREADY_COLLECTED',
      scanned_at: '2027-05-21T10:20:00.000Z',
      said_at: '2027-05-21T09:58:00.000Z',
      desk_id: deskId,
      desk_name: 'Desk 6',
      registration_id: registrationId,
      person_name: 'Ana Ferreira',
      option_name: 'Merino Hoodie',
      collection_id: collectionId,
    },
  ],
}
