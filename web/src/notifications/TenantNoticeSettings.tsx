import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiError, api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { paths } from '../paths.ts'
import { useAction } from '../session/action.ts'
import { SelectField, TextField } from '../ui/Fields.tsx'
import { ErrorNote, Note, Skeleton } from '../ui/Notes.tsx'
import { languages } from '../words.ts'
import { useNoticeSettingsWords } from './settings-words.ts'

type Settings = Schema<'TenantNotificationSettings'>

export const noticeSettingsQuery = queryOptions({
  queryKey: ['tenant-notification-settings'],
  queryFn: () => take(api.GET('/notification-settings')),
})

/** Language and answering address of the organisation's mail, and whether there is a mail server. */
export function TenantNoticeSettings() {
  const { data, error, refetch } = useQuery(noticeSettingsQuery)
  if (data) return <Form key={JSON.stringify(data)} settings={data} />
  return error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <Skeleton height={120} />
}

function Form({ settings }: { settings: Settings }) {
  const say = useNoticeSettingsWords()
  const client = useQueryClient()
  const [language, setLanguage] = useState<string>(settings.language)
  const [replyTo, setReplyTo] = useState(settings.reply_to ?? '')
  const save = useAction(
    (body: Schema<'TenantNotificationSettingsChange'>, headers) =>
      take(api.PUT('/notification-settings', { body, headers })),
    { onDone: (kept) => client.setQueryData(noticeSettingsQuery.queryKey, kept) },
  )
  const [isPaused, setPaused] = useState(settings.is_mail_paused)
  const typed = replyTo.trim() === '' ? null : replyTo.trim()
  const isChanged =
    language !== settings.language || typed !== settings.reply_to || isPaused !== settings.is_mail_paused
  const errors = save.error instanceof ApiError ? save.error.problem.errors : undefined
  return (
    <section aria-labelledby="mail-settings">
      <h2 id="mail-settings">{say('tenantTitle')}</h2>
      {!settings.is_mail_set_up && (
        <Note kind="wrn" actions={<Link to={paths.outbox}>{say('outbox')}</Link>}>
          {say('noServer')}
        </Note>
      )}
      <form
        className="sform tps"
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault()
          if (isChanged)
            save.run({ language: language === 'de' ? 'de' : 'en', reply_to: typed, is_mail_paused: isPaused })
        }}
      >
        <SelectField
          label={say('language')}
          value={language}
          onChange={setLanguage}
          options={Object.entries(languages)}
        />
        <TextField
          label={say('replyTo')}
          hint={say('replyToHint')}
          type="email"
          most={320}
          value={replyTo}
          onChange={setReplyTo}
          error={errors?.find(({ path }) => path.endsWith('reply_to'))?.message}
        />
        <label className="tpx wide">
          <input type="checkbox" checked={isPaused} onChange={({ target }) => setPaused(target.checked)} />
          <span>
            {say('paused')}
            <small>{say('pausedHint')}</small>
          </span>
        </label>
        <SaveRow isChanged={isChanged} isPending={save.isPending} error={errors ? undefined : save.error} />
      </form>
    </section>
  )
}

type SaveProps = { isChanged: boolean; isPending: boolean; error: unknown }

export function SaveRow({ isChanged, isPending, error }: SaveProps) {
  const say = useNoticeSettingsWords()
  return (
    <div className="wide">
      {error !== undefined && error !== null && <ErrorNote error={error} />}
      <button type="submit" className="btn" disabled={!isChanged || isPending}>
        {say('save')}
      </button>
    </div>
  )
}
