import { useKindWords } from '../notifications/kind-words.ts'
import { useMe } from '../session/session.ts'
import { Mark } from '../ui/StatusMark.tsx'
import type { MarkKind } from '../ui/StatusMark.tsx'
import { sayMoment } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import type { OutboxMessage, OutboxStatus } from './outbox-query.ts'
import { useOutboxWords } from './words.ts'

const marks: Record<OutboxStatus, MarkKind> = {
  WAITING: 'pending',
  KEPT: 'waiting',
  DONE: 'approved',
  FAILED: 'rejected',
}

/** How far a message has come, as mark and word. */
export function OutboxMark({ status, channel }: Pick<OutboxMessage, 'status' | 'channel'>) {
  const say = useOutboxWords()
  return (
    <span className="st">
      <Mark kind={marks[status]} />
      {say(status === 'DONE' && channel === 'inbox' ? 'inboxDone' : status)}
    </span>
  )
}

type Props = { messages: readonly OutboxMessage[]; onOpen: (id: string) => void }

/** Messages, newest first; each opens. */
export function OutboxTable({ messages, onOpen }: Props) {
  const say = useOutboxWords()
  return (
    <table className="tb ppt obt">
      <thead>
        <tr>
          <th scope="col">{say('kind')}</th>
          <th scope="col">{say('to')}</th>
          <th scope="col">{say('event')}</th>
          <th scope="col" className="obw">
            {say('when')}
          </th>
          <th scope="col" className="obstate">
            {say('status')}
          </th>
        </tr>
      </thead>
      <tbody>
        {messages.map((message) => (
          <Row key={message.id} message={message} onOpen={() => onOpen(message.id)} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ message, onOpen }: { message: OutboxMessage; onOpen: () => void }) {
  const say = useOutboxWords()
  const sayKind = useKindWords()
  const language = useLanguage()
  const { timezone } = useMe().tenant
  const { kind, channel, person_name: person, person_email: email, event_name: event, last_error: error } = message
  return (
    <tr>
      <td className="tr">
        <button
          type="button"
          className="figopen"
          aria-label={say('open', { kind: sayKind(kind), person })}
          onClick={onOpen}
        >
          <b>{sayKind(kind)}</b>
        </button>{' '}
        <span className="dim">{say(channel)}</span>
      </td>
      <td className="tr" title={`${person}, ${email}`}>
        {person}
      </td>
      <td className="tr mut" title={event ?? undefined}>
        {event}
      </td>
      <td className="mut">
        <time dateTime={message.created_at}>{sayMoment(message.created_at, timezone, language)}</time>
      </td>
      <td className="tr" title={error ?? undefined}>
        <OutboxMark status={message.status} channel={channel} />
      </td>
    </tr>
  )
}
