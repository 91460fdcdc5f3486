import phoneSheet from '../ui/phone.css?inline'
import mineSheet from './mine.css?inline'
import { useSheets } from '../ui/use-sheets.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { useEvent } from '../session/event.ts'
import { useMay, useMe } from '../session/session.ts'
import { Bell } from '../shell/Bell.tsx'
import { sayMoment } from '../ui/format.ts'
import { Logo } from '../ui/Logo.tsx'
import { Empty, ErrorNote, OfflineBanner, Skeleton } from '../ui/Notes.tsx'
import { MineFooter } from './MineFooter.tsx'
import { MineRow } from './MineRow.tsx'
import { OpenEvents } from './OpenEvents.tsx'
import { isLive, mineQuery } from './my-registrations.ts'
import type { Registration } from './my-registrations.ts'
import { useOnline, useTitle } from './online.ts'
import { useLanguage } from '../words.ts'
import { useMineWords } from './words.ts'

/** Everything one asked for, by event, and where there is more to ask for. */
export function MinePage() {
  useSheets(phoneSheet, mineSheet)
  const say = useMineWords()
  const { tenant } = useMe()
  const mayAsk = useMay('registration.own')
  useTitle(say('title'))
  return (
    <div className="mob mine">
      <header className="mtop">
        <Logo />
        <span className="grow tr mut" title={tenant.name}>
          {tenant.name}
        </span>
        <Bell to={paths.myInbox} />
      </header>
      <main className="mm">
        <h1>{say('title')}</h1>
        {mayAsk ? <MyRequests /> : <Outsider />}
      </main>
      <MineFooter />
    </div>
  )
}

function MyRequests() {
  const say = useMineWords()
  const language = useLanguage()
  const { timezone } = useMe().tenant
  const isOnline = useOnline()
  const { data, dataUpdatedAt, isError, error, refetch } = useQuery(mineQuery)
  if (!data && error) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting />

  const live = data.filter(isLive)
  const final = data.filter((registration) => !isLive(registration))
  return (
    <>
      {(!isOnline || isError) && <OfflineBanner asOf={sayMoment(new Date(dataUpdatedAt), timezone, language)} />}
      {byEvent(live).map(([eventId, those]) => (
        <EventGroup key={eventId} eventId={eventId} registrations={those} />
      ))}
      <OpenEvents hasNothing={data.length === 0} />
      {final.length > 0 && (
        <section aria-labelledby="earlier">
          <h2 id="earlier">{say('earlier')}</h2>
          {byEvent(final).map(([eventId, those]) => (
            <EventRows key={eventId} eventId={eventId} registrations={those} />
          ))}
        </section>
      )}
    </>
  )
}

/** A role that looks after events, but asks for nothing itself. */
function Outsider() {
  const say = useMineWords()
  return (
    <Empty
      action={
        <Link className="btn lg" to={paths.events}>
          {say('toApp')}
        </Link>
      }
    >
      {say('noRole')}
    </Empty>
  )
}

type GroupProps = { eventId: string; registrations: Registration[] }

function EventGroup({ eventId, registrations }: GroupProps) {
  const { data: event } = useEvent(eventId)
  const name = registrations[0]?.event_name ?? ''
  const headingId = `event-${eventId}`
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId}>{event ? <Link to={paths.eventPage(event.slug)}>{name}</Link> : name}</h2>
      <EventRows eventId={eventId} registrations={registrations} />
    </section>
  )
}

function EventRows({ eventId, registrations }: GroupProps) {
  const { data: event } = useEvent(eventId)
  return (
    <ul>
      {registrations.map((registration) => (
        <li key={registration.id}>
          <MineRow registration={registration} event={event} />
        </li>
      ))}
    </ul>
  )
}

function Waiting() {
  return (
    <div aria-busy="true" style={{ marginTop: 24 }}>
      {[180, 140, 200].map((width) => (
        <div key={width} className="also">
          <Skeleton width={width} height={16} />
          <br />
          <Skeleton width="80%" />
        </div>
      ))}
    </div>
  )
}

/** Newest first, as they came; each event once. */
function byEvent(registrations: Registration[]): [string, Registration[]][] {
  const groups = new Map<string, Registration[]>()
  for (const registration of registrations) {
    groups.set(registration.event_id, [...(groups.get(registration.event_id) ?? []), registration])
  }
  return [...groups]
}
