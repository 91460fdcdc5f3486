import { queryOptions } from '@tanstack/react-query'
import { api, takePage, takeReply } from '../api.ts'
import type { Schema } from '../api.ts'
import { eventKey } from '../session/event.ts'

/** An event with the version it was read at, to be sent along with a change. */
export type Loaded = { event: Schema<'Event'>; version: string }

export async function loadEvent(eventId: string): Promise<Loaded> {
  const { data, response } = await takeReply(
    api.GET('/events/{event_id}', { params: { path: { event_id: eventId } }, cache: 'no-store' }),
  )
  return { event: data, version: versionOf(response) }
}

export function versionOf(response: Response): string {
  return response.headers.get('etag') ?? ''
}

export const loadedQuery = (eventId: string) =>
  queryOptions({ queryKey: eventKey(eventId, 'studio'), queryFn: () => loadEvent(eventId) })

/** All slots of an event, page after page: there are at most 2,000. */
export async function loadSlots(eventId: string): Promise<Schema<'Slot'>[]> {
  const slots: Schema<'Slot'>[] = []
  let cursor: string | undefined
  do {
    const page = await takePage(
      api.GET('/events/{event_id}/slots', {
        params: { path: { event_id: eventId }, query: { limit: 100, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    )
    slots.push(...page.items)
    cursor = page.items.length === 0 ? undefined : page.next
  } while (cursor !== undefined)
  return slots.sort(bySlotTime)
}

export const slotsQuery = (eventId: string) =>
  queryOptions({ queryKey: eventKey(eventId, 'slots', 'all'), queryFn: () => loadSlots(eventId) })

function bySlotTime(a: Schema<'Slot'>, b: Schema<'Slot'>): number {
  const place = (a.location ?? '').localeCompare(b.location ?? '')
  return (
    place ||
    (a.starts_at ?? '').localeCompare(b.starts_at ?? '') ||
    a.label.localeCompare(b.label, undefined, { numeric: true })
  )
}
