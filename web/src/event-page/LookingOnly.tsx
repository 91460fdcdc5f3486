import { Link } from '@tanstack/react-router'
import type { Registration } from '../mine/my-registrations.ts'
import { isLive } from '../mine/my-registrations.ts'
import { paths } from '../paths.ts'
import { Note } from '../ui/Notes.tsx'
import { sayMoment } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { Facts } from './Facts.tsx'
import { OptionGroups } from './OptionGroups.tsx'
import type { Event, Opening } from './choice.ts'
import { useEventPageWords } from './words.ts'

type Props = { event: Event; opening: Opening; mine: Registration[]; mayAsk: boolean }

/** Before it opens, after it closed, archived, or for a role that does not ask: the same page, without choosing. */
export function LookingOnly({ event, opening, mine, mayAsk }: Props) {
  const say = useEventPageWords()
  const reason = useReason(event, opening)
  const hasLive = mine.some(isLive)
  return (
    <>
      <main className="mm">
        <Facts event={event} opening={opening} />
        <Note kind="wrn">{mayAsk ? reason : say('viewOnly')}</Note>
        <OptionGroups event={event} mine={mine} choosing={undefined} />
      </main>
      {hasLive && (
        <footer className="sticky">
          <Link className="btn lg full" to={paths.mine}>
            {say('seeMine')}
          </Link>
        </footer>
      )}
    </>
  )
}

function useReason(event: Event, opening: Opening): string {
  const say = useEventPageWords()
  const language = useLanguage()
  switch (opening.kind) {
    case 'before':
      return say('beforeNote', { when: sayMoment(opening.from, event.timezone, language) })
    case 'over':
      return say('overNote', { when: sayMoment(opening.at, event.timezone, language) })
    case 'archived':
      return say('archivedNote')
    case 'draft':
      return say('draftNote')
    case 'open':
      return ''
  }
}
