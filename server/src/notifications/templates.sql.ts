import type { Language, NoticeKind } from '@allot/contract'
import type { Tx } from '../platform/database.ts'

export type TemplateRow = {
  id: string
  event_id: string | null
  kind: NoticeKind
  language: Language
  subject: string
  body: string
  created_at: Date
  created_by_name: string
}

/** The texts in use: of an event, and of the tenant. */
export async function findTemplates(tx: Tx, tenantId: string, eventId: string | null): Promise<TemplateRow[]> {
  return tx.query<TemplateRow>(
    {
      name: 'find_templates',
      text: `select t.id, t.event_id, t.kind, t.language, t.subject, t.body, t.created_at, u.name as created_by_name
               from notice_templates t join users u on u.tenant_id = t.tenant_id and u.id = t.created_by
              where t.tenant_id = $1 and t.replaced_at is null and (t.event_id is null or t.event_id = $2)`,
    },
    [tenantId, eventId],
  )
}

/** One text as it was, though it may have been replaced since. */
export async function findTemplate(tx: Tx, tenantId: string, id: string): Promise<TemplateRow | undefined> {
  const [row] = await tx.query<TemplateRow>(
    `select t.id, t.event_id, t.kind, t.language, t.subject, t.body, t.created_at, u.name as created_by_name
       from notice_templates t join users u on u.tenant_id = t.tenant_id and u.id = t.created_by
      where t.tenant_id = $1 and t.id = $2`,
    [tenantId, id],
  )
  return row
}

type Place = { eventId: string | null; kind: NoticeKind; language: Language }

/** Puts the text in use aside. Whoever writes the same one at this moment waits until this transaction ends. */
export async function retireTemplate(tx: Tx, tenantId: string, { eventId, kind, language }: Place): Promise<boolean> {
  const place = `template/${tenantId}/${eventId}/${kind}/${language}`
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [place])
  const retired = await tx.query(
    `update notice_templates set replaced_at = clock_timestamp()
      where tenant_id = $1 and event_id is not distinct from $2 and kind = $3 and language = $4 and replaced_at is null
     returning id`,
    [tenantId, eventId, kind, language],
  )
  return retired.length > 0
}

export async function insertTemplate(
  tx: Tx,
  tenantId: string,
  template: Place & { id: string; subject: string; body: string; createdBy: string },
): Promise<void> {
  await tx.query(
    `insert into notice_templates (tenant_id, id, event_id, kind, language, subject, body, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      tenantId,
      template.id,
      template.eventId,
      template.kind,
      template.language,
      template.subject,
      template.body,
      template.createdBy,
    ],
  )
}
