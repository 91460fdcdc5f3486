import type { BookChanges } from '@allot/core'
import type { ChainHead } from '../platform/chain.ts'
import type { Tx } from '../platform/database.ts'
import type { RegistrationRow } from './registrations.sql.ts'

/** A registration as it is to be written; with its QR token's hash where it is new. */
export type NewRegistration = RegistrationRow & { qr_hash: Buffer; created_by: string }
/** A label that a person proposes first, in an event that defines no slots. */
export type ProposedSlot = { id: string; label: string; capacity: number }
/** What a batch adds to the counters of an event, and where its chains end then. */
export type CounterChanges = { eventId: string; changes: BookChanges; ledger: ChainHead; audit: ChainHead }
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
         select $1, event_id, id, label, capacity, false
           from unnest($2::uuid[], $3::uuid[], $4::text[], $5::integer[]) as proposed (event_id, id, label, capacity)
         on conflict (tenant_id, event_id, label) do update
            set is_active = true, is_defined = false, has_own_capacity = false, capacity = excluded.capacity,
                location = null, location_id = null, starts_at = null, ends_at = null, updated_at = now()`,
}

export function saveProposedSlots(
  tx: Tx,
  tenantId: string,
  slots: readonly (ProposedSlot & { eventId: string })[],
): void {
  if (slots.length === 0) return
  tx.write(insertSlots, [
    tenantId,
    slots.map(({ eventId }) => eventId),
    slots.map(({ id }) => id),
    slots.map(({ label }) => label),
    slots.map(({ capacity }) => capacity),
  ])
}

const insertRegistrations = {
  name: 'insert_registrations',
  text: `insert into registrations (tenant_id, event_id, id, user_id, event_option_id, status, amount_minor,
           preferred_slot_id, assigned_slot_id, qr_hash, notes, created_at, created_by, approved_at, approved_by)
         select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::bigint[], $8::uuid[],
           $9::uuid[], $10::bytea[], $11::text[], $12::timestamptz[], $13::uuid[], $14::timestamptz[], $15::uuid[])`,
}

export function saveNewRegistrations(tx: Tx, tenantId: string, rows: readonly NewRegistration[]): void {
  if (rows.length === 0) return
  const column = <T>(pick: (row: NewRegistration) => T) => rows.map(pick)
  tx.write(insertRegistrations, [
    tenantId,
    column((row) => row.event_id),
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
           from unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $7::text[], $8::timestamptz[],
                $9::uuid[])
             as n (event_id, id, status, preferred_slot_id, assigned_slot_id, notes, approved_at, approved_by)
          where r.tenant_id = $1 and r.event_id = n.event_id and r.id = n.id`,
}

/** One that is alone: what it costs to plan for any number of rows is more than changing it. */
const updateRegistration = {
  name: 'update_registration',
  text: `update registrations
            set status = $4, preferred_slot_id = $5, assigned_slot_id = $6, notes = $7, approved_at = $8, approved_by = $9
          where tenant_id = $1 and event_id = $2 and id = $3`,
}

export function saveChangedRegistrations(tx: Tx, tenantId: string, rows: readonly RegistrationRow[]): void {
  const [row] = rows
  if (!row) return
  if (rows.length === 1) {
    const { event_id, id, status, preferred_slot_id, assigned_slot_id, notes, approved_at, approved_by } = row
    const moment = approved_at?.toISOString() ?? null
    const columns = [status, preferred_slot_id, assigned_slot_id, notes, moment, approved_by]
    tx.write(updateRegistration, [tenantId, event_id, id, ...columns])
    return
  }
  const column = <T>(pick: (row: RegistrationRow) => T) => rows.map(pick)
  tx.write(updateRegistrations, [
    tenantId,
    column((row) => row.event_id),
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
           from unnest($2::uuid[], $3::uuid[], $4::integer[], $5::integer[], $6::bigint[])
             as c (event_id, id, committed, pending, amount)
          where o.tenant_id = $1 and o.event_id = c.event_id and o.id = c.id`,
}

const updateSlots = {
  name: 'update_slot_counts',
  text: `update pickup_slots s
            set committed_count = s.committed_count + c.committed, pending_count = s.pending_count + c.pending
           from unnest($2::uuid[], $3::uuid[], $4::integer[], $5::integer[]) as c (event_id, id, committed, pending)
          where s.tenant_id = $1 and s.event_id = c.event_id and s.id = c.id`,
}

const updateBooks = {
  name: 'update_books',
  text: `update event_books b
            set budget_committed_minor = b.budget_committed_minor + c.committed_minor,
                pending_minor = b.pending_minor + c.pending_minor, pending_count = b.pending_count + c.pending,
                approved_count = b.approved_count + c.approved, rejected_count = b.rejected_count + c.rejected,
                cancelled_count = b.cancelled_count + c.cancelled,
                registered_users_count = b.registered_users_count + c.people,
                ledger_count = c.ledger_count, ledger_hash = c.ledger_hash,
                audit_count = c.audit_count, audit_hash = c.audit_hash
           from unnest($2::uuid[], $3::bigint[], $4::bigint[], $5::integer[], $6::integer[], $7::integer[],
                $8::integer[], $9::integer[], $10::bigint[], $11::bytea[], $12::bigint[], $13::bytea[])
             as c (event_id, committed_minor, pending_minor, pending, approved, rejected, cancelled, people,
                ledger_count, ledger_hash, audit_count, audit_hash)
          where b.tenant_id = $1 and b.event_id = c.event_id`,
}

/** Adds a batch's differences to the counters of each event. They are guarded: a CHECK stands on each of them. */
export function saveCounters(tx: Tx, tenantId: string, counters: readonly CounterChanges[]): void {
  if (counters.length === 0) return
  const options = counters.flatMap(({ eventId, changes }) =>
    [...changes.options].map(([id, change]) => ({ eventId, id, ...change })),
  )
  const slots = counters.flatMap(({ eventId, changes }) =>
    [...changes.slots].map(([id, change]) => ({ eventId, id, ...change })),
  )
  options.sort(byId)
  slots.sort(byId)
  if (options.length > 0) {
    tx.write(updateOptions, [
      tenantId,
      options.map(({ eventId }) => eventId),
      options.map(({ id }) => id),
      options.map(({ committed }) => committed),
      options.map(({ pending }) => pending),
      options.map(({ amountMinor }) => amountMinor),
    ])
  }
  if (slots.length > 0) {
    tx.write(updateSlots, [
      tenantId,
      slots.map(({ eventId }) => eventId),
      slots.map(({ id }) => id),
      slots.map(({ committed }) => committed),
      slots.map(({ pending }) => pending),
    ])
  }
  const column = <T>(pick: (one: CounterChanges) => T) => counters.map(pick)
  tx.write(updateBooks, [
    tenantId,
    column(({ eventId }) => eventId),
    column(({ changes }) => changes.committedMinor),
    column(({ changes }) => changes.pendingMinor),
    column(({ changes }) => changes.statuses.PENDING),
    column(({ changes }) => changes.statuses.APPROVED),
    column(({ changes }) => changes.statuses.REJECTED),
    column(({ changes }) => changes.statuses.CANCELLED),
    column(({ changes }) => changes.people),
    column(({ ledger }) => ledger.count),
    column(({ ledger }) => ledger.hash),
    column(({ audit }) => audit.count),
    column(({ audit }) => audit.hash),
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
  const inOrder = answers.map((answer) => ({ id: nameOf(answer), ...answer })).sort(byId)
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

/** Locks are taken in one order everywhere: events, options by id, slots by id. */
function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
