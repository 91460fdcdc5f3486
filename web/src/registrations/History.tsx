import { useQuery } from '@tanstack/react-query'
import { api, takePage } from '../api.ts'
import type { Schema } from '../api.ts'
import { useSlots } from '../options/slots-query.ts'
import { eventKey } from '../session/event.ts'
import { useMe } from '../session/session.ts'
import { ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { Mark } from '../ui/StatusMark.tsx'
import type { MarkKind } from '../ui/StatusMark.tsx'
import { sayCount, sayMoment, sayMoney, saySignedMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import type { Registration } from './registrations-query.ts'
import { useRegistrationWords } from './words.ts'

/** One registration changes a handful of times in its life. */
const MOST = 100

type Props = { registration: Registration; zone: string; currency: string }

/** What happened to a registration, from the event's audit trail, oldest first. */
export function Timeline({ registration, zone }: Omit<Props, 'currency'>) {
  const say = useRegistrationWords()
  const language = useLanguage()
  const { event_id: eventId, id } = registration
  const { data, error, refetch } = useQuery({
    queryKey: eventKey(eventId, 'audit', id),
    queryFn: () =>
      takePage(
        api.GET('/events/{event_id}/audit', {
          params: { path: { event_id: eventId }, query: { subject_id: id, limit: MOST } },
        }),
      ),
  })
  const sayEntry = useEntry(registration)
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={64} />
  return (
    <ol className="rgtl">
      {data.items.toReversed().map((entry) => {
        const { mark, text, by } = sayEntry(entry)
        return (
          <li key={entry.entry_no}>
            <Mark kind={mark} />
            <span className="grow">
              {text}
              <small>
                <time dateTime={entry.created_at}>{sayMoment(entry.created_at, zone, language)}</time>, {by}
              </small>
            </span>
          </li>
        )
      })}
      {data.items.length === 0 && <li className="dim">{say('none')}</li>}
    </ol>
  )
}

function useEntry(registration: Registration) {
  const say = useRegistrationWords()
  const { user } = useMe()
  const { data: slots } = useSlots(registration.event_id)
  return (entry: Schema<'AuditEntry'>): { mark: MarkKind; text: string; by: string } => {
    const slot = slots?.find(({ id }) => id === entry.detail?.slot_id)?.label
    const by =
      entry.actor_id === null
        ? say('byOperator')
        : entry.actor_id === user.id
          ? say('byYou')
          : entry.actor_id === registration.user_id
            ? say('bySelf')
            : say('by', { name: entry.actor_name ?? '' })
    switch (entry.action) {
      case 'registration.registered':
        return { mark: 'pending', text: say('registered', { option: registration.option_name }), by }
      case 'registration.approved':
        return { mark: 'approved', text: slot === undefined ? say('approved') : say('approvedAt', { slot }), by }
      case 'registration.rejected':
        return { mark: 'rejected', text: say('rejected'), by }
      case 'registration.cancelled':
        return { mark: 'cancelled', text: say('cancelled'), by }
      case 'registration.moved':
        return { mark: 'approved', text: slot === undefined ? say('moved') : say('movedTo', { slot }), by }
      case 'registration.noted':
        return { mark: 'draft', text: say('noted'), by }
      case 'registration.waitlisted':
        return { mark: 'waiting', text: say('waitlisted'), by }
      case 'registration.waitlist_moved':
        return { mark: 'waiting', text: say('waitlistMoved'), by }
      case 'registration.promoted':
        return { mark: 'pending', text: say('promoted'), by }
      case 'registration.offered':
        return { mark: 'held', text: say('offered'), by }
      case 'registration.offer_accepted':
        return { mark: 'pending', text: say('offerAccepted'), by }
      case 'registration.offer_declined':
        return { mark: 'cancelled', text: say('offerDeclined'), by }
      case 'registration.offer_expired':
        return { mark: 'cancelled', text: say('offerExpired'), by }
      case 'registration.collected':
        return { mark: 'collected', text: say('wasCollected'), by }
      case 'registration.uncollected':
        return { mark: 'approved', text: say('wasUncollected'), by }
      case 'registration.qr_replaced':
        return { mark: 'draft', text: say('qrReplaced'), by }
      default:
        return { mark: 'draft', text: entry.action, by }
    }
  }
}

/** The lines of the ledger that are this registration's. */
export function LedgerLines({ registration, zone, currency }: Props) {
  const say = useRegistrationWords()
  const language = useLanguage()
  const { event_id: eventId, id } = registration
  const { data, error, refetch } = useQuery({
    queryKey: eventKey(eventId, 'ledger-of', id),
    queryFn: () =>
      takePage(
        api.GET('/events/{event_id}/ledger', {
          params: { path: { event_id: eventId }, query: { registration_id: id, limit: MOST } },
        }),
      ),
  })
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={32} />
  if (data.items.length === 0) return <p className="s3 dim">{say('ledgerEmpty')}</p>
  return (
    <ol className="rgtl">
      {data.items.toReversed().map((entry) => (
        <li key={entry.entry_no}>
          <Mark kind={entry.kind === 'COMMIT' ? 'approved' : 'left'} />
          <span className="grow">
            {say(entry.kind === 'COMMIT' ? 'commit' : 'release')}
            <small>
              {say('entry', { shown: sayCount(entry.entry_no, language) })},{' '}
              {sayMoment(entry.created_at, zone, language)};{' '}
              {say('balance', { amount: sayMoney(entry.balance, currency, language) })}
            </small>
          </span>
          <b>{saySignedMoney(entry.amount, currency, language)}</b>
        </li>
      ))}
    </ol>
  )
}
