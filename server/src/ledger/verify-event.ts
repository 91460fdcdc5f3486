import { findLedgerErrors, ledgerText } from '@allot/core'
import { auditText } from '../audit/audit.sql.ts'
import type { AuditRow } from '../audit/audit.sql.ts'
import type { EventKey } from '../events/books.sql.ts'
import { linkHash } from '../platform/chain.ts'
import type { Tx } from '../platform/database.ts'
import { findCollectionDeviations } from './verify-collections.sql.ts'
import { findCounterDeviations, readAuditForward, readLedgerForward, readTold } from './verify.sql.ts'
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
  const told = await readTold(tx, key)
  const requested = new Map<number, number>()
  const audit = await walkAudit(tx, key.tenantId, key.eventId, deviations, (row) => {
    if (row.entry_no <= told.toldNo) addGrowth(requested, row)
  })
  deviations.push(...findMistold(told, requested, audit.count))
  deviations.push(...(await findCollectionDeviations(tx, key)))
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
export async function walkAudit(
  tx: Tx,
  tenantId: string,
  scopeId: string,
  deviations: string[],
  visit?: (row: AuditText) => void,
): Promise<Walk> {
  let walk: Walk = { count: 0, hash: Buffer.alloc(0) }
  for (;;) {
    const rows = await readAuditForward(tx, { tenantId, scopeId }, walk.count, PAGE)
    for (const row of rows) {
      if (row.entry_no !== walk.count + 1) {
        deviations.push(`audit trail: entry ${row.entry_no} stands where ${walk.count + 1} should`)
      }
      checkLink(deviations, 'audit trail', walk.hash, row, textOf(scopeId, row))
      visit?.(row)
      walk = { count: row.entry_no, hash: row.hash }
    }
    if (rows.length < PAGE || deviations.length > MOST_DEVIATIONS) return walk
  }
}

export function expectHead(deviations: string[], name: string, walk: Walk, head: Walk): void {
  if (walk.count !== head.count) deviations.push(`${name}: ${walk.count} entries, the books count ${head.count}`)
  if (!walk.hash.equals(head.hash)) deviations.push(`${name}: its last hash is not the one in the books`)
}

const QUARTER_MS = 15 * 60_000

/** Adds by how much an entry changed what is requested to the quarter of an hour in which it did. */
function addGrowth(
  requested: Map<number, number>,
  { from_status, to_status, detail_json, created_at }: AuditText,
): void {
  if ((from_status === 'PENDING') === (to_status === 'PENDING')) return
  const amount = (JSON.parse(detail_json ?? '{}') as { amount_minor?: unknown } | null)?.amount_minor
  // An amount that somebody made no number counts as none, and is found all the same.
  const minor = typeof amount === 'number' ? amount : 0
  const quarter = Math.floor(created_at.getTime() / QUARTER_MS) * QUARTER_MS
  requested.set(quarter, (requested.get(quarter) ?? 0) + (to_status === 'PENDING' ? minor : -minor))
}

/** Where what was told of a trail is not what the trail says. */
function findMistold(
  { toldNo, changes }: Awaited<ReturnType<typeof readTold>>,
  requested: ReadonlyMap<number, number>,
  auditCount: number,
): string[] {
  const told = new Map(changes.map(({ begins_at, growth_minor }) => [begins_at.getTime(), growth_minor]))
  const quarters = [...new Set([...told.keys(), ...requested.keys()])].sort((a, b) => a - b)
  const mistold = quarters.flatMap((quarter) => {
    const [kept, counted] = [told.get(quarter) ?? 0, requested.get(quarter) ?? 0]
    const from = new Date(quarter).toISOString()
    return kept === counted ? [] : [`requested from ${from}: it grew by ${kept}, by the audit trail by ${counted}`]
  })
  return toldNo > auditCount ? [`requested: told up to entry ${toldNo}, there are ${auditCount}`, ...mistold] : mistold
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

type AuditText = Omit<AuditRow, 'detail'> & { detail_json: string | null }

function textOf(scopeId: string, row: AuditText): string {
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
