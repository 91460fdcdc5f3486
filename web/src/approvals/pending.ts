import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import type { InfiniteData } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { api, seekPage, takePage } from '../api.ts'
import { queryOf } from './filters.ts'
import type { Filters } from './filters.ts'
import { mergePage } from './merge-page.ts'
import type { Changes, PendingPage } from './merge-page.ts'
import { useAfterChanges } from './queries.ts'
import type { Row, RowChange } from './row.ts'

/** No list is longer than this here; who has more narrows it with a filter, or answers the oldest first. */
export const MOST_ROWS = 10_000
const PAGE = 100
/** A row that somebody else answered stays for so long, so that the list does not jump under the reader's eyes. */
const GONE_MS = 6_000

/**
 * The pending requests, oldest first, page after page by cursor. When something changes, only the pages being looked
 * at (and the last, where newcomers appear) are read again, each by its own cursor: however long the list is, staying
 * live costs a request or two.
 *
 * @param visible the ids of the first and the last row on screen
 * @param isKept rows that stay although they are no longer pending, with what became of them
 */
export function usePending(
  eventId: string,
  filters: Filters,
  visible: () => { first: string | undefined; last: string | undefined },
  isKept: (id: string) => boolean,
) {
  const client = useQueryClient()
  const key = useMemo(() => ['pending', eventId, filters] as const, [eventId, filters])
  const [changes, setChanges] = useState<ReadonlyMap<string, RowChange>>(new Map())
  const read = (cursor: string | undefined) =>
    takePage(
      api.GET('/events/{event_id}/registrations', {
        params: {
          path: { event_id: eventId },
          query: { ...queryOf(filters), order: 'oldest', limit: PAGE, ...(cursor === undefined ? {} : { cursor }) },
        },
      }),
    )
  const query = useInfiniteQuery({
    queryKey: key,
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }): Promise<PendingPage> => {
      const page = await seekPage(read, pageParam)
      return { ...page, upTo: page.next === undefined ? undefined : page.items.at(-1)?.id }
    },
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
    // Reading a hundred pages again because a window came to the front would be too much: changes are merged in.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const rows = useMemo(() => flatten(query.data), [query.data])

  const timers = useRef(new Set<ReturnType<typeof setTimeout>>())
  useEffect(() => {
    const running = timers.current
    return () => running.forEach(clearTimeout)
  }, [])

  const note = ({ added, changed, gone }: Changes) => {
    if (added.length + changed.length + gone.length === 0) return
    setChanges((known) => {
      const next = new Map(known)
      for (const id of added) next.set(id, 'new')
      for (const id of changed) next.set(id, 'changed')
      for (const id of gone) next.set(id, 'gone')
      return next
    })
    const timer = setTimeout(() => {
      timers.current.delete(timer)
      setChanges((known) => new Map([...known].filter(([id]) => ![...added, ...changed, ...gone].includes(id))))
      if (gone.length > 0) drop(gone)
    }, GONE_MS)
    timers.current.add(timer)
  }

  const drop = (ids: readonly string[]) => {
    const dropped = new Set(ids)
    client.setQueryData<InfiniteData<PendingPage>>(
      key,
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page) =>
            page.items.some(({ id }) => dropped.has(id))
              ? { ...page, items: page.items.filter(({ id }) => !dropped.has(id)) }
              : page,
          ),
        },
    )
  }

  const refresh = async () => {
    const data = client.getQueryData<InfiniteData<PendingPage, string | undefined>>(key)
    if (!data || query.isFetching) return
    for (const index of pagesToRead(data.pages, visible())) {
      const fresh = await read(data.pageParams[index]).catch(() => undefined)
      // What could not be read stays as it is; the next change, or the line coming back, tries again.
      if (!fresh) return
      let seen: Changes | undefined
      client.setQueryData<InfiniteData<PendingPage>>(key, (now) => {
        const page = now?.pages[index]
        if (!now || !page) return now
        const merged = mergePage(page, fresh, isKept)
        seen = merged.changes
        return { ...now, pages: now.pages.with(index, merged.page) }
      })
      if (seen) note(seen)
    }
  }
  useAfterChanges(eventId, 1_000, () => void refresh())

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const isFull = rows.length >= MOST_ROWS
  const fetchMore = () => {
    if (hasNextPage && !isFetchingNextPage && !isFull && !query.isFetchNextPageError) void fetchNextPage()
  }
  return { query, rows, changes, drop, fetchMore, canFetchMore: hasNextPage && !isFull }
}

function flatten(data: InfiniteData<PendingPage> | undefined): Row[] {
  const seen = new Set<string>()
  return (data?.pages ?? []).flatMap(({ items }) => items.filter(({ id }) => !seen.has(id) && seen.add(id)))
}

/** The pages on screen, and the last one where the list ends with it. */
function pagesToRead(
  pages: PendingPage[],
  { first, last }: { first: string | undefined; last: string | undefined },
): number[] {
  const pageOf = (id: string | undefined) =>
    id === undefined ? -1 : pages.findIndex(({ items }) => items.some((row) => row.id === id))
  const wanted = new Set([pageOf(first), pageOf(last)].filter((index) => index >= 0))
  const end = pages.length - 1
  if (end >= 0 && (wanted.size === 0 || pages[end]?.next === undefined)) wanted.add(end)
  return [...wanted].sort((a, b) => a - b)
}
