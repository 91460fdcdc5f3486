import { useQueries } from '@tanstack/react-query'
import { api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { eventKey } from '../session/event.ts'
import type { Wish } from './asking.ts'

export type Conflict = Schema<'Conflict'>

/**
 * What asking would meet now, by option: found out while choosing, not afterwards. The budget above all, which a
 * person does not see. Whatever changes in the event asks again.
 */
export function useChecks(eventId: string, wishes: readonly Wish[], isEnabled: boolean): Map<string, Conflict[]> {
  return useQueries({
    queries: wishes.map(({ event_option_id, preferred_pickup_slot }) => ({
      queryKey: eventKey(eventId, 'check', event_option_id, preferred_pickup_slot ?? null),
      queryFn: () =>
        take(
          api.POST('/events/{event_id}/check-conflicts', {
            params: { path: { event_id: eventId } },
            body: { event_option_id, preferred_pickup_slot: preferred_pickup_slot ?? null },
          }),
        ),
      enabled: isEnabled,
    })),
    combine: (results) =>
      new Map(
        results.flatMap(({ data }, index) => {
          const wish = wishes[index]
          return wish && data ? [[wish.event_option_id, data.conflicts] as const] : []
        }),
      ),
  })
}
