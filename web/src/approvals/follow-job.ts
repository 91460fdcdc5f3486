import type { LiveJob } from '@allot/contract'
import { Unreachable, api, newIntent, take, takePage } from '../api.ts'
import type { ListPage, Schema } from '../api.ts'
import { listenForJobs } from '../session/live-jobs.ts'
import type { BatchRow } from './batch.ts'

export type Job = Schema<'Job'>

/** Where the stream is silent, a job is asked so often how far it is. */
const POLL_MS = 1_500
/** As many as the API gives at once. */
const PAGE = 100

export function isOver({ status }: Pick<LiveJob, 'status'>): boolean {
  return status !== 'QUEUED' && status !== 'RUNNING'
}

/**
 * Follows a job to its end, by the stream of its event and by asking.
 *
 * @throws the reason of `signal`, or an `ApiError` where there is no such job
 */
export async function followJob(jobId: string, onProgress: (job: LiveJob) => void, signal?: AbortSignal): Promise<Job> {
  for (;;) {
    const job = await look(jobId, signal)
    signal?.throwIfAborted()
    if (job) {
      onProgress(job)
      if (isOver(job)) return job
    }
    await untilNextLook(jobId, onProgress, signal)
  }
}

/** The job, or undefined where there is no network just now: it goes on without us. */
async function look(jobId: string, signal: AbortSignal | undefined): Promise<Job | undefined> {
  try {
    const params = { path: { job_id: jobId } }
    return await take(api.GET('/jobs/{job_id}', { params, ...(signal ? { signal } : {}) }))
  } catch (error) {
    if (error instanceof Unreachable) return undefined
    throw error
  }
}

/** Until the stream says that it is over, or it is time to ask; what is told meanwhile is handed on. */
function untilNextLook(jobId: string, onProgress: (job: LiveJob) => void, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      stopListening()
      signal?.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, POLL_MS)
    const stopListening = listenForJobs((job) => {
      if (job.id !== jobId) return
      onProgress(job)
      if (isOver(job)) end()
    })
    signal?.addEventListener('abort', end)
  })
}

/** Stops a job; one that is over already stays as it is. */
export async function stopJob(jobId: string): Promise<void> {
  const params = { path: { job_id: jobId }, header: newIntent() }
  await take(api.POST('/jobs/{job_id}/cancel', { params })).catch(() => undefined)
}

/** Those a job refused, a page at a time, in the order in which it came to them. */
export function readRefused(
  jobId: string,
  cursor: string | undefined,
  signal?: AbortSignal,
): Promise<ListPage<BatchRow>> {
  const query = { outcome: 'REFUSED' as const, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }
  const params = { path: { job_id: jobId }, query }
  return takePage(api.GET('/jobs/{job_id}/rows', { params, ...(signal ? { signal } : {}) }))
}

export async function readAllRefused(jobId: string): Promise<BatchRow[]> {
  const rows: BatchRow[] = []
  let cursor: string | undefined
  do {
    const page = await readRefused(jobId, cursor)
    rows.push(...page.items)
    cursor = page.next
  } while (cursor !== undefined)
  return rows
}
