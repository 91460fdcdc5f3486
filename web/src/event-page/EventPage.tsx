import phoneSheet from '../ui/phone.css?inline'
import mineSheet from '../mine/mine.css?inline'
import eventPageSheet from './event-page.css?inline'
import { useSheets } from '../ui/use-sheets.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { mineOfEventQuery } from '../mine/my-registrations.ts'
import { useNow, useOnline, useTitle } from '../mine/online.ts'
import { eventQuery } from '../session/event.ts'
import { useLive } from '../session/live.ts'
import { useMay } from '../session/session.ts'
import { GonePage } from '../shell/GonePage.tsx'
import { sayMoment } from '../ui/format.ts'
import { ErrorNote, OfflineBanner, Skeleton } from '../ui/Notes.tsx'
import { useLanguage } from '../words.ts'
import { Choosing } from './Choosing.tsx'
import { Cover } from './Cover.tsx'
import { Facts } from './Facts.tsx'
import { LookingOnly } from './LookingOnly.tsx'
import { openingOf } from './choice.ts'
import type { Event } from './choice.ts'
import { eventBySlugQuery } from './find-event.ts'

/** Figures are read again this often where the server does not tell by itself. */
const REFRESH_MS = 20_000

/** The page of an event for the people it is for: what there is, what is left, and asking for it. */
export function EventPage() {
  useSheets(phoneSheet, mineSheet, eventPageSheet)
  const { slug = '' } = useParams({ strict: false })
  const { data: event, dataUpdatedAt, error, refetch } = useQuery(eventBySlugQuery(slug))
  if (event) return <EventHere key={event.id} found={event} foundAt={dataUpdatedAt} />
  if (event === null) return <GonePage />
  return (
    <div className="mob">
      <header className="cover" />
      <main className="mm">{error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <Waiting />}</main>
    </div>
  )
}

function EventHere({ found, foundAt }: { found: Event; foundAt: number }) {
  const isOnline = useOnline()
  const mayAsk = useMay('registration.own')
  const now = useNow()
  const live = useLive(isOnline ? found.id : undefined)
  const refetchInterval = live === 'live' ? false : REFRESH_MS
  const eventQ = useQuery({
    ...eventQuery(found.id),
    initialData: found,
    initialDataUpdatedAt: foundAt,
    refetchInterval,
  })
  const event = eventQ.data
  const language = useLanguage()
  const mine = useQuery({ ...mineOfEventQuery(found.id), enabled: mayAsk, refetchInterval })
  const opening = openingOf(event, now)
  useTitle(event.name)
  return (
    <div className="mob">
      <Cover event={event} />
      {!isOnline && <OfflineBanner asOf={sayMoment(new Date(eventQ.dataUpdatedAt), event.timezone, language)} />}
      {!mayAsk && <LookingOnly event={event} opening={opening} mine={[]} mayAsk={false} />}
      {mayAsk && mine.data && opening.kind === 'open' && (
        <Choosing event={event} opening={opening} mine={mine.data} isOnline={isOnline} />
      )}
      {mayAsk && mine.data && opening.kind !== 'open' && (
        <LookingOnly event={event} opening={opening} mine={mine.data} mayAsk />
      )}
      {mayAsk && !mine.data && (
        <main className="mm">
          <Facts event={event} opening={opening} />
          {mine.error ? <ErrorNote error={mine.error} onRetry={() => void mine.refetch()} /> : <Rows />}
        </main>
      )}
    </div>
  )
}

function Waiting() {
  return (
    <div aria-busy="true">
      <Skeleton width={120} />
      <p style={{ margin: '8px 0 16px' }}>
        <Skeleton width="70%" height={30} />
      </p>
      <Skeleton width="60%" />
      <br />
      <Skeleton width="50%" />
      <Rows />
    </div>
  )
}

/** Rows to come: the empty bar with its limit stands already. */
function Rows() {
  return (
    <div aria-busy="true" style={{ marginTop: 28 }}>
      {[140, 170, 150].map((width) => (
        <div key={width} className="mo">
          <i className="rd" />
          <div className="grow">
            <Skeleton width={width} height={16} />
            <div className="ab" style={{ marginTop: 12 }} aria-hidden>
              <div className="ab-t" style={{ width: '100%' }} />
            </div>
          </div>
        </div>
      ))}
    </div>
  )
}
