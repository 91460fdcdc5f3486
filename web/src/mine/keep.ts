import type { Schema } from '../api.ts'
import { seenPrefix } from '../session/kept.ts'
import type { Registration } from './my-registrations.ts'

/** A registration as it was last seen, so that its code can be shown where there is no network. */
export type Kept = { registration: Registration; event: Schema<'Event'>; at: string }

export function keep({ registration, event }: Omit<Kept, 'at'>, seenAt: Date): void {
  const kept: Kept = { registration, event, at: seenAt.toISOString() }
  try {
    localStorage.setItem(seenPrefix + registration.id, JSON.stringify(kept))
  } catch {
    // Storage may be full or switched off: then it is only shown while there is a network.
  }
}

/** What was kept of a registration of this very person; another one's is none of their business. */
export function readKept(userId: string, registrationId: string): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(seenPrefix + registrationId) ?? 'null') as Partial<Kept> | null
    if (kept?.registration?.user_id !== userId || !kept.event?.timezone || !kept.at) return undefined
    return kept as Kept
  } catch {
    return undefined
  }
}
