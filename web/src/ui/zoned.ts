/** Between instants and what the clocks of a zone show. A zone is an IANA name; a date is "2027-05-21", a time "09:00". */
export type Local = { date: string; time: string }

const clocks = new Map<string, Intl.DateTimeFormat>()
const day = 86_400_000

/** What the clocks of a zone show at an instant. */
export function localOf(at: string | Date, zone: string): Local {
  const [date = '', time = ''] = clockOf(new Date(at), zone).split('T')
  return { date, time: time.slice(0, 5) }
}

/**
 * The instants at which the clocks of a zone show this: one as a rule, none where the clocks jump over it when summer
 * time begins, two where they go back when it ends, the earlier one first.
 *
 * @returns an empty list as well where date or time are none
 */
export function instantsOf({ date, time }: Local, zone: string): Date[] {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d$/.test(time)) return []
  const wanted = Date.parse(`${date}T${time}:00Z`)
  if (Number.isNaN(wanted)) return []
  // No change of clocks is nearer to another than a day: the offsets a day before and a day after are all there are.
  const offsets = new Set([wanted - day, wanted + day].map((around) => offsetAt(around, zone)))
  return [...offsets]
    .map((offset) => new Date(wanted - offset))
    .filter((at) => clockOf(at, zone).startsWith(`${date}T${time}`))
    .sort((a, b) => +a - +b)
}

/** The instant at which the clocks of a zone show this; the first of two, and undefined where they never do. */
export function instantOf(local: Local, zone: string): Date | undefined {
  return instantsOf(local, zone)[0]
}

/** "2027-03-01" and −1 → "2027-02-28": days of the calendar, not of 24 hours. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10)
}

/** How many days of the calendar lie between two dates. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / day)
}

function offsetAt(at: number, zone: string): number {
  return Date.parse(`${clockOf(new Date(at), zone)}Z`) - Math.floor(at / 1000) * 1000
}

function clockOf(at: Date, zone: string): string {
  let clock = clocks.get(zone)
  if (!clock) {
    // Swedish writes a date and a time as ISO 8601 does.
    clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
    clocks.set(zone, clock)
  }
  return clock.format(at).replace(' ', 'T')
}
