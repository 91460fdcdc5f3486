import type { Language, NoticeKind } from '@allot/contract'
import type { Tx } from '../platform/database.ts'
import type { Facts } from './facts.ts'

export type NewNotice = {
  id: string
  kind: NoticeKind
  channel: 'mail' | 'inbox'
  userId: string
  eventId: string | null
  registrationId: string | null
  origin: string
  orderNo: number
  facts: Facts
}

/** Writes notices, along with the commit; of those that are there already nothing. In the inbox they are at once. */
export function insertNotices(tx: Tx, tenantId: string, notices: readonly NewNotice[]): void {
  if (notices.length === 0) return
  const column = <T>(pick: (notice: NewNotice) => T) => notices.map(pick)
  tx.write(
    {
      name: 'insert_notices',
      text: `insert into notices (tenant_id, id, kind, channel, user_id, event_id, registration_id, origin, order_no, facts,
               status, done_at)
             select $1, id, kind, channel, user_id, event_id, registration_id, origin, order_no, facts,
                    case channel when 'inbox' then 'DONE' else 'WAITING' end, case channel when 'inbox' then now() end
               from unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::bigint[],
                 $10::json[]) as n (id, kind, channel, user_id, event_id, registration_id, origin, order_no, facts)
             on conflict (tenant_id, origin, user_id, kind, channel) do nothing`,
    },
    [
      tenantId,
      column(({ id }) => id),
      column(({ kind }) => kind),
      column(({ channel }) => channel),
      column(({ userId }) => userId),
      column(({ eventId }) => eventId),
      column(({ registrationId }) => registrationId),
      column(({ origin }) => origin),
      column(({ orderNo }) => orderNo),
      column(({ facts }) => JSON.stringify(facts)),
    ],
  )
}

// Sending ---------------------------------------------------------------------------------------------------------------

/** Mail about one registration goes to its person in order: what came before it must be out, or given up. */
const isNext = `not exists (
  select from notices before
   where before.tenant_id = n.tenant_id and before.registration_id = n.registration_id and before.user_id = n.user_id
     and before.status = 'WAITING' and before.channel = 'mail' and before.order_no < n.order_no)`
const isDue = `n.tenant_id = $1 and n.status = 'WAITING' and n.channel = 'mail' and n.next_attempt_at <= now()
  and (n.taken_until is null or n.taken_until < now())`

/** Mail that could go out now, the longest due first, at most so much. */
export async function findDueMail(tx: Tx, tenantId: string, most: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    {
      name: 'find_due_mail',
      text: `select n.id from notices n where ${isDue} and ${isNext} order by n.next_attempt_at, n.id limit $2`,
    },
    [tenantId, most],
  )
  return rows.map(({ id }) => id)
}

/** The same of what lets somebody in. It is about no registration: so it is found by that, however much waits. */
export async function findUrgentMail(tx: Tx, tenantId: string, most: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    {
      name: 'find_urgent_mail',
      text: `select n.id from notices n
              where ${isDue} and n.registration_id is null and n.kind in ('invitation', 'sign_in_link')
              order by n.next_attempt_at, n.id limit $2`,
    },
    [tenantId, most],
  )
  return rows.map(({ id }) => id)
}

/** What waited for one that is over: the next message about the same registration to the same person, if it is due. */
export async function findNextMail(tx: Tx, tenantId: string, noticeId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    {
      name: 'find_next_mail',
      text: `select n.id from notices done
               join notices n on n.tenant_id = done.tenant_id and n.registration_id = done.registration_id
                and n.user_id = done.user_id
              where done.tenant_id = $1 and done.id = $2 and ${isDue} order by n.order_no limit 1`,
    },
    [tenantId, noticeId],
  )
  return rows.map(({ id }) => id)
}

export type NoticeRow = {
  id: string
  kind: NoticeKind
  user_id: string
  event_id: string | null
  registration_id: string | null
  order_no: number
  facts: Facts
  template_id: string | null
  language: Language | null
  attempts: number
}

/** A notice on its way, with whom it is for. */
export type TakenNotice = NoticeRow & {
  /** Of its registration: which of its codes is the valid one. */
  qr_generation: number | null
  /** Attempts since it was begun, or begun anew. */
  tries: number
  person_name: string
  person_email: string
  person_is_active: boolean
  person_language: Language | null
  tenant_name: string
  tenant_is_active: boolean
  tenant_language: Language | null
  reply_to: string | null
  is_mail_paused: boolean
}

/**
 * Takes a notice for one attempt, for so many seconds: nobody else does meanwhile, and if this server dies, somebody else
 * after that.
 *
 * @returns undefined where it is not due any more, or somebody else is at it
 */
export async function takeMail(
  tx: Tx,
  tenantId: string,
  noticeId: string,
  by: { attempt: string; seconds: number },
): Promise<TakenNotice | undefined> {
  const taken = await tx.query(
    `update notices n set taken_by = $3, taken_until = now() + make_interval(secs => $4)
      where n.id = $2 and ${isDue} and ${isNext} returning n.id`,
    [tenantId, noticeId, by.attempt, by.seconds],
  )
  if (taken.length === 0) return undefined
  const [row] = await tx.query<TakenNotice>(
    `select n.id, n.kind, n.user_id, n.event_id, n.registration_id, n.order_no, n.facts, n.template_id, n.language,
            n.attempts, n.attempts - n.attempts_before as tries, u.name as person_name, u.email as person_email, u.is_active as person_is_active,
            u.language as person_language, t.name as tenant_name, t.is_active as tenant_is_active,
            s.language as tenant_language, s.reply_to,
            coalesce(s.is_mail_paused, false) as is_mail_paused, r.qr_generation
       from notices n
       join users u on u.tenant_id = n.tenant_id and u.id = n.user_id
       join tenants t on t.id = n.tenant_id
       left join tenant_notice_settings s on s.tenant_id = n.tenant_id
       left join registrations r
         on r.tenant_id = n.tenant_id and r.event_id = n.event_id and r.id = n.registration_id
      where n.tenant_id = $1 and n.id = $2`,
    [tenantId, noticeId],
  )
  return row
}

/** The words of a notice are chosen once: what is tried again is the same message. */
export function fixWords(tx: Tx, tenantId: string, noticeId: string, language: Language, templateId: string | null) {
  tx.write('update notices set language = $3, template_id = $4 where tenant_id = $1 and id = $2', [
    tenantId,
    noticeId,
    language,
    templateId,
  ])
}

export type Ending =
  | { status: 'DONE'; answer: string }
  | { status: 'FAILED'; answer: string }
  | { status: 'WAITING'; answer: string; afterSeconds: number }
  | { status: 'KEPT' }

/** Notes what became of an attempt; only who took it may. @returns whether that was so */
export async function endAttempt(
  tx: Tx,
  tenantId: string,
  noticeId: string,
  attempt: { id: string; startedAt: Date; milliseconds: number },
  ending: Ending,
): Promise<boolean> {
  const isAttempt = ending.status !== 'KEPT'
  const answer = 'answer' in ending ? ending.answer : null
  const [row] = await tx.query<{ attempts: number }>(
    `update notices set status = $4, attempts = attempts + $5, taken_by = null, taken_until = null, last_error = $6,
            next_attempt_at = now() + make_interval(secs => $7),
            done_at = case $4 when 'DONE' then clock_timestamp() end
      where tenant_id = $1 and id = $2 and taken_by = $3 and status = 'WAITING' returning attempts`,
    [
      tenantId,
      noticeId,
      attempt.id,
      ending.status,
      isAttempt ? 1 : 0,
      ending.status === 'DONE' ? null : answer,
      ending.status === 'WAITING' ? ending.afterSeconds : 0,
    ],
  )
  if (!row) return false
  if (isAttempt) {
    const outcome = { DONE: 'SENT', FAILED: 'FAILED', WAITING: 'TRY_AGAIN' }[ending.status]
    tx.write(
      `insert into notice_attempts (tenant_id, notice_id, attempt_no, started_at, milliseconds, outcome, answer)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [tenantId, noticeId, row.attempts, attempt.startedAt, attempt.milliseconds, outcome, answer],
    )
  }
  return true
}

/** Gives a notice back that could not be tried at all, until so many seconds later. */
export function giveBack(tx: Tx, tenantId: string, noticeId: string, attemptId: string, seconds: number): void {
  tx.write(
    `update notices set taken_by = null, taken_until = null, next_attempt_at = now() + make_interval(secs => $4)
      where tenant_id = $1 and id = $2 and taken_by = $3 and status = 'WAITING'`,
    [tenantId, noticeId, attemptId, seconds],
  )
}

/** Forgets what was told long ago, a bounded number at a time; never what still waits. */
export async function forgetOldNotices(tx: Tx, tenantId: string, days: number): Promise<void> {
  await tx.query(
    `delete from notices where tenant_id = $1 and id in (
       select id from notices where tenant_id = $1 and created_at < now() - make_interval(days => $2)
          and status <> 'WAITING' order by created_at limit 1000)`,
    [tenantId, days],
  )
}
