import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { MOST_CONNECTIONS } from '../platform/mailer.ts'
import type { Mailer } from '../platform/mailer.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Task, Work } from '../platform/worker.ts'
import { chooseWords } from './choose-words.ts'
import type { Choice } from './choose-words.ts'
import { headerLine } from './clean.ts'
import { compose } from './compose.ts'
import { exampleToken } from './examples.ts'
import { endAttempt, findDueMail, findNextMail, findUrgentMail, fixWords, giveBack, takeMail } from './notices.sql.ts'
import type { Ending, TakenNotice } from './notices.sql.ts'

export const MAIL_QUEUE = 'mail'
/** Longest an attempt may take, and how long it is nobody else's: the mailer gives up after 30 seconds. */
const ATTEMPT_SECONDS = 45
const MOST_ASKED = 500
/**
 * Waits between attempts, in seconds: minutes for a server that is being restarted, hours for one that greylists or is
 * down; after the last one, some two days in all, it is given up.
 */
export const BACK_OFF_SECONDS = [60, 300, 900, 3_600, 3 * 3_600, 6 * 3_600, 12 * 3_600, 24 * 3_600]
/** A suspended tenant sends nothing, and forgets nothing. */
const SUSPENDED_SECONDS = 3_600

export type MailServices = {
  db: Database
  secrets: Secrets
  /** Undefined where there is no mail server: then messages are kept. */
  mailer: Mailer | undefined
  publicUrl: string
  /** A link that signs somebody in, for as long as is said. */
  createLink(tenantId: string, userId: string, lifetimeSeconds: number): Promise<{ url: string }>
  log: FastifyBaseLogger
}

/** The task that makes one attempt at one message. */
export function mailTask(services: MailServices, work: Work): Task {
  return {
    queue: MAIL_QUEUE,
    concurrency: MOST_CONNECTIONS,
    seconds: ATTEMPT_SECONDS,
    perform: async ({ tenant_id: tenantId = '', notice_id: noticeId = '' }) => {
      const isOver = await attemptMail(services, tenantId, noticeId)
      // What waited for this one is next; without asking, it would be found at the next look.
      if (!isOver) return
      const next = await services.db.read(tenantId, (tx) => findNextMail(tx, tenantId, noticeId))
      await enqueue(work, tenantId, next)
    },
  }
}

/**
 * Asks for a task for each message that is due. Somebody who waits at the door to be let in does not wait for thousands of
 * others to hear of their requests.
 */
export async function askForMail(db: Database, work: Work, tenantId: string): Promise<void> {
  const [urgent, due] = await db.read(tenantId, (tx) =>
    Promise.all([findUrgentMail(tx, tenantId, MOST_ASKED), findDueMail(tx, tenantId, MOST_ASKED)]),
  )
  await enqueue(work, tenantId, urgent, true)
  await enqueue(work, tenantId, due)
}

function enqueue(work: Work, tenantId: string, ids: readonly string[], isUrgent = false): Promise<void> {
  return work.enqueue(
    MAIL_QUEUE,
    ids.map((id) => ({ data: { tenant_id: tenantId, notice_id: id }, key: id, isUrgent })),
  )
}

/** Makes one attempt. @returns whether the message is out, or given up */
export async function attemptMail(services: MailServices, tenantId: string, noticeId: string): Promise<boolean> {
  const { db, mailer } = services
  const attemptId = newId()
  const taken = await db.transaction(tenantId, async (tx) => {
    const notice = await takeMail(tx, tenantId, noticeId, { attempt: attemptId, seconds: ATTEMPT_SECONDS })
    if (!notice) return undefined
    if (!notice.tenant_is_active) {
      giveBack(tx, tenantId, noticeId, attemptId, SUSPENDED_SECONDS)
      return undefined
    }
    const words = await chooseWords(tx, tenantId, notice, notice.person_language ?? notice.tenant_language)
    if (mailer) fixWords(tx, tenantId, noticeId, words.language, words.templateId)
    return { notice, words }
  })
  if (!taken) return false
  const startedAt = new Date()
  const begun = performance.now()
  const ending = await tryOnce(services, tenantId, taken)
  const milliseconds = Math.round(performance.now() - begun)
  await db.transaction(tenantId, (tx) =>
    endAttempt(tx, tenantId, noticeId, { id: attemptId, startedAt, milliseconds }, ending),
  )
  return ending.status !== 'WAITING'
}

async function tryOnce(
  services: MailServices,
  tenantId: string,
  { notice, words }: { notice: TakenNotice; words: Choice },
): Promise<Ending> {
  const { mailer, publicUrl } = services
  if (!notice.person_is_active) return { status: 'FAILED', answer: 'This person was deactivated.' }
  // A test is meant for whoever asked for it.
  const isPaused = notice.is_mail_paused && notice.facts.trial === undefined
  if (!mailer || isPaused) return { status: 'KEPT' }
  let message
  try {
    message = await composeFor(services, tenantId, notice, words)
  } catch (error) {
    services.log.error({ err: error, notice_id: notice.id }, 'a message could not be composed')
    return again(notice, 'The message could not be put together.')
  }
  const { outcome, answer } = await mailer.send({
    to: { name: headerLine(notice.person_name), address: notice.person_email },
    replyTo: notice.reply_to,
    messageId: messageIdOf(notice.id, publicUrl),
    ...message,
  })
  if (outcome === 'SENT') return { status: 'DONE', answer }
  return outcome === 'FAILED' ? { status: 'FAILED', answer } : again(notice, answer)
}

function again({ tries }: TakenNotice, answer: string): Ending {
  const afterSeconds = BACK_OFF_SECONDS[tries]
  if (afterSeconds === undefined) return { status: 'FAILED', answer }
  // Not all at once, when a server comes back.
  return { status: 'WAITING', answer, afterSeconds: afterSeconds * (0.85 + Math.random() * 0.3) }
}

const LINK_SECONDS: Partial<Record<TakenNotice['kind'], number>> = { invitation: 7 * 24 * 3_600, sign_in_link: 3_600 }

async function composeFor(services: MailServices, tenantId: string, notice: TakenNotice, words: Choice) {
  const { secrets, publicUrl } = services
  const { kind, facts, registration_id: registrationId } = notice
  const isTrial = facts.trial !== undefined
  // Made as late as can be, and kept nowhere: what is written down cannot be read out of the database.
  const seconds = isTrial ? undefined : LINK_SECONDS[kind]
  const link = seconds === undefined ? undefined : await services.createLink(tenantId, notice.user_id, seconds)
  const { qr_generation: generation } = notice
  const own = registrationId && generation !== null ? secrets.qrToken(tenantId, registrationId, generation) : undefined
  const token = isTrial ? exampleToken : own
  const offerToken =
    kind === 'waitlist_offer' && registrationId && !isTrial ? secrets.offerToken(tenantId, registrationId) : undefined
  return compose({
    kind,
    facts,
    template: words.template,
    version: notice.order_no,
    token,
    about: {
      personName: notice.person_name,
      organizationName: notice.tenant_name,
      language: words.language,
      publicUrl,
      eventId: notice.event_id,
      registrationId,
      signInUrl: link?.url,
      // For whoever has it, without signing in; behind the # it reaches no log.
      offerUrl: offerToken && `${publicUrl}/offer#token=${offerToken}`,
    },
  })
}

/** The same at every attempt, so that a message that arrives twice is seen to be one (RFC 5322, 3.6.4). */
export function messageIdOf(noticeId: string, publicUrl: string): string {
  return `<${noticeId}@${new URL(publicUrl).hostname}>`
}
