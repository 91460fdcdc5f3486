import { stretchesOf } from './time.ts'
import type { Stretch } from './time.ts'

/** From one minute of the day to another, by the clock; 1440 is its end, 24:00. */
export type ClockSpan = { fromMinute: number; toMinute: number }

/** Opening hours on some days, and what slots are cut from them. */
export type PlanTerms = {
  /** What labels begin with. */
  name: string
  timeZone: string
  /** Local dates, such as 2027-05-21, each once. */
  days: readonly string[]
  opening: readonly ClockSpan[]
  breaks: readonly ClockSpan[]
  slotMinutes: number
  /** Puts the day into a label, where slots of several days would be called the same; left out, it is not there. */
  sayDay?: ((date: string) => string) | undefined
}

export type PlannedSlot = { label: string; startsAt: Date; endsAt: Date }
/** What is open, but too short for one more slot. */
export type Remainder = { date: string; from: string; to: string; minutes: number }
/** Opening hours that the clocks leave out, or show twice. */
export type ClockChange = { date: string; kind: 'skipped' | 'repeated'; from: string; to: string }

export type SlotPlan = { slots: PlannedSlot[]; remainders: Remainder[]; clockChanges: ClockChange[] }

/** From one minute since 1970 to another, in UTC. */
type Span = { from: number; to: number }

/**
 * Cuts opening hours into slots. What is open is what the clocks say is: an hour that they leave out is not there, one
 * that they show twice is there twice, and its slots say the distance to UTC in their labels. Each slot lasts exactly as
 * long as is said; what is left over is said.
 *
 * @returns slots in the order of the days and of time, no two with the same label
 * @throws never; the spans are expected to be in order, and not to overlap
 */
export function planSlots(terms: PlanTerms): SlotPlan {
  const plans = terms.days.map((date) => planDay(date, terms))
  return {
    slots: plans.flatMap(({ slots }) => slots),
    remainders: plans.flatMap(({ remainders }) => remainders),
    clockChanges: plans.flatMap(({ clockChanges }) => clockChanges),
  }
}

function planDay(date: string, terms: PlanTerms): SlotPlan {
  const { opening, breaks, slotMinutes } = terms
  const day = createDay(date, terms.timeZone)
  const slots: PlannedSlot[] = []
  const remainders: Remainder[] = []
  const closed = breaks.flatMap(day.spansOf)
  for (const hours of opening) {
    for (const { from, to } of without(joined(day.spansOf(hours)), closed)) {
      let start = from
      for (; start + slotMinutes <= to; start += slotMinutes) {
        slots.push({
          label: labelOf(terms, day, start),
          startsAt: instantOf(start),
          endsAt: instantOf(start + slotMinutes),
        })
      }
      if (start < to) remainders.push({ date, from: day.sayStart(start), to: day.sayEnd(to), minutes: to - start })
    }
  }
  return { slots, remainders, clockChanges: clockChangesOf(date, day.stretches, opening) }
}

function labelOf({ name, slotMinutes, sayDay }: PlanTerms, day: Day, start: number): string {
  const times = `${day.sayStart(start)}–${day.sayEnd(start + slotMinutes)}`
  const twice = day.isTwice(start) ? [`UTC${sayOffset(day.stretchAt(start).offsetMinutes)}`] : []
  return [name, ...(sayDay ? [sayDay(day.date)] : []), times, ...twice].join(' ')
}

type Day = ReturnType<typeof createDay>

/** A local day between the clock's minutes and those since 1970. */
function createDay(date: string, timeZone: string) {
  const stretches = stretchesOf(date, timeZone)
  const midnight = Date.parse(`${date}T00:00:00Z`) / 60_000
  const spans = stretches.map(({ fromMinute, toMinute, offsetMinutes }) => ({
    from: midnight + fromMinute - offsetMinutes,
    to: midnight + toMinute - offsetMinutes,
  }))
  const stretchAt = (minute: number): Stretch => {
    const stretch = stretches.find((_, index) => {
      const span = spans[index]
      return span !== undefined && span.from <= minute && minute < span.to
    })
    if (!stretch) throw new Error('a minute outside of its day')
    return stretch
  }
  const clockAt = (minute: number) => minute - midnight + stretchAt(minute).offsetMinutes
  return {
    date,
    stretches,
    stretchAt,
    /** When the clocks show these hours. */
    spansOf: ({ fromMinute, toMinute }: ClockSpan): Span[] =>
      stretches.flatMap((stretch) => {
        const from = Math.max(fromMinute, stretch.fromMinute)
        const to = Math.min(toMinute, stretch.toMinute)
        const base = midnight - stretch.offsetMinutes
        return from < to ? [{ from: base + from, to: base + to }] : []
      }),
    isTwice: (minute: number) =>
      stretches.filter(({ fromMinute, toMinute }) => {
        const shown = clockAt(minute)
        return fromMinute <= shown && shown < toMinute
      }).length > 1,
    sayStart: (minute: number) => sayClock(clockAt(minute)),
    /** An end as the clock comes to it: 24:00 and not 00:00, and 02:00 where it jumps to 03:00 then. */
    sayEnd: (minute: number) => sayClock(clockAt(minute - 1) + 1),
  }
}

/** Spans that follow each other without a gap as one. */
function joined(spans: readonly Span[]): Span[] {
  const whole: Span[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1)
    if (last && last.to === span.from) last.to = span.to
    else whole.push({ ...span })
  }
  return whole
}

function without(open: readonly Span[], closed: readonly Span[]): Span[] {
  let left = [...open]
  for (const gap of closed) {
    left = left.flatMap((span) => {
      const before = { from: span.from, to: Math.min(span.to, gap.from) }
      const after = { from: Math.max(span.from, gap.to), to: span.to }
      return [before, after].filter(({ from, to }) => from < to)
    })
  }
  return left
}

function clockChangesOf(date: string, stretches: readonly Stretch[], opening: readonly ClockSpan[]): ClockChange[] {
  const ends = [0, ...stretches.map(({ toMinute }) => toMinute)]
  const begins = [...stretches.map(({ fromMinute }) => fromMinute), 1440]
  return ends.flatMap((end, index) => {
    const begin = begins[index] ?? 1440
    const [from, to] = [Math.min(begin, end), Math.max(begin, end)]
    const isOpen = opening.some(({ fromMinute, toMinute }) => fromMinute < to && from < toMinute)
    if (from === to || !isOpen) return []
    return [{ date, kind: begin > end ? 'skipped' : 'repeated', from: sayClock(from), to: sayClock(to) } as const]
  })
}

/** A minute of the day as 09:05. */
export function sayClock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/** A time such as 09:05 or 24:00 as a minute of the day. */
export function readClock(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

function sayOffset(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
}

function instantOf(minute: number): Date {
  return new Date(minute * 60_000)
}
