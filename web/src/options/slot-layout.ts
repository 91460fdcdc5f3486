import { localDate } from '@allot/core'
import type { Slot } from './slots-query.ts'

/** One place's slots of a day, under the times of that day; a time at which the place has none stays open. */
export type PlaceRow = { place: string; cells: (Slot | undefined)[]; left: number }
export type DayTable = { date: string; times: string[]; rows: PlaceRow[]; leftByTime: number[]; left: number }

/** How slots are laid out: a table of places and times for each day, and apart what has no time of its own there. */
export type SlotLayout = { days: DayTable[]; loose: Slot[] }

export function layOut(slots: readonly Slot[], zone: string): SlotLayout {
  const byDay = new Map<string, Slot[]>()
  const loose: Slot[] = []
  for (const slot of slots) {
    if (slot.starts_at === null) {
      loose.push(slot)
      continue
    }
    const date = localDate(new Date(slot.starts_at), zone)
    byDay.set(date, [...(byDay.get(date) ?? []), slot])
  }
  const days = [...byDay].toSorted(([a], [b]) => a.localeCompare(b)).map(([date, those]) => tableOf(date, those, loose))
  return { days, loose: loose.toSorted((a, b) => a.label.localeCompare(b.label, undefined, { numeric: true })) }
}

/** Two slots of one place at one time would be one cell: the second stands apart. */
function tableOf(date: string, slots: readonly Slot[], loose: Slot[]): DayTable {
  const times = [...new Set(slots.map(({ starts_at }) => starts_at ?? ''))].toSorted()
  const places = [...new Set(slots.map(({ location }) => location ?? ''))].toSorted((a, b) => a.localeCompare(b))
  const rows = places.map((place): PlaceRow => {
    const here = slots.filter(({ location }) => (location ?? '') === place)
    const cells = times.map((time) => {
      const [first, ...others] = here.filter(({ starts_at }) => starts_at === time)
      loose.push(...others)
      return first
    })
    return { place, cells, left: sumLeft(cells) }
  })
  const leftByTime = times.map((_, column) => sumLeft(rows.map(({ cells }) => cells[column])))
  return { date, times, rows, leftByTime, left: leftByTime.reduce((sum, left) => sum + left, 0) }
}

function sumLeft(cells: readonly (Slot | undefined)[]): number {
  return cells.reduce((sum, slot) => sum + (slot ? slot.capacity - slot.committed_count : 0), 0)
}

/** The next cell in a direction that is one; none where the edge comes first. */
export function step(
  rows: readonly PlaceRow[],
  from: { row: number; column: number },
  by: { row: number; column: number },
) {
  let { row, column } = from
  for (;;) {
    row += by.row
    column += by.column
    const cells = rows[row]?.cells
    if (!cells || column < 0 || column >= cells.length) return undefined
    const slot = cells[column]
    if (slot) return { row, column, slot }
  }
}

export type Way = { slot: Slot; samePlace: boolean; minutes: number | undefined }

/** Where people of a slot could go: with room for all of them first, at the same place before others, nearest in time. */
export function nearest(slots: readonly Slot[], from: Slot, people: number, most = 4): Way[] {
  const ways = slots.flatMap((slot): Way[] => {
    if (slot.id === from.id || slot.available <= 0) return []
    const both = slot.starts_at !== null && from.starts_at !== null
    const minutes = both ? (Date.parse(slot.starts_at ?? '') - Date.parse(from.starts_at ?? '')) / 60_000 : undefined
    return [{ slot, samePlace: slot.location === from.location, minutes }]
  })
  const rank = ({ slot, samePlace, minutes = 10_000 }: Way) =>
    (slot.available >= people ? 0 : 1_000_000) + Math.abs(minutes) + (samePlace ? 0 : 45)
  return ways.toSorted((a, b) => rank(a) - rank(b)).slice(0, most)
}
