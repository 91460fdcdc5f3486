import { sayTimeExactly } from '../ui/format.ts'
import { Mark } from '../ui/StatusMark.tsx'
import type { Answer } from './answer.ts'
import type { DeskState } from './desk.ts'
import { useDeskWords } from './words.ts'

type Props = { answer: Answer; state: DeskState; language: string; onUndo: (answer: Answer) => void }

/** Who was served last, for as long as it may be a mistake. */
export function LastOne({ answer, state: { kept }, language, onUndo }: Props) {
  const say = useDeskWords()
  const { person, collected } = answer
  if (!person || !collected) return null
  const isUnsent = kept.unsent.some(({ entry }) => entry.registration_id === person.registrationId)
  const time = sayTimeExactly(collected.at, kept.own.event.timezone, language)
  return (
    <div className="last">
      <Mark kind="collected" />
      <span className="grow">
        <b>{person.name}</b>, {person.optionName}
      </span>
      <span className="dim">{isUnsent ? say('waitingToSend', { time }) : time}</span>
      <button type="button" className="btn" onClick={() => onUndo(answer)}>
        {say('undo')}
      </button>
    </div>
  )
}
