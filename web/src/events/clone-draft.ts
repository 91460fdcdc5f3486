import { addDays, daysBetween } from '../ui/zoned.ts'
import { dateFields, draftOf, momentParts } from './draft.ts'
import type { Draft } from './draft.ts'
import type { Schema } from '../api.ts'

/** A year later on the same day of the week. */
export const CLONE_DAYS = 364

/** A new event like another: its fields and options, every date as many days later, and none of its people. */
export function cloneDraft(event: Schema<'Event'>, name: string): Draft {
  const { fields, rows } = draftOf(event)
  const copy: Draft = {
    fields: { ...fields, name, slug: '' },
    rows: rows.map((row) => ({ ...row, id: null, key: crypto.randomUUID() })),
  }
  return moveDates(copy, CLONE_DAYS)
}

export function moveDates({ fields, rows }: Draft, days: number): Draft {
  return {
    fields: { ...fields, ...Object.fromEntries(dateFields.map((name) => [name, moveText(fields[name], days)])) },
    rows: rows.map((row) => ({
      ...row,
      starts_at: moveText(row.starts_at, days),
      ends_at: moveText(row.ends_at, days),
    })),
  }
}

/** When the beginning of a copy moves, what still lies where the copy put it moves along. */
export function followBegin(first: Draft, before: Draft, begins: string): Draft {
  const fields = { ...before.fields, event_date: begins }
  const [from, was, now] = [first.fields.event_date, before.fields.event_date, begins].map(
    (text) => momentParts(text).date,
  )
  if (!isDay(from) || !isDay(was) || !isDay(now)) return { ...before, fields }
  const [wasMoved, moved] = [moveDates(first, daysBetween(from, was)), moveDates(first, daysBetween(from, now))]
  const others = dateFields.filter((name) => name !== 'event_date' && before.fields[name] === wasMoved.fields[name])
  const rows = before.rows.map((row) => {
    const index = first.rows.findIndex(({ key }) => key === row.key)
    const [rowWas, rowNow] = [wasMoved.rows[index], moved.rows[index]]
    if (!rowWas || !rowNow) return row
    return {
      ...row,
      ...(row.starts_at === rowWas.starts_at ? { starts_at: rowNow.starts_at } : {}),
      ...(row.ends_at === rowWas.ends_at ? { ends_at: rowNow.ends_at } : {}),
    }
  })
  return { fields: { ...fields, ...Object.fromEntries(others.map((name) => [name, moved.fields[name]])) }, rows }
}

function moveText(text: string, days: number): string {
  const { date, time } = momentParts(text)
  return isDay(date) ? `${addDays(date, days)} ${time}` : text
}

/** A whole date; while a year is being typed, browsers give years such as 0002. */
function isDay(date: string | undefined): date is string {
  return date !== undefined && /^[12]\d{3}-\d\d-\d\d$/.test(date)
}
