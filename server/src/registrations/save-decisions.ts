import type { BookChanges, Decision } from '@allot/core'
import { appendAudit } from '../audit/audit.sql.ts'
import type { AuditNote } from '../audit/audit.sql.ts'
import { appendLedger } from '../ledger/ledger.sql.ts'
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
import type { ProposedSlot } from './save-decisions.sql.ts'

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

/** Writes a decided batch with set-based statements, all sent along with the commit: rows, counters, both chains. */
export function saveDecisions(
  tx: Tx,
  scene: Scene,
  changed: readonly Changed[],
  changes: BookChanges,
  proposed: readonly ProposedSlot[],
  secrets: Secrets,
): void {
  if (changed.length === 0) return
  const { key, books, now } = scene
  saveProposedSlots(
    tx,
    key,
    proposed.filter(({ id }) => changes.slots.has(id)),
  )
  saveRegistrations(tx, scene, changed, secrets)
  const ledger = appendLedger(
    tx,
    key,
    { count: books.ledger_count, hash: books.ledger_hash },
    changed.flatMap(({ ask: { actor }, decision: { posting, after } }) =>
      posting ? [{ ...posting, eventId: key.eventId, registrationId: after.id, actorId: actor.userId, at: now }] : [],
    ),
  )
  const audit = appendAudit(
    tx,
    { tenantId: key.tenantId, scopeId: key.eventId },
    { count: books.audit_count, hash: books.audit_hash },
    changed.map((one) => noteOf(scene, one)),
  )
  saveCounters(tx, key, changes, { ledger, audit })
}

/** Keeps the answers of those who sent a key, along with the commit. */
export function keepAnswers(tx: Tx, tenantId: string, cases: readonly Case[], secrets: Secrets): void {
  saveAnswers(
    tx,
    tenantId,
    cases.flatMap((one) => answersToKeep(one, secrets)),
  )
}

function saveRegistrations(tx: Tx, { key }: Scene, changed: readonly Changed[], secrets: Secrets): void {
  const fresh = changed.filter(({ decision }) => decision.outcome === 'registered')
  // Decided twice in one batch, it is written once, as it is at the end.
  const others = new Map(
    changed.filter(({ decision }) => decision.outcome !== 'registered').map(({ row }) => [row.id, row]),
  )
  saveNewRegistrations(
    tx,
    key,
    fresh.map(({ ask, row }) => ({
      ...row,
      qr_hash: sha256(secrets.qrToken(key.tenantId, row.id)),
      created_by: ask.actor.userId,
    })),
  )
  saveChangedRegistrations(tx, key, [...others.values()])
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

/** What is kept under its key: what was done, and what was refused for want of something. */
function answersToKeep({ ask: { claim }, answer: { status, body } }: Case, secrets: Secrets) {
  if (!claim || (status >= 400 && status !== 409)) return []
  const { callerId, operation, key, requestHash } = claim
  return [{ callerId, operation, key, requestHash, status, sealed: secrets.seal(JSON.stringify(body)) }]
}
