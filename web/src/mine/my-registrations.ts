import { queryOptions } from '@tanstack/react-query'
import { api, take, takePage } from '../api.ts'
import type { Schema } from '../api.ts'
import { eventKey } from '../session/event.ts'

export type Registration = Schema<'Registration'>

/** Far more than one person asks for; a list that never ends must not keep a phone busy either. */
const MOST_PAGES = 10

/** What I asked for, in all events, newest first. */
export const mineQuery = queryOptions({
  queryKey: ['mine'],
  queryFn: () => listMine(),
  meta: { isKept: true },
})

/** What I asked for in one event. Its key is the event's, so that a decision shows by itself. */
export const mineOfEventQuery = (eventId: string) =>
  queryOptions({
    queryKey: eventKey(eventId, 'mine'),
    queryFn: async () => (await listMine()).filter((registration) => registration.event_id === eventId),
    meta: { isKept: true },
  })

export const myRegistrationQuery = (eventId: string, registrationId: string) =>
  queryOptions({
    queryKey: eventKey(eventId, 'registration', registrationId),
    queryFn: () =>
      take(
        api.GET('/events/{event_id}/registrations/{registration_id}', {
          params: { path: { event_id: eventId, registration_id: registrationId } },
        }),
      ),
    meta: { isKept: true },
  })

/** Whether it is still under way: what waits counts like what was asked for, for the limit of an event as well. */
export function isLive({ status }: Registration): boolean {
  return status === 'WAITLISTED' || status === 'PENDING' || status === 'APPROVED'
}

/** Whether something is held for them, to accept or decline. */
export function isOffered({ status, offer_expires_at: until }: Registration): boolean {
  return status === 'WAITLISTED' && until !== null
}

async function listMine(): Promise<Registration[]> {
  const all: Registration[] = []
  let cursor: string | undefined
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const query = { limit: 100, ...(cursor === undefined ? {} : { cursor }) }
    const { items, next } = await takePage(api.GET('/me/registrations', { params: { query } }))
    all.push(...items)
    if (next === undefined) break
    cursor = next
  }
  return all
}
