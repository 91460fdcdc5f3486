import { queryOptions } from '@tanstack/react-query'
import { api, takePage } from '../api.ts'
import type { Schema } from '../api.ts'
import { eventKey } from '../session/event.ts'

export type PickupLocation = Schema<'Location'>

/** All pickup locations of an event: there are at most 200. */
export const locationsQuery = (eventId: string) =>
  queryOptions({ queryKey: eventKey(eventId, 'locations'), queryFn: () => loadLocations(eventId) })

async function loadLocations(eventId: string): Promise<PickupLocation[]> {
  const locations: PickupLocation[] = []
  let cursor: string | undefined
  do {
    const query = { limit: 100, ...(cursor === undefined ? {} : { cursor }) }
    const page = await takePage(
      api.GET('/events/{event_id}/locations', { params: { path: { event_id: eventId }, query } }),
    )
    locations.push(...page.items)
    cursor = page.items.length === 0 ? undefined : page.next
  } while (cursor !== undefined)
  return locations.toSorted((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))
}
