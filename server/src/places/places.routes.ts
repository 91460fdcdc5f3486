import { operations } from '@allot/contract'
import type { Promote } from '../events/change-event.ts'
import { findVisibleEvent } from '../events/find-event.ts'
import type { Database } from '../platform/database.ts'
import type { App } from '../platform/http.ts'
import { answerOnce } from '../platform/idempotency.ts'
import { report } from '../platform/reports.ts'
import { may } from '../platform/roles.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { DecisionQueues } from '../registrations/ask-in-turn.ts'
import { readBalance } from './balance.ts'
import { movePeople } from './move-people.ts'
import { makeSlots, trySlots } from './plan-slots.ts'

type PlaceServices = { db: Database; secrets: Secrets; queues: DecisionQueues; promote: Promote }

export function placeRoutes(app: App, { db, secrets, queues, promote }: PlaceServices): void {
  app.post(
    '/events/:event_id/slots/plan',
    { config: may('event.manage'), schema: operations.planSlots },
    async (request, reply) => {
      const { actor, body, params } = request
      const { tenantId } = actor
      const key = { tenantId, eventId: params.event_id }
      if (body.dry_run) return db.read(tenantId, (tx) => trySlots(tx, actor, key, body))
      return answerOnce(app, request, reply, { tenantId, status: 200 }, async (tx) => {
        const made = await makeSlots(tx, actor, key, body)
        await promote(tx, key)
        return made
      })
    },
  )

  app.post(
    '/events/:event_id/slots/:slot_id/move',
    { config: may('registration.decide'), schema: operations.movePeople },
    async (request, reply) => {
      const { actor, body, params } = request
      const { tenantId } = actor
      const key = { tenantId, eventId: params.event_id }
      const ask = { key, actor, fromId: params.slot_id, input: body }
      if (body.dry_run) return db.read(tenantId, (tx) => movePeople(tx, secrets, ask))
      // In the event's line, so that nobody's decision waits in the database for a whole move.
      return queues.run(key, () =>
        answerOnce(app, request, reply, { tenantId, status: 200 }, (tx) => movePeople(tx, secrets, ask)),
      )
    },
  )

  app.get(
    '/events/:event_id/slots/balance',
    { config: may('registration.read'), schema: operations.getSlotBalance },
    (request) => {
      const { actor, params } = request
      return report(app, request, async (tx) => {
        const event = await findVisibleEvent(tx, actor, params.event_id)
        return readBalance(tx, { tenantId: actor.tenantId, eventId: params.event_id }, event)
      })
    },
  )
}
