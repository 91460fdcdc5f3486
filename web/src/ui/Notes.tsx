import { useState, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import { ApiError, Unreachable, renewal } from '../api.ts'
import { defineWords } from '../words.ts'

const useWords = defineWords('notes', {
  en: {
    unreachable: 'The server did not answer. Nothing is lost; trying again is safe.',
    broken: 'Something went wrong on our side. Trying again is safe.',
    retry: 'Try again',
    ended: 'You are signed out. What you typed is still here.',
    signIn: 'Sign in again',
    requestId: 'Copy the request id',
    copied: 'Copied',
    offline: 'You are offline. Figures are as of {{time}}; changing things waits until you are back.',
  },
  de: {
    unreachable: 'Der Server hat nicht geantwortet. Nichts ist verloren; noch einmal zu versuchen ist sicher.',
    broken: 'Bei uns ist etwas schiefgegangen. Noch einmal zu versuchen ist sicher.',
    retry: 'Noch einmal versuchen',
    ended: 'Du bist abgemeldet. Was du getippt hast, ist noch da.',
    signIn: 'Wieder anmelden',
    requestId: 'Kennung der Anfrage kopieren',
    copied: 'Kopiert',
    offline: 'Du bist offline. Die Zahlen sind von {{time}}; ändern lässt sich etwas, sobald du wieder online bist.',
  },
})

/** A note in place: `bad` for what was refused, `wrn` for what needs a look, plain for the rest. */
export function Note({ kind, children, actions }: { kind?: 'bad' | 'wrn'; children: ReactNode; actions?: ReactNode }) {
  return (
    <div className={`note ${kind ?? ''}`} role={kind === 'bad' ? 'alert' : 'status'}>
      <div className="grow">{children}</div>
      {actions}
    </div>
  )
}

/** What went wrong, in place, with what is still true, and a way on. */
export function ErrorNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const say = useWords()
  const [isCopied, setCopied] = useState(false)
  const session = useSyncExternalStore(renewal.subscribe, renewal.get)
  const isRefusal = error instanceof ApiError && error.problem.status < 500
  // What is not there, or not for them, is not there the second time either.
  const isFinal = error instanceof ApiError && (error.problem.status === 403 || error.problem.status === 404)
  const text = isRefusal ? error.problem.detail : say(error instanceof Unreachable ? 'unreachable' : 'broken')
  const requestId = error instanceof ApiError ? error.problem.request_id : undefined
  if (session.kind === 'declined' && error instanceof ApiError && error.problem.status === 401) {
    const comeBack = () => void renewal.renew(true).then((outcome) => outcome !== 'ended' && onRetry?.())
    return (
      <Note
        kind="wrn"
        actions={
          <button type="button" className="btn sm" onClick={comeBack}>
            {say('signIn')}
          </button>
        }
      >
        {say('ended')}
      </Note>
    )
  }
  return (
    <Note
      kind="bad"
      actions={
        <span className="row">
          {requestId !== undefined && !isRefusal && (
            <button
              type="button"
              className="btn sm"
              onClick={() => void navigator.clipboard.writeText(requestId).then(() => setCopied(true))}
            >
              {say(isCopied ? 'copied' : 'requestId')}
            </button>
          )}
          {onRetry && !isFinal && (
            <button type="button" className="btn sm" onClick={onRetry}>
              {say('retry')}
            </button>
          )}
        </span>
      }
    >
      {text}
    </Note>
  )
}

/** Nothing there yet: one sentence, one thing to press. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p>{children}</p>
      {action}
    </div>
  )
}

/** At the top of the page while there is no network. */
export function OfflineBanner({ asOf }: { asOf: string }) {
  const say = useWords()
  return (
    <div className="note wrn" role="status">
      {say('offline', { time: asOf })}
    </div>
  )
}

/** Keeps the layout while text is on its way. */
export function Skeleton({ width = '100%', height = 14 }: { width?: number | string; height?: number }) {
  return <span className="skel" style={{ width, height }} aria-hidden />
}
