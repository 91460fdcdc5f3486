import type { Database } from '../platform/database.ts'
import { listTenantIds } from '../tenants/tenants.sql.ts'
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
    const eventIds = await db.read(tenantId, (tx) =>
      tx.query<{ id: string }>(
        'select id from events where tenant_id = $1 and ($2::uuid is null or id = $2) order by id',
        [tenantId, onlyEventId ?? null],
      ),
    )
    if (eventIds.length > 0 || onlyEventId === undefined) report.tenants += 1
    for (const { id: eventId } of eventIds) {
      const found = await db.read(tenantId, (tx) => verifyEvent(tx, { tenantId, eventId }))
      report.events += 1
      report.registrations += found.registrations
      report.ledgerEntries += found.ledgerEntries
      report.auditEntries += found.auditEntries
      report.deviations.push(...found.deviations.map((deviation) => ({ tenantId, eventId, deviation })))
    }
    if (onlyEventId === undefined) await verifyTenantTrail(db, tenantId, report)
  }
  return report
}

/** The audit trail of what belongs to no event. */
async function verifyTenantTrail(db: Database, tenantId: string, report: VerifyReport): Promise<void> {
  const deviations: string[] = []
  await db.read(tenantId, async (tx) => {
    const walk = await walkAudit(tx, tenantId, tenantId, deviations)
    const [head] = await tx.query<{ count: number; hash: Buffer }>(
      'select audit_count as count, audit_hash as hash from tenants where id = $1',
      [tenantId],
    )
    if (head) expectHead(deviations, 'audit trail of the tenant', walk, head)
    report.auditEntries += walk.count
  })
  report.deviations.push(...deviations.map((deviation) => ({ tenantId, eventId: null, deviation })))
}
