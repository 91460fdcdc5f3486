import type { EventKey } from '../events/books.sql.ts'
import type { Tx } from '../platform/database.ts'
import { slotColumns } from '../slots/slots.sql.ts'
import type { SlotRow } from '../slots/slots.sql.ts'

/** The slots at a location. */
export async function readSlotsAt(tx: Tx, key: EventKey, locationId: string): Promise<SlotRow[]> {
  return tx.query<SlotRow>(
    `select ${slotColumns} from pickup_slots
      where tenant_id = $1 and event_id = $2 and location_id = $3 and is_active
      order by starts_at, label`,
    [key.tenantId, key.eventId, locationId],
  )
}

/** All slots there are. Once an event defines some, labels that people proposed before are slots no longer. */
export async function readAllSlots(tx: Tx, key: EventKey): Promise<SlotRow[]> {
  return tx.query<SlotRow>(
    `select ${slotColumns} from pickup_slots
      where tenant_id = $1 and event_id = $2 and is_active and (is_defined or 0 = (
        select slots_defined from event_books where tenant_id = $1 and event_id = $2))
      order by id`,
    [key.tenantId, key.eventId],
  )
}

/** Who is in a slot: approved for it, or asking for it; those who asked last come first. */
export async function readPeopleIn(tx: Tx, key: EventKey, slotId: string, limit: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from registrations
      where tenant_id = $1 and event_id = $2 and status in ('PENDING', 'APPROVED')
        and case status when 'APPROVED' then assigned_slot_id else preferred_slot_id end = $3
      order by id desc limit $4`,
    [key.tenantId, key.eventId, slotId, limit],
  )
  return rows.map(({ id }) => id)
}

/** Of each slot so many of those who ask for it: who asked last comes first. */
export async function readLastAsking(
  tx: Tx,
  key: EventKey,
  wanted: readonly { slotId: string; people: number }[],
): Promise<{ slot_id: string; id: string }[]> {
  return tx.query<{ slot_id: string; id: string }>(
    `select wanted.slot_id, r.id
       from unnest($3::uuid[], $4::integer[]) as wanted (slot_id, people) cross join lateral (
         select id from registrations
          where tenant_id = $1 and event_id = $2 and status = 'PENDING' and preferred_slot_id = wanted.slot_id
          order by id desc limit wanted.people) as r
      order by wanted.slot_id, r.id desc`,
    [key.tenantId, key.eventId, wanted.map(({ slotId }) => slotId), wanted.map(({ people }) => people)],
  )
}
