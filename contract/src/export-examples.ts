import { eventId, priyaId } from './examples.ts'

export const exportInput = {
  kind: 'registrations',
  format: 'xlsx',
  columns: ['person_name', 'option_name', 'status'],
  filter: { status_filter: 'APPROVED' },
}

export const exportJob = {
  id: '019b2f90-3d2e-7c1f-8a40-6e7f8091a2b3',
  event_id: eventId,
  kind: 'registrations',
  format: 'xlsx',
  status: 'DONE',
  rows_done: 1_180,
  rows_total: 1_180,
  file_name: 'annual-day-2027-registrations.xlsx',
  size_bytes: 96_412,
  problem: null,
  created_by: priyaId,
  created_by_name: 'Priya Nair',
  created_at: '2027-05-04T09:00:00Z',
  finished_at: '2027-05-04T09:00:02Z',
  kept_until: '2027-05-11T09:00:02Z',
}
