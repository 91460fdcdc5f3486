import { operations } from '@allot/contract'
import type { App } from '../platform/http.ts'
import { Problem } from '../platform/problem.ts'
import { deviceEvenRevoked } from '../platform/roles.ts'

/** What tablets tell of the time without a network. */
export function offlineRoutes(app: App): void {
  app.post('/desk/log', { config: deviceEvenRevoked, schema: operations.sendDeskLog }, async () => {
    throw new Problem('UNAVAILABLE')
  })
}
