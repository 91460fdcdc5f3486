import { useQuery } from '@tanstack/react-query'
import type { Schema } from '../api.ts'
import { useMe } from '../session/session.ts'
import { SidePanel, useTell } from '../ui/Dialog.tsx'
import { ErrorNote, Note, Skeleton } from '../ui/Notes.tsx'
import { sayCount, sayMoment, sayTimeExactly } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { DeliveryMark } from './WebhookMarks.tsx'
import { deliveryQuery, useReplay } from './webhook-query.ts'
import { useWebhookWords } from './words.ts'

type Props = { endpointId: string; deliveryId: string; canReplay: boolean; onClose: () => void }

/** One message to an endpoint: what became of it, each attempt, and what it says. */
export function DeliveryPanel({ endpointId, deliveryId, canReplay, onClose }: Props) {
  const say = useWebhookWords()
  const { data, error, refetch } = useQuery(deliveryQuery(endpointId, deliveryId))
  return (
    <SidePanel onClose={onClose} title={data?.type ?? say('body')}>
      {error && !data && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton height={240} />}
      {data && <Shown delivery={data} canReplay={canReplay} />}
    </SidePanel>
  )
}

function Shown({ delivery, canReplay }: { delivery: Schema<'WebhookDeliveryDetail'>; canReplay: boolean }) {
  const say = useWebhookWords()
  const language = useLanguage()
  const tell = useTell()
  const { timezone } = useMe().tenant
  const exactly = (at: string) =>
    `${sayMoment(at, timezone, language)}${sayTimeExactly(at, timezone, language).slice(5)}`
  const { id, endpoint_id: endpointId, status, next_attempt_at: next, finished_at: finished } = delivery
  const replay = useReplay(endpointId, id, () => tell(say('replayed')))
  return (
    <>
      <dl className="who">
        <dt>{say('state')}</dt>
        <dd>
          <DeliveryMark status={status} />
        </dd>
        <dt>{say('created')}</dt>
        <dd>{exactly(delivery.created_at)}</dd>
        {next !== null && (
          <>
            <dt>{say('next')}</dt>
            <dd>{exactly(next)}</dd>
          </>
        )}
        {finished !== null && (
          <>
            <dt>{say('finished')}</dt>
            <dd>{exactly(finished)}</dd>
          </>
        )}
        <dt>{say('deliveryId')}</dt>
        <dd className="mono">{id}</dd>
      </dl>
      {status !== 'DONE' && delivery.last_error !== null && (
        <Note kind={status === 'FAILED' ? 'bad' : 'wrn'}>{delivery.last_error}</Note>
      )}
      {canReplay && (
        <p className="whreplay">
          <button type="button" className="btn" disabled={replay.isPending} onClick={() => replay.run('again')}>
            {say(status === 'WAITING' ? 'replayNow' : 'replay')}
          </button>{' '}
          <span className="s3 dim">{say('replayText')}</span>
        </p>
      )}
      {replay.error && <ErrorNote error={replay.error} />}
      <h3>{say('attempts')}</h3>
      {delivery.attempt_log.length === 0 ? (
        <p className="mut s3">{say('noAttempt')}</p>
      ) : (
        <div className="whscroll" tabIndex={0} role="region" aria-label={say('attempts')}>
          <table className="tb wha">
            <thead>
              <tr>
                <th scope="col">{say('attemptNo')}</th>
                <th scope="col">{say('when')}</th>
                <th scope="col">{say('answer')}</th>
                <th scope="col">{say('took')}</th>
                <th scope="col">{say('error')}</th>
              </tr>
            </thead>
            <tbody>
              {delivery.attempt_log.map((attempt) => (
                <tr key={attempt.attempt_no}>
                  <td>{sayCount(attempt.attempt_no, language)}</td>
                  <td>{exactly(attempt.at)}</td>
                  <td>{attempt.status_code ?? say('noAnswer')}</td>
                  <td>{say('seconds', { seconds: (attempt.milliseconds / 1000).toLocaleString(language) })}</td>
                  <td className="whwhy">{attempt.error ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <h3>{say('body')}</h3>
      <pre className="whbody" tabIndex={0} aria-label={say('body')}>
        {JSON.stringify(delivery.message, null, 2)}
      </pre>
    </>
  )
}
