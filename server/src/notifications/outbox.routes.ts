import { operations } from '@allot/contract'
import type { OutboxMessageInFullView } from '@allot/contract'
import type { Tx } from '../platform/database.ts'
import type { App } from '../platform/http.ts'
import { answerOnce } from '../platform/idempotency.ts'
import { isId } from '../platform/ids.ts'
import { rangeOf, sendPage } from '../platform/paging.ts'
import { Problem } from '../platform/problem.ts'
import { may } from '../platform/roles.ts'
import { chooseWords } from './choose-words.ts'
import { compose } from './compose.ts'
import { messageIdOf } from './deliver-mail.ts'
import { findReader } from './inbox.sql.ts'
import { countOutbox, findAttempts, findOutboxMessage, listOutbox, retryMail } from './outbox-list.sql.ts'
import type { OutboxRow } from './outbox-list.sql.ts'
import { findTenantSettings } from './settings.sql.ts'
import { viewOutboxMessage } from './outbox-view.ts'

const MOST_RETRIED = 10_000

/** What became of every message: for owners, who can have it tried again. */
export function outboxRoutes(app: App, isMailSetUp: boolean): void {
  /** Whether what begins anew could go out at all. */
  async function checkMail(tx: Tx, tenantId: string): Promise<void> {
    if (!isMailSetUp) throw new Problem('MAIL_NOT_SET_UP')
    const { is_mail_paused: isPaused } = await findTenantSettings(tx, tenantId)
    if (isPaused) throw new Problem('MAIL_NOT_SET_UP', 'Mail of this organisation is paused: let it go on first.')
  }

  app.get('/outbox', { config: may('tenant.manage'), schema: operations.listOutbox }, async (request, reply) => {
    const { actor, query } = request
    const range = rangeOf(query, isId)
    const { status, kind, channel, event_id: eventId } = query
    const page = await app.db.read(actor.tenantId, (tx) =>
      listOutbox(tx, actor.tenantId, { status, kind, channel, eventId }, range),
    )
    return sendPage(reply, range, page, ({ id }) => id, viewOutboxMessage)
  })

  app.get(
    '/outbox/summary',
    { config: may('tenant.manage'), schema: operations.getOutboxSummary },
    async ({ actor }) => {
      const counts = await app.db.read(actor.tenantId, (tx) => countOutbox(tx, actor.tenantId))
      const oldest = counts.oldest_waiting_at?.toISOString() ?? null
      return { ...counts, oldest_waiting_at: oldest, is_mail_set_up: isMailSetUp }
    },
  )

  app.get(
    '/outbox/:notice_id',
    { config: may('tenant.manage'), schema: operations.getOutboxMessage },
    ({ actor, params }) =>
      app.db.read(actor.tenantId, async (tx) => {
        const row = await findOutboxMessage(tx, actor.tenantId, params.notice_id)
        if (!row) throw new Problem('NOTICE_NOT_FOUND')
        return viewInFull(tx, actor.tenantId, row, app.publicUrl)
      }),
  )

  app.post(
    '/outbox/:notice_id/retry',
    { config: may('tenant.manage'), schema: operations.retryOutboxMessage },
    async (request, reply) => {
      const { tenantId } = request.actor
      const { notice_id: noticeId } = request.params
      return answerOnce(app, request, reply, { tenantId, status: 200 }, async (tx) => {
        const row = await findOutboxMessage(tx, tenantId, noticeId)
        if (!row) throw new Problem('NOTICE_NOT_FOUND')
        if (row.status !== 'FAILED' && row.status !== 'KEPT') return viewOutboxMessage(row)
        await checkMail(tx, tenantId)
        await retryMail(tx, tenantId, { noticeId }, 1)
        return viewOutboxMessage((await findOutboxMessage(tx, tenantId, noticeId)) ?? row)
      })
    },
  )

  app.post(
    '/outbox/retry',
    { config: may('tenant.manage'), schema: operations.retryOutbox },
    async (request, reply) => {
      const { tenantId } = request.actor
      const { status, event_id: eventId } = request.body
      return answerOnce(app, request, reply, { tenantId, status: 200 }, async (tx) => {
        await checkMail(tx, tenantId)
        return { retried: await retryMail(tx, tenantId, { status, eventId }, MOST_RETRIED) }
      })
    },
  )
}

/**
 * A message as it was or would be sent. What is its person's alone is left out: the code, and links that sign them in.
 */
async function viewInFull(
  tx: Tx,
  tenantId: string,
  row: OutboxRow,
  publicUrl: string,
): Promise<OutboxMessageInFullView> {
  const reader = await findReader(tx, tenantId, row.user_id)
  const { language, template } = await chooseWords(tx, tenantId, row, reader?.language ?? null)
  const { subject, text, html } = await compose({
    kind: row.kind,
    facts: row.facts,
    template,
    version: row.order_no,
    about: {
      personName: row.person_name,
      organizationName: reader?.tenant_name ?? '',
      language,
      publicUrl,
      eventId: row.event_id,
      registrationId: row.registration_id,
    },
  })
  const attempts = await findAttempts(tx, tenantId, row.id)
  return {
    ...viewOutboxMessage(row),
    subject,
    text,
    html,
    message_id: row.channel === 'mail' ? messageIdOf(row.id, publicUrl) : null,
    attempt_log: attempts.map((attempt) => ({ ...attempt, started_at: attempt.started_at.toISOString() })),
  }
}
