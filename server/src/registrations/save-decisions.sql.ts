import type { BookChanges } from '@allot/core'
import type { EventKey } from '../events/books.sql.ts'
import type { ChainHead } from '../platform/chain.ts'
import type { Tx } from '../platform/database.ts'
import type { RegistrationRow } from './registrations.sql.ts'

/** A registration as it is to be written; with its QR token's hash where it is new. */
export type NewRegistration = RegistrationRow & { qr_hash: Buffer; created_by: string }
/** A label that a person proposes first, in an event that defines no slots. */
export type ProposedSlot = { id: string; label: string; capacity: number }
/** An answer to keep under its key, sealed. */
export type AnswerToKeep = {
  callerId: string
  operation: string
  key: string
  requestHash: Buffer
  status: number
  sealed: Buffer
}

const insertSlots = {
  name: 'insert_proposed_slots',
  text: `insert into pickup_slots (tenant_id, event_id, id, label, capacity, is_defined)
         select $1, $2, id, label, capacity, false
           from unnest($3::uuid[], $4::text[], $5::integer[]) as proposed (id, label, capacity)
         on conflict (tenant_id, event_id, label) do update
            set is_active = true, is_defined = false, has_own_capacity = false, capacity = excluded.capacity,
                location = null, starts_at = null, ends_at = null, updated_at = now()`,
}

export function saveProposedSlots(tx: Tx, key: EventKey, slots: readonly ProposedSlot[]): void {
  if (slots.length === 0) return
  tx.write(insertSlots, [
    key.tenantId,
    key.eventId,
    slots.map(({ id }) => id),
    slots.map(({ label }) => label),
    slots.map(({ capacity }) => capacity),
  ])
}

const insertRegistrations = {
  name: 'insert_registrations',
  text: `insert into registrations (tenant_id, event_id, id, user_id, event_option_id, status, amount_minor,
           preferred_slot_id, assigned_slot_id, qr_hash, notes, created_at, created_by, approved_at, approved_by)
         select $1, $2, * from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::bigint[], $8::uuid[],
           $9::uuid[], $10::bytea[], $11::text[], $12::timestamptz[], $13::uuid[], $14::timestamptz[], $15::uuid[])`,
}

export function saveNewRegistrations(tx: Tx, key: EventKey, rows: readonly NewRegistration[]): void {
  if (rows.length === 0) return
  const column = <T>(pick: (row: NewRegistration) => T) => rows.map(pick)
  tx.write(insertRegistrations, [
    key.tenantId,
    key.eventId,
    column((row) => row.id),
    column((row) => row.user_id),
    column((row) => row.event_option_id),
    column((row) => row.status),
    column((row) => row.amount_minor),
    column((row) => row.preferred_slot_id),
    column((row) => row.assigned_slot_id),
    column((row) => row.qr_hash),
    column((row) => row.notes),
    column((row) => row.created_at.toISOString()),
    column((row) => row.created_by),
    column((row) => row.approved_at?.toISOString() ?? null),
    column((row) => row.approved_by),
  ])
}

const updateRegistrations = {
  name: 'update_registrations',
  text: `update registrations r
            set status = n.status, preferred_slot_id = n.preferred_slot_id, assigned_slot_id = n.assigned_slot_id,
                notes = n.notes, approved_at = n.approved_at, approved_by = n.approved_by
           from unnest($3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $7::text[], $8::timestamptz[], $9::uuid[])
             as n (id, status, preferred_slot_id, assigned_slot_id, notes, approved_at, approved_by)
          where r.tenant_id = $1 and r.event_id = $2 and r.id = n.id`,
}

export function saveChangedRegistrations(tx: Tx, key: EventKey, rows: readonly RegistrationRow[]): void {
  if (rows.length === 0) return
  const column = <T>(pick: (row: RegistrationRow) => T) => rows.map(pick)
  tx.write(updateRegistrations, [
    key.tenantId,
    key.eventId,
    column((row) => row.id),
    column((row) => row.status),
    column((row) => row.preferred_slot_id),
    column((row) => row.assigned_slot_id),
    column((row) => row.notes),
    column((row) => row.approved_at?.toISOString() ?? null),
    column((row) => row.approved_by),
  ])
}

const updateOptions = {
  name: 'update_option_counts',
  text: `update event_options o
            set committed_count = o.committed_count + c.committed, pending_count = o.pending_count + c.pending,
                amount_committed_minor = o.amount_committed_minor + c.amount
           from unnest($3::uuid[], $4::integer[], $5::integer[], $6::bigint[]) as c (id, committed, pending, amount)
          where o.tenant_id = $1 and o.event_id = $2 and o.id = c.id`,
}

const updateSlots = {
  name: 'update_slot_counts',
  text: `update pickup_slots s
            set committed_count = s.committed_count + c.committed, pending_count = s.pending_count + c.pending
           from unnest($3::uuid[], $4::integer[], $5::integer[]) as c (id, committed, pending)
          where s.tenant_id = $1 and s.event_id = $2 and s.id = c.id`,
}

const updateBooks = {
  name: 'update_books',
  text: `update event_books
            set budget_committed_minor = budget_committed_minor + $3, pending_minor = pending_minor + $4,
                pending_count = pending_count + $5, approved_count = approved_count + $6,
                rejected_count = rejected_count + $7, cancelled_count = cancelled_count + $8,
                registered_users_count = registered_users_count + $9,
                ledger_count = $10, ledger_hash = $11, audit_count = $12, audit_hash = $13
          where tenant_id = $1 and event_id = $2`,
}

/** Adds a batch's differences to the counters. They are guarded: a CHECK stands on each of them. */
export function saveCounters(
  tx: Tx,
  key: EventKey,
  changes: BookChanges,
  heads: { ledger: ChainHead; audit: ChainHead },
): void {
  const options = [...changes.options].sort(byId)
  const slots = [...changes.slots].sort(byId)
  if (options.length > 0) {
    tx.write(updateOptions, [
      key.tenantId,
      key.eventId,
      options.map(([id]) => id),
      options.map(([, { committed }]) => committed),
      options.map(([, { pending }]) => pending),
      options.map(([, { amountMinor }]) => amountMinor),
    ])
  }
  if (slots.length > 0) {
    tx.write(updateSlots, [
      key.tenantId,
      key.eventId,
      slots.map(([id]) => id),
      slots.map(([, { committed }]) => committed),
      slots.map(([, { pending }]) => pending),
    ])
  }
  const { statuses } = changes
  tx.write(updateBooks, [
    key.tenantId,
    key.eventId,
    changes.committedMinor,
    changes.pendingMinor,
    statuses.PENDING,
    statuses.APPROVED,
    statuses.REJECTED,
    statuses.CANCELLED,
    changes.people,
    heads.ledger.count,
    heads.ledger.hash,
    heads.audit.count,
    heads.audit.hash,
  ])
}

const insertAnswers = {
  name: 'insert_answers',
  // A key that has grown old is as good as new; a fresh one of another event's batch fails here, and the batch with
  // it, which then tries again and finds the answer.
  text: `insert into idempotency_keys as kept (tenant_id, caller_id, operation, key, request_hash, status, answer)
         select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::bytea[], $6::smallint[], $7::bytea[])
         on conflict (tenant_id, caller_id, operation, key) do update
            set request_hash = excluded.request_hash, status = excluded.status, answer = excluded.answer,
                created_at = case when kept.created_at < now() - interval '24 hours' then now() end`,
}

/** Keeps answers under their keys. `created_at` may not be null: that is what refuses a key that is still fresh. */
export function saveAnswers(tx: Tx, tenantId: string, answers: readonly AnswerToKeep[]): void {
  if (answers.length === 0) return
  // Batches of two events may bring the same keys: in one order everywhere, they wait for each other and never cross.
  const inOrder = [...answers].sort((a, b) => byId([nameOf(a), a], [nameOf(b), b]))
  tx.write(insertAnswers, [
    tenantId,
    inOrder.map(({ callerId }) => callerId),
    inOrder.map(({ operation }) => operation),
    inOrder.map(({ key }) => key),
    inOrder.map(({ requestHash }) => requestHash),
    inOrder.map(({ status }) => status),
    inOrder.map(({ sealed }) => sealed),
  ])
}

function nameOf({ callerId, operation, key }: AnswerToKeep): string {
  return `${callerId} ${operation} ${key}`
}

/** Locks are taken in one order everywhere: event, options by id, slots by id. */
function byId([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0
}
