import type { SignIn } from '../accounts/sign-in.ts'
import type { App } from '../platform/http.ts'
import type { Teller } from '../outbox/teller.ts'
import type { Schedule, Task, Work } from '../platform/worker.ts'
import { askForMail, mailTask } from './deliver-mail.ts'
import type { MailServices } from './deliver-mail.ts'
import { inboxRoutes } from './inbox.routes.ts'
import { outboxRoutes } from './outbox.routes.ts'
import { linkRequestRoutes } from './link-request.routes.ts'
import { noticeSchedules } from './reminders.ts'
import { noticeSettingsRoutes } from './settings.routes.ts'
import { tellNotices } from './tell-notices.ts'
import { templateRoutes } from './templates.routes.ts'

/** Everything of notices that answers requests. */
export function notificationRoutes(app: App, signIn: SignIn, isMailSetUp: boolean): void {
  linkRequestRoutes(app, signIn)
  inboxRoutes(app)
  noticeSettingsRoutes(app, isMailSetUp)
  templateRoutes(app, isMailSetUp)
  outboxRoutes(app, isMailSetUp)
}

/** Everything of notices that is done beside requests. */
export function notificationWork(
  services: MailServices,
  work: Work,
): { teller: Teller; tasks: Task[]; schedules: Schedule[] } {
  const { db, log } = services
  return {
    teller: { name: 'notices', tell: tellNotices, deliver: (tenantId) => askForMail(db, work, tenantId) },
    tasks: [mailTask(services, work)],
    schedules: noticeSchedules(db, log),
  }
}
