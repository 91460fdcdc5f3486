import { infiniteQueryOptions, useQueryClient } from '@tanstack/react-query'
import { api, take, takePage } from '../api.ts'
import type { Schema } from '../api.ts'
import { useAction } from '../session/action.ts'
import { eventKey } from '../session/event.ts'

export type Entry = Schema<'WaitlistEntry'>
export const waitlistStates = ['waiting', 'offered'] as const
export type WaitlistFilter = { state: (typeof waitlistStates)[number] | undefined; option: string | undefined }

const PAGE = 50

/** Who waits, in the order in which they come up; open offers first. */
export const waitlistQuery = (eventId: string, { state, option }: WaitlistFilter) =>
  infiniteQueryOptions({
    queryKey: eventKey(eventId, 'waitlist', 'list', state, option),
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      takePage(
        api.GET('/events/{event_id}/waitlist', {
          params: {
            path: { event_id: eventId },
            query: {
              limit: PAGE,
              ...(state === undefined ? {} : { state }),
              ...(option === undefined ? {} : { event_option_id: option }),
              ...(pageParam === '' ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.next,
  })

/** Gives somebody another place, with a reason. */
export function useMove(entry: Pick<Entry, 'event_id' | 'registration_id'>, onDone: () => void) {
  const client = useQueryClient()
  const { event_id, registration_id } = entry
  return useAction(
    (body: Schema<'WaitlistMove'>, headers) =>
      take(
        api.POST('/events/{event_id}/waitlist/{registration_id}/move', {
          params: { path: { event_id, registration_id } },
          body,
          headers,
        }),
      ),
    {
      onDone: () => {
        void client.invalidateQueries({ queryKey: eventKey(event_id) })
        onDone()
      },
    },
  )
}

/** Draws the lottery, once. */
export function useDraw(eventId: string, onDone: () => void) {
  const client = useQueryClient()
  return useAction(
    (_: 'draw', headers) =>
      take(api.POST('/events/{event_id}/waitlist/draw', { params: { path: { event_id: eventId } }, headers })),
    {
      onDone: () => {
        void client.invalidateQueries({ queryKey: eventKey(eventId) })
        onDone()
      },
    },
  )
}
