import type { BatchResult, BatchSummary } from '@allot/contract'
import type { FastifyBaseLogger } from 'fastify'
import { findUser } from '../accounts/users.sql.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Problem } from '../platform/problem.ts'
import { hasPermission } from '../platform/roles.ts'
import { applyBatch, tryBatch } from './apply.ts'
import type { BatchServices } from './apply.ts'
import { isWhole } from './batch-ask.ts'
import type { BatchAsk } from './batch-ask.ts'
import { addSummaries, keepRow, summaryOf } from './jobs.ts'
import { endJob, findTenantsWithJobs, moveJobOn, noteFailure, readNextIds, saveJobRows, takeJob } from './jobs.sql.ts'
import type { TakenJob } from './jobs.sql.ts'

/** So many are decided in one transaction; whoever else asks for the event comes in between. */
const ROWS_OF_A_TURN = 500
/** How long a server has a job to itself after each step; a server that dies is taken over from after that. */
const HOLD_SECONDS = 20
const LOOK_EVERY_MS = 2_000
/** After so many unexpected failures in a row, one at each look, a job is given up. */
const MOST_FAILURES = 5

export type JobRunner = {
  /** There is something to do for this tenant. */
  poke(tenantId: string): void
  close(): Promise<void>
}

/**
 * Works on jobs, a step at a time. Tenants take turns, so that the jobs of one never keep another's waiting; any number
 * of servers may run this. A step decides some rows, notes what became of each and moves the job on, in one
 * transaction: whenever a server dies, each row was decided once or not yet.
 */
export function createJobRunner(services: BatchServices, log: FastifyBaseLogger): JobRunner {
  const { db } = services
  const server = newId()
  /** Tenants that may have something to do; the first is next. */
  const due = new Set<string>()
  let running: Promise<void> | undefined
  let isClosed = false
  const timer = setInterval(() => void look(), LOOK_EVERY_MS).unref()

  async function look(): Promise<void> {
    try {
      for (const tenantId of await db.readAsOperator(findTenantsWithJobs)) poke(tenantId)
    } catch (error) {
      log.warn({ err: error }, 'could not look for jobs; trying again')
    }
  }

  function poke(tenantId: string): void {
    if (isClosed) return
    due.add(tenantId)
    running ??= run().finally(() => {
      running = undefined
      // Whoever came between the last look and now.
      if (due.size > 0) poke([...due][0] ?? tenantId)
    })
  }

  async function run(): Promise<void> {
    for (let [tenantId] = due; tenantId !== undefined && !isClosed; [tenantId] = due) {
      due.delete(tenantId)
      // Last in line again, where there is more of it.
      if (await takeTurn(tenantId)) due.add(tenantId)
    }
  }

  /** @returns whether there is more to do for this tenant */
  async function takeTurn(tenantId: string): Promise<boolean> {
    let job: TakenJob | undefined
    try {
      job = await db.transaction(tenantId, (tx) => takeJob(tx, tenantId, { server, seconds: HOLD_SECONDS }))
      if (!job) return false
      await goOn(tenantId, job)
      return true
    } catch (error) {
      if (!(error instanceof Problem && error.status === 503))
        log.error({ err: error, job_id: job?.id }, 'a job failed')
      return job !== undefined && (await giveUpAfterAll(tenantId, job.id, error))
    }
  }

  async function goOn(tenantId: string, job: TakenJob): Promise<void> {
    const most = isWhole(job.request) ? job.total : ROWS_OF_A_TURN
    const [actor, registrationIds] = await db.read(tenantId, (tx) =>
      Promise.all([actorOf(tx, tenantId, job), readNextIds(tx, tenantId, job.id, job.done, most)]),
    )
    const end = (code: string, detail: string) =>
      db.transaction(tenantId, (tx) => endJob(tx, tenantId, job.id, 'REFUSED', { code, detail }))
    if (!actor) return void (await end('FORBIDDEN', 'Whoever asked for this may no longer decide on registrations.'))
    const key = { tenantId, eventId: job.event_id }
    const ask: BatchAsk = { key, actor, batchId: job.id, terms: job.request, registrationIds }
    if (ask.terms.dry_run) {
      const result = await tryBatch(services, ask)
      await db.transaction(tenantId, (tx) => note(tx, tenantId, job, result))
      return
    }
    try {
      // The ids are in their order already, and each part of them follows the one before.
      const inOrder = isWhole(ask.terms) ? ask : { ...ask, terms: { ...ask.terms, order: 'as_given' as const } }
      await applyBatch(services, inOrder, (work) =>
        db.transaction(tenantId, async (tx) => {
          const result = await work(tx)
          await note(tx, tenantId, job, { ...result, order: ask.terms.order })
          return result
        }),
      )
    } catch (error) {
      if (!(error instanceof Problem) || error.status >= 500) throw error
      await db.transaction(tenantId, async (tx) => {
        const { batch } = error.members
        const problem = { code: error.code, detail: error.message }
        const isOpen = await endJob(tx, tenantId, job.id, 'REFUSED', problem, batch ? summaryOf(batch) : null)
        if (isOpen && batch) saveRows(tx, tenantId, job, batch)
      })
    }
  }

  /** Writes what became of each row, and moves the job on. @throws Error where it is no longer this server's: nothing is kept */
  async function note(tx: Tx, tenantId: string, job: TakenJob, result: BatchResult): Promise<void> {
    const summary: BatchSummary = addSummaries(job.summary, summaryOf(result))
    const { total: done, changed, refused } = result
    const isMoved = await moveJobOn(tx, tenantId, job, server, { done, changed, refused, summary })
    if (!isMoved) throw new Problem('JOB_OVER', 'This job was stopped, or another server has it.')
    saveRows(tx, tenantId, job, result)
  }

  function saveRows(tx: Tx, tenantId: string, job: TakenJob, { rows }: BatchResult): void {
    const kept = rows.map((row, index) => keepRow(row, job.done + index + 1, job.currency))
    saveJobRows(tx, tenantId, job.id, kept)
  }

  /** Who asked, with what they may do now; undefined where they may not any more. */
  async function actorOf(tx: Tx, tenantId: string, job: TakenJob): Promise<Actor | undefined> {
    const user = await findUser(tx, tenantId, job.created_by)
    const isAllowed = user?.is_active && job.tenant_is_active && hasPermission(user.role, 'registration.decide')
    if (!user || !isAllowed) return undefined
    const { id: userId, name, role } = user
    return { tenantId, userId, name, role, via: 'key', apiKeyId: job.api_key_id, rateLimitPerMinute: null }
  }

  /** @returns whether it is worth trying again: the next look does, after a while */
  async function giveUpAfterAll(tenantId: string, jobId: string, error: unknown): Promise<boolean> {
    if (error instanceof Problem) return error.code === 'JOB_OVER'
    await db
      .transaction(tenantId, async (tx) => {
        const failures = await noteFailure(tx, tenantId, jobId)
        const problem = {
          code: 'INTERNAL',
          detail: 'Something went wrong on our side. What was decided stays decided.',
        }
        if (failures >= MOST_FAILURES) await endJob(tx, tenantId, jobId, 'FAILED', problem)
      })
      .catch((second: unknown) => log.warn({ err: second, job_id: jobId }, 'could not note the failure of a job'))
    return false
  }

  return {
    poke,
    close: async () => {
      isClosed = true
      clearInterval(timer)
      await running
    },
  }
}
