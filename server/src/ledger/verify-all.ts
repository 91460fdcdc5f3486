import type { Database } from '../platform/database.ts'
import { findTenantHead, listTenantIds } from '../tenants/tenants.sql.ts'
import { findMisfiledPeople, listEventIds } from './verify.sql.ts'
import { expectHead, verifyEvent, walkAudit } from './verify-event.ts'

export type VerifyReport = {
  tenants: number
  events: number
  registrations: number
  ledgerEntries: number
  auditEntries: number
  deviations: { tenantId: string; eventId: string | null; deviation: string }[]
}

/**
 * Recomputes the books of every event of every tenant, or of one event: `allot verify`. Each event is one snapshot,
 * so it may run beside a busy server.
 */
export async function verifyAll(db: Database, onlyEventId?: string): Promise<VerifyReport> {
  const report: VerifyReport = {
    tenants: 0,
    events: 0,
    registrations: 0,
    ledgerEntries: 0,
    auditEntries: 0,
    deviations: [],
  }
  for (const tenantId of await listTenantIds(db)) {
    const eventIds = await db.read(tenantId, (tx) => listEventIds(tx, tenantId, onlyEventId))
    if (eventIds.length > 0 || onlyEventId === undefined) report.tenants += 1
    for (const eventId of eventIds) {
      const found = await db.read(tenantId, (tx) => verifyEvent(tx, { tenantId, eventId }))
      report.events += 1
      report.registrations += found.registrations
      report.ledgerEntries += found.ledgerEntries
      report.auditEntries += found.auditEntries
      report.deviations.push(...found.deviations.map((deviation) => ({ tenantId, eventId, deviation })))
    }
    if (onlyEventId === undefined) await verifyTenant(db, tenantId, report)
  }
  return report
}

/** The audit trail of what belongs to no event, and by which words people are found. */
async function verifyTenant(db: Database, tenantId: string, report: VerifyReport): Promise<void> {
  const deviations: string[] = []
  await db.read(tenantId, async (tx) => {
    const walk = await walkAudit(tx, tenantId, tenantId, deviations)
    expectHead(deviations, 'audit trail of the tenant', walk, await findTenantHead(tx, tenantId))
    report.auditEntries += walk.count
    deviations.push(...(await findMisfiledPeople(tx, tenantId)))
  })
  report.deviations.push(...deviations.map((deviation) => ({ tenantId, eventId: null, deviation })))
}
