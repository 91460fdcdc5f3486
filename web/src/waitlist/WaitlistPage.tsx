import { ExportButton } from '../exports/ExportButton.tsx'
import peopleSheet from '../people/people.css?inline'
import waitlistSheet from './waitlist.css?inline'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Schema } from '../api.ts'
import { paths } from '../paths.ts'
import { useEvent } from '../session/event.ts'
import { useMay } from '../session/session.ts'
import { Empty, ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { sayCount } from '../ui/format.ts'
import { useSheets } from '../ui/use-sheets.ts'
import { useLanguage } from '../words.ts'
import { Lottery } from './Lottery.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { WaitlistTable } from './WaitlistTable.tsx'
import { waitlistQuery, waitlistStates } from './waitlist-query.ts'
import type { Entry, WaitlistFilter } from './waitlist-query.ts'
import { useWaitlistWords } from './words.ts'

type Event = Schema<'Event'>

/** Who waits in an event, what is offered, and the way to move somebody. */
export function WaitlistPage() {
  useSheets(peopleSheet, waitlistSheet)
  const say = useWaitlistWords()
  const mayRead = useMay('registration.read')
  const { eventId = '' } = useParams({ strict: false })
  const { data: event, error, refetch } = useEvent(eventId)
  if (!mayRead) return <Empty>{say('notAllowed')}</Empty>
  if (event) return <Waitlist key={event.id} event={event} />
  return (
    <div className="ppl">
      <header className="hd">
        <h1>{say('title')}</h1>
      </header>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <Skeleton height={240} />}
    </div>
  )
}

/** What is shown stands in the address. */
function useFilter() {
  const { state, option } = useSearch({ strict: false }) as { state?: string; option?: string }
  const navigate = useNavigate()
  const filter: WaitlistFilter = { state: waitlistStates.find((one) => one === state), option }
  const change = (part: Partial<WaitlistFilter>) => {
    const next = { ...filter, ...part }
    const asked = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined))
    void navigate({ to: '.', search: asked as never, replace: true })
  }
  return { filter, change }
}

function Waitlist({ event }: { event: Event }) {
  const say = useWaitlistWords()
  const language = useLanguage()
  const { filter, change } = useFilter()
  const [moving, setMoving] = useState<Entry>()
  const list = useInfiniteQuery(waitlistQuery(event.id, filter))
  const entries = list.data?.pages.flatMap(({ items }) => items) ?? []
  const total = list.data?.pages[0]?.total ?? 0
  const isFiltered = filter.state !== undefined || filter.option !== undefined
  return (
    <div className="ppl">
      <header className="hd">
        <h1 className="grow">{say('title')}</h1>
        <span className="mut s3 nw" role="status">
          {list.data && say('count', { count: total, shown: sayCount(total, language) })}
        </span>
        <ExportButton
          eventId={event.id}
          kind="waitlist"
          query={{ state: filter.state, event_option_id: filter.option }}
        />
      </header>
      <Policy event={event} />
      {event.lottery && <Lottery event={event} lottery={event.lottery} />}
      <FilterBar event={event} filter={filter} onChange={change} />
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton height={200} />}
      {list.data && entries.length === 0 && (
        <Empty
          action={
            isFiltered && (
              <button type="button" className="btn" onClick={() => change({ state: undefined, option: undefined })}>
                {say('clear')}
              </button>
            )
          }
        >
          {say(isFiltered ? 'noMatch' : 'empty')}
        </Empty>
      )}
      {entries.length > 0 && (
        <WaitlistTable event={event} entries={entries} readAt={list.dataUpdatedAt} onMove={setMoving} />
      )}
      {list.hasNextPage && (
        <button
          type="button"
          className="btn more"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {say('more')}
        </button>
      )}
      {moving && (
        <MoveDialog
          entry={moving}
          hasPriority={event.waitlist_policy.order === 'priority'}
          onClose={() => setMoving(undefined)}
        />
      )}
    </div>
  )
}

/** Who comes up when and how, in a sentence each. */
function Policy({ event }: { event: Event }) {
  const say = useWaitlistWords()
  const mayManage = useMay('event.manage')
  const { order, promotion, offer_hours: hours, is_open: isOpen } = event.waitlist_policy
  return (
    <p className="mut lead">
      {say(order)} {promotion === 'offer' ? say('offer', { count: hours, hours }) : say('automatic')}
      {!isOpen && <b> {say('isClosed')}</b>}
      {mayManage && (
        <>
          {' '}
          <Link to={paths.studio(event.id)} search={{ step: 'rules' } as never}>
            {say('policy')}
          </Link>
        </>
      )}
    </p>
  )
}

type BarProps = { event: Event; filter: WaitlistFilter; onChange: (part: Partial<WaitlistFilter>) => void }

function FilterBar({ event, filter, onChange }: BarProps) {
  const say = useWaitlistWords()
  const options = event.options.filter(({ is_active: isActive, id }) => isActive || id === filter.option)
  return (
    <div className="row wlf">
      <div className="row" role="group" aria-label={say('show')}>
        {[undefined, ...waitlistStates].map((state) => (
          <button
            key={state ?? ''}
            type="button"
            className={filter.state === state ? 'chip on' : 'chip'}
            aria-pressed={filter.state === state}
            onClick={() => onChange({ state })}
          >
            {say(state ?? 'all')}
          </button>
        ))}
      </div>
      <select
        className="inp sm"
        aria-label={say('option')}
        value={filter.option ?? ''}
        onChange={({ target }) => onChange({ option: target.value === '' ? undefined : target.value })}
      >
        <option value="">{say('anyOption')}</option>
        {options.map(({ id, option_name: name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
