import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, takePage } from '../api.ts'
import type { Schema } from '../api.ts'
import { eventKey } from '../session/event.ts'

export type Slot = Schema<'Slot'>

/** An event has at most two thousand slots. */
const MOST_PAGES = 20

/** All slots of an event, in order of time, then of their names. */
export const allSlotsQuery = (eventId: string) =>
  queryOptions({
    queryKey: eventKey(eventId, 'all-slots'),
    queryFn: async ({ signal }) => {
      const slots: Slot[] = []
      let cursor: string | undefined
      for (let page = 0; page < MOST_PAGES; page++) {
        const query = { limit: 100, ...(cursor === undefined ? {} : { cursor }) }
        const path = { event_id: eventId }
        const { items, next } = await takePage(api.GET('/events/{event_id}/slots', { params: { path, query }, signal }))
        slots.push(...items)
        if (next === undefined) break
        cursor = next
      }
      return slots.toSorted(byTime)
    },
  })

export function useSlots(eventId: string) {
  return useQuery(allSlotsQuery(eventId))
}

export function byTime(a: Slot, b: Slot): number {
  return (
    (a.starts_at ?? '').localeCompare(b.starts_at ?? '') || a.label.localeCompare(b.label, undefined, { numeric: true })
  )
}
