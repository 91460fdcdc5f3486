import type { WebhookEvent } from '@allot/contract'
import type { Message } from '../outbox/teller.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { compose, idsIn, isWebhookEvent } from './compose.ts'
import { insertDeliveries } from './deliveries.sql.ts'
import { findListeners, findNames } from './endpoints.sql.ts'
import type { ListenerRow } from './endpoints.sql.ts'

type Told = Message & { action: WebhookEvent }

/** Notes a message for each endpoint that listens to what happened; all of them are of one chain. */
export async function tellWebhooks(tx: Tx, messages: readonly Message[]): Promise<void> {
  const told = messages.filter((message): message is Told => isWebhookEvent(message.action))
  const [first] = told
  if (!first) return
  const { tenantId, scopeId } = first
  const listeners = await findListeners(tx, tenantId)
  const heard = told.filter((message) => listeners.some((listener) => listensTo(listener, message)))
  if (heard.length === 0) return
  const { event, options, slots } = await findNames(tx, tenantId, scopeId, idsIn(heard))
  if (!event) return
  const byId = (rows: readonly { id: string; name: string }[]) => new Map(rows.map(({ id, name }) => [id, name]))
  const names = { event, options: byId(options), slots: byId(slots) }
  const rows = heard.flatMap((message) => {
    const body = JSON.stringify(compose(message, names))
    return listeners
      .filter((listener) => listensTo(listener, message))
      .map((listener) => ({
        id: newId(),
        endpoint_id: listener.id,
        type: message.action,
        scope_id: scopeId,
        entry_no: message.entryNo,
        subject_id: message.subjectId,
        body,
      }))
  })
  await insertDeliveries(tx, tenantId, rows)
}

/** What was before there was the endpoint is no news to it, however late it is told. */
function listensTo({ events, event_ids, created_at }: ListenerRow, { action, scopeId, at }: Told): boolean {
  return at >= created_at && events.includes(action) && (event_ids === null || event_ids.includes(scopeId))
}
