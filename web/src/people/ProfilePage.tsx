import peopleSheet from './people.css?inline'
import { useSheets } from '../ui/use-sheets.ts'
import { IconCheck } from '@tabler/icons-react'
import { NoticeChoices } from '../notifications/NoticeChoices.tsx'
import { useProfileChoice } from '../session/profile.ts'
import { useMe, useSignOut } from '../session/session.ts'
import { themes } from '../session/theme.ts'
import { ErrorNote } from '../ui/Notes.tsx'
import { languages } from '../words.ts'
import type { Language } from '../words.ts'
import { PasswordForm } from './PasswordForm.tsx'
import { usePeopleWords } from './words.ts'

/** Who I am, how I like it, and the ways out. */
export function ProfilePage() {
  useSheets(peopleSheet)
  const say = usePeopleWords()
  const { user, tenant, permissions } = useMe()
  return (
    <div className="ppl">
      <header className="hd">
        <h1>{say('profileTitle')}</h1>
      </header>
      <section>
        <h2>{say('whoAmI')}</h2>
        <dl className="who">
          <dt>{say('name')}</dt>
          <dd>{user.name}</dd>
          <dt>{say('email')}</dt>
          <dd>{user.email}</dd>
          <dt>{say('role')}</dt>
          <dd>
            {say(user.role)}, {tenant.name}
          </dd>
          {user.department !== null && (
            <>
              <dt>{say('department')}</dt>
              <dd>{user.department}</dd>
            </>
          )}
        </dl>
      </section>
      <Looks />
      <NoticeChoices />
      <section>
        <h2>{say('password')}</h2>
        <PasswordForm />
      </section>
      <Sessions />
      <section>
        <h2>{say('mayTitle')}</h2>
        <ul className="maylist">
          {permissions.map((permission) => (
            <li key={permission}>
              <IconCheck className="ic okc" aria-hidden />
              {isKnown(permission) ? say(permission) : permission}
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

const permissionWords = [
  'tenant.manage',
  'event.manage',
  'event.read',
  'registration.read',
  'registration.decide',
  'registration.own',
  'ledger.read',
  'collection.collect',
  'self.read',
] as const

function isKnown(permission: string): permission is (typeof permissionWords)[number] {
  return (permissionWords as readonly string[]).includes(permission)
}

/** Kept with the person, so that it is the same on every device; shown at once. */
function Looks() {
  const say = usePeopleWords()
  const { profile, choose, error } = useProfileChoice()
  return (
    <section>
      <h2>{say('looks')}</h2>
      <div className="set">
        <fieldset className="choices">
          <legend>{say('language')}</legend>
          {[null, ...(Object.keys(languages) as Language[])].map((language) => (
            <label key={language ?? 'browser'}>
              <input
                type="radio"
                name="language"
                checked={profile.language === language}
                onChange={() => choose({ language })}
              />
              {language === null ? say('browserLanguage') : <span lang={language}>{languages[language]}</span>}
            </label>
          ))}
        </fieldset>
        <fieldset className="choices">
          <legend>{say('theme')}</legend>
          {themes.map((theme) => (
            <label key={theme}>
              <input type="radio" name="theme" checked={profile.theme === theme} onChange={() => choose({ theme })} />
              {say(theme)}
            </label>
          ))}
        </fieldset>
        <div className="choices">
          <label>
            <input
              type="checkbox"
              checked={profile.single_letter_keys}
              onChange={({ target }) => choose({ single_letter_keys: target.checked })}
            />
            <span>
              {say('letters')}
              <small>{say('lettersText')}</small>
            </span>
          </label>
        </div>
        {error && <ErrorNote error={error} />}
      </div>
    </section>
  )
}

function Sessions() {
  const say = usePeopleWords()
  const signOut = useSignOut()
  return (
    <section>
      <h2>{say('sessions')}</h2>
      <div className="set">
        <div className="row">
          <button type="button" className="btn" disabled={signOut.isPending} onClick={() => signOut.run('here')}>
            {say('signOut')}
          </button>
          <button
            type="button"
            className="btn dng"
            disabled={signOut.isPending}
            onClick={() => signOut.run('everywhere')}
          >
            {say('signOutAll')}
          </button>
        </div>
        <p className="s2 dim">{say('signOutAllText')}</p>
        {signOut.error && <ErrorNote error={signOut.error} />}
      </div>
    </section>
  )
}
