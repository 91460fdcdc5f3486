import { moneyLeft, roomInOption, roomInSlot } from './snapshot.ts'
import type { OptionStock, SlotStock, Snapshot } from './snapshot.ts'
import { compareText } from './text.ts'
import { doOverlap } from './time.ts'

/** An option that can still be had, with how many are left of it. */
export type OptionAlternative = { optionId: string; optionName: string; left: number; priceMinor: number }
/** A slot that still has room, with for how many. */
export type SlotAlternative = { slotId: string; label: string; left: number }

/** More would be a catalogue, not an offer. */
export const MOST_ALTERNATIVES = 10

/** What the rest of the budget still affords, other than the option asked for: any type, with room. */
export function findAffordableOptions(snapshot: Snapshot, wanted: OptionStock): OptionAlternative[] {
  return offerOptions(snapshot, (option) => option.id !== wanted.id)
}

/** Other options of the same type that have room and that the budget still affords. */
export function findSimilarOptions(snapshot: Snapshot, wanted: OptionStock): OptionAlternative[] {
  return offerOptions(snapshot, (option) => option.id !== wanted.id && option.type === wanted.type)
}

/** Other tracks that have room, that the budget still affords, and at which somebody with these tracks could be. */
export function findTracksBeside(
  snapshot: Snapshot,
  wanted: OptionStock,
  held: readonly OptionStock[],
): OptionAlternative[] {
  return offerOptions(
    snapshot,
    (option) =>
      option.type === 'TRACK' &&
      option.id !== wanted.id &&
      !held.some((one) => one.id === option.id || isAtOnce(one, option)),
  )
}

/** Whether nobody can have both options, for they are tracks of which one goes on while the other does. */
export function isAtOnce({ takesPlace: a }: OptionStock, { takesPlace: b }: OptionStock): boolean {
  return a !== undefined && b !== undefined && doOverlap(a, b)
}

/** Slots with room, nearest in time to the wanted one first; those without times after them, by their labels. */
export function findFreeSlots(snapshot: Snapshot, wanted: SlotStock): SlotAlternative[] {
  const distance = (slot: SlotStock) =>
    slot.startsAt && wanted.startsAt
      ? Math.abs(slot.startsAt.getTime() - wanted.startsAt.getTime())
      : Number.MAX_SAFE_INTEGER
  return [...snapshot.slots.values()]
    .map((slot) => ({ slot, left: roomInSlot(slot, snapshot.event.holdPolicy), far: distance(slot) }))
    .filter(({ slot, left }) => left > 0 && slot.id !== wanted.id)
    .sort((a, b) => a.far - b.far || compareText(a.slot.label, b.slot.label))
    .slice(0, MOST_ALTERNATIVES)
    .map(({ slot, left }) => ({ slotId: slot.id, label: slot.label, left }))
}

function offerOptions(snapshot: Snapshot, isWanted: (option: OptionStock) => boolean): OptionAlternative[] {
  const policy = snapshot.event.holdPolicy
  const affordableMinor = moneyLeft(snapshot.money, policy)
  const offers: OptionAlternative[] = []
  for (const option of snapshot.options.values()) {
    const left = roomInOption(option, policy)
    if (!option.isActive || left === 0 || option.priceMinor > affordableMinor || !isWanted(option)) continue
    offers.push({ optionId: option.id, optionName: option.name, left, priceMinor: option.priceMinor })
    if (offers.length === MOST_ALTERNATIVES) break
  }
  return offers
}
