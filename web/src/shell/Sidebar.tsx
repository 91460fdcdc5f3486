import {
  IconAdjustmentsHorizontal,
  IconAddressBook,
  IconCalendarEvent,
  IconChecks,
  IconCube3dSphere,
  IconHistory,
  IconKey,
  IconLayoutDashboard,
  IconSettings,
  IconUsers,
  IconWallet,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { paths } from '../paths.ts'
import { useEvent, useVariance } from '../session/event.ts'
import { useMay, useMe } from '../session/session.ts'
import { sayCount } from '../ui/format.ts'
import { Logo } from '../ui/Logo.tsx'
import { useLanguage } from '../words.ts'
import { useShellWords } from './words.ts'

type Icon = typeof IconSettings

/** The navigation at the left; a rail of icons on working screens. */
export function Sidebar({ isSlim, children }: { isSlim: boolean; children: ReactNode }) {
  const say = useShellWords()
  const me = useMe()
  const mayManage = useMay('tenant.manage')
  const mayReadTrail = useMay('ledger.read')
  const initials = initialsOf(me.user.name)
  return (
    <nav className="side" aria-label={say('navigation')}>
      <Link className="brand" to={paths.events} aria-label="Allot">
        <Logo />
        {!isSlim && 'Allot'}
      </Link>
      {!isSlim && <div className="tenant tr">{me.tenant.name}</div>}
      <NavItem to={paths.events} icon={IconCalendarEvent} label={say('events')} isSlim={isSlim} exact />
      {mayManage && <NavItem to={paths.people} icon={IconAddressBook} label={say('people')} isSlim={isSlim} />}
      {mayManage && <NavItem to={paths.apiKeys} icon={IconKey} label={say('apiKeys')} isSlim={isSlim} />}
      {mayReadTrail && <NavItem to={paths.audit} icon={IconHistory} label={say('audit')} isSlim={isSlim} exact />}
      {mayManage && <NavItem to={paths.settings} icon={IconSettings} label={say('settings')} isSlim={isSlim} />}
      {children}
      <Link className="me" to={paths.profile}>
        <span className="av" aria-hidden>
          {initials}
        </span>
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
  const say = useShellWords()
  const language = useLanguage()
  const { data: event } = useEvent(eventId)
  const canReadRegistrations = useMay('registration.read')
  const canManage = useMay('event.manage')
  const canDecide = useMay('registration.decide')
  return (
    <>
      {isSlim ? <hr className="rule" /> : <h4 className="tr">{event?.name ?? ' '}</h4>}
      {canReadRegistrations && (
        <NavItem
          to={paths.overview(eventId)}
          icon={IconLayoutDashboard}
          label={say('overview')}
          isSlim={isSlim}
          exact
        />
      )}
      {canDecide && canReadRegistrations && <ApprovalsItem eventId={eventId} isSlim={isSlim} />}
      <NavItem to={paths.options(eventId)} icon={IconCube3dSphere} label={say('options')} isSlim={isSlim} />
      {canReadRegistrations && (
        <>
          <RegistrationsItem eventId={eventId} isSlim={isSlim} language={language} />
          <NavItem to={paths.budget(eventId)} icon={IconWallet} label={say('budget')} isSlim={isSlim} />
          <NavItem to={paths.eventAudit(eventId)} icon={IconHistory} label={say('audit')} isSlim={isSlim} />
        </>
      )}
      {canManage && (
        <NavItem
          to={paths.studio(eventId)}
          icon={IconAdjustmentsHorizontal}
          label={say('eventSettings')}
          isSlim={isSlim}
        />
      )}
    </>
  )
}

function ApprovalsItem({ eventId, isSlim }: { eventId: string; isSlim: boolean }) {
  const say = useShellWords()
  const { data } = useVariance(eventId)
  return (
    <NavItem
      to={paths.approvals(eventId)}
      icon={IconChecks}
      label={say('approvals')}
      isSlim={isSlim}
      count={data?.pending_registrations_count}
    />
  )
}

function RegistrationsItem({ eventId, isSlim }: { eventId: string; isSlim: boolean; language: string }) {
  const say = useShellWords()
  const { data } = useVariance(eventId)
  const all =
    data &&
    data.pending_registrations_count +
      data.approved_registrations_count +
      data.rejected_registrations_count +
      data.cancelled_registrations_count
  return (
    <NavItem
      to={paths.registrations(eventId)}
      icon={IconUsers}
      label={say('registrations')}
      isSlim={isSlim}
      count={isSlim ? undefined : all}
    />
  )
}

type ItemProps = { to: string; icon: Icon; label: string; isSlim: boolean; exact?: boolean; count?: number | undefined }

function NavItem({ to, icon: Glyph, label, isSlim, exact = false, count }: ItemProps) {
  const language = useLanguage()
  const shown = count === undefined ? undefined : count > 9_999 ? '9,999+' : sayCount(count, language)
  return (
    <Link
      to={to}
      className="nav"
      activeOptions={{ exact }}
      activeProps={{ className: 'nav on', 'aria-current': 'page' }}
      title={isSlim ? label : undefined}
    >
      <Glyph className="ic" aria-hidden />
      {isSlim ? <span className="sr">{label}</span> : label}
      {shown !== undefined && count !== 0 && <span className={isSlim ? 'badge' : 'cnt'}>{shown}</span>}
    </Link>
  )
}

export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '')
  return letters.join('').toLocaleUpperCase()
}
