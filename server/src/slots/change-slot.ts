import type { SlotView, slotInput, slotPatch } from '@allot/contract'
import { heldOf, roomInSlot } from '@allot/core'
import type { SlotStock } from '@allot/core'
import type { z } from 'zod'
import { noteChange, noteChanges } from '../events/books.sql.ts'
import type { EventKey } from '../events/books.sql.ts'
import { lockExisting, readInstant } from '../events/change-event.ts'
import { holdPolicyOf, sayTime } from '../events/event-view.ts'
import { bumpEventVersion, findEvent } from '../events/events.sql.ts'
import type { EventRow } from '../events/events.sql.ts'
import { checkLocationRoom } from '../events/location-room.ts'
import { findLocations } from '../locations/locations.sql.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { idsAt } from '../platform/ids.ts'
import { Problem, invalid } from '../platform/problem.ts'
import { addDefinedSlots, findSlotById, findSlotsByLabel, saveSlots, updateSlotRow } from './slots.sql.ts'
import type { SlotRow } from './slots.sql.ts'

/** Forty places, two days, half hours. */
export const MOST_SLOTS = 2_000

export type SlotNow = { slot: SlotRow; event: EventRow }
export type SlotsNow = { slots: SlotRow[]; event: EventRow }

type SlotInput = z.infer<typeof slotInput>

/** Defines a slot. A label that people proposed before the event defined any becomes this slot, with its people. */
export async function createSlot(tx: Tx, actor: Actor, key: EventKey, input: SlotInput, at?: Date): Promise<SlotNow> {
  const { slots, event } = await defineSlots(tx, actor, key, [input], () => 'body', at)
  const [slot] = slots
  if (!slot) throw new Error('one slot was asked for, and none made')
  return { slot, event }
}

/** Defines many slots, or none of them: what is wrong with one is said with its place in the list. */
export function createSlots(
  tx: Tx,
  actor: Actor,
  key: EventKey,
  inputs: readonly SlotInput[],
  at?: Date,
): Promise<SlotsNow> {
  return defineSlots(tx, actor, key, inputs, (index) => `body.slots.${index}`, at)
}

async function defineSlots(
  tx: Tx,
  actor: Actor,
  key: EventKey,
  inputs: readonly SlotInput[],
  placeOf: (index: number) => string,
  at?: Date,
): Promise<SlotsNow> {
  const books = await lockExisting(tx, key, at)
  const labels = inputs.map(({ label }) => label)
  const [event, rows] = await Promise.all([findEvent(tx, key), findSlotsByLabel(tx, key, labels)])
  if (!event) throw new Problem('EVENT_NOT_FOUND')
  const known = new Map(rows.map((row) => [row.label, row]))
  checkLabels(labels, known, placeOf)
  if (books.slots_defined + inputs.length > MOST_SLOTS) {
    throw new Problem('TOO_MANY', `An event has at most ${MOST_SLOTS} slots.`)
  }
  const names = await readLocationNames(tx, key, inputs)
  const nextId = idsAt(books.now)
  const slots = inputs.map((input, index) => {
    const before = known.get(input.label)
    const slot: SlotRow = {
      id: before?.id ?? nextId(),
      label: input.label,
      ...locationOf(input, names, input.location ?? null),
      starts_at: readInstant(input.starts_at),
      ends_at: readInstant(input.ends_at),
      is_defined: true,
      has_own_capacity: typeof input.capacity === 'number',
      capacity: input.capacity ?? event.pickup_slot_capacity,
      committed_count: before?.committed_count ?? 0,
      pending_count: before?.pending_count ?? 0,
      promised_count: before?.promised_count ?? 0,
      is_active: true,
    }
    checkSlotRow(slot, placeOf(index))
    return slot
  })
  await saveSlots(tx, key, slots, books.now)
  await checkLocationRoom(tx, key, event.timezone, [...names.keys()])
  addDefinedSlots(tx, key, slots.length)
  bumpEventVersion(tx, key, books.now)
  const notes = slots.map(({ id, label, location, capacity }) => ({
    action: 'slot.created',
    subjectId: id,
    detail: { label, location, capacity },
  }))
  noteChanges(tx, key, books, actor, notes)
  return { slots, event }
}

/** No label stands twice in an event, nor in what is asked for. */
function checkLabels(
  labels: readonly string[],
  known: ReadonlyMap<string, SlotRow>,
  placeOf: (index: number) => string,
): void {
  const twice = labels.findIndex((label, index) => labels.indexOf(label) < index)
  if (twice >= 0) throw invalid(`${placeOf(twice)}.label`, 'stands in this list already')
  const taken = labels.flatMap((label, index) => {
    const slot = known.get(label)
    return slot?.is_defined && slot.is_active ? [{ label, path: `${placeOf(index)}.label` }] : []
  })
  const [first] = taken
  if (!first) return
  const errors = taken.map(({ path }) => ({ path, message: 'is a slot of this event already' }))
  throw new Problem('NAME_TAKEN', `The event has a slot ${first.label} already.`, { errors: errors.slice(0, 50) })
}

/**
 * Changes the fields sent; a capacity of null is the event's.
 *
 * @throws Problem SLOT_OVERCOMMITTED where more people hold the slot than it would take, LOCATION_FULL where more would
 *   come to its location at once than fit: nothing is changed then
 */
export async function updateSlot(
  tx: Tx,
  actor: Actor,
  key: EventKey,
  slotId: string,
  patch: z.infer<typeof slotPatch>,
): Promise<SlotNow> {
  const books = await lockExisting(tx, key)
  const [event, before] = await Promise.all([findEvent(tx, key), findSlotById(tx, key, slotId)])
  if (!event) throw new Problem('EVENT_NOT_FOUND')
  if (!before?.is_active) throw new Problem('SLOT_NOT_FOUND')
  const { capacity, starts_at: starts, ends_at: ends, location_id: locationId, ...rest } = patch
  const wanted = { location_id: locationId === undefined ? before.location_id : locationId }
  const names = await readLocationNames(tx, key, [wanted])
  const isOwn = capacity === undefined ? before.has_own_capacity : capacity !== null
  const slot: SlotRow = {
    ...before,
    ...rest,
    ...locationOf(wanted, names, rest.location === undefined ? before.location : rest.location),
    starts_at: starts === undefined ? before.starts_at : readInstant(starts),
    ends_at: ends === undefined ? before.ends_at : readInstant(ends),
    has_own_capacity: isOwn,
    capacity: capacity === undefined ? before.capacity : (capacity ?? event.pickup_slot_capacity),
  }
  checkSlotRow(slot, 'body')
  const [namesake] = slot.label === before.label ? [] : await findSlotsByLabel(tx, key, [slot.label])
  if (namesake) throw new Problem('NAME_TAKEN', `The event has a slot ${slot.label} already.`)
  if (JSON.stringify(slot) === JSON.stringify(before)) return { slot, event }
  await updateSlotRow(tx, key, slot, books.now)
  await checkLocationRoom(tx, key, event.timezone, [...names.keys()])
  bumpEventVersion(tx, key, books.now)
  noteChange(tx, key, books, actor, { action: 'slot.updated', subjectId: slotId, detail: { before, after: slot } })
  return { slot, event }
}

/** Takes a slot away that nobody holds or asks for. */
export async function archiveSlot(tx: Tx, actor: Actor, key: EventKey, slotId: string): Promise<null> {
  const books = await lockExisting(tx, key)
  const slot = await findSlotById(tx, key, slotId)
  if (!slot?.is_active) throw new Problem('SLOT_NOT_FOUND')
  const people = slot.committed_count + slot.pending_count
  if (people > 0) throw new Problem('SLOT_IN_USE', `${people} people hold or ask for ${slot.label}. Move them first.`)
  await updateSlotRow(tx, key, { ...slot, is_active: false }, books.now)
  if (slot.is_defined) addDefinedSlots(tx, key, -1)
  bumpEventVersion(tx, key, books.now)
  noteChange(tx, key, books, actor, { action: 'slot.archived', subjectId: slotId, detail: { label: slot.label } })
  return null
}

export function viewSlot(slot: SlotRow, event: EventRow): SlotView {
  const policy = holdPolicyOf(event)
  return {
    id: slot.id,
    event_id: event.id,
    label: slot.label,
    location: slot.location,
    location_id: slot.location_id,
    starts_at: sayTime(slot.starts_at),
    ends_at: sayTime(slot.ends_at),
    capacity: slot.capacity,
    committed_count: slot.committed_count,
    held_count: heldOf(slotStockOf(slot), policy.slot === 'hold'),
    available: roomInSlot(slotStockOf(slot), policy),
    is_defined: slot.is_defined,
  }
}

/** A slot's row as the rules look at it. */
export function slotStockOf(row: SlotRow): SlotStock {
  return {
    id: row.id,
    label: row.label,
    capacity: row.capacity,
    committed: row.committed_count,
    pending: row.pending_count,
    promised: row.promised_count,
    startsAt: row.starts_at,
    isActive: row.is_active,
  }
}

/** The names of the locations that slots are to be at. @throws Problem LOCATION_NOT_FOUND */
async function readLocationNames(
  tx: Tx,
  key: EventKey,
  inputs: readonly Pick<SlotInput, 'location_id'>[],
): Promise<Map<string, string>> {
  const ids = [...new Set(inputs.flatMap(({ location_id: id }) => id ?? []))]
  if (ids.length === 0) return new Map()
  const names = new Map((await findLocations(tx, key, ids)).map(({ id, name }) => [id, name]))
  if (ids.some((id) => !names.has(id))) throw new Problem('LOCATION_NOT_FOUND')
  return names
}

/** Of a slot at a location, its name is what is shown, whatever else is said. */
function locationOf(
  { location_id: id = null }: Pick<SlotInput, 'location_id'>,
  names: ReadonlyMap<string, string>,
  text: string | null,
): Pick<SlotRow, 'location_id' | 'location'> {
  return { location_id: id, location: id === null ? text : (names.get(id) ?? text) }
}

function checkSlotRow(slot: SlotRow, place: string): void {
  const { starts_at: starts, ends_at: ends, capacity, committed_count: committed, label } = slot
  if (slot.location_id !== null && !(starts && ends && starts < ends)) {
    throw invalid(`${place}.location_id`, 'needs a starts_at and a later ends_at: it matters who is there at once')
  }
  if (ends && !starts) throw invalid(`${place}.ends_at`, 'needs a starts_at to end after')
  if (starts && ends && ends < starts) {
    throw invalid(`${place}.ends_at`, `must not be before starts_at, ${starts.toISOString()}`)
  }
  if (committed > capacity) {
    throw new Problem(
      'SLOT_OVERCOMMITTED',
      `${committed} people hold ${label}, so it cannot take fewer. Move some first.`,
    )
  }
}
