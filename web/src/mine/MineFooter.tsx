import { Link } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { useMay, useSignOut } from '../session/session.ts'
import { chooseTheme, themes, useChosenTheme } from '../session/theme.ts'
import type { Theme } from '../session/theme.ts'
import { ErrorNote } from '../ui/Notes.tsx'
import { languages, speak, useLanguage } from '../words.ts'
import type { Language } from '../words.ts'
import { useMineWords } from './words.ts'

const themeWords = { auto: 'themeAuto', light: 'themeLight', dark: 'themeDark' } as const

/** How the page speaks and looks, and the way out. */
export function MineFooter() {
  const say = useMineWords()
  const language = useLanguage()
  const theme = useChosenTheme()
  const mayOrganise = useMay('registration.read')
  const signOut = useSignOut()
  return (
    <footer className="mfoot">
      <label>
        <span className="sr">{say('language')}</span>
        <select value={language} onChange={({ target }) => speak(target.value as Language)}>
          {Object.entries(languages).map(([key, name]) => (
            <option key={key} value={key} lang={key}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="sr">{say('theme')}</span>
        <select value={theme} onChange={({ target }) => chooseTheme(target.value as Theme)}>
          {themes.map((key) => (
            <option key={key} value={key}>
              {say(themeWords[key])}
            </option>
          ))}
        </select>
      </label>
      <span className="row push">
        {mayOrganise && <Link to={paths.events}>{say('organise')}</Link>}
        <button type="button" className="btn q" disabled={signOut.isPending} onClick={() => signOut.run('here')}>
          {say('signOut')}
        </button>
      </span>
      {signOut.error && <ErrorNote error={signOut.error} onRetry={() => signOut.run('here')} />}
    </footer>
  )
}
