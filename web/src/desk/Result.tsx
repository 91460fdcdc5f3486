import { IconArrowBackUp, IconCheck, IconHandStop } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { Schema } from '@allot/contract/client'
import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { Logo } from '../ui/Logo.tsx'
import { sayCount, sayDay, sayTime, sayTimeExactly } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { useDeskName } from './DeskBar.tsx'
import { isYes } from './answer.ts'
import type { Answer } from './answer.ts'
import { tellSupervisor } from './feedback.ts'
import { useDeskWords } from './words.ts'

type Props = {
  answer: Answer
  desk: Schema<'Desk'>
  zone: string
  isOnline: boolean
  onNext: () => void
  onUndo: () => void
  onOverride: () => void
}

/** Yes is green and a square tick, no is red and a round hand; each says in words what to do. */
export function Result(props: Props) {
  const { answer, desk, isOnline } = props
  const say = useDeskWords()
  const [isCalling, setCalling] = useState(false)
  const next = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    setCalling(false)
    next.current?.focus()
  }, [answer])
  const isGood = isYes(answer)
  return (
    <div className={`desk full ${isGood ? 'okfull' : 'dupfull'}`}>
      <header className="dtop">
        <b>
          <Logo size={20} />
          <span className="tr">{useDeskName(desk)}</span>
        </b>
        <span className="grow" />
        <span className="live">
          <i /> {say(isOnline ? 'online' : 'offline')}
        </span>
      </header>
      <main className="res" role="alert">
        {isCalling ? <Supervisor name={desk.name} /> : isGood ? <Yes {...props} /> : <No {...props} />}
      </main>
      <footer className="rfoot">
        {isGood ? (
          <button type="button" className="btn lg grow" onClick={props.onUndo}>
            <IconArrowBackUp className="ic l" aria-hidden /> {say('undo')}
          </button>
        ) : answer.mayOverride ? (
          <button type="button" className="btn lg grow" onClick={props.onOverride}>
            {say('letThrough')}
          </button>
        ) : (
          <button
            type="button"
            className="btn lg grow"
            onClick={() => {
              if (!isCalling) tellSupervisor()
              setCalling(!isCalling)
            }}
          >
            {say(isCalling ? 'back' : 'supervisor')}
          </button>
        )}
        <button ref={next} type="button" className="btn lg nx grow" onClick={props.onNext}>
          {say('next')}
        </button>
      </footer>
    </div>
  )
}

function Yes({ answer: { person, timing, leftOnTable, progress }, desk, zone }: Props) {
  const say = useDeskWords()
  const language = useLanguage()
  const counted = desk.options.find(({ event_option_id: id }) => id === person?.optionId)?.counted ?? undefined
  const left = leftOnTable ?? undefined
  const total = Math.max(counted ?? 0, left ?? 0)
  return (
    <>
      <span className="ricon">
        <IconCheck className="ic" aria-hidden />
      </span>
      <h1>{say(person?.isTrack ? 'letIn' : 'handOver')}</h1>
      <p className="item">{person?.optionName}</p>
      {person?.notes && <p className="size">{person.notes}</p>}
      <div className="pers">
        <b>{person?.name}</b>
        <span>{[saySlot(person, zone, language), timing && say(timing)].filter(Boolean).join(', ')}</span>
      </div>
      <div className="rstock">
        {left !== undefined && person && (
          <>
            <div className="row sb">
              <span>{say('onThisTable', { option: person.optionName })}</span>
              <b className="nw">{say('left', { left: sayCount(Math.max(0, left), language) })}</b>
            </div>
            <AllotmentBar
              size="md"
              committed={Math.max(0, total - Math.max(0, left))}
              pending={0}
              total={total}
              label={say('leftLabel', { option: person.optionName, left: Math.max(0, left), total })}
            />
          </>
        )}
        {progress && (
          <div className="row sb prog">
            <span>{say('thisSlot')}</span>
            <b>{say('slotCollected', progress)}</b>
          </div>
        )}
      </div>
    </>
  )
}

function No({ answer, zone }: Props) {
  const say = useDeskWords()
  const language = useLanguage()
  const { outcome, person, collected, message } = answer
  if (outcome === 'COLLECTED') return null
  const slot = saySlot(person, zone, language)
  const sayWhen = (at: string) => {
    const time = sayTimeExactly(at, zone, language)
    const day = sayDay(at, zone, language, false)
    return day === sayDay(new Date(), zone, language, false) ? say('today', { time }) : `${day}, ${time}`
  }
  // The server says more than the tablet can: which desk it is, what became of the request.
  const isSaidBetter = outcome === 'REFUSED' || outcome === 'WRONG_DESK' || outcome === 'NOT_APPROVED'
  const rows = [
    collected && ([say('collected'), sayWhen(collected.at)] as const),
    collected?.where && ([say('where'), collected.where] as const),
    collected?.by && ([say('by'), collected.by] as const),
    outcome === 'WRONG_SLOT' && slot && ([say('due'), slot] as const),
  ].filter((row) => row !== undefined && row !== false && row !== null && row !== '')
  const when = collected?.at ?? person?.startsAt
  return (
    <>
      <span className="ricon">
        <IconHandStop className="ic" aria-hidden />
      </span>
      <h1>{say(outcome)}</h1>
      <p className="item">{say(person?.isTrack ? 'doNotLetIn' : 'doNotHandOver')}</p>
      {person && (
        <div className="pers">
          <b>{person.name}</b>
          <span>{person.optionName}</span>
        </div>
      )}
      {rows.length > 0 && (
        <dl className="when">
          {rows.map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className="say">
        {isSaidBetter && message !== undefined && <p>{message}</p>}
        <p>
          {say(`why${outcome}`, {
            where: collected?.where ?? '',
            time: when ? sayTime(when, zone, language) : '',
          })}
        </p>
      </div>
    </>
  )
}

/** To be held up: somebody across the room reads it. */
function Supervisor({ name }: { name: string }) {
  const say = useDeskWords()
  return (
    <>
      <span className="ricon">
        <IconHandStop className="ic" aria-hidden />
      </span>
      <h1>{say('supervisorWanted')}</h1>
      <p className="item">{say('supervisorAt', { desk: name })}</p>
    </>
  )
}

function saySlot(person: Answer['person'], zone: string, language: string): string {
  if (!person || person.startsAt === null) return person?.slot ?? ''
  const times = [person.startsAt, person.endsAt].flatMap((at) => (at === null ? [] : [sayTime(at, zone, language)]))
  const time = times.join(language === 'de' ? ' bis ' : ' to ')
  // Most slots are called after their times already.
  return person.slot === null || person.slot.includes(times[0] ?? '')
    ? (person.slot ?? time)
    : `${person.slot}, ${time}`
}
