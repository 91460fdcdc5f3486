import { fromMinor } from '@allot/core'
import type { EventKey } from '../events/books.sql.ts'
import type { EventRow } from '../events/events.sql.ts'
import { column, moneyColumn, timeColumn } from '../platform/csv.ts'
import type { Column, Table } from '../platform/csv.ts'
import type { Tx } from '../platform/database.ts'
import { prepareSearch, readFound } from './registration-search.sql.ts'
import type { Order, RegistrationFilter } from './registration-search.sql.ts'
import type { RegistrationListRow } from './registrations.sql.ts'

/** The registrations of an event that a filter finds, as a table for those who see registrations. */
export async function registrationTable(
  tx: Tx,
  key: EventKey,
  { slug, currency }: Pick<EventRow, 'slug' | 'currency'>,
  filter: RegistrationFilter,
  order: Order,
): Promise<Table<RegistrationListRow>> {
  const search = await prepareSearch(tx, key, filter)
  return {
    name: `${slug}-registrations`,
    columns: columnsIn(currency),
    readRows: (after, limit) => readFound(tx, key, search, order, { after: after?.id, skip: 0, limit }),
  }
}

/** Never the QR token: whoever has a file has it for long, and the token lets its bearer in. */
function columnsIn(currency: string): Column<RegistrationListRow>[] {
  return [
    column('person_name', (row) => row.person_name),
    column('person_email', (row) => row.person_email),
    column('person_department', (row) => row.person_department),
    column('option_name', (row) => row.option_name),
    column('option_type', (row) => row.option_type),
    column('status', (row) => row.status),
    moneyColumn('amount_committed', currency, (row) => fromMinor(row.amount_minor, currency)),
    column('currency', () => currency),
    column('preferred_pickup_slot', (row) => row.preferred_slot),
    column('assigned_pickup_slot', (row) => row.assigned_slot),
    column('pickup_location', (row) => row.slot_location),
    timeColumn('pickup_starts_at', (row) => row.slot_starts_at),
    timeColumn('pickup_ends_at', (row) => row.slot_ends_at),
    column('notes', (row) => row.notes),
    timeColumn('created_at', (row) => row.created_at),
    timeColumn('approved_at', (row) => row.approved_at),
    column('approved_by_name', (row) => row.approved_by_name),
    column('id', (row) => row.id),
    column('user_id', (row) => row.user_id),
    column('event_option_id', (row) => row.event_option_id),
    column('approved_by', (row) => row.approved_by),
    column('event_id', (row) => row.event_id),
    column('event_name', (row) => row.event_name),
  ]
}
