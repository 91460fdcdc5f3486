import { queryOptions } from '@tanstack/react-query'
import { api, takePage } from '../api.ts'
import type { Schema } from '../api.ts'
import { eventKey } from '../session/event.ts'

export type DeskOf = Schema<'Desk'>
export type Device = Schema<'DeskDevice'>

/** As many as an event may have are shown at once. */
export const desksQuery = (eventId: string) =>
  queryOptions({
    queryKey: eventKey(eventId, 'desks'),
    queryFn: () =>
      takePage(api.GET('/events/{event_id}/desks', { params: { path: { event_id: eventId }, query: { limit: 100 } } })),
  })

export const devicesQuery = (eventId: string, deskId: string) =>
  queryOptions({
    queryKey: eventKey(eventId, 'desks', deskId, 'devices'),
    queryFn: () =>
      takePage(
        api.GET('/events/{event_id}/desks/{desk_id}/devices', {
          params: { path: { event_id: eventId, desk_id: deskId }, query: { limit: 100 } },
        }),
      ),
  })
