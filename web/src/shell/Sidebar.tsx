import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { paths } from '../paths.ts'
import { useEvent } from '../session/event.ts'
import { useMe } from '../session/session.ts'
import { sayCount } from '../ui/format.ts'
import { Logo } from '../ui/Logo.tsx'
import { useLanguage } from '../words.ts'
import { placeIcons } from './place-icons.ts'
import { placesOfEvent, placesOfTenant } from './places.ts'
import type { Place } from './places.ts'
import { useCounts } from './use-counts.ts'
import { useShellWords } from './words.ts'

/** The navigation at the left; a rail of icons on working screens. */
export function Sidebar({ isSlim, children }: { isSlim: boolean; children: ReactNode }) {
  const say = useShellWords()
  const me = useMe()
  return (
    <nav className="side" aria-label={say('navigation')}>
      <Link className="brand" to={paths.events} aria-label="Allot">
        <Logo />
        {!isSlim && 'Allot'}
      </Link>
      {!isSlim && <div className="tenant tr">{me.tenant.name}</div>}
      {placesOfTenant(me.permissions).map((place) => (
        <NavItem key={place.name} place={place} isSlim={isSlim} />
      ))}
      {children}
      <Link
        className="me"
        to={paths.profile}
        title={isSlim ? say('profile') : undefined}
        activeProps={{ 'aria-current': 'page' }}
      >
        <span className="av" aria-hidden>
          {initialsOf(me.user.name)}
        </span>
        <span className="sr">{say('profile')}: </span>
        {isSlim && <span className="sr">{me.user.name}</span>}
        {!isSlim && (
          <span className="grow">
            <b className="b tr">{me.user.name}</b>
            <br />
            <span className="mut">{say(me.user.role)}</span>
          </span>
        )}
      </Link>
    </nav>
  )
}

/** The pages of the open event. */
export function EventNav({ eventId, isSlim }: { eventId: string; isSlim: boolean }) {
  const { data: event } = useEvent(eventId)
  const { permissions } = useMe()
  const { pending, all, waiting } = useCounts(eventId)
  const counts: Partial<Record<Place['name'], number | undefined>> = {
    approvals: pending,
    // In the rail there is room for what waits, and for nothing else.
    registrations: isSlim ? undefined : all,
    waitlist: isSlim ? undefined : waiting,
  }
  return (
    <>
      {isSlim ? <hr className="rule" /> : <h4 className="tr">{event?.name ?? ' '}</h4>}
      {placesOfEvent(permissions, eventId).map((place) => (
        <NavItem key={place.name} place={place} isSlim={isSlim} count={counts[place.name]} />
      ))}
    </>
  )
}

type ItemProps = { place: Place; isSlim: boolean; count?: number | undefined }

function NavItem({ place: { name, path, isExact }, isSlim, count = 0 }: ItemProps) {
  const say = useShellWords()
  const language = useLanguage()
  const Glyph = placeIcons[name]
  const label = say(name)
  return (
    <Link
      to={path}
      className="nav"
      activeOptions={{ exact: isExact }}
      activeProps={{ className: 'nav on', 'aria-current': 'page' }}
      title={isSlim ? label : undefined}
    >
      <Glyph className="ic" aria-hidden />
      {isSlim ? <span className="sr">{label}</span> : label}
      {count > 0 && <span className={isSlim ? 'badge' : 'cnt'}>{sayBadge(count, language)}</span>}
    </Link>
  )
}

export function sayBadge(count: number, language: string): string {
  return count > 9_999 ? '9,999+' : sayCount(count, language)
}

export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '')
  return letters.join('').toLocaleUpperCase()
}
