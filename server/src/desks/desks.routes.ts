import { operations } from '@allot/contract'
import { findVisibleEvent } from '../events/find-event.ts'
import { readClock } from '../platform/database.ts'
import { addressOf } from '../platform/http.ts'
import type { App } from '../platform/http.ts'
import { answerOnce } from '../platform/idempotency.ts'
import { isId } from '../platform/ids.ts'
import { rangeOf, sendPage } from '../platform/paging.ts'
import { Problem } from '../platform/problem.ts'
import { anybody, deviceOnly, may } from '../platform/roles.ts'
import { tenantOfOffer } from '../platform/secrets.ts'
import type { Throttle } from '../platform/throttle.ts'
import { archiveDesk, createDesk, mustFindDesk, updateDesk } from './change-desk.ts'
import { viewDesk, viewDevice } from './desk-view.ts'
import { listDesks } from './desks.sql.ts'
import { listDevices } from './devices.sql.ts'
import { createDevice, enrolWithCode, revokeDevice } from './enrol.ts'
import { giveBackLease, leaseDesk } from './lease.ts'
import { deviceOf, findDeskPeople, readOwnDesk } from './own-desk.ts'

const manage = may('event.manage')
const read = may('event.manage', 'collection.collect')
const path = '/events/:event_id/desks'
const one = `${path}/:desk_id`

/** Desks and their tablets, for organisers; and what a tablet asks for itself. */
export function deskRoutes(app: App, enrolThrottle: Throttle): void {
  changeRoutes(app)
  readRoutes(app)
  enrolmentRoutes(app, enrolThrottle)
  tabletRoutes(app)
}

function changeRoutes(app: App): void {
  app.post(path, { config: manage, schema: operations.createDesk }, async (request, reply) => {
    const { actor, body, params } = request
    const key = { tenantId: actor.tenantId, eventId: params.event_id }
    return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 201 }, async (tx) =>
      viewDesk(await createDesk(tx, actor, key, body)),
    )
  })

  app.put(one, { config: manage, schema: operations.updateDesk }, async (request, reply) => {
    const { actor, body, params } = request
    const key = { tenantId: actor.tenantId, eventId: params.event_id, deskId: params.desk_id }
    return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 200 }, async (tx) =>
      viewDesk(await updateDesk(tx, actor, key, body)),
    )
  })

  app.delete(one, { config: manage, schema: operations.archiveDesk }, async (request, reply) => {
    const { actor, params } = request
    const key = { tenantId: actor.tenantId, eventId: params.event_id, deskId: params.desk_id }
    return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 204 }, (tx) =>
      archiveDesk(tx, actor, key),
    )
  })
}

function readRoutes(app: App): void {
  app.get(path, { config: read, schema: operations.listDesks }, async ({ actor, params, query }, reply) => {
    const range = rangeOf(query, isId)
    const key = { tenantId: actor.tenantId, eventId: params.event_id }
    const page = await app.db.read(actor.tenantId, async (tx) => {
      await findVisibleEvent(tx, actor, params.event_id)
      return listDesks(tx, key, range)
    })
    return sendPage(reply, range, page, ({ id }) => id, viewDesk)
  })

  app.get(one, { config: read, schema: operations.getDesk }, ({ actor, params }) => {
    const key = { tenantId: actor.tenantId, eventId: params.event_id, deskId: params.desk_id }
    return app.db.read(actor.tenantId, async (tx) => {
      await findVisibleEvent(tx, actor, params.event_id)
      return viewDesk(await mustFindDesk(tx, key))
    })
  })

  app.get(
    `${one}/devices`,
    { config: read, schema: operations.listDeskDevices },
    async ({ actor, params, query }, reply) => {
      const range = rangeOf(query, isId)
      const key = { tenantId: actor.tenantId, eventId: params.event_id, deskId: params.desk_id }
      const { now, ...page } = await app.db.read(actor.tenantId, async (tx) => {
        await findVisibleEvent(tx, actor, params.event_id)
        await mustFindDesk(tx, key)
        const [at, found] = await Promise.all([readClock(tx), listDevices(tx, key, range)])
        return { ...found, now: at }
      })
      return sendPage(
        reply,
        range,
        page,
        ({ id }) => id,
        (device) => viewDevice(device, now),
      )
    },
  )
}

function enrolmentRoutes(app: App, throttle: Throttle): void {
  app.post(`${one}/devices`, { config: manage, schema: operations.createDeskDevice }, async (request, reply) => {
    const { actor, body, params } = request
    const key = { tenantId: actor.tenantId, eventId: params.event_id, deskId: params.desk_id }
    return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 201 }, (tx) =>
      createDevice(tx, actor, key, body.name ?? null, app.publicUrl),
    )
  })

  app.delete(
    `${one}/devices/:device_id`,
    { config: manage, schema: operations.revokeDeskDevice },
    async (request, reply) => {
      const { actor, params } = request
      const key = { tenantId: actor.tenantId, eventId: params.event_id, deskId: params.desk_id }
      return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 204 }, (tx) =>
        revokeDevice(tx, actor, key, params.device_id),
      )
    },
  )

  app.post('/desk/enrolments', { config: anybody, schema: operations.enrolDesk }, async (request, reply) => {
    const { body } = request
    await throttle.take(addressOf(request))
    const tenantId = tenantOfOffer(body.code)
    if (tenantId === undefined) throw new Problem('CODE_NOT_FOUND')
    const enrolment = { code: body.code, publicKey: Buffer.from(body.public_key, 'base64url'), name: body.name ?? null }
    return answerOnce(app, request, reply, { tenantId, status: 201 }, (tx) => enrolWithCode(tx, tenantId, enrolment))
  })
}

function tabletRoutes(app: App): void {
  app.get('/desk', { config: deviceOnly, schema: operations.getOwnDesk }, ({ actor }) =>
    readOwnDesk(app.db, deviceOf(actor)),
  )

  app.get('/desk/people', { config: deviceOnly, schema: operations.listDeskPeople }, ({ actor, query }) =>
    findDeskPeople(app.db, deviceOf(actor), query),
  )

  app.post('/desk/leases', { config: deviceOnly, schema: operations.leaseDesk }, async (request, reply) => {
    const device = deviceOf(request.actor)
    return answerOnce(app, request, reply, { tenantId: device.tenantId, status: 200 }, (tx) =>
      leaseDesk(tx, device, request.body),
    )
  })

  app.delete(
    '/desk/leases/current',
    { config: deviceOnly, schema: operations.giveBackLease },
    async (request, reply) => {
      const device = deviceOf(request.actor)
      return answerOnce(app, request, reply, { tenantId: device.tenantId, status: 204 }, (tx) =>
        giveBackLease(tx, device),
      )
    },
  )
}
