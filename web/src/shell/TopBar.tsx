import { IconSearch } from '@tabler/icons-react'
import { Link, useRouterState } from '@tanstack/react-router'
import { Fragment } from 'react'
import { paths } from '../paths.ts'
import { useEvent } from '../session/event.ts'
import { useSignOut } from '../session/session.ts'
import { Bell } from './Bell.tsx'
import { Logo } from '../ui/Logo.tsx'
import { sayKey } from '../ui/say-key.ts'
import { useLanguage } from '../words.ts'
import { useLiveEvent } from './live-context.ts'
import { useOpeners } from './openers.ts'
import { crumbsOf } from './places.ts'
import type { Crumb } from './places.ts'
import { preloadFind } from './preload.ts'
import { useShellWords } from './words.ts'

/** Where one is, whether it is live, the way to find anything, and the way out. */
export function TopBar({ eventId }: { eventId: string | undefined }) {
  const say = useShellWords()
  const language = useLanguage()
  const { find } = useOpeners()
  const signOut = useSignOut()
  return (
    <header className="top">
      <Link className="mlogo" to={paths.events} aria-label="Allot">
        <Logo />
      </Link>
      <nav className="crumbs tr" aria-label={say('crumbs')}>
        <Crumbs eventId={eventId} />
      </nav>
      <span className="grow" />
      {eventId !== undefined && <LiveDot />}
      <button
        type="button"
        className="inp find"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onPointerEnter={preloadFind}
        onFocus={preloadFind}
        onClick={find}
      >
        <IconSearch className="ic" aria-hidden />
        <span className="grow tr what">{say('find')}</span>
        <span className="kbd" aria-hidden>
          {sayKey('mod+k', language)}
        </span>
      </button>
      <Bell to={paths.inbox} />
      <Link to={paths.mine} className="mine-link">
        {say('mine')}
      </Link>
      <button
        type="button"
        className="btn q sm out"
        disabled={signOut.isPending}
        title={signOut.error?.message}
        onClick={() => signOut.run('here')}
      >
        {say('signOut')}
      </button>
    </header>
  )
}

function Crumbs({ eventId }: { eventId: string | undefined }) {
  const at = useRouterState({ select: ({ location }) => location.pathname.replace(/(.)\/$/, '$1') })
  const crumbs = crumbsOf(at, eventId)
  return crumbs.map((crumb, index) => {
    const isLast = index === crumbs.length - 1
    return (
      <Fragment key={crumb.says}>
        {index > 0 && (
          <span className="dim" aria-hidden>
            {' / '}
          </span>
        )}
        {isLast ? (
          <span aria-current="page">
            <CrumbName crumb={crumb} eventId={eventId} />
          </span>
        ) : (
          <Link to={crumb.path}>
            <CrumbName crumb={crumb} eventId={eventId} />
          </Link>
        )}
      </Fragment>
    )
  })
}

function CrumbName({ crumb: { says }, eventId = '' }: { crumb: Crumb; eventId: string | undefined }) {
  const say = useShellWords()
  return says === 'event' ? <EventName eventId={eventId} /> : say(says)
}

function EventName({ eventId }: { eventId: string }) {
  const { data } = useEvent(eventId)
  return data?.name ?? '…'
}

/** Says whether the page keeps itself up to date, in a word beside the dot. */
export function LiveDot() {
  const say = useShellWords()
  const { state } = useLiveEvent()
  return (
    <span className={state === 'live' ? 'live' : 'live off'} role="status">
      <i aria-hidden />
      {say(state)}
    </span>
  )
}
