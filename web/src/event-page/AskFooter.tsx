import { Link } from '@tanstack/react-router'
import type { Slot } from '../mine/slots.ts'
import { sayStart } from '../mine/slots.ts'
import { paths } from '../paths.ts'
import { sayTime } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import type { Event, Option } from './choice.ts'
import { useEventPageWords } from './words.ts'

type Props = {
  event: Event
  askable: readonly Option[]
  slot: Slot | undefined
  ownTime: string
  lacksSlot: boolean
  isOnline: boolean
  isAsking: boolean
  asked: number
  refused: number
  /** Whether an answer got lost: then nobody knows whether it was asked for. */
  isUnknown: boolean
  /** Whether anything can still be chosen at all. */
  canChoose: boolean
  /** Whether a track and a gift can still be chosen, one of each. */
  isOneEach: boolean
  hasMine: boolean
  onAsk: () => void
}

/** The choice so far, and asking for it: always in sight. */
export function AskFooter(props: Props) {
  const { askable, isOneEach, isOnline, isAsking, canChoose, hasMine, onAsk } = props
  const say = useEventPageWords()
  const second = useSecondLine(props)
  if (!canChoose && askable.length === 0) {
    return hasMine ? (
      <footer className="sticky">
        <Link className="btn lg full" to={paths.mine}>
          {say('seeMine')}
        </Link>
      </footer>
    ) : null
  }
  const names = askable.map(({ option_name }) => option_name).join(', ')
  const empty = say(isOneEach ? 'chooseOneEach' : 'choose')
  return (
    <footer className="sticky">
      <div className="grow s3" role="status">
        {names === '' ? <span className="mut">{empty}</span> : <b className="two-lines">{names}</b>}
        {second !== '' && (
          <>
            <br />
            <span className="mut two-lines">{second}</span>
          </>
        )}
      </div>
      <button
        type="button"
        className="btn pri lg"
        disabled={askable.length === 0 || isAsking || !isOnline}
        aria-busy={isAsking}
        onClick={onAsk}
      >
        {isAsking ? say('asking') : say('ask', { count: Math.max(1, askable.length) })}
      </button>
    </footer>
  )
}

function useSecondLine({
  event,
  askable,
  slot,
  ownTime,
  lacksSlot,
  isOnline,
  isAsking,
  asked,
  refused,
  isUnknown,
}: Props): string {
  const say = useEventPageWords()
  const language = useLanguage()
  if (!isOnline) return say('offline')
  if (!isAsking && isUnknown) return say('unknown')
  if (!isAsking && refused > 0) return asked > 0 ? say('someAsked', { count: asked }) : say('noneAsked')
  if (askable.length === 0) return ''
  if (lacksSlot) return say('chooseTimeFor')
  if (slot === undefined) return ownTime
  const place = slot.location === null ? '' : `${slot.location}, `
  const from = sayStart(slot, event.timezone, language)
  if (slot.starts_at === null || slot.ends_at === null) return place + from
  return say('chosenRange', { place, from, to: sayTime(slot.ends_at, event.timezone, language) })
}
