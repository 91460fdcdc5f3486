import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, take } from '../api.ts'

/** Everything read of an event has a key that begins with it, so that one change refreshes all of it. */
export const eventKey = (eventId: string, ...rest: unknown[]) => ['event', eventId, ...rest]

export const eventQuery = (eventId: string) =>
  queryOptions({
    queryKey: eventKey(eventId),
    queryFn: () => take(api.GET('/events/{event_id}', { params: { path: { event_id: eventId } } })),
    meta: { isKept: true },
  })

export const varianceQuery = (eventId: string) =>
  queryOptions({
    queryKey: eventKey(eventId, 'variance'),
    queryFn: () => take(api.GET('/events/{event_id}/budget-variance', { params: { path: { event_id: eventId } } })),
  })

/** @param eventId undefined where no event is open: then nothing is asked for */
export function useEvent(eventId: string | undefined) {
  return useQuery({ ...eventQuery(eventId ?? ''), enabled: eventId !== undefined })
}

export function useVariance(eventId: string) {
  return useQuery(varianceQuery(eventId))
}
