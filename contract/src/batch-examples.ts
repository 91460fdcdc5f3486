import { eventId, hash, hoodieId, priyaId, registrationId, shirtId, slotId } from './examples.ts'

/** Examples of batches and jobs, for the API document. */

const refusedRow = {
  registration_id: '019b2f70-2c2d-7a5b-8e6f-3a4b5c6d7e05',
  outcome: 'REFUSED',
  status: 'PENDING',
  amount: 74,
  assigned_pickup_slot: null,
  code: 'INVENTORY_EXHAUSTED',
  message: 'Merino Hoodie has run out: none of 150 is left.',
  conflicts: [
    {
      conflict_type: 'INVENTORY_EXHAUSTED',
      message: 'Merino Hoodie has run out: none of 150 is left.',
      alternatives: ['Cotton T-Shirt (164 slots)'],
      alternative_options: [{ option_id: shirtId, option_name: 'Cotton T-Shirt', available: 164, cost_per_unit: 28.5 }],
      alternative_slots: [],
    },
  ],
}

const batchSummary = {
  event_id: eventId,
  batch_id: '019b2f71-1c2d-7a5b-8e6f-3a4b5c6d7e10',
  action: 'approve',
  order: 'oldest_first',
  mode: 'best_effort',
  dry_run: true,
  total: 2,
  changed: 1,
  unchanged: 0,
  refused: 1,
  refusals: [{ code: 'INVENTORY_EXHAUSTED', count: 1 }],
  amount: 74,
  totals: {
    budget: { total: 100_000, committed_before: 90_960, committed_after: 91_034, available_after: 8_966 },
    options: [
      {
        option_id: hoodieId,
        option_name: 'Merino Hoodie',
        option_type: 'INVENTORY',
        total_available: 150,
        committed_before: 149,
        committed_after: 150,
        refused: 1,
      },
    ],
    slots: [
      {
        slot_id: slotId,
        label: 'North Gate 11:30',
        location: 'North Gate',
        capacity: 20,
        committed_before: 11,
        committed_after: 12,
        refused: 1,
      },
    ],
  },
  largest_fit: { count: 1, bound: 1, is_exact: true },
  remedies: [
    { kind: 'add_stock', message: 'Add 1 of Merino Hoodie: 1 more.', option_id: hoodieId, count: 1, more: 1 },
    {
      kind: 'offer_options',
      message: 'Offer Cotton T-Shirt to 1.',
      option_id: hoodieId,
      alternative_option_ids: [shirtId],
      registration_ids: [refusedRow.registration_id],
    },
  ],
  basis: hash,
  counted_at: '2027-04-21T12:32:08.000Z',
}

export const batchInput = {
  action: 'approve',
  filter: { status: 'PENDING', waiting_days_min: 3 },
  order: 'oldest_first',
  mode: 'best_effort',
  dry_run: true,
}

export const batchResult = {
  ...batchSummary,
  rows: [
    {
      registration_id: registrationId,
      outcome: 'APPROVED',
      status: 'APPROVED',
      amount: 74,
      assigned_pickup_slot: 'North Gate 11:30',
      code: null,
      message: null,
      conflicts: [],
    },
    refusedRow,
  ],
}

export const job = {
  id: '019b2f71-1c2d-7a5b-8e6f-3a4b5c6d7e11',
  event_id: eventId,
  status: 'RUNNING',
  action: 'approve',
  order: 'oldest_first',
  mode: 'best_effort',
  dry_run: false,
  total: 2_400,
  done: 1_024,
  changed: 980,
  refused: 44,
  created_by: priyaId,
  created_by_name: 'Priya Raman',
  created_at: '2027-04-21T12:32:08.000Z',
  started_at: '2027-04-21T12:32:08.100Z',
  finished_at: null,
  summary: null,
  problem: null,
}

export const liveJob = {
  id: job.id,
  event_id: eventId,
  status: 'RUNNING',
  dry_run: false,
  total: 2_400,
  done: 1_024,
  changed: 980,
  refused: 44,
}

export const jobRow = { row_no: 2, ...refusedRow }
