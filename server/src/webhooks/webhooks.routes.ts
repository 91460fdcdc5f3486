import { operations } from '@allot/contract'
import type { WebhookMessage } from '@allot/contract'
import type { App } from '../platform/http.ts'
import { readClock } from '../platform/database.ts'
import type { Tx } from '../platform/database.ts'
import { answerOnce } from '../platform/idempotency.ts'
import { isId } from '../platform/ids.ts'
import { rangeOf, sendPage } from '../platform/paging.ts'
import { Problem } from '../platform/problem.ts'
import type { AddressGuard } from '../platform/public-address.ts'
import { may } from '../platform/roles.ts'
import {
  archiveEndpoint,
  checkUrl,
  createEndpoint,
  pauseEndpoint,
  replay,
  resumeEndpoint,
  rotateSecret,
  testEndpoint,
  updateEndpoint,
} from './change-endpoint.ts'
import { findDelivery, listAttempts, listDeliveries } from './deliveries.sql.ts'
import { findEndpoint, listEndpoints } from './endpoints.sql.ts'
import type { EndpointKey, EndpointRow } from './endpoints.sql.ts'
import { viewAttempt, viewDelivery, viewEndpoint } from './webhook-view.ts'

const MOST_ATTEMPTS_SHOWN = 100
const owner = { config: may('tenant.manage') }

/** Where messages are sent, and what became of them, by the owner of the tenant. */
export function webhookRoutes(app: App, guard: AddressGuard): void {
  endpointRoutes(app, guard)
  switchRoutes(app)
  deliveryRoutes(app)
}

function endpointRoutes(app: App, guard: AddressGuard): void {
  const path = '/webhook-endpoints'
  const one = `${path}/:endpoint_id`

  app.get(path, { ...owner, schema: operations.listWebhookEndpoints }, async ({ actor, query }, reply) => {
    const range = rangeOf(query, isId)
    const { now, ...page } = await app.db.read(actor.tenantId, async (tx) => {
      const [at, found] = await Promise.all([readClock(tx), listEndpoints(tx, actor.tenantId, range)])
      return { ...found, now: at }
    })
    return sendPage(
      reply,
      range,
      page,
      ({ id }) => id,
      (row) => viewEndpoint(row, now),
    )
  })

  app.post(path, { ...owner, schema: operations.createWebhookEndpoint }, async (request, reply) => {
    const { actor, body } = request
    await checkUrl(guard, body.url)
    return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 201 }, (tx) =>
      createEndpoint(tx, actor, app.secrets, body),
    )
  })

  app.get(one, { ...owner, schema: operations.getWebhookEndpoint }, async ({ actor, params }) => {
    const key = { tenantId: actor.tenantId, endpointId: params.endpoint_id }
    return app.db.read(actor.tenantId, async (tx) => viewEndpoint(await mustFind(tx, key), await readClock(tx)))
  })

  app.put(one, { ...owner, schema: operations.updateWebhookEndpoint }, async (request, reply) => {
    const { actor, body, params } = request
    await checkUrl(guard, body.url)
    return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 200 }, (tx) =>
      updateEndpoint(tx, actor, params.endpoint_id, body),
    )
  })

  app.delete(one, { ...owner, schema: operations.archiveWebhookEndpoint }, async (request, reply) => {
    const { actor, params } = request
    return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 204 }, (tx) =>
      archiveEndpoint(tx, actor, { tenantId: actor.tenantId, endpointId: params.endpoint_id }),
    )
  })
}

function switchRoutes(app: App): void {
  const path = '/webhook-endpoints/:endpoint_id'

  app.post(`${path}/rotate-secret`, { ...owner, schema: operations.rotateWebhookSecret }, async (request, reply) => {
    const { actor, body, params } = request
    const key = { tenantId: actor.tenantId, endpointId: params.endpoint_id }
    return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 200 }, (tx) =>
      rotateSecret(tx, actor, app.secrets, key, body.previous_valid_hours),
    )
  })

  app.post(`${path}/pause`, { ...owner, schema: operations.pauseWebhookEndpoint }, async (request, reply) => {
    const { actor, params } = request
    return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 200 }, (tx) =>
      pauseEndpoint(tx, actor, { tenantId: actor.tenantId, endpointId: params.endpoint_id }),
    )
  })

  app.post(`${path}/resume`, { ...owner, schema: operations.resumeWebhookEndpoint }, async (request, reply) => {
    const { actor, params } = request
    return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 200 }, (tx) =>
      resumeEndpoint(tx, actor, { tenantId: actor.tenantId, endpointId: params.endpoint_id }),
    )
  })

  app.post(`${path}/test`, { ...owner, schema: operations.testWebhookEndpoint }, async (request, reply) => {
    const { actor, params } = request
    return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 202 }, (tx) =>
      testEndpoint(tx, actor, { tenantId: actor.tenantId, endpointId: params.endpoint_id }),
    )
  })
}

function deliveryRoutes(app: App): void {
  const path = '/webhook-endpoints/:endpoint_id/deliveries'

  app.get(path, { ...owner, schema: operations.listWebhookDeliveries }, async ({ actor, params, query }, reply) => {
    const { tenantId } = actor
    const range = rangeOf(query, isId)
    const key = { tenantId, endpointId: params.endpoint_id }
    const page = await app.db.read(tenantId, async (tx) => {
      await mustFind(tx, key)
      return listDeliveries(tx, key, query.status, range)
    })
    return sendPage(
      reply,
      range,
      page,
      ({ id }) => id,
      (row) => viewDelivery(row, tenantId),
    )
  })

  app.get(`${path}/:delivery_id`, { ...owner, schema: operations.getWebhookDelivery }, async ({ actor, params }) => {
    const { tenantId } = actor
    const key = { tenantId, endpointId: params.endpoint_id, deliveryId: params.delivery_id }
    return app.db.read(tenantId, async (tx) => {
      await mustFind(tx, key)
      const delivery = await findDelivery(tx, key)
      if (!delivery) throw new Problem('DELIVERY_NOT_FOUND')
      const attempts = await listAttempts(tx, tenantId, delivery.id, MOST_ATTEMPTS_SHOWN)
      return {
        ...viewDelivery(delivery, tenantId),
        // Written by `compose`, and by nobody else.
        message: JSON.parse(delivery.body) as WebhookMessage,
        attempt_log: attempts.map(viewAttempt),
      }
    })
  })

  app.post(
    `${path}/:delivery_id/replay`,
    { ...owner, schema: operations.replayWebhookDelivery },
    async (request, reply) => {
      const { actor, params } = request
      const { tenantId } = actor
      const key = { tenantId, endpointId: params.endpoint_id, deliveryId: params.delivery_id }
      return answerOnce(app, request, reply, { tenantId, status: 202 }, (tx) => replay(tx, actor, key))
    },
  )
}

async function mustFind(tx: Tx, key: EndpointKey): Promise<EndpointRow> {
  const endpoint = await findEndpoint(tx, key)
  if (!endpoint) throw new Problem('WEBHOOK_NOT_FOUND')
  return endpoint
}
