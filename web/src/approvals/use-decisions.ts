import { notifications } from '@mantine/notifications'
import type { QueryClient } from '@tanstack/react-query'
import { useQueryClient } from '@tanstack/react-query'
import { createElement, useSyncExternalStore } from 'react'
import { DecisionNotice } from './DecisionNotice.tsx'
import { createDecisions } from './decisions.ts'
import type { Decisions } from './decisions.ts'
import { canOutlivePage, createSend } from './send-decision.ts'

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
    send: createSend(eventId),
    onSettled: () => void client.invalidateQueries({ queryKey: ['event', eventId] }),
  })
  known.set(eventId, decisions)
  showNotice(eventId, decisions)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && decisions.flush())
  addEventListener('pagehide', decisions.flush)
  addEventListener('beforeunload', (event) => {
    const { held, run } = decisions.get()
    // A job goes on by itself; what is on its way, or too large to outlive the page, may be waited for.
    const isOnItsWay = run?.isRunning === true && run.jobIds.length === 0
    if (isOnItsWay || (held && !canOutlivePage(held))) event.preventDefault()
  })
  return decisions
}

/** Keeps one notice on screen, on whatever page, from the decision until everybody has an answer. */
function showNotice(eventId: string, decisions: Decisions): void {
  const id = `decisions-${eventId}`
  let isShown = false
  let hasChanged = false
  let timer: ReturnType<typeof setTimeout> | undefined
  decisions.subscribe(() => {
    const { held, run, changed } = decisions.get()
    const isBusy = held !== undefined || run?.isRunning === true
    hasChanged = isBusy ? false : hasChanged || changed !== undefined
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
      timer = setTimeout(() => notifications.hide(id), run === undefined && !hasChanged ? 0 : 6_000)
    }
  })
}
