import { languages, noticeKindNames, noticeKinds, operations, placeholders } from '@allot/contract'
import type { Language, NoticeKind, NoticeTemplateView } from '@allot/contract'
import { findVisibleEvent } from '../events/find-event.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import type { App } from '../platform/http.ts'
import { answerOnce } from '../platform/idempotency.ts'
import { newId } from '../platform/ids.ts'
import { Problem } from '../platform/problem.ts'
import { hasPermission, may } from '../platform/roles.ts'
import { templateInUse } from './choose-words.ts'
import { compose } from './compose.ts'
import { exampleFacts, exampleFactsOf, exampleToken } from './examples.ts'
import type { Facts } from './facts.ts'
import { findReader } from './inbox.sql.ts'
import { fixWords, insertNotices } from './notices.sql.ts'
import { findOutboxMessage } from './outbox-list.sql.ts'
import { viewOutboxMessage } from './outbox-view.ts'
import { checkTemplate } from './template.ts'
import { findTemplates, insertTemplate, retireTemplate } from './templates.sql.ts'
import type { TemplateRow } from './templates.sql.ts'
import { valuesOf } from './values.ts'

/** The words of messages: of Allot, of an organisation, of an event. */
export function templateRoutes(app: App, isMailSetUp: boolean): void {
  const viewOne = async (tx: Tx, tenantId: string, eventId: string | null, kind: NoticeKind, language: Language) =>
    viewTemplate(await findTemplates(tx, tenantId, eventId), kind, language, app.publicUrl)

  const viewAll = async (tx: Tx, tenantId: string, eventId: string | null) => {
    const templates = await findTemplates(tx, tenantId, eventId)
    const view = (kind: NoticeKind) =>
      languages.map((language) => viewTemplate(templates, kind, language, app.publicUrl))
    return { templates: noticeKindNames.flatMap(view) }
  }

  app.get(
    '/notice-templates',
    { config: may('event.manage'), schema: operations.getNoticeTemplates },
    ({ actor: { tenantId } }) => app.db.read(tenantId, (tx) => viewAll(tx, tenantId, null)),
  )

  app.get(
    '/events/:event_id/notice-templates',
    { config: may('event.manage'), schema: operations.getEventNoticeTemplates },
    ({ actor, params }) =>
      app.db.read(actor.tenantId, async (tx) => {
        await findVisibleEvent(tx, actor, params.event_id)
        return viewAll(tx, actor.tenantId, params.event_id)
      }),
  )

  app.put(
    '/notice-templates',
    { config: may('event.manage'), schema: operations.saveNoticeTemplate },
    async (request, reply) => {
      const { actor, body } = request
      const { kind, language } = body
      checkTemplate(kind, body)
      const { tenantId, userId: createdBy } = actor
      return answerOnce(app, request, reply, { tenantId, status: 200 }, async (tx) => {
        const eventId = await placeOf(tx, actor, body.event_id)
        await retireTemplate(tx, tenantId, { eventId, kind, language })
        const { subject, body: text } = body
        await insertTemplate(tx, tenantId, { id: newId(), eventId, kind, language, subject, body: text, createdBy })
        return viewOne(tx, tenantId, eventId, kind, language)
      })
    },
  )

  app.post(
    '/notice-templates/reset',
    { config: may('event.manage'), schema: operations.resetNoticeTemplate },
    async (request, reply) => {
      const { actor, body } = request
      const { kind, language } = body
      return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 200 }, async (tx) => {
        const eventId = await placeOf(tx, actor, body.event_id)
        await retireTemplate(tx, actor.tenantId, { eventId, kind, language })
        return viewOne(tx, actor.tenantId, eventId, kind, language)
      })
    },
  )

  app.post(
    '/notice-templates/preview',
    { config: may('event.manage'), schema: operations.previewNoticeTemplate },
    async ({ actor, body }) => {
      checkTemplate(body.kind, body)
      return app.db.read(actor.tenantId, async (tx) => {
        const facts = await factsFor(tx, actor, body.kind, body.event_id)
        const reader = await findReader(tx, actor.tenantId, actor.userId)
        const { subject, text, html, attachments } = await compose({
          kind: body.kind,
          facts,
          template: body,
          version: 1,
          token: exampleToken,
          about: {
            personName: reader?.person_name ?? '',
            organizationName: reader?.tenant_name ?? '',
            language: body.language,
            publicUrl: app.publicUrl,
            eventId: body.event_id ?? null,
            registrationId: null,
          },
        })
        return { subject, text, html: inlinePictures(html, attachments) }
      })
    },
  )

  app.post(
    '/notice-templates/test',
    { config: may('event.manage'), schema: operations.testNoticeTemplate },
    async (request, reply) => {
      const { actor, body } = request
      const { tenantId, userId } = actor
      checkTemplate(body.kind, body)
      return answerOnce(app, request, reply, { tenantId, status: 202 }, async (tx) => {
        const facts = await factsFor(tx, actor, body.kind, body.event_id)
        if (!isMailSetUp) throw new Problem('MAIL_NOT_SET_UP')
        const id = newId()
        const { kind, subject, body: text } = body
        insertNotices(tx, tenantId, [
          {
            id,
            kind,
            channel: 'mail',
            userId,
            eventId: body.event_id ?? null,
            registrationId: null,
            origin: `trial:${id}`,
            orderNo: 1,
            facts: { ...facts, trial: { subject, body: text } },
          },
        ])
        fixWords(tx, tenantId, id, body.language, null)
        const row = await findOutboxMessage(tx, tenantId, id)
        if (!row) throw new Error('a notice that was written is there')
        return viewOutboxMessage(row)
      })
    },
  )
}

/** Where a text holds: for an event, by whoever manages it; for the organisation, by its owners. */
async function placeOf(tx: Tx, actor: Actor, eventId: string | undefined): Promise<string | null> {
  if (eventId !== undefined) return (await findVisibleEvent(tx, actor, eventId)).id
  if (hasPermission(actor.role, 'tenant.manage')) return null
  throw new Problem(
    'FORBIDDEN',
    'The texts of the organisation are for its owners: say event_id for those of an event.',
  )
}

/** Example values; of an event that is named its own. */
async function factsFor(tx: Tx, actor: Actor, kind: NoticeKind, eventId: string | undefined): Promise<Facts> {
  const facts = exampleFactsOf(kind)
  if (eventId === undefined) return facts
  const event = await findVisibleEvent(tx, actor, eventId)
  const { name, slug, currency, timezone, venue } = event
  const startsAt = event.event_date?.toISOString() ?? null
  const endsAt = event.ends_at?.toISOString() ?? null
  return { ...facts, event: { name, slug, currency, timezone, venue, startsAt, endsAt } }
}

function viewTemplate(
  templates: readonly TemplateRow[],
  kind: NoticeKind,
  language: Language,
  publicUrl: string,
): NoticeTemplateView {
  const { row, template } = templateInUse(templates, kind, language)
  const examples = valuesOf(exampleFacts, {
    personName: 'Priya Raman',
    organizationName: 'Northwind',
    language,
    publicUrl,
    eventId: null,
    registrationId: null,
  })
  return {
    kind,
    language,
    source: row ? (row.event_id === null ? 'tenant' : 'event') : 'built_in',
    subject: template.subject,
    body: template.body,
    placeholders: noticeKinds[kind].placeholders.map((name) => ({
      name,
      description: placeholders[name],
      example: examples[name] ?? '',
    })),
    updated_at: row?.created_at.toISOString() ?? null,
    updated_by_name: row?.created_by_name ?? null,
  }
}

/** In a page there is no message to look for a picture in: it stands in the text itself. */
export function inlinePictures(
  html: string,
  attachments: readonly { contentType: string; content: Buffer; contentId?: string }[],
): string {
  return attachments.reduce(
    (text, { contentType, content, contentId }) =>
      contentId === undefined
        ? text
        : text.replaceAll(`cid:${contentId}`, `data:${contentType};base64,${content.toString('base64')}`),
    html,
  )
}
