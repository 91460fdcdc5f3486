import { eventId, hash, hoodieId, registrationId } from './examples.ts'

const none = { count: 0, amount: 0 }
const shares = {
  approved: { count: 141, amount: 10_434 },
  collected: { count: 133, amount: 9_842 },
  uncollected: { count: 8, amount: 592 },
  returned: none,
  written_off: none,
}

export const closing = {
  event_id: eventId,
  currency: 'EUR',
  is_closed: false,
  closed_at: null,
  closed_by_name: null,
  ends_at: '2027-05-21T15:00:00.000Z',
  is_over: true,
  total: shares,
  options: [
    {
      event_option_id: hoodieId,
      option_name: 'Merino Hoodie',
      option_type: 'INVENTORY',
      ...shares,
      suggestion: 'return',
    },
  ],
  undecided: { pending: 3, waitlisted: 0 },
  budget: 100_000,
  committed: 10_434,
  committed_after: 9_842,
  basis: hash,
}

export const closingRequest = { uncollected: 'return', dry_run: true }

const group = { asked: 175, approved: 141, collected: 133, committed: 10_434, spent: 9_842 }

export const report = {
  event_id: eventId,
  event_name: 'Annual Day 2027',
  currency: 'EUR',
  timezone: 'Europe/Amsterdam',
  made_at: '2027-05-22T08:00:00.000Z',
  is_closed: true,
  budget: 100_000,
  planned: 11_100,
  committed: 10_434,
  spent: 9_842,
  asked: 175,
  approved: 141,
  collected: 133,
  no_shows: 8,
  participants: 133,
  cost_per_participant: 74,
  options: [
    {
      name: 'Merino Hoodie',
      event_option_id: hoodieId,
      option_type: 'INVENTORY',
      total: 150,
      planned: 11_100,
      waiting: 0,
      ...group,
    },
  ],
  departments: [{ name: 'Research', ...group }],
  slots: [],
  hours: [{ hour: '2027-05-21T09:00', collected: 133 }],
  earlier: [],
  findings: [
    {
      kind: 'NO_SHOWS',
      subject: null,
      count: 8,
      of: 141,
      amount: 592,
      message: '8 of 141 approved were not collected.',
      rows: `/events/${eventId}/outcomes?became=uncollected`,
    },
  ],
}

export const outcome = {
  registration_id: registrationId,
  person_name: 'Ana Ferreira',
  department: 'Research',
  option_name: 'Merino Hoodie',
  slot: '11:30',
  amount: 74,
  became: 'collected',
  collected_at: '2027-05-21T09:31:00.000Z',
}
