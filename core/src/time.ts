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

/** A time from one instant up to another, which is not a part of it. */
export type Period = { startsAt: Date; endsAt: Date }

/** Whether two periods share any time: where one ends as the other begins they do not, and in no time at all nothing is. */
export function doOverlap(a: Period, b: Period): boolean {
  const startsAt = Math.max(a.startsAt.getTime(), b.startsAt.getTime())
  return startsAt < Math.min(a.endsAt.getTime(), b.endsAt.getTime())
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

const clocks = new Map<string, Intl.DateTimeFormat>()

/** How far the clocks of a zone are ahead of UTC at an instant, in minutes; no offset is of less than a minute since 1972. */
export function offsetMinutes(at: Date, timeZone: string): number {
  let clock = clocks.get(timeZone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
    })
    clocks.set(timeZone, clock)
  }
  const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part
  return Math.round((Date.UTC(year, month - 1, day, hour, minute) - at.getTime()) / 60_000)
}

/** A part of a local day in which clocks run evenly: from one minute of the day to another, as the clocks show them. */
export type Stretch = { fromMinute: number; toMinute: number; offsetMinutes: number }

/**
 * A local day in the order of time: one stretch on most days. Where clocks are set forward, the next one begins later by
 * the clock than the one before it ended; where they are set back, earlier. A day that a zone leaves out has none.
 *
 * @param date such as 2027-05-21
 */
export function stretchesOf(date: string, timeZone: string): Stretch[] {
  const midnight = Date.parse(`${date}T00:00:00Z`) / 60_000
  const offsetAt = (minute: number) => offsetMinutes(new Date(minute * 60_000), timeZone)
  // No zone is further than 15 hours from UTC; no two changes are within an hour.
  const [first, last] = [midnight - 15 * 60, midnight + 39 * 60]
  const stretches: Stretch[] = []
  let [from, offset] = [first, offsetAt(first)]
  const add = (to: number) => {
    const [fromMinute, toMinute] = [Math.max(0, from + offset - midnight), Math.min(1440, to + offset - midnight)]
    if (fromMinute < toMinute) stretches.push({ fromMinute, toMinute, offsetMinutes: offset })
  }
  for (let hour = first + 60; hour <= last; hour += 60) {
    const next = offsetAt(hour)
    if (next === offset) continue
    let [before, after] = [hour - 60, hour]
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2)
      if (offsetAt(middle) === offset) before = middle
      else after = middle
    }
    add(after)
    ;[from, offset] = [after, next]
  }
  add(last)
  return stretches
}
