import { checkOverlap, checkShares, checkWindow } from './conflicts.ts'
import type { Conflict, Wish } from './conflicts.ts'
import type { Changed, Decision, Refusal } from './decision.ts'
import { findBlockingRegistration, isLive } from './registration.ts'
import type { LiveRegistration } from './registration.ts'
import type { RunningBooks } from './running-books.ts'
import type { OptionStock, RegistrationFacts, SlotStock } from './snapshot.ts'

export type WaitRequest = {
  kind: 'wait'
  registrationId: string
  personId: string
  /** What they would take, what they like best first; at least one. */
  optionIds: readonly string[]
  slotLabel: string | null
  notes: string | null
}

/** What somebody makes of an offer. */
export type OfferRequest = { kind: 'accept' | 'decline'; registrationId: string; actor: { id: string } }

/** So many come up in one transaction; whoever else fits comes up with the next, and nobody new before them. */
export const MOST_PROMOTIONS = 200

const HOUR_MS = 3_600_000

/** Asks for a place on the waitlist: where asking would work, there is nothing to wait for. */
export function decideWait(books: RunningBooks, request: WaitRequest, now: Date): Decision {
  const { snapshot } = books
  const options = request.optionIds.flatMap((id) => snapshot.options.get(id) ?? [])
  const [first] = options
  if (!first || options.length < request.optionIds.length) return refuse({ code: 'OPTION_NOT_FOUND' })
  const slot = request.slotLabel === null ? null : books.slotByLabel(request.slotLabel)
  if (slot === undefined) return refuse({ code: 'SLOT_UNKNOWN', label: request.slotLabel ?? '' })

  const closed = checkWindow(snapshot, now)
  const [headline] = closed
  if (headline) return refuse({ code: 'CONFLICT', headline, conflicts: closed })
  const blocking = options.map((option) => findBlocking(books, request.personId, option)).find((one) => one)
  if (blocking) return refuse({ code: 'ALREADY_REGISTERED', registrationId: blocking.registrationId })
  if (options.some((option) => !option.isActive)) return refuse({ code: 'OPTION_ARCHIVED' })
  const overlaps = options.flatMap((option) => checkOverlap(snapshot, wishFor(request.personId, option, slot)))
  const [overlap] = overlaps
  // However long they waited, it would never be their turn while they have the other track.
  if (overlap) return refuse({ code: 'CONFLICT', headline: overlap, conflicts: overlaps })
  if (!snapshot.waitlist?.policy.isOpen) return refuse({ code: 'WAITLIST_CLOSED' })
  const free = options.find((option) => checkShares(snapshot, wishFor(request.personId, option, slot)).length === 0)
  if (free) return refuse({ code: 'WAITLIST_NOT_NEEDED', optionId: free.id, optionName: free.name })

  return books.record('waitlisted', null, {
    id: request.registrationId,
    personId: request.personId,
    optionId: first.id,
    status: 'WAITLISTED',
    amountMinor: first.priceMinor,
    preferredSlotId: slot?.id ?? null,
    assignedSlotId: null,
    notes: request.notes,
    wishes: request.optionIds,
  })
}

/** What stands in the way of one person having an option: what they have, and what they wait for. */
export function findBlocking(
  { snapshot: { event, live, waitlist } }: RunningBooks,
  personId: string,
  option: OptionStock,
): LiveRegistration | undefined {
  const held = [...(live.get(personId) ?? []), ...(waitlist?.waits.get(personId) ?? [])]
  return findBlockingRegistration(event.registrationLimit, held, { optionId: option.id, optionType: option.type })
}

/** Accepting makes a request of an offer, which goes on holding its share; declining gives it to whoever is next. */
export function decideOffer({ snapshot, record }: RunningBooks, request: OfferRequest): Decision {
  const before = snapshot.registrations.get(request.registrationId)
  if (!before) return refuse({ code: 'REGISTRATION_NOT_FOUND' })
  if (before.personId !== request.actor.id) return refuse({ code: 'NOT_YOURS' })
  const isAccepted = request.kind === 'accept'
  const isDone = isAccepted ? isLive(before.status) : before.status === 'CANCELLED'
  if (isDone) return { outcome: 'unchanged', after: before }
  if (!isOffered(before)) return refuse({ code: 'NO_OFFER', status: before.status })
  // Since it was offered they may have asked for another track at the same time.
  const conflicts = isAccepted ? overlapsOf(snapshot, before) : []
  const [headline] = conflicts
  if (headline) return refuse({ code: 'CONFLICT', headline, conflicts })
  return isAccepted
    ? record('offer_accepted', before, { ...before, status: 'PENDING', offerExpiresAt: null })
    : record('offer_declined', before, leftList(before))
}

function overlapsOf(snapshot: RunningBooks['snapshot'], { personId, optionId }: RegistrationFacts): Conflict[] {
  const option = snapshot.options.get(optionId)
  return option ? checkOverlap(snapshot, wishFor(personId, option, null)) : []
}

export function isOffered({ status, isPromised }: RegistrationFacts): boolean {
  return status === 'WAITLISTED' && isPromised === true
}

/** A registration that waits no longer and holds nothing. */
function leftList(before: RegistrationFacts): RegistrationFacts {
  return { ...before, status: 'CANCELLED', isPromised: false, offerExpiresAt: null }
}

/** Ends the offers that have run out by the clock of the decision, whether or not anything looked after them meanwhile. */
export function expireOffers({ snapshot, record }: RunningBooks, now: Date): Changed[] {
  return [...snapshot.registrations.values()]
    .filter((one) => isOffered(one) && one.offerExpiresAt && one.offerExpiresAt <= now)
    .map((one) => record('offer_expired', one, leftList(one)))
}

/**
 * Lets everybody come up whose wish fits by now, in the order of their turns. Who does not fit, for their slot is full
 * or what they want is dearer than what is left, keeps their place, and those behind them are looked at.
 *
 * @param most how many come up at most
 * @returns what changes, in order; `isCut` where somebody else would have come up
 */
export function promoteWaiting(books: RunningBooks, now: Date, most: number): { promoted: Changed[]; isCut: boolean } {
  const { snapshot } = books
  const { waitlist, event } = snapshot
  const promoted: Changed[] = []
  if (!waitlist || !event.isActive || !event.isPublished) return { promoted, isCut: false }
  for (const { registrationId } of waitlist.entries) {
    const before = snapshot.registrations.get(registrationId)
    if (before?.status !== 'WAITLISTED' || isOffered(before)) continue
    const option = findFittingWish(books, before)
    if (!option) continue
    if (promoted.length >= most) return { promoted, isCut: true }
    promoted.push(promote(books, before, option, now))
  }
  return { promoted, isCut: false }
}

/** The wish somebody on the list would come up with now: the first that fits. */
function findFittingWish({ snapshot }: RunningBooks, waiting: RegistrationFacts): OptionStock | undefined {
  const slot = slotOf(snapshot, waiting)
  if (slot === undefined) return undefined
  const held = snapshot.live.get(waiting.personId) ?? []
  return waiting.wishes
    ?.flatMap((id) => snapshot.options.get(id) ?? [])
    .find(
      (option) =>
        option.isActive &&
        !findBlockingRegistration(snapshot.event.registrationLimit, held, {
          optionId: option.id,
          optionType: option.type,
        }) &&
        checkShares(snapshot, wishFor(waiting.personId, option, slot)).length === 0,
    )
}

function promote(
  { snapshot, record }: RunningBooks,
  before: RegistrationFacts,
  option: OptionStock,
  now: Date,
): Changed {
  const { promotion = 'automatic', offerHours = 0 } = snapshot.waitlist?.policy ?? {}
  const share = { ...before, optionId: option.id, amountMinor: option.priceMinor, isPromised: true }
  return promotion === 'automatic'
    ? record('promoted', before, { ...share, status: 'PENDING' })
    : record('offered', before, { ...share, offerExpiresAt: new Date(now.getTime() + offerHours * HOUR_MS) })
}

/** The slot somebody waits for; null for none, undefined where it is not there. */
function slotOf(
  { slots }: RunningBooks['snapshot'],
  { preferredSlotId }: RegistrationFacts,
): SlotStock | null | undefined {
  return preferredSlotId === null ? null : slots.get(preferredSlotId)
}

/** A wish as somebody new has it. */
export function wishFor(personId: string, option: OptionStock, slot: SlotStock | null): Wish {
  return { personId, option, slot, amountMinor: option.priceMinor, queuedIn: undefined }
}

function refuse(refusal: Refusal): Decision {
  return { outcome: 'refused', refusal }
}
