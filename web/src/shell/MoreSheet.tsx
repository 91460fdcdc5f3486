import './more-sheet.css'
import { Drawer } from '@mantine/core'
import { IconChevronRight, IconLogout } from '@tabler/icons-react'
import { Link, useRouterState } from '@tanstack/react-router'
import { useEvent } from '../session/event.ts'
import { useProfileChoice } from '../session/profile.ts'
import { useMe, useSignOut } from '../session/session.ts'
import { themes } from '../session/theme.ts'
import type { Theme } from '../session/theme.ts'
import { ErrorNote } from '../ui/Notes.tsx'
import { languages } from '../words.ts'
import type { Language } from '../words.ts'
import { initialsOf } from './Sidebar.tsx'
import { placeIcons } from './place-icons.ts'
import { isHere, placesOfEvent, placesOfMine, placesOfTabs, placesOfTenant } from './places.ts'
import type { Place } from './places.ts'
import { useShellWords } from './words.ts'

type Props = { eventId: string | undefined; onClose: () => void }

/** On a phone: every page that has no tab, how the screens look, and the way out. */
export function MoreSheet({ eventId, onClose }: Props) {
  const say = useShellWords()
  const { user, tenant, permissions } = useMe()
  const { data: event } = useEvent(eventId)
  const tabs = placesOfTabs(permissions, eventId).map(({ name }) => name)
  const rest = (places: Place[]) => places.filter(({ name }) => !tabs.includes(name))
  const signOut = useSignOut()
  return (
    <Drawer
      opened
      onClose={onClose}
      position="bottom"
      size="auto"
      title={say('more')}
      closeButtonProps={{ 'aria-label': say('close') }}
      classNames={{ content: 'moresheet', title: 'moretitle' }}
    >
      <Places label={event?.name ?? '…'} places={rest(placesOfEvent(permissions, eventId))} onClose={onClose} />
      <Places label={tenant.name} places={rest(placesOfTenant(permissions))} onClose={onClose} />
      <Places label={say('you')} places={rest(placesOfMine(permissions))} onClose={onClose} />
      <Looks />
      <div className="row whoami">
        <span className="av" aria-hidden>
          {initialsOf(user.name)}
        </span>
        <span className="grow">
          <b>{user.name}</b>
          <br />
          <span className="mut">{say(user.role)}</span>
        </span>
        <button type="button" className="btn" disabled={signOut.isPending} onClick={() => signOut.run('here')}>
          <IconLogout className="ic" aria-hidden />
          {say('signOut')}
        </button>
      </div>
      {signOut.error && <ErrorNote error={signOut.error} onRetry={() => signOut.run('here')} />}
    </Drawer>
  )
}

function Places({ label, places, onClose }: { label: string; places: Place[]; onClose: () => void }) {
  const say = useShellWords()
  const at = useRouterState({ select: ({ location }) => location.pathname })
  if (places.length === 0) return null
  return (
    <section>
      <h3 className="tr">{label}</h3>
      <ul>
        {places.map((place) => {
          const Glyph = placeIcons[place.name]
          const content = (
            <>
              <Glyph className="ic l" aria-hidden />
              <span className="grow">{say(place.name)}</span>
              <IconChevronRight className="ic dim" aria-hidden />
            </>
          )
          const isOn = isHere(place, at)
          return (
            <li key={place.name}>
              {place.name === 'apiDocs' ? (
                <a href={place.path}>{content}</a>
              ) : (
                <Link
                  to={place.path}
                  className={isOn ? 'on' : undefined}
                  aria-current={isOn ? 'page' : undefined}
                  onClick={onClose}
                >
                  {content}
                </Link>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const themeWords = { auto: 'themeAuto', light: 'themeLight', dark: 'themeDark' } as const

function Looks() {
  const say = useShellWords()
  const { profile, choose, error } = useProfileChoice()
  return (
    <>
      <div className="looks">
        <label>
          {say('language')}
          <select
            value={profile.language ?? ''}
            onChange={({ target }) => choose({ language: target.value === '' ? null : (target.value as Language) })}
          >
            <option value="">{say('browserLanguage')}</option>
            {Object.entries(languages).map(([key, name]) => (
              <option key={key} value={key} lang={key}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say('theme')}
          <select value={profile.theme} onChange={({ target }) => choose({ theme: target.value as Theme })}>
            {themes.map((key) => (
              <option key={key} value={key}>
                {say(themeWords[key])}
              </option>
            ))}
          </select>
        </label>
      </div>
      {error && <ErrorNote error={error} />}
    </>
  )
}
