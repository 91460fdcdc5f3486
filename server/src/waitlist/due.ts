import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '../platform/database.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Schedule } from '../platform/worker.ts'
import { settleWaitlist } from '../registrations/settle-waitlist.ts'
import { listTenantIds } from '../tenants/tenants.sql.ts'
import { findDueEvents } from './waitlist.sql.ts'

type WaitlistServices = { db: Database; secrets: Secrets; log: FastifyBaseLogger }

/** Of one tenant at one look: those that are left have their turn at the next. */
const MOST_EVENTS = 100

/** What waitlists have to be looked after for, so that nobody has to ask for something first. */
export function waitlistSchedule(services: WaitlistServices): Schedule {
  return { name: 'waitlists-due', every: '* * * * *', perform: () => settleDueWaitlists(services) }
}

/**
 * Does what is due in all waitlists: ends offers that have run out, lets the rest come up, draws lotteries. Every
 * decision on an event does the same for it. Any number of servers may do it at once: the lock of the event decides; and
 * an event that cannot be had now keeps no other waiting.
 */
export async function settleDueWaitlists({ db, secrets, log }: WaitlistServices): Promise<void> {
  for (const tenantId of await listTenantIds(db)) {
    const eventIds = await db.read(tenantId, (tx) => findDueEvents(tx, tenantId, MOST_EVENTS))
    for (const eventId of eventIds) {
      await db
        .transaction(tenantId, (tx) => settleWaitlist(tx, secrets, { tenantId, eventId }))
        .catch((error: unknown) => log.warn({ err: error, eventId }, 'a waitlist is left for the next look'))
    }
  }
}
