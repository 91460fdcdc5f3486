import type { BatchResult } from '@allot/contract'
import type { FitProblem, LargestFit } from '@allot/core'
import type { Database, Tx } from '../platform/database.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { DecisionQueues } from '../registrations/ask-in-turn.ts'
import { decideMany, readFit, tryMany } from './decide-many.ts'
import type { BatchAsk, FindRemedies, Solve } from './batch-ask.ts'

export type BatchServices = {
  db: Database
  secrets: Secrets
  queues: DecisionQueues
  solve: Solve
  remedy: FindRemedies
}

/** What would come of a batch now. */
export function tryBatch({ db, solve, remedy }: BatchServices, ask: BatchAsk): Promise<BatchResult> {
  return db.read(ask.key.tenantId, (tx) => tryMany(tx, ask, { solve, remedy }))
}

/**
 * Decides a batch when the event's turn has come.
 *
 * @param within does what is given in a transaction, and whatever else belongs into the same one
 */
export async function applyBatch<Answer>(
  { db, secrets, queues, solve }: BatchServices,
  ask: BatchAsk,
  within: (work: (tx: Tx) => Promise<BatchResult>) => Promise<Answer>,
): Promise<Answer> {
  const solveOnce = remembering(solve)
  if (ask.terms.mode === 'largest_fit') {
    // Found beforehand, so that nobody waits for the lock meanwhile; found anew under it only where something changed.
    const problem = await db.read(ask.key.tenantId, (tx) => readFit(tx, ask))
    if (problem) await solveOnce(problem)
  }
  return queues.run(ask.key, () => within((tx) => decideMany(tx, secrets, ask, solveOnce)))
}

/** Answers the same problem twice with one search. */
function remembering(solve: Solve): Solve {
  let known: { problem: string; fit: LargestFit } | undefined
  return async (problem: FitProblem) => {
    const text = JSON.stringify(problem)
    if (known?.problem !== text) known = { problem: text, fit: await solve(problem) }
    return known.fit
  }
}
