import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { useAction } from '../session/action.ts'
import { eventKey } from '../session/event.ts'

export type Closing = Schema<'Closing'>
export type Report = Schema<'EventReport'>
export type ClosingRequest = Schema<'ClosingRequest'>

export const closingQuery = (eventId: string) =>
  queryOptions({
    queryKey: eventKey(eventId, 'closing'),
    queryFn: () => take(api.GET('/events/{event_id}/closing', { params: { path: { event_id: eventId } } })),
  })

export const reportQuery = (eventId: string) =>
  queryOptions({
    queryKey: eventKey(eventId, 'report'),
    queryFn: () => take(api.GET('/events/{event_id}/report', { params: { path: { event_id: eventId } } })),
  })

/** Closes the books, or opens them again; everything of the event is read anew then. */
export function useClosing(eventId: string, onDone: () => void) {
  const client = useQueryClient()
  const params = { path: { event_id: eventId } }
  const done = () => {
    void client.invalidateQueries({ queryKey: eventKey(eventId) })
    onDone()
  }
  const close = useAction(
    (body: ClosingRequest, headers) => take(api.POST('/events/{event_id}/closing', { params, body, headers })),
    { onDone: done },
  )
  const reopen = useAction(
    (body: { reason: string }, headers) =>
      take(api.POST('/events/{event_id}/closing/reopen', { params, body, headers })),
    { onDone: done },
  )
  return { close, reopen }
}
