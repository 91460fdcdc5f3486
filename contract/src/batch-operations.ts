import * as batches from './batches.ts'
import * as events from './events.ts'
import * as jobs from './jobs.ts'
import { exportNote, exported, list, paged } from './operation.ts'
import type { Operation } from './operation.ts'

/** Many registrations decided as one, at once or as a job. */
export const batchOperations = {
  decideRegistrations: {
    operationId: 'decideRegistrations',
    tags: ['registrations'],
    summary: 'Approve, reject or cancel many registrations as one batch, or try what would come of it',
    description:
      'Each registration gets an answer of its own: decided, held already, or refused with everything that stands in the way. ' +
      'With `dry_run` the same is worked out and nothing is written. Up to 500 are answered at once (200); of more, or with ' +
      '`Prefer: respond-async`, a job is made (202) that goes on whatever happens to the server: read it at `/jobs/{job_id}`. ' +
      'A batch that has to come out as a whole (`all_or_nothing`, `largest_fit`, `expected_basis`) takes at most 20,000.',
    params: events.eventParams,
    body: batches.batchInput,
    response: { 200: batches.batchResult, 202: jobs.job },
    refusals: ['EVENT_NOT_FOUND', 'BATCH_REFUSED', 'BATCH_CHANGED'],
  },
  listJobs: {
    operationId: 'listJobs',
    tags: ['jobs'],
    summary: 'Batches that are or were decided as jobs',
    description: `${paged} Jobs are kept for 30 days.`,
    querystring: jobs.jobQuery,
    response: { 200: list(jobs.job) },
    refusals: [],
  },
  getJob: {
    operationId: 'getJob',
    tags: ['jobs'],
    summary: 'How far a job is, and what came of it',
    params: jobs.jobParams,
    response: { 200: jobs.job },
    refusals: ['JOB_NOT_FOUND'],
  },
  listJobRows: {
    operationId: 'listJobRows',
    tags: ['jobs'],
    summary: 'The answer to each registration of a job, in the order in which they were decided',
    description: paged,
    params: jobs.jobParams,
    querystring: jobs.jobRowQuery,
    response: { 200: list(jobs.jobRow) },
    refusals: ['JOB_NOT_FOUND'],
  },
  cancelJob: {
    operationId: 'cancelJob',
    tags: ['jobs'],
    summary: 'Stop a job; what it has decided stays decided',
    description: 'Cancelling it again changes nothing and answers 200.',
    params: jobs.jobParams,
    response: { 200: jobs.job },
    refusals: ['JOB_NOT_FOUND', 'JOB_OVER'],
  },
  retryJob: {
    operationId: 'retryJob',
    tags: ['jobs'],
    summary: 'Let a job that failed go on where it stopped',
    description: 'Of one that is under way nothing changes.',
    params: jobs.jobParams,
    response: { 200: jobs.job },
    refusals: ['JOB_NOT_FOUND', 'JOB_OVER'],
  },
  exportJobRows: {
    operationId: 'exportJobRows',
    tags: ['jobs'],
    summary: 'The answer to each registration of a job as CSV',
    description: exportNote,
    params: jobs.jobParams,
    ...exported,
    refusals: ['JOB_NOT_FOUND'],
  },
} as const satisfies Record<string, Operation>
