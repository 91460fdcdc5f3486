import { notifications } from '@mantine/notifications'
import type { QueryClient } from '@tanstack/react-query'
import { useQueryClient } from '@tanstack/react-query'
import { createElement, useSyncExternalStore } from 'react'
import { api, take } from '../api.ts'
import { DecisionNotice } from './DecisionNotice.tsx'
import { createDecisions, isRunning } from './decisions.ts'
import type { Decisions } from './decisions.ts'

/** One for each event, for as long as the app is open: decisions go on while another page is looked at. */
const known = new Map<string, Decisions>()

export function useDecisions(eventId: string) {
  const client = useQueryClient()
  const decisions = decisionsOf(eventId, client)
  const state = useSyncExternalStore(decisions.subscribe, decisions.get)
  return { decisions, state }
}

function decisionsOf(eventId: string, client: QueryClient): Decisions {
  const there = known.get(eventId)
  if (there) return there
  const decisions = createDecisions({
    send: (row, verdict, { key, isLeaving }) =>
      take(
        api.PUT('/events/{event_id}/registrations/{registration_id}', {
          params: { path: { event_id: eventId, registration_id: row.id }, header: { 'Idempotency-Key': key } },
          body:
            verdict.to === 'APPROVED'
              ? { status: 'APPROVED', ...(verdict.slot === undefined ? {} : { assigned_pickup_slot: verdict.slot }) }
              : { status: 'REJECTED', ...(verdict.notes === undefined ? {} : { notes: verdict.notes }) },
          // Such a request outlives its page.
          ...(isLeaving ? { keepalive: true } : {}),
        }),
      ),
    onSettled: () => void client.invalidateQueries({ queryKey: ['event', eventId] }),
  })
  known.set(eventId, decisions)
  showNotice(eventId, decisions)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && decisions.flush())
  addEventListener('pagehide', decisions.leave)
  addEventListener('beforeunload', (event) => {
    // What is queued would be sent in one burst; whoever would rather wait can.
    if (isRunning(decisions.get().run)) event.preventDefault()
  })
  return decisions
}

/** Keeps one notice on screen, on whatever page, from the decision until everybody has an answer. */
function showNotice(eventId: string, decisions: Decisions): void {
  const id = `decisions-${eventId}`
  let isShown = false
  let timer: ReturnType<typeof setTimeout> | undefined
  decisions.subscribe(() => {
    const { held, run } = decisions.get()
    const isBusy = held !== undefined || isRunning(run)
    if (isBusy && !isShown) {
      isShown = true
      clearTimeout(timer)
      notifications.hide(id)
      notifications.show({
        id,
        autoClose: false,
        withCloseButton: false,
        message: createElement(DecisionNotice, { decisions }),
        className: 'held',
      })
    } else if (!isBusy && isShown) {
      isShown = false
      timer = setTimeout(() => notifications.hide(id), run === undefined ? 0 : 6_000)
    }
  })
}
