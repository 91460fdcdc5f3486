import type { LiveRegistration, OptionType, RegistrationLimit, RegistrationStatus } from './registration.ts'
import type { Period } from './time.ts'
import type { Waitlist } from './waitlist-policy.ts'

/** `check`: looked at when asking, but nothing is reserved. `hold`: the request counts against the rest from the start. */
export const holdModes = ['check', 'hold'] as const
export type HoldMode = (typeof holdModes)[number]
export type HoldPolicy = { stock: HoldMode; slot: HoldMode; budget: HoldMode }

/** The terms an event sets for asking. */
export type EventTerms = {
  isActive: boolean
  isPublished: boolean
  opensAt: Date | null
  closesAt: Date | null
  holdPolicy: HoldPolicy
  registrationLimit: RegistrationLimit
  /** When the event's day begins: from then on nobody changes their own slot. Left out or null where there is no day. */
  dayBeginsAt?: Date | null
  /** When the books were closed; left out or null while they are open. */
  closedAt?: Date | null
}

/** An event's money. All amounts in minor units of its currency. */
export type Money = {
  budgetMinor: number
  committedMinor: number
  /** What pending requests and open offers ask for. */
  pendingMinor: number
  /** How much of that is promised to people who waited. Left out where nobody was. */
  promisedMinor?: number | undefined
}

/** One option as counted now. `pending` are people who asked and have no answer yet, and those it is offered to. */
export type OptionStock = {
  id: string
  name: string
  type: OptionType
  isActive: boolean
  total: number
  committed: number
  pending: number
  /** How many of the pending ones it is promised to: people who waited, and hold it whatever the policy says. */
  promised?: number | undefined
  /** How many wait for it. */
  waiting?: number | undefined
  /** Whether what is left of it is for those who wait, whose turn is still to come. */
  isKept?: boolean | undefined
  /** The price of today in minor units; it is frozen into each registration when that is made. */
  priceMinor: number
  /** The option's own word on holding stock; null where the event's policy holds. */
  holdStock: HoldMode | null
  /** Of a track that has a beginning and an end: nobody is in two at once. */
  takesPlace?: Period | undefined
}

/** One pickup slot as counted now; `pending` are pending requests that prefer it, of which some were promised it. */
export type SlotStock = {
  id: string
  label: string
  capacity: number
  committed: number
  pending: number
  promised?: number | undefined
  startsAt: Date | null
  isActive: boolean
}

/** What a decision has to know of a registration that exists. */
export type RegistrationFacts = {
  id: string
  personId: string
  optionId: string
  status: RegistrationStatus
  amountMinor: number
  preferredSlotId: string | null
  assignedSlotId: string | null
  notes: string | null
  /** Whether it came up from the waitlist and holds its share whatever the policy says, until it is decided. */
  isPromised?: boolean | undefined
  /** Of an open offer: until when it may be accepted. */
  offerExpiresAt?: Date | null | undefined
  /** Whether it was handed out: then nothing of it is given up, nor another slot given, until that is undone. */
  isCollected?: boolean | undefined
  /** The desk that may be handing it out without a network, and until when. */
  leased?: { deskName: string; until: Date } | undefined
  /** What somebody on the waitlist would take, what they like best first. */
  wishes?: readonly string[] | undefined
}

/** Everything a decision may look at, as locked by the caller. */
export type Snapshot = {
  event: EventTerms
  money: Money
  options: ReadonlyMap<string, OptionStock>
  slots: ReadonlyMap<string, SlotStock>
  registrations: ReadonlyMap<string, RegistrationFacts>
  /** The live registrations of each person who asks or may give up in this batch. */
  live: ReadonlyMap<string, readonly LiveRegistration[]>
  /** Left out where nobody waits and nobody may. */
  waitlist?: Waitlist | undefined
}

/** Whether a pending request for this option counts against its stock. */
export function holdsStock(option: Pick<OptionStock, 'holdStock'>, policy: HoldPolicy): boolean {
  return (option.holdStock ?? policy.stock) === 'hold'
}

/** How many of an option somebody new may still ask for. Never negative: stock may be cut below what is held. */
export function roomInOption(option: OptionStock, policy: HoldPolicy): number {
  return option.isKept ? 0 : roomForWaiting(option, policy)
}

/** How many of an option whoever waits longest may have. */
export function roomForWaiting(option: OptionStock, policy: HoldPolicy): number {
  const held = heldOf(option, holdsStock(option, policy))
  return Math.max(0, option.total - option.committed - held)
}

/** How many of those who asked hold what they asked for: all of them, or else those it was promised to. */
export function heldOf({ pending, promised }: Pick<OptionStock, 'pending' | 'promised'>, isHeld: boolean): number {
  return isHeld ? pending : (promised ?? 0)
}

/** How many people somebody new may still join in a slot. */
export function roomInSlot(slot: SlotStock, policy: HoldPolicy): number {
  const held = heldOf(slot, policy.slot === 'hold')
  return slot.isActive ? Math.max(0, slot.capacity - slot.committed - held) : 0
}

/**
 * How much money somebody new may still ask for, in minor units. Where nothing is held, requests may ask for far more
 * than there is; what they ask for together ends where it could no longer be counted exactly.
 */
export function moneyLeft(money: Money, policy: HoldPolicy): number {
  const held = policy.budget === 'hold' ? money.pendingMinor : (money.promisedMinor ?? 0)
  const countableMinor = Number.MAX_SAFE_INTEGER - money.pendingMinor
  return Math.max(0, Math.min(money.budgetMinor - money.committedMinor - held, countableMinor))
}
