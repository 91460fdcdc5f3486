const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * How many days somebody has waited, by the calendar of the event's zone: who asked yesterday evening waits since
 * yesterday. The API's filter and its facets count in the same way.
 */
export function waitedDays(at: string, zone: string, now = new Date()): number {
  return Math.max(0, dayNumber(now, zone) - dayNumber(new Date(at), zone))
}

function dayNumber(at: Date, zone: string): number {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone })
  formats.set(zone, format)
  return Date.parse(`${format.format(at)}T00:00:00Z`) / 86_400_000
}

/** Who waits longer than this is marked: it is where the API's last group of ages begins. */
export const LONG_DAYS = 5
