import { IconChevronRight } from '@tabler/icons-react'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api, takePage } from '../api.ts'
import type { Schema } from '../api.ts'
import { paths } from '../paths.ts'
import { ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { sayDay, sayMoment } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { useNow } from './online.ts'
import { useMineWords } from './words.ts'

/** The newest hundred; an organisation has a handful open at a time. */
const openEventsQuery = queryOptions({
  queryKey: ['open-events'],
  queryFn: () => takePage(api.GET('/events', { params: { query: { limit: 100, is_active: 'true' } } })),
  meta: { isKept: true },
})

/** What can be asked for right now, each one press away. */
export function OpenEvents({ hasNothing }: { hasNothing: boolean }) {
  const say = useMineWords()
  const now = useNow()
  const { data, error, refetch } = useQuery(openEventsQuery)
  const open = data?.items.filter((event) => isOpen(event, now))
  if (open?.length === 0) return hasNothing ? <p className="mp">{say('emptyAll')}</p> : null
  return (
    <section aria-labelledby="open-events">
      {hasNothing && (open || error) && <p className="mp">{say('empty')}</p>}
      <h2 id="open-events">{say('openEvents')}</h2>
      {!open && error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!open && !error && <Skeleton height={52} />}
      <ul>
        {open?.map((event) => (
          <li key={event.id}>
            <EventLink event={event} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function EventLink({ event }: { event: Schema<'Event'> }) {
  const say = useMineWords()
  const language = useLanguage()
  const day = event.event_date === null ? null : sayDay(event.event_date, event.timezone, language)
  const until =
    event.registration_end_date === null
      ? say('askAnyTime')
      : say('askUntil', { when: sayMoment(event.registration_end_date, event.timezone, language) })
  return (
    <Link className="also" to={paths.eventPage(event.slug)}>
      <span className="row sb">
        <b>{event.name}</b>
        <IconChevronRight className="ic" aria-hidden />
      </span>
      <small>{[day, until].filter((part) => part !== null).join('. ')}</small>
    </Link>
  )
}

function isOpen(event: Schema<'Event'>, now: Date): boolean {
  const { registration_start_date: start, registration_end_date: end } = event
  const hasBegun = start === null || new Date(start) <= now
  const isOver = end !== null && new Date(end) < now
  return event.is_active && event.published && hasBegun && !isOver
}
