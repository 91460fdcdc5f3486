import { createContext, use } from 'react'
import type { LiveEntry, LiveState } from '../session/live.ts'

/** What the open event's stream says: whether it is live, and what came while the page was open, newest first. */
export const LiveContext = createContext<{ state: LiveState; entries: LiveEntry[] }>({
  state: 'connecting',
  entries: [],
})

export function useLiveEvent() {
  return use(LiveContext)
}
