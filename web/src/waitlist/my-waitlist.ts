import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { mineQuery } from '../mine/my-registrations.ts'
import { useAction } from '../session/action.ts'
import { eventKey } from '../session/event.ts'

export type WaitlistPlace = Schema<'WaitlistPlace'>

/** So often one looks how the list has moved on, in milliseconds. */
const LOOK_AGAIN_MS = 30_000

/** What I wait for in an event, and how many are before me. */
export const myWaitlistQuery = (eventId: string) =>
  queryOptions({
    queryKey: eventKey(eventId, 'waitlist', 'me'),
    queryFn: () => take(api.GET('/events/{event_id}/waitlist/me', { params: { path: { event_id: eventId } } })),
    refetchInterval: LOOK_AGAIN_MS,
  })

/** Reads again what a step on the waitlist changes. */
function useRefresh(eventId: string): () => void {
  const client = useQueryClient()
  return () => {
    void client.invalidateQueries({ queryKey: eventKey(eventId) })
    void client.invalidateQueries({ queryKey: mineQuery.queryKey })
  }
}

/** Waits for an option. */
export function useJoin(eventId: string) {
  const refresh = useRefresh(eventId)
  return useAction(
    (body: Schema<'NewWaitlistEntry'>, headers) =>
      take(api.POST('/events/{event_id}/waitlist', { params: { path: { event_id: eventId } }, body, headers })),
    // There may be room by now: then that shows.
    { onDone: refresh, onError: refresh },
  )
}

/** Takes what is offered, or leaves it to the next. */
export function useAnswer(eventId: string, registrationId: string) {
  const refresh = useRefresh(eventId)
  return useAction(
    (answer: 'accept' | 'decline', headers) => {
      const params = { path: { event_id: eventId, registration_id: registrationId } }
      return answer === 'accept'
        ? take(api.POST('/events/{event_id}/waitlist/{registration_id}/accept', { params, headers }))
        : take(api.POST('/events/{event_id}/waitlist/{registration_id}/decline', { params, headers }))
    },
    { onDone: refresh, onError: refresh },
  )
}
