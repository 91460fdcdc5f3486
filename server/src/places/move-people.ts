import { MOST_MOVED } from '@allot/contract'
import type { SlotMoveInput, SlotMoveView } from '@allot/contract'
import { decideWithoutOffers, withAlternatives } from '@allot/core'
import type { Actor as RuleActor, AllocationRequest, Decision, RegistrationFacts, Snapshot } from '@allot/core'
import { lockBooks, readBooks } from '../events/books.sql.ts'
import type { EventKey } from '../events/books.sql.ts'
import { canSeeEvent } from '../events/find-event.ts'
import type { EventWithMoney } from '../events/events.sql.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Problem, invalid } from '../platform/problem.ts'
import type { Secrets } from '../platform/secrets.ts'
import { ruleActorOf } from '../registrations/decide.ts'
import { problemOfRefusal } from '../registrations/refusal-words.ts'
import { saveMany } from '../registrations/save-many.ts'
import { snapshotOf } from '../registrations/snapshot.ts'
import { readSnapshot } from '../registrations/snapshot.sql.ts'
import type { Wanted } from '../registrations/snapshot.sql.ts'
import { withWaiting } from '../registrations/waiting.ts'
import { findSlotById } from '../slots/slots.sql.ts'
import type { SlotRow } from '../slots/slots.sql.ts'
import { readPeopleIn } from './places.sql.ts'

export type MoveAsk = { key: EventKey; actor: Actor; fromId: string; input: SlotMoveInput }
type Row = SlotMoveView['rows'][number]

/**
 * Moves people from one slot to another, each by the rules by which anybody changes a slot. Locks the event first; tried
 * out, it locks and writes nothing.
 */
export async function movePeople(tx: Tx, secrets: Secrets, ask: MoveAsk): Promise<SlotMoveView> {
  const { key, actor, fromId, input } = ask
  const isTrial = input.dry_run
  const books = await (isTrial ? readBooks(tx, key) : lockBooks(tx, key))
  if (!books) throw new Problem('EVENT_NOT_FOUND')
  const [from, to] = await Promise.all([findSlotById(tx, key, fromId), findSlotById(tx, key, input.to_slot_id)])
  const ids = [...new Set(input.registration_ids ?? (await readPeopleIn(tx, key, fromId, input.count ?? MOST_MOVED)))]
  const read = await readSnapshot(tx, key, wantedOf(ask, ids, to))
  const rows = await withWaiting(tx, key, { ...read, books }, [], { mayDraw: !isTrial })
  const { event } = rows
  if (!event || !canSeeEvent(actor, event)) throw new Problem('EVENT_NOT_FOUND')
  if (!from?.is_active) throw new Problem('SLOT_NOT_FOUND')
  if (!to?.is_active) throw new Problem('SLOT_NOT_FOUND', 'There is no such slot to move them to.')
  if (from.id === to.id) throw invalid('body.to_slot_id', 'is the slot they are in')

  const snapshot = snapshotOf(rows, books, event, [])
  const isHere = (id: string) => slotOf(snapshot.registrations.get(id)) === from.id
  const asker = ruleActorOf(actor, rows)
  const moving = ids.filter(isHere)
  const requests = moving.map((registrationId) => requestFor(snapshot, registrationId, to.label, asker))
  const decided = decideWithoutOffers(snapshot, requests, books.now)
  if (!isTrial) {
    const many = { key, actor, batchId: newId(), event, books, now: books.now, rows, proposed: [], snapshot }
    saveMany(tx, secrets, many, decided)
  }
  const byId = new Map(moving.map((id, index) => [id, decided.decisions[index]]))
  const view = ids.map((id) => viewRow(id, byId.get(id), { snapshot, after: decided.after, event, from }))
  return {
    from_slot_id: from.id,
    to_slot_id: to.id,
    dry_run: isTrial,
    total: view.length,
    moved: view.filter(({ outcome }) => outcome === 'MOVED').length,
    refused: view.filter(({ outcome }) => outcome === 'REFUSED').length,
    rows: view,
  }
}

function wantedOf({ key: { eventId }, actor }: MoveAsk, ids: readonly string[], to: SlotRow | undefined): Wanted {
  return {
    registrations: ids.map((id) => ({ eventId, id })),
    givenUp: [],
    people: [],
    slots: to ? [{ eventId, label: to.label }] : [],
    byOwner: actor.role === 'owner',
    withPeople: false,
    claims: [],
  }
}

/** The slot somebody has, or else the one they ask for. */
function slotOf(facts: RegistrationFacts | undefined): string | null | undefined {
  return facts?.status === 'APPROVED' ? facts.assignedSlotId : facts?.preferredSlotId
}

/** Who is approved gets another slot and still prefers theirs; who asks, asks for another one. */
function requestFor(
  { registrations }: Snapshot,
  registrationId: string,
  slotLabel: string,
  actor: RuleActor,
): AllocationRequest {
  const isApproved = registrations.get(registrationId)?.status === 'APPROVED'
  if (isApproved) return { kind: 'decide', registrationId, to: null, slotLabel, actor }
  return { kind: 'move', registrationId, slotLabel, actor }
}

type Sight = { snapshot: Snapshot; after: Snapshot; event: EventWithMoney; from: SlotRow }

function viewRow(id: string, decision: Decision | undefined, { snapshot, after, event, from }: Sight): Row {
  if (!snapshot.registrations.has(id)) {
    return {
      registration_id: id,
      outcome: 'REFUSED',
      code: 'REGISTRATION_NOT_FOUND',
      message: 'There is no such registration.',
    }
  }
  if (!decision) {
    const message = `This one is not in ${from.label}, or no longer.`
    return { registration_id: id, outcome: 'REFUSED', code: 'NOT_IN_SLOT', message }
  }
  if (decision.outcome !== 'refused') {
    const outcome = decision.outcome === 'unchanged' ? 'UNCHANGED' : 'MOVED'
    return { registration_id: id, outcome, code: null, message: null }
  }
  const { refusal } = decision
  const wording = { currency: event.currency, timezone: event.timezone, seesMoney: true } as const
  // What else there is depends on those moved before: it is looked up when all are.
  const said =
    refusal.code === 'CONFLICT' ? { ...refusal, headline: withAlternatives(after, refusal.headline, 3) } : refusal
  const problem = problemOfRefusal(said, {
    ...wording,
    slotField: 'assigned_pickup_slot',
    slots: snapshot.slots.values(),
  })
  return { registration_id: id, outcome: 'REFUSED', code: problem.code, message: problem.message }
}
