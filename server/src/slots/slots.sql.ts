import type { EventKey } from '../events/books.sql.ts'
import type { Tx } from '../platform/database.ts'
import type { Range } from '../platform/paging.ts'

export type SlotRow = {
  id: string
  label: string
  location: string | null
  /** One of the event's locations, whose name is the location then. */
  location_id: string | null
  starts_at: Date | null
  ends_at: Date | null
  is_defined: boolean
  has_own_capacity: boolean
  capacity: number
  committed_count: number
  pending_count: number
  promised_count: number
  is_active: boolean
}

export const slotColumns = `id, label, location, starts_at, ends_at, is_defined, has_own_capacity, capacity,
  committed_count, pending_count, promised_count, is_active, location_id`

const upsertSlots = {
  name: 'upsert_slots',
  text: `insert into pickup_slots (tenant_id, event_id, id, label, location, starts_at, ends_at, is_defined,
           has_own_capacity, capacity, is_active, location_id, created_at, updated_at)
         select $1, $2, added.*, $13, $13
           from unnest($3::uuid[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[], $8::boolean[],
                  $9::boolean[], $10::integer[], $11::boolean[], $12::uuid[]) as added
         on conflict (tenant_id, event_id, id) do update
            set location = excluded.location, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                is_defined = excluded.is_defined, has_own_capacity = excluded.has_own_capacity,
                capacity = excluded.capacity, is_active = excluded.is_active, location_id = excluded.location_id,
                updated_at = excluded.updated_at`,
}

/** Writes slots that are new, or that were there by the same label and become defined ones. */
export async function saveSlots(tx: Tx, key: EventKey, slots: readonly SlotRow[], now: Date): Promise<void> {
  const column = <T>(read: (slot: SlotRow) => T) => slots.map(read)
  await tx.query(upsertSlots, [
    key.tenantId,
    key.eventId,
    column(({ id }) => id),
    column(({ label }) => label),
    column(({ location }) => location),
    column(({ starts_at }) => starts_at?.toISOString() ?? null),
    column(({ ends_at }) => ends_at?.toISOString() ?? null),
    column(({ is_defined }) => is_defined),
    column(({ has_own_capacity }) => has_own_capacity),
    column(({ capacity }) => capacity),
    column(({ is_active }) => is_active),
    column(({ location_id }) => location_id),
    now,
  ])
}

/** Writes what an organiser may change of a slot; its counters are the allocation's. */
export async function updateSlotRow(tx: Tx, key: EventKey, slot: SlotRow, now: Date): Promise<void> {
  await tx.query(
    `update pickup_slots
        set label = $4, location = $5, starts_at = $6, ends_at = $7, is_defined = $8, has_own_capacity = $9,
            capacity = $10, is_active = $11, location_id = $12, updated_at = $13
      where tenant_id = $1 and event_id = $2 and id = $3`,
    [
      key.tenantId,
      key.eventId,
      slot.id,
      slot.label,
      slot.location,
      slot.starts_at,
      slot.ends_at,
      slot.is_defined,
      slot.has_own_capacity,
      slot.capacity,
      slot.is_active,
      slot.location_id,
      now,
    ],
  )
}

export async function findSlotById(tx: Tx, key: EventKey, slotId: string): Promise<SlotRow | undefined> {
  const [row] = await tx.query<SlotRow>(
    `select ${slotColumns} from pickup_slots where tenant_id = $1 and event_id = $2 and id = $3`,
    [key.tenantId, key.eventId, slotId],
  )
  return row
}

export async function findSlotsByLabel(tx: Tx, key: EventKey, labels: readonly string[]): Promise<SlotRow[]> {
  return tx.query<SlotRow>(
    `select ${slotColumns} from pickup_slots where tenant_id = $1 and event_id = $2 and label = any($3)`,
    [key.tenantId, key.eventId, labels],
  )
}

/** Keeps count of the slots an event defines: while there are none, any label is one. */
export function addDefinedSlots(tx: Tx, key: EventKey, more: number): void {
  tx.write('update event_books set slots_defined = slots_defined + $3 where tenant_id = $1 and event_id = $2', [
    key.tenantId,
    key.eventId,
    more,
  ])
}

/** Slots newest first. Once an event defines some, labels that people proposed before are slots no longer. */
export async function listSlots(
  tx: Tx,
  key: EventKey,
  { after, skip, limit }: Range,
): Promise<{ rows: SlotRow[]; total: number }> {
  const wanted = `tenant_id = $1 and event_id = $2 and is_active and (is_defined or 0 = (
    select slots_defined from event_books where tenant_id = $1 and event_id = $2))`
  const [rows, counted] = await Promise.all([
    tx.query<SlotRow>(
      `select ${slotColumns} from pickup_slots where ${wanted} and ($3::uuid is null or id < $3)
        order by id desc offset $4 limit $5`,
      [key.tenantId, key.eventId, after ?? null, skip, limit],
    ),
    tx.query<{ total: number }>(`select count(*) as total from pickup_slots where ${wanted}`, [
      key.tenantId,
      key.eventId,
    ]),
  ])
  return { rows, total: counted[0]?.total ?? 0 }
}
