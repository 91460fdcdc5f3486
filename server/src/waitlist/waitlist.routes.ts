import { operations } from '@allot/contract'
import { isToBeDrawn } from '../events/event-view.ts'
import { findVisibleEvent } from '../events/find-event.ts'
import type { App } from '../platform/http.ts'
import { answerOnce } from '../platform/idempotency.ts'
import { isId } from '../platform/ids.ts'
import { rangeOf, sendPage } from '../platform/paging.ts'
import { Problem } from '../platform/problem.ts'
import { report } from '../platform/reports.ts'
import { anybody, hasPermission, may } from '../platform/roles.ts'
import { askInTurn } from '../registrations/ask-in-turn.ts'
import type { DecisionQueues } from '../registrations/ask-in-turn.ts'
import { drawWaitlist } from './draw.ts'
import { moveOnWaitlist } from './move.ts'
import { answerOffer, readOffer } from './offers.ts'
import { viewEntry, viewPlace, withoutTurns } from './waitlist-view.ts'
import { listEntries, listEntriesOf } from './waitlist.sql.ts'

export function waitlistRoutes(app: App, queues: DecisionQueues): void {
  app.post(
    '/events/:event_id/waitlist',
    { config: may('registration.own'), schema: operations.joinWaitlist },
    async (request, reply) => {
      const { actor, body, params } = request
      const personId = body.user_id ?? actor.userId
      if (personId !== actor.userId && !hasPermission(actor.role, 'registration.decide')) {
        throw new Problem('FORBIDDEN', 'You may only put yourself on the waitlist.')
      }
      return askInTurn(queues, request, reply, params.event_id, {
        kind: 'wait',
        personId,
        optionIds: body.any_of ?? (body.event_option_id === undefined ? [] : [body.event_option_id]),
        slotLabel: body.preferred_pickup_slot ?? null,
        notes: body.notes ?? null,
      })
    },
  )

  app.get(
    '/events/:event_id/waitlist',
    { config: may('registration.read'), schema: operations.listWaitlist },
    async (request, reply) => {
      const { actor, params, query } = request
      const range = rangeOf(query, isId)
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      const filter = { state: query.state, optionId: query.event_option_id }
      const { event, page } = await report(app, request, async (tx) => {
        const event = await findVisibleEvent(tx, actor, params.event_id)
        return { event, page: await listEntries(tx, key, filter, range) }
      })
      const inTurn = isToBeDrawn(event) ? withoutTurns : (row: (typeof page.rows)[number]) => row
      return sendPage(
        reply,
        range,
        page,
        (row) => row.registration_id,
        (row) => viewEntry(inTurn(row)),
      )
    },
  )

  app.get(
    '/events/:event_id/waitlist/me',
    { config: may('registration.own'), schema: operations.getMyWaitlist },
    ({ actor, params }) => {
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      return app.db.read(actor.tenantId, async (tx) => {
        const event = await findVisibleEvent(tx, actor, params.event_id)
        const rows = await listEntriesOf(tx, key, actor.userId)
        return rows.map((row) => viewPlace(isToBeDrawn(event) ? withoutTurns(row) : row))
      })
    },
  )

  app.post(
    '/events/:event_id/waitlist/draw',
    { config: may('event.manage'), schema: operations.drawWaitlist },
    async (request, reply) => {
      const { actor, params } = request
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 200 }, (tx) =>
        drawWaitlist(tx, app.secrets, actor, key),
      )
    },
  )

  app.post(
    '/events/:event_id/waitlist/:registration_id/move',
    { config: may('registration.decide'), schema: operations.moveOnWaitlist },
    async (request, reply) => {
      const { actor, body, params } = request
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 200 }, async (tx) =>
        viewEntry(await moveOnWaitlist(tx, actor, key, params.registration_id, body)),
      )
    },
  )

  app.post(
    '/events/:event_id/waitlist/:registration_id/accept',
    { config: may('registration.own'), schema: operations.acceptOffer },
    (request, reply) =>
      askInTurn(queues, request, reply, request.params.event_id, {
        kind: 'accept',
        registrationId: request.params.registration_id,
      }),
  )

  app.post(
    '/events/:event_id/waitlist/:registration_id/decline',
    { config: may('registration.own'), schema: operations.declineOffer },
    (request, reply) =>
      askInTurn(queues, request, reply, request.params.event_id, {
        kind: 'decline',
        registrationId: request.params.registration_id,
      }),
  )

  app.get('/offers/:token', { config: anybody, schema: operations.getOffer }, ({ params }) =>
    readOffer(app.db, params.token),
  )

  app.post('/offers/:token/accept', { config: anybody, schema: operations.acceptOfferByLink }, ({ params, id }) =>
    answerOffer({ db: app.db, queues }, params.token, 'accept', id),
  )

  app.post('/offers/:token/decline', { config: anybody, schema: operations.declineOfferByLink }, ({ params, id }) =>
    answerOffer({ db: app.db, queues }, params.token, 'decline', id),
  )
}
