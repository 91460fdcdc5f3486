import type { Schema } from '../api.ts'

export type DateKind = 'created' | 'opens' | 'closes' | 'now' | 'begins' | 'ends'
export type DatePoint = { kind: DateKind; at: Date; isPast: boolean; /** From 0 to 1 along the line. */ place: number }

/** Two names nearer than this would run into one another. */
const GAP = 0.13

/** An event's dates in order, today among them, along a line by time; those too near are pushed apart. */
export function datesOf(event: Schema<'Event'>, now: Date): DatePoint[] {
  const dates: [DateKind, string | null][] = [
    event.registration_start_date === null ? ['created', event.created_at] : ['opens', event.registration_start_date],
    ['closes', event.registration_end_date],
    ['begins', event.event_date],
    ['ends', isOneDay(event) ? null : event.ends_at],
  ]
  const points = [
    ...dates.flatMap(([kind, at]) => (at === null ? [] : [{ kind, at: new Date(at) }])),
    { kind: 'now' as const, at: now },
  ].toSorted((a, b) => +a.at - +b.at)
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return []
  const span = Math.max(1, +last.at - +first.at)
  const places = spread(points.map(({ at }) => (+at - +first.at) / span))
  return points.map(({ kind, at }, index) => ({ kind, at, isPast: at < now, place: places[index] ?? 0 }))
}

function isOneDay({ event_date: begins, ends_at: ends }: Schema<'Event'>): boolean {
  return begins === null || ends === null || +new Date(ends) - +new Date(begins) < 86_400_000
}

/** Keeps the order and, from both ends, a gap between neighbours. */
function spread(places: number[]): number[] {
  const gap = places.length > 1 ? Math.min(GAP, 1 / (places.length - 1)) : 0
  const apart = [...places]
  for (let index = 1; index < apart.length; index++) {
    apart[index] = Math.max(apart[index] ?? 0, (apart[index - 1] ?? 0) + gap)
  }
  let end = 1
  for (let index = apart.length - 1; index >= 0; index--) {
    apart[index] = Math.min(apart[index] ?? 0, end)
    end = (apart[index] ?? 0) - gap
  }
  return apart
}
