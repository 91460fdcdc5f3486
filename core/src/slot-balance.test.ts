import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balanceSlots } from './slot-balance.ts'
import type { AskedSlot } from './slot-balance.ts'

const slot = (id: string, hour: number, asked: number, more: Partial<AskedSlot> = {}): AskedSlot => ({
  id,
  day: '2027-05-21',
  place: 'North',
  startsAt: new Date(Date.UTC(2027, 4, 21, hour)),
  capacity: 10,
  committed: 0,
  asked,
  ...more,
})

test('as many as do not fit go to the nearest slot with room, and nobody else', () => {
  const slots = [
    slot('nine', 9, 0),
    slot('ten', 10, 8),
    slot('eleven', 11, 15),
    slot('noon', 12, 10),
    slot('one', 13, 0),
  ]
  expect(balanceSlots(slots)).toEqual({
    moves: [
      { fromId: 'eleven', toId: 'ten', people: 2 },
      { fromId: 'eleven', toId: 'nine', people: 3 },
    ],
    over: 5,
    unplaced: 0,
  })
})

test('the same place comes before another, unless it is much later there', () => {
  const elsewhere = slot('elsewhere', 9, 0, { place: 'South' })
  const full = slot('full', 9, 11)
  expect(balanceSlots([full, elsewhere, slot('later', 12, 0)]).moves).toEqual([
    { fromId: 'full', toId: 'elsewhere', people: 1 },
  ])
  const soon = slot('soon', 9, 0, { startsAt: new Date(Date.UTC(2027, 4, 21, 9, 30)) })
  expect(balanceSlots([full, elsewhere, soon]).moves).toEqual([{ fromId: 'full', toId: 'soon', people: 1 }])
})

test('nobody is sent to another day, and for how many there is no room is said', () => {
  const slots = [slot('full', 9, 14, { committed: 8 }), slot('tomorrow', 9, 0, { day: '2027-05-22' })]
  expect(balanceSlots(slots)).toEqual({ moves: [], over: 12, unplaced: 12 })
})

test('everybody for whom there is room on their day gets it, with as few moves of people as that takes', () => {
  const anySlot = fc.record({
    id: fc.uuid(),
    day: fc.constantFrom('one', 'two'),
    place: fc.constantFrom('North', 'South', null),
    startsAt: fc.integer({ min: 0, max: 9 }).map((hour) => new Date(hour * 3_600_000)),
    capacity: fc.integer({ min: 3, max: 6 }),
    committed: fc.nat({ max: 3 }),
    asked: fc.nat({ max: 9 }),
  })
  const anySlots = fc.uniqueArray(anySlot, { selector: ({ id }) => id, maxLength: 8 })
  fc.assert(
    fc.property(anySlots, (slots) => {
      const { moves, over, unplaced } = balanceSlots(slots)
      const load = new Map(slots.map(({ id, committed, asked }) => [id, committed + asked]))
      for (const { fromId, toId, people } of moves) {
        load.set(fromId, (load.get(fromId) ?? 0) - people)
        load.set(toId, (load.get(toId) ?? 0) + people)
      }
      const excessOf = (all: Map<string, number>, day: string) =>
        slots
          .filter((one) => one.day === day)
          .reduce((sum, { id, capacity }) => sum + Math.max(0, (all.get(id) ?? 0) - capacity), 0)
      const before = new Map(slots.map(({ id, committed, asked }) => [id, committed + asked]))
      let least = 0
      for (const day of ['one', 'two']) {
        const spare = slots
          .filter((one) => one.day === day)
          .reduce((sum, { id, capacity }) => sum + Math.max(0, capacity - (before.get(id) ?? 0)), 0)
        const excess = excessOf(before, day)
        expect(excessOf(load, day)).toBe(Math.max(0, excess - spare))
        least += Math.min(excess, spare)
      }
      expect(moves.reduce((sum, { people }) => sum + people, 0)).toBe(least)
      expect(over - unplaced).toBe(least)
      // Who holds a slot stays: never do more leave it than ask for it.
      for (const { id, asked } of slots) {
        const left = moves.filter(({ fromId }) => fromId === id).reduce((sum, { people }) => sum + people, 0)
        expect(left).toBeLessThanOrEqual(asked)
      }
      const sizes = moves.map(({ people }) => people)
      expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
    }),
  )
})
