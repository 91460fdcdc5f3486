import { decideAll, isOwnToLeave } from './allocation.ts'
import type { Actor } from './allocation.ts'
import type { Decision } from './decision.ts'
import { fitOf } from './fit.ts'
import type { Approval, NamedFit } from './fit.ts'
import { createRunningBooks } from './running-books.ts'
import type { BookChanges } from './running-books.ts'
import type { RegistrationStatus } from './registration.ts'
import type { Snapshot } from './snapshot.ts'

export const batchActions = ['approve', 'reject', 'cancel'] as const
export type BatchAction = (typeof batchActions)[number]

/**
 * Who comes first: who asked first; the order in which they are named; or the cheapest, so that the money reaches
 * most people (of the same price who asked first).
 */
export const batchOrders = ['oldest_first', 'as_given', 'most_people'] as const
export type BatchOrder = (typeof batchOrders)[number]

/**
 * What happens where not all fit: whoever fits when their turn comes; nobody at all; or the largest set of people that
 * fits, of all such sets that of the oldest requests.
 */
export const batchModes = ['best_effort', 'all_or_nothing', 'largest_fit'] as const
export type BatchMode = (typeof batchModes)[number]

/** One decision about many registrations. */
export type Batch = {
  action: BatchAction
  order: BatchOrder
  mode: BatchMode
  approvals: readonly Approval[]
  notes?: string | undefined
  actor: Actor
}

export type BatchRow = { registrationId: string; decision: Decision }
export type BatchPlan = { rows: BatchRow[]; changes: BookChanges; after: Snapshot }

const statusAfter: Record<BatchAction, RegistrationStatus> = {
  approve: 'APPROVED',
  reject: 'REJECTED',
  cancel: 'CANCELLED',
}

/**
 * What an approval of many would take, in the order in which they are let in: the largest set of it is found elsewhere
 * (see `largestFit`), because that may take a while.
 */
export function fitOfBatch(snapshot: Snapshot, batch: Batch): NamedFit {
  const { actor } = batch
  const mayBe = inOrder(snapshot, batch).filter(({ registrationId }) => {
    const registration = snapshot.registrations.get(registrationId)
    return registration && !isOwnToLeave(actor, registration)
  })
  return fitOf(snapshot, mayBe)
}

/**
 * Decides a batch, each over what the ones before it left, as `decideAll` does.
 *
 * @param chosen who comes first whatever the order says: the largest set that fits, where that is asked for
 * @returns each registration's decision, in the order in which they were decided, and what they change together
 * @see docs/invariants.md: B1, S1, P1, R1
 */
export function planBatch(snapshot: Snapshot, batch: Batch, now: Date, chosen?: ReadonlySet<string>): BatchPlan {
  const { action, actor, notes, mode } = batch
  const ordered = inOrder(snapshot, batch)
  const approvals = chosen === undefined ? ordered : ordered.toSorted((a, b) => rankIn(chosen, a) - rankIn(chosen, b))
  const { decisions, changes, after } = decideAll(
    snapshot,
    approvals.map(({ registrationId, slotLabel }) => ({
      kind: 'decide',
      registrationId,
      to: statusAfter[action],
      slotLabel: action === 'approve' ? slotLabel : undefined,
      notes,
      actor,
    })),
    now,
  )
  const rows = approvals.flatMap(({ registrationId }, index): BatchRow[] => {
    const decision = decisions[index]
    return decision ? [{ registrationId, decision }] : []
  })
  const isRefused = rows.some(({ decision }) => decision.outcome === 'refused')
  if (mode !== 'all_or_nothing' || !isRefused) return { rows, changes, after }
  return {
    rows: rows.map(({ registrationId, decision }) => ({ registrationId, decision: holdBack(decision) })),
    changes: createRunningBooks(snapshot).changes(),
    after: snapshot,
  }
}

function rankIn(chosen: ReadonlySet<string>, { registrationId }: Approval): number {
  return chosen.has(registrationId) ? 0 : 1
}

/** Of all or nothing, nothing: whoever would have fitted is told that it is for others' sake. */
function holdBack(decision: Decision): Decision {
  const isChange = decision.outcome !== 'refused' && decision.outcome !== 'unchanged'
  return isChange ? { outcome: 'refused', refusal: { code: 'HELD_BACK' } } : decision
}

/** Ids are in the order of asking; of two alike the one named first counts. */
function inOrder(snapshot: Snapshot, { order, mode, approvals }: Batch): Approval[] {
  const byAge = (a: Approval, b: Approval) => (a.registrationId < b.registrationId ? -1 : 1)
  // The largest set is that of the oldest requests, whatever the order.
  if (mode === 'largest_fit' || order === 'oldest_first') return approvals.toSorted(byAge)
  if (order === 'as_given') return [...approvals]
  const amountOf = ({ registrationId }: Approval) => snapshot.registrations.get(registrationId)?.amountMinor ?? 0
  return approvals.toSorted((a, b) => amountOf(a) - amountOf(b) || byAge(a, b))
}
