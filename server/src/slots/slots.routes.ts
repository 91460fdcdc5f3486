import { operations } from '@allot/contract'
import type { EventKey } from '../events/books.sql.ts'
import type { Promote } from '../events/change-event.ts'
import { findVisibleEvent } from '../events/find-event.ts'
import type { Tx } from '../platform/database.ts'
import type { App } from '../platform/http.ts'
import { answerOnce } from '../platform/idempotency.ts'
import { isId } from '../platform/ids.ts'
import { rangeOf, sendPage } from '../platform/paging.ts'
import { may } from '../platform/roles.ts'
import { archiveSlot, createSlot, createSlots, updateSlot, viewSlot } from './change-slot.ts'
import { findSlotById, findSlotsByLabel, listSlots } from './slots.sql.ts'
import type { SlotRow } from './slots.sql.ts'

export function slotRoutes(app: App, promote: Promote): void {
  app.post(
    '/events/:event_id/slots',
    { config: may('event.manage'), schema: operations.createSlot },
    async (request, reply) => {
      const { actor, body, params } = request
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 201 }, async (tx) => {
        const { slot, event } = await createSlot(tx, actor, key, body)
        return viewSlot(await promoted(tx, key, slot, promote), event)
      })
    },
  )

  app.post(
    '/events/:event_id/slots/batch',
    { config: may('event.manage'), schema: operations.createSlots },
    async (request, reply) => {
      const { actor, body, params } = request
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 201 }, async (tx) => {
        const { slots, event } = await createSlots(tx, actor, key, body.slots)
        const labels = slots.map(({ label }) => label)
        const now = (await promote(tx, key)) ? await findSlotsByLabel(tx, key, labels) : slots
        const byLabel = new Map(now.map((slot) => [slot.label, slot]))
        return slots.map((slot) => viewSlot(byLabel.get(slot.label) ?? slot, event))
      })
    },
  )

  app.get(
    '/events/:event_id/slots',
    { config: may('event.read'), schema: operations.listSlots },
    async ({ actor, params, query }, reply) => {
      const range = rangeOf(query, isId)
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      const { event, page } = await app.db.read(actor.tenantId, async (tx) => ({
        event: await findVisibleEvent(tx, actor, params.event_id),
        page: await listSlots(tx, key, range),
      }))
      return sendPage(
        reply,
        range,
        page,
        ({ id }) => id,
        (slot) => viewSlot(slot, event),
      )
    },
  )

  app.put(
    '/events/:event_id/slots/:slot_id',
    { config: may('event.manage'), schema: operations.updateSlot },
    async (request, reply) => {
      const { actor, body, params } = request
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 200 }, async (tx) => {
        const { slot, event } = await updateSlot(tx, actor, key, params.slot_id, body)
        return viewSlot(await promoted(tx, key, slot, promote), event)
      })
    },
  )

  app.delete(
    '/events/:event_id/slots/:slot_id',
    { config: may('event.manage'), schema: operations.archiveSlot },
    async (request, reply) => {
      const { actor, params } = request
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 204 }, (tx) =>
        archiveSlot(tx, actor, key, params.slot_id),
      )
    },
  )
}

/** A slot as it is once those who wait have had what a change freed. */
async function promoted(tx: Tx, key: EventKey, slot: SlotRow, promote: Promote): Promise<SlotRow> {
  return (await promote(tx, key)) ? ((await findSlotById(tx, key, slot.id)) ?? slot) : slot
}
