import { Mark } from '../ui/StatusMark.tsx'
import type { MarkKind } from '../ui/StatusMark.tsx'
import type { DeliveryStatus, Endpoint } from './webhook-query.ts'
import { useWebhookWords } from './words.ts'

const endpointMarks: Record<Endpoint['status'], MarkKind> = {
  ACTIVE: 'approved',
  PAUSED: 'waiting',
  DISABLED: 'rejected',
  ARCHIVED: 'cancelled',
}
const deliveryMarks: Record<DeliveryStatus, MarkKind> = { WAITING: 'pending', DONE: 'approved', FAILED: 'rejected' }

/** Whether an endpoint is sent to, as mark and word. */
export function EndpointMark({ endpoint: { status, failing_since: failing } }: { endpoint: Endpoint }) {
  const say = useWebhookWords()
  const isFailing = status === 'ACTIVE' && failing !== null
  return (
    <span className="st">
      <Mark kind={isFailing ? 'over' : endpointMarks[status]} />
      {say(isFailing ? 'FAILING' : status)}
    </span>
  )
}

/** What became of a delivery, as mark and word. */
export function DeliveryMark({ status }: { status: DeliveryStatus }) {
  const say = useWebhookWords()
  return (
    <span className="st">
      <Mark kind={deliveryMarks[status]} />
      {say(status)}
    </span>
  )
}
