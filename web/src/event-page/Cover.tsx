import { IconChevronLeft, IconShare2 } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { paths } from '../paths.ts'
import { Bell } from '../shell/Bell.tsx'
import { FieldArt } from '../ui/FieldArt.tsx'
import type { Event } from './choice.ts'
import { useEventPageWords } from './words.ts'

/** The picture drawn from the event's id, the way back, and the link to hand on. */
export function Cover({ event }: { event: Event }) {
  const say = useEventPageWords()
  const [isCopied, setCopied] = useState(false)
  const share = async () => {
    const url = location.origin + paths.eventPage(event.slug)
    try {
      if (typeof navigator.share === 'function') {
        await navigator.share({ title: event.name, url })
        return
      }
      await navigator.clipboard.writeText(url)
      setCopied(true)
    } catch {
      // Closing the share sheet is an answer, too.
    }
  }
  return (
    <header className="cover">
      <FieldArt seed={event.id} width={520} height={168} />
      <div className="cvb">
        <Link className="rb" to={paths.mine} aria-label={say('back')}>
          <IconChevronLeft className="ic l" aria-hidden />
        </Link>
        <span className="row">
          <span className={isCopied ? 'copied' : 'sr'} role="status">
            {isCopied ? say('shared') : ''}
          </span>
          <Bell to={paths.myInbox} />
          <button type="button" className="rb bare" aria-label={say('share')} onClick={() => void share()}>
            <IconShare2 className="ic l" aria-hidden />
          </button>
        </span>
      </div>
    </header>
  )
}
