import type { DeliveryStatus, WebhookDeliveryView } from '@allot/contract'
import type { Tx } from '../platform/database.ts'
import { countUpTo } from '../platform/counting.ts'
import type { Counted, Range } from '../platform/paging.ts'
import type { EndpointKey } from './endpoints.sql.ts'
import type { Outcome } from './send.ts'

export type DeliveryRow = {
  id: string
  endpoint_id: string
  type: WebhookDeliveryView['type']
  scope_id: string
  /** null for a test, which tells of no entry. */
  entry_no: number | null
  subject_id: string
  status: DeliveryStatus
  attempts: number
  next_attempt_at: Date | null
  last_error: string | null
  created_at: Date
  finished_at: Date | null
}

/** A message before it is written. */
export type NewDelivery = Pick<DeliveryRow, 'id' | 'endpoint_id' | 'type' | 'scope_id' | 'entry_no' | 'subject_id'> & {
  body: string
}

export type AttemptRow = {
  attempt_no: number
  at: Date
  status_code: number | null
  milliseconds: number
  error: string | null
}

export type DeliveryKey = EndpointKey & { deliveryId: string }

const columns =
  'id, endpoint_id, type, scope_id, entry_no, subject_id, status, attempts, next_attempt_at, last_error, created_at, finished_at'

/** As many as are written in one statement: a telling of many entries to many endpoints is a lot. */
const MOST_OF_AN_INSERT = 2_000

/** Notes messages to be sent at once. What is there already, for its endpoint and entry, is left as it is. */
export async function insertDeliveries(tx: Tx, tenantId: string, rows: readonly NewDelivery[]): Promise<void> {
  for (let start = 0; start < rows.length; start += MOST_OF_AN_INSERT) {
    await insertSome(tx, tenantId, rows.slice(start, start + MOST_OF_AN_INSERT))
  }
}

async function insertSome(tx: Tx, tenantId: string, rows: readonly NewDelivery[]): Promise<void> {
  const column = <T>(read: (row: NewDelivery) => T) => rows.map(read)
  await tx.query(
    {
      name: 'insert_webhook_deliveries',
      text: `insert into webhook_deliveries (tenant_id, id, endpoint_id, type, scope_id, entry_no, subject_id, body,
               next_attempt_at, waiting_since, created_at)
             select $1, *, clock_timestamp(), clock_timestamp(), clock_timestamp()
               from unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::bigint[], $7::uuid[], $8::text[])
                 on conflict (tenant_id, endpoint_id, scope_id, entry_no) do nothing`,
    },
    [
      tenantId,
      column(({ id }) => id),
      column(({ endpoint_id }) => endpoint_id),
      column(({ type }) => type),
      column(({ scope_id }) => scope_id),
      column(({ entry_no }) => entry_no),
      column(({ subject_id }) => subject_id),
      column(({ body }) => body),
    ],
  )
}

/**
 * What may be sent of `d`: due, in nobody's hands, and no earlier message about the same thing waiting. What is under way
 * waits as well, so that nothing overtakes it.
 */
const isDue = `d.status = 'WAITING' and d.next_attempt_at <= clock_timestamp()
  and not exists (select from webhook_deliveries earlier
                   where earlier.tenant_id = d.tenant_id and earlier.endpoint_id = d.endpoint_id
                     and earlier.status = 'WAITING' and earlier.scope_id = d.scope_id
                     and earlier.subject_id = d.subject_id and earlier.entry_no < d.entry_no)`

/** Endpoints that something is due for, at most so many, and whether they failed last; none while the tenant is suspended. */
export async function findDueEndpoints(
  tx: Tx,
  tenantId: string,
  most: number,
): Promise<{ id: string; is_failing: boolean }[]> {
  return tx.query(
    {
      name: 'find_due_webhook_endpoints',
      text: `select e.id, e.failures > 0 as is_failing
               from webhook_endpoints e join tenants t on t.id = e.tenant_id and t.is_active
              where e.tenant_id = $1 and e.status = 'ACTIVE'
                and (e.rests_until is null or e.rests_until <= clock_timestamp())
                and exists (select from webhook_deliveries d
                             where d.tenant_id = e.tenant_id and d.endpoint_id = e.id and ${isDue})
              order by e.id limit $2`,
    },
    [tenantId, most],
  )
}

export type TakenDelivery = { id: string; attempts: number; tries: number; body: string }

/**
 * Takes what is due of an endpoint, for so many seconds; the caller holds the endpoint.
 *
 * @param most how much of it may be under way at once, what others send included
 */
export async function takeDue(
  tx: Tx,
  { tenantId, endpointId }: EndpointKey,
  { most, seconds }: { most: number; seconds: number },
): Promise<TakenDelivery[]> {
  return tx.query<TakenDelivery>(
    {
      name: 'take_due_webhook_deliveries',
      text: `with under_way as (
               select count(*) as count from webhook_deliveries
                where tenant_id = $1 and endpoint_id = $2 and status = 'WAITING' and taken_until > clock_timestamp()
             ), due as (
               select d.id from webhook_deliveries d
                where d.tenant_id = $1 and d.endpoint_id = $2 and ${isDue}
                order by d.next_attempt_at, d.id
                limit greatest(0, $3 - (select count from under_way))
                  for update of d skip locked
             )
             update webhook_deliveries taken
                set attempts = attempts + 1, tries = tries + 1,
                    taken_until = clock_timestamp() + make_interval(secs => $4),
                    next_attempt_at = clock_timestamp() + make_interval(secs => $4)
               from due where taken.tenant_id = $1 and taken.id = due.id
             returning taken.id, taken.attempts, taken.tries, taken.body`,
    },
    [tenantId, endpointId, most, seconds],
  )
}

export type Verdict =
  | { status: 'DONE' }
  | { status: 'FAILED'; error: string }
  | { status: 'WAITING'; error: string; seconds: number }

/**
 * Writes what became of an attempt. One that took so long that another server has begun anew may still have arrived; that it
 * did not, is for the other to say.
 *
 * @returns whether it counted
 */
export async function saveAttempt(
  tx: Tx,
  tenantId: string,
  { id, attempts }: Pick<TakenDelivery, 'id' | 'attempts'>,
  { statusCode, milliseconds, error }: Outcome,
  verdict: Verdict,
): Promise<boolean> {
  const isWaiting = verdict.status === 'WAITING'
  const [saved] = await Promise.all([
    tx.query(
      {
        name: 'save_webhook_delivery',
        text: `update webhook_deliveries
                  set status = $4::text, taken_until = null, last_error = $5,
                      next_attempt_at = case when $6::float8 is null then null
                                             else clock_timestamp() + make_interval(secs => $6) end,
                      finished_at = case when $6::float8 is null then clock_timestamp() end
                where tenant_id = $1 and id = $2 and (attempts = $3 or $4 = 'DONE') and status = 'WAITING' returning id`,
      },
      [tenantId, id, attempts, verdict.status, error, isWaiting ? verdict.seconds : null],
    ),
    tx.query(
      {
        name: 'insert_webhook_attempt',
        text: `insert into webhook_attempts (tenant_id, delivery_id, attempt_no, at, status_code, milliseconds, error)
               values ($1, $2, $3, clock_timestamp() - make_interval(secs => $5 / 1000.0), $4, $5, $6)
               on conflict do nothing`,
      },
      [tenantId, id, attempts, statusCode, milliseconds, error],
    ),
  ])
  return saved.length > 0
}

/** So much is given up, or forgotten, with one statement. */
const MOST_AT_ONCE = 5_000

/** Gives up what waits, under a condition on `d` and its endpoint `e`; the rest of very much is left to `tidyDeliveries`. */
const giveUp = (condition: string) => `
  update webhook_deliveries
     set status = 'FAILED', last_error = $3, next_attempt_at = null, taken_until = null, finished_at = clock_timestamp()
   where tenant_id = $1 and id in (
     select d.id
       from webhook_deliveries d join webhook_endpoints e on e.tenant_id = d.tenant_id and e.id = d.endpoint_id
      where d.tenant_id = $1 and d.status = 'WAITING' and ${condition}
      limit ${MOST_AT_ONCE} for update of d skip locked)`

/** Gives up what waits for an endpoint; the caller holds it. */
export async function failWaiting(tx: Tx, { tenantId, endpointId }: EndpointKey, error: string): Promise<void> {
  await tx.query(giveUp('d.endpoint_id = $2'), [tenantId, endpointId, error])
}

/** Gives up what has waited for too long or can go nowhere, and forgets what is long over; a bounded number at a time. */
export async function tidyDeliveries(
  tx: Tx,
  tenantId: string,
  { giveUpDays, keptDays }: { giveUpDays: number; keptDays: number },
): Promise<void> {
  const isFree = '(d.taken_until is null or d.taken_until < clock_timestamp())'
  await tx.query(giveUp(`d.waiting_since < now() - make_interval(days => $2) and ${isFree}`), [
    tenantId,
    giveUpDays,
    `It could not be sent within ${giveUpDays} days.`,
  ])
  await tx.query(giveUp('e.status = any($2)'), [
    tenantId,
    ['DISABLED', 'ARCHIVED'],
    'The endpoint was disabled or archived before this could be sent.',
  ])
  await tx.query(
    `delete from webhook_deliveries
      where tenant_id = $1 and id in (
        select id from webhook_deliveries
         where tenant_id = $1 and finished_at < now() - make_interval(days => $2)
         limit ${MOST_AT_ONCE} for update skip locked)`,
    [tenantId, keptDays],
  )
}

export async function listDeliveries(
  tx: Tx,
  { tenantId, endpointId }: EndpointKey,
  status: DeliveryStatus | undefined,
  { after, skip, limit }: Range,
): Promise<Counted<DeliveryRow>> {
  const where = `tenant_id = $1 and endpoint_id = $2 and ($3::text is null or status = $3)`
  const parameters = [tenantId, endpointId, status ?? null]
  const [rows, counted] = await Promise.all([
    tx.query<DeliveryRow>(
      `select ${columns} from webhook_deliveries
        where ${where} and ($4::uuid is null or id < $4) order by id desc offset $5 limit $6`,
      [...parameters, after ?? null, skip, limit],
    ),
    countUpTo(tx, `select from webhook_deliveries where ${where}`, parameters),
  ])
  return { rows, ...counted }
}

export async function findDelivery(
  tx: Tx,
  { tenantId, endpointId, deliveryId }: DeliveryKey,
): Promise<(DeliveryRow & { body: string }) | undefined> {
  const [row] = await tx.query<DeliveryRow & { body: string }>(
    `select ${columns}, body from webhook_deliveries where tenant_id = $1 and endpoint_id = $2 and id = $3`,
    [tenantId, endpointId, deliveryId],
  )
  return row
}

export async function listAttempts(tx: Tx, tenantId: string, deliveryId: string, most: number): Promise<AttemptRow[]> {
  return tx.query<AttemptRow>(
    `select attempt_no, at, status_code, milliseconds, error from webhook_attempts
      where tenant_id = $1 and delivery_id = $2 order by attempt_no desc limit $3`,
    [tenantId, deliveryId, most],
  )
}

/** Has a message sent again, from the beginning of its schedule; what is under way stays so. */
export async function replayDelivery(
  tx: Tx,
  { tenantId, endpointId, deliveryId }: DeliveryKey,
): Promise<DeliveryRow | undefined> {
  const [row] = await tx.query<DeliveryRow>(
    `update webhook_deliveries
        set status = 'WAITING', tries = 0, waiting_since = clock_timestamp(), finished_at = null,
            next_attempt_at = case when taken_until > clock_timestamp() then next_attempt_at else clock_timestamp() end
      where tenant_id = $1 and endpoint_id = $2 and id = $3 returning ${columns}`,
    [tenantId, endpointId, deliveryId],
  )
  return row
}

/** The test that waits for an endpoint, if there is one. */
export async function findWaitingTest(tx: Tx, { tenantId, endpointId }: EndpointKey): Promise<DeliveryRow | undefined> {
  const [row] = await tx.query<DeliveryRow>(
    `select ${columns} from webhook_deliveries
      where tenant_id = $1 and endpoint_id = $2 and status = 'WAITING' and subject_id = $2 and entry_no is null
      order by id desc limit 1`,
    [tenantId, endpointId],
  )
  return row
}
