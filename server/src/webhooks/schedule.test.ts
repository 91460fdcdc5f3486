import { expect, test } from 'vitest'
import { restAfter, retryDelay, retryDelaysSeconds } from './schedule.ts'

test('a message is tried for three days, with time between that grows and never comes out even', () => {
  const hours = retryDelaysSeconds.reduce((sum, delay) => sum + delay, 0) / 3600
  expect(hours).toBeGreaterThan(71)
  expect(hours).toBeLessThan(72)
  expect([...retryDelaysSeconds].toSorted((a, b) => a - b)).toEqual(retryDelaysSeconds)
  for (const [index, delay] of retryDelaysSeconds.entries()) {
    expect(retryDelay(index + 1, 0)).toBeCloseTo(delay * 0.8)
    expect(retryDelay(index + 1, 0.5)).toBeCloseTo(delay)
    expect(retryDelay(index + 1, 1)).toBeCloseTo(delay * 1.2)
  }
  expect(retryDelay(retryDelaysSeconds.length + 1, 0.5)).toBeUndefined()
})

test('one failure makes an endpoint rest for no time, many for a minute at most', () => {
  expect([1, 2, 3, 7, 8, 9, 1000].map(restAfter)).toEqual([0, 1, 2, 32, 60, 60, 60])
})
