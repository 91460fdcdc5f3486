/** Instants are UTC; a zone only says how they are read. Zones are IANA names, as Intl knows them. */

export function isTimeZone(name: string): boolean {
  // Intl also takes offsets such as "+02:00": those are no zones, they know no summer time.
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** An instant in a zone's words for a message: "Fri 30 Apr 2027, 18:00". */
export function sayInstant(at: Date, timeZone: string): string {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    formats.set(timeZone, format)
  }
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
  return `${part.weekday} ${part.day} ${part.month} ${part.year}, ${part.hour}:${part.minute}`
}

const calendars = new Map<string, Intl.DateTimeFormat>()

/** The date in a zone, such as 2027-05-21, of an instant. */
export function localDate(at: Date, timeZone: string): string {
  let calendar = calendars.get(timeZone)
  if (!calendar) {
    // Swedes write dates as ISO 8601 does.
    calendar = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    calendars.set(timeZone, calendar)
  }
  return calendar.format(at)
}

/** The instant at which the day of another begins in a zone: midnight, or what comes first where summer time skips it. */
export function startOfDay(at: Date, timeZone: string): Date {
  const date = localDate(at, timeZone)
  // No zone is further than 15 hours from UTC, and no offset is of less than a minute since 1972.
  let before = Date.parse(`${date}T00:00:00Z`) - 15 * 3_600_000
  let after = at.getTime()
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (localDate(new Date(middle), timeZone) < date) before = middle
    else after = middle
  }
  return new Date(after)
}
