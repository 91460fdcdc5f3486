import { IconChevronLeft, IconInfoCircle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { useMineWords } from './words.ts'

/** Where one is, the way back, and the way to the event. */
export function MineBar({ title, slug }: { title: string; slug: string | undefined }) {
  const say = useMineWords()
  return (
    <header className="mbar">
      <Link className="rb2" to={paths.mine} aria-label={say('back')}>
        <IconChevronLeft className="ic l" aria-hidden />
      </Link>
      <b className="grow tr" title={title}>
        {title}
      </b>
      {slug !== undefined && (
        <Link className="rb2" to={paths.eventPage(slug)} aria-label={say('aboutEvent')} title={say('aboutEvent')}>
          <IconInfoCircle className="ic l" aria-hidden />
        </Link>
      )}
    </header>
  )
}
