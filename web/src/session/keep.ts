import { dehydrate, hydrate } from '@tanstack/react-query'
import type { DehydratedState, QueryClient } from '@tanstack/react-query'
import { readSeen, writeSeen } from './kept.ts'
import { meQuery, welcome } from './session.ts'

/**
 * What one asked for, kept on the device, so that its code can be shown where there is no network: who one is, and
 * the last answer of every query that says `meta: { isKept: true }`. It goes when they sign out.
 */

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: { isKept?: boolean }
  }
}

type KeptQuery = DehydratedState['queries'][number]

/** As many answers as somebody comes back to; those not read for longest go first. */
const MOST_KEPT = 100
/** What comes in a burst is written once. */
const GATHER_MS = 200

/** Keeps every answer from now on, until the function it returns is called. */
export function keepAnswers(client: QueryClient): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = client.getQueryCache().subscribe((notice) => {
    if (notice.type !== 'updated' || notice.action.type !== 'success' || !notice.query.meta?.isKept) return
    timer ??= setTimeout(() => {
      timer = undefined
      keep(client)
    }, GATHER_MS)
  })
  keep(client)
  return () => {
    stop()
    clearTimeout(timer)
  }
}

/** Whether somebody was here before and did not sign out. */
export function hasKept(): boolean {
  return readSeen() !== undefined
}

/** Puts in place what was kept, each answer as old as it is; false where nothing was. */
export function restoreKept(client: QueryClient): boolean {
  const seen = readSeen()
  if (!seen) return false
  hydrate(client, { mutations: [], queries: seen.queries as KeptQuery[] })
  const me = client.getQueryData(meQuery.queryKey)
  if (!me) return false
  welcome(me)
  return true
}

function keep(client: QueryClient): void {
  const userId = client.getQueryData(meQuery.queryKey)?.user.id
  if (userId === undefined) return
  const { queries } = dehydrate(client, {
    shouldDehydrateQuery: ({ meta, state }) => meta?.isKept === true && state.status === 'success',
  })
  // Another person's answers are none of theirs.
  const before = readSeen()
  const all = [...(before?.userId === userId ? (before.queries as KeptQuery[]) : []), ...queries]
  const newest = [...new Map(all.map((query) => [query.queryHash, query])).values()].sort(
    (one, other) => other.state.dataUpdatedAt - one.state.dataUpdatedAt,
  )
  writeSeen({ userId, queries: newest.slice(0, MOST_KEPT) })
}
