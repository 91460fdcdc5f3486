import peopleSheet from '../people/people.css?inline'
import templatesSheet from './templates.css?inline'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../session/session.ts'
import { Empty, ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { useSheets } from '../ui/use-sheets.ts'
import { languages, useLanguage } from '../words.ts'
import { EventNoticeSettings } from './EventNoticeSettings.tsx'
import { TemplateEditor } from './TemplateEditor.tsx'
import { TenantNoticeSettings } from './TenantNoticeSettings.tsx'
import type { Template, Words } from './check-words.ts'
import { useKindWords } from './kind-words.ts'
import { templatesQuery } from './template-query.ts'
import { useTemplateWords } from './template-words.ts'

/** What people are told, when and in which words: of the organisation, or of an event. */
export function MessagesPage() {
  useSheets(peopleSheet, templatesSheet)
  const say = useTemplateWords()
  const { eventId } = useParams({ strict: false }) as { eventId?: string }
  const mayEvent = useMay('event.manage')
  const mayTenant = useMay('tenant.manage')
  if (eventId === undefined && !mayTenant) return <Empty>{say('notAllowed')}</Empty>
  if (eventId !== undefined && !mayEvent) return <Empty>{say('notAllowedEvent')}</Empty>
  return (
    <div className="ppl">
      <header className="hd">
        <h1>{say(eventId === undefined ? 'title' : 'titleEvent')}</h1>
      </header>
      <p className="mut lead">{say(eventId === undefined ? 'lead' : 'leadEvent')}</p>
      {eventId === undefined ? <TenantNoticeSettings /> : <EventNoticeSettings key={eventId} eventId={eventId} />}
      <Templates key={eventId ?? ''} eventId={eventId} />
    </div>
  )
}

function Templates({ eventId }: { eventId: string | undefined }) {
  const { data, error, refetch } = useQuery(templatesQuery(eventId))
  if (!data && error) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={420} />
  return <Chosen eventId={eventId} templates={data} />
}

const keyOf = ({ kind, language }: Pick<Template, 'kind' | 'language'>) => `${kind} ${language}`

/** Which one is open stands in the address; what was typed of the others stays until it is saved. */
function Chosen({ eventId, templates }: { eventId: string | undefined; templates: readonly Template[] }) {
  const search = useSearch({ strict: false }) as { kind?: string; lang?: string }
  const navigate = useNavigate()
  const spoken = useLanguage()
  const [drafts, setDrafts] = useState<Readonly<Record<string, Words | undefined>>>({})
  const kinds = [...new Set(templates.map(({ kind }) => kind))]
  const kind = kinds.find((one) => one === search.kind) ?? kinds[0]
  const ofKind = templates.filter((template) => template.kind === kind)
  const wanted = search.lang ?? spoken
  const template = ofKind.find(({ language }) => language === wanted) ?? ofKind[0]
  if (!template) return null
  const go = (to: { kind?: string; lang?: string }) =>
    void navigate({
      to: '.',
      search: { kind: template.kind, lang: template.language, ...to } as never,
      replace: true,
      resetScroll: false,
    })
  return (
    <div className="tpl">
      <KindList
        kinds={kinds}
        chosen={template.kind}
        templates={templates}
        isChanged={(one) => drafts[keyOf(one)] !== undefined}
        onChoose={(one) => go({ kind: one })}
      />
      <div>
        <LanguageChoice templates={ofKind} chosen={template} onChoose={(lang) => go({ lang })} />
        <TemplateEditor
          key={keyOf(template)}
          eventId={eventId}
          template={template}
          draft={drafts[keyOf(template)]}
          onDraft={(words) => setDrafts((known) => ({ ...known, [keyOf(template)]: words }))}
        />
      </div>
    </div>
  )
}

type KindsProps = {
  kinds: readonly Template['kind'][]
  chosen: Template['kind']
  templates: readonly Template[]
  isChanged: (template: Template) => boolean
  onChoose: (kind: Template['kind']) => void
}

/** Every kind, and whether its words are one's own. On a phone one list to choose from. */
function KindList({ kinds, chosen, templates, isChanged, onChoose }: KindsProps) {
  const say = useTemplateWords()
  const sayKind = useKindWords()
  const noteOf = (kind: Template['kind']) => {
    const those = templates.filter((template) => template.kind === kind)
    if (those.some(isChanged)) return say('changed')
    const own = those.find(({ source }) => source === 'event') ?? those.find(({ source }) => source === 'tenant')
    return own && say(own.source)
  }
  return (
    <>
      <nav className="tpk" aria-label={say('kinds')}>
        <ul>
          {kinds.map((kind) => {
            const note = noteOf(kind)
            return (
              <li key={kind}>
                <button
                  type="button"
                  className={kind === chosen ? 'on' : undefined}
                  aria-current={kind === chosen ? 'true' : undefined}
                  onClick={() => onChoose(kind)}
                >
                  {sayKind(kind)}
                  {note !== undefined && <small>{note}</small>}
                </button>
              </li>
            )
          })}
        </ul>
      </nav>
      <label className="tpks">
        <span className="sr">{say('kinds')}</span>
        <select
          className="inp"
          value={chosen}
          onChange={({ target }) => {
            const kind = kinds.find((one) => one === target.value)
            if (kind) onChoose(kind)
          }}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {[sayKind(kind), noteOf(kind)].filter(Boolean).join(' · ')}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}

type LanguageProps = { templates: readonly Template[]; chosen: Template; onChoose: (language: string) => void }

function LanguageChoice({ templates, chosen, onChoose }: LanguageProps) {
  const say = useTemplateWords()
  return (
    <div className="row tplang" role="group" aria-label={say('language')}>
      {templates.map(({ language }) => (
        <button
          key={language}
          type="button"
          lang={language}
          className={language === chosen.language ? 'chip on' : 'chip'}
          aria-pressed={language === chosen.language}
          onClick={() => onChoose(language)}
        >
          {languages[language]}
        </button>
      ))}
    </div>
  )
}
