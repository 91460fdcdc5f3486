import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api, take, takePage } from '../api.ts'
import type { Schema } from '../api.ts'
import { eventKey, useVariance } from '../session/event.ts'
import { queryOf } from './filters.ts'
import type { Filters } from './filters.ts'

/** How many of each kind are pending: all of them, or those that the filters let through. */
export const facetsQuery = (eventId: string, filters?: Filters) =>
  queryOptions({
    queryKey: eventKey(eventId, 'pending-facets', filters ?? null),
    queryFn: () =>
      take(
        api.GET('/events/{event_id}/registrations/facets', {
          params: { path: { event_id: eventId }, query: filters ? queryOf(filters) : { status_filter: 'PENDING' } },
        }),
      ),
    placeholderData: (before: Schema<'RegistrationFacets'> | undefined) => before,
  })

/** Pages that are asked for at once, where there are many. */
const ABREAST = 4
const PAGE = 100

/**
 * All slots of an event, at most 2,000. They stand outside the event's own keys: twenty pages are too many to be read
 * again with every change, so `useAfterChanges` says when.
 */
export const slotsQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['all-slots', eventId],
    queryFn: async () => {
      const read = (skip: number) =>
        takePage(
          api.GET('/events/{event_id}/slots', {
            params: { path: { event_id: eventId }, query: { skip, limit: PAGE } },
          }),
        )
      const first = await read(0)
      const slots = [...first.items]
      for (let skip = PAGE; skip < first.total; skip += PAGE * ABREAST) {
        const starts = Array.from({ length: ABREAST }, (_, index) => skip + index * PAGE).filter(
          (start) => start < first.total,
        )
        for (const page of await Promise.all(starts.map(read))) slots.push(...page.items)
      }
      return slots.toSorted(bySlot)
    },
  })

/** By time, then by place; slots without a time come last, by their label. */
function bySlot(a: Schema<'Slot'>, b: Schema<'Slot'>): number {
  return (
    (a.starts_at ?? '~').localeCompare(b.starts_at ?? '~') ||
    (a.location ?? '').localeCompare(b.location ?? '') ||
    a.label.localeCompare(b.label, undefined, { numeric: true })
  )
}

/** Calls back after something changed in the event, at most once in `milliseconds`; the last change is never missed. */
export function useAfterChanges(eventId: string, milliseconds: number, refresh: () => void): void {
  const { dataUpdatedAt } = useVariance(eventId)
  const latest = useRef(refresh)
  const next = useRef<{ timer?: ReturnType<typeof setTimeout> | undefined; last: number; seen: number }>({
    last: 0,
    seen: 0,
  })
  useEffect(() => {
    latest.current = refresh
  })
  useEffect(() => {
    const state = next.current
    if (dataUpdatedAt === 0 || state.seen === dataUpdatedAt) return
    const isFirst = state.seen === 0
    state.seen = dataUpdatedAt
    // What the page reads when it opens is as new as this.
    if (isFirst || state.timer !== undefined) return
    const wait = Math.max(0, state.last + milliseconds - Date.now())
    state.timer = setTimeout(() => {
      state.timer = undefined
      state.last = Date.now()
      latest.current()
    }, wait)
  }, [dataUpdatedAt, milliseconds])
  useEffect(() => {
    const state = next.current
    return () => {
      clearTimeout(state.timer)
      state.timer = undefined
    }
  }, [])
}

/** Reads the slots again when something changed. */
export function useFreshSlots(eventId: string): void {
  const client = useQueryClient()
  useAfterChanges(eventId, 2_000, () => void client.invalidateQueries({ queryKey: slotsQuery(eventId).queryKey }))
}
