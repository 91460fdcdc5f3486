import { MOST_ALTERNATIVES, findAffordableOptions, findFreeSlots, findSimilarOptions } from './alternatives.ts'
import { findTracksBeside, isAtOnce } from './alternatives.ts'
import type { OptionAlternative, SlotAlternative } from './alternatives.ts'
import { moneyLeft, roomForWaiting, roomInOption, roomInSlot } from './snapshot.ts'
import type { OptionStock, SlotStock, Snapshot } from './snapshot.ts'
import type { Period } from './time.ts'

/**
 * Why a registration or an approval is impossible now; in order of precedence. What there is instead is another
 * question, which is asked where somebody hears of it: see `withAlternatives`.
 */
export type Conflict =
  | {
      type: 'REGISTRATION_CLOSED'
      reason: 'books_closed' | 'archived' | 'draft' | 'not_open_yet' | 'over'
      opensAt: Date | null
      closesAt: Date | null
    }
  | {
      type: 'BUDGET_EXHAUSTED'
      optionId: string | null
      neededMinor: number
      availableMinor: number
      alternativeOptions: OptionAlternative[]
    }
  | {
      type: 'INVENTORY_EXHAUSTED'
      optionId: string
      optionName: string
      total: number
      /** Whether there are some, which are for those who wait. */
      isKept: boolean
      alternativeOptions: OptionAlternative[]
    }
  | {
      type: 'SLOT_CONFLICT'
      slotId: string
      label: string
      capacity: number
      alternativeSlots: SlotAlternative[]
    }
  | {
      type: 'TIME_OVERLAP'
      personId: string
      optionId: string
      optionName: string
      /** What the person has at the same time; at least one. */
      overlapping: readonly HeldTrack[]
      alternativeOptions: OptionAlternative[]
    }
/** A track that somebody has, pending or approved. */
export type HeldTrack = Period & { registrationId: string; optionId: string; optionName: string }
export type ConflictType = Conflict['type']

/** What somebody wants of an event; each part is checked where it is there. */
export type Wish = {
  option: OptionStock | null
  slot: SlotStock | null
  amountMinor: number
  /** Whose wish it is: what else they have may be at the same time. Left out where nobody's in particular. */
  personId?: string | undefined
  /**
   * The slot in which a pending request already stands, undefined for somebody new. Who stands in the queue converts
   * what the request holds; somebody new must find room beside all that is held.
   */
  queuedIn: string | null | undefined
  /** Whether it was promised to them. */
  isPromised?: boolean | undefined
  /** Whether it is the turn of somebody who waits: what is kept is for them. */
  isTheirTurn?: boolean | undefined
}

/** The window: W1. Only asking looks at it; approvals go on after registration closes. */
export function checkWindow({ event }: Snapshot, now: Date): Conflict[] {
  const reason = event.closedAt
    ? 'books_closed'
    : !event.isActive
      ? 'archived'
      : !event.isPublished
        ? 'draft'
        : event.opensAt && now < event.opensAt
          ? 'not_open_yet'
          : event.closesAt && now > event.closesAt
            ? 'over'
            : undefined
  return reason ? [{ type: 'REGISTRATION_CLOSED', reason, opensAt: event.opensAt, closesAt: event.closesAt }] : []
}

/** The money: B1. */
export function checkBudget(snapshot: Snapshot, { option, amountMinor, queuedIn, isPromised }: Wish): Conflict[] {
  const { money, event } = snapshot
  const isNew = queuedIn === undefined
  const promisedMinor = isPromised ? 0 : (money.promisedMinor ?? 0)
  const availableMinor = isNew
    ? moneyLeft(money, event.holdPolicy)
    : Math.max(0, money.budgetMinor - money.committedMinor - promisedMinor)
  if (amountMinor <= availableMinor) return []
  return [
    {
      type: 'BUDGET_EXHAUSTED',
      optionId: option?.id ?? null,
      neededMinor: amountMinor,
      availableMinor,
      alternativeOptions: [],
    },
  ]
}

/** The stock: S1. */
export function checkStock(snapshot: Snapshot, { option, queuedIn, isPromised, isTheirTurn }: Wish): Conflict[] {
  if (!option) return []
  const policy = snapshot.event.holdPolicy
  const isNew = queuedIn === undefined
  const promised = isPromised ? 0 : (option.promised ?? 0)
  const inRow = isTheirTurn ? roomForWaiting(option, policy) : roomInOption(option, policy)
  const room = isNew ? inRow : option.total - option.committed - promised
  if (room > 0) return []
  return [
    {
      type: 'INVENTORY_EXHAUSTED',
      optionId: option.id,
      optionName: option.name,
      total: option.total,
      isKept: isNew && roomForWaiting(option, policy) > 0,
      alternativeOptions: [],
    },
  ]
}

/** The slot: P1. */
export function checkSlot(snapshot: Snapshot, { slot, queuedIn, isPromised }: Wish): Conflict[] {
  if (!slot) return []
  const isNew = slot.id !== queuedIn
  const promised = isPromised ? 0 : (slot.promised ?? 0)
  const room =
    isNew || !slot.isActive ? roomInSlot(slot, snapshot.event.holdPolicy) : slot.capacity - slot.committed - promised
  if (room > 0) return []
  return [{ type: 'SLOT_CONFLICT', slotId: slot.id, label: slot.label, capacity: slot.capacity, alternativeSlots: [] }]
}

/** The time: T1. Who has a track, or has asked for one, can be in no other that goes on at the same time. */
export function checkOverlap(snapshot: Snapshot, { option, personId }: Wish): Conflict[] {
  if (!option?.takesPlace || personId === undefined) return []
  const overlapping = (snapshot.live.get(personId) ?? []).flatMap(({ registrationId, optionId }): HeldTrack[] => {
    const held = snapshot.options.get(optionId)
    // Of one option nobody has two (R1): what they have of this one is what is decided on.
    if (!held?.takesPlace || held.id === option.id || !isAtOnce(held, option)) return []
    return [{ registrationId, optionId, optionName: held.name, ...held.takesPlace }]
  })
  if (overlapping.length === 0) return []
  const { id: optionId, name: optionName } = option
  return [{ type: 'TIME_OVERLAP', personId, optionId, optionName, overlapping, alternativeOptions: [] }]
}

/**
 * Money, stock, slot and time, in this order; all are looked at, so that the answer can name everything that is in the
 * way.
 */
export function checkShares(snapshot: Snapshot, wish: Wish): Conflict[] {
  return [checkBudget, checkStock, checkSlot, checkOverlap].flatMap((check) => check(snapshot, wish))
}

/** A conflict with what there still is instead, at most so many, as the event stands in the snapshot. */
export function withAlternatives(snapshot: Snapshot, conflict: Conflict, most = MOST_ALTERNATIVES): Conflict {
  switch (conflict.type) {
    case 'REGISTRATION_CLOSED':
      return conflict
    case 'BUDGET_EXHAUSTED': {
      const option = snapshot.options.get(conflict.optionId ?? '')
      return { ...conflict, alternativeOptions: option ? findAffordableOptions(snapshot, option).slice(0, most) : [] }
    }
    case 'INVENTORY_EXHAUSTED': {
      const option = snapshot.options.get(conflict.optionId)
      return { ...conflict, alternativeOptions: option ? findSimilarOptions(snapshot, option).slice(0, most) : [] }
    }
    case 'SLOT_CONFLICT': {
      const slot = snapshot.slots.get(conflict.slotId)
      return { ...conflict, alternativeSlots: slot ? findFreeSlots(snapshot, slot).slice(0, most) : [] }
    }
    case 'TIME_OVERLAP': {
      const option = snapshot.options.get(conflict.optionId)
      const live = snapshot.live.get(conflict.personId) ?? []
      const held = live.flatMap((one) => snapshot.options.get(one.optionId) ?? [])
      const beside = option ? findTracksBeside(snapshot, option, held) : []
      return { ...conflict, alternativeOptions: beside.slice(0, most) }
    }
  }
}
