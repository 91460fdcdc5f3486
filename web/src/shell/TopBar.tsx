import { Link, useRouterState } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { useEvent } from '../session/event.ts'
import { useSignOut } from '../session/session.ts'
import { Logo } from '../ui/Logo.tsx'
import { useLiveEvent } from './live-context.ts'
import { useShellWords } from './words.ts'

/** Where one is, whether it is live, and the way out. */
export function TopBar({ eventId }: { eventId: string | undefined }) {
  const say = useShellWords()
  const signOut = useSignOut()
  return (
    <header className="top">
      <Link className="mlogo" to={paths.events} aria-label="Allot">
        <Logo />
      </Link>
      <nav className="crumbs tr" aria-label={say('navigation')}>
        <Crumbs eventId={eventId} />
      </nav>
      <span className="grow" />
      {eventId !== undefined && <LiveDot />}
      <Link to={paths.mine} className="mine-link">
        {say('mine')}
      </Link>
      <button type="button" className="btn q sm" onClick={() => signOut.run('here')}>
        {say('signOut')}
      </button>
    </header>
  )
}

function Crumbs({ eventId }: { eventId: string | undefined }) {
  const say = useShellWords()
  const page = useRouterState({ select: ({ location }) => location.pathname.split('/').at(-1) ?? '' })
  const names: Record<string, string> = {
    approvals: say('approvals'),
    options: say('options'),
    registrations: say('registrations'),
    budget: say('budget'),
    audit: say('audit'),
    edit: say('eventSettings'),
    people: say('people'),
    'api-keys': say('apiKeys'),
    settings: say('settings'),
  }
  const here = names[page]
  if (eventId === undefined) return here === undefined ? <span>{say('events')}</span> : <span>{here}</span>
  return (
    <>
      <Link to={paths.events}>{say('events')}</Link> / <EventCrumb eventId={eventId} isHere={here === undefined} />
      {here !== undefined && <> / {here}</>}
    </>
  )
}

function EventCrumb({ eventId, isHere }: { eventId: string; isHere: boolean }) {
  const { data } = useEvent(eventId)
  const name = data?.name ?? '…'
  return isHere ? <span>{name}</span> : <Link to={paths.overview(eventId)}>{name}</Link>
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
