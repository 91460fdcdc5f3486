import { Link } from '@tanstack/react-router'
import type { Schema } from '../api.ts'
import { paths } from '../paths.ts'
import { useMay, useMe } from '../session/session.ts'
import { Mark } from '../ui/StatusMark.tsx'
import { sayCount, sayMoment } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { sayTimeLeft, useSecondsLeft } from './time-left.ts'
import type { Entry } from './waitlist-query.ts'
import { useWaitlistWords } from './words.ts'

type Props = {
  event: Schema<'Event'>
  entries: readonly Entry[]
  readAt: number
  onMove: (entry: Entry) => void
}

/** Everybody who waits, in the order of their turns, behind those to whom something is offered. */
export function WaitlistTable({ event, entries, readAt, onMove }: Props) {
  const say = useWaitlistWords()
  const mayDecide = useMay('registration.decide')
  const hasPriority = event.waitlist_policy.order === 'priority'
  return (
    <table className="tb ppt wlt">
      <thead>
        <tr>
          <th scope="col" className="wlp">
            {say('place')}
          </th>
          <th scope="col">{say('person')}</th>
          <th scope="col">{say('wishes')}</th>
          {hasPriority && (
            <th scope="col" className="wlp r">
              {say('prio')}
            </th>
          )}
          <th scope="col" className="wlw">
            {say('joined')}
          </th>
          <th scope="col" className="wls">
            {say('state')}
          </th>
          <th scope="col">
            <span className="sr">{say('move')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Row
            key={entry.registration_id}
            entry={entry}
            zone={event.timezone}
            readAt={readAt}
            hasPriority={hasPriority}
            onMove={mayDecide ? () => onMove(entry) : undefined}
          />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = {
  entry: Entry
  zone: string
  readAt: number
  hasPriority: boolean
  onMove: (() => void) | undefined
}

function Row({ entry, zone, readAt, hasPriority, onMove }: RowProps) {
  const say = useWaitlistWords()
  const language = useLanguage()
  const { user } = useMe()
  const { person, option_names: names, position, offer } = entry
  // A lottery that was not drawn has no places, and nobody moves themselves.
  const canMove = onMove !== undefined && offer === null && position !== null && entry.user_id !== user.id
  return (
    <tr>
      <td className="wlno">{position === null ? '' : sayCount(position, language)}</td>
      <td className="tr" title={`${person.name}, ${person.email}`}>
        <Link to={paths.registration(entry.event_id, entry.registration_id)}>{person.name}</Link>
      </td>
      <td className="tr" title={names.join(', ')}>
        {names.join(', ')}
      </td>
      {hasPriority && <td className="r wlprio">{sayCount(entry.priority, language)}</td>}
      <td className="mut">
        <time dateTime={entry.joined_at}>{sayMoment(entry.joined_at, zone, language)}</time>
      </td>
      <td className="tr">
        {offer === null ? (
          <span className="st">
            <Mark kind="waiting" />
            {say(position === null ? 'notDrawn' : 'waiting')}
          </span>
        ) : (
          <HeldOffer offer={offer} readAt={readAt} zone={zone} />
        )}
      </td>
      <td className="r">
        {canMove && (
          <button type="button" className="btn sm" aria-label={say('moveOf', { name: person.name })} onClick={onMove}>
            {say('move')}
          </button>
        )}
      </td>
    </tr>
  )
}

type HeldProps = { offer: NonNullable<Entry['offer']>; readAt: number; zone: string }

function HeldOffer({ offer, readAt, zone }: HeldProps) {
  const say = useWaitlistWords()
  const language = useLanguage()
  const left = useSecondsLeft(offer.seconds_left, readAt)
  const text = left === 0 ? say('ranOut') : sayTimeLeft(left, say)
  return (
    <span className="st" title={say('heldUntil', { when: sayMoment(offer.expires_at, zone, language) })}>
      <Mark kind="held" />
      {say('held', { option: offer.option_name, left: text })}
    </span>
  )
}
