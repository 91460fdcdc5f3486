import { nameColumns, nameJoins } from '../audit/audit.sql.ts'
import type { AuditNames } from '../audit/audit.sql.ts'
import type { EventKey } from '../events/books.sql.ts'
import type { Tx } from '../platform/database.ts'
import type { SlotRow } from '../slots/slots.sql.ts'
import { slotColumns } from '../slots/slots.sql.ts'

/** An entry of an event's audit trail with the names in it. */
export type ChangeRow = AuditNames & {
  entry_no: number
  action: string
  subject_id: string
  from_status: string | null
  to_status: string | null
  created_at: Date
  registration_id: string | null
  amount_minor: number | null
  currency: string
}

/** Entries oldest first, behind an entry number. */
export async function readChanges(tx: Tx, key: EventKey, after: number, limit: number): Promise<ChangeRow[]> {
  return tx.query<ChangeRow>(
    {
      name: 'read_changes',
      text: `select a.entry_no, a.action, a.subject_id, a.from_status, a.to_status, a.created_at,
                    r.id as registration_id, r.amount_minor, e.currency, ${nameColumns}
               from (select * from audit_entries
                      where tenant_id = $1 and scope_id = $2 and entry_no > $3 order by entry_no limit $4) a
               join events e on e.tenant_id = a.tenant_id and e.id = a.scope_id ${nameJoins}
              order by a.entry_no`,
    },
    [key.tenantId, key.eventId, after, limit],
  )
}

/** The number of the last entry of each event asked about. */
export async function readHeads(
  tx: Tx,
  tenantId: string,
  eventIds: readonly string[],
): Promise<{ event_id: string; head: number }[]> {
  return tx.query(
    {
      name: 'read_audit_heads',
      text: 'select event_id, audit_count as head from event_books where tenant_id = $1 and event_id = any($2)',
    },
    [tenantId, eventIds],
  )
}

/** How many have collected. */
export async function countCollected(tx: Tx, key: EventKey): Promise<number> {
  const [row] = await tx.query<{ collected: number }>(
    {
      name: 'count_collected',
      text: `select count(*) as collected from collections
              where tenant_id = $1 and event_id = $2 and undone_at is null`,
    },
    [key.tenantId, key.eventId],
  )
  return row?.collected ?? 0
}

/** The slots there are: the defined ones, or where there are none those that people proposed. At most 2,000. */
export async function readSlots(tx: Tx, key: EventKey): Promise<SlotRow[]> {
  return tx.query<SlotRow>(
    {
      name: 'read_all_slots',
      text: `select ${slotColumns} from pickup_slots
              where tenant_id = $1 and event_id = $2 and is_active and (is_defined or 0 = (
                select slots_defined from event_books where tenant_id = $1 and event_id = $2))
              order by starts_at, label limit 2000`,
    },
    [key.tenantId, key.eventId],
  )
}
