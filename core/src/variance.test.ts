import { describe, expect, test } from 'vitest'
import { anOption, holdAll, openEvent } from './testing.ts'
import { percentage, reportVariance } from './variance.ts'

describe('a share in percent', () => {
  test.each([
    [0, 0, 0],
    [5, 0, 0],
    [0, 5, 0],
    [5, 5, 100],
    [1, 2, 50],
    [1, 3, 33.33],
    [2, 3, 66.67],
    [1, 8, 12.5],
    [1, 7, 14.29],
    [3, 2, 150],
    [0, 1, 0],
  ])('%i of %i is %d', (part, whole, share) => {
    expect(percentage(part, whole)).toBe(share)
  })

  test.each([
    { side: 'below', part: 12_344, share: 12.34 },
    { side: 'at', part: 12_345, share: 12.35 },
    { side: 'above', part: 12_346, share: 12.35 },
  ])('$side half a hundredth, it is rounded half up: $part of 100,000 is $share', ({ part, share }) => {
    expect(percentage(part, 100_000)).toBe(share)
  })

  test('the half is exact where binary fractions are not: 1.005 % is 1.01 %', () => {
    expect(percentage(1005, 100_000)).toBe(1.01)
    expect(percentage(201, 20_000)).toBe(1.01)
    expect(percentage(1, 20_000)).toBe(0.01)
    expect(percentage(1, 20_001)).toBe(0)
  })

  test('all but one of the most there is rounds to 100', () => {
    expect(percentage(999_999_999_998, 999_999_999_999)).toBe(100)
    expect(percentage(1, 999_999_999_999)).toBe(0)
  })
})

describe('the report', () => {
  const statuses = { WAITLISTED: 3, PENDING: 2, APPROVED: 1, REJECTED: 0, CANCELLED: 4 }
  const money = { budgetMinor: 300, committedMinor: 100, pendingMinor: 40 }
  const mug = { ...anOption({ total: 3, committed: 1, pending: 2 }), amountCommittedMinor: 100 }
  const report = (policy: typeof holdAll | typeof openEvent.holdPolicy, ...options: (typeof mug)[]) =>
    reportVariance(money, statuses, 3, policy, options)

  test('it sets what is committed against the budget', () => {
    expect(report(openEvent.holdPolicy)).toEqual({
      totalMinor: 300,
      committedMinor: 100,
      availableMinor: 200,
      pendingMinor: 40,
      utilizationPercentage: 33.33,
      registeredUsersCount: 3,
      statuses,
      options: [],
    })
  })

  test('pending requests are still available to register where they hold nothing', () => {
    expect(report(openEvent.holdPolicy, mug).options).toMatchObject([
      {
        heldCount: 0,
        availableSlots: 2,
        availableToRegister: 2,
        utilizationPercentage: 33.33,
        amountCommittedMinor: 100,
      },
    ])
  })

  test('where they hold, they are taken off what is available to register, but not off the stock', () => {
    const [line] = report(holdAll, mug).options
    expect(line).toMatchObject({ heldCount: 2, availableSlots: 2, availableToRegister: 0 })
  })

  test('an option that says it holds does so whatever the event says', () => {
    const [line] = report(openEvent.holdPolicy, { ...mug, holdStock: 'hold' }).options
    expect(line).toMatchObject({ heldCount: 2, availableToRegister: 0 })
    const [other] = report(holdAll, { ...mug, holdStock: 'check' }).options
    expect(other).toMatchObject({ heldCount: 0, availableToRegister: 2 })
  })

  test('of an archived option nothing is available to register, whatever is left of it', () => {
    const [line] = report(openEvent.holdPolicy, { ...mug, isActive: false }).options
    expect(line).toMatchObject({ availableSlots: 2, availableToRegister: 0 })
  })
})
