import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode, SubmitEvent } from 'react'
import { ApiError, api, renewal, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { paths } from '../paths.ts'
import { TextField } from '../ui/Fields.tsx'
import { ErrorNote } from '../ui/Notes.tsx'
import { useAction } from './action.ts'
import { codeOf } from './link-code.ts'
import type { Me } from './session.ts'
import { useSessionWords } from './words.ts'

/** An Escape for this dialog is none for one of Mantine's below it: that would take what is typed along. */
const ours = { 'data-mantine-stop-propagation': true }

/**
 * Asks the person of the page to come in again, over the page, with everything on it left as it is. The browser's own
 * dialog, above whatever is open, so that it is the same on every page.
 */
export function SignInAgain({ me }: { me: Me }) {
  const say = useSessionWords()
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [hasLink, setHasLink] = useState(false)
  useLayoutEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    // Closed before it goes, so that the browser gives the focus back to where it was.
    return () => opened?.close()
  }, [])
  useEffect(() => {
    const look = () => void renewal.look()
    addEventListener('focus', look)
    return () => removeEventListener('focus', look)
  }, [])
  return (
    <dialog
      ref={dialog}
      className="again"
      // Focused by a press beside its fields: keys then still are its own.
      tabIndex={-1}
      {...ours}
      aria-labelledby={titleId}
      // What is pressed in here is for nothing behind it.
      onKeyDown={(pressed) => pressed.stopPropagation()}
      onCancel={(cancelled) => {
        cancelled.preventDefault()
        renewal.decline()
      }}
    >
      <h2 id={titleId}>{say('title')}</h2>
      <p className="mut">{say('text')}</p>
      {hasLink ? <ByLink /> : <ByPassword me={me} />}
      <button type="button" className="btn q sm swap" {...ours} onClick={() => setHasLink(!hasLink)}>
        {say(hasLink ? 'withPassword' : 'noPassword')}
      </button>
      <p className="s2 dim">
        <a href={paths.signIn(location.pathname + location.search)} {...ours}>
          {say('signInPage')}
        </a>{' '}
        {say('signInPageText')}
      </p>
    </dialog>
  )
}

function ByPassword({ me: { user, tenant } }: { me: Me }) {
  const say = useSessionWords()
  const [password, setPassword] = useState('')
  const signIn = useAction((body: Schema<'SignIn'>, headers) => take(api.POST('/auth/sign-in', { body, headers })), {
    onDone: renewal.recognise,
  })
  const isWrong = signIn.error instanceof ApiError && signIn.error.problem.status === 401
  return (
    <Form
      isReady={password !== '' && !signIn.isPending}
      error={isWrong ? null : signIn.error}
      action={say('signIn')}
      onSubmit={() => signIn.run({ email: user.email, password, tenant_id: tenant.id })}
    >
      <p className="againwho">
        <b>{user.email}</b>
        <span className="mut">{say('who', { name: user.name, tenant: tenant.name })}</span>
      </p>
      {/* A password manager has to see whose password this is. */}
      <input type="email" autoComplete="username" value={user.email} readOnly hidden />
      <TextField
        {...ours}
        key="password"
        label={say('password')}
        error={isWrong ? say('wrong') : undefined}
        type="password"
        autoComplete="current-password"
        most={128}
        value={password}
        onChange={setPassword}
        isFirst
        isNeeded
      />
    </Form>
  )
}

function ByLink() {
  const say = useSessionWords()
  const [link, setLink] = useState('')
  const [isWrong, setWrong] = useState(false)
  const come = useAction((code: string, headers) => take(api.POST('/auth/link', { body: { code }, headers })), {
    onDone: renewal.recognise,
  })
  const submit = () => {
    const code = codeOf(link)
    setWrong(code === undefined)
    if (code !== undefined) come.run(code)
  }
  return (
    <Form isReady={link !== '' && !come.isPending} error={come.error} action={say('useLink')} onSubmit={submit}>
      <TextField
        {...ours}
        key="link"
        label={say('link')}
        hint={say('linkHint')}
        error={isWrong ? say('linkWrong') : undefined}
        value={link}
        onChange={setLink}
        isFirst
        isNeeded
      />
    </Form>
  )
}

type FormProps = { children: ReactNode; isReady: boolean; error: unknown; action: string; onSubmit: () => void }

function Form({ children, isReady, error, action, onSubmit }: FormProps) {
  const say = useSessionWords()
  return (
    <form
      onSubmit={(submitted: SubmitEvent) => {
        submitted.preventDefault()
        onSubmit()
      }}
    >
      {children}
      {Boolean(error) && <ErrorNote error={error} />}
      <div className="row acts">
        <button type="submit" className="btn pri" disabled={!isReady} {...ours}>
          {action}
        </button>
        <button type="button" className="btn" {...ours} onClick={renewal.decline}>
          {say('later')}
        </button>
      </div>
    </form>
  )
}
