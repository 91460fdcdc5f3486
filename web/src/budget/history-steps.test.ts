import { expect, test } from 'vitest'
import { endOfDay, startOf } from './days.ts'
import { budgetSteps, stepsOf, ticksOf } from './history-steps.ts'

const point = (date: string, budget: number, committed: number, requested: number) => ({
  date,
  budget,
  committed,
  requested,
})

test('what is asked for fits up to the limit, and is over beyond it', () => {
  const steps = stepsOf([point('2027-03-01', 100, 60, 30), point('2027-03-02', 100, 90, 30)])
  expect(steps.map(({ fitting, over }) => [fitting, over])).toEqual([
    [30, 0],
    [10, 20],
    [10, 20],
  ])
})

test('the last day is as wide as the others', () => {
  const [first, last] = stepsOf([point('2027-03-01', 100, 0, 0)])
  expect((last?.at ?? 0) - (first?.at ?? 0)).toBe(86_400_000)
  expect(stepsOf([])).toEqual([])
})

test('only days on which the budget changed are named', () => {
  const points = [point('2027-03-01', 80, 0, 0), point('2027-03-02', 80, 0, 0), point('2027-03-03', 100, 0, 0)]
  expect(budgetSteps(points)).toEqual([{ at: Date.parse('2027-03-03T12:00:00Z'), budget: 100, by: 20 }])
})

test.each([
  ['Europe/Amsterdam', '2027-05-21', '2027-05-21T21:59:59.999Z'],
  ['Europe/Amsterdam', '2027-03-28', '2027-03-28T21:59:59.999Z'],
  ['Europe/Amsterdam', '2026-10-25', '2026-10-25T22:59:59.999Z'],
  ['Pacific/Auckland', '2027-05-21', '2027-05-21T11:59:59.999Z'],
  ['Pacific/Honolulu', '2027-05-21', '2027-05-22T09:59:59.999Z'],
])('in %s, %s ends at %s', (zone, on, end) => {
  expect(endOfDay(on, zone)?.toISOString()).toBe(end)
})

test('a day begins where the one before it ended', () => {
  expect(startOf('2027-05-21', 'Europe/Amsterdam')?.toISOString()).toBe('2027-05-20T22:00:00.000Z')
  expect(startOf('never', 'UTC')).toBeUndefined()
})

test('what is no day has no end', () => {
  expect(endOfDay('soon', 'UTC')).toBeUndefined()
})

test('a handful of days is named, evenly, and always the last', () => {
  const points = Array.from({ length: 17 }, (_, index) =>
    point(`2027-03-${String(index + 1).padStart(2, '0')}`, 1, 0, 0),
  )
  expect(ticksOf(points, 4).map((at) => new Date(at).getUTCDate())).toEqual([1, 6, 11, 17])
  expect(ticksOf(points.slice(0, 1), 4)).toHaveLength(1)
})
