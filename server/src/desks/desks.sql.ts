import type { EventKey } from '../events/books.sql.ts'
import type { Tx } from '../platform/database.ts'
import type { Counted, Range } from '../platform/paging.ts'

export type DeskKey = EventKey & { deskId: string }

export type DeskOptionRow = {
  event_option_id: string
  option_name: string
  counted: number | null
  counted_at: string | null
  left_on_table: number | null
}

export type DeskRow = {
  id: string
  event_id: string
  name: string
  location: string | null
  is_active: boolean
  devices_count: number
  created_at: Date
  updated_at: Date
  options: DeskOptionRow[]
}

export type DeskFields = Pick<DeskRow, 'id' | 'name' | 'location' | 'is_active'>
export type DeskOptionFields = { eventOptionId: string; counted: number | null; countedAt: Date | null }

// What lies on the table is what was counted, less what was collected at this desk since.
const deskColumns = `
  d.id, d.event_id, d.name, d.location, d.is_active, d.created_at, d.updated_at,
  (select count(*) from desk_devices v
    where v.tenant_id = d.tenant_id and v.event_id = d.event_id and v.desk_id = d.id
      and v.key_hash is not null and v.revoked_at is null) as devices_count,
  (select coalesce(json_agg(json_build_object(
            'event_option_id', p.event_option_id, 'option_name', o.option_name,
            'counted', p.counted, 'counted_at', p.counted_at,
            'left_on_table', p.counted - (
              select count(*) from collections c
               where c.tenant_id = p.tenant_id and c.event_id = p.event_id and c.desk_id = p.desk_id
                 and c.event_option_id = p.event_option_id and c.undone_at is null and c.collected_at > p.counted_at))
            order by o.option_name, o.id), '[]')
     from desk_options p
     join event_options o on o.tenant_id = p.tenant_id and o.event_id = p.event_id and o.id = p.event_option_id
    where p.tenant_id = d.tenant_id and p.event_id = d.event_id and p.desk_id = d.id) as options`

export async function findDesk(tx: Tx, key: DeskKey): Promise<DeskRow | undefined> {
  const [row] = await tx.query<DeskRow>(
    {
      name: 'find_desk',
      text: `select ${deskColumns} from desks d where d.tenant_id = $1 and d.event_id = $2 and d.id = $3`,
    },
    [key.tenantId, key.eventId, key.deskId],
  )
  return row
}

/** Desks newest first; archived ones are left out. */
export async function listDesks(tx: Tx, key: EventKey, { after, skip, limit }: Range): Promise<Counted<DeskRow>> {
  const [rows, total] = await Promise.all([
    tx.query<DeskRow>(
      `select ${deskColumns} from desks d
        where d.tenant_id = $1 and d.event_id = $2 and d.is_active and ($3::uuid is null or d.id < $3)
        order by d.id desc offset $4 limit $5`,
      [key.tenantId, key.eventId, after ?? null, skip, limit],
    ),
    countDesks(tx, key),
  ])
  return { rows, total }
}

export async function countDesks(tx: Tx, key: EventKey): Promise<number> {
  const [row] = await tx.query<{ total: number }>(
    'select count(*) as total from desks where tenant_id = $1 and event_id = $2 and is_active',
    [key.tenantId, key.eventId],
  )
  return row?.total ?? 0
}

export async function isDeskNamed(tx: Tx, key: DeskKey, name: string): Promise<boolean> {
  const rows = await tx.query(
    `select id from desks
      where tenant_id = $1 and event_id = $2 and id <> $3 and lower(name) = lower($4) and is_active`,
    [key.tenantId, key.eventId, key.deskId, name],
  )
  return rows.length > 0
}

export async function saveDesk(tx: Tx, key: EventKey, desk: DeskFields, now: Date): Promise<void> {
  await tx.query(
    `insert into desks (tenant_id, event_id, id, name, location, is_active, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7)
     on conflict (tenant_id, event_id, id) do update
        set name = excluded.name, location = excluded.location, is_active = excluded.is_active,
            updated_at = excluded.updated_at`,
    [key.tenantId, key.eventId, desk.id, desk.name, desk.location, desk.is_active, now],
  )
}

/** Writes what a desk hands out, all of it: what is not named any more is taken away. */
export async function saveDeskOptions(tx: Tx, key: DeskKey, options: readonly DeskOptionFields[]): Promise<void> {
  const ids = options.map(({ eventOptionId }) => eventOptionId)
  const keys = [key.tenantId, key.eventId, key.deskId]
  await Promise.all([
    tx.query(
      `delete from desk_options
        where tenant_id = $1 and event_id = $2 and desk_id = $3 and event_option_id <> all($4)`,
      [...keys, ids],
    ),
    tx.query(
      `insert into desk_options (tenant_id, event_id, desk_id, event_option_id, counted, counted_at)
       select $1, $2, $3, * from unnest($4::uuid[], $5::integer[], $6::timestamptz[])
       on conflict (tenant_id, event_id, desk_id, event_option_id) do update
          set counted = excluded.counted, counted_at = excluded.counted_at`,
      [...keys, ids, options.map(({ counted }) => counted), options.map(({ countedAt }) => countedAt)],
    ),
  ])
}

/** Those of some options that an event has. */
export async function findOptionIds(tx: Tx, key: EventKey, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    'select id from event_options where tenant_id = $1 and event_id = $2 and id = any($3)',
    [key.tenantId, key.eventId, ids],
  )
  return new Set(rows.map(({ id }) => id))
}

/** What a tablet is told of its event. */
export type DeskEventRow = { id: string; name: string; timezone: string; slot_override: 'ask' | 'never' | 'always' }

export async function findDeskEvent(tx: Tx, key: EventKey): Promise<DeskEventRow | undefined> {
  const [row] = await tx.query<DeskEventRow>(
    'select id, name, timezone, slot_override from events where tenant_id = $1 and id = $2',
    [key.tenantId, key.eventId],
  )
  return row
}
