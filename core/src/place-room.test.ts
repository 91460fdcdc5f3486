import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findCrowd } from './place-room.ts'
import type { Attendance } from './place-room.ts'

const slot = (from: number, to: number, capacity: number): Attendance => ({
  startsAt: new Date(from),
  endsAt: new Date(to),
  capacity,
})

test('as many as fit, and one more', () => {
  const slots = [slot(0, 30, 20), slot(15, 45, 20)]
  expect(findCrowd(slots, 40)).toBeUndefined()
  expect(findCrowd(slots, 39)).toEqual({ at: new Date(15), people: 40 })
})

test('who leaves makes room for who comes at that moment', () => {
  expect(findCrowd([slot(0, 30, 20), slot(30, 60, 20)], 20)).toBeUndefined()
})

test('the moment with most people is named, the first of several', () => {
  const slots = [slot(0, 10, 5), slot(5, 10, 5), slot(20, 30, 10), slot(40, 50, 11), slot(45, 50, 2)]
  expect(findCrowd(slots, 9)).toEqual({ at: new Date(45), people: 13 })
  expect(findCrowd(slots.slice(0, 3), 9)).toEqual({ at: new Date(5), people: 10 })
})

test('it finds what counting at every moment finds', () => {
  const anySlot = fc
    .record({
      from: fc.nat({ max: 20 }),
      length: fc.integer({ min: 1, max: 8 }),
      capacity: fc.integer({ min: 1, max: 5 }),
    })
    .map(({ from, length, capacity }) => slot(from, from + length, capacity))
  fc.assert(
    fc.property(fc.array(anySlot, { maxLength: 12 }), fc.integer({ min: 1, max: 20 }), (slots, room) => {
      const counts = Array.from({ length: 30 }, (_, at) =>
        slots
          .filter(({ startsAt, endsAt }) => +startsAt <= at && at < +endsAt)
          .reduce((sum, { capacity }) => sum + capacity, 0),
      )
      const people = Math.max(...counts)
      const expected = people > room ? { at: new Date(counts.indexOf(people)), people } : undefined
      expect(findCrowd(slots, room)).toEqual(expected)
    }),
  )
})
