import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '../platform/database.ts'
import type { Schedule } from '../platform/worker.ts'
import { listTenantIds } from '../tenants/tenants.sql.ts'
import { endDueLeases } from './lease.ts'
import { findEventsWithDueLeases } from './leases.sql.ts'

type DeskServices = { db: Database; log: FastifyBaseLogger }

/** Of one tenant at one look: those that are left have their turn at the next. */
const MOST_LEASES = 500

/** Leases that have run out are ended, so that what they held is free even where no tablet asks for anything. */
export function leaseSchedule(services: DeskServices): Schedule {
  return { name: 'desk-leases-due', every: '* * * * *', perform: () => endAllDueLeases(services) }
}

/** Any number of servers may do it at once; an event that cannot be had now keeps no other waiting. */
export async function endAllDueLeases({ db, log }: DeskServices): Promise<void> {
  for (const tenantId of await listTenantIds(db)) {
    const eventIds = await db.read(tenantId, (tx) => findEventsWithDueLeases(tx, tenantId, MOST_LEASES))
    for (const eventId of eventIds) {
      await db
        .transaction(tenantId, (tx) => endDueLeases(tx, { tenantId, eventId }))
        .catch((error: unknown) => log.warn({ err: error, eventId }, 'leases are left for the next look'))
    }
  }
}
