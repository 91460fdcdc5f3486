import { IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ApiError } from '../api.ts'
import { paths } from '../paths.ts'
import { ErrorNote } from '../ui/Notes.tsx'
import { sayCount, sayTime } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { JoinWaitlist } from './JoinWaitlist.tsx'
import { Why } from './Why.tsx'
import type { Conflict } from './checking.ts'
import { similarWithRoom } from './choice.ts'
import type { Event, Option, Standing } from './choice.ts'
import { useEventPageWords } from './words.ts'

type Props = {
  option: Option
  event: Event
  standing: Standing
  chosenIds: readonly string[]
  /** What asking would meet, or met. */
  conflicts: readonly Conflict[]
  /** What asking came to, where it was refused. */
  error: unknown
  onInstead: (otherId: string) => void
  /** When they would like to pick it up. */
  slot: string | undefined
}

type Other = { id: string; name: string; left: number }

/** Why this cannot be had, and what can be, one press away. */
export function WhyNot(props: Props) {
  const { option, event, standing, chosenIds, conflicts, error, onInstead, slot } = props
  const isChosen = chosenIds.includes(option.id)
  const say = useEventPageWords()
  const language = useLanguage()
  // What is theirs, or used up by what is theirs, says so elsewhere.
  if (standing.kind === 'mine' || standing.kind === 'blocked') return null

  const said = [...conflictsOf(error), ...conflicts]
  const money = said.find(({ conflict_type }) => conflict_type === 'BUDGET_EXHAUSTED')
  const stock = said.find(({ conflict_type }) => conflict_type === 'INVENTORY_EXHAUSTED')
  const near = similarWithRoom(option, event.options, chosenIds).map(({ id, option_name, available_to_register }) => ({
    id,
    name: option_name,
    left: available_to_register,
  }))
  if (money) {
    const others = othersOf(money)
    return (
      <Reason
        title={say('noMoney')}
        lead={others.length > 0 ? say('canCover') : ''}
        others={others}
        onInstead={onInstead}
      >
        <JoinWaitlist event={event} option={option} slot={slot} />
      </Reason>
    )
  }
  if (standing.kind === 'full' || stock) {
    const count = { count: option.total_available, total: sayCount(option.total_available, language) }
    const isTrack = option.option_type === 'TRACK'
    const title = isChosen ? say('filledUp') : say(isTrack ? 'allTaken' : 'allGone', count)
    const others = stock ? othersOf(stock) : near
    const lead = others.length === 0 ? say('nothingLeft') : say(isTrack ? 'stillRoom' : 'stillThere')
    return (
      <Reason title={title} lead={lead} others={others} onInstead={onInstead}>
        <JoinWaitlist event={event} option={option} slot={slot} />
      </Reason>
    )
  }
  const held = said.find(({ conflict_type }) => conflict_type === 'TIME_OVERLAP')
  const [other] = held?.overlapping_options ?? []
  if (held && other) {
    const others = othersOf(held).filter(({ id }) => !chosenIds.includes(id))
    const [from, to] = [other.starts_at, other.ends_at].map((time) => sayTime(time, event.timezone, language))
    return (
      <Reason
        title={say('atOnce', { track: other.option_name, from: from ?? '', to: to ?? '' })}
        lead={say(others.length > 0 ? 'otherTimes' : 'nothingElse')}
        others={others}
        onInstead={onInstead}
      />
    )
  }
  return <Refusal error={error} />
}

type ReasonProps = {
  title: string
  lead: string
  others: Other[]
  onInstead: (otherId: string) => void
  children?: ReactNode
}

function Reason({ title, lead, others, onInstead, children }: ReasonProps) {
  const say = useEventPageWords()
  const language = useLanguage()
  return (
    <>
      <Why>
        <b>{title}</b> {lead}
      </Why>
      {others.length > 0 && (
        <span className="alts">
          {others.slice(0, 3).map(({ id, name, left }) => (
            <button key={id} type="button" className="btn" onClick={() => onInstead(id)}>
              <span className="tr">{name}</span>
              <span className="dim">{say('left', { count: left, left: sayCount(left, language) })}</span>
              <IconChevronRight className="ic" aria-hidden />
            </button>
          ))}
        </span>
      )}
      {children}
    </>
  )
}

/** A refusal that is about neither money nor stock. A slot's is said where slots are chosen. */
function Refusal({ error }: { error: unknown }) {
  const say = useEventPageWords()
  if (error === undefined) return null
  if (!(error instanceof ApiError)) return <ErrorNote error={error} />
  const { code, registration_id: registrationId } = error.problem
  if (code === 'SLOT_CONFLICT') return null
  if (code === 'REGISTRATION_CLOSED') return <Why>{say('closedNow')}</Why>
  if (code === 'OPTION_ARCHIVED') return <Why>{say('optionArchived')}</Why>
  if (code === 'ALREADY_REGISTERED') {
    return (
      <Why>
        {say('alreadyAsked')}{' '}
        <Link to={registrationId === undefined ? paths.mine : paths.myRegistration(registrationId)}>
          {say('seeIt')}
        </Link>
      </Why>
    )
  }
  return <ErrorNote error={error} />
}

/** Every conflict of a refusal. */
export function conflictsOf(error: unknown): Conflict[] {
  return error instanceof ApiError ? (error.problem.conflicts ?? []) : []
}

function othersOf(conflict: Conflict): Other[] {
  return conflict.alternative_options.map(({ option_id, option_name, available }) => ({
    id: option_id,
    name: option_name,
    left: available,
  }))
}
