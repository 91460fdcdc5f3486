import { operations } from '@allot/contract'
import { viewEvent } from '../events/event-view.ts'
import type { App } from '../platform/http.ts'
import { answerOnce } from '../platform/idempotency.ts'
import { may } from '../platform/roles.ts'
import { createSampleEvent } from './sample-event.ts'

export function demoRoutes(app: App): void {
  app.post(
    '/tenant/sample-event',
    { config: may('event.manage'), schema: operations.createSampleEvent },
    async (request, reply) => {
      const { actor } = request
      return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 201 }, async (tx) => {
        const { event, options } = await createSampleEvent(tx, app.secrets, actor)
        return viewEvent(event, options, actor)
      })
    },
  )
}
