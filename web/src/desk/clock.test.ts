import { expect, test } from 'vitest'
import { advance, setClock, tellTime } from './clock.ts'

const noon = Date.parse('2027-05-21T12:00:00Z')
const minute = 60_000

test('a tablet whose clock is two hours ahead counts by the clock of the server', () => {
  const clock = setClock('2027-05-21T12:00:00Z', noon + 120 * minute, noon + 120 * minute)
  expect(tellTime(clock, noon + 125 * minute)).toBe(noon + 5 * minute)
})

test('the answer is taken to be from the middle of the time it took', () => {
  const clock = setClock('2027-05-21T12:00:00Z', noon - 400, noon + 400)
  expect(clock.offsetMs).toBe(0)
})

test('a clock that is set back does not make a lease last longer', () => {
  const clock = advance(setClock('2027-05-21T12:00:00Z', noon, noon), noon + 50 * minute)
  expect(tellTime(clock, noon - 300 * minute)).toBe(noon + 50 * minute)
})
