import type { LiveJob } from '@allot/contract'
import type { Schema } from '../api.ts'
import type { BatchRow } from './batch.ts'
import type { Row } from './row.ts'

/** Why a request stays pending: in a word, in words, and everything that stands in its way. */
export type Refusal = { code: string; message: string; conflicts: readonly Schema<'Conflict'>[] }

/** How far a decision is; `refused` and `unknown` leave the request pending, as far as anybody knows. */
export type Outcome =
  | { step: 'held' | 'sending' }
  | { step: 'done'; registration: Row }
  | { step: 'refused'; refusal: Refusal }
  | { step: 'unknown' }

/** How far a sending is: how many have an answer, how many of those are as was decided, and why the others are not. */
export type Tally = {
  total: number
  settled: number
  done: number
  refusals: readonly { code: string; count: number }[]
}

/** What came of a decision. Whoever has no outcome was not come to, and is pending as before. */
export type Answer =
  | { kind: 'answered'; outcomes: ReadonlyMap<string, Outcome>; tally: Tally }
  /** Something it was counted from has changed since: nothing was decided. */
  | { kind: 'changed' }

export function answerOfOne(registration: Row): Answer {
  const outcomes = new Map<string, Outcome>([[registration.id, { step: 'done', registration }]])
  return { kind: 'answered', outcomes, tally: { total: 1, settled: 1, done: 1, refusals: [] } }
}

/** All of them refused for the same. */
export function answerOfRefusal(requests: readonly Row[], refusal: Refusal): Answer {
  return answerOf(requests, () => ({ step: 'refused', refusal }))
}

export function answerOfBatch(rows: readonly BatchRow[], requests: readonly Row[]): Answer {
  const known = new Map(rows.map((row) => [row.registration_id, row]))
  return answerOf(requests, (request) => {
    const row = known.get(request.id)
    return row && outcomeOf(row, request)
  })
}

type JobEnd = Pick<Schema<'Job'>, 'status' | 'action' | 'total' | 'done' | 'changed' | 'problem' | 'summary'>

/**
 * What came of a job: whoever is not refused is as was decided, as far as the job came.
 *
 * @param refused those it refused
 * @param requests in the order in which it went through them; none where only the job is known
 */
export function answerOfJob(job: JobEnd, refused: readonly BatchRow[], requests: readonly Row[]): Answer {
  const { status, problem } = job
  if (status === 'REFUSED' && problem?.code === 'BATCH_CHANGED') return { kind: 'changed' }
  if (status === 'REFUSED' && problem) {
    return answerOfRefusal(requests, { code: problem.code, message: problem.detail, conflicts: [] })
  }
  const known = new Map(refused.map((row) => [row.registration_id, row]))
  const to = job.action === 'approve' ? 'APPROVED' : 'REJECTED'
  const slot = (request: Row) => (to === 'APPROVED' ? request.preferred_pickup_slot : null)
  const answer = answerOf(requests.slice(0, job.done), (request) => {
    const row = known.get(request.id)
    if (row) return outcomeOf(row, request)
    return { step: 'done', registration: { ...request, status: to, assigned_pickup_slot: slot(request) } }
  })
  const tally = { total: job.total, settled: job.done, done: job.changed, refusals: job.summary?.refusals ?? [] }
  return { ...answer, tally }
}

/** A job that is on its way never goes back: what is told may come later than what was asked. */
export function moveOn(tally: Tally, job: Pick<LiveJob, 'total' | 'done' | 'changed'>): Tally {
  if (job.done < tally.settled) return tally
  return { ...tally, total: job.total, settled: job.done, done: job.changed }
}

/** Several sendings as one. */
export function addTallies(tallies: readonly Tally[]): Tally {
  const counts = new Map<string, number>()
  for (const { code, count } of tallies.flatMap(({ refusals }) => refusals)) {
    counts.set(code, (counts.get(code) ?? 0) + count)
  }
  const sum = (key: 'total' | 'settled' | 'done') => tallies.reduce((so, tally) => so + tally[key], 0)
  return {
    total: sum('total'),
    settled: sum('settled'),
    done: sum('done'),
    refusals: [...counts].map(([code, count]) => ({ code, count })),
  }
}

function answerOf(requests: readonly Row[], outcomeFor: (request: Row) => Outcome | undefined) {
  const outcomes = new Map<string, Outcome>()
  const counts = new Map<string, number>()
  let done = 0
  for (const request of requests) {
    const outcome = outcomeFor(request)
    if (!outcome) continue
    outcomes.set(request.id, outcome)
    if (outcome.step === 'done') done += 1
    if (outcome.step !== 'refused') continue
    counts.set(outcome.refusal.code, (counts.get(outcome.refusal.code) ?? 0) + 1)
  }
  const refusals = [...counts].map(([code, count]) => ({ code, count }))
  const tally: Tally = { total: requests.length, settled: outcomes.size, done, refusals }
  return { kind: 'answered' as const, outcomes, tally }
}

function outcomeOf(row: BatchRow, request: Row): Outcome {
  if (row.outcome === 'REFUSED') {
    return { step: 'refused', refusal: { code: row.code ?? '', message: row.message ?? '', conflicts: row.conflicts } }
  }
  const registration: Row = {
    ...request,
    status: row.status ?? request.status,
    assigned_pickup_slot: row.assigned_pickup_slot,
  }
  return { step: 'done', registration }
}
