import { operations } from '@allot/contract'
import { findVisibleEvent } from '../events/find-event.ts'
import type { App } from '../platform/http.ts'
import { answerOnce } from '../platform/idempotency.ts'
import { isId } from '../platform/ids.ts'
import { rangeOf, sendPage } from '../platform/paging.ts'
import { may } from '../platform/roles.ts'
import { archiveLocation, createLocation, findLocation, updateLocation, viewLocation } from './change-location.ts'
import { listLocations } from './locations.sql.ts'

export function locationRoutes(app: App): void {
  app.post(
    '/events/:event_id/locations',
    { config: may('event.manage'), schema: operations.createLocation },
    async (request, reply) => {
      const { actor, body, params } = request
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 201 }, async (tx) =>
        viewLocation(await createLocation(tx, actor, key, body), key.eventId),
      )
    },
  )

  app.get(
    '/events/:event_id/locations',
    { config: may('event.read'), schema: operations.listLocations },
    async ({ actor, params, query }, reply) => {
      const range = rangeOf(query, isId)
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      const page = await app.db.read(actor.tenantId, async (tx) => {
        await findVisibleEvent(tx, actor, params.event_id)
        return listLocations(tx, key, range)
      })
      return sendPage(
        reply,
        range,
        page,
        ({ id }) => id,
        (row) => viewLocation(row, key.eventId),
      )
    },
  )

  app.get(
    '/events/:event_id/locations/:location_id',
    { config: may('event.read'), schema: operations.getLocation },
    ({ actor, params }) => {
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      return app.db.read(actor.tenantId, async (tx) => {
        await findVisibleEvent(tx, actor, params.event_id)
        return viewLocation(await findLocation(tx, key, params.location_id), key.eventId)
      })
    },
  )

  app.put(
    '/events/:event_id/locations/:location_id',
    { config: may('event.manage'), schema: operations.updateLocation },
    async (request, reply) => {
      const { actor, body, params } = request
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 200 }, async (tx) =>
        viewLocation(await updateLocation(tx, actor, key, params.location_id, body), key.eventId),
      )
    },
  )

  app.delete(
    '/events/:event_id/locations/:location_id',
    { config: may('event.manage'), schema: operations.archiveLocation },
    async (request, reply) => {
      const { actor, params } = request
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 204 }, (tx) =>
        archiveLocation(tx, actor, key, params.location_id),
      )
    },
  )
}
