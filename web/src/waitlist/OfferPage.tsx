import phoneSheet from '../ui/phone.css?inline'
import mineSheet from '../mine/mine.css?inline'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useRouterState } from '@tanstack/react-router'
import { ApiError, api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { useTitle } from '../mine/online.ts'
import { paths } from '../paths.ts'
import { useAction } from '../session/action.ts'
import { Logo } from '../ui/Logo.tsx'
import { ErrorNote, Note, Skeleton } from '../ui/Notes.tsx'
import { sayMoment } from '../ui/format.ts'
import { useSheets } from '../ui/use-sheets.ts'
import { useLanguage } from '../words.ts'
import { OfferButtons } from './MyPlace.tsx'
import { useMyWaitlistWords } from './my-words.ts'
import { sayTimeLeft, useSecondsLeft } from './time-left.ts'

type Offer = Schema<'Offer'>
const offerKey = (token: string) => ['offer', token]

/** What the link of an offer opens, for whoever has it: nobody has to sign in. Looking at it changes nothing. */
export function OfferPage() {
  useSheets(phoneSheet, mineSheet)
  const say = useMyWaitlistWords()
  const hash = useRouterState({ select: ({ location }) => location.hash })
  const token = new URLSearchParams(hash).get('token') ?? ''
  useTitle(say('pageTitle'))
  const { data, dataUpdatedAt, error, refetch } = useQuery({
    queryKey: offerKey(token),
    queryFn: () => take(api.GET('/offers/{token}', { params: { path: { token } } })),
    enabled: token !== '',
  })
  return (
    <div className="mob mine">
      <header className="mtop">
        <Logo />
        <span className="grow tr mut">{data?.event_name}</span>
      </header>
      <main className="mm">
        {data ? (
          <Shown token={token} offer={data} readAt={dataUpdatedAt} />
        ) : (
          <>
            <h1>{say('pageTitle')}</h1>
            {token === '' && <Useless />}
            {token !== '' && !error && <Skeleton height={140} />}
            {error && <NotRead error={error} onRetry={() => void refetch()} />}
          </>
        )}
      </main>
    </div>
  )
}

function NotRead({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const isGone = error instanceof ApiError && [404, 422].includes(error.problem.status)
  return isGone ? <Useless /> : <ErrorNote error={error} onRetry={onRetry} />
}

function Useless() {
  const say = useMyWaitlistWords()
  return (
    <>
      <Note kind="wrn">{say('notFound')}</Note>
      <Link className="btn lg full" to={paths.mine}>
        {say('signIn')}
      </Link>
    </>
  )
}

function Shown({ token, offer, readAt }: { token: string; offer: Offer; readAt: number }) {
  const say = useMyWaitlistWords()
  const language = useLanguage()
  const client = useQueryClient()
  const left = useSecondsLeft(offer.seconds_left, readAt)
  const answer = useAction(
    (given: 'accept' | 'decline', headers) => {
      const params = { path: { token } }
      return given === 'accept'
        ? take(api.POST('/offers/{token}/accept', { params, headers }))
        : take(api.POST('/offers/{token}/decline', { params, headers }))
    },
    {
      onDone: (after) => client.setQueryData(offerKey(token), after),
      // It may be over by now: then that shows.
      onError: () => void client.invalidateQueries({ queryKey: offerKey(token) }),
    },
  )
  const { option_name: option, pickup_slot: slot, event_name: event } = offer
  const isOpen = offer.status === 'open' && left > 0
  return (
    <>
      <h1>{isOpen ? say('offerTitle', { option }) : say('pageTitle')}</h1>
      <p className="mp">
        {say('pageFor', { event })}
        {slot !== null && (
          <>
            <br />
            {say('pageSlot', { slot })}
          </>
        )}
      </p>
      {answer.error && isOpen && <ErrorNote error={answer.error} />}
      {isOpen ? (
        <>
          <p className="mp" role="status">
            <b>
              {say('offerUntil', {
                when: offer.expires_at === null ? '' : sayMoment(offer.expires_at, offer.timezone, language),
                left: sayTimeLeft(left, say),
              })}
            </b>
          </p>
          <p className="mp">{say('offerText')}</p>
          <OfferButtons option={option} isBusy={answer.isPending} isOnline onAnswer={(given) => answer.run(given)} />
        </>
      ) : (
        <>
          <Note kind={offer.status === 'accepted' ? undefined : 'wrn'}>
            {say(offer.status === 'open' ? 'expired' : offer.status, { option })}
          </Note>
          <Link className="btn lg full" to={paths.mine}>
            {say('toMine')}
          </Link>
        </>
      )}
    </>
  )
}
