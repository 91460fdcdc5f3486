import { IconCalendar, IconClock, IconMapPin } from '@tabler/icons-react'
import type { ComponentType, ReactNode } from 'react'
import { Sentence, strong } from '../mine/Sentence.tsx'
import { useMe } from '../session/session.ts'
import { sayDay, sayDistance, sayMoment, sayTime } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import type { Event, Opening } from './choice.ts'
import { useEventPageWords } from './words.ts'

/** What it is, when and where, and until when one may ask. */
export function Facts({ event, opening }: { event: Event; opening: Opening }) {
  const say = useEventPageWords()
  const { tenant } = useMe()
  const when = useWhen(event)
  const until = useUntil(event, opening)
  const [hall, ...rest] = (event.venue ?? '').split(/(?=,)/)
  return (
    <>
      <p className="s3 mut">{tenant.name}</p>
      <h1>{event.name}</h1>
      <ul className="facts">
        {when !== undefined && (
          <Fact icon={IconCalendar} name={say('date')} title={inOwnZone(event.event_date, event.timezone)}>
            <Sentence>{when}</Sentence>
          </Fact>
        )}
        {hall !== undefined && hall !== '' && (
          <Fact icon={IconMapPin} name={say('place')}>
            <b>{hall}</b>
            {rest}
          </Fact>
        )}
        <Fact icon={IconClock} name={say('until')} title={inOwnZone(event.registration_end_date, event.timezone)}>
          <Sentence>{until}</Sentence>
        </Fact>
      </ul>
      {event.description !== null && <p className="mp told">{event.description}</p>}
    </>
  )
}

type FactProps = {
  icon: ComponentType<{ className: string }>
  name: string
  title?: string | undefined
  children: ReactNode
}

function Fact({ icon: Icon, name, title, children }: FactProps) {
  return (
    <li title={title}>
      <Icon className="ic l" aria-hidden />
      <span>
        <span className="sr">{name}: </span>
        {children}
      </span>
    </li>
  )
}

function useWhen({ event_date: start, ends_at: end, timezone: zone }: Event): string | undefined {
  const say = useEventPageWords()
  const language = useLanguage()
  if (start === null) return undefined
  const day = strong(sayDay(start, zone, language))
  const from = sayTime(start, zone, language)
  if (end === null) return say('from', { day, from })
  const to = sayTime(end, zone, language)
  if (sayDay(end, zone, language) === sayDay(start, zone, language)) return say('hours', { day, from, to })
  return say('days', { day, from, lastDay: strong(sayDay(end, zone, language)), to })
}

function useUntil({ timezone: zone }: Event, opening: Opening): string {
  const say = useEventPageWords()
  const language = useLanguage()
  const moment = (at: string) => strong(sayMoment(at, zone, language))
  switch (opening.kind) {
    case 'open':
      if (opening.until === null) return say('askAnyTime')
      return say('askBy', { when: moment(opening.until), distance: sayDistance(opening.until, language) })
    case 'before':
      return say('opens', { when: moment(opening.from), distance: sayDistance(opening.from, language) })
    case 'over':
      return say('closed', { when: moment(opening.at) })
    case 'archived':
      return say('archivedFact')
    case 'draft':
      return say('draftFact')
  }
}

/** The same instant where the reader is; undefined where that is the event's own zone. */
function inOwnZone(at: string | null, zone: string): string | undefined {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  if (at === null || own === zone) return undefined
  const here = sayMoment(at, own, document.documentElement.lang)
  return here === sayMoment(at, zone, document.documentElement.lang) ? undefined : `${here} (${own})`
}
