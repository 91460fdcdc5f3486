import { findFreeSlots, findSimilarOptions } from './alternatives.ts'
import { admitInOrder } from './fit.ts'
import type { Candidate, FitProblem, NamedFit } from './fit.ts'
import { largestSize } from './largest-fit.ts'
import type { BatchMode } from './batch.ts'
import type { Snapshot } from './snapshot.ts'

/** A small change that would let more people in, with how many more; each by itself, and tried out. */
export type Remedy =
  | { kind: 'add_budget'; amountMinor: number; more: number }
  | { kind: 'add_stock'; optionId: string; count: number; more: number }
  | { kind: 'widen_slot'; slotId: string; count: number; more: number }
  | { kind: 'move_to_slot'; slotId: string; registrationIds: string[]; more: number }
  /** Something else could be offered to them; whether they want it is for them to say. */
  | { kind: 'offer_options'; optionId: string; optionIds: string[]; registrationIds: string[] }

/** Of each kind, the ones that let most people in. */
const MOST_OF_A_KIND = 3
/** How far the largest set is searched for each change that is tried. */
const WORK_OF_A_TRIAL = 4_000_000

type Trial = { size: number; costMinor: number; admitted: ReadonlySet<number> | undefined }

/**
 * Finds what would let more people of a batch in.
 *
 * @param fit what the batch takes, before anything of it is decided
 * @param after the event as the batch leaves it: what is free there can be offered
 * @param admitted who comes in as it is
 */
export function findRemedies(fit: NamedFit, after: Snapshot, admitted: ReadonlySet<string>, mode: BatchMode): Remedy[] {
  const { problem, optionIds, slotIds } = fit
  const left = problem.candidates.filter(({ id }) => !admitted.has(id))
  if (left.length === 0) return []
  const now = admitted.size
  const attempt = (changed: FitProblem): Trial => {
    if (mode === 'largest_fit') return { ...largestSize(changed, WORK_OF_A_TRIAL), admitted: undefined }
    const set = admitInOrder(changed)
    return { size: set.size, costMinor: costOf(changed, set), admitted: set }
  }
  const widened = (rooms: readonly number[], place: number) =>
    rooms.map((room, other) => (other === place ? problem.candidates.length : room))

  const full = { options: countBy(left, optionsFull(fit, after)), slots: countBy(left, slotsFull(fit, after)) }
  return [
    ...moreMoney(problem, now, attempt),
    ...busiest(full.options).flatMap((place): Remedy[] => {
      const optionId = optionIds[place] ?? ''
      const trial = attempt({ ...problem, optionRoom: widened(problem.optionRoom, place) })
      const count = beyond(problem, trial, ({ option }) => option === place, problem.optionRoom[place])
      const more = trial.size - now
      return more > 0 ? [{ kind: 'add_stock', optionId, count: count ?? more, more }] : []
    }),
    ...busiest(full.slots).flatMap((place): Remedy[] => {
      const slotId = slotIds[place] ?? ''
      const trial = attempt({ ...problem, slotRoom: widened(problem.slotRoom, place) })
      const count = beyond(problem, trial, ({ slot }) => slot === place, problem.slotRoom[place])
      const more = trial.size - now
      return more > 0 ? [{ kind: 'widen_slot', slotId, count: count ?? more, more }] : []
    }),
    ...moves(fit, after, left, now, attempt),
    ...offers(fit, after, left, full.options),
  ]
}

/** All the money that would help, and, where that is less, what lets in at least one more. */
function moreMoney(problem: FitProblem, now: number, attempt: (changed: FitProblem) => Trial): Remedy[] {
  const withMoney = (moneyMinor: number) => attempt({ ...problem, moneyMinor })
  const { size, costMinor } = withMoney(Number.MAX_SAFE_INTEGER)
  const most: Remedy = { kind: 'add_budget', amountMinor: costMinor - problem.moneyMinor, more: size - now }
  if (most.more <= 0) return []
  const prices = new Set(problem.candidates.map(({ amountMinor }) => amountMinor))
  const spent = attempt(problem).costMinor
  for (const price of [...prices].sort((a, b) => a - b).slice(0, MOST_OF_A_KIND)) {
    const amountMinor = price - (problem.moneyMinor - spent)
    if (amountMinor <= 0 || amountMinor >= most.amountMinor) continue
    const more = withMoney(problem.moneyMinor + amountMinor).size - now
    if (more > 0) return [{ kind: 'add_budget', amountMinor, more }, most]
  }
  return [most]
}

/** Whoever misses nothing but their slot could come to another one: the nearest with room. */
function moves(
  { problem, optionIds, slotIds }: NamedFit,
  after: Snapshot,
  left: readonly Candidate[],
  now: number,
  attempt: (changed: FitProblem) => Trial,
): Remedy[] {
  const rooms = new Map<string, number>()
  const moved = new Map<string, string[]>()
  let money = after.money.budgetMinor - after.money.committedMinor
  for (const { id, amountMinor, option, slot } of left) {
    const stock = after.options.get(optionIds[option] ?? '')
    const wanted = after.slots.get(slot === null ? '' : (slotIds[slot] ?? ''))
    if (!stock || !wanted || wanted.committed < wanted.capacity || amountMinor > money) continue
    if (stock.committed >= stock.total) continue
    const target = findFreeSlots(after, wanted).find(({ slotId, left: room }) => (rooms.get(slotId) ?? room) > 0)
    if (!target) continue
    rooms.set(target.slotId, (rooms.get(target.slotId) ?? target.left) - 1)
    moved.set(target.slotId, [...(moved.get(target.slotId) ?? []), id])
    money -= amountMinor
  }
  return [...moved]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST_OF_A_KIND)
    .flatMap(([slotId, registrationIds]): Remedy[] => {
      const known = slotIds.indexOf(slotId)
      const place = known < 0 ? slotIds.length : known
      const slot = after.slots.get(slotId)
      const fresh = slot ? slot.capacity - slot.committed : 0
      const goes = new Set(registrationIds)
      const { size } = attempt({
        ...problem,
        candidates: problem.candidates.map((one) => (goes.has(one.id) ? { ...one, slot: place } : one)),
        slotRoom: known < 0 ? [...problem.slotRoom, fresh] : problem.slotRoom,
      })
      return size > now ? [{ kind: 'move_to_slot', slotId, registrationIds, more: size - now }] : []
    })
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

function optionsFull({ optionIds }: NamedFit, after: Snapshot) {
  return ({ option }: Candidate) => {
    const stock = after.options.get(optionIds[option] ?? '')
    return stock && stock.committed >= stock.total ? option : null
  }
}

function slotsFull({ slotIds }: NamedFit, after: Snapshot) {
  return ({ slot }: Candidate) => {
    const stock = slot === null ? undefined : after.slots.get(slotIds[slot] ?? '')
    return stock && stock.committed >= stock.capacity ? slot : null
  }
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

/** By how many a trial went over the room there is; unknown where it does not say who is in. */
function beyond(
  { candidates }: FitProblem,
  { admitted }: Trial,
  isThere: (one: Candidate) => boolean,
  room = 0,
): number | undefined {
  if (!admitted) return undefined
  const used = [...admitted].filter((index) => candidates[index] && isThere(candidates[index])).length
  return Math.max(0, used - room)
}
