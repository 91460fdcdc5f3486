import { findFreeSlots, findSimilarOptions } from './alternatives.ts'
import type { SlotAlternative } from './alternatives.ts'
import type { BatchMode } from './batch.ts'
import { admitInOrder, roomsIn } from './fit.ts'
import type { Candidate, FitProblem, NamedFit } from './fit.ts'
import { largestSize } from './largest-fit.ts'
import type { Snapshot } from './snapshot.ts'

/**
 * A small change that would let more people in, with how many more; each by itself, and tried out. It is as small as it
 * can be: with one less of it, fewer would come in.
 */
export type Remedy =
  | { kind: 'add_budget'; amountMinor: number; more: number }
  | { kind: 'add_stock'; optionId: string; count: number; more: number }
  | { kind: 'widen_slot'; slotId: string; count: number; more: number }
  | { kind: 'move_to_slot'; slotId: string; registrationIds: string[]; more: number }
  /** Something else could be offered to them; whether they want it is for them to say. */
  | { kind: 'offer_options'; optionId: string; optionIds: string[]; registrationIds: string[] }

/** Of each kind, the ones that let most people in. */
const MOST_OF_A_KIND = 3
/** So many can be given slots in one batch. */
const MOST_MOVED = 500
/** How far largest sets are searched for each change that is tried, and for all of them. */
const WORK_OF_A_TRIAL = 12_000_000
const WORK_OF_ALL_TRIALS = 40_000_000

/** How a changed problem would come out. */
type Trials = {
  sizeOf(problem: FitProblem): number
  /** How many more units of a change are sure to be needed for so many more people. */
  fewestFor(more: number): number
  /** The least money that lets so many in, or as many as money can. */
  withMoneyFor(problem: FitProblem, people: number): { size: number; moneyMinor: number }
}

/**
 * Finds what would let more people of a batch in: more of what it uses up, or something else that is left.
 *
 * @param fit what the batch takes, before anything of it is decided
 * @param after the event as the batch leaves it: what is free there can be offered
 * @param admitted who comes in as it is
 */
export function findRemedies(fit: NamedFit, after: Snapshot, admitted: ReadonlySet<string>, mode: BatchMode): Remedy[] {
  const left = fit.problem.candidates.filter(({ id }) => !admitted.has(id))
  if (left.length === 0) return []
  const trials = mode === 'largest_fit' ? createSearches() : turns
  const now = admitted.size
  const full = {
    options: countBy(left, (one) => (isOptionFull(fit, after, one) ? one.option : null)),
    slots: countBy(left, (one) => (isSlotFull(fit, after, one) ? one.slot : null)),
  }
  return [
    ...moreMoney(fit, now, trials),
    ...busiest(full.options).flatMap((place) => moreStock(fit, now, trials, place)),
    ...busiest(full.slots).flatMap((place) => widerSlot(fit, after, now, trials, place)),
    ...moves(fit, after, left, now, trials),
    ...offers(fit, after, left, full.options),
  ]
}

/** One after the other, each when their turn comes. */
const turns: Trials = {
  sizeOf: (problem) => admitInOrder(problem).size,
  fewestFor: () => 1,
  withMoneyFor(problem, people) {
    const withMoney = (moneyMinor: number) => admitInOrder({ ...problem, moneyMinor })
    const all = withMoney(Number.MAX_SAFE_INTEGER)
    const { short, most } = { short: problem.moneyMinor, most: costOf(problem, all) }
    const target = Math.min(people, all.size)
    const { least, size } = findLeast(short, { least: most, size: all.size }, target, (money) => withMoney(money).size)
    return { size, moneyMinor: least }
  },
}

/** The largest set; searches share what work they may be. Where it runs out they come to less, so nothing false is said. */
function createSearches(): Trials {
  let workLeft = WORK_OF_ALL_TRIALS
  const search = (problem: FitProblem, people?: number) => {
    const found = largestSize(problem, Math.min(WORK_OF_A_TRIAL, workLeft), people)
    workLeft -= found.work
    return found
  }
  return {
    sizeOf: (problem) => search(problem).size,
    fewestFor: (more) => more,
    withMoneyFor(problem, people) {
      const { size, costMinor } = search({ ...problem, moneyMinor: Number.MAX_SAFE_INTEGER }, people)
      return { size, moneyMinor: costMinor }
    },
  }
}

/** All the money that would help, and, where that is less, what lets in at least one more. */
function moreMoney({ problem }: NamedFit, now: number, trials: Trials): Remedy[] {
  const all = trials.withMoneyFor(problem, Infinity)
  if (all.size <= now) return []
  const one = trials.withMoneyFor(problem, now + 1)
  const steps = one.size > now && one.moneyMinor < all.moneyMinor ? [one, all] : [all]
  return steps.map(({ size, moneyMinor }) => {
    return { kind: 'add_budget', amountMinor: moneyMinor - problem.moneyMinor, more: size - now }
  })
}

function moreStock({ problem, optionIds }: NamedFit, now: number, trials: Trials, place: number): Remedy[] {
  const { candidates, optionRoom } = problem
  const wanted = candidates.filter(({ option }) => option === place).length
  const withMore = (count: number) => ({ ...problem, optionRoom: raise(optionRoom, place, count) })
  const found = fewest(wanted - (optionRoom[place] ?? 0), now, trials, withMore)
  return found ? [{ kind: 'add_stock', optionId: optionIds[place] ?? '', ...found }] : []
}

function widerSlot(
  { problem, slotIds }: NamedFit,
  after: Snapshot,
  now: number,
  trials: Trials,
  place: number,
): Remedy[] {
  const { candidates, slotRoom, guestRoom } = problem
  const slotId = slotIds[place] ?? ''
  // Nobody comes into an archived slot, however wide it is.
  if (!after.slots.get(slotId)?.isActive) return []
  const wanted = candidates.filter(({ slot }) => slot === place).length
  const withMore = (count: number) => ({
    ...problem,
    slotRoom: raise(slotRoom, place, count),
    guestRoom: raise(guestRoom, place, count),
  })
  const room = Math.min(slotRoom[place] ?? 0, guestRoom[place] ?? 0)
  const found = fewest(wanted - room, now, trials, withMore)
  return found ? [{ kind: 'widen_slot', slotId, ...found }] : []
}

/** The fewest units of a change that let in as many more as any number of them would. */
function fewest(
  most: number,
  now: number,
  trials: Trials,
  withMore: (count: number) => FitProblem,
): { count: number; more: number } | undefined {
  const sizeWith = (count: number) => trials.sizeOf(withMore(count))
  const size = sizeWith(most)
  if (size <= now) return undefined
  const short = trials.fewestFor(size - now) - 1
  const found = findLeast(short, { least: most, size }, size, sizeWith)
  return { count: found.least, more: found.size - now }
}

/**
 * Looks for the least that is enough: first in growing steps, for it is often little, then by halving.
 *
 * @param short too little
 * @param most enough, with the size it leads to
 * @returns something that leads to the target, while one less does not
 */
function findLeast(
  short: number,
  most: { least: number; size: number },
  target: number,
  sizeWith: (amount: number) => number,
): { least: number; size: number } {
  let tooLittle = short
  let enough = most
  let step = 1
  while (enough.least - tooLittle > 1) {
    const half = Math.floor((enough.least - tooLittle) / 2)
    const least = tooLittle + Math.min(step, half)
    const size = sizeWith(least)
    if (size >= target) enough = { least, size }
    else tooLittle = least
    step *= 2
  }
  return enough
}

/** Whoever misses nothing but their slot could come to another one: the nearest with room. */
function moves(fit: NamedFit, after: Snapshot, left: readonly Candidate[], now: number, trials: Trials): Remedy[] {
  const stockLeft = new Map<number, number>()
  const placesLeft = new Map<string, number>()
  const moved = new Map<string, string[]>()
  let moneyMinor = after.money.budgetMinor - after.money.committedMinor
  // Thousands may want the same slot: what is near it is the same for all of them.
  const nearest = new Map<string, SlotAlternative[]>()
  for (const one of left) {
    const { id, amountMinor, option } = one
    const stock = after.options.get(fit.optionIds[option] ?? '')
    const wanted = slotOf(fit, after, one)
    if (!stock || !wanted || amountMinor > Math.max(0, moneyMinor)) continue
    const inStock = stockLeft.get(option) ?? stock.total - stock.committed
    if (inStock <= 0) continue
    const free = nearest.get(wanted.id) ?? findFreeSlots(after, wanted)
    nearest.set(wanted.id, free)
    const target = free.find(({ slotId, left: room }) => (placesLeft.get(slotId) ?? room) > 0)
    const group = moved.get(target?.slotId ?? '') ?? []
    if (!target || group.length === MOST_MOVED) continue
    moved.set(target.slotId, [...group, id])
    placesLeft.set(target.slotId, (placesLeft.get(target.slotId) ?? target.left) - 1)
    stockLeft.set(option, inStock - 1)
    moneyMinor -= amountMinor
  }
  return [...moved]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST_OF_A_KIND)
    .flatMap(([slotId, registrationIds]): Remedy[] => {
      const more = trials.sizeOf(moveTo(fit, after, slotId, new Set(registrationIds))) - now
      return more > 0 ? [{ kind: 'move_to_slot', slotId, registrationIds, more }] : []
    })
}

/** The problem with some given another slot. */
function moveTo(
  { problem, slotIds }: NamedFit,
  after: Snapshot,
  slotId: string,
  goes: ReadonlySet<string>,
): FitProblem {
  const policy = after.event.holdPolicy
  const known = slotIds.indexOf(slotId)
  const isNew = known < 0
  const place = isNew ? slotIds.length : known
  // Nobody of the batch has to do with a slot that it does not name: there is as much room in it after as before.
  const { places, forGuests } = roomsIn(after.slots.get(slotId), policy)
  const move = (one: Candidate): Candidate => {
    const waitedIn = one.waitsIn === undefined ? one.slot : one.waitsIn
    const isGuest = policy.slot === 'hold' && waitedIn !== place
    return { ...one, slot: place, waitsIn: isGuest ? waitedIn : undefined }
  }
  return {
    ...problem,
    candidates: problem.candidates.map((one) => (goes.has(one.id) ? move(one) : one)),
    slotRoom: isNew ? [...problem.slotRoom, places] : problem.slotRoom,
    guestRoom: isNew ? [...problem.guestRoom, forGuests] : problem.guestRoom,
  }
}

/** What has run out, and what is like it and still to be had. */
function offers(
  { optionIds }: NamedFit,
  after: Snapshot,
  left: readonly Candidate[],
  full: ReadonlyMap<number, number>,
): Remedy[] {
  return busiest(full).flatMap((place): Remedy[] => {
    const optionId = optionIds[place] ?? ''
    const option = after.options.get(optionId)
    const alike = option ? findSimilarOptions(after, option).slice(0, MOST_OF_A_KIND) : []
    if (alike.length === 0) return []
    const registrationIds = left.filter((one) => one.option === place).map(({ id }) => id)
    return [{ kind: 'offer_options', optionId, optionIds: alike.map((one) => one.optionId), registrationIds }]
  })
}

function isOptionFull({ optionIds }: NamedFit, after: Snapshot, { option }: Candidate): boolean {
  const stock = after.options.get(optionIds[option] ?? '')
  return stock !== undefined && stock.committed >= stock.total
}

function slotOf({ slotIds }: NamedFit, after: Snapshot, { slot }: Candidate) {
  return slot === null ? undefined : after.slots.get(slotIds[slot] ?? '')
}

/** Whether somebody could not come into their slot any more; an archived one is full at once. */
function isSlotFull(fit: NamedFit, after: Snapshot, one: Candidate): boolean {
  const slot = slotOf(fit, after, one)
  if (!slot) return false
  const { places, forGuests } = roomsIn(slot, after.event.holdPolicy)
  return (one.waitsIn === undefined ? places : forGuests) <= 0
}

function countBy(candidates: readonly Candidate[], placeOf: (one: Candidate) => number | null): Map<number, number> {
  const counts = new Map<number, number>()
  for (const one of candidates) {
    const place = placeOf(one)
    if (place !== null) counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return counts
}

/** The places most people wait for. */
function busiest(counts: ReadonlyMap<number, number>): number[] {
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_OF_A_KIND)
    .map(([place]) => place)
}

function costOf({ candidates }: FitProblem, set: ReadonlySet<number>): number {
  let sum = 0
  for (const index of set) sum += candidates[index]?.amountMinor ?? 0
  return sum
}

function raise(rooms: readonly number[], place: number, count: number): number[] {
  return rooms.map((room, other) => (other === place ? room + count : room))
}
