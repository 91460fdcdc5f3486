import { operations } from '@allot/contract'
import { printBadges } from '../documents/badges.ts'
import { printPickupList } from '../documents/pickup-list.ts'
import { printReport } from '../documents/print-report.ts'
import { findVisibleEvent } from '../events/find-event.ts'
import type { Exports } from '../platform/exports.ts'
import type { App } from '../platform/http.ts'
import { answerOnce } from '../platform/idempotency.ts'
import { isId } from '../platform/ids.ts'
import { rangeOf, sendPage } from '../platform/paging.ts'
import { report } from '../platform/reports.ts'
import { may } from '../platform/roles.ts'
import { closeBooks, previewClosing, reopenBooks } from './close-books.ts'
import { listOutcomes, viewOutcome } from './outcomes.sql.ts'
import { makeReport } from './report.ts'

/** @param printing documents under way: each is set in memory, a page at a time */
export function closingRoutes(app: App, printing: Exports): void {
  app.get(
    '/events/:event_id/closing',
    { config: may('registration.read'), schema: operations.getClosing },
    ({ actor, params }) =>
      app.db.read(actor.tenantId, (tx) =>
        previewClosing(tx, actor, { tenantId: actor.tenantId, eventId: params.event_id }),
      ),
  )

  app.post(
    '/events/:event_id/closing',
    { config: may('event.manage'), schema: operations.closeBooks },
    (request, reply) => {
      const { actor, params, body } = request
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 200 }, (tx) =>
        closeBooks(tx, actor, key, body),
      )
    },
  )

  app.post(
    '/events/:event_id/closing/reopen',
    { config: may('event.manage'), schema: operations.reopenBooks },
    (request, reply) => {
      const { actor, params, body } = request
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 200 }, (tx) =>
        reopenBooks(tx, actor, key, body.reason),
      )
    },
  )

  app.get(
    '/events/:event_id/outcomes',
    { config: may('registration.read'), schema: operations.listOutcomes },
    async (request, reply) => {
      const { actor, params, query } = request
      const range = rangeOf(query, isId)
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      const { event, page } = await report(app, request, async (tx) => {
        const [event, page] = await Promise.all([
          findVisibleEvent(tx, actor, params.event_id),
          listOutcomes(tx, key, query, range),
        ])
        return { event, page }
      })
      return sendPage(
        reply,
        range,
        page,
        ({ id }) => id,
        (row) => viewOutcome(row, event.currency),
      )
    },
  )

  app.get('/events/:event_id/report', { config: may('registration.read'), schema: operations.getReport }, (request) => {
    const { actor, params, query } = request
    const key = { tenantId: actor.tenantId, eventId: params.event_id }
    return report(app, request, (tx) => makeReport(tx, actor, key, query.compare))
  })

  app.get(
    '/events/:event_id/report.pdf',
    { config: { ...may('registration.read'), isStream: true }, schema: operations.printReport },
    async ({ actor, params, query }, reply) => {
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      await printing.send(reply, actor, async (tx) => {
        const event = await findVisibleEvent(tx, actor, params.event_id)
        return printReport(event, await makeReport(tx, actor, key, query.compare))
      })
      return reply as never
    },
  )

  app.get(
    '/events/:event_id/badges.pdf',
    { config: { ...may('event.manage'), isStream: true }, schema: operations.printBadges },
    async ({ actor, params, query }, reply) => {
      await printing.send(reply, actor, async (tx) =>
        printBadges(tx, app.secrets, actor.tenantId, await findVisibleEvent(tx, actor, params.event_id), query),
      )
      return reply as never
    },
  )

  app.get(
    '/events/:event_id/pickup-list.pdf',
    { config: { ...may('collection.collect'), isStream: true }, schema: operations.printPickupList },
    async ({ actor, params, query }, reply) => {
      await printing.send(reply, actor, async (tx) =>
        printPickupList(tx, actor, await findVisibleEvent(tx, actor, params.event_id), query),
      )
      return reply as never
    },
  )
}
