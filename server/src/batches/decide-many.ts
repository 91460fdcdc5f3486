import type { BatchResult } from '@allot/contract'
import { fitOfBatch, planBatch } from '@allot/core'
import type { Batch, FitProblem, LargestFit, NamedFit, Remedy } from '@allot/core'
import { readBooks } from '../events/books.sql.ts'
import { canSeeEvent } from '../events/find-event.ts'
import { readMoney } from '../events/change-event.ts'
import type { Tx } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import type { Secrets } from '../platform/secrets.ts'
import { ruleActorOf } from '../registrations/decide.ts'
import { saveMany } from '../registrations/save-many.ts'
import { proposeSlots, snapshotOf } from '../registrations/snapshot.ts'
import { lockSnapshot, readSnapshot } from '../registrations/snapshot.sql.ts'
import type { LockedRows, Wanted } from '../registrations/snapshot.sql.ts'
import { withWaiting } from '../registrations/waiting.ts'
import type { BatchAsk, BatchScene, FindRemedies, PlannedBatch, Solve } from './batch-ask.ts'
import { viewBatch } from './batch-view.ts'

/** What would come of a batch now: the same as deciding it, and nothing is locked or written. */
export async function tryMany(
  tx: Tx,
  ask: BatchAsk,
  { solve, remedy }: { solve: Solve; remedy: FindRemedies },
): Promise<BatchResult> {
  const scene = await readScene(tx, ask)
  const planned = await planScene(scene, solve)
  return viewBatch({ ...planned, remedies: await remediesOf(scene, planned, remedy) })
}

/** What a batch would take if it were decided now: for the largest set to be found before anything is locked. */
export async function readFit(tx: Tx, ask: BatchAsk): Promise<FitProblem | undefined> {
  const { fit } = await readScene(tx, ask)
  return fit?.problem
}

async function readScene(tx: Tx, ask: BatchAsk): Promise<BatchScene> {
  const [books, read] = await Promise.all([readBooks(tx, ask.key), readSnapshot(tx, ask.key, wantedOf(ask))])
  return sceneOf(ask, await withWaiting(tx, ask.key, { ...read, books }, [], { mayDraw: false }))
}

/**
 * Decides a batch in the transaction given, and writes it.
 *
 * @returns what came of each
 * @throws Problem BATCH_CHANGED or BATCH_REFUSED where it has to come out as a whole and does not; nothing is written then
 */
export async function decideMany(tx: Tx, secrets: Secrets, ask: BatchAsk, solve: Solve): Promise<BatchResult> {
  const locked = await lockSnapshot(tx, ask.key, wantedOf(ask))
  const scene = sceneOf(ask, await withWaiting(tx, ask.key, locked, [], { mayDraw: true }))
  const planned = await planScene(scene, solve)
  const result = viewBatch({ ...planned, remedies: [] })
  const { expected_basis: expected, mode } = ask.terms
  if (expected !== undefined && expected !== result.basis) {
    throw new Problem(
      'BATCH_CHANGED',
      'Something this depends on has changed since it was tried. Nothing was decided: look at what would come of it now.',
      { batch: result },
    )
  }
  if (mode === 'all_or_nothing' && result.refused > 0) {
    const { refused, total } = result
    throw new Problem('BATCH_REFUSED', `${refused} of ${total} cannot be decided, so nobody was.`, { batch: result })
  }
  const { plan } = planned
  const decisions = plan.rows.map(({ decision }) => decision)
  saveMany(tx, secrets, { ...scene, ...ask }, { ...plan, decisions })
  return result
}

/** What has to be read for a batch. */
function wantedOf({ key: { eventId }, terms, actor, registrationIds }: BatchAsk): Wanted {
  const registrations = registrationIds.map((id) => ({ eventId, id }))
  return {
    registrations,
    givenUp: terms.action === 'approve' ? [] : registrations,
    people: [],
    slots: (terms.assigned_slots ?? []).map((one) => ({ eventId, label: one.assigned_pickup_slot })),
    byOwner: actor.role === 'owner',
    withPeople: false,
    claims: [],
  }
}

function sceneOf(ask: BatchAsk, { books, ...rows }: LockedRows): BatchScene {
  const { terms, actor, registrationIds } = ask
  const { event } = rows
  if (!books || !event || !canSeeEvent(actor, event)) throw new Problem('EVENT_NOT_FOUND')
  const slotOf = new Map(terms.assigned_slots?.map((one) => [one.registration_id, one.assigned_pickup_slot]))
  const proposed = proposeSlots(slotOf.values(), rows, books, event)
  const stored = snapshotOf(rows, books, event, proposed)
  const assumed = terms.assumed_budget_amount
  const money =
    assumed === undefined
      ? stored.money
      : { ...stored.money, budgetMinor: readMoney('body.assumed_budget_amount', assumed, event.currency) }
  const batch: Batch = {
    action: terms.action,
    order: terms.order,
    mode: terms.mode,
    approvals: registrationIds.map((registrationId) => ({ registrationId, slotLabel: slotOf.get(registrationId) })),
    notes: terms.reason,
    actor: ruleActorOf(actor, rows),
  }
  const snapshot = { ...stored, money }
  const fit = terms.action === 'approve' ? fitOfBatch(snapshot, batch) : undefined
  return { ask, event, books, now: books.now, rows, proposed, snapshot, batch, fit }
}

async function planScene(scene: BatchScene, solve: Solve): Promise<Omit<PlannedBatch, 'remedies'>> {
  const { ask, snapshot, batch, now, fit } = scene
  const isWanted = fit !== undefined && (batch.mode === 'largest_fit' || ask.terms.dry_run)
  const largest = isWanted ? await solve(fit.problem) : undefined
  const chosen = batch.mode === 'largest_fit' && fit && largest ? chosenOf(fit, largest) : undefined
  return { scene, plan: planBatch(snapshot, batch, now, chosen), largest }
}

/** Who the largest set are, by their ids. */
function chosenOf({ problem }: NamedFit, { admitted }: LargestFit): Set<string> {
  return new Set(problem.candidates.filter((_, index) => admitted.has(index)).map(({ id }) => id))
}

/** Of all or nothing, what would let all of them in is what would let in more one by one. */
async function remediesOf(
  scene: BatchScene,
  { plan }: Omit<PlannedBatch, 'remedies'>,
  remedy: FindRemedies,
): Promise<Remedy[]> {
  const { fit, snapshot, batch, now } = scene
  if (!fit) return []
  const { rows, after } =
    batch.mode === 'all_or_nothing' ? planBatch(snapshot, { ...batch, mode: 'best_effort' }, now) : plan
  const admitted = rows.filter(({ decision }) => decision.outcome === 'approved').map((row) => row.registrationId)
  return remedy(fit, after, new Set(admitted), batch.mode)
}
