import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { api, take, takePage } from '../api.ts'
import type { Schema } from '../api.ts'
import { noticeKindNames } from '../notifications/kind-words.ts'
import type { NoticeKind } from '../notifications/kind-words.ts'
import { useAction } from '../session/action.ts'

export type OutboxMessage = Schema<'OutboxMessage'>
export type OutboxStatus = OutboxMessage['status']
export type OutboxChannel = OutboxMessage['channel']

export const outboxStatuses = ['WAITING', 'KEPT', 'FAILED', 'DONE'] as const satisfies OutboxStatus[]
export const outboxChannels = ['mail', 'inbox'] as const satisfies OutboxChannel[]

/** What of the outbox is shown, and which message is open. All of it stands in the address. */
export type OutboxFilters = {
  status: OutboxStatus | undefined
  kind: NoticeKind | undefined
  channel: OutboxChannel | undefined
  event: string | undefined
  message: string | undefined
}

export function useOutboxFilters() {
  const given = useSearch({ strict: false }) as Record<string, string | undefined>
  const filters: OutboxFilters = {
    status: oneOf(outboxStatuses, given.status),
    kind: oneOf(noticeKindNames, given.kind),
    channel: oneOf(outboxChannels, given.channel),
    event: given.event,
    message: given.message,
  }
  const navigate = useNavigate()
  const change = (part: Partial<OutboxFilters>) =>
    void navigate({ to: '.', search: withoutGaps({ ...filters, ...part }) as never, replace: true })
  const { status, kind, channel, event } = filters
  const count = [status, kind, channel, event].filter((one) => one !== undefined).length
  const clear = () => change({ status: undefined, kind: undefined, channel: undefined, event: undefined })
  return { filters, change, clear, count }
}

/** What is not asked for has no place in the address. */
function withoutGaps(filters: OutboxFilters) {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined))
}

function oneOf<One extends string>(known: readonly One[], given: string | undefined): One | undefined {
  return known.find((one) => one === given)
}

const key = ['outbox'] as const
const PAGE = 50
/** What waits goes out within seconds: so often one looks, in milliseconds. */
const LOOK_AGAIN_MS = 15_000

export const outboxSummaryQuery = queryOptions({
  queryKey: [...key, 'summary'],
  queryFn: () => take(api.GET('/outbox/summary')),
  refetchInterval: LOOK_AGAIN_MS,
})

export const outboxQuery = ({ status, kind, channel, event }: OutboxFilters) =>
  infiniteQueryOptions({
    queryKey: [...key, 'list', status, kind, channel, event],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      takePage(
        api.GET('/outbox', {
          params: {
            query: {
              limit: PAGE,
              ...(status === undefined ? {} : { status }),
              ...(kind === undefined ? {} : { kind }),
              ...(channel === undefined ? {} : { channel }),
              ...(event === undefined ? {} : { event_id: event }),
              ...(pageParam === '' ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.next,
  })

export const outboxMessageQuery = (noticeId: string) =>
  queryOptions({
    queryKey: [...key, 'message', noticeId],
    queryFn: () => take(api.GET('/outbox/{notice_id}', { params: { path: { notice_id: noticeId } } })),
    refetchInterval: ({ state }) => (state.data?.status === 'WAITING' ? LOOK_AGAIN_MS / 5 : false),
  })

/** Tries one again, or sends it now. */
export function useRetryOne(noticeId: string, onDone: () => void) {
  const client = useQueryClient()
  return useAction(
    (_: 'again', headers) =>
      take(api.POST('/outbox/{notice_id}/retry', { params: { path: { notice_id: noticeId } }, headers })),
    {
      onDone: () => {
        void client.invalidateQueries({ queryKey: key })
        onDone()
      },
    },
  )
}

/** Tries all that failed again, or sends all that were kept. */
export function useRetryAll(onDone: (count: number) => void) {
  const client = useQueryClient()
  return useAction((body: Schema<'OutboxRetry'>, headers) => take(api.POST('/outbox/retry', { body, headers })), {
    onDone: ({ retried }) => {
      void client.invalidateQueries({ queryKey: key })
      onDone(retried)
    },
  })
}
