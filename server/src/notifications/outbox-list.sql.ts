import type { NoticeKind, OutboxMessageView } from '@allot/contract'
import type { Tx } from '../platform/database.ts'
import type { Range } from '../platform/paging.ts'
import type { NoticeRow } from './notices.sql.ts'

export type OutboxRow = NoticeRow & {
  channel: OutboxMessageView['channel']
  status: OutboxMessageView['status']
  person_name: string
  person_email: string
  event_name: string | null
  next_attempt_at: Date
  last_error: string | null
  created_at: Date
  done_at: Date | null
}

const columns = `n.id, n.kind, n.channel, n.status, n.user_id, u.name as person_name, u.email as person_email, n.event_id,
  e.name as event_name, n.registration_id, n.order_no, n.facts, n.template_id, n.language, n.attempts, n.next_attempt_at,
  n.last_error, n.created_at, n.done_at`
const joined = `notices n join users u on u.tenant_id = n.tenant_id and u.id = n.user_id
  left join events e on e.tenant_id = n.tenant_id and e.id = n.event_id`

export type OutboxFilter = {
  status?: OutboxRow['status'] | undefined
  kind?: NoticeKind | undefined
  channel?: OutboxRow['channel'] | undefined
  eventId?: string | undefined
}

const found = `n.tenant_id = $1 and ($2::text is null or n.status = $2) and ($3::text is null or n.kind = $3)
  and ($4::text is null or n.channel = $4) and ($5::uuid is null or n.event_id = $5)`
const parametersOf = (tenantId: string, { status, kind, channel, eventId }: OutboxFilter) => [
  tenantId,
  status ?? null,
  kind ?? null,
  channel ?? null,
  eventId ?? null,
]
const MOST_COUNTED = 10_000

/** Messages newest first, a page at a time; at most 10,000 are counted. */
export async function listOutbox(
  tx: Tx,
  tenantId: string,
  filter: OutboxFilter,
  { after, skip, limit }: Range,
): Promise<{ rows: OutboxRow[]; total: number; isMore: boolean }> {
  const parameters = parametersOf(tenantId, filter)
  const [rows, counted] = await Promise.all([
    tx.query<OutboxRow>(
      `select ${columns} from ${joined} where ${found} and ($6::uuid is null or n.id < $6)
        order by n.id desc offset $7 limit $8`,
      [...parameters, after ?? null, skip, limit],
    ),
    tx.query<{ total: number }>(
      `select count(*) as total from (select from notices n where ${found} limit ${MOST_COUNTED + 1}) as counted`,
      parameters,
    ),
  ])
  const total = counted[0]?.total ?? 0
  return { rows, total: Math.min(total, MOST_COUNTED), isMore: total > MOST_COUNTED }
}

export async function findOutboxMessage(tx: Tx, tenantId: string, noticeId: string): Promise<OutboxRow | undefined> {
  const [row] = await tx.query<OutboxRow>(`select ${columns} from ${joined} where n.tenant_id = $1 and n.id = $2`, [
    tenantId,
    noticeId,
  ])
  return row
}

export type AttemptRow = {
  attempt_no: number
  started_at: Date
  milliseconds: number
  outcome: 'SENT' | 'TRY_AGAIN' | 'FAILED'
  answer: string | null
}

export async function findAttempts(tx: Tx, tenantId: string, noticeId: string): Promise<AttemptRow[]> {
  return tx.query<AttemptRow>(
    `select attempt_no, started_at, milliseconds, outcome, answer
       from notice_attempts where tenant_id = $1 and notice_id = $2 order by attempt_no limit 1000`,
    [tenantId, noticeId],
  )
}

export type OutboxCounts = { waiting: number; kept: number; failed: number; oldest_waiting_at: Date | null }

export async function countOutbox(tx: Tx, tenantId: string): Promise<OutboxCounts> {
  const some = (status: string) =>
    `(select count(*) from (select from notices where tenant_id = $1 and status = '${status}' limit ${MOST_COUNTED}) as counted)`
  const [row] = await tx.query<OutboxCounts>(
    `select ${some('WAITING')} as waiting, ${some('KEPT')} as kept, ${some('FAILED')} as failed,
            (select created_at from notices where tenant_id = $1 and status = 'WAITING' order by id limit 1) as oldest_waiting_at`,
    [tenantId],
  )
  return row ?? { waiting: 0, kept: 0, failed: 0, oldest_waiting_at: null }
}

/**
 * Lets messages that failed or were kept begin anew, the oldest first, at most so many.
 *
 * @param which one message, or all of a status, of one event or of all
 * @returns how many there were
 */
export async function retryMail(
  tx: Tx,
  tenantId: string,
  which: { noticeId: string } | { status: 'FAILED' | 'KEPT'; eventId: string | undefined },
  most: number,
): Promise<number> {
  const [noticeId, status, eventId] =
    'noticeId' in which ? [which.noticeId, null, null] : [null, which.status, which.eventId ?? null]
  const retried = await tx.query(
    `update notices set status = 'WAITING', next_attempt_at = now(), last_error = null, attempts_before = attempts
      where tenant_id = $1 and id in (
        select id from notices where tenant_id = $1 and channel = 'mail' and status in ('FAILED', 'KEPT')
           and ($2::uuid is null or id = $2) and ($3::text is null or status = $3) and ($4::uuid is null or event_id = $4)
         order by id limit $5 for update)
      returning id`,
    [tenantId, noticeId, status, eventId, most],
  )
  return retried.length
}
