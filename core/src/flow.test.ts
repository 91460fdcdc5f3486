import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createNetwork } from './flow.ts'
import type { Arc, Network } from './flow.ts'
import { always } from './testing.ts'

const endless = 1_000_000
const [source, mug, shirt, early, late, sink] = [0, 1, 2, 3, 4, 5]

/** Mugs and shirts at two times, so many of each; who wants what, at which price, comes after. */
function givenNetwork(rooms: { mug?: number; shirt?: number; early?: number; late?: number }, mostWork = endless) {
  const network = createNetwork(6, mostWork)
  const open = (from: number, to: number, capacity = 0) => network.addLane(from, to, [{ capacity, cost: 0 }])
  open(source, mug, rooms.mug)
  open(source, shirt, rooms.shirt)
  open(early, sink, rooms.early)
  open(late, sink, rooms.late)
  return network
}

/** One unit at each of some costs. */
const each = (...costs: number[]) => costs.map((cost) => ({ capacity: 1, cost }))
const send = (network: Network, mostCost = endless, mostUnits = endless) => network.sendCheapest(mostCost, mostUnits)

describe('sending', () => {
  test('goes the cheapest way first, and says what all and the last cost', () => {
    const network = givenNetwork({ mug: 3, early: 3 })
    network.addLane(mug, early, each(2, 3, 7))
    expect(send(network, 6)).toEqual({ units: 2, cost: 5, last: 3 })
    expect(send(network, 7)).toEqual({ units: 1, cost: 7, last: 7 })
    expect(send(network)).toEqual({ units: 0, cost: 0, last: 0 })
  })

  test('ends where the money ends, to the last cent', () => {
    for (const [money, units] of [
      [4, 1],
      [5, 2],
      [6, 2],
    ] as const) {
      const network = givenNetwork({ mug: 2, early: 2 })
      network.addLane(mug, early, each(2, 3))
      expect(send(network, money).units).toBe(units)
    }
  })

  test('takes as many at a time as there is room and money for', () => {
    const network = givenNetwork({ mug: 9, early: 8 })
    network.addLane(mug, early, [{ capacity: 7, cost: 2 }])
    expect(send(network, 11)).toEqual({ units: 5, cost: 10, last: 2 })
    expect(send(network, endless, 1)).toEqual({ units: 1, cost: 2, last: 2 })
    expect(send(network)).toEqual({ units: 1, cost: 2, last: 2 })
  })

  test('sends one that flows another way where that lets one more through', () => {
    const network = givenNetwork({ mug: 1, shirt: 1, early: 1, late: 1 })
    const [first] = network.addLane(mug, early, each(1))
    network.addLane(mug, late, each(3))
    network.addLane(shirt, early, each(2))
    expect(send(network, 4)).toEqual({ units: 1, cost: 1, last: 1 })
    expect(first?.loose).toBe(1)
    expect(send(network)).toEqual({ units: 1, cost: 4, last: 4 })
    expect(first?.loose).toBe(0)
  })

  test('sends what costs nothing without any money', () => {
    const network = givenNetwork({ mug: 5, early: 5 })
    network.addLane(mug, early, [
      { capacity: 4, cost: 0 },
      { capacity: 1, cost: 1 },
    ])
    expect(send(network, 0)).toEqual({ units: 4, cost: 0, last: 0 })
  })

  test('over an arc without room nothing goes', () => {
    const network = givenNetwork({ mug: 2, early: 2 })
    network.addLane(mug, early, [
      { capacity: 0, cost: 1 },
      { capacity: 1, cost: 2 },
    ])
    expect(send(network)).toEqual({ units: 1, cost: 2, last: 2 })
  })
})

describe('keeping', () => {
  test('what flows already costs nothing, and can be done as often as it flows', () => {
    const network = givenNetwork({ mug: 2, early: 2 })
    const [arc] = network.addLane(mug, early, [{ capacity: 3, cost: 2 }])
    send(network)
    expect([1, 2, 3].map(() => network.keep(arc as Arc, endless))).toEqual([0, 0, undefined])
  })

  test('what does not flow makes something else go, at the difference, if there is money for it', () => {
    const network = givenNetwork({ mug: 1, early: 1 })
    const [cheap, dear] = network.addLane(mug, early, each(2, 7))
    send(network)
    expect(network.keep(dear as Arc, 4)).toBeUndefined()
    expect(network.keep(cheap as Arc, 0)).toBe(0)
    const other = givenNetwork({ mug: 1, early: 1 })
    const [less, more] = other.addLane(mug, early, each(2, 7))
    send(other)
    expect(other.keep(more as Arc, 5)).toBe(5)
    expect(other.keep(less as Arc, endless)).toBeUndefined()
  })

  test('what was too dear once is not looked for again, nor what costs more', () => {
    const network = givenNetwork({ mug: 1, early: 1 })
    const [, dear, dearer] = network.addLane(mug, early, each(2, 7, 8))
    send(network)
    expect(network.keep(dear as Arc, 4)).toBeUndefined()
    const work = network.work()
    expect(network.keep(dear as Arc, 4)).toBeUndefined()
    expect(network.keep(dearer as Arc, 4)).toBeUndefined()
    expect(network.work()).toBe(work)
  })

  test('what is kept is not taken back for anybody else, on any way', () => {
    const network = givenNetwork({ mug: 1, shirt: 1, early: 1 })
    const [mugs] = network.addLane(mug, early, each(3))
    const [shirts] = network.addLane(shirt, early, each(2))
    send(network)
    expect(network.keep(mugs as Arc, endless)).toBe(1)
    expect(network.keep(shirts as Arc, endless)).toBeUndefined()
  })
})

test('a search that would be too much work is left undone, and that is said', () => {
  const network = givenNetwork({ mug: 3, early: 3 }, 10)
  const [, , dear] = network.addLane(mug, early, each(1, 2, 3))
  expect(send(network).units).toBeLessThan(3)
  expect(network.isCutShort()).toBe(true)
  expect(network.work()).toBeGreaterThanOrEqual(10)
  expect(network.keep(dear as Arc, endless)).toBeUndefined()
  const enough = givenNetwork({ mug: 3, early: 3 })
  enough.addLane(mug, early, each(1, 2, 3))
  expect(send(enough).units).toBe(3)
  expect(enough.isCutShort()).toBe(false)
})

// Against every flow there is -----------------------------------------------------------------------------------------

type Wish = { from: number; to: number; arcs: { capacity: number; cost: number }[] }
type Flow = { units: number; cost: number; on: number[] }

const anyArcs = fc.uniqueArray(fc.record({ capacity: fc.nat({ max: 2 }), cost: fc.nat({ max: 5 }) }), {
  maxLength: 2,
  selector: ({ cost }) => cost,
})
const anyRoom = fc.nat({ max: 3 })
const anyNetwork = fc.record({
  rooms: fc.record({ mug: anyRoom, shirt: anyRoom, early: anyRoom, late: anyRoom }),
  lanes: fc
    .tuple(anyArcs, anyArcs, anyArcs, anyArcs)
    .map((four) => four.map((arcs) => arcs.toSorted((a, b) => a.cost - b.cost)))
    .map(([a = [], b = [], c = [], d = []]): Wish[] => [
      { from: mug, to: early, arcs: a },
      { from: mug, to: late, arcs: b },
      { from: shirt, to: early, arcs: c },
      { from: shirt, to: late, arcs: d },
    ]),
  money: fc.nat({ max: 25 }),
  keeps: fc.array(fc.nat({ max: 7 }), { maxLength: 8 }),
})
type Rooms = Parameters<typeof givenNetwork>[0]

/** Every flow there is, by trying everything on every arc. */
function everyFlow(rooms: Rooms, lanes: readonly Wish[]): Flow[] {
  const arcs = lanes.flatMap(({ from, to, arcs: some }) => some.map((arc) => ({ from, to, ...arc })))
  const all = arcs.reduce<number[][]>(
    (flows, { capacity }) => flows.flatMap((on) => Array.from({ length: capacity + 1 }, (_, units) => [...on, units])),
    [[]],
  )
  const through = (on: number[], node: number) =>
    arcs.reduce((sum, { from, to }, index) => sum + (from === node || to === node ? (on[index] ?? 0) : 0), 0)
  const isWithin = (on: number[]) =>
    through(on, mug) <= (rooms.mug ?? 0) &&
    through(on, shirt) <= (rooms.shirt ?? 0) &&
    through(on, early) <= (rooms.early ?? 0) &&
    through(on, late) <= (rooms.late ?? 0)
  return all.filter(isWithin).map((on) => ({
    units: on.reduce((sum, units) => sum + units, 0),
    cost: on.reduce((sum, units, index) => sum + units * (arcs[index]?.cost ?? 0), 0),
    on,
  }))
}

test('of all flows there are it finds a largest that the money covers, and the cheapest of those; and so with what is kept', () => {
  always(anyNetwork, ({ rooms, lanes, money, keeps }) => {
    const network = givenNetwork(rooms)
    const arcs = lanes.flatMap(({ from, to, arcs: some }) => network.addLane(from, to, some))
    const affordable = everyFlow(rooms, lanes).filter(({ cost }) => cost <= money)
    const units = Math.max(...affordable.map((flow) => flow.units))
    const largest = affordable.filter((flow) => flow.units === units)
    const least = (kept: readonly number[]) =>
      Math.min(...largest.filter(({ on }) => kept.every((some, i) => (on[i] ?? 0) >= some)).map(({ cost }) => cost))

    let { cost } = network.sendCheapest(money, Infinity)
    expect(cost).toBe(least([]))
    let kept = arcs.map(() => 0)
    for (const which of keeps) {
      const arc = arcs[which]
      if (!arc) continue
      const wanted = kept.map((some, index) => (index === which ? some + 1 : some))
      const expected = least(wanted)
      const more = network.keep(arc, money - cost)
      expect(more === undefined ? Infinity : cost + more).toBe(expected)
      if (more === undefined) continue
      cost += more
      kept = wanted
    }
  })
})

test('each further unit costs at least as much as the one before', () => {
  always(anyNetwork, ({ rooms, lanes }) => {
    const network = givenNetwork(rooms)
    for (const { from, to, arcs } of lanes) network.addLane(from, to, arcs)
    const costs: number[] = []
    for (let sent = send(network, endless, 1); sent.units > 0; sent = send(network, endless, 1)) costs.push(sent.last)
    expect(costs).toEqual(costs.toSorted((a, b) => a - b))
  })
})
