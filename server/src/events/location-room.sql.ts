import type { Tx } from '../platform/database.ts'
import type { EventKey } from './books.sql.ts'

/** A slot as its location sees it. */
export type AttendanceRow = {
  id: string
  location_id: string
  location_name: string
  /** How many people fit at once. */
  room: number
  starts_at: Date
  ends_at: Date
  capacity: number
}

/** The slots of locations that take a limited number of people; of all locations, unless some are named. */
export async function readAttendance(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  locationIds: readonly string[] | null,
): Promise<AttendanceRow[]> {
  return tx.query<AttendanceRow>(
    `select s.id, s.location_id, l.name as location_name, l.capacity as room, s.starts_at, s.ends_at, s.capacity
       from pickup_locations l
       join pickup_slots s on s.tenant_id = l.tenant_id and s.event_id = l.event_id and s.location_id = l.id
      where l.tenant_id = $1 and l.event_id = $2 and ($3::uuid[] is null or l.id = any($3)) and l.capacity is not null
        and s.is_active`,
    [tenantId, eventId, locationIds],
  )
}
