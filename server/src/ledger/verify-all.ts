import type { Database, Tx } from '../platform/database.ts'
import { findTenantHead, listTenantIds } from '../tenants/tenants.sql.ts'
import { countKeptWords, countWords, listEventIds } from './verify.sql.ts'
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

/** People looked at by one statement: about a second, and no statement may take more than a few. */
const PEOPLE_AT_ONCE = 2_000
const MOST_DEVIATIONS = 100

/**
 * Whether everybody is found by the words of their name, address and department, and by no others; the words themselves
 * are not said. As many as there should be, and none of them missing: then there are no others.
 */
export async function findMisfiledPeople(tx: Tx, tenantId: string): Promise<string[]> {
  const deviations: string[] = []
  let found = 0
  for (let after: string | undefined; ;) {
    const people = await countWords(tx, tenantId, after, PEOPLE_AT_ONCE)
    for (const { id, said, missing } of people) {
      found += said - missing
      if (missing > 0 && deviations.length < MOST_DEVIATIONS)
        deviations.push(
          `person ${id}: is not found by ${missing} of the ${said} words of their name, address and department`,
        )
    }
    after = people.at(-1)?.id
    if (people.length < PEOPLE_AT_ONCE) break
  }
  const wrong = (await countKeptWords(tx, tenantId)) - found
  if (wrong > 0) deviations.push(`people are found by words that are not theirs: ${wrong}`)
  return deviations
}
