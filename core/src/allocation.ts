import { checkShares, checkSlot, checkWindow, withAlternatives } from './conflicts.ts'
import type { Conflict, Wish } from './conflicts.ts'
import type { Changed, Decision, Refusal } from './decision.ts'
import { canBecome, isLive } from './registration.ts'
import type { RegistrationStatus } from './registration.ts'
import { createRunningBooks } from './running-books.ts'
import type { BookChanges, RunningBooks } from './running-books.ts'
import type { OptionStock, RegistrationFacts, SlotStock, Snapshot } from './snapshot.ts'
import {
  MOST_PROMOTIONS,
  decideOffer,
  decideWait,
  expireOffers,
  findBlocking,
  isOffered,
  promoteWaiting,
  wishFor,
} from './waitlist.ts'
import type { OfferRequest, WaitRequest } from './waitlist.ts'

/** Who asks, as far as a rule depends on it. */
export type Actor = {
  id: string
  /** Whether the actor's role decides on registrations at all. */
  canDecide: boolean
  /** Whether the actor is the tenant's only owner: nobody else could decide on their registration. */
  isSoleOwner: boolean
}

export type RegisterRequest = {
  kind: 'register'
  registrationId: string
  personId: string
  optionId: string
  slotLabel: string | null
  notes: string | null
  actor: Actor
}

export type DecideRequest = {
  kind: 'decide'
  registrationId: string
  /** The state asked for; null where only the slot or the notes change. */
  to: RegistrationStatus | null
  /** The slot to give; undefined where nothing is said of it. */
  slotLabel?: string | undefined
  notes?: string | null | undefined
  actor: Actor
}

/** Somebody wants another slot: the person themselves, or whoever decides on registrations. */
export type MoveRequest = { kind: 'move'; registrationId: string; slotLabel: string; actor: Actor }

export type AllocationRequest = RegisterRequest | DecideRequest | MoveRequest | WaitRequest | OfferRequest

/**
 * Decides a batch of requests about one event, one after the other, each over what the ones before it left.
 *
 * @param snapshot the event as locked by the caller; amounts in minor units; nothing else is read
 * @param now the instant at which all of them are decided
 * @returns a decision for each request, in their order, what they change together, and the event as they leave it;
 *   a refusal says what there was instead at that moment. `followUps` are what they lead to by themselves: whoever waits
 *   comes up as soon as something is free
 * @throws never
 * @see docs/invariants.md — W1, B1, S1, P1, R1, T1
 */
export function decideAll(snapshot: Snapshot, requests: readonly AllocationRequest[], now: Date): Decided {
  return decideEach(snapshot, requests, now, offerInstead)
}

/** The same without alternatives: of thousands that are refused, each would be told what is gone when all are decided. */
export function decideWithoutOffers(snapshot: Snapshot, requests: readonly AllocationRequest[], now: Date): Decided {
  return decideEach(snapshot, requests, now, (_snapshot, decision) => decision)
}

/** Something nobody asked for now: an offer runs out, somebody comes up. It comes behind so many of the decisions. */
export type FollowUp = { behind: number; decision: Changed }

export type Decided = {
  decisions: Decision[]
  followUps: FollowUp[]
  /** Whether there is more to come up than one transaction does. */
  isCut: boolean
  changes: BookChanges
  after: Snapshot
}

function decideEach(
  snapshot: Snapshot,
  requests: readonly AllocationRequest[],
  now: Date,
  say: (snapshot: Snapshot, decision: Decision) => Decision,
): Decided {
  const books = createRunningBooks(snapshot)
  const { followUps, settle, isCut } = createFollowUps(books, now)
  const isClosed = Boolean(snapshot.event.closedAt)
  const decisions: Decision[] = []
  if (!isClosed) settle(0)
  for (const request of requests) {
    const decision = say(books.snapshot, decideOne(books, request, now))
    decisions.push(decision)
    if ('before' in decision) settle(decisions.length)
  }
  return { decisions, followUps, isCut: isCut(), changes: books.changes(), after: books.snapshot }
}

/** Gives what is free to who waits: before anything is asked, and after each change. */
function createFollowUps(books: RunningBooks, now: Date) {
  const followUps: FollowUp[] = []
  let isMore = false
  return {
    followUps,
    isCut: () => isMore,
    settle(behind: number): void {
      const add = (changed: readonly Changed[]) => followUps.push(...changed.map((decision) => ({ behind, decision })))
      if (behind === 0) add(expireOffers(books, now))
      const { promoted, isCut } = promoteWaiting(books, now, MOST_PROMOTIONS - followUps.length)
      add(promoted)
      isMore = isCut
      if (isCut) books.keepForWaiting()
    },
  }
}

function offerInstead(snapshot: Snapshot, decision: Decision): Decision {
  if (decision.outcome !== 'refused' || decision.refusal.code !== 'CONFLICT') return decision
  const conflicts = decision.refusal.conflicts.map((conflict) => withAlternatives(snapshot, conflict))
  const [headline = decision.refusal.headline] = conflicts
  return refuse({ code: 'CONFLICT', headline, conflicts })
}

function decideOne(books: RunningBooks, request: AllocationRequest, now: Date): Decision {
  const { closedAt } = books.snapshot.event
  if (closedAt) return refuse({ code: 'EVENT_CLOSED', since: closedAt })
  switch (request.kind) {
    case 'register':
      return decideRegister(books, request, now)
    case 'decide':
      return decideNext(books, request)
    case 'move':
      return decideMove(books, request, now)
    case 'wait':
      return decideWait(books, request, now)
    case 'accept':
    case 'decline':
      return decideOffer(books, request)
  }
}

/**
 * Says what would stand in the way of asking now; creates nothing.
 *
 * @param wish any part of it may be missing: only what is there is checked
 * @returns every conflict, in order of precedence: window, budget, stock, slot, time
 */
export function findConflicts(snapshot: Snapshot, wish: Omit<Wish, 'queuedIn'>, now: Date): Conflict[] {
  const conflicts = [...checkWindow(snapshot, now), ...checkShares(snapshot, { ...wish, queuedIn: undefined })]
  return conflicts.map((conflict) => withAlternatives(snapshot, conflict))
}

function decideRegister(books: RunningBooks, request: RegisterRequest, now: Date): Decision {
  const { snapshot } = books
  const option = snapshot.options.get(request.optionId)
  if (!option) return refuse({ code: 'OPTION_NOT_FOUND' })
  const slot = request.slotLabel === null ? null : books.slotByLabel(request.slotLabel)
  if (slot === undefined) return refuse({ code: 'SLOT_UNKNOWN', label: request.slotLabel ?? '' })

  const closed = checkWindow(snapshot, now)
  const blocking = findBlocking(books, request.personId, option)
  if (blocking && closed.length === 0) {
    return refuse({ code: 'ALREADY_REGISTERED', registrationId: blocking.registrationId })
  }
  if (!option.isActive && closed.length === 0) return refuse({ code: 'OPTION_ARCHIVED' })

  const { personId } = request
  const amountMinor = option.priceMinor
  const conflicts = [...closed, ...checkShares(snapshot, { option, slot, amountMinor, personId, queuedIn: undefined })]
  const [headline] = conflicts
  if (headline) return refuse({ code: 'CONFLICT', headline, conflicts })

  const after: RegistrationFacts = {
    id: request.registrationId,
    personId,
    optionId: option.id,
    status: 'PENDING',
    amountMinor,
    preferredSlotId: slot?.id ?? null,
    assignedSlotId: null,
    notes: request.notes,
  }
  return books.record('registered', null, after)
}

/** Everything after registering: approve, reject, cancel, another slot, other notes. */
function decideNext(books: RunningBooks, request: DecideRequest): Decision {
  const before = books.snapshot.registrations.get(request.registrationId)
  if (!before) return refuse({ code: 'REGISTRATION_NOT_FOUND' })
  const denial = findDenial(request, before)
  if (denial) return refuse({ code: denial })

  const to = request.to ?? before.status
  const slot = request.slotLabel === undefined ? undefined : books.slotByLabel(request.slotLabel)
  if (request.slotLabel !== undefined && !slot) return refuse({ code: 'SLOT_UNKNOWN', label: request.slotLabel })

  const noted = request.notes === undefined ? before : { ...before, notes: request.notes }
  if (to !== before.status) {
    // From the waitlist somebody comes up by themselves, or is approved: nobody is made to ask.
    if (to === 'PENDING' || !canBecome(before.status, to))
      return refuse({ code: 'INVALID_TRANSITION', from: before.status, to })
    if (to === 'APPROVED') return approve(books, before, noted, slot)
    const kept = findKept(before)
    return kept ? refuse(kept) : release(books, before, noted, to)
  }
  if (slot && slot.id !== before.assignedSlotId) {
    if (before.isCollected) return refuse({ code: 'ALREADY_COLLECTED' })
    if (before.status !== 'APPROVED') {
      return refuse({ code: 'INVALID_TRANSITION', from: before.status, to: 'another slot' })
    }
    return move(books, before, noted, slot)
  }
  if (noted.notes !== before.notes) return books.record('noted', before, noted)
  return { outcome: 'unchanged', after: before }
}

/** Nobody decides on their own registration, unless nobody else could; but anybody may give theirs up. */
export function findDenial(
  { actor, to }: Pick<DecideRequest, 'actor' | 'to'>,
  { personId }: RegistrationFacts,
): 'OWN_REGISTRATION' | 'NOT_YOURS' | null {
  const isOwn = personId === actor.id
  if (isOwn && to === 'CANCELLED') return null
  if (!actor.canDecide) return 'NOT_YOURS'
  return isOwn && !actor.isSoleOwner ? 'OWN_REGISTRATION' : null
}

/** What keeps a registration from being given up: it was handed out, or may be at this moment. */
function findKept({ isCollected, leased }: RegistrationFacts): Refusal | null {
  if (isCollected) return { code: 'ALREADY_COLLECTED' }
  return leased ? { code: 'LEASED', ...leased } : null
}

function approve(
  books: RunningBooks,
  before: RegistrationFacts,
  noted: RegistrationFacts,
  given: SlotStock | undefined,
): Decision {
  const { snapshot } = books
  const preferred = before.preferredSlotId === null ? undefined : snapshot.slots.get(before.preferredSlotId)
  const slot = given ?? preferred ?? null
  if (before.status === 'WAITLISTED' && !isOffered(before)) return approveWaiting(books, before, noted, slot)
  const option = snapshot.options.get(before.optionId)
  if (!option) return refuse({ code: 'OPTION_NOT_FOUND' })

  const { amountMinor, personId, preferredSlotId: queuedIn, isPromised } = before
  const conflicts = checkShares(snapshot, { option, slot, amountMinor, personId, queuedIn, isPromised })
  const [headline] = conflicts
  if (headline) return refuse({ code: 'CONFLICT', headline, conflicts })
  return books.record('approved', before, approved(noted, slot))
}

function approved(noted: RegistrationFacts, slot: SlotStock | null): RegistrationFacts {
  const { isPromised: _promised, offerExpiresAt: _until, ...facts } = noted
  return { ...facts, status: 'APPROVED', assignedSlotId: slot?.id ?? null }
}

/** Straight from the waitlist, whoever's turn it is: with the first wish for which there is room, at the price of today. */
function approveWaiting(
  books: RunningBooks,
  before: RegistrationFacts,
  noted: RegistrationFacts,
  slot: SlotStock | null,
): Decision {
  const { snapshot } = books
  const conflictsOf = (option: OptionStock) =>
    checkShares(snapshot, { ...wishFor(before.personId, option, slot), isTheirTurn: true })
  const wishes = (before.wishes ?? []).flatMap((id) => snapshot.options.get(id) ?? [])
  const option = wishes.find((wish) => conflictsOf(wish).length === 0)
  const [first] = wishes
  if (!first) return refuse({ code: 'OPTION_NOT_FOUND' })
  if (option) {
    const share = { ...noted, optionId: option.id, amountMinor: option.priceMinor }
    return books.record('approved', before, approved(share, slot))
  }
  const [headline, ...rest] = conflictsOf(first)
  if (!headline) throw new Error('what does not fit has no conflict')
  return refuse({ code: 'CONFLICT', headline, conflicts: [headline, ...rest] })
}

/** Rejecting and cancelling are the exact reverse of approving; of a pending request there is nothing to give back. */
function release(
  books: RunningBooks,
  before: RegistrationFacts,
  noted: RegistrationFacts,
  to: RegistrationStatus,
): Decision {
  const outcome = to === 'REJECTED' ? 'rejected' : 'cancelled'
  const { isPromised: _promised, offerExpiresAt: _until, ...facts } = noted
  return books.record(outcome, before, { ...facts, status: to })
}

function move(books: RunningBooks, before: RegistrationFacts, noted: RegistrationFacts, slot: SlotStock): Decision {
  const conflicts = checkSlot(books.snapshot, { option: null, slot, amountMinor: 0, queuedIn: undefined })
  const [headline] = conflicts
  if (headline) return refuse({ code: 'CONFLICT', headline, conflicts })
  return books.record('moved', before, { ...noted, assignedSlotId: slot.id })
}

/**
 * Another slot, by the person's own wish: of a pending request the one it prefers, of an approved one the one it has.
 * Time limits are for oneself; whoever decides on registrations may do it for others at any time.
 */
function decideMove(books: RunningBooks, request: MoveRequest, now: Date): Decision {
  const { snapshot } = books
  const before = snapshot.registrations.get(request.registrationId)
  if (!before) return refuse({ code: 'REGISTRATION_NOT_FOUND' })
  const isOwn = before.personId === request.actor.id
  if (!isOwn && !request.actor.canDecide) return refuse({ code: 'NOT_YOURS' })
  const slot = books.slotByLabel(request.slotLabel)
  if (!slot) return refuse({ code: 'SLOT_UNKNOWN', label: request.slotLabel })
  if (!isLive(before.status)) return refuse({ code: 'INVALID_TRANSITION', from: before.status, to: 'another slot' })

  const isApproved = before.status === 'APPROVED'
  if (slot.id === (isApproved ? before.assignedSlotId : before.preferredSlotId))
    return { outcome: 'unchanged', after: before }
  if (before.isCollected) return refuse({ code: 'ALREADY_COLLECTED' })
  const { dayBeginsAt } = snapshot.event
  if (isOwn && isApproved && dayBeginsAt && now >= dayBeginsAt)
    return refuse({ code: 'SLOT_FIXED', since: dayBeginsAt })

  const isOver = isOwn && (!isApproved || !snapshot.event.isActive)
  const closed = isOver ? checkWindow(snapshot, now) : []
  const conflicts = [...closed, ...checkSlot(snapshot, { option: null, slot, amountMinor: 0, queuedIn: undefined })]
  const [headline] = conflicts
  if (headline) return refuse({ code: 'CONFLICT', headline, conflicts })
  const assignedSlotId = isApproved ? slot.id : before.assignedSlotId
  return books.record('moved', before, { ...before, preferredSlotId: slot.id, assignedSlotId })
}

function refuse(refusal: Refusal): Decision {
  return { outcome: 'refused', refusal }
}
