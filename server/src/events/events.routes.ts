import { operations } from '@allot/contract'
import type { EventView } from '@allot/contract'
import type { FastifyReply } from 'fastify'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { versionWanted } from '../platform/http.ts'
import type { App } from '../platform/http.ts'
import { answerOnce } from '../platform/idempotency.ts'
import { isId } from '../platform/ids.ts'
import { rangeOf, sendPage } from '../platform/paging.ts'
import { report } from '../platform/reports.ts'
import { hasPermission, may } from '../platform/roles.ts'
import { createEvent, updateEvent } from './change-event.ts'
import type { EventNow, Promote } from './change-event.ts'
import { viewEvent } from './event-view.ts'
import type { EventKey } from './books.sql.ts'
import { findEvent, findOptionsOf, listEvents } from './events.sql.ts'
import { findVisibleEvent } from './find-event.ts'
import { findSummaries } from './summary.sql.ts'
import type { SummaryRow } from './summary.sql.ts'
import { readVariance } from './variance.ts'

export function eventRoutes(app: App, promote: Promote): void {
  app.post('/events', { config: may('event.manage'), schema: operations.createEvent }, async (request, reply) => {
    const { actor, body } = request
    return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 201 }, async (tx) =>
      show(tx, reply, actor, await createEvent(tx, actor, body)),
    )
  })

  app.get('/events', { config: may('event.read'), schema: operations.listEvents }, async (request, reply) => {
    const { actor, query } = request

    const range = rangeOf(query, isId)
    const { is_active: isActive, q: contains, slug } = query
    const wanted = { isActive, withDrafts: hasPermission(actor.role, 'event.manage'), contains, slug }
    const { page, options, summaries } = await report(app, request, async (tx) => {
      const page = await listEvents(tx, actor.tenantId, wanted, range)
      const ids = page.rows.map(({ id }) => id)
      const [options, summaries] = await Promise.all([
        findOptionsOf(tx, actor.tenantId, ids),
        summariesFor(tx, actor, ids),
      ])
      return { page, options, summaries }
    })
    const summaryOf = ({ id }: { id: string }) => summaries.find(({ event_id }) => event_id === id)
    return sendPage(
      reply,
      range,
      page,
      ({ id }) => id,
      (event) => viewEvent(event, options, actor, summaryOf(event)),
    )
  })

  app.get('/events/:event_id', { config: may('event.read'), schema: operations.getEvent }, async (request, reply) => {
    const { actor, params } = request
    return app.db.read(actor.tenantId, async (tx) => {
      const [event, options] = await Promise.all([
        findVisibleEvent(tx, actor, params.event_id),
        findOptionsOf(tx, actor.tenantId, [params.event_id]),
      ])
      return show(tx, reply, actor, { event, options })
    })
  })

  app.put(
    '/events/:event_id',
    { config: may('event.manage'), schema: operations.updateEvent },
    async (request, reply) => {
      const { actor, body, params } = request
      const wanted = versionWanted(request)
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 200 }, async (tx) =>
        show(tx, reply, actor, await promoted(tx, key, await updateEvent(tx, actor, key, body, wanted), promote)),
      )
    },
  )

  app.delete(
    '/events/:event_id',
    { config: may('event.manage'), schema: operations.archiveEvent },
    async (request, reply) => {
      const { actor, params } = request
      const wanted = versionWanted(request)
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 204 }, async (tx) => {
        await updateEvent(tx, actor, key, { is_active: false }, wanted)
        return null
      })
    },
  )

  app.get(
    '/events/:event_id/budget-variance',
    { config: may('registration.read'), schema: operations.getBudgetVariance },
    (request) => {
      const { actor, params } = request

      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      return report(app, request, async (tx) =>
        readVariance(tx, key, await findVisibleEvent(tx, actor, params.event_id)),
      )
    },
  )
}

/** An event as it is once those who wait have had what a change freed. */
async function promoted(tx: Tx, key: EventKey, changed: EventNow, promote: Promote): Promise<EventNow> {
  if (!(await promote(tx, key))) return changed
  const [event, options] = await Promise.all([findEvent(tx, key), findOptionsOf(tx, key.tenantId, [key.eventId])])
  if (!event) throw new Error('an event is gone that was just changed')
  return { event, options }
}

/** An event on its way out, its version as the ETag. */
async function show(tx: Tx, reply: FastifyReply, actor: Actor, { event, options }: EventNow): Promise<EventView> {
  const [summary] = await summariesFor(tx, actor, [event.id])
  reply.header('etag', `"${event.version}"`)
  return viewEvent(event, options, actor, summary)
}

/** How events stand, for those who may know. */
async function summariesFor(tx: Tx, { tenantId, role }: Actor, eventIds: string[]): Promise<SummaryRow[]> {
  return hasPermission(role, 'registration.read') ? findSummaries(tx, tenantId, eventIds) : []
}
