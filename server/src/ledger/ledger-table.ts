import { fromMinor } from '@allot/core'
import type { EventKey } from '../events/books.sql.ts'
import type { EventRow } from '../events/events.sql.ts'
import { column, moneyColumn, timeColumn } from '../platform/csv.ts'
import type { Column, Table } from '../platform/csv.ts'
import type { Tx } from '../platform/database.ts'
import { lastLedgerEntry, readLedger } from './ledger.sql.ts'
import type { LedgerFilter, LedgerListRow } from './ledger.sql.ts'

/**
 * The entries of an event's ledger that a filter finds, newest first, as a table.
 *
 * @param count how many entries the ledger has
 */
export async function ledgerTable(
  tx: Tx,
  key: EventKey,
  { slug, currency }: Pick<EventRow, 'slug' | 'currency'>,
  count: number,
  filter: LedgerFilter,
): Promise<Table<LedgerListRow>> {
  const last = await lastLedgerEntry(tx, key, count, filter)
  return {
    name: `${slug}-ledger`,
    columns: columnsIn(currency),
    readRows: (after, limit) =>
      readLedger(tx, key, last, filter, { after: after && String(after.entry_no), skip: 0, limit }),
  }
}

function columnsIn(currency: string): Column<LedgerListRow>[] {
  return [
    column('entry_no', (row) => row.entry_no),
    timeColumn('created_at', (row) => row.created_at),
    column('kind', (row) => row.kind),
    moneyColumn('amount', currency, (row) => fromMinor(row.amount_minor, currency)),
    moneyColumn('balance', currency, (row) => fromMinor(row.balance_minor, currency)),
    column('currency', () => currency),
    column('person_name', (row) => row.person_name),
    column('option_name', (row) => row.option_name),
    column('actor_name', (row) => row.actor_name),
    column('registration_id', (row) => row.registration_id),
    column('actor_id', (row) => row.actor_id),
    column('previous_hash', (row) => row.previous_hash.toString('hex')),
    column('hash', (row) => row.hash.toString('hex')),
  ]
}
