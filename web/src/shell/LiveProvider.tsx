import { useCallback, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useLive } from '../session/live.ts'
import type { LiveEntry } from '../session/live.ts'
import { LiveContext } from './live-context.ts'

/** So many of the newest entries are at hand. */
const MOST = 50
const none: LiveEntry[] = []

/** Hears what happens in the open event. Only what asks for it is drawn anew with each entry, not the whole frame. */
export function LiveProvider({ eventId, children }: { eventId: string | undefined; children: ReactNode }) {
  // What was heard of one event is nothing to another one.
  const [heard, setHeard] = useState({ eventId, entries: none })
  const onEntries = useCallback(
    (newest: LiveEntry[]) =>
      setHeard((before) => {
        const known = before.eventId === eventId ? before.entries : none
        return { eventId, entries: [...newest, ...known].slice(0, MOST) }
      }),
    [eventId],
  )
  const state = useLive(eventId, onEntries)
  const entries = heard.eventId === eventId ? heard.entries : none
  const live = useMemo(() => ({ state, entries }), [state, entries])
  return <LiveContext value={live}>{children}</LiveContext>
}
