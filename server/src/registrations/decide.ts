import { decideAll } from '@allot/core'
import type {
  Actor as RuleActor,
  AllocationRequest,
  Decision,
  RegistrationFacts,
  RegistrationStatus,
  Snapshot,
} from '@allot/core'
import { canSeeEvent } from '../events/find-event.ts'
import { holdPolicyOf, stockOf } from '../events/event-view.ts'
import type { BooksRow, EventKey } from '../events/books.sql.ts'
import type { EventWithMoney } from '../events/events.sql.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database } from '../platform/database.ts'
import { keyReused, readAnswer } from '../platform/idempotency.ts'
import type { Answer, Claim } from '../platform/idempotency.ts'
import { idsAt, newId } from '../platform/ids.ts'
import { Problem } from '../platform/problem.ts'
import { hasPermission } from '../platform/roles.ts'
import type { Secrets } from '../platform/secrets.ts'
import { slotStockOf } from '../slots/change-slot.ts'
import { answerTo, rowAfter } from './answer.ts'
import type { RegistrationRow } from './registrations.sql.ts'
import { saveDecisions } from './save-decisions.ts'
import type { ProposedSlot } from './save-decisions.sql.ts'
import { groupLive, lockSnapshot } from './snapshot.sql.ts'
import type { SnapshotRows, Wanted } from './snapshot.sql.ts'

/** What somebody asks of one event. */
export type Question =
  | { kind: 'register'; personId: string; optionId: string; slotLabel: string | null; notes: string | null }
  | {
      kind: 'decide'
      registrationId: string
      to: RegistrationStatus | null
      slotLabel?: string | undefined
      notes?: string | null | undefined
    }

/** A question with who asks it, and the claim to be answered once. */
export type Ask = { question: Question; actor: Actor; claim: Claim | undefined; requestId: string }

/** An answer, and whether it was given before. */
export type Given = Answer & { isReplay: boolean }

/** An ask that the rules decide on, with what they said, and the registration as it stands then. */
export type Case = { ask: Ask; decision: Decision; row: RegistrationRow | undefined; answer: Given }

export type Services = { db: Database; secrets: Secrets }

/**
 * Decides a batch of asks about one event, in order, in one transaction; each gets its own answer.
 *
 * @param at the instant at which they are decided; left out, the database's own time, read under the lock
 * @returns the answers, in the order of the asks
 * @throws Problem where the database cannot be used now: then nothing has happened, and trying again is safe
 */
export function decideBatch({ db, secrets }: Services, key: EventKey, asks: readonly Ask[], at?: Date): Promise<Given[]> {
  return db.transaction(key.tenantId, async (tx) => {
    const rows = await lockSnapshot(tx, key, wantedOf(asks))
    const { books, event } = rows
    if (!books || !event) return asks.map(() => refused(new Problem('EVENT_NOT_FOUND')))

    const now = at ?? books.now
    const { early, open, twins } = sortOut(asks, event, rows, secrets)
    const proposed = proposeSlots(open, rows, books, event)
    const snapshot = snapshotOf(rows, books, event, proposed)
    const { decisions, changes } = decideAll(snapshot, requestsOf(open, rows, now), now)

    const scene: Scene = { key, event, books, now, snapshot, rows: new Map(rows.registrations.map((row) => [row.id, row])) }
    const cases = open.map((ask, index): Case => {
      const decision = decisions[index]
      if (!decision) throw new Error('an ask was left undecided')
      const row = rowAfter(scene, ask, decision)
      if (row) scene.rows.set(row.id, row)
      return { ask, decision, row, answer: answerTo(scene, ask, decision, row, secrets) }
    })
    saveDecisions(tx, scene, cases, changes, proposed, secrets)

    const answers = new Map<Ask, Given>(early)
    for (const { ask, answer } of cases) answers.set(ask, answer)
    for (const [ask, first] of twins) answers.set(ask, repeat(ask, first, answers.get(first)))
    return asks.map((ask) => answers.get(ask) ?? refused(new Problem('INTERNAL')))
  })
}

/** Everything a batch is decided in: the event under its lock, and the instant. */
export type Scene = {
  key: EventKey
  event: EventWithMoney
  books: BooksRow
  now: Date
  snapshot: Snapshot
  /** The registrations decided on, each as the decisions so far leave it. */
  rows: Map<string, RegistrationRow>
}

/** What has to be read for a batch. */
function wantedOf(asks: readonly Ask[]): Wanted {
  const questions = asks.map(({ question }) => question)
  const decides = questions.filter((question) => question.kind === 'decide')
  const claims = asks.flatMap(({ claim }) => (claim ? [claim] : []))
  return {
    registrationIds: decides.map(({ registrationId }) => registrationId),
    givenUpIds: decides.filter(({ to }) => to === 'REJECTED' || to === 'CANCELLED').map((one) => one.registrationId),
    personIds: questions.flatMap((question) => (question.kind === 'register' ? [question.personId] : [])),
    slotLabels: questions.flatMap(({ slotLabel }) => (typeof slotLabel === 'string' ? [slotLabel] : [])),
    byOwner: asks.some(({ actor }) => actor.role === 'owner'),
    callerIds: claims.map(({ callerId }) => callerId),
    operations: claims.map(({ operation }) => operation),
    keys: claims.map(({ key }) => key),
  }
}

/**
 * Parts the asks into those answered beforehand (done already under their key, or no good), those that repeat another
 * of the same batch, and the open ones, which the rules decide.
 */
function sortOut(
  asks: readonly Ask[],
  event: EventWithMoney,
  rows: SnapshotRows,
  secrets: Secrets,
): { early: [Ask, Given][]; open: Ask[]; twins: [Ask, Ask][] } {
  const early: [Ask, Given][] = []
  const open: Ask[] = []
  const twins: [Ask, Ask][] = []
  const firsts = new Map<string, Ask>()
  const kept = new Map(rows.answers.map((row) => [nameClaim(row.caller_id, row.operation, row.key), row]))
  const active = new Set(rows.people.filter(({ is_active }) => is_active).map(({ id }) => id))

  for (const ask of asks) {
    const { claim, question, actor } = ask
    const name = claim && nameClaim(claim.callerId, claim.operation, claim.key)
    const answered = name === undefined ? undefined : kept.get(name)
    const first = name === undefined ? undefined : firsts.get(name)
    if (claim && answered) {
      early.push([ask, settle(() => ({ ...readAnswer(secrets, claim, answered), isReplay: true }))])
    } else if (first) {
      twins.push([ask, first])
    } else if (!canSeeEvent(actor, event)) {
      early.push([ask, refused(new Problem('EVENT_NOT_FOUND'))])
    } else if (question.kind === 'register' && !active.has(question.personId)) {
      early.push([ask, refused(new Problem('USER_NOT_FOUND', 'There is no such person, or they may not come in.'))])
    } else {
      open.push(ask)
      if (name !== undefined) firsts.set(name, ask)
    }
  }
  return { early, open, twins }
}

function requestsOf(asks: readonly Ask[], rows: SnapshotRows, now: Date): AllocationRequest[] {
  const nextId = idsAt(now)
  return asks.map(({ question, actor }) => {
    const asker: RuleActor = {
      id: actor.userId,
      canDecide: hasPermission(actor.role, 'registration.decide'),
      isSoleOwner: actor.role === 'owner' && rows.owners === 1,
    }
    return question.kind === 'register'
      ? { ...question, registrationId: nextId(), actor: asker }
      : { ...question, actor: asker }
  })
}

/** While an event defines no slots, a label that somebody proposes is one; each new label gets an id here. */
function proposeSlots(
  open: readonly Ask[],
  rows: SnapshotRows,
  books: BooksRow,
  event: EventWithMoney,
): ProposedSlot[] {
  if (books.slots_defined > 0) return []
  const known = new Set(rows.slots.map(({ label }) => label))
  const labels = new Set(open.flatMap(({ question: { slotLabel } }) => (typeof slotLabel === 'string' ? [slotLabel] : [])))
  return [...labels]
    .filter((label) => !known.has(label))
    .map((label) => ({ id: newId(), label, capacity: event.pickup_slot_capacity }))
}

export function snapshotOf(
  rows: Omit<SnapshotRows, 'books'>,
  books: BooksRow,
  event: EventWithMoney,
  proposed: readonly ProposedSlot[],
): Snapshot {
  const definesSlots = books.slots_defined > 0
  // Once an event defines slots, the labels that people proposed before are slots no longer.
  const stored = rows.slots.map((row) => ({
    ...slotStockOf(row),
    isActive: row.is_active && (row.is_defined || !definesSlots),
  }))
  const fresh = proposed.map((slot) => ({ ...slot, committed: 0, pending: 0, startsAt: null, isActive: true }))
  return {
    event: {
      isActive: event.is_active,
      isPublished: event.published,
      opensAt: event.registration_start_date,
      closesAt: event.registration_end_date,
      holdPolicy: holdPolicyOf(event),
      registrationLimit: event.registration_limit,
    },
    money: {
      budgetMinor: books.budget_minor,
      committedMinor: books.budget_committed_minor,
      pendingMinor: books.pending_minor,
    },
    options: new Map(rows.options.map((row) => [row.id, stockOf(row)])),
    slots: new Map([...stored, ...fresh].map((slot) => [slot.id, slot])),
    registrations: new Map(rows.registrations.map((row) => [row.id, factsOf(row)])),
    live: groupLive(rows.live),
  }
}

function factsOf(row: RegistrationRow): RegistrationFacts {
  return {
    id: row.id,
    personId: row.user_id,
    optionId: row.event_option_id,
    status: row.status,
    amountMinor: row.amount_minor,
    preferredSlotId: row.preferred_slot_id,
    assignedSlotId: row.assigned_slot_id,
    notes: row.notes,
  }
}

/** The second of two equal asks in one batch gets the first one's answer. */
function repeat(ask: Ask, first: Ask, answer: Given | undefined): Given {
  const isSame = ask.claim && first.claim && ask.claim.requestHash.equals(first.claim.requestHash)
  if (!isSame || !answer) return refused(keyReused())
  return { ...answer, isReplay: true }
}

function settle(read: () => Given): Given {
  try {
    return read()
  } catch (error) {
    if (error instanceof Problem) return refused(error)
    throw error
  }
}

export function refused(problem: Problem, requestId?: string): Given {
  return { status: problem.status, body: problem.document(requestId), isReplay: false }
}

function nameClaim(callerId: string, operation: string, key: string): string {
  return JSON.stringify([callerId, operation, key])
}
