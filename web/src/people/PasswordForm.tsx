import { useState } from 'react'
import { ApiError, api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { useAction } from '../session/action.ts'
import { useMe } from '../session/session.ts'
import { TextField } from '../ui/Fields.tsx'
import { ErrorNote } from '../ui/Notes.tsx'
import { refusalOf } from './roles.ts'
import { usePeopleWords } from './words.ts'

/** A new password for the one of now; managers may fill both. */
export function PasswordForm() {
  const say = usePeopleWords()
  const { user } = useMe()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [isDone, setDone] = useState(false)
  const change = useAction(
    (body: Schema<'PasswordChange'>, headers) => take(api.POST('/auth/password', { body, headers })),
    {
      onDone: () => {
        setCurrent('')
        setNext('')
        setDone(true)
      },
    },
  )
  const problem = change.error instanceof ApiError ? change.error.problem : undefined
  const errors = problem?.errors
  const edit = (set: (value: string) => void) => (value: string) => {
    set(value)
    setDone(false)
  }
  return (
    <form
      className="set"
      onSubmit={(submitted) => {
        submitted.preventDefault()
        change.run({ current_password: current, new_password: next })
      }}
    >
      {/* A password manager has to see whose password this is. */}
      <input type="email" autoComplete="username" value={user.email} readOnly hidden />
      <TextField
        label={say('passwordNow')}
        type="password"
        autoComplete="current-password"
        most={128}
        value={current}
        onChange={edit(setCurrent)}
        error={refusalOf(errors, 'current_password')}
      />
      <TextField
        label={say('passwordNew')}
        type="password"
        autoComplete="new-password"
        most={128}
        value={next}
        onChange={edit(setNext)}
        error={refusalOf(errors, 'new_password')}
      />
      {change.error && errors === undefined && <ErrorNote error={change.error} />}
      <div className="row">
        <button type="submit" className="btn" disabled={current === '' || next === '' || change.isPending}>
          {say('passwordDo')}
        </button>
        <span className="s3 okc" role="status">
          {isDone && say('passwordDone')}
        </span>
      </div>
      <p className="s2 dim">{say('passwordNone')}</p>
    </form>
  )
}
