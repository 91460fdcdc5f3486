import type { Language, NoticeKind } from '@allot/contract'
import type { Tx } from '../platform/database.ts'
import { builtIn } from './built-in.ts'
import type { Template } from './template.ts'
import { findTemplate, findTemplates } from './templates.sql.ts'
import type { TemplateRow } from './templates.sql.ts'

/** The text in use of one kind in one language: the event's, or else the tenant's, or else Allot's. */
export function templateInUse(
  templates: readonly TemplateRow[],
  kind: NoticeKind,
  language: Language,
): { row: TemplateRow | undefined; template: Template } {
  const fitting = templates.filter((one) => one.kind === kind && one.language === language)
  const row = fitting.find(({ event_id }) => event_id !== null) ?? fitting[0]
  return { row, template: row ?? builtIn[language][kind] }
}

type Wordless = {
  kind: NoticeKind
  event_id: string | null
  template_id: string | null
  language: Language | null
}

export type Choice = { language: Language; templateId: string | null; template: Template }

/** In which words a notice is sent: those it was sent with before, or those in use now. */
export async function chooseWords(
  tx: Tx,
  tenantId: string,
  notice: Wordless,
  preferred: Language | null,
): Promise<Choice> {
  const { kind, template_id: templateId } = notice
  if (notice.language !== null) {
    const row = templateId === null ? undefined : await findTemplate(tx, tenantId, templateId)
    return { language: notice.language, templateId, template: row ?? builtIn[notice.language][kind] }
  }
  const language = preferred ?? 'en'
  const { row, template } = templateInUse(await findTemplates(tx, tenantId, notice.event_id), kind, language)
  return { language, templateId: row?.id ?? null, template }
}
