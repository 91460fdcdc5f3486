import { MOST_MONEY, ledgerKinds } from '@allot/core'
import { z } from 'zod'
import * as examples from './examples.ts'
import { count, id, instant, money, page } from './common.ts'

/** A released or returned amount is negative. */
const signedMoney = z.number().min(-MOST_MONEY).max(MOST_MONEY)
const hash = z.string().meta({ description: 'SHA-256, hexadecimal; empty before the first entry' })

export const ledgerEntry = z
  .object({
    entry_no: count,
    registration_id: id,
    kind: z.enum(ledgerKinds),
    amount: signedMoney,
    balance: money,
    actor_id: id,
    actor_name: z.string(),
    person_name: z.string(),
    option_name: z.string(),
    created_at: instant,
    previous_hash: hash,
    hash,
  })
  .meta({ id: 'LedgerEntry', examples: [examples.ledgerEntry] })
export type LedgerEntryView = z.infer<typeof ledgerEntry>

export const auditEntry = z
  .object({
    entry_no: count,
    action: z.string(),
    subject_id: id,
    actor_id: id.nullable().meta({ description: 'null where the operator acted, or Allot by itself' }),
    actor_name: z.string().nullable(),
    person_name: z.string().nullable().meta({ description: 'Whose registration it is, or who it is about' }),
    option_name: z.string().nullable(),
    api_key_id: id.nullable(),
    from_status: z.string().nullable(),
    to_status: z.string().nullable(),
    detail: z.record(z.string(), z.unknown()).nullable(),
    idempotency_key: z.string().nullable(),
    created_at: instant,
    previous_hash: hash,
    hash,
  })
  .meta({ id: 'AuditEntry', examples: [examples.auditEntry] })
export type AuditEntryView = z.infer<typeof auditEntry>

export const ledgerVerification = z
  .object({
    event_id: id,
    is_intact: z.boolean(),
    ledger_entries: count,
    audit_entries: count,
    registrations: count,
    deviations: z.array(z.string()).meta({ description: 'One sentence each; at most 100 are named' }),
    checked_at: instant,
  })
  .meta({ id: 'LedgerVerification', examples: [examples.ledgerVerification] })

/** Money stands in it as it was hashed: in minor units, which no currency changes afterwards. */
const provenEntry = z
  .object({
    entry_no: count,
    registration_id: id,
    kind: z.enum(ledgerKinds),
    amount_minor: z.int(),
    balance_minor: z.int(),
    actor_id: id,
    created_at: instant,
    previous_hash: hash,
    hash: hash.meta({
      description:
        'SHA-256, hexadecimal, of the bytes of previous_hash and then of the JSON array [event_id, entry_no, registration_id, kind, amount_minor, balance_minor, actor_id, created_at], without blanks',
    }),
  })
  .meta({ id: 'ProvenEntry' })

export const ledgerProof = z
  .object({
    event_id: id,
    event_name: z.string(),
    currency: z.string(),
    verification: ledgerVerification,
    entries: z.array(provenEntry).meta({ description: 'All of them, oldest first' }),
  })
  .meta({ id: 'LedgerProof', examples: [examples.ledgerProof] })
export type LedgerProofView = z.infer<typeof ledgerProof>
export type LedgerVerificationView = z.infer<typeof ledgerVerification>

export const historyQuery = z.strictObject({ days: z.enum(['7', '30', 'all']).default('30') })

/** An event's money at the end of each day in its time zone; of today as it is now. */
export const budgetHistory = z
  .object({
    event_id: id,
    currency: z.string(),
    timezone: z.string(),
    points: z
      .array(z.object({ date: z.iso.date(), budget: money, committed: money, requested: money }))
      .meta({ description: 'Oldest first; at most 400, the last ones' }),
  })
  .meta({ id: 'BudgetHistory', examples: [examples.budgetHistory] })
export type BudgetHistoryView = z.infer<typeof budgetHistory>

const ledgerFilter = {
  registration_id: id.optional(),
  kind: z.enum(ledgerKinds).optional(),
  until: instant.optional().meta({ description: 'As it was at that moment; X-Balance is the balance then' }),
}

export const ledgerQuery = page.extend(ledgerFilter)
export const ledgerExportQuery = z.strictObject(ledgerFilter)
export type LedgerQuery = z.infer<typeof ledgerExportQuery>

const auditFilter = {
  subject_id: id.optional(),
  actor_id: id.optional(),
  action: z
    .string()
    .regex(/^[a-z_.]{1,100}$/, 'must be the beginning of an action, such as registration. or event.updated')
    .optional()
    .meta({ description: 'The beginning of the action, such as registration. or event.updated' }),
  from: instant.optional().meta({ description: 'At or after this moment' }),
  to: instant.optional().meta({ description: 'Before this moment' }),
}

export const auditQuery = page.extend(auditFilter)
export const auditExportQuery = z.strictObject(auditFilter)
export type AuditQuery = z.infer<typeof auditExportQuery>
