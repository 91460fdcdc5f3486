import { fromMinor } from '@allot/core'
import { column, moneyColumn } from '../platform/csv.ts'
import type { Table } from '../platform/csv.ts'
import type { Tx } from '../platform/database.ts'
import { readJobRows } from './jobs.sql.ts'
import type { JobPersonRow, JobRow } from './jobs.sql.ts'

/** What became of each registration of a job, with who it is of, as a table. */
export function jobTable(tx: Tx, tenantId: string, { id, event_id: eventId, currency }: JobRow): Table<JobPersonRow> {
  return {
    name: `batch-${id}`,
    columns: [
      column('row_no', (row) => row.row_no),
      column('person_name', (row) => row.person?.name ?? null),
      column('person_email', (row) => row.person?.email ?? null),
      column('department', (row) => row.person?.department ?? null),
      column('option_name', (row) => row.person?.option_name ?? null),
      column('outcome', (row) => row.outcome),
      column('status', (row) => row.status),
      moneyColumn('amount', currency, (row) => fromMinor(row.amount_minor ?? 0, currency)),
      column('currency', () => currency),
      column('assigned_pickup_slot', (row) => row.assigned_pickup_slot),
      column('code', (row) => row.refusal?.code ?? null),
      column('message', (row) => row.refusal?.message ?? null),
      column('registration_id', (row) => row.registration_id),
    ],
    readRows: (after, limit) => readJobRows(tx, { tenantId, eventId }, id, after?.row_no ?? 0, limit),
  }
}
