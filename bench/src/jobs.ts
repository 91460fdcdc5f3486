import { randomUUID } from 'node:crypto'
import type { BatchInput, JobView } from '@allot/contract'
import pg from 'pg'
import { openHttpClient, requestText } from './http-client.ts'
import type { HttpAnswer } from './http-client.ts'
import type { Stage } from './stage.ts'

/** A job that came to its end: what came of it, and how long it took from being sent until its end could be read. */
export type FinishedJob = { milliseconds: number; job: JobView }
export type RunJob = (eventId: string, batch: Partial<BatchInput>) => Promise<FinishedJob>

/** A job that is slower is stuck. */
const LONGEST_MS = 60_000

/**
 * Lets jobs be run, one after the other. How far a job is, servers tell each other through the database; whoever listens
 * there disturbs nobody. Then the API is asked, so that what counts is what a client could know. What they say may come
 * 20 ms late, which counts against the server.
 */
export async function withJobs<T>({ owner, server, world }: Stage, work: (run: RunJob) => Promise<T>): Promise<T> {
  const { host, port, user, database } = owner
  const ear = new pg.Client({ host, port, user: user ?? '', database: database ?? '' })
  await ear.connect()
  const client = await openHttpClient(server.port)
  try {
    await ear.query('listen allot_changes')
    return await work(async (eventId, batch) => {
      const headers = { authorization: `Bearer ${world.organizer.key}` }
      const once = { ...headers, prefer: 'respond-async', 'idempotency-key': randomUUID() }
      const sent = requestText('POST', `/events/${eventId}/registrations/batch`, once, JSON.stringify(batch))
      const heard = listen(ear)
      const begun = performance.now()
      const { id } = readJob(await client.ask(sent), 202)
      for (;;) {
        const job = readJob(await client.ask(requestText('GET', `/jobs/${id}`, headers)), 200)
        const milliseconds = performance.now() - begun
        if (job.finished_at !== null) {
          heard.stop()
          return { milliseconds, job }
        }
        if (milliseconds > LONGEST_MS) throw new Error(`a job does not come to its end: ${JSON.stringify(job)}`)
        await heard.next(id)
      }
    })
  } finally {
    client.close()
    await ear.end()
  }
}

function readJob({ status, body }: HttpAnswer, expected: number): JobView {
  if (status !== expected) throw new Error(`a job was answered with ${status}: ${body.slice(0, 500)}`)
  return JSON.parse(body) as JobView
}

/** Hears what servers say of jobs; what is said while nobody waits is not lost. */
function listen(ear: pg.Client): { next(jobId: string): Promise<void>; stop(): void } {
  let said: string[] = []
  let wake = () => {}
  const onSaid = ({ payload = '' }: pg.Notification) => {
    said.push(payload)
    wake()
  }
  ear.on('notification', onSaid)
  return {
    next: (jobId) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, 1_000)
        wake = () => {
          if (!said.some((payload) => payload.endsWith(jobId))) return
          said = []
          clearTimeout(timer)
          resolve()
        }
        wake()
      }),
    stop: () => void ear.off('notification', onSaid),
  }
}
