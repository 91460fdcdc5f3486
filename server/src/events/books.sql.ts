import { appendAudit } from '../audit/audit.sql.ts'
import type { AuditNote } from '../audit/audit.sql.ts'
import type { ChainHead } from '../platform/chain.ts'
import { sayInstant } from '@allot/core'
import type { Tx } from '../platform/database.ts'

export type EventKey = { tenantId: string; eventId: string }

/** An event's counters and the heads of its chains; amounts in minor units. */
export type BooksRow = {
  budget_minor: number
  budget_committed_minor: number
  pending_minor: number
  pending_count: number
  approved_count: number
  rejected_count: number
  cancelled_count: number
  waitlisted_count: number
  /** How much of what is pending is promised to people who waited. */
  promised_minor: number
  /** When something of the waitlist happens by itself. */
  waitlist_due_at: Date | null
  /** The number of whoever joined the waitlist last. */
  waitlist_last_no: number
  registered_users_count: number
  slots_defined: number
  ledger_count: number
  ledger_hash: Buffer
  audit_count: number
  audit_hash: Buffer
  /** When the books were closed; null while they are open. */
  closed_at: Date | null
}

/** The books with the database's time, read under the lock. */
export type LockedBooks = BooksRow & { now: Date }

export const booksColumns = `budget_minor, budget_committed_minor, pending_minor, pending_count, approved_count,
  rejected_count, cancelled_count, waitlisted_count, promised_minor, waitlist_due_at, waitlist_last_no,
  registered_users_count, slots_defined, ledger_count, ledger_hash,
  audit_count, audit_hash, closed_at`

/**
 * Locks the books of an event until the transaction ends. Always the first statement of whatever changes an event,
 * and one of its own: under READ COMMITTED a row that is joined, but not itself locked, is read as it was before the
 * wait. What is read after it is what the one before left (`approve.race.test.ts` shows it).
 */
export const lockBooksStatement = {
  name: 'lock_books',
  text: `select ${booksColumns}, clock_timestamp() as now
           from event_books where tenant_id = $1 and event_id = $2 for no key update`,
}

export async function lockBooks(tx: Tx, key: EventKey): Promise<LockedBooks | undefined> {
  const [row] = await tx.query<LockedBooks>(lockBooksStatement, [key.tenantId, key.eventId])
  return row
}

/** Locks those of several events that nobody has locked. Who waits for nobody can hold others up, but not for ever. */
export const lockFreeBooksStatement = {
  name: 'lock_free_books',
  text: `select event_id, ${booksColumns}, clock_timestamp() as now
           from event_books where tenant_id = $1 and event_id = any($2)
          order by event_id for no key update skip locked`,
}

export async function lockFreeBooks(
  tx: Tx,
  tenantId: string,
  eventIds: readonly string[],
): Promise<(LockedBooks & { event_id: string })[]> {
  return tx.query<LockedBooks & { event_id: string }>(lockFreeBooksStatement, [tenantId, eventIds])
}

/** The books as they are now, without the lock: for reports and questions, never for a decision. */
export async function readBooks(tx: Tx, key: EventKey): Promise<LockedBooks | undefined> {
  const [row] = await tx.query<LockedBooks>(
    {
      name: 'read_books',
      text: `select ${booksColumns}, clock_timestamp() as now from event_books where tenant_id = $1 and event_id = $2`,
    },
    [key.tenantId, key.eventId],
  )
  return row
}

export async function insertBooks(tx: Tx, key: EventKey, budgetMinor: number): Promise<void> {
  await tx.query('insert into event_books (tenant_id, event_id, budget_minor) values ($1, $2, $3)', [
    key.tenantId,
    key.eventId,
    budgetMinor,
  ])
}

/** Who changed something; nobody where time did. */
export type ChangedBy = { userId: string | null; apiKeyId: string | null }

/** What somebody changed in an event, for its audit trail. */
export type EventNote = Omit<AuditNote, 'actorId' | 'apiKeyId' | 'at'>

/** Notes a change of the event in its trail; the caller has the books locked. Goes along with the commit. */
export function noteChange(
  tx: Tx,
  key: EventKey,
  books: BooksRow & { now: Date },
  by: ChangedBy,
  note: EventNote,
): void {
  noteChanges(tx, key, books, by, [note])
}

/** The same for changes that are made together, in their order. */
export function noteChanges(
  tx: Tx,
  key: EventKey,
  books: BooksRow & { now: Date },
  by: ChangedBy,
  notes: readonly EventNote[],
): void {
  const head: ChainHead = { count: books.audit_count, hash: books.audit_hash }
  const scope = { tenantId: key.tenantId, scopeId: key.eventId }
  const said = notes.map((note) => ({ ...note, actorId: by.userId, apiKeyId: by.apiKeyId, at: books.now }))
  const next = appendAudit(tx, scope, head, said)
  tx.write('update event_books set audit_count = $3, audit_hash = $4 where tenant_id = $1 and event_id = $2', [
    key.tenantId,
    key.eventId,
    next.count,
    next.hash,
  ])
}

export async function setBudget(tx: Tx, key: EventKey, budgetMinor: number): Promise<void> {
  await tx.query('update event_books set budget_minor = $3 where tenant_id = $1 and event_id = $2', [
    key.tenantId,
    key.eventId,
    budgetMinor,
  ])
}

/** Why nothing of an event can be changed once its books are closed. */
export function sayBooksClosed(since: Date, timezone: string): string {
  return `The books of this event were closed on ${sayInstant(since, timezone)} (${timezone}). An organiser can open them again.`
}
