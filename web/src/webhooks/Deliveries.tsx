import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMe } from '../session/session.ts'
import { Empty, ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { sayCount, sayMoment, sayTimeExactly } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { DeliveryPanel } from './DeliveryPanel.tsx'
import { DeliveryMark } from './WebhookMarks.tsx'
import { deliveriesQuery, deliveryStatuses } from './webhook-query.ts'
import type { Delivery, DeliveryStatus } from './webhook-query.ts'
import { useWebhookWords } from './words.ts'

/** What was sent to an endpoint, newest first; each opens. */
export function Deliveries({ endpointId, canReplay }: { endpointId: string; canReplay: boolean }) {
  const say = useWebhookWords()
  const [status, setStatus] = useState<DeliveryStatus>()
  const [open, setOpen] = useState<string>()
  const list = useInfiniteQuery(deliveriesQuery(endpointId, status))
  const deliveries = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <section aria-labelledby="log">
      <h2 id="log">{say('log')}</h2>
      <p className="mut s3">{say('logText')}</p>
      <div className="row whbar" role="group" aria-label={say('state')}>
        {[undefined, ...deliveryStatuses].map((one) => (
          <button
            key={one ?? ''}
            type="button"
            className={one === status ? 'chip on' : 'chip'}
            aria-pressed={one === status}
            onClick={() => setStatus(one)}
          >
            {say(one ?? 'any')}
          </button>
        ))}
      </div>
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton height={120} />}
      {list.data && deliveries.length === 0 && <Empty>{say(status === undefined ? 'logEmpty' : 'logNoMatch')}</Empty>}
      {deliveries.length > 0 && (
        <table className="tb ppt whd">
          <thead>
            <tr>
              <th scope="col">{say('what')}</th>
              <th scope="col" className="whw">
                {say('when')}
              </th>
              <th scope="col" className="whn r">
                {say('attempts')}
              </th>
              <th scope="col">{say('error')}</th>
              <th scope="col" className="whs">
                {say('state')}
              </th>
            </tr>
          </thead>
          <tbody>
            {deliveries.map((delivery) => (
              <Row key={delivery.id} delivery={delivery} onOpen={() => setOpen(delivery.id)} />
            ))}
          </tbody>
        </table>
      )}
      {list.hasNextPage && (
        <button type="button" className="btn whmore" onClick={() => void list.fetchNextPage()}>
          {say('more')}
        </button>
      )}
      {open !== undefined && (
        <DeliveryPanel
          key={open}
          endpointId={endpointId}
          deliveryId={open}
          canReplay={canReplay}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  )
}

function Row({ delivery, onOpen }: { delivery: Delivery; onOpen: () => void }) {
  const say = useWebhookWords()
  const language = useLanguage()
  const { timezone } = useMe().tenant
  const { type, created_at: at, last_error: error, attempts, status } = delivery
  const when = sayMoment(at, timezone, language)
  return (
    <tr>
      <td className="tr">
        <button
          type="button"
          className="figopen mono"
          aria-label={say('openDelivery', { type, when })}
          onClick={onOpen}
        >
          {type}
        </button>
      </td>
      <td className="mut">
        <time dateTime={at}>
          {when}
          <span className="dim">{sayTimeExactly(at, timezone, language).slice(5)}</span>
        </time>
      </td>
      <td className="mut r">{sayCount(attempts, language)}</td>
      <td className="tr mut" title={error ?? undefined}>
        {error}
      </td>
      <td>
        <DeliveryMark status={status} />
      </td>
    </tr>
  )
}
