import {
  IconCalendarEvent,
  IconChecks,
  IconCube3dSphere,
  IconLayoutDashboard,
  IconUsers,
  IconWallet,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { useMay } from '../session/session.ts'
import { useShellWords } from './words.ts'

/** The navigation on a phone: at most five, at the bottom, where a thumb is. */
export function TabBar({ eventId }: { eventId: string | undefined }) {
  const say = useShellWords()
  const canRead = useMay('registration.read')
  const items =
    eventId === undefined || !canRead
      ? [
          { to: paths.events, icon: IconCalendarEvent, label: say('events') },
          { to: paths.mine, icon: IconUsers, label: say('mine') },
        ]
      : [
          { to: paths.overview(eventId), icon: IconLayoutDashboard, label: say('overview') },
          { to: paths.approvals(eventId), icon: IconChecks, label: say('approvals') },
          { to: paths.options(eventId), icon: IconCube3dSphere, label: say('options') },
          { to: paths.budget(eventId), icon: IconWallet, label: say('budget') },
          { to: paths.registrations(eventId), icon: IconUsers, label: say('registrations') },
        ]
  return (
    <nav className="tabbar" aria-label={say('navigation')}>
      {items.map(({ to, icon: Glyph, label }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: true }}
          activeProps={{ className: 'on', 'aria-current': 'page' }}
        >
          <Glyph className="ic l" aria-hidden />
          <span className="tr">{label}</span>
        </Link>
      ))}
    </nav>
  )
}
