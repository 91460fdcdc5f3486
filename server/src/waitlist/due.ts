import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '../platform/database.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { DecisionQueues } from '../registrations/registrations.routes.ts'
import { settleWaitlist } from '../registrations/settle-waitlist.ts'
import { listTenantIds } from '../tenants/tenants.sql.ts'
import { findDueEvents } from './waitlist.sql.ts'

export type WaitlistServices = { db: Database; secrets: Secrets; queues: Pick<DecisionQueues, 'run'> }

/** Of one tenant at one look: those that are left have their turn at the next. */
const MOST_EVENTS = 100
const LOOK_EVERY_MS = 30_000

/** Looks again and again for what is due, one look at a time. @returns what stops it */
export function keepDue(services: WaitlistServices, log: FastifyBaseLogger): () => void {
  let isStopped = false
  let timer = setTimeout(look, LOOK_EVERY_MS).unref()
  async function look(): Promise<void> {
    await settleDueWaitlists(services).catch((error: unknown) =>
      log.warn({ err: error }, 'waitlists are left for later'),
    )
    if (!isStopped) timer = setTimeout(look, LOOK_EVERY_MS).unref()
  }
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}

/**
 * Does what is due in all waitlists: ends offers that have run out, lets the rest come up, draws lotteries. Every
 * decision on an event does the same for it, so this only sees to it that nobody has to ask for something first. Any
 * number of servers may do it at once: the lock of the event decides.
 */
export async function settleDueWaitlists({ db, secrets, queues }: WaitlistServices): Promise<void> {
  for (const tenantId of await listTenantIds(db)) {
    const eventIds = await db.read(tenantId, (tx) => findDueEvents(tx, tenantId, MOST_EVENTS))
    for (const eventId of eventIds) {
      const key = { tenantId, eventId }
      await queues.run(key, () => db.transaction(tenantId, (tx) => settleWaitlist(tx, secrets, key)))
    }
  }
}
