import type { Schema } from '../api.ts'
import { sayDay, sayTime } from '../ui/format.ts'
import type { Registration } from './my-registrations.ts'

/** When and where to be for a registration: its slot, or else its track's own hours, or else the event's. */
export type Whereabouts = {
  kind: 'slot' | 'track' | 'event'
  place: string | null
  startsAt: string | null
  endsAt: string | null
  /** The slot as it is called, where it has no time of its own. */
  label: string | null
}

export function whereaboutsOf(registration: Registration, event: Schema<'Event'> | undefined): Whereabouts {
  const { pickup } = registration
  if (pickup !== null) {
    const { location, starts_at, ends_at, label } = pickup
    return { kind: 'slot', place: location, startsAt: starts_at, endsAt: ends_at, label }
  }
  const place = event?.venue ?? null
  const option = event?.options.find(({ id }) => id === registration.event_option_id)
  if (registration.option_type === 'TRACK' && option?.starts_at) {
    return { kind: 'track', place, startsAt: option.starts_at, endsAt: option.ends_at, label: null }
  }
  return { kind: 'event', place, startsAt: event?.event_date ?? null, endsAt: event?.ends_at ?? null, label: null }
}

/** "North Gate, Fri 21 May, 12:00 to 12:30", as much of it as is known; empty where nothing is. */
export function sayWhereabouts(
  { place, startsAt, endsAt, label }: Whereabouts,
  zone: string | undefined,
  language: string,
  sayRange: (from: string, to: string) => string,
): string {
  if (startsAt === null || zone === undefined) return label ?? place ?? ''
  const day = sayDay(startsAt, zone, language, false)
  const from = sayTime(startsAt, zone, language)
  const isSameDay = endsAt !== null && sayDay(endsAt, zone, language) === sayDay(startsAt, zone, language)
  const time = isSameDay ? sayRange(from, sayTime(endsAt, zone, language)) : from
  return [place, day, time].filter((part) => part !== null).join(', ')
}
