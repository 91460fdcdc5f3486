import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import type { ReactNode } from 'react'
import type { Registration } from '../mine/my-registrations.ts'
import { paths } from '../paths.ts'
import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { StatusMark } from '../ui/StatusMark.tsx'
import { sayCount, sayDay, sayTime } from '../ui/format.ts'
import { useMyWaitlistWords } from '../waitlist/my-words.ts'
import { useLanguage } from '../words.ts'
import type { ChoosingState } from './OptionGroups.tsx'
import { WhyNot } from './WhyNot.tsx'
import type { Event, Option, Standing } from './choice.ts'
import { useEventPageWords } from './words.ts'

type Props = { option: Option; event: Event; standing: Standing; choosing: ChoosingState | undefined }

/** One thing to choose: what it is, how much is left, and where it cannot be had, why not and what else can. */
export function OptionRow({ option, event, standing, choosing }: Props) {
  const id = useId()
  const isChosen = choosing?.chosen.some((chosen) => chosen.id === option.id) ?? false
  const isOpen = standing.kind === 'open'
  const outcome = choosing?.outcomes[option.id]
  const isMany = event.registration_limit === 'one_per_option'
  const group = event.registration_limit === 'one' ? 'option' : option.option_type
  const mark = `rd ${isMany ? 'sq' : ''} ${isChosen && isOpen ? 'on' : ''}`
  const classes = ['mo', standing.kind === 'full' ? 'off' : '', isChosen && isOpen ? 'on' : '']
    .filter(Boolean)
    .join(' ')
  const face = <Face option={option} event={event} standing={standing} id={id} />
  return (
    <div className={classes}>
      {choosing && (isOpen || standing.kind === 'full') ? (
        <label className="mol">
          <input
            id={`option-${option.id}`}
            className="sr"
            type={isMany ? 'checkbox' : 'radio'}
            name={group}
            checked={isChosen && isOpen}
            disabled={!isOpen}
            aria-labelledby={`${id}-name ${id}-left`}
            aria-describedby={`${id}-about`}
            onChange={({ target }) => (target.checked ? choosing.onChoose(option) : choosing.onDrop([option]))}
          />
          <i className={mark} aria-hidden />
          {face}
        </label>
      ) : (
        <div className="mol">{face}</div>
      )}
      <div className={choosing && standing.kind !== 'mine' && standing.kind !== 'blocked' ? 'under' : 'under flush'}>
        <Mine standing={standing} />
        {choosing && outcome?.kind !== 'asking' && outcome?.kind !== 'asked' && (
          <WhyNot
            option={option}
            event={event}
            standing={standing}
            chosenIds={choosing.chosen.map((chosen) => chosen.id)}
            conflicts={choosing.conflicts.get(option.id) ?? []}
            error={outcome?.kind === 'refused' ? outcome.error : undefined}
            onInstead={(otherId) => choosing.onInstead(option, otherId)}
            slot={choosing.slotOf(option)}
          />
        )}
        <Asking isAsking={outcome?.kind === 'asking'} />
      </div>
    </div>
  )
}

/** The name, what it is, and its bar: the same whether one can choose or only look. */
function Face({ option, event, standing, id }: { option: Option; event: Event; standing: Standing; id: string }) {
  const say = useEventPageWords()
  const language = useLanguage()
  const { total_available: total, committed_count: committed, available_slots: left } = option
  const toAsk = option.is_active ? option.available_to_register : 0
  const held = Math.max(0, left - option.available_to_register)
  const figures = { name: option.option_name, left: sayCount(toAsk, language), total: sayCount(total, language) }
  const label = held > 0 ? say('heldBar', { ...figures, held: sayCount(held, language) }) : say('bar', figures)
  const none = say(option.option_type === 'TRACK' ? 'full' : 'gone')
  const leftWords = toAsk === 0 ? none : say('left', { count: toAsk, left: figures.left })
  return (
    <>
      {option.picture && (
        <img
          className="opic"
          src={option.picture.thumb_url}
          alt={option.picture.alt}
          width={64}
          height={64}
          loading="lazy"
          decoding="async"
        />
      )}
      <span className="grow">
        <span className="row sb ofirst">
          <b id={`${id}-name`}>{option.option_name}</b>
          {standing.kind === 'mine' ? (
            <StatusMark status={standing.registration.status} isHeld={event.hold_policy.stock === 'hold'} />
          ) : (
            <span className="lf" id={`${id}-left`}>
              {leftWords}
            </span>
          )}
        </span>
        <small id={`${id}-about`}>
          <About option={option} event={event} />
        </small>
        <AllotmentBar committed={committed} pending={held} total={total} holds label={label} />
        {held > 0 && toAsk > 0 && (
          <span className="hint">{say('heldHint', { count: held, held: sayCount(held, language) })}</span>
        )}
      </span>
    </>
  )
}

function About({ option, event }: { option: Option; event: Event }): ReactNode {
  const say = useEventPageWords()
  const language = useLanguage()
  const zone = event.timezone
  const parts: string[] = []
  if (option.description !== null && option.description !== '') parts.push(option.description)
  if (option.starts_at !== null) {
    const day = sayDay(option.starts_at, zone, language, false)
    const isEventDay = event.event_date !== null && sayDay(event.event_date, zone, language, false) === day
    const from = sayTime(option.starts_at, zone, language)
    const time =
      option.ends_at === null ? from : say('timeRange', { from, to: sayTime(option.ends_at, zone, language) })
    parts.push(isEventDay ? time : `${day}, ${time}`)
  }
  return parts.map((part, index) =>
    index === 0 ? part : `${/[.!?…]$/.test(parts[index - 1] ?? '') ? '' : '.'} ${part}`,
  )
}

/** On the waitlist that is how many are before one; what is offered stands where it can be taken. */
function Stands({ registration }: { registration: Registration }) {
  const say = useEventPageWords()
  const sayWaiting = useMyWaitlistWords()
  const language = useLanguage()
  if (registration.status !== 'WAITLISTED') return say(registration.status === 'APPROVED' ? 'isYours' : 'asked')
  const { waitlist_position: position, offer_expires_at: offered } = registration
  if (offered !== null) return sayWaiting('offerTitle', { option: registration.option_name })
  return [
    sayWaiting('youWait'),
    typeof position === 'number' ? sayWaiting('position', { position: sayCount(position, language) }) : '',
  ].join(' ')
}

/** What one asked for already says how it stands, and leads there. */
function Mine({ standing }: { standing: Standing }) {
  const say = useEventPageWords()
  if (standing.kind !== 'mine') return null
  const { registration } = standing
  return (
    <p className="ownrow">
      <Stands registration={registration} /> <Link to={paths.myRegistration(registration.id)}>{say('seeIt')}</Link>
    </p>
  )
}

function Asking({ isAsking }: { isAsking: boolean }) {
  const say = useEventPageWords()
  return (
    <span className={isAsking ? 'hint quiet' : 'sr'} role="status">
      {isAsking ? `${say('asking')} …` : ''}
    </span>
  )
}
