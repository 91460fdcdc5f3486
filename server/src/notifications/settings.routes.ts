import { operations } from '@allot/contract'
import { findVisibleEvent } from '../events/find-event.ts'
import type { App } from '../platform/http.ts'
import { answerOnce } from '../platform/idempotency.ts'
import { may } from '../platform/roles.ts'
import { findEventSettings, findTenantSettings, saveEventSettings, saveTenantSettings } from './settings.sql.ts'

/** How an organisation, and an event, tells people. */
export function noticeSettingsRoutes(app: App, isMailSetUp: boolean): void {
  app.get(
    '/notification-settings',
    { config: may('tenant.manage'), schema: operations.getTenantNotificationSettings },
    async ({ actor }) => {
      const settings = await app.db.read(actor.tenantId, (tx) => findTenantSettings(tx, actor.tenantId))
      return { ...settings, is_mail_set_up: isMailSetUp }
    },
  )

  app.put(
    '/notification-settings',
    { config: may('tenant.manage'), schema: operations.updateTenantNotificationSettings },
    async (request, reply) => {
      const { tenantId } = request.actor
      const { language, reply_to, is_mail_paused } = request.body
      return answerOnce(app, request, reply, { tenantId, status: 200 }, async (tx) => {
        const before = await findTenantSettings(tx, tenantId)
        const settings = {
          language: language ?? before.language,
          reply_to: reply_to === undefined ? before.reply_to : reply_to,
          is_mail_paused: is_mail_paused ?? before.is_mail_paused,
        }
        await saveTenantSettings(tx, tenantId, settings)
        return { ...settings, is_mail_set_up: isMailSetUp }
      })
    },
  )

  app.get(
    '/events/:event_id/notification-settings',
    { config: may('event.manage'), schema: operations.getEventNotificationSettings },
    ({ actor, params }) =>
      app.db.read(actor.tenantId, async (tx) => {
        await findVisibleEvent(tx, actor, params.event_id)
        return findEventSettings(tx, { tenantId: actor.tenantId, eventId: params.event_id })
      }),
  )

  app.put(
    '/events/:event_id/notification-settings',
    { config: may('event.manage'), schema: operations.updateEventNotificationSettings },
    async (request, reply) => {
      const { actor, body, params } = request
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 200 }, async (tx) => {
        await findVisibleEvent(tx, actor, params.event_id)
        const before = await findEventSettings(tx, key)
        const sent = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
        const settings = { ...before, ...sent }
        await saveEventSettings(tx, key, settings)
        return settings
      })
    },
  )
}
