import { expect, test } from 'vitest'
import { createSightings } from './sightings.ts'

test('a code that stays in front of the camera counts once, however long it stays', () => {
  const isNew = createSightings()
  expect(isNew('A', 0)).toBe(true)
  for (let at = 100; at < 60_000; at += 100) expect(isNew('A', at)).toBe(false)
})

test('it counts again once it was away, and another counts at once', () => {
  const isNew = createSightings()
  isNew('A', 0)
  expect(isNew('A', 1_999)).toBe(false)
  expect(isNew('A', 3_999)).toBe(true)
  expect(isNew('B', 4_000)).toBe(true)
})
