import { IconChevronLeft, IconInfoCircle } from '@tabler/icons-react'
import { Link, useRouterState } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { Bell } from '../shell/Bell.tsx'
import { useMineWords } from './words.ts'

/** Where one is, the way back, and the way to the event. */
export function MineBar({ title, slug }: { title: string; slug: string | undefined }) {
  const say = useMineWords()
  const at = useRouterState({ select: ({ location }) => location.pathname })
  return (
    <header className="mbar">
      <Link className="rb2" to={paths.mine} aria-label={say('back')}>
        <IconChevronLeft className="ic l" aria-hidden />
      </Link>
      <b className="grow tr" title={title}>
        {title}
      </b>
      {at !== paths.myInbox && <Bell to={paths.myInbox} />}
      {slug !== undefined && (
        <Link className="rb2" to={paths.eventPage(slug)} aria-label={say('aboutEvent')} title={say('aboutEvent')}>
          <IconInfoCircle className="ic l" aria-hidden />
        </Link>
      )}
    </header>
  )
}
