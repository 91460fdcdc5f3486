import { operations } from '@allot/contract'
import { deviceOf } from '../desks/own-desk.ts'
import type { App } from '../platform/http.ts'
import { answerOnce } from '../platform/idempotency.ts'
import { deviceEvenRevoked } from '../platform/roles.ts'
import { sendLog } from './send-log.ts'
import type { Recording } from './send-log.ts'

/** What tablets tell of the time without a network. */
export function offlineRoutes(app: App, recording: Recording): void {
  app.post('/desk/log', { config: deviceEvenRevoked, schema: operations.sendDeskLog }, async (request, reply) => {
    const device = deviceOf(request.actor)
    return answerOnce(app, request, reply, { tenantId: device.tenantId, status: 200 }, (tx) =>
      sendLog(tx, device, request.body, recording),
    )
  })
}
