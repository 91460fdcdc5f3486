import { findLedgerErrors, ledgerText } from '@allot/core'
import { auditText } from '../audit/audit.sql.ts'
import type { AuditRow } from '../audit/audit.sql.ts'
import type { EventKey } from '../events/books.sql.ts'
import { linkHash } from '../platform/chain.ts'
import type { Tx } from '../platform/database.ts'
import { findCounterDeviations } from './verify.sql.ts'
import { readAuditForward, readLedgerForward } from './verify.sql.ts'
import type { LedgerRow } from './ledger.sql.ts'

/** What recomputing an event's books found; empty `deviations` where all is as it should be. */
export type Verification = {
  ledgerEntries: number
  auditEntries: number
  registrations: number
  /** One sentence each; at most `MOST_DEVIATIONS` of them. */
  deviations: string[]
}

const MOST_DEVIATIONS = 100
/** Entries read at a time: a chain of any length is walked in constant memory. */
const PAGE = 5_000

/**
 * Recomputes everything an event's books claim, from the rows themselves: counters and sums, the ledger's balances,
 * both chains, and that ledger and registrations tell one story. The caller's transaction is one snapshot, so that it
 * may run while the event goes on.
 */
export async function verifyEvent(tx: Tx, key: EventKey): Promise<Verification> {
  const { books, registrations, deviations } = await findCounterDeviations(tx, key)
  if (!books) return { ledgerEntries: 0, auditEntries: 0, registrations, deviations: ['the event has no books'] }

  const ledger = await walkLedger(tx, key, deviations)
  expectHead(deviations, 'ledger', ledger, { count: books.ledger_count, hash: books.ledger_hash })
  if (ledger.balance !== books.budget_committed_minor) {
    deviations.push(`the ledger adds up to ${ledger.balance}, budget_committed is ${books.budget_committed_minor}`)
  }
  const audit = await walkAudit(tx, key.tenantId, key.eventId, deviations)
  expectHead(deviations, 'audit trail', audit, { count: books.audit_count, hash: books.audit_hash })
  return {
    ledgerEntries: ledger.count,
    auditEntries: audit.count,
    registrations,
    deviations: deviations.slice(0, MOST_DEVIATIONS),
  }
}

type Walk = { count: number; hash: Buffer }

async function walkLedger(tx: Tx, key: EventKey, deviations: string[]): Promise<Walk & { balance: number }> {
  let walk: Walk & { balance: number } = { count: 0, hash: Buffer.alloc(0), balance: 0 }
  for (;;) {
    const rows = await readLedgerForward(tx, key, walk.count, PAGE)
    const entries = rows.map((row) => entryOf(key, row))
    deviations.push(...findLedgerErrors(entries, walk.balance, walk.count).map((error) => `ledger: ${error}`))
    for (const [index, row] of rows.entries()) {
      const entry = entries[index]
      if (entry) checkLink(deviations, 'ledger', walk.hash, row, ledgerText(entry))
      walk = { count: row.entry_no, hash: row.hash, balance: row.balance_minor }
    }
    if (rows.length < PAGE || deviations.length > MOST_DEVIATIONS) return walk
  }
}

/** Walks one audit chain, of an event or of a tenant, and says where it is broken. */
export async function walkAudit(tx: Tx, tenantId: string, scopeId: string, deviations: string[]): Promise<Walk> {
  let walk: Walk = { count: 0, hash: Buffer.alloc(0) }
  for (;;) {
    const rows = await readAuditForward(tx, { tenantId, scopeId }, walk.count, PAGE)
    for (const row of rows) {
      if (row.entry_no !== walk.count + 1) {
        deviations.push(`audit trail: entry ${row.entry_no} stands where ${walk.count + 1} should`)
      }
      checkLink(deviations, 'audit trail', walk.hash, row, textOf(scopeId, row))
      walk = { count: row.entry_no, hash: row.hash }
    }
    if (rows.length < PAGE || deviations.length > MOST_DEVIATIONS) return walk
  }
}

export function expectHead(deviations: string[], name: string, walk: Walk, head: Walk): void {
  if (walk.count !== head.count) deviations.push(`${name}: ${walk.count} entries, the books count ${head.count}`)
  if (!walk.hash.equals(head.hash)) deviations.push(`${name}: its last hash is not the one in the books`)
}

function checkLink(
  deviations: string[],
  name: string,
  previous: Buffer,
  row: { entry_no: number; previous_hash: Buffer; hash: Buffer },
  text: string,
): void {
  if (!row.previous_hash.equals(previous)) {
    deviations.push(`${name}: entry ${row.entry_no} does not follow the one before it`)
  }
  if (!linkHash(row.previous_hash, text).equals(row.hash)) {
    deviations.push(`${name}: entry ${row.entry_no} is not what its hash was taken over`)
  }
}

function entryOf({ eventId }: EventKey, row: LedgerRow) {
  return {
    eventId,
    entryNo: row.entry_no,
    registrationId: row.registration_id,
    kind: row.kind,
    amountMinor: row.amount_minor,
    balanceMinor: row.balance_minor,
    actorId: row.actor_id,
    at: row.created_at,
  }
}

function textOf(scopeId: string, row: Omit<AuditRow, 'detail'> & { detail_json: string | null }): string {
  return auditText(scopeId, row.entry_no, {
    action: row.action,
    subjectId: row.subject_id,
    actorId: row.actor_id,
    apiKeyId: row.api_key_id,
    fromStatus: row.from_status,
    toStatus: row.to_status,
    detailJson: row.detail_json,
    idempotencyKey: row.idempotency_key,
    at: row.created_at,
  })
}
