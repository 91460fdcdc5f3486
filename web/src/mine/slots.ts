import { queryOptions } from '@tanstack/react-query'
import { api, takePage } from '../api.ts'
import type { Schema } from '../api.ts'
import { eventKey } from '../session/event.ts'
import { sayDay, sayTime } from '../ui/format.ts'

export type Slot = Schema<'Slot'>

/** The slots of one place, in order of time. */
export type Place = { name: string; slots: Slot[]; left: number }

/** Two thousand slots; more would be no choice for a thumb. */
const MOST_PAGES = 20

export const slotsQuery = (eventId: string) =>
  queryOptions({
    queryKey: eventKey(eventId, 'slots'),
    queryFn: () => listSlots(eventId),
  })

async function listSlots(eventId: string): Promise<Slot[]> {
  const all: Slot[] = []
  let cursor: string | undefined
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const query = { limit: 100, ...(cursor === undefined ? {} : { cursor }) }
    const path = { event_id: eventId }
    const { items, next } = await takePage(api.GET('/events/{event_id}/slots', { params: { path, query } }))
    all.push(...items)
    if (next === undefined) break
    cursor = next
  }
  return all
}

/** Slots by place; what is over already is no longer a choice. Slots without a place stand together, under ''. */
export function groupByPlace(slots: readonly Slot[], now: Date): Place[] {
  const places = new Map<string, Slot[]>()
  for (const slot of slots) {
    const end = slot.ends_at ?? slot.starts_at
    if (end !== null && new Date(end) < now) continue
    const name = slot.location ?? ''
    places.set(name, [...(places.get(name) ?? []), slot])
  }
  return [...places]
    .map(([name, those]) => ({
      name,
      slots: those.toSorted(byTime),
      left: those.reduce((sum, { available }) => sum + available, 0),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

function byTime(a: Slot, b: Slot): number {
  return (
    (a.starts_at ?? '').localeCompare(b.starts_at ?? '') || a.label.localeCompare(b.label, undefined, { numeric: true })
  )
}

/** The slots with room nearest to one that has none: at its own place first, then nearest in time. */
export function nearestFree(slots: readonly Slot[], wanted: Slot, most = 3): Slot[] {
  const distance = (slot: Slot) =>
    slot.starts_at === null || wanted.starts_at === null
      ? Number.MAX_SAFE_INTEGER
      : Math.abs(Date.parse(slot.starts_at) - Date.parse(wanted.starts_at))
  const elsewhere = (slot: Slot) => (slot.location === wanted.location ? 0 : 1)
  return slots
    .filter((slot) => slot.available > 0 && slot.id !== wanted.id)
    .toSorted((a, b) => elsewhere(a) - elsewhere(b) || distance(a) - distance(b))
    .slice(0, most)
}

/** "11:30", with its day where the days differ; the label where a slot has no time. */
export function sayStart(slot: Slot, zone: string, language: string, withDay = false): string {
  if (slot.starts_at === null) return slot.label
  const time = sayTime(slot.starts_at, zone, language)
  return withDay ? `${sayDay(slot.starts_at, zone, language, false)}, ${time}` : time
}

/** Whether slots are on more than one day, as the event's zone counts days. */
export function areOnSeveralDays(slots: readonly Slot[], zone: string): boolean {
  const days = slots.flatMap(({ starts_at }) => (starts_at === null ? [] : [sayDay(starts_at, zone, 'en')]))
  return new Set(days).size > 1
}
