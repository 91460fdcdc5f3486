import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useId, useRef } from 'react'
import type { RefObject } from 'react'
import { ApiError } from '../api.ts'
import { useMe } from '../session/session.ts'
import { useTell } from '../ui/Dialog.tsx'
import { ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { sayMoment } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { MessageView } from './MessageView.tsx'
import { findWrong, insertAt, isLink } from './check-words.ts'
import type { Template, Words } from './check-words.ts'
import { useSayPlaceholder } from './placeholder-words.ts'
import { previewQuery, useTemplateActions } from './template-query.ts'
import { useTemplateWords } from './template-words.ts'

/** Somebody types on; so long after the last letter the message is drawn anew, in milliseconds. */
const PAUSE_MS = 400

type Props = {
  eventId: string | undefined
  template: Template
  /** What is typed, where it is other than what is kept. */
  draft: Words | undefined
  onDraft: (words: Words | undefined) => void
}

/** The words of one kind in one language: typed at one side, seen at the other. */
export function TemplateEditor({ eventId, template, draft, onDraft }: Props) {
  const say = useTemplateWords()
  const tell = useTell()
  const { user } = useMe()
  const words: Words = draft ?? template
  const fields = { subject: useRef<HTMLInputElement>(null), body: useRef<HTMLTextAreaElement>(null) }
  const last = useRef<keyof Words>('body')
  const actions = useTemplateActions(eventId, {
    // The line above the fields says so, where no notice covers the buttons.
    saved: () => onDraft(undefined),
    reset: () => {
      onDraft(undefined)
      tell(say('resetDone'))
    },
    tested: () => tell(say('testDone', { email: user.email })),
  })
  const { kind, language } = template
  const place = { kind, language, ...(eventId === undefined ? {} : { event_id: eventId }) }
  const said = useSayWrong(template, words, actions.save.error)
  const isRight = said.subject === undefined && said.body === undefined
  const isOwn = template.source === (eventId === undefined ? 'tenant' : 'event')
  const isBusy = actions.save.isPending || actions.reset.isPending
  const edit = (field: keyof Words, text: string) => {
    actions.save.reset()
    const next = { subject: words.subject, body: words.body, [field]: text }
    onDraft(next.subject === template.subject && next.body === template.body ? undefined : next)
  }
  const insert = (name: string) => {
    // A subject has no links: where one is pressed there, it goes into the text.
    const field = isLink(name) ? 'body' : last.current
    const input = fields[field].current
    const end = words[field].length
    const next = insertAt(words[field], name, input?.selectionStart ?? end, input?.selectionEnd ?? end)
    edit(field, next.text)
    requestAnimationFrame(() => {
      input?.focus()
      input?.setSelectionRange(next.caret, next.caret)
    })
  }
  const body = { ...place, subject: words.subject, body: words.body }
  return (
    <div className="tpe">
      <form
        className="tpf"
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault()
          if (isRight && draft) actions.save.run(body)
        }}
      >
        <SourceLine template={template} isChanged={draft !== undefined} />
        <WordsFields
          words={words}
          language={language}
          said={said}
          fields={fields}
          onEdit={edit}
          onFocus={(field) => (last.current = field)}
        />
        <Placeholders template={template} onInsert={insert} />
        {[actions.save.error, actions.reset.error, actions.test.error].map(
          (error, index) => error && !isAtField(error) && <ErrorNote key={index} error={error} />,
        )}
        <div className="row tpa">
          <button type="submit" className="btn pri" disabled={!draft || !isRight || isBusy}>
            {say('save')}
          </button>
          {draft && (
            <button type="button" className="btn" disabled={isBusy} onClick={() => onDraft(undefined)}>
              {say('discard')}
            </button>
          )}
          <button
            type="button"
            className="btn"
            disabled={!isRight || actions.test.isPending}
            onClick={() => actions.test.run(body)}
          >
            {say('test')}
          </button>
          {isOwn && (
            <button type="button" className="btn dng" disabled={isBusy} onClick={() => actions.reset.run(place)}>
              {say('reset')}
            </button>
          )}
        </div>
      </form>
      <Preview body={body} isRight={isRight} />
    </div>
  )
}

function isAtField(error: unknown): boolean {
  return error instanceof ApiError && (error.problem.errors ?? []).length > 0
}

/** What is wrong at each field, in words: as found here, or as the API said of what was saved. */
function useSayWrong(template: Template, words: Words, error: unknown): Record<keyof Words, string | undefined> {
  const say = useTemplateWords()
  const sayOf = (field: keyof Words): string | undefined => {
    const wrong = findWrong(field, words[field], template.placeholders)
    if (wrong && 'name' in wrong) return say(wrong.kind, { placeholder: `{{${wrong.name}}}` })
    if (wrong) return say(wrong.kind, { placeholder: '{{person.name}}' })
    const refused = error instanceof ApiError ? error.problem.errors : undefined
    return refused?.find(({ path }) => path === `body.${field}`)?.message
  }
  return { subject: sayOf('subject'), body: sayOf('body') }
}

function SourceLine({ template, isChanged }: { template: Template; isChanged: boolean }) {
  const say = useTemplateWords()
  const language = useLanguage()
  const { timezone } = useMe().tenant
  const { source, updated_at: at, updated_by_name: name } = template
  const line =
    at === null || name === null
      ? say(source)
      : say('sourceLine', { source: say(source), when: sayMoment(at, timezone, language), name })
  return (
    <p className="s3 mut" role="status">
      {line}
      {isChanged && <b className="warnc"> · {say('changed')}</b>}
    </p>
  )
}

type FieldsProps = {
  words: Words
  language: string
  said: Record<keyof Words, string | undefined>
  fields: { subject: RefObject<HTMLInputElement | null>; body: RefObject<HTMLTextAreaElement | null> }
  onEdit: (field: keyof Words, text: string) => void
  onFocus: (field: keyof Words) => void
}

function WordsFields({ words, language, said, fields, onEdit, onFocus }: FieldsProps) {
  const say = useTemplateWords()
  const id = useId()
  const describe = (field: keyof Words) => ({
    id: `${id}${field}`,
    lang: language,
    'aria-invalid': said[field] !== undefined,
    'aria-describedby': `${id}${field}e ${id}${field}h`,
    onFocus: () => onFocus(field),
  })
  return (
    <>
      <div className="sfl">
        <label htmlFor={`${id}subject`}>{say('subject')}</label>
        <input
          {...describe('subject')}
          ref={fields.subject}
          className={said.subject === undefined ? 'inp' : 'inp err'}
          maxLength={200}
          value={words.subject}
          onChange={({ target }) => onEdit('subject', target.value)}
        />
        <p className="neg s2" id={`${id}subjecte`} role="status">
          {said.subject}
        </p>
      </div>
      <div className="sfl">
        <label htmlFor={`${id}body`}>{say('body')}</label>
        <textarea
          {...describe('body')}
          ref={fields.body}
          className={said.body === undefined ? 'inp area' : 'inp err area'}
          rows={12}
          maxLength={5000}
          value={words.body}
          onChange={({ target }) => onEdit('body', target.value)}
        />
        <p className="neg s2" id={`${id}bodye`} role="status">
          {said.body}
        </p>
        <p className="dim s2" id={`${id}bodyh`}>
          {say('bodyHint')}
        </p>
      </div>
    </>
  )
}

function Placeholders({ template, onInsert }: { template: Template; onInsert: (name: string) => void }) {
  const say = useTemplateWords()
  const sayPlaceholder = useSayPlaceholder()
  return (
    <fieldset className="tpp">
      <legend>{say('placeholders')}</legend>
      <p className="dim s2">{say('placeholdersHint')}</p>
      <ul>
        {template.placeholders.map((placeholder) => (
          <li key={placeholder.name}>
            <button
              type="button"
              className="chip mono"
              title={`${sayPlaceholder(placeholder)}: ${placeholder.example}`}
              aria-label={say('insert', { name: placeholder.name, about: sayPlaceholder(placeholder) })}
              // The field keeps the focus, and with it the place of the caret.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onInsert(placeholder.name)}
            >
              {placeholder.name}
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function Preview({ body, isRight }: { body: Parameters<typeof previewQuery>[0]; isRight: boolean }) {
  const say = useTemplateWords()
  const [settled] = useDebouncedValue(body, PAUSE_MS)
  const isSettled = JSON.stringify(settled) === JSON.stringify(body)
  const { data, error, refetch, isFetching } = useQuery(previewQuery(settled, isRight && isSettled))
  return (
    <section className="tpv" aria-label={say('preview')} aria-busy={isFetching && !data}>
      <h2>{say('preview')}</h2>
      <p className="dim s2">{say('previewHint')}</p>
      {error && isRight && !isAtField(error) && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && isRight && <Skeleton height={320} />}
      {!data && !isRight && <p className="mut">{say('previewWaits')}</p>}
      {data && <MessageView {...data} />}
    </section>
  )
}
