import { useQueryClient } from '@tanstack/react-query'
import { Suspense, lazy, useEffect, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import { isSignedOut, renewal } from '../api.ts'
import { paths } from '../paths.ts'
import { useForget } from './session.ts'

const SignInAgain = lazy(() => import('./SignInAgain.tsx').then(({ SignInAgain }) => ({ default: SignInAgain })))

/** Stands over every page: asks whose session ended to come in again, and shows somebody else nothing of it. */
export function SessionGuard({ children }: { children: ReactNode }) {
  const state = useSyncExternalStore(renewal.subscribe, renewal.get)
  const client = useQueryClient()
  const forget = useForget()
  const isAnother = state.kind === 'another'
  useEffect(() => {
    if (!isAnother) return
    forget()
    location.replace(paths.home)
  }, [isAnother, forget])
  useEffect(() => {
    // What was refused while nobody was in is asked for again.
    if (state.renewals > 0) void client.invalidateQueries({ predicate: ({ state: { error } }) => isSignedOut(error) })
  }, [client, state.renewals])
  useEffect(() => {
    // The browser may keep a page that was left, for its way back: nobody is in it.
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      if (persisted && renewal.get().kind === 'left') location.reload()
    }
    addEventListener('pageshow', comeBack)
    return () => removeEventListener('pageshow', comeBack)
  }, [])
  if (isAnother || state.kind === 'left') return null
  return (
    <>
      {children}
      {state.kind === 'asking' && (
        <Suspense>
          <SignInAgain me={state.me} />
        </Suspense>
      )}
    </>
  )
}
