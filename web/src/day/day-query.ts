import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, take, takePage } from '../api.ts'
import type { Schema } from '../api.ts'
import { eventKey } from '../session/event.ts'

export type Day = Schema<'Day'>
export type Collection = Schema<'Collection'>
export type Stock = Schema<'InventoryOption'>

/** Refused scans and tablets that go quiet change nothing the stream tells of: one looks as well, in milliseconds. */
const LOOK_MS = 15_000

export const dayQuery = (eventId: string) =>
  queryOptions({
    queryKey: eventKey(eventId, 'day'),
    queryFn: () => take(api.GET('/events/{event_id}/day', { params: { path: { event_id: eventId } } })),
    refetchInterval: LOOK_MS,
  })

export const inventoryQuery = (eventId: string) =>
  queryOptions({
    queryKey: eventKey(eventId, 'inventory'),
    queryFn: () => take(api.GET('/events/{event_id}/inventory', { params: { path: { event_id: eventId } } })),
  })

export const collectionsQuery = (eventId: string, q: string) =>
  infiniteQueryOptions({
    queryKey: eventKey(eventId, 'collections', q),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      takePage(
        api.GET('/events/{event_id}/collections', {
          params: {
            path: { event_id: eventId },
            query: {
              limit: 20,
              ...(q === '' ? {} : { q }),
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.next,
  })
