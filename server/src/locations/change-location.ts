import type { LocationView, locationInput, locationPatch } from '@allot/contract'
import type { z } from 'zod'
import { differences } from '../audit/differences.ts'
import { noteChange } from '../events/books.sql.ts'
import type { EventKey } from '../events/books.sql.ts'
import { lockExisting } from '../events/change-event.ts'
import { findEvent } from '../events/events.sql.ts'
import { checkLocationRoom } from '../events/location-room.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Problem } from '../platform/problem.ts'
import { countLocations, findLocations, insertLocation, updateLocationRow } from './locations.sql.ts'
import type { CountedLocation, LocationRow } from './locations.sql.ts'

/** As many as the halls of a trade fair. */
export const MOST_LOCATIONS = 200

const changeable = ['name', 'code', 'building', 'floor', 'capacity', 'directions', 'accessibility'] as const

export async function createLocation(
  tx: Tx,
  actor: Actor,
  key: EventKey,
  input: z.infer<typeof locationInput>,
): Promise<CountedLocation> {
  const books = await lockExisting(tx, key)
  await checkName(tx, key, input.name, null)
  const row: LocationRow = {
    id: newId(),
    name: input.name,
    code: input.code ?? null,
    building: input.building ?? null,
    floor: input.floor ?? null,
    capacity: input.capacity ?? null,
    directions: input.directions ?? null,
    accessibility: input.accessibility ?? null,
    is_active: true,
    created_at: books.now,
    updated_at: books.now,
  }
  await insertLocation(tx, key, row)
  const { name, capacity } = row
  noteChange(tx, key, books, actor, { action: 'location.created', subjectId: row.id, detail: { name, capacity } })
  return { ...row, slots_count: 0 }
}

/** @throws Problem LOCATION_FULL where its slots take more people at once than it is to have room for */
export async function updateLocation(
  tx: Tx,
  actor: Actor,
  key: EventKey,
  locationId: string,
  patch: z.infer<typeof locationPatch>,
): Promise<CountedLocation> {
  const books = await lockExisting(tx, key)
  const [event, before] = await Promise.all([findEvent(tx, key), findLocation(tx, key, locationId)])
  if (!event) throw new Problem('EVENT_NOT_FOUND')
  const changed = { ...before, ...patch }
  const detail = differences(before, changed, changeable)
  if (Object.keys(detail).length === 0) return before
  if (changed.name !== before.name) await checkName(tx, key, changed.name, locationId)
  const after = { ...changed, updated_at: books.now }
  await updateLocationRow(tx, key, after)
  if (after.capacity !== before.capacity) await checkLocationRoom(tx, key, event.timezone, [locationId])
  noteChange(tx, key, books, actor, {
    action: 'location.updated',
    subjectId: locationId,
    detail: { name: after.name, ...detail },
  })
  return after
}

/** Takes a location away where there are no slots. */
export async function archiveLocation(tx: Tx, actor: Actor, key: EventKey, locationId: string): Promise<null> {
  const books = await lockExisting(tx, key)
  const before = await findLocation(tx, key, locationId)
  if (before.slots_count > 0) {
    throw new Problem(
      'LOCATION_IN_USE',
      `${before.slots_count} slots are at ${before.name}. Remove them, or give them another location, first.`,
    )
  }
  await updateLocationRow(tx, key, { ...before, is_active: false, updated_at: books.now })
  noteChange(tx, key, books, actor, {
    action: 'location.archived',
    subjectId: locationId,
    detail: { name: before.name },
  })
  return null
}

/** @throws Problem LOCATION_NOT_FOUND */
export async function findLocation(tx: Tx, key: EventKey, locationId: string): Promise<CountedLocation> {
  const [row] = await findLocations(tx, key, [locationId])
  if (!row) throw new Problem('LOCATION_NOT_FOUND')
  return row
}

async function checkName(tx: Tx, key: EventKey, name: string, exceptId: string | null): Promise<void> {
  const { total, namesakes } = await countLocations(tx, key, name, exceptId)
  if (namesakes > 0) throw new Problem('NAME_TAKEN', `The event has a location ${name} already.`)
  if (exceptId === null && total >= MOST_LOCATIONS) {
    throw new Problem('TOO_MANY', `An event has at most ${MOST_LOCATIONS} locations.`)
  }
}

export function viewLocation({ is_active: _active, ...row }: CountedLocation, eventId: string): LocationView {
  return {
    ...row,
    event_id: eventId,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  }
}
