import { decideWithoutOffers, findDenial } from './allocation.ts'
import type { Actor, DecideRequest, Decided } from './allocation.ts'
import type { Decision } from './decision.ts'
import { fitOf } from './fit.ts'
import type { Approval, NamedFit } from './fit.ts'
import { createRunningBooks } from './running-books.ts'
import type { RegistrationStatus } from './registration.ts'
import type { Snapshot } from './snapshot.ts'
import { compareText } from './text.ts'

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
export type BatchPlan = Omit<Decided, 'decisions'> & { rows: BatchRow[] }

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
  const mayBe = inOrder(snapshot, batch).filter(({ registrationId }) => {
    const registration = snapshot.registrations.get(registrationId)
    return registration && !findDenial({ actor: batch.actor, to: 'APPROVED' }, registration)
  })
  return fitOf(snapshot, mayBe)
}

/**
 * Decides a batch, each over what the ones before it left, as `decideAll` does. Its refusals have no alternatives: what
 * there still is, is known when all are decided, and the same for all of them.
 *
 * @param chosen who comes first whatever the order says: the largest set that fits, where that is asked for
 * @returns each registration's decision, in the order in which they were decided, and what they change together
 * @see docs/invariants.md: B1, S1, P1, R1
 */
export function planBatch(snapshot: Snapshot, batch: Batch, now: Date, chosen?: ReadonlySet<string>): BatchPlan {
  const ordered = inOrder(snapshot, batch)
  const approvals = chosen === undefined ? ordered : ordered.toSorted((a, b) => rankIn(chosen, a) - rankIn(chosen, b))
  const requests = approvals.map((approval) => requestFor(snapshot, batch, approval))
  const { decisions, ...decided } = decideWithoutOffers(snapshot, requests, now)
  const rows = requests.flatMap(({ registrationId }, index): BatchRow[] => {
    const decision = decisions[index]
    return decision ? [{ registrationId, decision }] : []
  })
  const isRefused = rows.some(({ decision }) => decision.outcome === 'refused')
  if (batch.mode !== 'all_or_nothing' || !isRefused) return { rows, ...decided }
  return {
    rows: rows.map((row) => holdBack(snapshot, row)),
    followUps: [],
    isCut: false,
    changes: createRunningBooks(snapshot).changes(),
    after: snapshot,
  }
}

/** Whoever is where the batch leads already stays as they are: their slot and their notes are of an earlier decision. */
function requestFor(
  { registrations }: Snapshot,
  { action, actor, notes }: Batch,
  { registrationId, slotLabel }: Approval,
): DecideRequest {
  const to = statusAfter[action]
  const request = { kind: 'decide', registrationId, to, actor } as const
  if (registrations.get(registrationId)?.status === to) return request
  return { ...request, slotLabel: action === 'approve' ? slotLabel : undefined, notes }
}

function rankIn(chosen: ReadonlySet<string>, { registrationId }: Approval): number {
  return chosen.has(registrationId) ? 0 : 1
}

/** Of all or nothing, nothing: whoever would have fitted is told that it is for others' sake. */
function holdBack({ registrations }: Snapshot, { registrationId, decision }: BatchRow): BatchRow {
  const isAsItWas = decision.outcome === 'unchanged' && decision.after === registrations.get(registrationId)
  if (decision.outcome === 'refused' || isAsItWas) return { registrationId, decision }
  return { registrationId, decision: { outcome: 'refused', refusal: { code: 'HELD_BACK' } } }
}

/**
 * Ids are in the order of asking. Whoever is named twice is asked for twice in a row, and in the same words: so the
 * second time changes nothing, wherever it stood.
 */
function inOrder(snapshot: Snapshot, { order, mode, approvals }: Batch): Approval[] {
  const named = [...Map.groupBy(approvals, ({ registrationId }) => registrationId).values()]
  const given = named.flatMap(([first, ...again]) => (first ? [first, ...again.map(() => first)] : []))
  const byAge = (a: Approval, b: Approval) => compareText(a.registrationId, b.registrationId)
  // The largest set is that of the oldest requests, whatever the order.
  if (mode === 'largest_fit' || order === 'oldest_first') return given.toSorted(byAge)
  if (order === 'as_given') return given
  const amountOf = ({ registrationId }: Approval) => snapshot.registrations.get(registrationId)?.amountMinor ?? 0
  return given.toSorted((a, b) => amountOf(a) - amountOf(b) || byAge(a, b))
}
