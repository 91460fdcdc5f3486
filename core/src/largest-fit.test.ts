import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitOfBatch, planBatch } from './batch.ts'
import { admitInOrder } from './fit.ts'
import type { Candidate, FitProblem } from './fit.ts'
import { largestFit, largestSize } from './largest-fit.ts'
import { always, anyBatch, anyFit, everySet, fits, noon, recount } from './testing.ts'

const [mug, shirt] = [0, 1]
const [early, late] = [0, 1]

/** Candidates in the order of asking: what each costs and wants. */
function givenFit(said: Partial<FitProblem> & { who: Partial<Candidate>[] }): FitProblem {
  const { who, ...rooms } = said
  const candidates = who.map((one, index) => ({ id: `${index}`, amountMinor: 1, option: mug, slot: null, ...one }))
  return { candidates, moneyMinor: 100, optionRoom: [9, 9], slotRoom: [9, 9], guestRoom: [9, 9], ...rooms }
}

const inOrderOfAge = (set: ReadonlySet<number>) => [...set].sort((a, b) => a - b)
const sumOf = ({ candidates }: FitProblem, set: Iterable<number>) =>
  [...set].reduce((sum, index) => sum + BigInt(candidates[index]?.amountMinor ?? 0), 0n)

/** What is really the largest, found by trying every set. */
function byTrying(problem: FitProblem) {
  const all = everySet(problem).filter((set) => fits(problem, set))
  const [oldest = []] = all
  const costs = all.filter(({ length }) => length === oldest.length).map((set) => sumOf(problem, set))
  return { oldest, costMinor: costs.reduce((least, cost) => (cost < least ? cost : least)) }
}

/** Whether somebody gives up a place that a guest could take: then the order matters as well. */
const isEntangled = ({ candidates }: FitProblem) =>
  candidates.some((one) => candidates.some(({ slot, waitsIn }) => waitsIn !== undefined && slot === one.waitsIn))

/** The most that come in of any selection, each when their turn comes. */
const mostInTurn = (problem: FitProblem) =>
  Math.max(
    ...everySet(problem).map((set) => {
      const candidates = set.flatMap((index) => problem.candidates[index] ?? [])
      return admitInOrder({ ...problem, candidates }).size
    }),
  )

describe('the largest set', () => {
  const who = [{ amountMinor: 9 }, { amountMinor: 4 }, { amountMinor: 3 }, { amountMinor: 3 }]

  test('leaves out one who asked first and costs much, for three who asked later', () => {
    const problem = givenFit({ who, moneyMinor: 10 })
    expect(inOrderOfAge(admitInOrder(problem))).toEqual([0])
    expect(largestFit(problem)).toEqual({ admitted: new Set([1, 2, 3]), bound: 3, isLargest: true, isOldest: true })
  })

  test('is that of the oldest requests where several are as large', () => {
    expect(inOrderOfAge(largestFit(givenFit({ who, moneyMinor: 12 })).admitted)).toEqual([1, 2, 3])
    expect(inOrderOfAge(largestFit(givenFit({ who, moneyMinor: 15 })).admitted)).toEqual([0, 2, 3])
    expect(inOrderOfAge(largestFit(givenFit({ who, moneyMinor: 16 })).admitted)).toEqual([0, 1, 2])
    expect(inOrderOfAge(largestFit(givenFit({ who, optionRoom: [2] })).admitted)).toEqual([0, 1])
  })

  test('gives the last mug to whom no shirt would do, so that a slot serves two', () => {
    const problem = givenFit({
      who: [
        { option: mug, slot: early },
        { option: mug, slot: late },
        { option: shirt, slot: early },
      ],
      optionRoom: [1, 1],
      slotRoom: [1, 1],
    })
    expect(inOrderOfAge(admitInOrder(problem))).toEqual([0])
    expect(inOrderOfAge(largestFit(problem).admitted)).toEqual([1, 2])
  })

  test('keeps held places from guests, and counts on none that is only given up', () => {
    const who = [
      { slot: late, waitsIn: early },
      { slot: early, waitsIn: null },
      { slot: early, waitsIn: null },
    ]
    const fit = largestFit(givenFit({ who, slotRoom: [2, 2], guestRoom: [1, 1] }))
    // The second guest has the place that the first of them gives up, if it is done in this order.
    expect(fit).toEqual({ admitted: new Set([0, 1, 2]), bound: 3, isLargest: true, isOldest: true })
    // Where somebody else has to stay out, it takes a search, whose bound allows for that place.
    const tooDear = { slot: late, amountMinor: 999 }
    const some = largestFit(givenFit({ who: [...who, tooDear], slotRoom: [2, 2], guestRoom: [1, 1], moneyMinor: 100 }))
    expect(some).toEqual({ admitted: new Set([0, 1, 2]), bound: 3, isLargest: true, isOldest: false })
    const full = largestFit(givenFit({ who: who.slice(1), slotRoom: [2, 2], guestRoom: [1, 1] }))
    expect(full).toEqual({ admitted: new Set([0]), bound: 1, isLargest: true, isOldest: true })
  })

  test('holds nobody, even where the search ends at once, who would have to wait for what somebody younger gives up', () => {
    const who = [
      { slot: early, waitsIn: null, amountMinor: 5 },
      { slot: late, waitsIn: early },
    ]
    const problem = givenFit({ who, slotRoom: [2, 2], guestRoom: [0, 1] })
    for (const mostWork of [0, undefined]) expect(largestFit(problem, mostWork).admitted).toEqual(new Set([1]))
  })

  test('of nobody, or without money or room, is empty; what costs nothing comes in without money', () => {
    const nobody = { admitted: new Set(), bound: 0, isLargest: true, isOldest: true }
    expect(largestFit(givenFit({ who: [] }))).toEqual(nobody)
    expect(largestFit(givenFit({ who, moneyMinor: -5 }))).toEqual(nobody)
    expect(largestFit(givenFit({ who, optionRoom: [-1] }))).toEqual(nobody)
    expect(largestFit(givenFit({ who: [{ amountMinor: 1 }, { amountMinor: 0 }], moneyMinor: -5 })).admitted).toEqual(
      new Set([1]),
    )
  })
})

test('it is as large as any set there is, and of those as large it is the oldest', () => {
  always(anyFit, (problem) => {
    if (isEntangled(problem)) return
    const { admitted, ...said } = largestFit(problem)
    const { oldest } = byTrying(problem)
    expect(inOrderOfAge(admitted)).toEqual(oldest)
    expect(said).toEqual({ bound: oldest.length, isLargest: true, isOldest: true })
  })
})

test('its size is found without it, and with it the least that so many cost, or fewer where fewer are asked for', () => {
  always(fc.tuple(anyFit, fc.nat({ max: 4 })), ([problem, people]) => {
    const { oldest, costMinor } = byTrying(problem)
    const found = largestSize(problem)
    expect([found.size, BigInt(found.costMinor), found.bound]).toEqual([oldest.length, costMinor, oldest.length])

    const few = everySet(problem).filter((set) => fits(problem, set) && set.length === Math.min(people, oldest.length))
    const costs = few.map((set) => Number(sumOf(problem, set)))
    expect(largestSize(problem, undefined, people).costMinor).toBe(Math.min(...costs))
  })
})

test('however early the search ends, the set fits, none is larger than the bound, and what it says of itself is true', () => {
  always(fc.tuple(anyFit, fc.nat({ max: 200 })), ([problem, mostWork]) => {
    if (isEntangled(problem)) return
    const { admitted, bound, isLargest, isOldest } = largestFit(problem, mostWork)
    const { oldest } = byTrying(problem)
    const set = inOrderOfAge(admitted)
    expect(fits(problem, set)).toBe(true)
    expect(bound).toBeGreaterThanOrEqual(oldest.length)
    expect(isLargest).toBe(set.length === bound)
    if (isOldest) expect(set).toEqual(oldest)
    expect(set.length).toBeGreaterThanOrEqual(admitInOrder(problem).size)
    const short = largestSize(problem, mostWork)
    expect(short.size).toBeLessThanOrEqual(oldest.length)
    expect(short.bound).toBeGreaterThanOrEqual(oldest.length)
  })
})

test('a search that ends at once lets in no fewer than turn by turn, and than the cheapest first', () => {
  always(anyFit, (problem) => {
    const byPrice = problem.candidates.toSorted((a, b) => a.amountMinor - b.amountMinor)
    const cheapest = byPrice.map((one) => (one.waitsIn === undefined ? one : { ...one, waitsIn: null }))
    const { admitted, isOldest } = largestFit(problem, 0)
    expect(admitted.size).toBeGreaterThanOrEqual(admitInOrder(problem).size)
    expect(admitted.size).toBeGreaterThanOrEqual(admitInOrder({ ...problem, candidates: cheapest }).size)
    // Where all come in, no search is needed.
    expect(isOldest).toBe(admitInOrder(problem).size === problem.candidates.length)
  })
})

test('where guests may take what others give up, the whole set comes in, and the bound is still a bound', () => {
  always(fc.tuple(anyFit, fc.constantFrom(0, 50, 100, 4_000)), ([problem, mostWork]) => {
    if (!isEntangled(problem)) return
    const { admitted, bound, isLargest, isOldest } = largestFit(problem, mostWork)
    const candidates = inOrderOfAge(admitted).flatMap((index) => problem.candidates[index] ?? [])
    expect(admitInOrder({ ...problem, candidates }).size).toBe(candidates.length)
    expect(bound).toBeGreaterThanOrEqual(mostInTurn(problem))
    expect(admitted.size).toBeGreaterThanOrEqual(admitInOrder(problem).size)
    expect(isLargest).toBe(admitted.size === bound)
    // Where all come in, no search is needed.
    expect(isOldest).toBe(admitInOrder(problem).size === problem.candidates.length)
  })
})

test('in an event, the largest set is approved whole', () => {
  always(anyBatch, ({ world, batch }) => {
    const asked = { ...batch, action: 'approve', mode: 'largest_fit' } as const
    const { problem } = fitOfBatch(recount(world), asked)
    const chosen = new Set([...largestFit(problem).admitted].flatMap((index) => problem.candidates[index]?.id ?? []))
    const { rows } = planBatch(recount(world), asked, noon, chosen)
    const approved = rows.filter(({ decision }) => decision.outcome === 'approved').map((row) => row.registrationId)
    expect(approved.slice(0, chosen.size).toSorted()).toEqual([...chosen].toSorted())
    if (!isEntangled(problem)) expect(approved).toHaveLength(chosen.size)
  })
})

// Large numbers -------------------------------------------------------------------------------------------------------

const dearest = 999_999_999_999
const anyLarge = fc
  .tuple(anyFit, fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), fc.integer({ min: -12, max: 12 }))
  .map(([problem, isDear, more]): FitProblem => {
    const amountOf = ({ amountMinor }: Candidate, index: number) =>
      isDear[index] ? dearest - amountMinor : amountMinor
    const candidates = problem.candidates.map((one, index) => ({ ...one, amountMinor: amountOf(one, index) }))
    const moneyMinor = Math.min(9_999_999_999_990, Math.max(0, problem.moneyMinor % 11) * dearest + more)
    return { ...problem, candidates, moneyMinor }
  })

test('amounts and budgets of the largest there are exact to the last cent', () => {
  always(anyLarge, (problem) => {
    if (isEntangled(problem)) return
    const { oldest, costMinor } = byTrying(problem)
    expect(inOrderOfAge(largestFit(problem).admitted)).toEqual(oldest)
    expect(BigInt(largestSize(problem).costMinor)).toBe(costMinor)
  })
})

test('of ten who cost the most there is, a cent decides whether the tenth comes in', () => {
  const who = Array.from({ length: 10 }, () => ({ amountMinor: dearest }))
  expect(largestSize(givenFit({ who, moneyMinor: 9_999_999_999_990, optionRoom: [10] })).size).toBe(10)
  expect(largestSize(givenFit({ who, moneyMinor: 9_999_999_999_989, optionRoom: [10] })).size).toBe(9)
})

test('thousands who swap slots for one another are sorted out at once', () => {
  const people = 2_000
  const who = Array.from({ length: people }, (_, index) => ({
    option: index % 40,
    slot: (index * 7) % 100,
    amountMinor: 1_000_000 + ((index * 7_919) % people),
  }))
  const rooms = { optionRoom: Array.from({ length: 40 }, () => 20), slotRoom: Array.from({ length: 100 }, () => 8) }
  const problem = givenFit({ who, ...rooms, guestRoom: rooms.slotRoom, moneyMinor: 10 ** 12 })
  const { admitted, isOldest } = largestFit(problem)
  expect({ size: admitted.size, isOldest }).toEqual({ size: 800, isOldest: true })
  expect(largestSize(problem).work).toBeLessThan(3_000_000)
})
