import { MOST_PLANNED } from '@allot/contract'
import type { SlotPlanInput, SlotPlanView } from '@allot/contract'
import { localDate, planSlots, readClock } from '@allot/core'
import type { ClockSpan, PlannedSlot, SlotPlan } from '@allot/core'
import { noteChanges, readBooks } from '../events/books.sql.ts'
import type { EventKey, EventNote, LockedBooks } from '../events/books.sql.ts'
import { lockExisting } from '../events/change-event.ts'
import { canSeeEvent } from '../events/find-event.ts'
import { bumpEventVersion, findEvent } from '../events/events.sql.ts'
import type { EventRow } from '../events/events.sql.ts'
import { refuseCrowd } from '../events/location-room.ts'
import { findLocation } from '../locations/change-location.ts'
import type { LocationRow } from '../locations/locations.sql.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { idsAt } from '../platform/ids.ts'
import { Problem, invalid } from '../platform/problem.ts'
import { MOST_SLOTS } from '../slots/change-slot.ts'
import { addDefinedSlots, findSlotsByLabel, saveSlots } from '../slots/slots.sql.ts'
import type { SlotRow } from '../slots/slots.sql.ts'
import { readSlotsAt } from './places.sql.ts'

type Outcome = SlotPlanView['slots'][number]['outcome']
type Place = { event: EventRow; location: LocationRow; here: SlotRow[]; books: LockedBooks }
/** A slot as it is to be, and as it was. */
type Planned = { slot: SlotRow; before: SlotRow | undefined; outcome: Outcome }
type Draft = {
  plan: SlotPlan
  planned: Planned[]
  held: SlotRow[]
  removed: SlotRow[]
  /** How many more slots the event defines then. */
  added: number
}

/** What a plan would come to now: the same as making it, and nothing is locked or written. */
export async function trySlots(tx: Tx, actor: Actor, key: EventKey, input: SlotPlanInput): Promise<SlotPlanView> {
  const books = await readBooks(tx, key)
  if (!books) throw new Problem('EVENT_NOT_FOUND')
  const place = await readPlace(tx, actor, key, input, books)
  return viewDraft(await draft(tx, key, place, input), input)
}

/**
 * Makes the slots of a location from opening hours. Slots of the same times stay what they are; others of those days go,
 * unless somebody holds them or asks for them.
 *
 * @throws Problem LOCATION_FULL, NAME_TAKEN, TOO_MANY, INVALID: nothing is changed then
 */
export async function makeSlots(tx: Tx, actor: Actor, key: EventKey, input: SlotPlanInput): Promise<SlotPlanView> {
  const books = await lockExisting(tx, key)
  const place = await readPlace(tx, actor, key, input, books)
  const drafted = await draft(tx, key, place, input)
  const { planned, removed, added } = drafted
  const changed = planned.filter(({ outcome }) => outcome !== 'UNCHANGED')
  if (changed.length + removed.length > 0) {
    const gone = removed.map((slot) => ({ ...slot, is_active: false }))
    await saveSlots(tx, key, [...changed.map(({ slot }) => slot), ...gone], books.now)
    addDefinedSlots(tx, key, added)
    bumpEventVersion(tx, key, books.now)
    noteChanges(tx, key, books, actor, notesOf(drafted))
  }
  return viewDraft(drafted, input)
}

async function readPlace(
  tx: Tx,
  actor: Actor,
  key: EventKey,
  { location_id: locationId }: SlotPlanInput,
  books: LockedBooks,
): Promise<Place> {
  const event = await findEvent(tx, key)
  if (!event || !canSeeEvent(actor, event)) throw new Problem('EVENT_NOT_FOUND')
  const [location, here] = await Promise.all([findLocation(tx, key, locationId), readSlotsAt(tx, key, locationId)])
  return { event, location, here, books }
}

async function draft(tx: Tx, key: EventKey, place: Place, input: SlotPlanInput): Promise<Draft> {
  const { event, location, here, books } = place
  const days = [...new Set(input.days)].toSorted()
  const dayOf = ({ starts_at: starts }: SlotRow) => (starts ? localDate(starts, event.timezone) : '')
  const isOfThose = (slot: SlotRow) => days.includes(dayOf(slot))
  const hasOtherDays = days.length > 1 || here.some((slot) => !isOfThose(slot))
  const plan = planSlots({
    name: location.name,
    timeZone: event.timezone,
    days,
    opening: readHours('body.opening', input.opening),
    breaks: readHours('body.breaks', input.breaks),
    slotMinutes: input.slot_minutes,
    sayDay: hasOtherDays ? (date) => sayDay(date, input.language) : undefined,
  })
  checkCount(plan, here.length)

  const byTimes = new Map(here.map((slot) => [timesOf(slot.starts_at, slot.ends_at), slot]))
  const isPlanned = new Set(plan.slots.map(({ startsAt, endsAt }) => timesOf(startsAt, endsAt)))
  const others = here.filter((slot) => isOfThose(slot) && !isPlanned.has(timesOf(slot.starts_at, slot.ends_at)))
  const held = others.filter((slot) => peopleIn(slot) > 0)
  const free = others.filter((slot) => peopleIn(slot) === 0)
  const fresh = plan.slots.filter(({ startsAt, endsAt }) => !byTimes.has(timesOf(startsAt, endsAt)))
  const known = await findKnown(tx, key, fresh, free)

  const nextId = idsAt(books.now)
  const planned = plan.slots.map(({ label, startsAt, endsAt }): Planned => {
    const before = byTimes.get(timesOf(startsAt, endsAt))
    if (before) {
      // Whoever holds it keeps it, however few it is to take.
      const capacity = Math.max(input.people_per_slot, before.committed_count)
      const isSame = before.has_own_capacity && before.capacity === capacity
      const slot = isSame ? before : { ...before, has_own_capacity: true, capacity }
      return { slot, before, outcome: isSame ? 'UNCHANGED' : 'CHANGED' }
    }
    const named = known.get(label)
    const slot: SlotRow = {
      id: named?.id ?? nextId(),
      label,
      location: location.name,
      location_id: location.id,
      starts_at: startsAt,
      ends_at: endsAt,
      is_defined: true,
      has_own_capacity: true,
      capacity: Math.max(input.people_per_slot, named?.committed_count ?? 0),
      committed_count: named?.committed_count ?? 0,
      pending_count: named?.pending_count ?? 0,
      promised_count: named?.promised_count ?? 0,
      is_active: true,
    }
    return { slot, before: undefined, outcome: 'CREATED' }
  })
  const isReused = new Set(planned.map(({ slot }) => slot.id))
  const removed = free.filter(({ id }) => !isReused.has(id))
  checkRoom(place, [...planned.map(({ slot }) => slot), ...held, ...here.filter((slot) => !isOfThose(slot))])
  const added = planned.filter(({ outcome }) => outcome === 'CREATED').length - free.length
  if (books.slots_defined + added > MOST_SLOTS) {
    throw new Problem('TOO_MANY', `An event has at most ${MOST_SLOTS} slots.`)
  }
  return { plan, planned, held, removed, added }
}

/** @throws Problem LOCATION_FULL */
function checkRoom({ event, location }: Place, slots: readonly SlotRow[]): void {
  const attendances = slots.flatMap(({ starts_at: startsAt, ends_at: endsAt, capacity }) =>
    startsAt && endsAt ? [{ startsAt, endsAt, capacity }] : [],
  )
  refuseCrowd({ name: location.name, room: location.capacity, timezone: event.timezone }, attendances)
}

/** Slots that were taken away, or whose label somebody proposed, come back. @throws Problem NAME_TAKEN */
async function findKnown(
  tx: Tx,
  key: EventKey,
  fresh: readonly PlannedSlot[],
  free: readonly SlotRow[],
): Promise<Map<string, SlotRow>> {
  const rows = await findSlotsByLabel(
    tx,
    key,
    fresh.map(({ label }) => label),
  )
  const isFree = new Set(free.map(({ id }) => id))
  const taken = rows.find((row) => row.is_active && row.is_defined && !isFree.has(row.id))
  if (taken) {
    throw new Problem(
      'NAME_TAKEN',
      `${taken.label} is another slot of this event already, at other times or another location. Rename that one first.`,
    )
  }
  return new Map(rows.map((row) => [row.label, row]))
}

function checkCount({ slots }: SlotPlan, here: number): void {
  if (slots.length > MOST_PLANNED) {
    throw new Problem(
      'TOO_MANY',
      `These would be ${slots.length} slots, and at most ${MOST_PLANNED} are made at once: take fewer days, or longer slots.`,
    )
  }
  if (slots.length === 0 && here === 0) {
    throw invalid('body.opening', 'leave no room for a slot: open for longer, or make slots shorter')
  }
}

/** Opening hours or breaks in the order of time. @throws Problem INVALID where one is no span, or two overlap */
function readHours(path: string, hours: readonly { from: string; to: string }[]): ClockSpan[] {
  const spans = hours.map(({ from, to }, index) => {
    const span = { fromMinute: readClock(from), toMinute: readClock(to), index }
    if (span.fromMinute < span.toMinute) return span
    throw invalid(`${path}.${index}.to`, `must be after ${from}; what goes on past 24:00 belongs to the next day`)
  })
  const inOrder = spans.toSorted((a, b) => a.fromMinute - b.fromMinute)
  for (const [index, span] of inOrder.entries()) {
    const before = inOrder[index - 1]
    if (before && span.fromMinute < before.toMinute) {
      throw invalid(`${path}.${span.index}.from`, 'begins before another one ends: join them')
    }
  }
  return inOrder.map(({ fromMinute, toMinute }) => ({ fromMinute, toMinute }))
}

function notesOf({ planned, removed }: Draft): EventNote[] {
  const made = planned.flatMap(({ slot, before, outcome }): EventNote[] => {
    const { id: subjectId, label, location, capacity } = slot
    if (outcome === 'CREATED') return [{ action: 'slot.created', subjectId, detail: { label, location, capacity } }]
    if (outcome === 'CHANGED') return [{ action: 'slot.updated', subjectId, detail: { before, after: slot } }]
    return []
  })
  return [...removed.map(({ id, label }) => ({ action: 'slot.archived', subjectId: id, detail: { label } })), ...made]
}

function viewDraft({ plan, planned, held, removed }: Draft, input: SlotPlanInput): SlotPlanView {
  const viewLeft = (slot: SlotRow) => ({ slot_id: slot.id, label: slot.label, people: peopleIn(slot) })
  return {
    location_id: input.location_id,
    dry_run: input.dry_run,
    created: planned.filter(({ outcome }) => outcome === 'CREATED').length,
    slots: planned.map(({ slot, outcome }, index) => ({
      slot_id: outcome === 'CREATED' && input.dry_run ? null : slot.id,
      label: slot.label,
      starts_at: (slot.starts_at ?? plan.slots[index]?.startsAt ?? new Date(0)).toISOString(),
      ends_at: (slot.ends_at ?? plan.slots[index]?.endsAt ?? new Date(0)).toISOString(),
      capacity: slot.capacity,
      people: peopleIn(slot),
      outcome,
    })),
    held: held.map(viewLeft),
    removed: removed.map(viewLeft),
    remainders: plan.remainders,
    clock_changes: plan.clockChanges,
  }
}

function peopleIn({ committed_count: committed, pending_count: pending }: SlotRow): number {
  return committed + pending
}

function timesOf(starts: Date | null, ends: Date | null): string {
  return `${starts?.getTime()} ${ends?.getTime()}`
}

/** A day in a label: "Fri 21 May" or "Fr. 21. Mai". */
function sayDay(date: string, language: SlotPlanInput['language']): string {
  const locale = language === 'de' ? 'de-DE' : 'en-GB'
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' })
  return format.format(new Date(`${date}T00:00:00Z`)).replaceAll(',', '')
}
