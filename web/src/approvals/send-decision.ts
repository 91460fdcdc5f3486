import type { LiveJob } from '@allot/contract'
import { ApiError, api, take } from '../api.ts'
import { answerOfBatch, answerOfJob, answerOfOne } from './answers.ts'
import type { Answer } from './answers.ts'
import { MOST_AT_ONCE } from './batch.ts'
import type { BatchInput } from './batch.ts'
import type { Decision, Send, Verdict } from './decisions.ts'
import { followJob, readAllRefused } from './follow-job.ts'
import type { Row } from './row.ts'

/** Sends a decision on one request as a change of it, one on many as a batch. */
export function createSend(eventId: string): Send {
  return ({ verdict, rows, batch }, key, onJob) => {
    const [only] = rows
    if (batch) return sendBatch(eventId, rows, batch.input, key, onJob)
    if (!only) throw new Error('a decision is about somebody')
    return sendOne(eventId, only, verdict, key)
  }
}

/** Whether a decision arrives although its page goes away: browsers let 64 KB outlive it, and this is well below. */
export function canOutlivePage({ rows, batch }: Decision): boolean {
  return batch?.input.registration_ids === undefined || rows.length <= MOST_AT_ONCE
}

async function sendOne(eventId: string, { id }: Row, verdict: Verdict, key: string): Promise<Answer> {
  const registration = await take(
    api.PUT('/events/{event_id}/registrations/{registration_id}', {
      params: { path: { event_id: eventId, registration_id: id }, header: { 'Idempotency-Key': key } },
      body:
        verdict.to === 'APPROVED'
          ? { status: 'APPROVED', ...(verdict.slot === undefined ? {} : { assigned_pickup_slot: verdict.slot }) }
          : { status: 'REJECTED', ...(verdict.notes === undefined ? {} : { notes: verdict.notes }) },
      keepalive: true,
    }),
  )
  return answerOfOne(registration)
}

async function sendBatch(
  eventId: string,
  rows: readonly Row[],
  body: BatchInput,
  key: string,
  onJob: (job: LiveJob) => void,
): Promise<Answer> {
  try {
    const answer = await take(
      api.POST('/events/{event_id}/registrations/batch', {
        params: { path: { event_id: eventId }, header: { 'Idempotency-Key': key } },
        body,
        keepalive: rows.length <= MOST_AT_ONCE,
      }),
    )
    if ('rows' in answer) return answerOfBatch(answer.rows, rows)
    return await answerLater(answer.id, rows, onJob)
  } catch (error) {
    if (error instanceof ApiError && error.problem.code === 'BATCH_CHANGED') return { kind: 'changed' }
    throw error
  }
}

/** What came of a job, once it is over. */
export async function answerLater(jobId: string, rows: readonly Row[], onJob: (job: LiveJob) => void): Promise<Answer> {
  const job = await followJob(jobId, onJob)
  const isRead = rows.length > 0 && job.refused > 0 && job.status !== 'REFUSED'
  return answerOfJob(job, isRead ? await readAllRefused(jobId) : [], rows)
}
