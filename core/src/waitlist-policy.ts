import type { LiveRegistration } from './registration.ts'

/** Whose turn it is: who joined first; who was given priority, and then who joined first; or as drawn by lot. */
export const waitlistOrders = ['first_come', 'priority', 'lottery'] as const
export type WaitlistOrder = (typeof waitlistOrders)[number]

/** `automatic`: whoever comes up has asked, and holds it. `offer`: it is held for them for a while, to accept or decline. */
export const promotionModes = ['automatic', 'offer'] as const
export type PromotionMode = (typeof promotionModes)[number]

export type WaitlistPolicy = { isOpen: boolean; promotion: PromotionMode; offerHours: number }

/** Somebody's place: the higher priority first, and of the same priority the lower rank. */
export type WaitingEntry = { registrationId: string; priority: number; rank: number }

export function compareTurns(a: WaitingEntry, b: WaitingEntry): number {
  return b.priority - a.priority || a.rank - b.rank
}

/** Those who wait, as far as a batch may reach them. */
export type Waitlist = {
  policy: WaitlistPolicy
  /** In the order of their turns. */
  entries: readonly WaitingEntry[]
  /** What each person of the batch waits for already: one line for each wish. */
  waits: ReadonlyMap<string, readonly LiveRegistration[]>
  /** Whether anybody comes up yet: until a lottery is drawn, what somebody waits for is kept from all. */
  isUnderWay: boolean
}
