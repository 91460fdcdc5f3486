import { useQuery } from '@tanstack/react-query'
import { ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { sayCount, sayMoment } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { myWaitlistQuery, useAnswer } from './my-waitlist.ts'
import type { WaitlistPlace } from './my-waitlist.ts'
import { useMyWaitlistWords } from './my-words.ts'
import { sayTimeLeft, useSecondsLeft } from './time-left.ts'

type Props = { eventId: string; registrationId: string; zone: string; isOnline: boolean }

/** Where I stand in the list, or what is held for me, with how long. */
export function MyPlace({ eventId, registrationId, zone, isOnline }: Props) {
  const { data, dataUpdatedAt, error, refetch } = useQuery(myWaitlistQuery(eventId))
  const place = data?.find((one) => one.registration_id === registrationId)
  if (!data && error) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton width="70%" />
  if (!place) return null
  return place.offer === null ? (
    <Position place={place} />
  ) : (
    <HeldOffer place={place} offer={place.offer} readAt={dataUpdatedAt} zone={zone} isOnline={isOnline} />
  )
}

function Position({ place: { position, ahead_count: ahead, option_names: names } }: { place: WaitlistPlace }) {
  const say = useMyWaitlistWords()
  const language = useLanguage()
  const count = (of: number) => ({ count: of, shown: sayCount(of, language) })
  return (
    <p className="mp" role="status">
      {position === null ? say('notDrawn') : <b>{say('position', { position: sayCount(position, language) })}</b>}
      {ahead !== null && <> {ahead === 0 ? say('aheadNone') : say('ahead', count(ahead))}</>}
      {names.length > 1 && (
        <>
          <br />
          {say('anyOf', { names: names.join(', ') })}
        </>
      )}
    </p>
  )
}

type OfferProps = {
  place: WaitlistPlace
  offer: NonNullable<WaitlistPlace['offer']>
  readAt: number
  zone: string
  isOnline: boolean
}

function HeldOffer({ place, offer, readAt, zone, isOnline }: OfferProps) {
  const say = useMyWaitlistWords()
  const language = useLanguage()
  const answer = useAnswer(place.event_id, place.registration_id)
  const left = useSecondsLeft(offer.seconds_left, readAt)
  const { option_name: option } = offer
  if (left === 0) return <p className="mp">{say('offerOver')}</p>
  return (
    <section className="offer" aria-label={say('offerTitle', { option })}>
      <p className="mp">
        <b>{say('offerUntil', { when: sayMoment(offer.expires_at, zone, language), left: sayTimeLeft(left, say) })}</b>
      </p>
      {answer.error && <ErrorNote error={answer.error} />}
      <OfferButtons
        option={option}
        isBusy={answer.isPending}
        isOnline={isOnline}
        onAnswer={(given) => answer.run(given)}
      />
    </section>
  )
}

type ButtonsProps = {
  option: string
  isBusy: boolean
  isOnline: boolean
  onAnswer: (answer: 'accept' | 'decline') => void
}

export function OfferButtons({ option, isBusy, isOnline, onAnswer }: ButtonsProps) {
  const say = useMyWaitlistWords()
  return (
    <div className="stack">
      <button
        type="button"
        className="btn pri lg full"
        disabled={isBusy || !isOnline}
        aria-busy={isBusy}
        onClick={() => onAnswer('accept')}
      >
        {isBusy ? say('accepting') : say('accept', { option })}
      </button>
      <button type="button" className="btn lg full" disabled={isBusy || !isOnline} onClick={() => onAnswer('decline')}>
        {say('decline')}
      </button>
    </div>
  )
}
