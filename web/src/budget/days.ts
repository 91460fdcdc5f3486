import { startOfDay } from '@allot/core'

/** The last instant of a local day, `2026-11-24`, in the event's zone. */
export function endOfDay(on: string, zone: string): Date | undefined {
  // Noon of the day after, in UTC, is on that day or beside it wherever one is; its start is looked for from there.
  const noon = new Date(`${on}T12:00:00Z`)
  if (Number.isNaN(noon.getTime())) return undefined
  return new Date(startOfDay(new Date(startOfDay(noon, zone).getTime() + 26 * 3_600_000), zone).getTime() - 1)
}

/** A local day, as an instant that is on that day in UTC: to be said in UTC. */
export function dayAt(on: string): Date {
  return new Date(`${on}T12:00:00Z`)
}
