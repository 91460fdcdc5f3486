import { leaseSchedule } from './desks/due.ts'
import { notificationWork } from './notifications/notifications.ts'
import type { MailServices } from './notifications/deliver-mail.ts'
import { openOutbox } from './outbox/outbox.ts'
import type { Outbox } from './outbox/outbox.ts'
import { requestedTeller } from './outbox/requested-teller.ts'
import { checkWorker } from './platform/catalogue.ts'
import type { ChangeFeed } from './platform/change-feed.ts'
import { SettingsError } from './platform/config.ts'
import type { Connection } from './platform/database.ts'
import { openMailer } from './platform/mailer.ts'
import type { MailerOptions } from './platform/mailer.ts'
import type { AddressGuard } from './platform/public-address.ts'
import { openWorker } from './platform/worker.ts'
import { waitlistSchedule } from './waitlist/due.ts'
import { createWebhooks } from './webhooks/webhooks.ts'

export type WorkOptions = Omit<MailServices, 'mailer'> & {
  feed: ChangeFeed
  /** As the role for tasks. */
  connection: Connection
  /** The mail server; undefined where there is none. */
  mail: MailerOptions | undefined
  /** Where webhooks may go. */
  guard: AddressGuard
  lookEveryMs?: number | undefined
}

export type Working = { outbox: Outbox; close(): Promise<void> }

/**
 * Puts together what is done beside requests: who is told of changes, which tasks there are, and what has its time.
 *
 * @throws SettingsError of one line, where the database was not prepared for it
 */
export async function openWork(options: WorkOptions): Promise<Working> {
  const { feed, connection, mail, guard, lookEveryMs, ...services } = options
  const { db, log } = services
  const unprepared = await checkWorker(connection)
  if (unprepared !== undefined) throw new SettingsError(unprepared)
  const work = await openWorker({ connection, log })
  const mailer = mail && openMailer(mail)
  const notifications = notificationWork({ ...services, mailer }, work)
  const webhooks = createWebhooks({ db, secrets: services.secrets, guard }, work)
  await work.start(
    [...notifications.tasks, ...webhooks.tasks],
    [
      ...notifications.schedules,
      ...webhooks.schedules,
      waitlistSchedule({ db, secrets: services.secrets, log }),
      leaseSchedule({ db, log }),
    ],
  )
  const outbox = openOutbox({
    db,
    feed,
    tellers: [requestedTeller, notifications.teller, webhooks.teller],
    log,
    lookEveryMs,
  })
  return {
    outbox,
    close: async () => {
      await outbox.close()
      await work.close()
      mailer?.close()
    },
  }
}
