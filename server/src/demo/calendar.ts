/** The days of the example, as they lie around the moment somebody loads it. */

export const timezone = 'Europe/Amsterdam'
export const minute = 60_000
const day = 24 * 60 * minute

/** A time at which one person decides about many requests. `dayIndex` counts from the day of opening, 0. */
type Session = { at: Date; by: 'organizer' | 'approver'; dayIndex: number }
export type Calendar = {
  now: Date
  year: string
  opensAt: Date
  closesAt: Date
  raisedAt: Date
  onEventDay: (time: string) => Date
  /** `days` ago, and a share of the day so far before that: so both hours and dates count the same days. */
  age: (days: number, share: number) => Date
  minutesAgo: (minutes: number) => Date
  /** Times at which people ask and cancel, twice a day until a full day ago, oldest first. */
  visits: Date[]
  sessions: Session[]
  /** The last session before the last hour and a half, always the approver's. */
  lastSession: Session
}

/** Registration opened 51 days before `now`; the event is on 21 May 2027, or whole weeks later for a later `now`. */
export function calendarAround(now: Date): Calendar {
  const today = localDay(now)
  const weeks = weeksToMove(now)
  const eventDay = addDays('2027-05-21', weeks * 7)
  const minutesAgo = (minutes: number) => new Date(+now - minutes * minute)
  const lastSession: Session = { at: minutesAgo(130), by: 'approver', dayIndex: 51 }
  const span = spanOfToday(now)
  return {
    now,
    year: eventDay.slice(0, 4),
    opensAt: instantAt(addDays(today, -51), '09:00'),
    closesAt: closingAfter(weeks),
    raisedAt: instantAt(addDays(today, -34), '10:00'),
    onEventDay: (time) => instantAt(eventDay, time),
    age: (days, share) => new Date(Math.floor((+now - days * day - share * span) / minute) * minute),
    minutesAgo,
    visits: daysBack(51)
      .flatMap((daysAgo) => ['12:25', '20:10'].map((time) => instantAt(addDays(today, -daysAgo), time)))
      .filter((at) => +now - +at >= day),
    sessions: [...pastSessions(today), { at: minutesAgo(185), by: 'organizer', dayIndex: 51 }, lastSession],
    lastSession,
  }
}

const closingAfter = (weeks: number) => instantAt(addDays('2027-04-30', weeks * 7), '18:00')

function weeksToMove(now: Date): number {
  const earliest = +now + 9 * day
  let weeks = Math.max(0, Math.floor((earliest - +closingAfter(0)) / (7 * day)))
  // At most twice: the division above knows no summer time.
  while (+closingAfter(weeks) < earliest) weeks++
  return weeks
}

/** How far back "today" reaches: to midnight at most, and six hours and a half right after it, for want of a morning. */
function spanOfToday(now: Date): number {
  const morning = 6.5 * 60 * minute
  const sinceMidnight = +now - +instantAt(localDay(now), '00:00')
  return sinceMidnight < 30 * minute ? morning : Math.min(sinceMidnight, morning)
}

/** Two sessions a day, one while there is little to decide, at the edges of a weekend's day; two people in turn. */
function pastSessions(today: string): Session[] {
  return daysBack(50)
    .flatMap((daysAgo) => {
      const on = addDays(today, -daysAgo)
      const isWeekend = [0, 6].includes(new Date(on).getUTCDay())
      const times = isWeekend ? ['09:30', '19:30'] : ['11:40', '16:20']
      const dayIndex = 51 - daysAgo
      return times.slice(dayIndex < 16 ? 1 : 0).map((time) => ({ at: instantAt(on, time), dayIndex }))
    })
    .map((session, index) => ({ ...session, by: index % 2 ? 'organizer' : 'approver' }))
}

/** From so many days ago until yesterday. */
const daysBack = (from: number) => Array.from({ length: from }, (_, index) => from - index)

/** "2027-03-01" and −1 → "2027-02-28". */
function addDays(localDate: string, days: number): string {
  return new Date(Date.parse(localDate) + days * day).toISOString().slice(0, 10)
}

const localDay = (at: Date) => localClock(at).slice(0, 10)

/** The instant at which Amsterdam's clocks show this date ("2027-05-21") and time ("09:00"), in summer and in winter. */
export function instantAt(localDate: string, time: string): Date {
  const wanted = Date.parse(`${localDate}T${time}Z`)
  const offsetAt = (at: number) => Date.parse(localClock(new Date(at))) - at
  // The offset there is that of an instant one offset earlier; the first guess is off by an hour near a change.
  const guess = wanted - offsetAt(wanted)
  return new Date(wanted - offsetAt(guess))
}

// Swedish writes a date and a time as ISO 8601 does.
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short', timeStyle: 'medium' })

/** "2027-05-21T09:00:00Z" for 07:00 UTC: what the clocks in Amsterdam show, written as if it were UTC. */
const localClock = (at: Date) => `${clock.format(at).replace(' ', 'T')}Z`
