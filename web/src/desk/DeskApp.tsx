import { useEffect, useState } from 'react'
import { useTheme } from '../session/theme.ts'
import { ErrorNote, Note } from '../ui/Notes.tsx'
import { ChooseDesk } from './ChooseDesk.tsx'
import { Plain, Welcome } from './Welcome.tsx'
import { Work } from './Work.tsx'
import { StillUnsent, enrolHere, openDesk, workAsPerson } from './open-desk.ts'
import type { Opened } from './open-desk.ts'
import { forgetDesk } from './storage.ts'
import { useDeskWords } from './words.ts'

type View = { kind: 'opening' | 'choosing' } | { kind: 'failed'; code: string; error: unknown } | Opened

/** The page of a desk: whose it is, and how it becomes one. */
export function DeskApp() {
  const say = useDeskWords()
  useTheme()
  const [view, setView] = useState<View>({ kind: 'opening' })
  useEffect(() => {
    const open = () => void openDesk().then(setView)
    open()
    // Another code scanned into the open page: the tablet is to stand at another desk.
    addEventListener('hashchange', open)
    return () => removeEventListener('hashchange', open)
  }, [])
  const code = view.kind === 'code' ? view.code : undefined
  useEffect(() => {
    if (code === undefined) return
    enrolHere(code).then(setView, (error: unknown) => setView({ kind: 'failed', code, error }))
  }, [code])
  const leave = (isTablet: boolean) => {
    const forgotten = isTablet ? forgetDesk() : Promise.resolve()
    void forgotten.then(() => setView({ kind: 'nowhere' }))
  }

  switch (view.kind) {
    case 'opening':
      return <div className="desk" aria-busy="true" />
    case 'working':
      return <Work desk={view.desk} isTablet={view.isTablet} onLeave={() => leave(view.isTablet)} />
    case 'choosing':
      return <ChooseDesk onChoose={({ event, desk }) => setView(workAsPerson(event, desk))} />
    case 'nowhere':
      return (
        <Welcome
          onCode={(typed) => setView({ kind: 'code', code: typed })}
          onSession={() => setView({ kind: 'choosing' })}
        />
      )
    case 'code':
      return <Plain title={say('enrolling')} />
    case 'failed':
      return (
        <Failed view={view} onRetry={() => setView({ kind: 'code', code: view.code })} onBack={() => leave(false)} />
      )
    case 'elsewhere':
      return <Plain title={say('elsewhere')}>{say('elsewhereText')}</Plain>
    case 'noStorage':
      return <Plain title={say('noStorage')}>{say('noStorageText')}</Plain>
  }
}

type FailedProps = { view: { error: unknown }; onRetry: () => void; onBack: () => void }

function Failed({ view: { error }, onRetry, onBack }: FailedProps) {
  const say = useDeskWords()
  return (
    <Plain title={say('enrolFailed')}>
      {error instanceof StillUnsent ? (
        <Note kind="bad">{say('stillUnsent')}</Note>
      ) : (
        <ErrorNote error={error} onRetry={onRetry} />
      )}
      <button type="button" className="btn lg" onClick={onBack}>
        {say('back')}
      </button>
    </Plain>
  )
}
