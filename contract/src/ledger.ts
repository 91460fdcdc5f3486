import { MOST_MONEY } from '@allot/core'
import { z } from 'zod'
import * as examples from './examples.ts'
import { count, id, instant, money, page } from './common.ts'

/** A released amount is negative. */
const signedMoney = z.number().min(-MOST_MONEY).max(MOST_MONEY)
const hash = z.string().meta({ description: 'SHA-256, hexadecimal; empty before the first entry' })

export const ledgerEntry = z
  .object({
    entry_no: count,
    registration_id: id,
    kind: z.enum(['COMMIT', 'RELEASE']),
    amount: signedMoney,
    balance: money,
    actor_id: id,
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
    actor_id: id.nullable().meta({ description: 'null where the operator acted' }),
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

export const chainQuery = page
