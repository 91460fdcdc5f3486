import { useState } from 'react'
import type { ReactNode } from 'react'
import { paths } from '../paths.ts'
import { Logo } from '../ui/Logo.tsx'
import { readEnrolmentCode } from './enrol.ts'
import { useDeskWords } from './words.ts'

type Props = { onCode: (code: string) => void; onSession: () => void }

/** A tablet that stands nowhere yet, and how that is changed. */
export function Welcome({ onCode, onSession }: Props) {
  const say = useDeskWords()
  const [text, setText] = useState('')
  const [isWrong, setWrong] = useState(false)
  return (
    <Plain title={say('welcome')}>
      <p>{say('welcomeText')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const code = readEnrolmentCode(text)
          setWrong(code === undefined)
          if (code !== undefined) onCode(code)
        }}
      >
        <label htmlFor="link">{say('link')}</label>
        <input
          id="link"
          className={isWrong ? 'inp tall err' : 'inp tall'}
          autoComplete="off"
          spellCheck={false}
          value={text}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? 'linkwrong' : undefined}
          onChange={({ target }) => setText(target.value)}
        />
        {isWrong && (
          <p id="linkwrong" className="neg" role="alert">
            {say('linkWrong')}
          </p>
        )}
        <button type="submit" className="btn pri lg full">
          {say('enrol')}
        </button>
      </form>
      <p className="mut">{say('orSession')}</p>
      <div className="row">
        <button type="button" className="btn lg grow" onClick={onSession}>
          {say('chooseDesk')}
        </button>
        <a className="btn lg grow" href={paths.signIn(paths.desk)}>
          {say('signIn')}
        </a>
      </div>
    </Plain>
  )
}

/** A page of the desk that is only to be read. */
export function Plain({ title, children }: { title: string; children?: ReactNode }) {
  const say = useDeskWords()
  return (
    <div className="desk">
      <header className="dtop">
        <b>
          <Logo size={20} /> {say('title')}
        </b>
      </header>
      <main className="dplain">
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  )
}
