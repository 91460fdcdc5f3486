import { column, timeColumn } from '../platform/csv.ts'
import type { Column, Table } from '../platform/csv.ts'
import type { Tx } from '../platform/database.ts'
import { prepareAuditSearch, readAudit } from './audit.sql.ts'
import type { AuditFilter, AuditNames, AuditRow, AuditScope } from './audit.sql.ts'

type Row = AuditRow & AuditNames

/**
 * The entries of an audit trail that a filter finds, newest first, as a table.
 *
 * @param count how many entries the trail has
 */
export async function auditTable(
  tx: Tx,
  scope: AuditScope,
  name: string,
  count: number,
  filter: AuditFilter,
): Promise<Table<Row>> {
  const search = await prepareAuditSearch(tx, scope, count, filter)
  return {
    name,
    columns,
    readRows: (after, limit) =>
      readAudit(tx, scope, search, { after: after && String(after.entry_no), skip: 0, limit }),
  }
}

const columns: Column<Row>[] = [
  column('entry_no', (row) => row.entry_no),
  timeColumn('created_at', (row) => row.created_at),
  column('action', (row) => row.action),
  column('from_status', (row) => row.from_status),
  column('to_status', (row) => row.to_status),
  column('actor_name', (row) => row.actor_name),
  column('person_name', (row) => row.person_name),
  column('option_name', (row) => row.option_name),
  column('detail', (row) => row.detail && JSON.stringify(row.detail)),
  column('subject_id', (row) => row.subject_id),
  column('actor_id', (row) => row.actor_id),
  column('api_key_id', (row) => row.api_key_id),
  column('idempotency_key', (row) => row.idempotency_key),
  column('previous_hash', (row) => row.previous_hash.toString('hex')),
  column('hash', (row) => row.hash.toString('hex')),
]
