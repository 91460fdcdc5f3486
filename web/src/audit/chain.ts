import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ListPage } from '../api.ts'

type Numbered = { entry_no: number }

/**
 * A list that only ever grows at its head, newest first: ledger and audit trail. Reading it again fetches the head
 * alone and puts it before what is known, so that it can be read again with every change however deep one has gone.
 */
export function useChain<Entry extends Numbered>(
  queryKey: readonly unknown[],
  fetchPage: (cursor: string | undefined, signal?: AbortSignal) => Promise<ListPage<Entry>>,
) {
  const client = useQueryClient()
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const query = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const head = await fetchPage(undefined, signal)
      return putBefore(head, client.getQueryData<ListPage<Entry>>(queryKey))
    },
  })
  const next = query.data?.next
  const more = async () => {
    if (next === undefined || isBusy) return
    setBusy(true)
    setError(undefined)
    try {
      const page = await fetchPage(next)
      client.setQueryData<ListPage<Entry>>(queryKey, (known) => known && putBehind(known, page))
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return { query, more: () => void more(), moreError: error, isBusy }
}

/** The head as it is now, then what is known already; all anew where more has come than the head shows. */
export function putBefore<Entry extends Numbered>(
  head: ListPage<Entry>,
  known: ListPage<Entry> | undefined,
): ListPage<Entry> {
  const newest = known?.items[0]?.entry_no
  const oldestOfHead = head.items.at(-1)?.entry_no
  if (!known || newest === undefined || oldestOfHead === undefined || oldestOfHead > newest) return head
  const older = known.items.filter(({ entry_no }) => entry_no < oldestOfHead)
  return {
    items: [...head.items, ...older],
    total: head.total,
    ...(head.isMore ? { isMore: true } : {}),
    next: older.length === 0 ? head.next : known.next,
  }
}

export function putBehind<Entry extends Numbered>(known: ListPage<Entry>, page: ListPage<Entry>): ListPage<Entry> {
  const last = known.items.at(-1)?.entry_no ?? Infinity
  return {
    items: [...known.items, ...page.items.filter(({ entry_no }) => entry_no < last)],
    total: page.total,
    next: page.next,
  }
}
