import type { Day } from './day-query.ts'

const MINUTE_MS = 60_000
/** The last hour, as the API has it. */
export const MINUTES = 60

/** The scans of the last hour at one desk, minute by minute, the oldest first; minutes without one are nought. */
export function countMinutes(day: Pick<Day, 'now' | 'scans'>, deskId: string): number[] {
  const end = Math.floor(Date.parse(day.now) / MINUTE_MS)
  const counts = Array.from({ length: MINUTES }, () => 0)
  for (const { minute, desk_id: id, count } of day.scans) {
    const index = MINUTES - 1 - (end - Math.floor(Date.parse(minute) / MINUTE_MS))
    if (id === deskId && index >= 0 && index < MINUTES) counts[index] = (counts[index] ?? 0) + count
  }
  return counts
}
