import { ApiError } from '../api.ts'
import type { Schema } from '../api.ts'

/** The conflicts a refusal names; none where it was refused for something else. */
export function conflictsOf(error: unknown): Schema<'Conflict'>[] {
  if (!(error instanceof ApiError)) return []
  return error.problem.conflicts ?? []
}
