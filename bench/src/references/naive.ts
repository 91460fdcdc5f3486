import { ledgerText } from '@allot/core'
import type pg from 'pg'
import { auditText } from '../../../server/src/audit/audit.sql.ts'
import { linkHash } from '../../../server/src/platform/chain.ts'
import type { Approver, Pending } from './function.ts'

/**
 * Approvals as they are plainly written: lock, look, decide, write, commit, one statement after the other, without
 * authentication or idempotency. It keeps the same books and chains under the same policies, so that every way can work
 * on one event and be recomputed afterwards; its statements are prepared, to its favour.
 *
 * @returns the registration as it was answered; null where it is refused
 */
export async function approvePlainly(
  client: pg.ClientBase,
  { tenantId, approverId }: Approver,
  { eventId, id: registrationId }: Pending,
): Promise<Record<string, unknown> | null> {
  const ids = [tenantId, eventId]
  await client.query('begin')
  await ask(client, 'set_tenant', [tenantId])
  const books = await ask<BooksRow>(client, 'lock_books', ids)
  const registration = await ask<RegistrationRow>(client, 'find_registration', [...ids, registrationId])
  const option = await ask<StockRow>(client, 'find_option', [...ids, registration.event_option_id])
  const slot = await ask<StockRow>(client, 'find_slot', [...ids, registration.preferred_slot_id])
  if (
    registration.status !== 'PENDING' ||
    books.committed + registration.amount > books.budget ||
    option.committed >= option.total ||
    slot.committed >= slot.total
  ) {
    await client.query('rollback')
    return null
  }

  const entryNo = books.ledger_count + 1
  const at = books.now
  const amount = registration.amount
  const posting = { kind: 'COMMIT', amountMinor: amount, balanceMinor: books.committed + amount } as const
  const text = ledgerText({ ...posting, eventId, entryNo, registrationId, actorId: approverId, at })
  const hash = linkHash(books.ledger_hash, text)
  const detailJson = JSON.stringify({ event_option_id: registration.event_option_id, amount_minor: amount })
  const auditNo = books.audit_count + 1
  const note = {
    action: 'registration.approved',
    subjectId: registrationId,
    actorId: approverId,
    apiKeyId: null,
    fromStatus: 'PENDING',
    toStatus: 'APPROVED',
    detailJson,
    at,
  }
  const auditHash = linkHash(books.audit_hash, auditText(eventId, auditNo, note))

  await ask(client, 'save_registration', [...ids, registrationId, registration.preferred_slot_id, at, approverId])
  await ask(client, 'save_books', [...ids, amount, entryNo, hash, auditNo, auditHash])
  await ask(client, 'save_option', [...ids, registration.event_option_id, amount])
  await ask(client, 'save_slot', [...ids, registration.preferred_slot_id])
  await ask(client, 'add_entry', [
    ...ids,
    entryNo,
    registrationId,
    amount,
    posting.balanceMinor,
    approverId,
    at,
    books.ledger_hash,
    hash,
  ])
  await ask(client, 'add_note', [
    ...ids,
    auditNo,
    registrationId,
    approverId,
    detailJson,
    at,
    books.audit_hash,
    auditHash,
  ])
  await client.query('commit')
  const { preferred_slot_id, ...rest } = registration
  return { ...rest, id: registrationId, status: 'APPROVED', assigned_slot_id: preferred_slot_id, approved_at: at }
}

type BooksRow = {
  budget: number
  committed: number
  ledger_count: number
  ledger_hash: Buffer
  audit_count: number
  audit_hash: Buffer
  now: Date
}
type RegistrationRow = { status: string; amount: number; event_option_id: string; preferred_slot_id: string }
type StockRow = { committed: number; total: number }

const statements = {
  set_tenant: "select set_config('allot.tenant_id', $1, true)",
  lock_books: `select budget_minor as budget, budget_committed_minor as committed, ledger_count, ledger_hash,
                      audit_count, audit_hash, clock_timestamp() as now
                 from event_books where tenant_id = $1 and event_id = $2 for update`,
  find_registration: `select status, amount_minor as amount, event_option_id, preferred_slot_id
                        from registrations where tenant_id = $1 and event_id = $2 and id = $3`,
  find_option: `select committed_count as committed, total_available as total
                  from event_options where tenant_id = $1 and event_id = $2 and id = $3`,
  find_slot: `select committed_count as committed, capacity as total
                from pickup_slots where tenant_id = $1 and event_id = $2 and id = $3`,
  save_registration: `update registrations
                         set status = 'APPROVED', assigned_slot_id = $4, approved_at = $5, approved_by = $6
                       where tenant_id = $1 and event_id = $2 and id = $3`,
  save_books: `update event_books
                  set budget_committed_minor = budget_committed_minor + $3, pending_minor = pending_minor - $3,
                      pending_count = pending_count - 1, approved_count = approved_count + 1,
                      ledger_count = $4, ledger_hash = $5, audit_count = $6, audit_hash = $7
                where tenant_id = $1 and event_id = $2`,
  save_option: `update event_options
                   set committed_count = committed_count + 1, pending_count = pending_count - 1,
                       amount_committed_minor = amount_committed_minor + $4
                 where tenant_id = $1 and event_id = $2 and id = $3`,
  save_slot: `update pickup_slots set committed_count = committed_count + 1, pending_count = pending_count - 1
               where tenant_id = $1 and event_id = $2 and id = $3`,
  add_entry: `insert into ledger_entries (tenant_id, event_id, entry_no, registration_id, kind, amount_minor,
                balance_minor, actor_id, created_at, previous_hash, hash)
              values ($1, $2, $3, $4, 'COMMIT', $5, $6, $7, $8, $9, $10)`,
  add_note: `insert into audit_entries (tenant_id, scope_id, entry_no, action, subject_id, actor_id, from_status,
               to_status, detail, created_at, previous_hash, hash)
             values ($1, $2, $3, 'registration.approved', $4, $5, 'PENDING', 'APPROVED', $6, $7, $8, $9)`,
} as const

/** Asks by name, and waits; what does not find its row is a fault of the measurement. */
async function ask<Row extends object>(
  client: pg.ClientBase,
  name: keyof typeof statements,
  values: unknown[],
): Promise<Row> {
  const { rows, rowCount } = await client.query<Row>({ name, text: statements[name], values })
  if (rowCount !== 1) throw new Error(`${name} found ${rowCount} rows`)
  return rows[0] ?? ({} as Row)
}
