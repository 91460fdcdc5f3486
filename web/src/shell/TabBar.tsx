import { IconDots } from '@tabler/icons-react'
import { Link, useRouterState } from '@tanstack/react-router'
import { Suspense, lazy, useState } from 'react'
import { useMe } from '../session/session.ts'
import { useLanguage } from '../words.ts'
import { sayBadge } from './Sidebar.tsx'
import { placeIcons } from './place-icons.ts'
import { isHere, placesOfTabs } from './places.ts'
import type { PlaceName } from './places.ts'
import { loadMore } from './preload.ts'
import { useCounts } from './use-counts.ts'
import { useShellWords } from './words.ts'

const MoreSheet = lazy(() => loadMore().then(({ MoreSheet }) => ({ default: MoreSheet })))

/** Short, where five stand side by side. */
const shortNames = { options: 'optionsTab', budget: 'budgetTab', mine: 'mineTab' } as const
const nameOf = (name: PlaceName) => (name in shortNames ? shortNames[name as keyof typeof shortNames] : name)

/** The navigation on a phone: at most five, at the bottom, where a thumb is; the last opens all the rest. */
export function TabBar({ eventId }: { eventId: string | undefined }) {
  const say = useShellWords()
  const language = useLanguage()
  const { permissions } = useMe()
  const { pending = 0 } = useCounts(eventId)
  const at = useRouterState({ select: ({ location }) => location.pathname })
  const [isOpen, setOpen] = useState(false)
  const tabs = placesOfTabs(permissions, eventId)
  const isElsewhere = !tabs.some((place) => isHere(place, at))
  return (
    <nav className="tabbar" aria-label={say('tabs')}>
      {tabs.map((place) => {
        const Glyph = placeIcons[place.name]
        return (
          <Link
            key={place.name}
            to={place.path}
            activeOptions={{ exact: place.isExact }}
            activeProps={{ className: 'on', 'aria-current': 'page' }}
          >
            <Glyph className="ic l" aria-hidden />
            <span className="tr">{say(nameOf(place.name))}</span>
            {place.name === 'approvals' && pending > 0 && <b>{sayBadge(pending, language)}</b>}
          </Link>
        )
      })}
      <button
        type="button"
        className={isElsewhere ? 'on' : undefined}
        aria-current={isElsewhere ? 'true' : undefined}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        <IconDots className="ic l" aria-hidden />
        <span className="tr">{say('more')}</span>
      </button>
      {isOpen && (
        <Suspense>
          <MoreSheet eventId={eventId} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </nav>
  )
}
