import approvalsSheet from '../approvals/approvals.css?inline'
import registrationsSheet from './registrations.css?inline'
import { useSheets } from '../ui/use-sheets.ts'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { ExportButton } from '../exports/ExportButton.tsx'
import { useEvent } from '../session/event.ts'
import { Empty, ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { FilterBar } from './FilterBar.tsx'
import { RegistrationTable } from './RegistrationTable.tsx'
import { countFilters, noFilters, queryOf, useFilters } from './filters.ts'
import type { Filters } from './filters.ts'
import { facetsQuery, registrationsQuery } from './registrations-query.ts'
import { useRegistrationWords } from './words.ts'

/** So many pages are read again by themselves when something changes; deeper down, rows stay where the eye is. */
const FRESH_PAGES = 2

/** Everyone who asked, in every state. */
export function RegistrationsPage() {
  useSheets(approvalsSheet, registrationsSheet)
  const say = useRegistrationWords()
  const language = useLanguage()
  const { eventId = '' } = useParams({ strict: false }) as { eventId?: string }
  const { filters, change } = useFilters()
  const { data: event } = useEvent(eventId)
  const { data: facets, isPlaceholderData: isOld } = useQuery(facetsQuery(eventId, filters))
  const list = useInfiniteQuery(registrationsQuery(eventId, filters))
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = list
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage()
  }, [fetchNextPage, isFetchingNextPage])
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data])
  const news = useNews(eventId, filters, isOld ? undefined : facets, list.data?.pages.length ?? 0)
  const first = list.data?.pages[0]
  // Facets stay live, and of few people the list has counted all where they stopped.
  const isAtLeast = (facets?.at_least.includes('total') ?? first?.isMore) === true
  const isCounted = isAtLeast && first !== undefined && !first.isMore
  const total = isCounted ? first.total : (facets?.total ?? first?.total)
  const filterCount = countFilters(filters)

  return (
    <div className="wbm rg">
      <div className="wbh">
        <h1>{say('title')}</h1>
        <span className="row">
          {news.isStale && (
            <button type="button" className="btn sm" onClick={news.refresh}>
              {say('changed')}
            </button>
          )}
          <span className="mut s3 nw" role="status">
            {total !== undefined &&
              say('count', { count: total, shown: sayCount(total, language, isAtLeast && !isCounted) })}
          </span>
          <ExportButton eventId={eventId} kind="registrations" query={{ ...queryOf(filters), order: filters.order }} />
        </span>
      </div>
      <FilterBar filters={filters} facets={facets} onChange={change} />
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Rows />}
      {list.data && rows.length === 0 && (
        <Empty
          action={
            filterCount > 0 && (
              <span className="row">
                {hasNextPage && (
                  <button type="button" className="btn" disabled={isFetchingNextPage} onClick={more}>
                    {say('lookOn')}
                  </button>
                )}
                <button type="button" className="btn" onClick={() => change(noFilters)}>
                  {say('clear', { count: filterCount })}
                </button>
              </span>
            )
          }
        >
          {say(hasNextPage ? 'noMatchYet' : filterCount > 0 ? 'noMatch' : 'nobody')}
        </Empty>
      )}
      {rows.length > 0 && event && (
        <RegistrationTable
          eventId={eventId}
          rows={rows}
          total={total ?? rows.length}
          currency={event.currency}
          zone={event.timezone}
          order={filters.order}
          onOrder={(order) => change({ order })}
          hasMore={hasNextPage}
          onMore={more}
        />
      )}
      <span className="sr" role="status">
        {isFetchingNextPage && say('loading')}
      </span>
    </div>
  )
}

/** The counts are kept live; when they change, a short list follows by itself, and a long one offers to. */
function useNews(eventId: string, filters: Filters, facets: unknown, pages: number) {
  const client = useQueryClient()
  const counted = JSON.stringify(facets)
  const key = JSON.stringify(filters)
  const [seen, setSeen] = useState({ key, counted })
  const { queryKey } = registrationsQuery(eventId, filters)
  const isFirst = seen.key !== key || seen.counted === undefined
  if (isFirst && (seen.key !== key || counted !== undefined)) setSeen({ key, counted })
  const isNew = !isFirst && counted !== undefined && counted !== seen.counted
  const follows = isNew && pages <= FRESH_PAGES
  useEffect(() => {
    if (!follows) return
    setSeen({ key, counted })
    void client.invalidateQueries({ queryKey: ['registrations', eventId] })
  }, [follows, client, eventId, key, counted])
  const refresh = () => {
    setSeen({ key, counted })
    void client.resetQueries({ queryKey })
  }
  return { isStale: isNew && !follows, refresh }
}

function Rows() {
  return (
    <div className="rgt rgw" aria-hidden>
      {Array.from({ length: 12 }, (_, index) => (
        <div key={index}>
          <Skeleton width={`${30 + ((index * 7) % 20)}%`} height={12} />
        </div>
      ))}
    </div>
  )
}
