import { expect, test } from 'vitest'
import { sayLeft } from './countdown.ts'

test('what is left is said in minutes and seconds, and is 0:00 only once nothing is', () => {
  expect([600_000, 545_000, 59_001, 1, 0, -5_000].map(sayLeft)).toEqual([
    '10:00',
    '9:05',
    '1:00',
    '0:01',
    '0:00',
    '0:00',
  ])
})
