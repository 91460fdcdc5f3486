import { findRemedies, largestFit } from '@allot/core'
import type { BatchMode, FitProblem, LargestFit, NamedFit, Remedy, Snapshot } from '@allot/core'

/** Something to be searched for, which may take a second; nothing but data, so that another thread can do it. */
export type Search =
  | { kind: 'largest'; problem: FitProblem }
  | { kind: 'remedies'; fit: NamedFit; after: Snapshot; admitted: ReadonlySet<string>; mode: BatchMode }

export type Found = LargestFit | Remedy[]

export function carryOut(search: Search): Found {
  if (search.kind === 'largest') return largestFit(search.problem)
  return findRemedies(search.fit, search.after, search.admitted, search.mode)
}
