import peopleSheet from './people.css?inline'
import { useSheets } from '../ui/use-sheets.ts'
import { useQueryClient } from '@tanstack/react-query'
import { isTimeZone } from '@allot/core'
import { useId, useState } from 'react'
import { ApiError, api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { useAction } from '../session/action.ts'
import { meQuery, useMay, useMe } from '../session/session.ts'
import { SelectField, TextField } from '../ui/Fields.tsx'
import { Empty, ErrorNote } from '../ui/Notes.tsx'
import { useLanguage } from '../words.ts'
import { refusalOf } from './roles.ts'
import { usePeopleWords } from './words.ts'

const currencies = Intl.supportedValuesOf('currency')
const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]

/** The organisation's name, and what new events begin with. */
export function SettingsPage() {
  useSheets(peopleSheet)
  const say = usePeopleWords()
  const mayManage = useMay('tenant.manage')
  const { tenant } = useMe()
  return mayManage ? <Settings key={tenant.id} tenant={tenant} /> : <Empty>{say('notAllowed')}</Empty>
}

function Settings({ tenant }: { tenant: Schema<'Tenant'> }) {
  const say = usePeopleWords()
  const language = useLanguage()
  const client = useQueryClient()
  const listId = useId()
  const [name, setName] = useState(tenant.name)
  const [currency, setCurrency] = useState(tenant.currency)
  const [timezone, setTimezone] = useState(tenant.timezone)
  const [isSaved, setSaved] = useState(false)
  const save = useAction((body: Schema<'TenantChange'>, headers) => take(api.PUT('/tenant', { body, headers })), {
    onDone: () => {
      void client.invalidateQueries({ queryKey: meQuery.queryKey })
      setSaved(true)
    },
  })
  const change = {
    ...(name.trim() === tenant.name ? {} : { name: name.trim() }),
    ...(currency === tenant.currency ? {} : { currency }),
    ...(timezone.trim() === tenant.timezone ? {} : { timezone: timezone.trim() }),
  }
  const isChanged = Object.keys(change).length > 0
  const errors = save.error instanceof ApiError ? save.error.problem.errors : undefined
  const names = new Intl.DisplayNames(language, { type: 'currency' })
  const isZone = isTimeZone(timezone.trim())
  const edit = (set: (value: string) => void) => (value: string) => {
    set(value)
    setSaved(false)
  }
  return (
    <div className="ppl">
      <header className="hd">
        <h1>{say('settingsTitle')}</h1>
      </header>
      <p className="mut lead">{say('settingsText')}</p>
      <form
        className="set"
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault()
          if (isChanged && isZone && name.trim() !== '') save.run(change)
        }}
      >
        <TextField
          label={say('orgName')}
          most={200}
          value={name}
          onChange={edit(setName)}
          error={name.trim() === '' ? say('needed') : refusalOf(errors, 'name')}
        />
        <SelectField
          label={say('currency')}
          value={currency}
          onChange={edit(setCurrency)}
          options={currencies.map((code) => [code, `${code} · ${names.of(code) ?? code}`] as const)}
          error={refusalOf(errors, 'currency')}
        />
        <TextField
          label={say('timezone')}
          most={64}
          list={listId}
          value={timezone}
          onChange={edit(setTimezone)}
          error={isZone ? refusalOf(errors, 'timezone') : say('noZone')}
        />
        <datalist id={listId}>
          {zones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        {save.error && errors === undefined && <ErrorNote error={save.error} />}
        <div className="row">
          <button type="submit" className="btn pri" disabled={!isChanged || save.isPending}>
            {say('save')}
          </button>
          <span className="s3 okc" role="status">
            {isSaved && !isChanged && say('settingsSaved')}
          </span>
        </div>
        <dl className="who">
          <dt>{say('orgId')}</dt>
          <dd className="mono">{tenant.id}</dd>
        </dl>
      </form>
    </div>
  )
}
