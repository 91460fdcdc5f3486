import type { Schema } from '../api.ts'
import type { LiveEntry } from '../session/live.ts'
import type { MarkKind } from '../ui/StatusMark.tsx'

/** One thing that happened, as the trail or the stream tells it. */
export type Happening = {
  no: number
  action: string
  registrationId: string | undefined
  actor: string | null
  person: string | null
  option: string | null
  slotId: string | undefined
  from: string | null
  /** Minor units that were committed (above 0) or given back (below). */
  moneyMinor: number
  at: string
}

export function ofTrail(entry: Schema<'AuditEntry'>): Happening {
  const { detail } = entry
  const amount = typeof detail?.amount_minor === 'number' ? detail.amount_minor : 0
  const isOfRegistration = entry.action.startsWith('registration.')
  return {
    no: entry.entry_no,
    action: entry.action,
    registrationId: isOfRegistration ? entry.subject_id : undefined,
    actor: entry.actor_name,
    person: entry.person_name,
    option: entry.option_name,
    slotId: typeof detail?.slot_id === 'string' ? detail.slot_id : undefined,
    from: entry.from_status,
    moneyMinor: signed(entry.action, entry.from_status, entry.to_status, amount),
    at: entry.created_at,
  }
}

/** What the stream tells comes without the slot; the trail, read a moment later, has it. */
export function ofStream(entry: LiveEntry, toMinor: (amount: number) => number): Happening {
  return {
    no: entry.entry_no,
    action: entry.action,
    registrationId: entry.registration_id,
    actor: entry.actor_name,
    person: entry.person_name,
    option: entry.option_name,
    slotId: undefined,
    from: entry.from_status,
    moneyMinor: signed(entry.action, entry.from_status, entry.to_status, toMinor(entry.amount ?? 0)),
    at: entry.at,
  }
}

function signed(action: string, from: string | null, to: string | null, amountMinor: number): number {
  if (!action.startsWith('registration.')) return 0
  if (to === 'APPROVED' && from !== 'APPROVED') return amountMinor
  return from === 'APPROVED' && (action === 'registration.cancelled' || action === 'registration.rejected')
    ? -amountMinor
    : 0
}

/** Newest first, each once: where both tell it, the trail knows more. */
export function mergeFeed(trail: readonly Happening[], stream: readonly Happening[], most: number): Happening[] {
  const known = new Set(trail.map(({ no }) => no))
  return [...trail, ...stream.filter(({ no }) => !known.has(no))].toSorted((a, b) => b.no - a.no).slice(0, most)
}

export function markOf(action: string): MarkKind {
  switch (action) {
    case 'registration.approved':
      return 'approved'
    case 'registration.registered':
      return 'pending'
    case 'registration.rejected':
      return 'rejected'
    case 'registration.cancelled':
      return 'cancelled'
    case 'registration.collected':
      return 'collected'
    default:
      return 'draft'
  }
}
