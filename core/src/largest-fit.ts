import { admitInOrder } from './fit.ts'
import type { Candidate, FitProblem } from './fit.ts'
import { createNetwork } from './flow.ts'
import type { Arc, Network, Sent } from './flow.ts'

/** The largest set of people that fits. */
export type LargestFit = {
  /** Who of the candidates, by their place in the list. */
  admitted: Set<number>
  /** No set that fits is larger than this. */
  bound: number
  /** Whether it is known to be the largest; otherwise the largest has at most `bound`. */
  isLargest: boolean
  /** Whether, among all as large, it is the one of the oldest: first the first is in if any has them, then the second … */
  isOldest: boolean
}

/** Lanes looked at before the search ends: about a second's worth, counted and not timed, so that it ends alike everywhere. */
export const MOST_WORK = 100_000_000

/**
 * Finds the most people who fit under money, stock and slots together; of all such sets that of the oldest requests.
 *
 * Everybody takes one of an option and one place of a slot, so sets that fit are flows from options to slots, and the
 * cheapest flow of each size is found exactly: the largest whose cost the money covers is the largest set there is.
 * Then, from the oldest on, each is kept in if some largest set has them beside those kept already.
 *
 * Of one thing it knows less than `admitInOrder`: that guests may take what others of the list give up before their
 * turn. It does not count on that. Where it could matter, `bound` allows for it, and `isOldest` is not said.
 *
 * @param problem its candidates oldest first
 * @returns a set that `admitInOrder` lets in whole, and never a smaller one than it lets in of all
 */
export function largestFit(problem: FitProblem, mostWork = MOST_WORK): LargestFit {
  const everybody = admitInOrder(problem)
  if (everybody.size === problem.candidates.length)
    return { admitted: everybody, bound: everybody.size, isLargest: true, isOldest: true }
  const { network, arcs } = networkOf(problem, mostWork)
  const sent = network.sendCheapest(moneyOf(problem), Infinity)
  const wasSent = !network.isCutShort()
  let rest = moneyOf(problem) - sent.cost
  const found = new Set<number>()
  for (const [index, arc] of arcs.entries()) {
    const cost = network.keep(arc, rest)
    if (cost === undefined) continue
    rest -= cost
    found.add(index)
  }
  const freed = withAllGivenUp(problem)
  if (wasSent && !freed) return { admitted: found, bound: sent.units, isLargest: true, isOldest: !network.isCutShort() }

  const admitted = [found, ...otherSets(problem, found)].reduce((most, set) => (set.size > most.size ? set : most))
  const bound = freed ? largestSize(freed, mostWork).bound : boundOf(problem, sent)
  return { admitted, bound, isLargest: admitted.size === bound, isOldest: false }
}

/**
 * How many the largest set has, without saying who is in it, and what the cheapest set of that size costs.
 *
 * @param mostPeople more are not looked for
 * @returns where the search ended early, the largest size it came to, and in `bound` one that nothing it looked for is
 *   larger than; `work` is the number of lanes looked at
 */
export function largestSize(
  problem: FitProblem,
  mostWork = MOST_WORK,
  mostPeople = Infinity,
): { size: number; costMinor: number; bound: number; work: number } {
  const { network } = networkOf(problem, mostWork)
  const sent = network.sendCheapest(moneyOf(problem), mostPeople)
  const bound = network.isCutShort() ? boundOf(problem, sent) : sent.units
  return { size: sent.units, costMinor: sent.cost, bound, work: network.work() }
}

/** Of money that is overspent there is nothing, and for nothing people may still come. */
const moneyOf = ({ moneyMinor }: FitProblem) => Math.max(0, moneyMinor)

/** From the source to each option, on to slots, the doors of guests before them, and the sink; and each one's arc. */
function networkOf(problem: FitProblem, mostWork: number): { network: Network; arcs: Arc[] } {
  const { candidates, optionRoom, slotRoom } = problem
  const guestRoom = candidates.some(({ waitsIn }) => waitsIn !== undefined) ? problem.guestRoom : []
  const firstOption = 1
  const firstSlot = firstOption + optionRoom.length
  const firstDoor = firstSlot + slotRoom.length
  const sink = firstDoor + guestRoom.length
  const network = createNetwork(sink + 1, mostWork)
  const open = (from: number, to: number, capacity: number) => network.addLane(from, to, [{ capacity, cost: 0 }])
  optionRoom.forEach((room, option) => open(0, firstOption + option, room))
  slotRoom.forEach((room, slot) => open(firstSlot + slot, sink, room))
  guestRoom.forEach((room, slot) => open(firstDoor + slot, firstSlot + slot, room))

  const arcs: Arc[] = []
  const endOf = ({ slot, waitsIn }: Candidate) =>
    slot === null ? sink : (waitsIn === undefined ? firstSlot : firstDoor) + slot
  const lanes = Map.groupBy(candidates.entries(), ([, one]) => one.option * sink + endOf(one))
  for (const members of lanes.values()) {
    const [first] = members
    if (!first) continue
    const alike = [...Map.groupBy(members, ([, one]) => one.amountMinor)].sort(([a], [b]) => a - b)
    const byCost = alike.map(([cost, some]) => ({ cost, capacity: some.length }))
    const lane = network.addLane(firstOption + first[1].option, endOf(first[1]), byCost)
    for (const [place, arc] of lane.entries()) for (const [index] of alike[place]?.[1] ?? []) arcs[index] = arc
  }
  return { network, arcs }
}

/** As if all guests had given up the places they wait for beforehand; undefined where no guest could take them. */
function withAllGivenUp(problem: FitProblem): FitProblem | undefined {
  const { candidates, guestRoom } = problem
  const givenUp = Map.groupBy(candidates, ({ waitsIn }) => waitsIn)
  const isOfUse = candidates.some(({ slot, waitsIn }) => slot !== null && waitsIn !== undefined && givenUp.has(slot))
  if (!isOfUse) return undefined
  return { ...problem, guestRoom: guestRoom.map((room, slot) => room + (givenUp.get(slot)?.length ?? 0)) }
}

/** Sets that fit without a search: beside those found whoever still fits, the cheapest first; and by price, and by age. */
function otherSets(problem: FitProblem, found: ReadonlySet<number>): Set<number>[] {
  // In another order nobody may count on what somebody else gives up.
  const candidates = problem.candidates.map((one) => (one.waitsIn === undefined ? one : { ...one, waitsIn: null }))
  const admit = (order: readonly number[]) => {
    const places = admitInOrder({ ...problem, candidates: order.flatMap((index) => candidates[index] ?? []) })
    return new Set(order.filter((_, place) => places.has(place)))
  }
  const amountOf = (index: number) => candidates[index]?.amountMinor ?? 0
  const byPrice = [...candidates.keys()].sort((a, b) => amountOf(a) - amountOf(b))
  return [admit([...found, ...byPrice.filter((index) => !found.has(index))]), admit(byPrice), admitInOrder(problem)]
}

/**
 * A bound where the search ended early: what the options, the slots, and the money for the cheapest would each let in by
 * themselves; and what was sent, with as many more as the rest of the money would pay for at the last one's cost.
 */
function boundOf(problem: FitProblem, { units, cost, last }: Sent): number {
  const { candidates, optionRoom, slotRoom } = problem
  const within = (room: readonly number[], placeOf: (one: Candidate) => number | null) => {
    let sum = 0
    for (const [place, { length }] of Map.groupBy(candidates, placeOf))
      sum += place === null ? length : Math.min(length, Math.max(0, room[place] ?? 0))
    return sum
  }
  let affordable = 0
  let rest = moneyOf(problem)
  for (const amountMinor of candidates.map((one) => one.amountMinor).sort((a, b) => a - b)) {
    rest -= amountMinor
    if (rest < 0) break
    affordable += 1
  }
  return Math.min(
    affordable,
    within(optionRoom, ({ option }) => option),
    within(slotRoom, ({ slot }) => slot),
    last > 0 ? units + Math.floor((moneyOf(problem) - cost) / last) : Infinity,
  )
}
