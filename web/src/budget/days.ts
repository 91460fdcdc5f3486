import { localDate, startOfDay } from '@allot/core'

const HOUR = 3_600_000

/** The last instant of a local day, `2026-11-24`, in the event's zone. */
export function endOfDay(on: string, zone: string): Date | undefined {
  const noon = dayAt(on).getTime() + 24 * HOUR
  if (Number.isNaN(noon)) return undefined
  // At noon in UTC it is the same day everywhere but in the far east; there it is fourteen hours before.
  const next = new Date(noon).toISOString().slice(0, 10)
  const within = [noon, noon - 14 * HOUR].find((at) => localDate(new Date(at), zone) === next)
  return within === undefined ? undefined : new Date(startOfDay(new Date(within), zone).getTime() - 1)
}

/** The first instant of a local day, in the event's zone. */
export function startOf(on: string, zone: string): Date | undefined {
  const before = new Date(dayAt(on).getTime() - 24 * HOUR)
  if (Number.isNaN(before.getTime())) return undefined
  const end = endOfDay(before.toISOString().slice(0, 10), zone)
  return end && new Date(end.getTime() + 1)
}

/** A local day, as an instant that is on that day in UTC: to be said in UTC. */
export function dayAt(on: string): Date {
  return new Date(`${on}T12:00:00Z`)
}
