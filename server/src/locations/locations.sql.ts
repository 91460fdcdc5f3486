import type { EventKey } from '../events/books.sql.ts'
import type { Tx } from '../platform/database.ts'
import type { Range } from '../platform/paging.ts'

export type LocationRow = {
  id: string
  name: string
  code: string | null
  building: string | null
  floor: string | null
  capacity: number | null
  directions: string | null
  accessibility: string | null
  is_active: boolean
  created_at: Date
  updated_at: Date
}
export type CountedLocation = LocationRow & { slots_count: number }

const columns = `l.id, l.name, l.code, l.building, l.floor, l.capacity, l.directions, l.accessibility, l.is_active,
  l.created_at, l.updated_at, (select count(*) from pickup_slots s where s.tenant_id = l.tenant_id
    and s.event_id = l.event_id and s.location_id = l.id and s.is_active) as slots_count`

export async function insertLocation(tx: Tx, { tenantId, eventId }: EventKey, row: LocationRow): Promise<void> {
  await tx.query(
    `insert into pickup_locations (tenant_id, event_id, id, name, code, building, floor, capacity, directions,
       accessibility, is_active, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      tenantId,
      eventId,
      row.id,
      row.name,
      row.code,
      row.building,
      row.floor,
      row.capacity,
      row.directions,
      row.accessibility,
      row.is_active,
      row.created_at,
      row.updated_at,
    ],
  )
}

/** Writes a location, and its name into its slots, where it is shown. */
export async function updateLocationRow(tx: Tx, { tenantId, eventId }: EventKey, row: LocationRow): Promise<void> {
  await tx.query(
    `update pickup_locations
        set name = $4, code = $5, building = $6, floor = $7, capacity = $8, directions = $9, accessibility = $10,
            is_active = $11, updated_at = $12
      where tenant_id = $1 and event_id = $2 and id = $3`,
    [
      tenantId,
      eventId,
      row.id,
      row.name,
      row.code,
      row.building,
      row.floor,
      row.capacity,
      row.directions,
      row.accessibility,
      row.is_active,
      row.updated_at,
    ],
  )
  await tx.query(
    `update pickup_slots set location = $4, updated_at = $5
      where tenant_id = $1 and event_id = $2 and location_id = $3 and location is distinct from $4`,
    [tenantId, eventId, row.id, row.name, row.updated_at],
  )
}

export async function findLocations(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  ids: readonly string[],
): Promise<CountedLocation[]> {
  return tx.query<CountedLocation>(
    `select ${columns} from pickup_locations l
      where l.tenant_id = $1 and l.event_id = $2 and l.id = any($3) and l.is_active`,
    [tenantId, eventId, ids],
  )
}

/** How many locations an event has, and whether one of them other than `exceptId` is called so. */
export async function countLocations(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  name: string,
  exceptId: string | null,
): Promise<{ total: number; namesakes: number }> {
  const [row] = await tx.query<{ total: number; namesakes: number }>(
    `select count(*) as total,
            count(*) filter (where lower(name) = lower($3) and id is distinct from $4) as namesakes
       from pickup_locations where tenant_id = $1 and event_id = $2 and is_active`,
    [tenantId, eventId, name, exceptId],
  )
  return row ?? { total: 0, namesakes: 0 }
}

export async function listLocations(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  { after, skip, limit }: Range,
): Promise<{ rows: CountedLocation[]; total: number }> {
  const [rows, counted] = await Promise.all([
    tx.query<CountedLocation>(
      `select ${columns} from pickup_locations l
        where l.tenant_id = $1 and l.event_id = $2 and l.is_active and ($3::uuid is null or l.id < $3)
        order by l.id desc offset $4 limit $5`,
      [tenantId, eventId, after ?? null, skip, limit],
    ),
    tx.query<{ total: number }>(
      'select count(*) as total from pickup_locations where tenant_id = $1 and event_id = $2 and is_active',
      [tenantId, eventId],
    ),
  ])
  return { rows, total: counted[0]?.total ?? 0 }
}
