import type { CSSProperties } from 'react'
import type { Schema } from '../api.ts'
import { sayDay, sayTime } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { datesOf } from './dates.ts'
import type { DatePoint } from './dates.ts'
import { useOverviewWords } from './words.ts'

/** The event's dates laid flat, with today on the line. */
export function Dates({ event }: { event: Schema<'Event'> }) {
  const say = useOverviewWords()
  const points = datesOf(event, new Date())
  const now = points.find(({ kind }) => kind === 'now')?.place ?? 0
  const city = event.timezone.split('/').at(-1)?.replaceAll('_', ' ') ?? event.timezone
  return (
    <section className="tl" aria-label={say('dates')}>
      <div className="h2">
        <h2>{say('dates')}</h2>
        <span className="s2 dim">{say('zone', { zone: city })}</span>
      </div>
      <ol style={{ '--now': `${now * 100}%` } as CSSProperties}>
        {points.map((point) => (
          <DateMark key={point.kind} point={point} event={event} />
        ))}
      </ol>
    </section>
  )
}

function DateMark({ point: { kind, at, isPast, place }, event }: { point: DatePoint; event: Schema<'Event'> }) {
  const language = useLanguage()
  const { timezone: zone } = event
  const name = useDateName(kind, isPast, sayTime(at, zone, language))
  const day = sayDay(at, zone, language, false)
  const style = { insetInlineStart: `${place * 100}%` }
  const state = kind === 'now' ? 'now' : isPast ? 'past' : undefined
  const last = kind === 'begins' || kind === 'ends' ? 'end' : ''
  return (
    <li className={[state, last].filter(Boolean).join(' ')} style={style}>
      <i aria-hidden />
      <b>{kind === 'now' ? name : day}</b>
      <span>{kind === 'now' ? day : name}</span>
    </li>
  )
}

function useDateName(kind: DatePoint['kind'], isPast: boolean, time: string): string {
  const say = useOverviewWords()
  switch (kind) {
    case 'created':
      return say('created')
    case 'opens':
      return isPast ? say('opened') : say('opensAt', { time })
    case 'closes':
      return say(isPast ? 'closedAt' : 'closesAt', { time })
    case 'now':
      return say('now')
    case 'begins':
      return say('begins', { time })
    case 'ends':
      return say('ends', { time })
  }
}
