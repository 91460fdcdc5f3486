import { operations } from '@allot/contract'
import { findVisibleEvent } from '../events/find-event.ts'
import type { Actor } from '../platform/actor.ts'
import type { App } from '../platform/http.ts'
import { answerOnce } from '../platform/idempotency.ts'
import { isId } from '../platform/ids.ts'
import { rangeOf, sendPage } from '../platform/paging.ts'
import { Problem } from '../platform/problem.ts'
import { report } from '../platform/reports.ts'
import { hasPermission, may, mayOrDevice } from '../platform/roles.ts'
import { viewRegistration } from '../registrations/registration-view.ts'
import { submitCollection } from './collect.ts'
import type { Collecting } from './collect.ts'
import { viewCollection, viewInventory } from './collection-view.ts'
import { listCollections, readInventory } from './collections.sql.ts'
import { readDay } from './day.ts'
import { replaceQr } from './replace-qr.ts'
import { undoCollection } from './undo.ts'

export function collectionRoutes(app: App, collecting: Collecting): void {
  app.post(
    '/events/:event_id/collections',
    { config: mayOrDevice('collection.collect'), schema: operations.collect },
    async ({ actor, body, params }, reply) => {
      checkDesk(actor, params.event_id, body.desk_id)
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      const { answer, isReplay } = await submitCollection(collecting, key, {
        qrToken: body.qr_token,
        registrationId: body.registration_id,
        deskId: body.desk_id,
        ...(actor.device ? { deviceId: actor.device.id } : { userId: actor.userId, userName: actor.name }),
        apiKeyId: actor.apiKeyId,
        seesDrafts: actor.device !== undefined || hasPermission(actor.role, 'event.manage'),
        nonce: body.nonce,
        saidAt: new Date(body.at),
        isOverriding: body.override_slot,
      })
      if (isReplay) reply.header('idempotency-replayed', 'true')
      return answer
    },
  )

  app.post(
    '/events/:event_id/collections/:collection_id/undo',
    { config: mayOrDevice('event.manage', 'collection.collect'), schema: operations.undoCollection },
    async (request, reply) => {
      const { actor, body, params } = request
      checkDesk(actor, params.event_id)
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      const by = {
        userId: actor.device ? null : actor.userId,
        apiKeyId: actor.apiKeyId,
        deviceId: actor.device?.id ?? null,
        canManage: hasPermission(actor.role, 'event.manage'),
      }
      return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 200 }, async (tx) => {
        if (!actor.device) await findVisibleEvent(tx, actor, params.event_id)
        return viewCollection(await undoCollection(tx, key, { collectionId: params.collection_id }, by, body.reason))
      })
    },
  )

  app.post(
    '/events/:event_id/registrations/:registration_id/qr',
    { config: may('event.manage', 'registration.own'), schema: operations.replaceQr },
    async (request, reply) => {
      const { actor, params } = request
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 200 }, async (tx) =>
        viewRegistration(await replaceQr(tx, app.secrets, actor, key, params.registration_id), actor, app.secrets),
      )
    },
  )

  const read = may('registration.read', 'collection.collect')
  app.get(
    '/events/:event_id/collections',
    { config: read, schema: operations.listCollections },
    async (request, reply) => {
      const { actor, params, query } = request
      const range = rangeOf(query, isId)
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      const filter = {
        deskId: query.desk_id,
        optionId: query.event_option_id,
        isUndone: query.undone,
        contains: query.q,
      }
      const page = await report(app, request, async (tx) => {
        await findVisibleEvent(tx, actor, params.event_id)
        return listCollections(tx, key, filter, range)
      })
      return sendPage(reply, range, page, ({ id }) => id, viewCollection)
    },
  )

  app.get('/events/:event_id/inventory', { config: read, schema: operations.getInventory }, (request) => {
    const { actor, params } = request
    const key = { tenantId: actor.tenantId, eventId: params.event_id }
    return report(app, request, async (tx) => {
      await findVisibleEvent(tx, actor, params.event_id)
      return (await readInventory(tx, key)).map(viewInventory)
    })
  })

  app.get('/events/:event_id/day', { config: read, schema: operations.getDay }, (request) => {
    const { actor, params } = request
    const key = { tenantId: actor.tenantId, eventId: params.event_id }
    return report(app, request, async (tx) => readDay(tx, key, await findVisibleEvent(tx, actor, params.event_id)))
  })
}

/** A tablet works at its own desk of its own event; to it there are no others. */
function checkDesk({ device }: Actor, eventId: string, deskId?: string): void {
  if (!device) return
  if (device.eventId !== eventId) throw new Problem('EVENT_NOT_FOUND')
  if (deskId !== undefined && device.deskId !== deskId) throw new Problem('DESK_NOT_FOUND')
}
