import type { BookChanges, Decision } from '@allot/core'
import { linkAudit, saveAudit } from '../audit/audit.sql.ts'
import type { AuditLink, AuditNote } from '../audit/audit.sql.ts'
import { linkLedger, saveLedger } from '../ledger/ledger.sql.ts'
import type { LedgerLink } from '../ledger/ledger.sql.ts'
import type { Tx } from '../platform/database.ts'
import { sha256 } from '../platform/secrets.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Ask, Case, Scene } from './ask.ts'
import type { RegistrationRow } from './registrations.sql.ts'
import {
  saveAnswers,
  saveChangedRegistrations,
  saveCounters,
  saveNewRegistrations,
  saveProposedSlots,
} from './save-decisions.sql.ts'
import type { AnswerToKeep, CounterChanges, NewRegistration, ProposedSlot } from './save-decisions.sql.ts'

/** A change to be written: what was decided, by whom, and the registration as it stands then. */
export type Changed = {
  ask: Pick<Ask, 'actor' | 'claim'> & { batchId?: string }
  decision: Exclude<Decision, { outcome: 'refused' | 'unchanged' }>
  row: RegistrationRow
}

/** Those of a batch that change something. */
export function changedBy(cases: readonly (Pick<Changed, 'ask'> & Pick<Case, 'decision' | 'row'>)[]): Changed[] {
  return cases.flatMap(({ ask, decision, row }) =>
    decision.outcome === 'refused' || decision.outcome === 'unchanged' || !row ? [] : [{ ask, decision, row }],
  )
}

/** What is to be written of batches that were decided, of one event or several. */
export type Writes = {
  slots: (ProposedSlot & { eventId: string })[]
  fresh: NewRegistration[]
  others: RegistrationRow[]
  ledger: LedgerLink[]
  audit: AuditLink[]
  counters: CounterChanges[]
  answers: AnswerToKeep[]
}

export function nothingToWrite(): Writes {
  return { slots: [], fresh: [], others: [], ledger: [], audit: [], counters: [], answers: [] }
}

/** Writes batches with set-based statements, all sent along with the commit: rows, counters, both chains, answers. */
export function save(tx: Tx, tenantId: string, writes: Writes): void {
  saveProposedSlots(tx, tenantId, writes.slots)
  saveNewRegistrations(tx, tenantId, writes.fresh)
  saveChangedRegistrations(tx, tenantId, writes.others)
  saveLedger(tx, tenantId, writes.ledger)
  saveAudit(tx, tenantId, writes.audit)
  saveCounters(tx, tenantId, writes.counters)
  saveAnswers(tx, tenantId, writes.answers)
}

/** Adds a decided batch of one event to what is to be written. */
export function addDecisions(
  writes: Writes,
  scene: Scene,
  changed: readonly Changed[],
  changes: BookChanges,
  proposed: readonly ProposedSlot[],
  secrets: Secrets,
): void {
  if (changed.length === 0) return
  const { key, books, now } = scene
  const { eventId } = key
  for (const slot of proposed) if (changes.slots.has(slot.id)) writes.slots.push({ ...slot, eventId })
  addRegistrations(writes, scene, changed, secrets)
  const ledger = linkLedger(
    { count: books.ledger_count, hash: books.ledger_hash },
    changed.flatMap(({ ask: { actor }, decision: { posting, after } }) =>
      posting ? [{ ...posting, eventId, registrationId: after.id, actorId: actor.userId, at: now }] : [],
    ),
  )
  const audit = linkAudit(
    eventId,
    { count: books.audit_count, hash: books.audit_hash },
    changed.map((one) => noteOf(scene, one)),
  )
  for (const link of ledger.links) writes.ledger.push(link)
  for (const link of audit.links) writes.audit.push(link)
  writes.counters.push({ eventId, changes, ledger: ledger.head, audit: audit.head })
}

/** Adds the answers of those who sent a key: what was done, and what was refused for want of something. */
export function addAnswers(writes: Writes, cases: readonly Case[], secrets: Secrets): void {
  for (const { ask, answer } of cases) {
    const { claim } = ask
    const { status, body } = answer
    if (!claim || (status >= 400 && status !== 409)) continue
    const { callerId, operation, key, requestHash } = claim
    writes.answers.push({ callerId, operation, key, requestHash, status, sealed: secrets.seal(JSON.stringify(body)) })
  }
}

function addRegistrations(writes: Writes, { key }: Scene, changed: readonly Changed[], secrets: Secrets): void {
  // Decided twice in one batch, it is written once, as it is at the end.
  const others = new Map<string, RegistrationRow>()
  for (const { ask, decision, row } of changed) {
    if (decision.outcome === 'registered') {
      const qr_hash = sha256(secrets.qrToken(key.tenantId, row.id))
      writes.fresh.push({ ...row, qr_hash, created_by: ask.actor.userId })
    } else {
      others.set(row.id, row)
    }
  }
  for (const row of others.values()) writes.others.push(row)
}

function noteOf(
  { now }: Scene,
  { ask: { actor, claim, batchId }, decision: { outcome, before, after } }: Changed,
): AuditNote {
  const slotId = after.assignedSlotId ?? after.preferredSlotId
  return {
    action: `registration.${outcome}`,
    subjectId: after.id,
    actorId: actor.userId,
    apiKeyId: actor.apiKeyId,
    fromStatus: before?.status ?? null,
    toStatus: after.status,
    detail: {
      user_id: after.personId,
      event_option_id: after.optionId,
      amount_minor: after.amountMinor,
      slot_id: slotId,
      ...(outcome === 'moved' ? { from_slot_id: before?.assignedSlotId ?? before?.preferredSlotId ?? null } : {}),
      ...(batchId === undefined ? {} : { batch_id: batchId }),
    },
    idempotencyKey: claim?.key ?? null,
    at: now,
  }
}
