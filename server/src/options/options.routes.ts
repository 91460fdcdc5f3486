import { operations } from '@allot/contract'
import type { Promote } from '../events/change-event.ts'
import { viewOption } from '../events/event-view.ts'
import { findVisibleEvent } from '../events/find-event.ts'
import type { App } from '../platform/http.ts'
import { answerOnce } from '../platform/idempotency.ts'
import { isId } from '../platform/ids.ts'
import { rangeOf, sendPage } from '../platform/paging.ts'
import { hasPermission, may } from '../platform/roles.ts'
import { createOption, updateOption } from './change-option.ts'
import { findOption, listOptions } from './options.sql.ts'

export function optionRoutes(app: App, promote: Promote): void {
  app.post(
    '/events/:event_id/options',
    { config: may('event.manage'), schema: operations.createOption },
    async (request, reply) => {
      const { actor, body, params } = request
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 201 }, async (tx) => {
        const { option, event } = await createOption(tx, actor, key, body)
        return viewOption(option, event, actor.role)
      })
    },
  )

  app.get(
    '/events/:event_id/options',
    { config: may('event.read'), schema: operations.listOptions },
    async ({ actor, params, query }, reply) => {
      const range = rangeOf(query, isId)
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      const { event, page } = await app.db.read(actor.tenantId, async (tx) => {
        const event = await findVisibleEvent(tx, actor, params.event_id)
        return { event, page: await listOptions(tx, key, hasPermission(actor.role, 'event.manage'), range) }
      })
      return sendPage(
        reply,
        range,
        page,
        ({ id }) => id,
        (option) => viewOption(option, event, actor.role),
      )
    },
  )

  app.put(
    '/events/:event_id/options/:option_id',
    { config: may('event.manage'), schema: operations.updateOption },
    async (request, reply) => {
      const { actor, body, params } = request
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 200 }, async (tx) => {
        const { option, event } = await updateOption(tx, actor, key, params.option_id, body)
        const isNew = await promote(tx, key)
        const now = isNew ? await findOption(tx, key, option.id) : option
        return viewOption(now ?? option, event, actor.role)
      })
    },
  )

  app.delete(
    '/events/:event_id/options/:option_id',
    { config: may('event.manage'), schema: operations.archiveOption },
    async (request, reply) => {
      const { actor, params } = request
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 204 }, async (tx) => {
        await updateOption(tx, actor, key, params.option_id, { is_active: false })
        return null
      })
    },
  )
}
