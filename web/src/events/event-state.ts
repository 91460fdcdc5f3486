import type { Schema } from '../api.ts'
import type { MarkKind } from '../ui/StatusMark.tsx'

export type EventState =
  | { kind: 'draft' | 'archived' | 'done' | 'open' | 'deciding' | 'decided' }
  | { kind: 'opens'; at: string }
  | { kind: 'closes'; days: number }

/** Where an event stands, from its dates and what is still pending. */
export function stateOf(event: Schema<'Event'>, pending: number, now = new Date()): EventState {
  if (!event.is_active) return { kind: 'archived' }
  if (!event.published) return { kind: 'draft' }
  const ends = event.ends_at ?? event.event_date
  if (ends !== null && new Date(ends) < now) return { kind: 'done' }
  const { registration_start_date: opens, registration_end_date: closes } = event
  if (opens !== null && new Date(opens) > now) return { kind: 'opens', at: opens }
  if (closes === null) return { kind: 'open' }
  if (new Date(closes) < now) return { kind: pending > 0 ? 'deciding' : 'decided' }
  // Rounded as distances are said elsewhere, so that no two pages count differently.
  return { kind: 'closes', days: Math.max(1, Math.round((new Date(closes).getTime() - now.getTime()) / 86_400_000)) }
}

export const stateMarks: Record<EventState['kind'], MarkKind> = {
  draft: 'draft',
  archived: 'cancelled',
  done: 'collected',
  open: 'left',
  closes: 'left',
  opens: 'draft',
  deciding: 'approved',
  decided: 'approved',
}
