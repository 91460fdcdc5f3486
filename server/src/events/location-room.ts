import { findCrowd, sayInstant } from '@allot/core'
import type { Attendance } from '@allot/core'
import type { Tx } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import type { EventKey } from './books.sql.ts'
import { readAttendance } from './location-room.sql.ts'

/**
 * Looks, behind a change of slots or locations and under the lock of the event, whether everybody fits who may come to a
 * location at once. What was changed goes back where they do not.
 *
 * @param locationIds which to look at; left out, all of them
 * @throws Problem LOCATION_FULL with the moment, and how many it would be
 */
export async function checkLocationRoom(
  tx: Tx,
  key: EventKey,
  timezone: string,
  locationIds: readonly string[] | null = null,
): Promise<void> {
  if (locationIds?.length === 0) return
  const rows = await readAttendance(tx, key, locationIds)
  for (const [, slots] of Map.groupBy(rows, (row) => row.location_id)) {
    const [{ location_name: name, room } = { location_name: '', room: 0 }] = slots
    const attendances = slots.map((slot) => ({
      startsAt: slot.starts_at,
      endsAt: slot.ends_at,
      capacity: slot.capacity,
    }))
    refuseCrowd({ name, room, timezone }, attendances)
  }
}

/** @throws Problem LOCATION_FULL where more people may come at once than there is room for */
export function refuseCrowd(
  { name, room, timezone }: { name: string; room: number | null; timezone: string },
  slots: readonly Attendance[],
): void {
  const crowd = room === null ? undefined : findCrowd(slots, room)
  if (!crowd) return
  throw new Problem(
    'LOCATION_FULL',
    `On ${sayInstant(crowd.at, timezone)} the slots at ${name} would take ${crowd.people} people together, and it has ` +
      `room for ${room} at once. Let the slots take fewer, or make them not overlap.`,
  )
}
