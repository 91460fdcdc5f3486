import type { LiveChange, LiveJob } from '@allot/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { renewal } from '../api.ts'
import { inboxSummaryQuery } from './inbox.ts'
import { tellOfJob } from './live-jobs.ts'
import { createPace } from './pace.ts'

export type LiveState = 'connecting' | 'live' | 'lost'

/** One thing that happened in an event, as the server tells it to those who see registrations. */
export type LiveEntry = LiveChange

/**
 * Keeps a page in step with its event: every change refreshes what the page shows, within a second, and the newest
 * entries are handed on. The browser reconnects by itself and goes on where it was; `lost` says when it cannot.
 */
export function useLive(eventId: string | undefined, onEntries?: (newest: LiveEntry[]) => void): LiveState {
  const [state, setState] = useState<LiveState>('connecting')
  const client = useQueryClient()
  // A stream that was refused for want of a session is opened anew with the next one.
  const { renewals } = useSyncExternalStore(renewal.subscribe, renewal.get)
  useEffect(() => {
    if (eventId === undefined) return
    const source = new EventSource(`/events/${eventId}/stream`)
    let gathered: LiveEntry[] = []
    const pace = createPace(() => {
      if (gathered.length > 0) onEntries?.(gathered.reverse())
      gathered = []
      void client.invalidateQueries({ queryKey: ['event', eventId] })
      void client.invalidateQueries({ queryKey: inboxSummaryQuery.queryKey })
    })
    source.addEventListener('open', () => setState('live'))
    source.addEventListener('error', () => setState('lost'))
    source.addEventListener('change', ({ data }: MessageEvent<string>) => {
      gathered.push(JSON.parse(data) as LiveEntry)
      pace.ask()
    })
    source.addEventListener('counters', pace.ask)
    source.addEventListener('reset', pace.ask)
    source.addEventListener('job', ({ data }: MessageEvent<string>) => tellOfJob(JSON.parse(data) as LiveJob))
    return () => {
      source.close()
      pace.stop()
    }
  }, [eventId, client, onEntries, renewals])
  return state
}
