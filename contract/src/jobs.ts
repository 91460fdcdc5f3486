import { batchActions, batchModes, batchOrders } from '@allot/core'
import { z } from 'zod'
import { batchRow, batchSummary } from './batches.ts'
import { count, id, instant, page } from './common.ts'
import * as examples from './batch-examples.ts'

export const jobStatuses = ['QUEUED', 'RUNNING', 'DONE', 'REFUSED', 'CANCELLED', 'FAILED'] as const
export type JobStatus = (typeof jobStatuses)[number]

export const jobParams = z.strictObject({ job_id: id })
export const jobQuery = page.extend({ event_id: id.optional() })
export const jobRowQuery = page.extend({
  outcome: batchRow.shape.outcome.optional(),
})

/** A batch that is decided while nobody waits for the answer. */
export const job = z
  .object({
    id,
    event_id: id,
    status: z.enum(jobStatuses).meta({
      description:
        'REFUSED: nothing was decided, `problem` says why. CANCELLED and FAILED: what was decided before stays decided',
    }),
    action: z.enum(batchActions),
    order: z.enum(batchOrders),
    mode: z.enum(batchModes),
    dry_run: z.boolean(),
    total: count,
    done: count.meta({ description: 'How many have an answer' }),
    changed: count,
    refused: count,
    created_by: id,
    created_by_name: z.string(),
    created_at: instant,
    started_at: instant.nullable(),
    finished_at: instant.nullable(),
    summary: batchSummary.nullable().meta({ description: 'Once all have an answer' }),
    problem: z
      .object({ code: z.string(), detail: z.string() })
      .nullable()
      .meta({ description: 'Why it was refused, or failed' }),
  })
  .meta({ id: 'Job', examples: [examples.job] })
export type JobView = z.infer<typeof job>

export const jobRow = batchRow.extend({ row_no: count }).meta({ id: 'JobRow', examples: [examples.jobRow] })
export type JobRowView = z.infer<typeof jobRow>

/** How far a job is, as the stream of its event tells it. */
export const liveJob = job
  .pick({
    id: true,
    event_id: true,
    status: true,
    dry_run: true,
    total: true,
    done: true,
    changed: true,
    refused: true,
  })
  .meta({ id: 'LiveJob', examples: [examples.liveJob] })
export type LiveJob = z.infer<typeof liveJob>
