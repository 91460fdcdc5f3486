import overviewSheet from './overview.css?inline'
import liveOverviewSheet from './live-overview.css?inline'
import { useSheets } from '../ui/use-sheets.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { IconCalendar, IconClock, IconLink, IconMapPin, IconPencil } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { Schema } from '../api.ts'
import { Filled, HOLE } from '../approvals/Meters.tsx'
import { facetsQuery, slotsQuery, useFreshSlots } from '../approvals/queries.ts'
import { stateOf } from '../events/event-state.ts'
import { useOnline, useTitle } from '../mine/online.ts'
import { paths } from '../paths.ts'
import { useEvent, useVariance } from '../session/event.ts'
import { useMay } from '../session/session.ts'
import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { ErrorNote, OfflineBanner, Skeleton } from '../ui/Notes.tsx'
import { sayCount, sayDay, sayDistance, sayMoment, sayTime } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { Dates } from './Dates.tsx'
import { Hero } from './Hero.tsx'
import { LiveFeed } from './LiveFeed.tsx'
import { NeedsYou } from './NeedsYou.tsx'
import { OptionsTable } from './OptionsTable.tsx'
import { PendingByAge } from './PendingByAge.tsx'
import { SlotStrip } from './SlotStrip.tsx'
import { useOverviewWords } from './words.ts'

/** One event at a glance: what is left, who asks for what, and what needs somebody. */
export function OverviewPage() {
  useSheets(overviewSheet, liveOverviewSheet)
  const { eventId } = useParams({ strict: false }) as { eventId: string }
  const event = useEvent(eventId)
  const variance = useVariance(eventId)
  const facets = useQuery(facetsQuery(eventId))
  const slots = useQuery(slotsQuery(eventId))
  useFreshSlots(eventId)
  const isOnline = useOnline()
  const language = useLanguage()
  useTitle(event.data?.name)
  const queries = [event, variance, facets, slots]
  const failed = queries.find(({ error, data }) => error !== null && data === undefined)
  if (failed) {
    return (
      <div className="ovfail">
        <ErrorNote
          error={failed.error}
          onRetry={() => queries.forEach((query) => query.error && void query.refetch())}
        />
      </div>
    )
  }
  if (!event.data || !variance.data) return <Waiting />
  return (
    <div className="ov">
      <div className="ovm">
        {!isOnline && <OfflineBanner asOf={sayTime(new Date(variance.dataUpdatedAt), event.data.timezone, language)} />}
        <Head event={event.data} pending={variance.data.pending_registrations_count} />
        <Hero event={event.data} variance={variance.data} />
        <div className="two">
          <OptionsTable event={event.data} variance={variance.data} facets={facets.data} />
          <section>
            {slots.data ? <SlotStrip event={event.data} slots={slots.data} facets={facets.data} /> : <Lines />}
            {facets.data ? (
              <PendingByAge
                eventId={eventId}
                waiting={facets.data.waiting}
                isAtLeast={facets.data.at_least.includes('waiting')}
              />
            ) : (
              <Lines />
            )}
          </section>
        </div>
        <Dates event={event.data} />
      </div>
      <aside className="rail">
        {/* What happens stands below what needs somebody, and waits for it rather than being pushed down by it. */}
        {facets.data && slots.data ? (
          <>
            <NeedsYou event={event.data} variance={variance.data} facets={facets.data} slots={slots.data} />
            <LiveFeed event={event.data} slots={slots.data} />
          </>
        ) : (
          <Lines />
        )}
      </aside>
    </div>
  )
}

function Head({ event, pending }: { event: Schema<'Event'>; pending: number }) {
  const say = useOverviewWords()
  const language = useLanguage()
  const mayManage = useMay('event.manage')
  const mayDecide = useMay('registration.decide')
  return (
    <div className="hd">
      <div className="grow">
        <h1>{event.name}</h1>
        <div className="sub">
          <span>
            <IconCalendar className="ic" aria-hidden />
            {event.event_date === null ? say('noDate') : sayDay(event.event_date, event.timezone, language)}
          </span>
          {event.venue !== null && event.venue !== '' && (
            <span>
              <IconMapPin className="ic" aria-hidden />
              {event.venue}
            </span>
          )}
          <span>
            <IconClock className="ic" aria-hidden />
            <Registration event={event} pending={pending} />
          </span>
        </div>
      </div>
      <div className="row acts">
        <CopyLink slug={event.slug} />
        {mayManage && (
          <Link className="btn hm" to={paths.studio(event.id)}>
            <IconPencil className="ic" aria-hidden />
            {say('edit')}
          </Link>
        )}
        {mayDecide && pending > 0 && (
          <Link className="btn pri" to={paths.approvals(event.id)}>
            {say('review', { count: pending, n: sayCount(pending, language) })}
          </Link>
        )}
      </div>
    </div>
  )
}

function Registration({ event, pending }: { event: Schema<'Event'>; pending: number }) {
  const say = useOverviewWords()
  const language = useLanguage()
  const state = stateOf(event, pending)
  const { registration_end_date: closes, timezone: zone } = event
  const bold = (key: 'opens' | 'closes', at: string) => (
    <Filled text={say(key, { moment: sayMoment(at, zone, language), distance: HOLE })}>
      <b className="b soon">{sayDistance(at, language)}</b>
    </Filled>
  )
  switch (state.kind) {
    case 'draft':
    case 'archived':
    case 'done':
    case 'open':
      return say(state.kind)
    case 'opens':
      return bold('opens', state.at)
    case 'closes':
      return closes === null ? say('open') : bold('closes', closes)
    case 'deciding':
    case 'decided':
      return say('closed', { moment: closes === null ? '' : sayMoment(closes, zone, language) })
  }
}

function CopyLink({ slug }: { slug: string }) {
  const say = useOverviewWords()
  const [isCopied, setCopied] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(paths.eventPage(slug), location.origin).href)
    setCopied(true)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setCopied(false), 2_500)
  }
  return (
    <button type="button" className="btn hm" onClick={() => void copy()}>
      <IconLink className="ic" aria-hidden />
      <span aria-live="polite">{say(isCopied ? 'copied' : 'copyLink')}</span>
    </button>
  )
}

/** The layout as it will be, with the empty bar and its limit. */
function Waiting() {
  return (
    <div className="ov" aria-busy="true">
      <div className="ovm">
        <div className="hd">
          <div className="grow">
            <h1>
              <Skeleton width={260} height={26} />
            </h1>
            <div className="sub">
              <Skeleton width={340} />
            </div>
          </div>
        </div>
        <section className="hero">
          <div className="herofig">
            <Skeleton width={200} height={48} />
            <Skeleton width={120} height={36} />
            <Skeleton width={120} height={36} />
          </div>
          <AllotmentBar committed={0} pending={0} total={1} size="lg" />
        </section>
        <div className="two">
          <Lines />
          <Lines />
        </div>
      </div>
      <aside className="rail">
        <Lines />
      </aside>
    </div>
  )
}

function Lines() {
  return (
    <section aria-busy="true">
      {Array.from({ length: 6 }, (_, index) => (
        <p key={index} className="fw">
          <Skeleton width={`${90 - index * 7}%`} />
        </p>
      ))}
    </section>
  )
}
