import type { Schema } from '../api.ts'
import { sayDay, sayTime } from '../ui/format.ts'

/** Marks a column whose time there is once more: sorted after the first, and not named again. */
const AGAIN = '+'

export type SlotGrid = { columns: string[]; rows: { name: string; cells: (Schema<'Slot'> | undefined)[] }[] }

/**
 * Slots as a grid: a row for each place (and day, where there are several), a column for each time of day. Slots
 * without a time have no column; they are listed instead.
 */
export function gridOf(slots: readonly Schema<'Slot'>[], zone: string, language: string, anyPlace: string): SlotGrid {
  const timed = slots.flatMap((slot) =>
    slot.starts_at === null
      ? []
      : [{ slot, time: sayTime(slot.starts_at, zone, language), day: sayDay(slot.starts_at, zone, language, false) }],
  )
  const isOneDay = new Set(timed.map(({ day }) => day)).size <= 1
  const byRow = new Map<string, Map<string, Schema<'Slot'>>>()
  for (const { slot, time, day } of timed) {
    const place = slot.location ?? anyPlace
    const name = isOneDay ? place : `${place}, ${day}`
    const row = byRow.get(name) ?? new Map<string, Schema<'Slot'>>()
    // When the clocks go back an hour comes twice, and nothing forbids two slots at one time: both are shown.
    let column = time
    while (row.has(column)) column += AGAIN
    row.set(column, slot)
    byRow.set(name, row)
  }
  const columns = [...new Set([...byRow.values()].flatMap((row) => [...row.keys()]))].sort()
  return { columns, rows: [...byRow].map(([name, cells]) => ({ name, cells: columns.map((time) => cells.get(time)) })) }
}

/** Which columns are named: whole hours, and no more than fit side by side. */
export function namedColumns(columns: readonly string[], most = 5): (string | undefined)[] {
  const hours = columns.filter((time) => time.endsWith(':00'))
  const every = Math.max(1, Math.ceil(hours.length / most))
  const named = new Set(hours.filter((_, index) => index % every === 0))
  return columns.map((time) => (named.has(time) ? time.slice(0, 2) : undefined))
}
