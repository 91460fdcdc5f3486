import type { InfiniteData } from '@tanstack/react-query'
import { infiniteQueryOptions, useQueryClient } from '@tanstack/react-query'
import { api, take, takePage } from '../api.ts'
import type { ListPage, Schema } from '../api.ts'
import { paths } from '../paths.ts'
import { useAction } from '../session/action.ts'
import { inboxKey, inboxSummaryQuery } from '../session/inbox.ts'

export type InboxNotice = Schema<'InboxNotice'>

const PAGE = 30
const listKey = [...inboxKey, 'list']

/** What I was told, newest first; a page at a time. */
export const inboxQuery = (onlyUnread: boolean) =>
  infiniteQueryOptions({
    queryKey: [...listKey, onlyUnread],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      takePage(
        api.GET('/me/inbox', {
          params: {
            query: {
              limit: PAGE,
              ...(onlyUnread ? { is_unread: 'true' as const } : {}),
              ...(pageParam === '' ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.next,
    meta: { isKept: true },
  })

/** Marks some of it, or all that was seen. What is shown stays where it is, also among what was not read. */
export function useMarkInbox() {
  const client = useQueryClient()
  return useAction((body: Schema<'InboxMark'>, headers) => take(api.PUT('/me/inbox', { body, headers })), {
    onDone: (summary, { is_read: isRead, notice_ids: ids }) => {
      client.setQueryData(inboxSummaryQuery.queryKey, summary)
      const readAt = isRead ? new Date().toISOString() : null
      const mark = (notice: InboxNotice) =>
        ids === undefined || ids.includes(notice.id) ? { ...notice, read_at: readAt } : notice
      client.setQueriesData<InfiniteData<ListPage<InboxNotice>>>({ queryKey: listKey }, (before) =>
        before ? { ...before, pages: before.pages.map((page) => ({ ...page, items: page.items.map(mark) })) } : before,
      )
    },
  })
}

/** Where a notice leads: to what was asked for, or to what is to be done about it; undefined where nowhere. */
export function whereTo(notice: InboxNotice): string | undefined {
  const { kind, event_id: eventId, event_slug: slug, registration_id: registrationId } = notice
  if (eventId !== null && kind === 'budget_threshold') return paths.budget(eventId)
  if (eventId !== null && (kind === 'requests_waiting' || kind === 'digest')) return paths.approvals(eventId)
  if (registrationId !== null) return paths.myRegistration(registrationId)
  return slug === null ? undefined : paths.eventPage(slug)
}
