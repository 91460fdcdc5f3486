import type { LiveJob } from '@allot/contract'
import { api, ApiError, take } from '../api.ts'
import type { BatchInput, BatchRow, BatchSummary, Terms } from './batch.ts'
import { followJob, stopJob } from './follow-job.ts'
import type { Row } from './row.ts'

/** An approval to be tried out: what is asked of the API, and about whom. */
export type Question = {
  id: number
  /** From nobody chosen to nobody chosen. */
  round: number
  input: BatchInput
  /** In the order in which the trial comes to them. */
  requests: readonly Row[]
  terms: Terms
}

/** What came out: with all its rows at once, or as a job whose rows are read as they are needed. */
export type Trial = {
  question: Question
  summary: BatchSummary
} & ({ kind: 'whole'; rows: readonly BatchRow[] } | { kind: 'job'; jobId: string })

/**
 * Tries an approval out; nothing is written.
 *
 * @param signal gives it up, and stops the job it may have become
 * @throws ApiError where it is refused
 */
export async function tryOut(
  eventId: string,
  question: Question,
  onProgress: (job: LiveJob) => void,
  signal: AbortSignal,
): Promise<Trial> {
  const answer = await take(
    api.POST('/events/{event_id}/registrations/batch', {
      params: { path: { event_id: eventId } },
      body: { ...question.input, dry_run: true },
      signal,
    }),
  )
  if ('rows' in answer) {
    const { rows, ...summary } = answer
    return { kind: 'whole', question, summary, rows }
  }
  const jobId = answer.id
  const stop = () => void stopJob(jobId)
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop)
  try {
    const { summary, problem } = await followJob(jobId, onProgress, signal)
    if (summary) return { kind: 'job', question, summary, jobId }
    throw new ApiError({
      type: 'about:blank',
      title: '',
      status: problem ? 409 : 503,
      code: 'UNAVAILABLE',
      detail: problem?.detail ?? '',
    })
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
