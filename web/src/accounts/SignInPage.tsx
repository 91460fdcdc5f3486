import signInSheet from './sign-in.css?inline'
import { useSheets } from '../ui/use-sheets.ts'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { ApiError, api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { paths } from '../paths.ts'
import { useAction } from '../session/action.ts'
import { meQuery, welcome } from '../session/session.ts'
import { FieldArt } from '../ui/FieldArt.tsx'
import { Logo } from '../ui/Logo.tsx'
import { ErrorNote, Note } from '../ui/Notes.tsx'
import { Mark } from '../ui/StatusMark.tsx'
import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { useSignInWords } from './words.ts'

/** Sign-in: by password, or by a one-time link whose code stands behind the # and never reaches a log. */
export function SignInPage() {
  useSheets(signInSheet)
  const say = useSignInWords()
  const code = new URLSearchParams(location.hash.slice(1)).get('code')
  return (
    <div className="si">
      <section className="sil">
        <div className="brandline">
          <Logo size={26} />
          <b>Allot</b>
        </div>
        {code === null ? <PasswordForm /> : <LinkForm code={code} />}
        <p className="s2 dim">{say('trouble')}</p>
      </section>
      <section className="sir">
        <FieldArt seed="allot" width={820} height={900} grain={84} />
        <Legend />
      </section>
    </div>
  )
}

function useSignedIn() {
  const client = useQueryClient()
  const { next } = useSearch({ strict: false }) as { next?: string }
  return (me: Schema<'Me'>) => {
    client.setQueryData(meQuery.queryKey, me)
    // Where somebody else was led away from is none of theirs: they begin at the start.
    const isAnother = welcome(me)
    // Only ever to a page of this site: a link must not lead anybody away.
    location.replace(!isAnother && next !== undefined && /^\/(?!\/)/.test(next) ? next : paths.home)
  }
}

function PasswordForm() {
  const say = useSignInWords()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [tenantId, setTenantId] = useState('')
  const onDone = useSignedIn()
  const signIn = useAction((body: Schema<'SignIn'>, headers) => take(api.POST('/auth/sign-in', { body, headers })), {
    onDone,
  })
  const code = signIn.error instanceof ApiError ? signIn.error.problem.code : undefined
  const needsTenant = code === 'TENANT_REQUIRED'
  const isWrong = code === 'UNAUTHENTICATED'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.run({ email, password, ...(tenantId === '' ? {} : { tenant_id: tenantId }) })
  }
  return (
    <form className="sif" onSubmit={submit}>
      <h1>{say('title')}</h1>
      <Field label={say('email')} type="email" autoComplete="username" value={email} onChange={setEmail} isFirst />
      <Field
        label={say('password')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      {needsTenant && (
        <Field label={say('tenant')} type="text" autoComplete="off" value={tenantId} onChange={setTenantId} />
      )}
      {isWrong ? <Note kind="bad">{say('wrong')}</Note> : signIn.error && <ErrorNote error={signIn.error} />}
      <button type="submit" className="btn pri lg full" disabled={signIn.isPending}>
        {say('signIn')}
      </button>
      <MailMeALink email={email.trim()} />
    </form>
  )
}

/** Without a password one comes in by a link, mailed to whoever has that address. */
function MailMeALink({ email }: { email: string }) {
  const say = useSignInWords()
  const [sentTo, setSentTo] = useState('')
  const ask = useAction(
    (body: Schema<'SignInLinkRequest'>, headers) => take(api.POST('/auth/link-request', { body, headers })),
    { onDone: (_, body) => setSentTo(body.email) },
  )
  return (
    <>
      <button
        type="button"
        className="btn lg full"
        disabled={ask.isPending || !/^\S+@\S+$/.test(email)}
        onClick={() => ask.run({ email })}
      >
        {say('mailMe')}
      </button>
      {ask.error && <ErrorNote error={ask.error} />}
      {sentTo !== '' && sentTo === email && <Note>{say('mailed')}</Note>}
    </>
  )
}

function LinkForm({ code }: { code: string }) {
  const say = useSignInWords()
  const [password, setPassword] = useState('')
  const onDone = useSignedIn()
  const useLink = useAction(
    (body: Schema<'UseSignInLink'>, headers) => take(api.POST('/auth/link', { body, headers })),
    { onDone },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    useLink.run({ code, ...(password === '' ? {} : { password }) })
  }
  return (
    <form className="sif" onSubmit={submit}>
      <h1>{say('welcome')}</h1>
      <p className="mut">{say('choose')}</p>
      <Field
        label={say('newPassword')}
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        isOptional
        isFirst
      />
      {useLink.error && <ErrorNote error={useLink.error} />}
      <button type="submit" className="btn pri lg full" disabled={useLink.isPending}>
        {password === '' ? say('signInOnce') : say('setAndSignIn')}
      </button>
      <a href={paths.signIn()}>{say('havePassword')}</a>
    </form>
  )
}

type FieldProps = {
  label: string
  type: string
  autoComplete: string
  value: string
  onChange: (value: string) => void
  isFirst?: boolean
  isOptional?: boolean
}

function Field({ label, type, autoComplete, value, onChange, isFirst = false, isOptional = false }: FieldProps) {
  const say = useSignInWords()
  const id = useId()
  const [isShown, setShown] = useState(false)
  const isSecret = type === 'password'
  const Eye = isShown ? IconEyeOff : IconEye
  return (
    <div className="fl">
      <label htmlFor={id}>{label}</label>
      <span className="secret">
        <input
          id={id}
          className="inp tall"
          type={isSecret && isShown ? 'text' : type}
          autoComplete={autoComplete}
          autoCapitalize="off"
          spellCheck={false}
          value={value}
          onChange={({ target }) => onChange(target.value)}
          autoFocus={isFirst}
          required={!isOptional}
        />
        {isSecret && (
          <button type="button" aria-label={say('show')} aria-pressed={isShown} onClick={() => setShown(!isShown)}>
            <Eye className="ic l" aria-hidden />
          </button>
        )}
      </span>
    </div>
  )
}

function Legend() {
  const say = useSignInWords()
  return (
    <figure className="sic">
      <h2>{say('legend')}</h2>
      <AllotmentBar committed={62} pending={24} total={100} size="lg" label={say('legendBar')} />
      <ul>
        <li>
          <Mark kind="approved" />
          <b>{say('committed')}</b> {say('committedText')}
        </li>
        <li>
          <Mark kind="pending" />
          <b>{say('requested')}</b> {say('requestedText')}
        </li>
        <li>
          <Mark kind="left" />
          <b>{say('left')}</b> {say('leftText')}
        </li>
        <li>
          <i className="lm" aria-hidden />
          <b>{say('limit')}</b> {say('limitText')}
        </li>
      </ul>
    </figure>
  )
}
