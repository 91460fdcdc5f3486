import type {
  NewWebhookEndpointView,
  WebhookDeliveryView,
  WebhookEndpointInput,
  WebhookEndpointPatch,
  WebhookEndpointView,
} from '@allot/contract'
import { webhookTest } from '@allot/contract'
import { differences } from '../audit/differences.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Problem, invalid } from '../platform/problem.ts'
import { NotPublic } from '../platform/public-address.ts'
import type { AddressGuard } from '../platform/public-address.ts'
import type { Secrets } from '../platform/secrets.ts'
import { changeTenant } from '../tenants/change-tenant.ts'
import type { By } from '../tenants/change-tenant.ts'
import { failWaiting, findDelivery, findWaitingTest, insertDeliveries, replayDelivery } from './deliveries.sql.ts'
import type { DeliveryKey } from './deliveries.sql.ts'
import { countEndpoints, countEvents, insertEndpoint, lockEndpoint, saveEndpoint } from './endpoints.sql.ts'
import type { EndpointKey, EndpointRow } from './endpoints.sql.ts'
import { newWebhookSecret } from './signature.ts'
import { viewDelivery, viewEndpoint } from './webhook-view.ts'

/** More would be a message bus, and each of them is read with every change. */
const MOST_ENDPOINTS = 50

/** What an endpoint begins with, and again when somebody has seen to it. */
const rested = { failures: 0, failing_since: null, rests_until: null }

/** @throws Problem where a URL may not be sent to, as the guard says it */
export async function checkUrl(guard: AddressGuard, url: string | undefined): Promise<void> {
  if (url === undefined) return
  try {
    await guard.locate(url)
  } catch (error) {
    if (error instanceof NotPublic) throw invalid('body.url', error.message)
    throw error
  }
}

/** Makes an endpoint. Its secret is in the answer, and sealed in its row, since messages are signed with it. */
export async function createEndpoint(
  tx: Tx,
  actor: Actor,
  secrets: Secrets,
  { url, description, events, event_ids }: WebhookEndpointInput,
): Promise<NewWebhookEndpointView> {
  const { tenantId } = actor
  return changeTenant(tx, tenantId, actor, async (_tenant, now) => {
    if ((await countEndpoints(tx, tenantId)) >= MOST_ENDPOINTS) {
      throw new Problem('TOO_MANY', `A tenant has at most ${MOST_ENDPOINTS} webhook endpoints. Archive one first.`)
    }
    await checkEvents(tx, tenantId, event_ids)
    const secret = newWebhookSecret()
    const row: EndpointRow = {
      id: newId(),
      url,
      description,
      events: unique(events),
      event_ids: event_ids && unique(event_ids),
      status: 'ACTIVE',
      disabled_reason: null,
      secret: secrets.seal(secret),
      previous_secret: null,
      previous_expires_at: null,
      ...rested,
      last_success_at: null,
      created_by: actor.userId,
      created_at: now,
      updated_at: now,
    }
    await insertEndpoint(tx, tenantId, row)
    const detail = { host: hostOf(url), events: row.events, event_ids: row.event_ids }
    const note = { action: 'webhook_endpoint.created', subjectId: row.id, toStatus: row.status, detail }
    return { note, result: { ...viewEndpoint(row, now), secret } }
  })
}

/** Changes the fields sent. A new address begins without the failures of the one before. */
export async function updateEndpoint(
  tx: Tx,
  actor: Actor,
  endpointId: string,
  { url, description, events, event_ids }: WebhookEndpointPatch,
): Promise<WebhookEndpointView> {
  await checkEvents(tx, actor.tenantId, event_ids)
  return changeEndpoint(tx, actor, { tenantId: actor.tenantId, endpointId }, async (before) => ({
    action: 'webhook_endpoint.updated',
    after: {
      ...before,
      ...(url === undefined || url === before.url ? {} : { url, ...rested }),
      ...(description === undefined ? {} : { description }),
      ...(events === undefined ? {} : { events: unique(events) }),
      ...(event_ids === undefined ? {} : { event_ids: event_ids && unique(event_ids) }),
    },
  }))
}

/** Ends an endpoint for good; one that is archived already stays as it was. */
export async function archiveEndpoint(tx: Tx, actor: Actor, key: EndpointKey): Promise<null> {
  return changeTenant(tx, key.tenantId, actor, async (_tenant, now) => {
    const before = await lockEndpoint(tx, key)
    if (!before) throw new Problem('WEBHOOK_NOT_FOUND')
    if (before.status === 'ARCHIVED') return { note: null, result: null }
    await saveEndpoint(tx, key.tenantId, {
      ...before,
      ...rested,
      status: 'ARCHIVED',
      disabled_reason: null,
      updated_at: now,
    })
    await failWaiting(tx, key, 'The endpoint was archived.')
    const note = {
      action: 'webhook_endpoint.archived',
      subjectId: key.endpointId,
      fromStatus: before.status,
      toStatus: 'ARCHIVED',
    }
    return { note, result: null }
  })
}

/** Makes a new secret; messages are signed with the one before as well until that runs out. */
export async function rotateSecret(
  tx: Tx,
  actor: Actor,
  secrets: Secrets,
  key: EndpointKey,
  previousValidHours: number,
): Promise<NewWebhookEndpointView> {
  const secret = newWebhookSecret()
  const view = await changeEndpoint(tx, actor, key, async (before, now) => ({
    action: 'webhook_endpoint.secret_rotated',
    after: {
      ...before,
      secret: secrets.seal(secret),
      ...(previousValidHours === 0
        ? { previous_secret: null, previous_expires_at: null }
        : {
            previous_secret: before.secret,
            previous_expires_at: new Date(now.getTime() + previousValidHours * 3_600_000),
          }),
    },
  }))
  return { ...view, secret }
}

/** Lets nothing be sent for now; what happens is noted. */
export async function pauseEndpoint(tx: Tx, actor: Actor, key: EndpointKey): Promise<WebhookEndpointView> {
  return changeEndpoint(tx, actor, key, async (before) => ({
    action: 'webhook_endpoint.paused',
    after: { ...before, status: 'PAUSED', disabled_reason: null },
  }))
}

export async function resumeEndpoint(tx: Tx, actor: Actor, key: EndpointKey): Promise<WebhookEndpointView> {
  return changeEndpoint(tx, actor, key, async (before) => ({
    action: 'webhook_endpoint.resumed',
    after: before.status === 'ACTIVE' ? before : { ...before, ...rested, status: 'ACTIVE', disabled_reason: null },
  }))
}

/** Has a message sent that says nothing. Where one waits already, that is it. */
export async function testEndpoint(tx: Tx, actor: Actor, key: EndpointKey): Promise<WebhookDeliveryView> {
  return sendTo(tx, actor, key, 'webhook_endpoint.tested', async (now) => {
    const waiting = await findWaitingTest(tx, key)
    if (waiting) return waiting
    const { tenantId, endpointId } = key
    const message = {
      type: webhookTest,
      timestamp: now.toISOString(),
      data: { tenant_id: tenantId, endpoint_id: endpointId },
    }
    const id = newId()
    const row = {
      id,
      endpoint_id: endpointId,
      type: webhookTest,
      scope_id: tenantId,
      entry_no: null,
      subject_id: endpointId,
    } as const
    await insertDeliveries(tx, tenantId, [{ ...row, body: JSON.stringify(message) }])
    return findDelivery(tx, { ...key, deliveryId: id })
  })
}

/** Has a message sent again, whatever became of it. */
export async function replay(tx: Tx, actor: Actor, key: DeliveryKey): Promise<WebhookDeliveryView> {
  return sendTo(tx, actor, key, 'webhook_endpoint.replayed', () => replayDelivery(tx, key))
}

/** Something an owner has sent, to an endpoint that takes it; the trail says so, and whoever sends hears of it by that. */
async function sendTo(
  tx: Tx,
  actor: Actor,
  key: EndpointKey,
  action: string,
  put: (now: Date) => Promise<Parameters<typeof viewDelivery>[0] | undefined>,
): Promise<WebhookDeliveryView> {
  return changeTenant(tx, key.tenantId, actor, async (_tenant, now) => {
    const endpoint = await lockEndpoint(tx, key)
    if (!endpoint) throw new Problem('WEBHOOK_NOT_FOUND')
    if (endpoint.status === 'ARCHIVED') throw new Problem('WEBHOOK_ARCHIVED')
    if (endpoint.status !== 'ACTIVE') {
      throw new Problem('WEBHOOK_NOT_ACTIVE', 'Nothing is sent to this webhook endpoint now. Resume it first.')
    }
    const delivery = await put(now)
    if (!delivery) throw new Problem('DELIVERY_NOT_FOUND')
    if (endpoint.rests_until) await saveEndpoint(tx, key.tenantId, { ...endpoint, rests_until: null })
    const detail = { delivery_id: delivery.id, type: delivery.type }
    return { note: { action, subjectId: key.endpointId, detail }, result: viewDelivery(delivery, key.tenantId) }
  })
}

/** Locks an endpoint, changes it, and notes what is different; nothing different is no change. */
async function changeEndpoint(
  tx: Tx,
  by: By,
  key: EndpointKey,
  change: (before: EndpointRow, now: Date) => Promise<{ action: string; after: EndpointRow }>,
): Promise<WebhookEndpointView> {
  return changeTenant(tx, key.tenantId, by, async (_tenant, now) => {
    const locked = await lockEndpoint(tx, key)
    if (!locked) throw new Problem('WEBHOOK_NOT_FOUND')
    if (locked.status === 'ARCHIVED') throw new Problem('WEBHOOK_ARCHIVED')
    const { now: _now, ...before } = locked
    const { action, after } = await change(before, now)
    const changed = differences(before, after, ['description', 'events', 'event_ids', 'status', 'previous_expires_at'])
    const isSame = JSON.stringify(after) === JSON.stringify(before)
    if (isSame) return { note: null, result: viewEndpoint(before, now) }
    const row = { ...after, updated_at: now }
    await saveEndpoint(tx, key.tenantId, row)
    // Of the address only the host: the rest of it may be all that keeps strangers out, and many read the trail.
    const moved = after.url === before.url ? {} : { host: { from: hostOf(before.url), to: hostOf(after.url) } }
    return {
      note: {
        action,
        subjectId: key.endpointId,
        fromStatus: before.status,
        toStatus: after.status,
        detail: { ...changed, ...moved },
      },
      result: viewEndpoint(row, now),
    }
  })
}

async function checkEvents(tx: Tx, tenantId: string, eventIds: readonly string[] | null | undefined): Promise<void> {
  if (!eventIds) return
  const wanted = unique(eventIds)
  if ((await countEvents(tx, tenantId, wanted)) < wanted.length) throw new Problem('EVENT_NOT_FOUND')
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)]
}

function hostOf(url: string): string {
  return new URL(url).host
}
