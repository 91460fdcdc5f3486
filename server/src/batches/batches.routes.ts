import { MOST_AT_ONCE, MOST_IN_BATCH, operations } from '@allot/contract'
import type { BatchFilter, BatchInput, BatchResult, JobView } from '@allot/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { findVisibleEvent } from '../events/find-event.ts'
import { csvFile } from '../platform/csv.ts'
import type { Tx } from '../platform/database.ts'
import type { Exports } from '../platform/exports.ts'
import type { App } from '../platform/http.ts'
import { answerOnce } from '../platform/idempotency.ts'
import { isId, newId } from '../platform/ids.ts'
import { isEntryNo, rangeOf, sendPage } from '../platform/paging.ts'
import { Problem, invalid } from '../platform/problem.ts'
import { may } from '../platform/roles.ts'
import { findRegistrationIds } from '../registrations/registration-search.sql.ts'
import type { RegistrationFilter } from '../registrations/registration-search.sql.ts'
import { applyBatch, tryBatch } from './apply.ts'
import type { BatchServices } from './apply.ts'
import { checkSize } from './batch-ask.ts'
import type { BatchAsk } from './batch-ask.ts'
import type { JobRunner } from './job-runner.ts'
import { jobTable } from './job-table.ts'
import { viewJob, viewJobRow } from './jobs.ts'
import { endJob, findJob, insertJob, listJobRows, listJobs, reopenJob, sortByAmount } from './jobs.sql.ts'

/** A hundred thousand ids, and what stands around them. */
const BODY_LIMIT = 5 * 1_048_576

export function batchRoutes(app: App, services: BatchServices, runner: JobRunner, exports: Exports): void {
  app.post(
    '/events/:event_id/registrations/batch',
    { bodyLimit: BODY_LIMIT, config: may('registration.decide'), schema: operations.decideRegistrations },
    async (request, reply) => {
      const ask = await readAsk(request, request.params.event_id, request.body)
      checkSize(ask.terms, ask.registrationIds.length)
      const isAsync = /(^|,)\s*respond-async\s*($|[,;])/i.test(String(request.headers.prefer ?? ''))
      if (isAsync || ask.registrationIds.length > MOST_AT_ONCE) return startJob(request, reply, ask)
      if (ask.terms.dry_run) return tryBatch(services, ask)
      const { tenantId } = ask.key
      return applyBatch(services, ask, (work) => answerOnce(app, request, reply, { tenantId, status: 200 }, work))
    },
  )

  /** What is asked, of whom: whatever a filter finds now, or those named. */
  async function readAsk({ actor }: FastifyRequest, eventId: string, body: BatchInput): Promise<BatchAsk> {
    const { registration_ids: named, filter, ...terms } = body
    const key = { tenantId: actor.tenantId, eventId }
    const registrationIds = await app.db.read(actor.tenantId, async (tx) => {
      await findVisibleEvent(tx, actor, eventId)
      return named ?? findRegistrationIds(tx, key, filterOf(filter ?? {}), MOST_IN_BATCH + 1)
    })
    if (registrationIds.length > MOST_IN_BATCH)
      throw invalid('body.filter', `finds more than ${MOST_IN_BATCH}: narrow it, and decide in several batches`)
    return { key, actor, batchId: newId(), terms, registrationIds }
  }

  async function startJob(request: FastifyRequest, reply: FastifyReply, ask: BatchAsk): Promise<JobView | BatchResult> {
    const { actor, key, terms, batchId: id } = ask
    const { tenantId } = key
    reply.header('preference-applied', 'respond-async')
    const answer = await answerOnce(app, request, reply, { tenantId, status: 202 }, async (tx) => {
      const registrationIds = await inOrder(tx, ask)
      const job = { id, eventId: key.eventId, request: terms, registrationIds }
      await insertJob(tx, tenantId, { ...job, createdBy: actor.userId, apiKeyId: actor.apiKeyId })
      reply.header('location', `/jobs/${id}`)
      const row = await findJob(tx, tenantId, id)
      if (!row) throw new Error('a job that was just made is not there')
      return viewJob(row)
    })
    runner.poke(tenantId)
    return answer
  }

  app.get(
    '/jobs',
    { config: may('registration.read'), schema: operations.listJobs },
    async ({ actor, query }, reply) => {
      const range = rangeOf(query, isId)
      const page = await app.db.read(actor.tenantId, (tx) => listJobs(tx, actor.tenantId, query.event_id, range))
      return sendPage(reply, range, page, ({ id }) => id, viewJob)
    },
  )

  app.get(
    '/jobs/:job_id',
    { config: may('registration.read'), schema: operations.getJob },
    async ({ actor, params }) => {
      const row = await app.db.read(actor.tenantId, (tx) => findJob(tx, actor.tenantId, params.job_id))
      if (!row) throw new Problem('JOB_NOT_FOUND')
      return viewJob(row)
    },
  )

  app.get(
    '/jobs/:job_id/rows',
    { config: may('registration.read'), schema: operations.listJobRows },
    async ({ actor, params, query }, reply) => {
      const range = rangeOf(query, isEntryNo)
      const { job, page } = await app.db.read(actor.tenantId, async (tx) => {
        const row = await findJob(tx, actor.tenantId, params.job_id)
        if (!row) throw new Problem('JOB_NOT_FOUND')
        return { job: row, page: await listJobRows(tx, actor.tenantId, row.id, query.outcome, range) }
      })
      return sendPage(
        reply,
        range,
        page,
        (row) => row.row_no,
        (row) => viewJobRow(row, job.currency),
      )
    },
  )

  app.get(
    '/jobs/:job_id/rows.csv',
    { config: { ...may('registration.read'), isStream: true }, schema: operations.exportJobRows },
    async ({ actor, params }, reply) => {
      await exports.send(reply, actor, async (tx) => {
        const job = await findJob(tx, actor.tenantId, params.job_id)
        if (!job) throw new Problem('JOB_NOT_FOUND')
        return csvFile(jobTable(tx, actor.tenantId, job))
      })
      return reply as never
    },
  )

  app.post(
    '/jobs/:job_id/retry',
    { config: may('registration.decide'), schema: operations.retryJob },
    async (request, reply) => {
      const { tenantId } = request.actor
      const { job_id: jobId } = request.params
      const job = await answerOnce(app, request, reply, { tenantId, status: 200 }, async (tx) => {
        await reopenJob(tx, tenantId, jobId)
        const row = await findJob(tx, tenantId, jobId)
        if (!row) throw new Problem('JOB_NOT_FOUND')
        if (row.finished_at !== null) throw new Problem('JOB_OVER', `This job is ${row.status}, and has not failed.`)
        return viewJob(row)
      })
      runner.poke(tenantId)
      return job
    },
  )

  app.post(
    '/jobs/:job_id/cancel',
    { config: may('registration.decide'), schema: operations.cancelJob },
    async (request, reply) => {
      const { tenantId } = request.actor
      const { job_id: jobId } = request.params
      return answerOnce(app, request, reply, { tenantId, status: 200 }, async (tx) => {
        const isStopped = await endJob(tx, tenantId, jobId, 'CANCELLED', null)
        const row = await findJob(tx, tenantId, jobId)
        if (!row) throw new Problem('JOB_NOT_FOUND')
        if (!isStopped && row.status !== 'CANCELLED') {
          throw new Problem('JOB_OVER', `This job is ${row.status} already, and cannot be stopped any more.`)
        }
        return viewJob(row)
      })
    },
  )
}

/** The order in which a job goes through them, from its beginning to its end. */
async function inOrder(tx: Tx, { key, terms, registrationIds }: BatchAsk): Promise<readonly string[]> {
  if (terms.order === 'oldest_first') return registrationIds.toSorted()
  return terms.order === 'most_people' ? sortByAmount(tx, key, registrationIds) : registrationIds
}

function filterOf(filter: BatchFilter): RegistrationFilter {
  return {
    status: filter.status,
    contains: filter.q,
    optionIds: filter.event_option_id,
    departments: filter.department,
    slots: filter.slot,
    waitingDays: filter.waiting_days_min,
  }
}
