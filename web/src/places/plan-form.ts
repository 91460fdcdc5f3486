import type { Schema } from '../api.ts'
import { addDays } from '../ui/zoned.ts'

/** Opening hours as they are typed. */
export type PlanFields = {
  locationId: string
  from: string
  to: string
  opens: string
  closes: string
  pauseFrom: string
  pauseTo: string
  minutes: string
  people: string
}

/** A fair of two months has no more days. */
const MOST_DAYS = 62

export type ReadPlan = { plan: Omit<Schema<'SlotPlan'>, 'dry_run'> } | { wrong: keyof PlanFields }

/** What is typed as the API takes it, or the first field that is not right. */
export function readPlan(fields: PlanFields, language: 'en' | 'de'): ReadPlan {
  const days = daysFrom(fields.from, fields.to === '' ? fields.from : fields.to)
  if (!isDate(fields.from)) return { wrong: 'from' }
  if (days.length === 0 || days.length > MOST_DAYS) return { wrong: 'to' }
  const closes = endOf(fields.closes)
  if (!isTime(fields.opens)) return { wrong: 'opens' }
  if (!isTime(fields.closes) || closes <= fields.opens) return { wrong: 'closes' }
  const hasPause = fields.pauseFrom !== '' || fields.pauseTo !== ''
  if (hasPause && !isTime(fields.pauseFrom)) return { wrong: 'pauseFrom' }
  if (hasPause && (!isTime(fields.pauseTo) || endOf(fields.pauseTo) <= fields.pauseFrom)) return { wrong: 'pauseTo' }
  const minutes = whole(fields.minutes)
  if (minutes < 5 || minutes > 120) return { wrong: 'minutes' }
  const people = whole(fields.people)
  if (people < 1 || people > 1_000_000) return { wrong: 'people' }
  return {
    plan: {
      location_id: fields.locationId,
      days,
      opening: [{ from: fields.opens, to: closes }],
      breaks: hasPause ? [{ from: fields.pauseFrom, to: endOf(fields.pauseTo) }] : [],
      slot_minutes: minutes,
      people_per_slot: people,
      language,
    },
  }
}

/** Days one after another; none where they are the wrong way round, and one too many where they are too many. */
function daysFrom(first: string, last: string): string[] {
  if (!isDate(first) || !isDate(last)) return []
  const days: string[] = []
  for (let day = first; day <= last && days.length <= MOST_DAYS; day = addDays(day, 1)) days.push(day)
  return days
}

/** Midnight as an end is the end of the day. */
function endOf(time: string): string {
  return time === '00:00' ? '24:00' : time
}

const isDate = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text)
const isTime = (text: string) => /^\d\d:\d\d$/.test(text)
const whole = (text: string) => (/^\d{1,7}$/.test(text.trim()) ? Number(text) : 0)
