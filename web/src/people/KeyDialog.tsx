import { Select } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { useAction } from '../session/action.ts'
import { useMe } from '../session/session.ts'
import { TextField } from '../ui/Fields.tsx'
import { instantOf } from '../ui/zoned.ts'
import { ErrorNote } from '../ui/Notes.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { refusalOf } from './roles.ts'
import { ShownOnce } from './ShownOnce.tsx'
import { usePeopleWords } from './words.ts'

/** Makes a key, and then shows it: there is no second look. */
export function KeyDialog({ onClose }: { onClose: () => void }) {
  const say = usePeopleWords()
  const client = useQueryClient()
  const { user, tenant } = useMe()
  const [name, setName] = useState('')
  const [person, setPerson] = useState<string | null>(user.id)
  const [until, setUntil] = useState('')
  const [rate, setRate] = useState('')
  const make = useAction((body: Schema<'ApiKeyRequest'>, headers) => take(api.POST('/api-keys', { body, headers })), {
    onDone: () => void client.invalidateQueries({ queryKey: ['api-keys'] }),
  })
  // To the end of that day, as the organisation's clocks count.
  const expires = until === '' ? null : instantOf({ date: until, time: '23:59' }, tenant.timezone)
  const isPast = expires !== null && (expires === undefined || expires < new Date())
  const isRateRead = rate.trim() === '' || /^[1-9]\d{0,6}$/.test(rate.trim())
  const errors = make.error instanceof ApiError ? make.error.problem.errors : undefined
  const canMake = name.trim() !== '' && person !== null && !isPast && isRateRead
  if (make.data) {
    return (
      <Dialog onClose={onClose} title={say('keyShown', { name: make.data.name })} size="lg" closeOnClickOutside={false}>
        <div className="col dialog">
          <p className="mut">{say('keyShownText')}</p>
          <ShownOnce label={say('keyShown', { name: make.data.name })} value={make.data.key} />
          <div className="row">
            <button type="button" className="btn" onClick={onClose}>
              {say('close')}
            </button>
          </div>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog onClose={onClose} title={say('keyAdd')}>
      <form
        className="col dialog"
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault()
          if (!canMake || person === null) return
          make.run({
            user_id: person,
            name: name.trim(),
            expires_at: expires?.toISOString() ?? null,
            rate_limit_per_minute: rate.trim() === '' ? null : Number(rate),
          })
        }}
      >
        <TextField
          label={say('keyName')}
          most={200}
          isFirst
          isNeeded
          value={name}
          onChange={setName}
          error={refusalOf(errors, 'name')}
        />
        <PersonField value={person} onChange={setPerson} error={refusalOf(errors, 'user_id')} />
        <TextField
          label={say('keyExpires')}
          hint={say('keyExpiresText')}
          type="date"
          value={until}
          onChange={setUntil}
          error={isPast ? say('past') : refusalOf(errors, 'expires_at')}
        />
        <TextField
          label={say('keyRate')}
          hint={say('keyRateText')}
          inputMode="numeric"
          most={7}
          value={rate}
          onChange={setRate}
          error={isRateRead ? refusalOf(errors, 'rate_limit_per_minute') : say('wholeNumber')}
        />
        {make.error && errors === undefined && <ErrorNote error={make.error} />}
        <div className="row">
          <button type="submit" className="btn pri" disabled={!canMake || make.isPending}>
            {say('keyAdd')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

type PersonProps = { value: string | null; onChange: (userId: string | null) => void; error: string | undefined }

/** Anybody of the organisation, found by typing: the server looks, so that it works for thousands. */
function PersonField({ value, onChange, error }: PersonProps) {
  const say = usePeopleWords()
  const { user: me } = useMe()
  const [typed, setTyped] = useState(me.name)
  const found = useQuery({
    queryKey: ['users', 'choose', typed],
    queryFn: () =>
      take(
        api.GET('/users', { params: { query: { limit: 20, ...(typed === '' ? {} : { q: typed.slice(0, 200) }) } } }),
      ),
    placeholderData: (before) => before,
  })
  const users = (found.data ?? []).filter(({ is_active: isActive }) => isActive)
  return (
    <Select
      label={say('keyPerson')}
      error={error}
      searchable
      value={value}
      onChange={onChange}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      data={users.map(({ id, name, email }) => ({
        value: id,
        label: users.some((other) => other.id !== id && other.name === name) ? `${name} (${email})` : name,
      }))}
      nothingFoundMessage={say('noneMatch')}
    />
  )
}
