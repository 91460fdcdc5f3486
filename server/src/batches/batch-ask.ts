import { MOST_IN_ONE_STEP } from '@allot/contract'
import type { BatchInput } from '@allot/contract'
import type { findRemedies, Batch, BatchPlan, FitProblem, LargestFit, NamedFit, Remedy, Snapshot } from '@allot/core'
import type { BooksRow, EventKey } from '../events/books.sql.ts'
import type { EventWithMoney } from '../events/events.sql.ts'
import type { Actor } from '../platform/actor.ts'
import { invalid } from '../platform/problem.ts'
import type { ProposedSlot } from '../registrations/save-decisions.sql.ts'
import type { SnapshotRows } from '../registrations/snapshot.sql.ts'

/** What is asked of many registrations, apart from which they are. */
export type BatchTerms = Omit<BatchInput, 'registration_ids' | 'filter'>

/** One decision about many registrations of an event, and who takes it. */
export type BatchAsk = {
  key: EventKey
  actor: Actor
  /** Stands in the audit entry of each decision. */
  batchId: string
  terms: BatchTerms
  registrationIds: readonly string[]
}

/** Finds the largest set that fits; it may take a second. */
export type Solve = (problem: FitProblem) => Promise<LargestFit>
/** Finds what would let more in; it may take as long. */
export type FindRemedies = (...asked: Parameters<typeof findRemedies>) => Promise<Remedy[]>

/** All that a batch is decided in: the event, what is asked, and who the largest set that fits are. */
export type BatchScene = {
  ask: BatchAsk
  event: EventWithMoney
  books: BooksRow
  now: Date
  rows: SnapshotRows
  proposed: ProposedSlot[]
  snapshot: Snapshot
  batch: Batch
  fit: NamedFit | undefined
}

/** A batch as it comes out. */
export type PlannedBatch = {
  scene: BatchScene
  plan: BatchPlan
  largest: LargestFit | undefined
  remedies: Remedy[]
}

/** Whether a batch is decided in one step, whatever its size: all of it comes out, or nothing does. */
export function isWhole({ mode, dry_run, expected_basis }: BatchTerms): boolean {
  return dry_run || mode !== 'best_effort' || expected_basis !== undefined
}

/** @throws Problem where so many cannot be decided as one */
export function checkSize(terms: BatchTerms, count: number): void {
  if (!isWhole(terms) || count <= MOST_IN_ONE_STEP) return
  throw invalid(
    'body.registration_ids',
    `are ${count}: a batch that is tried out, or has to come out as a whole, takes at most ${MOST_IN_ONE_STEP}`,
  )
}
