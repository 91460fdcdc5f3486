import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query'
import { slotsQuery } from '../approvals/queries.ts'
import { api, seekPage, take, takePage } from '../api.ts'
import type { Schema } from '../api.ts'
import { eventKey } from '../session/event.ts'
import { queryOf } from './filters.ts'
import type { Filters } from './filters.ts'

export type Registration = Schema<'Registration'>

const PAGE = 100

/**
 * The list, page by page. It has a key of its own: with ten thousand rows on screen, reading all of them again whenever
 * one changes would be a hundred requests. The page itself says when they have changed.
 */
export const registrationsQuery = (eventId: string, filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ['registrations', eventId, filters],
    queryFn: ({ pageParam, signal }) =>
      seekPage(
        (cursor) =>
          takePage(
            api.GET('/events/{event_id}/registrations', {
              params: {
                path: { event_id: eventId },
                query: {
                  ...queryOf(filters),
                  order: filters.order,
                  limit: PAGE,
                  ...(cursor === undefined ? {} : { cursor }),
                },
              },
              signal,
            }),
          ),
        pageParam === '' ? undefined : pageParam,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: Infinity,
  })

/** How many there are of each kind; each kind is counted as if it were not filtered by itself. */
export const facetsQuery = (eventId: string, filters: Filters) =>
  queryOptions({
    queryKey: eventKey(eventId, 'facets', queryOf(filters)),
    queryFn: ({ signal }) =>
      take(
        api.GET('/events/{event_id}/registrations/facets', {
          params: { path: { event_id: eventId }, query: queryOf(filters) },
          signal,
        }),
      ),
    placeholderData: (before) => before,
  })

export const registrationQuery = (eventId: string, registrationId: string) =>
  queryOptions({
    queryKey: eventKey(eventId, 'registration', registrationId),
    queryFn: () =>
      take(
        api.GET('/events/{event_id}/registrations/{registration_id}', {
          params: { path: { event_id: eventId, registration_id: registrationId } },
        }),
      ),
  })

/** After a decision: what is shown of the event is read again, and lists begin anew when they are next looked at. */
export function useRefresh(eventId: string) {
  const client = useQueryClient()
  return () => {
    void client.invalidateQueries({ queryKey: eventKey(eventId) })
    void client.invalidateQueries({ queryKey: slotsQuery(eventId).queryKey })
    void client.resetQueries({ queryKey: ['registrations', eventId] })
  }
}
