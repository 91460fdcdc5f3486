import { queryOptions } from '@tanstack/react-query'
import { api, take } from '../api.ts'

/** Everything read of one's own inbox has a key that begins with it. */
export const inboxKey = ['inbox'] as const

/** Nothing tells of a notice by itself where no event is open: so often one looks, in milliseconds. */
const LOOK_AGAIN_MS = 30_000

/** How much one was told and has not read, on every page. */
export const inboxSummaryQuery = queryOptions({
  queryKey: [...inboxKey, 'summary'],
  queryFn: () => take(api.GET('/me/inbox/summary')),
  refetchInterval: LOOK_AGAIN_MS,
  meta: { isKept: true },
})
