import type { OptionType } from '@allot/core'
import { patternOf, wantedOf } from '../accounts/people-search.sql.ts'
import type { EventKey } from '../events/books.sql.ts'
import { countUpTo } from '../platform/counting.ts'
import type { Tx } from '../platform/database.ts'
import type { Counted, Range } from '../platform/paging.ts'

export type CollectionRow = {
  id: string
  event_id: string
  registration_id: string
  person_name: string
  event_option_id: string
  option_name: string
  option_type: OptionType
  slot: string | null
  slot_starts_at: Date | null
  desk_id: string
  desk_name: string
  device_id: string | null
  device_name: string | null
  collected_by: string | null
  collected_by_name: string | null
  collected_at: Date
  said_at: Date | null
  is_offline: boolean
  is_slot_overridden: boolean
  undone_at: Date | null
  undone_by_name: string | null
  undone_reason: string | null
}

const columns = `c.id, c.event_id, c.registration_id, u.name as person_name, c.event_option_id, o.option_name, o.option_type,
  s.label as slot, s.starts_at as slot_starts_at, c.desk_id, d.name as desk_name, c.device_id, v.name as device_name,
  c.collected_by, collector.name as collected_by_name, c.collected_at, c.said_at, c.is_offline, c.is_slot_overridden,
  c.undone_at, undoer.name as undone_by_name, c.undone_reason`

const joins = `
  join registrations r on r.tenant_id = c.tenant_id and r.event_id = c.event_id and r.id = c.registration_id
  join users u on u.tenant_id = c.tenant_id and u.id = r.user_id
  join event_options o on o.tenant_id = c.tenant_id and o.event_id = c.event_id and o.id = c.event_option_id
  join desks d on d.tenant_id = c.tenant_id and d.event_id = c.event_id and d.id = c.desk_id
  left join pickup_slots s on s.tenant_id = c.tenant_id and s.event_id = c.event_id and s.id = c.slot_id
  left join desk_devices v on v.tenant_id = c.tenant_id and v.id = c.device_id
  left join users collector on collector.tenant_id = c.tenant_id and collector.id = c.collected_by
  left join users undoer on undoer.tenant_id = c.tenant_id and undoer.id = c.undone_by`

/** By its id; or the one that holds of a registration. */
export async function findCollections(
  tx: Tx,
  key: EventKey,
  wanted: { collectionId: string } | { registrationId: string },
): Promise<CollectionRow[]> {
  const [id, condition] =
    'collectionId' in wanted
      ? [wanted.collectionId, 'c.id = $3']
      : [wanted.registrationId, 'c.registration_id = $3 and c.undone_at is null']
  return tx.query<CollectionRow>(
    `select ${columns} from collections c ${joins} where c.tenant_id = $1 and c.event_id = $2 and ${condition}`,
    [key.tenantId, key.eventId, id],
  )
}

export async function saveUndone(
  tx: Tx,
  key: EventKey,
  { id, registration_id: registrationId }: CollectionRow,
  undone: { at: Date; by: string | null; reason: string },
): Promise<void> {
  await Promise.all([
    tx.query(
      `update collections set undone_at = $4, undone_by = $5, undone_reason = $6
        where tenant_id = $1 and event_id = $2 and id = $3`,
      [key.tenantId, key.eventId, id, undone.at, undone.by, undone.reason],
    ),
    tx.query('update registrations set collected_at = null where tenant_id = $1 and event_id = $2 and id = $3', [
      key.tenantId,
      key.eventId,
      registrationId,
    ]),
  ])
}

export type CollectionFilter = {
  deskId?: string | undefined
  optionId?: string | undefined
  isUndone?: boolean | undefined
  /** What a word of a name begins with. */
  contains?: string | undefined
}

/** Collections newest first: their ids stand in the order in which they were made. */
export async function listCollections(
  tx: Tx,
  key: EventKey,
  filter: CollectionFilter,
  { after, skip, limit }: Range,
): Promise<Counted<CollectionRow>> {
  const parameters: unknown[] = [key.tenantId, key.eventId]
  const put = (value: unknown) => `$${parameters.push(value)}`
  const conditions = ['c.tenant_id = $1 and c.event_id = $2']
  if (filter.deskId !== undefined) conditions.push(`c.desk_id = ${put(filter.deskId)}`)
  if (filter.optionId !== undefined) conditions.push(`c.event_option_id = ${put(filter.optionId)}`)
  if (filter.isUndone !== undefined) conditions.push(`c.undone_at is ${filter.isUndone ? 'not null' : 'null'}`)
  const wanted = wantedOf(filter.contains)
  if (wanted) conditions.push(`lower(u.name) ~ ${put(patternOf(wanted))}`)
  const from = wanted
    ? `collections c
    join registrations r on r.tenant_id = c.tenant_id and r.event_id = c.event_id and r.id = c.registration_id
    join users u on u.tenant_id = c.tenant_id and u.id = r.user_id`
    : 'collections c'
  const where = conditions.join(' and ')
  const counted = countUpTo(tx, `select from ${from} where ${where}`, [...parameters])
  const behind = after === undefined ? '' : `and c.id < ${put(after)}`
  const rows = tx.query<CollectionRow>(
    `select ${columns} from collections c ${joins} where ${where} ${behind}
      order by c.id desc offset ${put(skip)} limit ${put(limit)}`,
    parameters,
  )
  const [found, { total, isMore }] = await Promise.all([rows, counted])
  return { rows: found, total, isMore }
}

export type InventoryRow = {
  event_option_id: string
  option_name: string
  option_type: OptionType
  total_available: number
  committed_count: number
  handed_out: number
  desks: { desk_id: string; name: string; counted: number; left_on_table: number }[]
}

/** What is there of each option, as the books count it, and what of it was handed out. */
export async function readInventory(tx: Tx, key: EventKey): Promise<InventoryRow[]> {
  return tx.query<InventoryRow>(
    `with handed as materialized (
       select event_option_id, count(*) as handed_out from collections
        where tenant_id = $1 and event_id = $2 and undone_at is null group by event_option_id)
     select o.id as event_option_id, o.option_name, o.option_type, o.total_available, o.committed_count,
            coalesce(h.handed_out, 0) as handed_out, (
              select coalesce(json_agg(json_build_object('desk_id', d.id, 'name', d.name, 'counted', p.counted,
                       'left_on_table', p.counted - (
                         select count(*) from collections c
                          where c.tenant_id = $1 and c.event_id = $2 and c.desk_id = d.id
                            and c.event_option_id = p.event_option_id and c.undone_at is null
                            and c.collected_at > p.counted_at)) order by d.name, d.id), '[]')
                from desk_options p join desks d on d.tenant_id = $1 and d.event_id = $2 and d.id = p.desk_id
               where p.tenant_id = $1 and p.event_id = $2 and p.event_option_id = o.id and p.counted is not null
                 and d.is_active) as desks
       from event_options o left join handed h on h.event_option_id = o.id
      where o.tenant_id = $1 and o.event_id = $2 and (o.is_active or o.committed_count > 0)
      order by o.option_type, o.option_name, o.id`,
    [key.tenantId, key.eventId],
  )
}
