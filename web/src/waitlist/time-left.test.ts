import { expect, test } from 'vitest'
import { timeLeft } from './time-left.ts'

const hour = 3_600
test.each([
  [1, { unit: 'seconds' }],
  [59, { unit: 'seconds' }],
  [60, { unit: 'minutes', minutes: 1 }],
  [hour - 1, { unit: 'minutes', minutes: 59 }],
  [hour, { unit: 'hours', hours: 1, minutes: 0 }],
  [24 * hour, { unit: 'hours', hours: 24, minutes: 0 }],
  [48 * hour - 1, { unit: 'hours', hours: 47, minutes: 59 }],
  [48 * hour, { unit: 'days', count: 2 }],
  [720 * hour, { unit: 'days', count: 30 }],
])('%d seconds are said without promising more', (seconds, said) => {
  expect(timeLeft(seconds)).toEqual(said)
})
