import type { BookChanges, Changed as RuleChange, Decided, Decision, RegistrationFacts } from '@allot/core'
import { linkAudit, saveAudit } from '../audit/audit.sql.ts'
import type { AuditLink, AuditNote } from '../audit/audit.sql.ts'
import { linkLedger, saveLedger } from '../ledger/ledger.sql.ts'
import type { LedgerLink } from '../ledger/ledger.sql.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { sha256 } from '../platform/secrets.ts'
import type { Secrets } from '../platform/secrets.ts'
import { rowAfter } from './answer.ts'
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
import { saveWaited, saveWaitlists, saveWishes } from './save-waitlist.sql.ts'
import type { NewWish, WaitedRow, WaitlistChanges } from './save-waitlist.sql.ts'
import type { WaitingRows } from './snapshot.sql.ts'
import { isDue } from './waiting.ts'

/** A change to be written: what was decided, by whom, and the registration as it stands then. */
export type Changed = { ask: By; decision: RuleChange; row: RegistrationRow }

/** By whom something changes; nobody where it comes about by itself. */
type By = { actor: Pick<Actor, 'userId' | 'apiKeyId'> | null; claim: Ask['claim']; batchId?: string }
const nobody: By = { actor: null, claim: undefined }

/**
 * All changes of a batch in the order in which they come about: what was asked, and what that leads to by itself.
 *
 * @param each hears each decision, with the registration as it stands then
 */
export function inOrderOf<Asked extends By>(
  scene: Scene,
  asks: readonly Asked[],
  { decisions, followUps }: Pick<Decided, 'decisions' | 'followUps'>,
  each: (ask: Asked, decision: Decision, row: RegistrationRow | undefined) => void = () => {},
): Changed[] {
  const changed: Changed[] = []
  const take = (ask: By, decision: Decision) => {
    const row = rowAfter(scene, ask.actor?.userId ?? null, decision)
    if (row) scene.rows.set(row.id, row)
    if (row && 'before' in decision) changed.push({ ask, decision, row })
    return row
  }
  let led = 0
  const follow = (behind: number) => {
    for (let next = followUps[led]; next?.behind === behind; next = followUps[led]) {
      take(nobody, next.decision)
      led += 1
    }
  }
  follow(0)
  for (const [index, decision] of decisions.entries()) {
    const ask = asks[index]
    if (!ask) throw new Error('a decision that nobody asked for')
    each(ask, decision, take(ask, decision))
    follow(index + 1)
  }
  if (decisions.length !== asks.length) throw new Error('an ask was left undecided')
  return changed
}

/** What is to be written of batches that were decided, of one event or several. */
export type Writes = {
  slots: (ProposedSlot & { eventId: string })[]
  fresh: NewRegistration[]
  others: RegistrationRow[]
  /** Those that are or were on the waitlist, of which more may change. */
  waited: WaitedRow[]
  wishes: NewWish[]
  waitlists: WaitlistChanges[]
  ledger: LedgerLink[]
  audit: AuditLink[]
  counters: CounterChanges[]
  answers: AnswerToKeep[]
}

export function nothingToWrite(): Writes {
  return {
    slots: [],
    fresh: [],
    others: [],
    waited: [],
    wishes: [],
    waitlists: [],
    ledger: [],
    audit: [],
    counters: [],
    answers: [],
  }
}

/** Writes batches with set-based statements, all sent along with the commit: rows, counters, both chains, answers. */
export function save(tx: Tx, tenantId: string, writes: Writes): void {
  saveProposedSlots(tx, tenantId, writes.slots)
  saveNewRegistrations(tx, tenantId, writes.fresh)
  saveChangedRegistrations(tx, tenantId, writes.others)
  saveWishes(tx, tenantId, writes.wishes)
  saveWaited(tx, tenantId, writes.waited)
  saveLedger(tx, tenantId, writes.ledger)
  saveAudit(tx, tenantId, writes.audit)
  saveCounters(tx, tenantId, writes.counters)
  saveWaitlists(tx, tenantId, writes.waitlists)
  saveAnswers(tx, tenantId, writes.answers)
}

/** Adds a decided batch of one event to what is to be written. */
export function addDecisions(
  writes: Writes,
  scene: Scene,
  changed: readonly Changed[],
  {
    changes,
    isCut,
    proposed,
    waiting,
    isSettling = false,
  }: Pick<Decided, 'changes' | 'isCut'> & {
    proposed: readonly ProposedSlot[]
    waiting: WaitingRows | undefined
    /** Whether nobody asks for anything, and only what is free is given to those who wait. */
    isSettling?: boolean
  },
  secrets: Secrets,
): void {
  const { key, books, now } = scene
  const { eventId } = key
  const notes = waiting?.notes ?? []
  if (changed.length === 0 && notes.length === 0 && !isDue(books, now)) {
    // What is due next may have changed all the same: with the event's window, or its order.
    if (isSettling && waiting) writes.waitlists.push({ eventId, changes, joined: 0, isCut })
    return
  }
  // Whoever waits for a slot is counted nowhere, and the slot is there all the same.
  const named = new Set(changed.flatMap(({ row }) => [row.preferred_slot_id, row.assigned_slot_id]))
  for (const slot of proposed) if (named.has(slot.id)) writes.slots.push({ ...slot, eventId })
  addRegistrations(writes, scene, changed, secrets)
  const isMore = isCut || (waiting?.isCut === true && changed.some(isPromotion))
  addWaitlist(writes, scene, changes, { isCut: isMore, isWaitedFor: waiting !== undefined || isDue(books, now) })
  const ledger = linkLedger(
    { count: books.ledger_count, hash: books.ledger_hash },
    changed.flatMap(({ ask: { actor }, decision: { posting, after } }) =>
      posting && actor ? [{ ...posting, eventId, registrationId: after.id, actorId: actor.userId, at: now }] : [],
    ),
  )
  const audit = linkAudit(eventId, { count: books.audit_count, hash: books.audit_hash }, [
    ...notes,
    ...changed.map((one) => noteOf(scene, one)),
  ])
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

function addRegistrations(
  writes: Writes,
  { key: { tenantId }, books, now }: Scene,
  changed: readonly Changed[],
  secrets: Secrets,
): void {
  // Decided twice in one batch, it is written once, as it is at the end.
  const others = new Map<string, RegistrationRow>()
  const waited = new Map<string, WaitedRow>()
  let joined = books.waitlist_last_no
  for (const { ask, decision, row } of changed) {
    const { outcome, before, after } = decision
    if (before === null) {
      if (!ask.actor) throw new Error('nobody registers by themselves')
      const qr_hash = sha256(secrets.qrToken(tenantId, row.id, row.qr_generation))
      writes.fresh.push({ ...row, qr_hash, created_by: ask.actor.userId })
      if (outcome === 'waitlisted') writes.wishes.push(...wishesOf(row, after, ++joined))
    } else {
      others.set(row.id, row)
      if (before.status !== 'WAITLISTED' && !before.isPromised) continue
      const offer = outcome === 'offered' ? { at: now, hash: sha256(secrets.offerToken(tenantId, row.id)) } : null
      waited.set(row.id, { ...row, offer: offer ?? waited.get(row.id)?.offer ?? null })
    }
  }
  for (const row of others.values()) if (!waited.has(row.id)) writes.others.push(row)
  for (const row of waited.values()) writes.waited.push(row)
}

function wishesOf(row: RegistrationRow, { wishes = [] }: RegistrationFacts, joinedNo: number): NewWish[] {
  return wishes.map((optionId, index) => ({
    eventId: row.event_id,
    registrationId: row.id,
    wishNo: index + 1,
    optionId,
    userId: row.user_id,
    joinedNo,
  }))
}

/** What a batch changes of the waitlist, where it touches one at all. */
function addWaitlist(
  writes: Writes,
  { key: { eventId } }: Scene,
  changes: BookChanges,
  { isCut, isWaitedFor }: { isCut: boolean; isWaitedFor: boolean },
): void {
  const joined = writes.wishes.filter((wish) => wish.eventId === eventId && wish.wishNo === 1).length
  if (!isWaitedFor && changes.statuses.WAITLISTED === 0 && changes.promisedMinor === undefined && joined === 0) return
  writes.waitlists.push({ eventId, changes, joined, isCut })
}

function isPromotion({ decision: { outcome } }: Changed): boolean {
  return outcome === 'promoted' || outcome === 'offered'
}

function noteOf(
  { now }: Scene,
  { ask: { actor, claim, batchId }, decision: { outcome, before, after }, row }: Changed,
): AuditNote {
  const slotId = after.assignedSlotId ?? after.preferredSlotId
  return {
    action: `registration.${outcome}`,
    subjectId: after.id,
    actorId: actor?.userId ?? null,
    apiKeyId: actor?.apiKeyId ?? null,
    fromStatus: before?.status ?? null,
    toStatus: after.status,
    detail: {
      user_id: after.personId,
      event_option_id: after.optionId,
      amount_minor: after.amountMinor,
      slot_id: slotId,
      ...(outcome === 'moved' ? { from_slot_id: before?.assignedSlotId ?? before?.preferredSlotId ?? null } : {}),
      ...(outcome === 'waitlisted' ? { any_of: after.wishes } : {}),
      ...(outcome === 'offered' ? { offer_expires_at: row.offer_expires_at?.toISOString() } : {}),
      ...(batchId === undefined ? {} : { batch_id: batchId }),
    },
    idempotencyKey: claim?.key ?? null,
    at: now,
  }
}
