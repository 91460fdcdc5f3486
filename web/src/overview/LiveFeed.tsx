import { fromMinor } from '@allot/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { minor } from '../approvals/counts.ts'
import { paths } from '../paths.ts'
import { eventKey } from '../session/event.ts'
import { useLiveEvent } from '../shell/live-context.ts'
import { Mark } from '../ui/StatusMark.tsx'
import { ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { sayDay, saySignedMoney, sayTime } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { markOf, mergeFeed, ofStream, ofTrail } from './feed.ts'
import type { Happening } from './feed.ts'
import { useOverviewWords } from './words.ts'

/** So many are shown, and read from the trail with every change. */
const MOST = 15

/** What happens in the event, newest first, as it happens. */
export function LiveFeed({ event, slots }: { event: Schema<'Event'>; slots: readonly Schema<'Slot'>[] }) {
  const say = useOverviewWords()
  const { entries } = useLiveEvent()
  const trail = useQuery({
    queryKey: eventKey(event.id, 'newest'),
    queryFn: () =>
      take(api.GET('/events/{event_id}/audit', { params: { path: { event_id: event.id }, query: { limit: MOST } } })),
  })
  const feed = useMemo(
    () =>
      mergeFeed(
        (trail.data ?? []).map(ofTrail),
        entries.map((entry) => ofStream(entry, (amount) => minor(amount, event.currency))),
        MOST,
      ),
    [trail.data, entries, event.currency],
  )
  const labels = useMemo(() => new Map(slots.map(({ id, label }) => [id, label])), [slots])
  return (
    <section className="feed">
      <div className="h2">
        <h2>{say('live')}</h2>
        <span className="s2 dim">{say('newest')}</span>
        <Link to={paths.eventAudit(event.id)}>{say('wholeTrail')}</Link>
      </div>
      {trail.error && <ErrorNote error={trail.error} onRetry={() => void trail.refetch()} />}
      {trail.isPending && <Waiting />}
      {trail.data && feed.length === 0 && <p className="s3 mut">{say('nothingYet')}</p>}
      <ol>
        {feed.map((one) => (
          <FeedLine
            key={one.no}
            event={event}
            one={one}
            slot={one.slotId === undefined ? undefined : labels.get(one.slotId)}
          />
        ))}
      </ol>
      <News feed={feed} />
    </section>
  )
}

function FeedLine({ event, one, slot }: { event: Schema<'Event'>; one: Happening; slot: string | undefined }) {
  const language = useLanguage()
  const tell = useTell()
  const { timezone: zone, currency } = event
  const isToday = sayDay(one.at, zone, language) === sayDay(new Date(), zone, language)
  const { subject, did } = tell(one, slot)
  const option = one.person !== null && one.option !== null ? `, ${one.option}` : ''
  const whom = subject + option
  return (
    <li>
      <time dateTime={one.at} title={sayDay(one.at, zone, language)}>
        {isToday ? sayTime(one.at, zone, language) : sayDay(one.at, zone, language, false).replace(/^\S+ /, '')}
      </time>
      <Mark kind={markOf(one.action)} />
      <span className="grow">
        <span className="fwho" title={whom}>
          {one.registrationId === undefined ? (
            <b>{subject}</b>
          ) : (
            <Link className="rl" to={paths.registration(event.id, one.registrationId)}>
              {subject}
            </Link>
          )}
          {option}
        </span>
        <span className="fwho dim s2">{did}</span>
      </span>
      {one.moneyMinor !== 0 && (
        <span className="amt">{saySignedMoney(fromMinor(one.moneyMinor, currency), currency, language)}</span>
      )}
    </li>
  )
}

/** A happening in words: whom it is about, and who did what. */
function useTell() {
  const say = useOverviewWords()
  return (one: Happening, slot: string | undefined): { subject: string; did: string } => {
    const actor = one.actor ?? say('somebody')
    const isOwn = one.actor === one.person
    const subject = one.person ?? one.option ?? say(one.action.startsWith('slot.') ? 'slotsSubject' : 'event')
    const did = () => {
      switch (one.action) {
        case 'registration.registered':
          return isOwn
            ? slot === undefined
              ? say('didAsk')
              : say('didAskSlot', { slot })
            : say('didAskFor', { actor })
        case 'registration.approved':
          return say('didApprove', { actor })
        case 'registration.rejected':
          return say('didReject', { actor })
        case 'registration.cancelled':
          return isOwn ? say(one.from === 'APPROVED' ? 'didCancelGiven' : 'didCancel') : say('didCancelFor', { actor })
        case 'registration.moved':
          return say('didMove', { actor })
        case 'registration.noted':
          return say('didNote', { actor })
        case 'registration.waitlisted':
          return say('didWait')
        case 'registration.waitlist_moved':
          return say('didMoveWaiting', { actor })
        case 'registration.promoted':
          return say('didComeUp')
        case 'registration.offered':
          return say('didOffer')
        case 'registration.offer_accepted':
          return say('didAccept')
        case 'registration.offer_declined':
          return say('didDecline')
        case 'registration.offer_expired':
          return say('didExpire')
        case 'event.lottery_drawn':
          return say('didDraw')
        case 'registration.collected':
          return say('didCollect', { actor })
        case 'event.created':
          return say('didCreateEvent', { actor })
        case 'event.updated':
          return say('didChangeEvent', { actor })
        case 'event.archived':
          return say('didArchiveEvent', { actor })
        case 'option.created':
          return say('didAddOption', { actor })
        case 'option.updated':
          return say('didChangeOption', { actor })
        case 'option.archived':
          return say('didArchiveOption', { actor })
        case 'slot.created':
        case 'slot.updated':
        case 'slot.archived':
          return say('didSlots', { actor })
        default:
          return say('didOther', { actor, action: one.action })
      }
    }
    return { subject, did: did() }
  }
}

/** At most one announcement in ten seconds, however much happens. */
const QUIET_MS = 10_000

/** Says what came in, for those who listen; what was there when the page opened is not news. */
function News({ feed }: { feed: readonly Happening[] }) {
  const say = useOverviewWords()
  const tell = useTell()
  const newest = feed[0]?.no ?? 0
  const told = useRef<{ no: number; at: number } | undefined>(undefined)
  const latest = useRef({ feed, newest })
  const [news, setNews] = useState('')
  useEffect(() => {
    latest.current = { feed, newest }
  })
  useEffect(() => {
    if (newest === 0) return
    told.current ??= { no: newest, at: 0 }
    if (newest <= told.current.no) return
    const timer = setTimeout(
      () => {
        const [last] = latest.current.feed
        if (!last || !told.current) return
        const { subject, did } = tell(last, undefined)
        setNews(say('news', { count: latest.current.newest - told.current.no, what: `${subject}: ${did}` }))
        told.current = { no: latest.current.newest, at: Date.now() }
      },
      Math.max(0, told.current.at + QUIET_MS - Date.now()),
    )
    return () => clearTimeout(timer)
    // Told by what is newest; the words are those of the moment.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [newest])
  return (
    <p className="sr" aria-live="polite">
      {news}
    </p>
  )
}

function Waiting() {
  return (
    <div aria-busy="true">
      {Array.from({ length: 5 }, (_, index) => (
        <p key={index} className="fw">
          <Skeleton width="70%" />
          <Skeleton width="40%" height={11} />
        </p>
      ))}
    </div>
  )
}
