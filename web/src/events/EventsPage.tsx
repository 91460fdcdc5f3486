import eventsSheet from './events.css?inline'
import { useSheets } from '../ui/use-sheets.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { IconArrowsSort, IconDownload, IconPlus } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { api, takePage } from '../api.ts'
import type { Schema } from '../api.ts'
import { paths } from '../paths.ts'
import { useHasLetters } from '../session/letter-keys.ts'
import { useMay } from '../session/session.ts'
import { Empty, ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { Mark } from '../ui/StatusMark.tsx'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { EventRow } from './EventRow.tsx'
import { FirstRun } from './FirstRun.tsx'
import { Portfolio } from './Portfolio.tsx'
import { stateOf } from './event-state.ts'
import { saveEvents } from './export-events.ts'
import { useEventsWords } from './words.ts'

type Filters = { q?: string; show?: string; sort?: string }
const shows = ['live', 'done', 'archived'] as const
type Show = (typeof shows)[number]
type Parts = Record<Show, Schema<'Event'>[]>

/** All events with what is left of each; the filters stand in the address. */
export function EventsPage() {
  useSheets(eventsSheet)
  const say = useEventsWords()
  const filters = useSearch({ strict: false }) as Filters
  const navigate = useNavigate()
  const canManage = useMay('event.manage')
  const canRead = useMay('registration.read')
  const shown = shownOf(filters.show)
  const set = (change: Filters) => void navigate({ to: paths.events, search: { ...filters, ...change }, replace: true })

  const active = useEvents(true, filters.q)
  const archived = useEvents(false, filters.q, canManage)
  const parts = useMemo(() => partsOf(active.items, archived.items), [active.items, archived.items])
  const events = shows.flatMap((show) => (shown.includes(show) ? sortEvents(parts[show], filters.sort) : []))
  const sources = shown.includes('archived') ? [active, archived] : [active]
  const failed = sources.find(({ query }) => query.error)
  const isPending = sources.some(({ query }) => query.isPending)
  const more = sources.find(({ query }) => query.hasNextPage)
  const isNew = !filters.q && !isPending && !failed && active.items.length + archived.items.length === 0
  if (isNew && canManage && !archived.query.isPending) return <FirstRun />
  return (
    <div className="pf scrolls">
      <Header events={events} />
      {/* Sums of what could not be read would be wrong. */}
      {canRead && !active.query.isLoadingError && <Portfolio events={parts.live} isPending={active.query.isPending} />}
      <div className="facets" role="search">
        {shows
          .filter((show) => show !== 'archived' || canManage)
          .map((show) => (
            <ShowChip
              key={show}
              show={show}
              shown={shown}
              count={(show === 'archived' ? archived : active).query.data && parts[show].length}
              onChange={(next) => set({ show: next })}
            />
          ))}
        <SearchField value={filters.q ?? ''} onSearch={(q) => set({ q })} />
        <span className="grow" />
        {canRead && <Keys />}
        {canRead && (
          <button
            type="button"
            className="chip"
            onClick={() => set({ sort: filters.sort === 'newest' ? 'shortest' : 'newest' })}
          >
            <IconArrowsSort className="ic" aria-hidden />
            {say(filters.sort === 'newest' ? 'newestFirst' : 'shortestFirst')}
          </button>
        )}
      </div>
      {failed && <ErrorNote error={failed.query.error} onRetry={() => void failed.query.refetch()} />}
      {isPending && !failed && <Waiting />}
      {!isPending && !failed && events.length === 0 && (
        <NothingShown
          isFiltered={Boolean(filters.q) || Boolean(filters.show)}
          onClear={() => set({ q: '', show: '' })}
        />
      )}
      {events.length > 0 && <EventTable events={events} isShortestFirst={filters.sort !== 'newest'} />}
      {more && (
        <button
          type="button"
          className="btn more"
          disabled={more.query.isFetchingNextPage}
          onClick={() => void more.query.fetchNextPage()}
        >
          {say('more')}
        </button>
      )}
    </div>
  )
}

function Header({ events }: { events: Schema<'Event'>[] }) {
  const say = useEventsWords()
  const canManage = useMay('event.manage')
  const canRead = useMay('registration.read')
  const hasLetters = useHasLetters()
  return (
    <header className="hd">
      <h1 className="grow">{say('title')}</h1>
      <div className="row acts">
        {canRead && events.length > 0 && (
          <button type="button" className="btn" onClick={() => saveEvents(events)} title={say('exportText')}>
            <IconDownload className="ic" aria-hidden />
            {say('export')}
          </button>
        )}
        {canManage && (
          <Link className="btn pri" to={paths.newEvent}>
            <IconPlus className="ic" aria-hidden />
            {say('newEvent')}
            {hasLetters && (
              <span className="kbd" aria-hidden>
                N
              </span>
            )}
          </Link>
        )}
      </div>
    </header>
  )
}

type ChipProps = { show: Show; shown: Show[]; count: number | undefined; onChange: (show: string) => void }

/** Each kind is shown or not; at least one is. */
function ShowChip({ show, shown, count, onChange }: ChipProps) {
  const say = useEventsWords()
  const language = useLanguage()
  const isOn = shown.includes(show)
  const next = isOn
    ? shown.filter((other) => other !== show)
    : shows.filter((other) => other === show || shown.includes(other))
  return (
    <button
      type="button"
      className={isOn ? 'chip on' : 'chip'}
      aria-pressed={isOn}
      onClick={() => next.length > 0 && onChange(next.join(','))}
    >
      {say(show)} <span className="n">{count !== undefined && sayCount(count, language)}</span>
    </button>
  )
}

/** Typing is shown at once; the address, and with it the server, is asked when the fingers rest. */
function SearchField({ value, onSearch }: { value: string; onSearch: (q: string) => void }) {
  const say = useEventsWords()
  const [typed, setTyped] = useState(value)
  const latest = useRef(onSearch)
  latest.current = onSearch
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => latest.current(typed), 250)
    return () => clearTimeout(timer)
  }, [typed, value])
  return (
    <input
      className="inp sm"
      type="search"
      maxLength={200}
      placeholder={say('search')}
      aria-label={say('search')}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
    />
  )
}

function shownOf(given: string | undefined): Show[] {
  const wanted = given?.split(',') ?? ['live', 'done']
  const known = shows.filter((show) => wanted.includes(show))
  return known.length > 0 ? known : ['live', 'done']
}

function useEvents(isActive: boolean, q: string | undefined, isEnabled = true) {
  const query = useInfiniteQuery({
    queryKey: ['events', isActive, q ?? ''],
    enabled: isEnabled,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      takePage(
        api.GET('/events', {
          params: {
            query: {
              is_active: isActive ? 'true' : 'false',
              limit: 100,
              ...(q ? { q } : {}),
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  })
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])
  return { query, items }
}

function partsOf(active: Schema<'Event'>[], archived: Schema<'Event'>[]): Parts {
  const isDone = (event: Schema<'Event'>) => stateOf(event, 0).kind === 'done'
  return { live: active.filter((event) => !isDone(event)), done: active.filter(isDone), archived }
}

/** Shortest first: where the least is left of the money, relative to what there is. */
function sortEvents(events: Schema<'Event'>[], sort: string | undefined): Schema<'Event'>[] {
  if (sort === 'newest') return events
  const room = ({ event_budget_amount: budget = 0, budget_committed: committed = 0, summary }: Schema<'Event'>) =>
    budget === 0 ? 1 : (budget - committed - (summary?.pending_amount ?? 0)) / budget
  return [...events].sort((a, b) => room(a) - room(b))
}

function EventTable({ events, isShortestFirst }: { events: Schema<'Event'>[]; isShortestFirst: boolean }) {
  const say = useEventsWords()
  const canRead = useMay('registration.read')
  return (
    <table className={canRead ? 'tb ev' : 'tb ev short'}>
      <thead>
        <tr>
          <th scope="col">{say('event')}</th>
          <th scope="col">{say('state')}</th>
          {canRead && (
            <>
              <th scope="col" aria-sort={isShortestFirst ? 'ascending' : 'none'}>
                {say('money')}
              </th>
              <th scope="col">{say('places')}</th>
              <th scope="col">{say('slots')}</th>
              <th scope="col" className="r">
                {say('pending')}
              </th>
            </>
          )}
          <th scope="col">
            <span className="sr">{say('actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <EventRow key={event.id} event={event} />
        ))}
      </tbody>
    </table>
  )
}

function Keys() {
  const say = useEventsWords()
  const keys = [
    ['approved', say('committed')],
    ['pending', say('requestedKey')],
    ['held', say('heldKey')],
    ['left', say('leftKey')],
    ['over', say('overKey')],
  ] as const
  return keys.map(([kind, label]) => (
    <span key={kind} className="key wide">
      <Mark kind={kind} />
      {label}
    </span>
  ))
}

function Waiting() {
  return (
    <div className="waiting" aria-busy="true">
      {Array.from({ length: 5 }, (_, index) => (
        <Skeleton key={index} height={40} />
      ))}
    </div>
  )
}

function NothingShown({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const say = useEventsWords()
  const canManage = useMay('event.manage')
  if (isFiltered) {
    return (
      <Empty
        action={
          <button type="button" className="btn" onClick={onClear}>
            {say('clear')}
          </button>
        }
      >
        {say('noneMatch')}
      </Empty>
    )
  }
  return <Empty>{say(canManage ? 'empty' : 'emptyMember')}</Empty>
}
