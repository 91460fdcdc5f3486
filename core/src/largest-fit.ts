import type { Candidate, FitProblem } from './fit.ts'
import { createNetwork } from './flow.ts'
import type { Network } from './flow.ts'

/** The largest set of people that fits. */
export type LargestFit = {
  /** Who of the candidates, by their place in the list. */
  admitted: Set<number>
  /** No set that fits is larger than this. */
  bound: number
  /** Whether it is the largest there is; otherwise the search ended early, at most `bound` less its size from it. */
  isLargest: boolean
  /** Whether, among all as large, it is the one of the oldest: first the first is in if any has them, then the second … */
  isOldest: boolean
}

/** Arcs looked at before the search ends: about a second's worth, counted and not timed, so that it ends alike everywhere. */
export const MOST_WORK = 40_000_000

/** Those who want the same at the same price: any of them will do, so the first of them come first. */
type Kind = { arc: number; members: number[]; kept: number; isClosed: boolean }

/**
 * Finds the most people who fit under money, stock and slots together; of all such sets that of the oldest requests.
 *
 * Everybody takes one of an option and one place of a slot, so sets that fit are flows from options to slots, and the
 * cheapest flow of each size is found exactly: the largest whose cost the money covers is the largest set there is.
 * Then, from the oldest on, each is kept in if some largest set has them beside those kept already.
 *
 * @param problem its candidates oldest first
 */
export function largestFit(problem: FitProblem, mostWork = MOST_WORK): LargestFit {
  const { candidates, moneyMinor } = problem
  const { network, kinds, kindOf } = networkOf(problem, mostWork)
  const sent = network.sendCheapest(moneyMinor)
  const isLargest = network.work() < mostWork
  let rest = moneyMinor - sent.cost

  const admitted = new Set<number>()
  for (const [index] of candidates.entries()) {
    const kind = kindOf[index]
    if (!kind || kind.isClosed) continue
    const { arc, kept } = kind
    if (network.flowOn(arc) === kept) {
      const cost = network.reroute(arc, rest)
      // What cannot be had now cannot be had later either: from here on there is only less that may move.
      kind.isClosed = cost === undefined
      if (cost === undefined) continue
      rest -= cost
    }
    kind.kept += 1
    network.keep(arc, kind.kept)
    admitted.add(index)
  }
  const isOldest = isLargest && network.work() < mostWork
  // Where the search ended early, what flows and is nobody's yet goes to the next of its kind.
  for (const { arc, members, kept } of kinds)
    for (const index of members.slice(kept, network.flowOn(arc))) admitted.add(index)
  return { admitted, bound: isLargest ? sent.units : boundOf(problem), isLargest, isOldest }
}

/** How many the largest set has, without saying who is in it, and what the cheapest set of that size costs. */
export function largestSize(problem: FitProblem, mostWork = MOST_WORK): { size: number; costMinor: number } {
  const { units, cost } = networkOf(problem, mostWork).network.sendCheapest(problem.moneyMinor)
  return { size: units, costMinor: cost }
}

function networkOf(problem: FitProblem, mostWork: number): { network: Network; kinds: Kind[]; kindOf: Kind[] } {
  const { candidates, optionRoom, slotRoom } = problem
  const sink = 1 + optionRoom.length + slotRoom.length
  const network = createNetwork(sink + 1, mostWork)
  optionRoom.forEach((room, option) => network.addArc(0, 1 + option, room, 0))
  slotRoom.forEach((room, slot) => network.addArc(1 + optionRoom.length + slot, sink, room, 0))

  const groups = Map.groupBy(candidates.keys(), (index) => nameOf(candidates[index]))
  const kindOf: Kind[] = []
  const kinds = [...groups.values()].flatMap((members) => {
    const first = candidates[members[0] ?? 0]
    if (!first) return []
    const to = first.slot === null ? sink : 1 + optionRoom.length + first.slot
    const arc = network.addArc(1 + first.option, to, members.length, first.amountMinor)
    const kind: Kind = { arc, members, kept: 0, isClosed: false }
    for (const index of members) kindOf[index] = kind
    return [kind]
  })
  return { network, kinds, kindOf }
}

function nameOf(candidate: Candidate | undefined): string {
  return `${candidate?.option}/${candidate?.slot}/${candidate?.amountMinor}`
}

/** A bound without search: what the options, the slots, and the money for the cheapest would each let in by themselves. */
function boundOf({ candidates, moneyMinor, optionRoom, slotRoom }: FitProblem): number {
  const within = (room: readonly number[], placeOf: (one: Candidate) => number | null) => {
    const wanted = new Map<number | null, number>()
    for (const one of candidates) wanted.set(placeOf(one), (wanted.get(placeOf(one)) ?? 0) + 1)
    let sum = 0
    for (const [place, count] of wanted) sum += place === null ? count : Math.min(count, room[place] ?? 0)
    return sum
  }
  let affordable = 0
  let rest = moneyMinor
  for (const amountMinor of candidates.map((one) => one.amountMinor).sort((a, b) => a - b)) {
    rest -= amountMinor
    if (rest < 0) break
    affordable += 1
  }
  return Math.min(
    affordable,
    within(optionRoom, ({ option }) => option),
    within(slotRoom, ({ slot }) => slot),
  )
}
