import type { Schema } from '../api.ts'
import { addDays, instantOf, localOf } from '../ui/zoned.ts'

/** From where to when, in pieces of how long, for how many: what slots are made from. */
export type SlotPlan = {
  location: string
  date: string
  opens: string
  closes: string
  minutes: string
  /** Between two slots. */
  pause: string
  capacity: string
}

export const MOST_SLOTS = 2000
type Planned = { slots: Schema<'NewSlot'>[] } | { wrong: keyof SlotPlan }

/**
 * The slots between two times of a day in a zone; by the clock's hours, so that one that is jumped over is left out.
 * Labels are "North Gate 11:30", with the day in front where the event has slots on several.
 *
 * @param dayName what to put in front of the label, if anything
 */
export function planSlots(plan: SlotPlan, zone: string, dayName = ''): Planned {
  const minutes = whole(plan.minutes)
  const pause = plan.pause.trim() === '' ? 0 : whole(plan.pause)
  const capacity = plan.capacity.trim() === '' ? null : whole(plan.capacity)
  const [opens, closes] = [minuteOf(plan.opens), minuteOf(plan.closes)]
  if (!/^\d{4}-\d\d-\d\d$/.test(plan.date)) return { wrong: 'date' }
  if (opens === undefined) return { wrong: 'opens' }
  if (closes === undefined) return { wrong: 'closes' }
  if (minutes === undefined || minutes < 1 || minutes > 1440) return { wrong: 'minutes' }
  if (pause === undefined || pause > 1440) return { wrong: 'pause' }
  if (capacity === undefined || capacity === 0) return { wrong: 'capacity' }
  // 00:00 as the end is midnight, the end of the day.
  const end = closes <= opens && closes === 0 ? 1440 : closes
  if (end - opens < minutes) return { wrong: 'closes' }

  const slots: Schema<'NewSlot'>[] = []
  for (let start = opens; start + minutes <= end; start += minutes + pause) {
    const startsAt = at(plan.date, start, zone)
    if (!startsAt) continue
    const endsAt = new Date(+startsAt + minutes * 60_000)
    const label = [dayName, plan.location.trim(), clock(start)].filter(Boolean).join(' ')
    slots.push({
      label,
      location: plan.location.trim() || null,
      starts_at: startsAt.toISOString(),
      ends_at: endsAt.toISOString(),
      capacity,
    })
  }
  return { slots }
}

/** The slots of another event, as many days later, at the same hours. */
export function movedSlots(slots: Schema<'Slot'>[], days: number, fromZone: string, zone: string): Schema<'NewSlot'>[] {
  const moved = (instant: string | null) => {
    if (instant === null) return null
    const { date, time } = localOf(instant, fromZone)
    return instantOf({ date: addDays(date, days), time }, zone)?.toISOString() ?? null
  }
  return slots
    .filter(({ is_defined: isDefined }) => isDefined)
    .map(({ label, location, starts_at: starts, ends_at: ends, capacity }) => {
      const startsAt = moved(starts)
      return { label, location, starts_at: startsAt, ends_at: startsAt === null ? null : moved(ends), capacity }
    })
}

function at(date: string, minute: number, zone: string): Date | undefined {
  return instantOf({ date: addDays(date, Math.floor(minute / 1440)), time: clock(minute % 1440) }, zone)
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

function minuteOf(time: string): number | undefined {
  const [, hours = '', minutes = ''] = /^(\d\d):(\d\d)$/.exec(time) ?? []
  return hours === '' ? undefined : Number(hours) * 60 + Number(minutes)
}

function whole(text: string): number | undefined {
  return /^\d{1,7}$/.test(text.trim()) ? Number(text) : undefined
}
