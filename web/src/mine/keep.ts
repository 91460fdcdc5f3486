import type { Schema } from '../api.ts'
import type { Registration } from './my-registrations.ts'

/** A registration as it was last seen, so that its code can be shown where there is no network. */
export type Kept = { registration: Registration; event: Schema<'Event'>; at: string }

const prefix = 'allot-mine-'

export function keep({ registration, event }: Omit<Kept, 'at'>, seenAt: Date): void {
  const kept: Kept = { registration, event, at: seenAt.toISOString() }
  try {
    localStorage.setItem(prefix + registration.id, JSON.stringify(kept))
  } catch {
    // Storage may be full or switched off: then it is only shown while there is a network.
  }
}

/** What was kept of a registration of this very person; another one's is none of their business. */
export function readKept(userId: string, registrationId: string): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(prefix + registrationId) ?? 'null') as Partial<Kept> | null
    if (kept?.registration?.user_id !== userId || !kept.event?.timezone || !kept.at) return undefined
    return kept as Kept
  } catch {
    return undefined
  }
}

/** Everything kept on this device goes, because the one it belongs to signs out. */
export function forgetKept(): void {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index))
    for (const key of keys) if (key?.startsWith(prefix)) localStorage.removeItem(key)
  } catch {
    // Where there is no storage, nothing was kept.
  }
}
