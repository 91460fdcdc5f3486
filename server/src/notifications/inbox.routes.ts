import { noticeKindNames, noticeKinds, operations } from '@allot/contract'
import type { InboxNoticeView, NoticeChoicesView, NoticeKind, Role } from '@allot/contract'
import type { Tx } from '../platform/database.ts'
import type { App } from '../platform/http.ts'
import { answerOnce } from '../platform/idempotency.ts'
import { isId } from '../platform/ids.ts'
import { rangeOf, sendPage } from '../platform/paging.ts'
import { Problem } from '../platform/problem.ts'
import { hasPermission, may } from '../platform/roles.ts'
import { templateInUse } from './choose-words.ts'
import { findChoices, saveChoices } from './choices.sql.ts'
import { composeShort } from './compose.ts'
import { countUnread, findReader, listInbox, markInbox } from './inbox.sql.ts'
import type { InboxRow } from './inbox.sql.ts'
import { findTemplates } from './templates.sql.ts'

/** What one was told, and what one wants to be told. */
export function inboxRoutes(app: App): void {
  app.get('/me/inbox', { config: may('self.read'), schema: operations.listInbox }, async (request, reply) => {
    const { actor, query } = request
    const { tenantId, userId } = actor
    const range = rangeOf(query, isId)
    const { page, views } = await app.db.read(tenantId, async (tx) => {
      const page = await listInbox(tx, tenantId, userId, query.is_unread, range)
      const views = await viewAll(tx, tenantId, userId, page.rows, app.publicUrl)
      return { page, views: new Map(views.map((view) => [view.id, view])) }
    })
    return sendPage(
      reply,
      range,
      page,
      ({ id }) => id,
      ({ id }) => views.get(id) as InboxNoticeView,
    )
  })

  app.get('/me/inbox/summary', { config: may('self.read'), schema: operations.getInboxSummary }, ({ actor }) =>
    app.db.read(actor.tenantId, (tx) => countUnread(tx, actor.tenantId, actor.userId)),
  )

  app.put('/me/inbox', { config: may('self.read'), schema: operations.markInbox }, async (request, reply) => {
    const { actor, body } = request
    const { tenantId, userId } = actor
    return answerOnce(app, request, reply, { tenantId, status: 200 }, async (tx) => {
      await markInbox(tx, tenantId, userId, { isRead: body.is_read, ids: body.notice_ids, upTo: body.up_to })
      return countUnread(tx, tenantId, userId)
    })
  })

  app.get(
    '/me/notification-settings',
    { config: may('self.read'), schema: operations.getNotificationSettings },
    ({ actor }) => app.db.read(actor.tenantId, (tx) => readChoices(tx, actor.tenantId, actor.userId, actor.role)),
  )

  app.put(
    '/me/notification-settings',
    { config: may('self.read'), schema: operations.updateNotificationSettings },
    async (request, reply) => {
      const { actor, body } = request
      const { tenantId, userId, role } = actor
      return answerOnce(app, request, reply, { tenantId, status: 200 }, async (tx) => {
        const { kinds } = await readChoices(tx, tenantId, userId, role)
        const known = new Map(kinds.map((choice) => [choice.kind, choice]))
        const changed = new Map<NoticeKind, (typeof kinds)[number]>()
        for (const { kind, mail, inbox } of body.kinds) {
          const before = changed.get(kind) ?? known.get(kind)
          if (!before) throw new Problem('INVALID', `body.kinds: ${kind} is nothing that your role gets`)
          if (mail === false && before.is_required) {
            throw new Problem('INVALID', `body.kinds: the mail of ${kind} cannot be turned off`)
          }
          changed.set(kind, { ...before, mail: mail ?? before.mail, inbox: inbox ?? before.inbox })
        }
        await saveChoices(
          tx,
          tenantId,
          [...changed.values()].map(({ kind, mail, inbox }) => ({ user_id: userId, kind, mail, inbox })),
        )
        return readChoices(tx, tenantId, userId, role)
      })
    },
  )
}

async function viewAll(
  tx: Tx,
  tenantId: string,
  userId: string,
  rows: readonly InboxRow[],
  publicUrl: string,
): Promise<InboxNoticeView[]> {
  if (rows.length === 0) return []
  const reader = await findReader(tx, tenantId, userId)
  if (!reader) return []
  const language = reader.language ?? 'en'
  const byEvent = new Map<string | null, Awaited<ReturnType<typeof findTemplates>>>()
  for (const eventId of new Set(rows.map(({ event_id }) => event_id))) {
    byEvent.set(eventId, await findTemplates(tx, tenantId, eventId))
  }
  return rows.map((row) => {
    const { template } = templateInUse(byEvent.get(row.event_id) ?? [], row.kind, language)
    const about = {
      personName: reader.person_name,
      organizationName: reader.tenant_name,
      language,
      publicUrl,
      eventId: row.event_id,
      registrationId: row.registration_id,
    }
    return {
      id: row.id,
      kind: row.kind,
      ...composeShort({ kind: row.kind, facts: row.facts, template, about, version: 0 }),
      event_id: row.event_id,
      event_name: row.event_name,
      event_slug: row.event_slug,
      registration_id: row.registration_id,
      created_at: row.created_at.toISOString(),
      read_at: row.read_at?.toISOString() ?? null,
    }
  })
}

/** Every kind that somebody of a role can get, with what they said of it. */
async function readChoices(tx: Tx, tenantId: string, userId: string, role: Role): Promise<NoticeChoicesView> {
  const said = new Map((await findChoices(tx, tenantId, [userId])).map((choice) => [choice.kind, choice]))
  const kinds = noticeKindNames.flatMap((kind) => {
    const { audience, isMailed, isRequired } = noticeKinds[kind]
    const permission = audience === 'person' ? 'registration.own' : 'registration.decide'
    if (audience === 'account' || !hasPermission(role, permission)) return []
    const { mail, inbox } = said.get(kind) ?? { mail: isMailed, inbox: true }
    return [{ kind, mail: mail || isRequired, inbox, is_required: isRequired }]
  })
  return { kinds }
}
