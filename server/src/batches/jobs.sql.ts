import type { BatchRowView, BatchSummary, JobStatus } from '@allot/contract'
import type { EventKey } from '../events/books.sql.ts'
import { countUpTo } from '../platform/counting.ts'
import type { Tx } from '../platform/database.ts'
import type { Counted, Range } from '../platform/paging.ts'
import type { BatchTerms } from './batch-ask.ts'

export type JobRow = {
  id: string
  event_id: string
  currency: string
  status: JobStatus
  request: BatchTerms
  total: number
  done: number
  changed: number
  refused: number
  summary: BatchSummary | null
  problem: { code: string; detail: string } | null
  created_by: string
  created_by_name: string
  api_key_id: string | null
  created_at: Date
  started_at: Date | null
  finished_at: Date | null
}

const columns = `j.id, j.event_id, e.currency, j.status, j.request, j.total, j.done, j.changed, j.refused, j.summary, j.problem,
  j.created_by, u.name as created_by_name, j.api_key_id, j.created_at, j.started_at, j.finished_at`
const joined = `jobs j join users u on u.tenant_id = j.tenant_id and u.id = j.created_by
  join events e on e.tenant_id = j.tenant_id and e.id = j.event_id`
const isOpen = "status in ('QUEUED', 'RUNNING')"

export type NewJob = {
  id: string
  eventId: string
  request: BatchTerms
  registrationIds: readonly string[]
  createdBy: string
  apiKeyId: string | null
}

export async function insertJob(tx: Tx, tenantId: string, job: NewJob): Promise<void> {
  await Promise.all([
    tx.query(
      `insert into jobs (tenant_id, id, event_id, status, request, registration_ids, total, created_by, api_key_id)
       values ($1, $2, $3, 'QUEUED', $4, $5, $6, $7, $8)`,
      [
        tenantId,
        job.id,
        job.eventId,
        JSON.stringify(job.request),
        job.registrationIds,
        job.registrationIds.length,
        job.createdBy,
        job.apiKeyId,
      ],
    ),
    tx.query('update tenants set open_jobs = open_jobs + 1 where id = $1', [tenantId]),
  ])
}

export async function findJob(tx: Tx, tenantId: string, jobId: string): Promise<JobRow | undefined> {
  const [row] = await tx.query<JobRow>(`select ${columns} from ${joined} where j.tenant_id = $1 and j.id = $2`, [
    tenantId,
    jobId,
  ])
  return row
}

/** Jobs newest first, of all events or of one, a page at a time. */
export async function listJobs(
  tx: Tx,
  tenantId: string,
  eventId: string | undefined,
  { after, skip, limit }: Range,
): Promise<Counted<JobRow>> {
  const parameters: unknown[] = [tenantId]
  const put = (value: unknown) => `$${parameters.push(value)}`
  const where = `j.tenant_id = $1 ${eventId === undefined ? '' : `and j.event_id = ${put(eventId)}`}`
  const counted = countUpTo(tx, `select from jobs j where ${where}`, [...parameters])
  const behind = after === undefined ? '' : `and j.id < ${put(after)}`
  const rows = tx.query<JobRow>(
    `select ${columns} from ${joined} where ${where} ${behind} order by j.id desc offset ${put(skip)} limit ${put(limit)}`,
    parameters,
  )
  const [count, page] = await Promise.all([counted, rows])
  return { rows: page, ...count }
}

/** Registrations in the order of their amounts, the smallest first, and of asking; those that are not there come last. */
export async function sortByAmount(tx: Tx, { tenantId, eventId }: EventKey, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select wanted.id from unnest($3::uuid[]) as wanted (id)
       left join registrations r on r.tenant_id = $1 and r.event_id = $2 and r.id = wanted.id
      order by r.amount_minor, wanted.id`,
    [tenantId, eventId, ids],
  )
  return rows.map(({ id }) => id)
}

// Working on them ---------------------------------------------------------------------------------------------------

/** A job as a server takes it on. */
export type TakenJob = JobRow & { tenant_is_active: boolean }

/** Takes on the oldest job of a tenant that nobody works on, or that this server has already, for so many seconds. */
export async function takeJob(
  tx: Tx,
  tenantId: string,
  by: { server: string; seconds: number },
): Promise<TakenJob | undefined> {
  const [taken] = await tx.query<{ id: string }>(
    `update jobs set status = 'RUNNING', started_at = coalesce(started_at, clock_timestamp()), taken_by = $2,
            taken_until = clock_timestamp() + make_interval(secs => $3)
      where tenant_id = $1 and id = (
        select id from jobs where tenant_id = $1 and ${isOpen}
           and (taken_by = $2 or taken_until is null or taken_until < clock_timestamp())
         order by id limit 1 for update skip locked)
     returning id`,
    [tenantId, by.server, by.seconds],
  )
  if (!taken) return undefined
  const [row] = await tx.query<TakenJob>(
    `select ${columns}, t.is_active as tenant_is_active
       from ${joined} join tenants t on t.id = j.tenant_id where j.tenant_id = $1 and j.id = $2`,
    [tenantId, taken.id],
  )
  return row
}

/** The registrations whose turn is next, at most so many. */
export async function readNextIds(
  tx: Tx,
  tenantId: string,
  jobId: string,
  done: number,
  most: number,
): Promise<string[]> {
  // As JSON, which is read several times as fast as an array.
  const [row] = await tx.query<{ ids: string[] }>(
    'select to_json(registration_ids[$3 + 1 : $3 + $4]) as ids from jobs where tenant_id = $1 and id = $2',
    [tenantId, jobId, done, most],
  )
  return row?.ids ?? []
}

export type Progress = { done: number; changed: number; refused: number; summary: BatchSummary }

/**
 * Moves a job on from where it was, in the transaction that decides the rows: only one can, and only while it runs.
 *
 * @returns whether it was there; if not, nothing of that transaction may be kept
 */
export async function moveJobOn(
  tx: Tx,
  tenantId: string,
  job: Pick<JobRow, 'id' | 'event_id' | 'done'>,
  server: string,
  { done, changed, refused, summary }: Progress,
): Promise<boolean> {
  const moved = await tx.query<{ status: JobStatus }>(
    `update jobs set done = done + $5, changed = changed + $6, refused = refused + $7, summary = $8, failures = 0,
            status = case when done + $5 = total then 'DONE' else status end,
            finished_at = case when done + $5 = total then clock_timestamp() end
      where tenant_id = $1 and id = $2 and done = $3 and taken_by = $4 and status = 'RUNNING' returning status`,
    [tenantId, job.id, job.done, server, done, changed, refused, JSON.stringify(summary)],
  )
  const [row] = moved
  if (!row) return false
  if (row.status === 'DONE') closeOne(tx, tenantId)
  tx.announce({ tenantId, scopeId: job.event_id, entryNo: 0, jobId: job.id })
  return true
}

/** Ends a job that does not come to its end by itself. @returns whether it was still open */
export async function endJob(
  tx: Tx,
  tenantId: string,
  jobId: string,
  status: 'REFUSED' | 'CANCELLED' | 'FAILED',
  problem: { code: string; detail: string } | null,
  summary: BatchSummary | null = null,
): Promise<boolean> {
  const [ended] = await tx.query<{ event_id: string }>(
    `update jobs set status = $3, problem = $4, summary = coalesce($5, summary), finished_at = clock_timestamp()
      where tenant_id = $1 and id = $2 and ${isOpen} returning event_id`,
    [tenantId, jobId, status, problem && JSON.stringify(problem), summary && JSON.stringify(summary)],
  )
  if (!ended) return false
  closeOne(tx, tenantId)
  tx.announce({ tenantId, scopeId: ended.event_id, entryNo: 0, jobId })
  return true
}

/** Lets a job that failed go on where it stopped. @returns whether it had failed */
export async function reopenJob(tx: Tx, tenantId: string, jobId: string): Promise<boolean> {
  const reopened = await tx.query(
    `update jobs set status = 'QUEUED', problem = null, finished_at = null, failures = 0, taken_by = null, taken_until = null
      where tenant_id = $1 and id = $2 and status = 'FAILED' returning id`,
    [tenantId, jobId],
  )
  if (reopened.length === 0) return false
  await tx.query('update tenants set open_jobs = open_jobs + 1 where id = $1', [tenantId])
  return true
}

/** Notes that something unexpected went wrong. @returns how often in a row */
export async function noteFailure(tx: Tx, tenantId: string, jobId: string): Promise<number> {
  const [row] = await tx.query<{ failures: number }>(
    `update jobs set failures = failures + 1 where tenant_id = $1 and id = $2 and ${isOpen} returning failures`,
    [tenantId, jobId],
  )
  return row?.failures ?? 0
}

function closeOne(tx: Tx, tenantId: string): void {
  tx.write('update tenants set open_jobs = open_jobs - 1 where id = $1', [tenantId])
}

/** The tenants that have jobs to be worked on; asked as the operator, who sees nothing inside them. */
export async function findTenantsWithJobs(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ id: string }>('select id from tenants where open_jobs > 0 order by id limit 1000')
  return rows.map(({ id }) => id)
}

// Rows ----------------------------------------------------------------------------------------------------------------

export type JobResultRow = {
  row_no: number
  registration_id: string
  outcome: BatchRowView['outcome']
  status: BatchRowView['status']
  amount_minor: number | null
  assigned_pickup_slot: string | null
  refusal: Pick<BatchRowView, 'code' | 'message' | 'conflicts'> | null
}

/** Writes what became of each, along with the commit. Thousands are refused for a few reasons: each is sent once. */
export function saveJobRows(tx: Tx, tenantId: string, jobId: string, rows: readonly JobResultRow[]): void {
  const column = <T>(pick: (row: JobResultRow) => T) => rows.map(pick)
  const refusals = numberRefusals(rows)
  tx.write(
    `insert into job_rows (tenant_id, job_id, row_no, registration_id, outcome, status, amount_minor,
       assigned_pickup_slot, refusal)
     select $1, $2, row_no, registration_id, outcome, status, amount_minor, assigned_pickup_slot, refusal
       from unnest($3::integer[], $4::uuid[], $5::text[], $6::text[], $7::bigint[], $8::text[], $9::integer[])
              as n (row_no, registration_id, outcome, status, amount_minor, assigned_pickup_slot, refusal_no)
       left join unnest($10::json[]) with ordinality as known (refusal, refusal_no) using (refusal_no)`,
    [
      tenantId,
      jobId,
      column((row) => row.row_no),
      column((row) => row.registration_id),
      column((row) => row.outcome),
      column((row) => row.status),
      column((row) => row.amount_minor),
      column((row) => row.assigned_pickup_slot),
      refusals.numbers,
      refusals.texts,
    ],
  )
}

/**
 * The different refusals, and for each row which one it is, from 1 on; null where it was not refused. Rows that miss the
 * same share their conflicts, which say all of the refusal: it is made into a text once.
 */
function numberRefusals(rows: readonly JobResultRow[]): { texts: string[]; numbers: (number | null)[] } {
  const known = new Map<unknown, number>()
  const texts: string[] = []
  const numbers = rows.map(({ refusal }) => {
    if (!refusal) return null
    const { code, message, conflicts } = refusal
    const same = conflicts.length > 0 ? conflicts : `${code} ${message}`
    const no = known.get(same) ?? texts.push(JSON.stringify(refusal))
    known.set(same, no)
    return no
  })
  return { texts, numbers }
}

/** A job's rows in their order, a page at a time. */
export async function listJobRows(
  tx: Tx,
  tenantId: string,
  jobId: string,
  outcome: BatchRowView['outcome'] | undefined,
  { after, skip, limit }: Range,
): Promise<Counted<JobResultRow>> {
  const parameters: unknown[] = [tenantId, jobId]
  const put = (value: unknown) => `$${parameters.push(value)}`
  const where = `tenant_id = $1 and job_id = $2 ${outcome === undefined ? '' : `and outcome = ${put(outcome)}`}`
  const counted = countUpTo(tx, `select from job_rows where ${where}`, [...parameters])
  const behind = after === undefined ? '' : `and row_no > ${put(Number(after))}`
  const rows = tx.query<JobResultRow>(
    `select row_no, registration_id, outcome, status, amount_minor, assigned_pickup_slot, refusal
       from job_rows where ${where} ${behind} order by row_no offset ${put(skip)} limit ${put(limit)}`,
    parameters,
  )
  const [count, page] = await Promise.all([counted, rows])
  return { rows: page, ...count }
}

/** Who a registration is of, and what for. */
export type JobPerson = { id: string; name: string; email: string; department: string | null; option_name: string }
export type JobPersonRow = JobResultRow & { person: JobPerson | undefined }

/**
 * A job's rows behind one, with who they are of; of a registration that is not there nothing is known. Asked one after
 * the other: joined, people of a job that has just been written were looked for among all of the event, row by row.
 */
export async function readJobRows(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  jobId: string,
  after: number,
  limit: number,
): Promise<JobPersonRow[]> {
  const rows = await tx.query<JobResultRow>(
    {
      name: 'read_job_rows',
      text: `select row_no, registration_id, outcome, status, amount_minor, assigned_pickup_slot, refusal
               from job_rows where tenant_id = $1 and job_id = $2 and row_no > $3 order by row_no limit $4`,
    },
    [tenantId, jobId, after, limit],
  )
  const people = await tx.query<JobPerson>(
    {
      name: 'read_job_people',
      text: `select r.id, u.name, u.email, u.department, o.option_name
               from registrations r
               join users u on u.tenant_id = r.tenant_id and u.id = r.user_id
               join event_options o
                 on o.tenant_id = r.tenant_id and o.event_id = r.event_id and o.id = r.event_option_id
              where r.tenant_id = $1 and r.event_id = $2 and r.id = any($3)`,
    },
    [tenantId, eventId, rows.map(({ registration_id }) => registration_id)],
  )
  const byId = new Map(people.map((one) => [one.id, one]))
  return rows.map((row) => ({ ...row, person: byId.get(row.registration_id) }))
}

/** Forgets jobs that were over long ago, with their rows; a bounded number at a time. */
export async function forgetOldJobs(tx: Tx, tenantId: string, days: number): Promise<void> {
  await tx.query(
    `delete from jobs where tenant_id = $1 and id in (
       select id from jobs where tenant_id = $1 and finished_at < now() - make_interval(days => $2) limit 20)`,
    [tenantId, days],
  )
}
