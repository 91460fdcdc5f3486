import { describe, expect, test } from 'vitest'
import { decideScan, timingOf } from './collection.ts'
import type { CollectableRegistration, ScanFacts } from './collection.ts'

const at = (time: string) => new Date(`2027-05-21T${time}:00Z`)
const slot = { startsAt: at('10:00'), endsAt: at('10:30') }
const mug: CollectableRegistration = { status: 'APPROVED', isCollected: false, optionId: 'mug', slot, leasedTo: null }
const facts = (more: Partial<ScanFacts> = {}, registration: Partial<CollectableRegistration> = {}): ScanFacts => ({
  found: { ...mug, ...registration },
  desk: { optionIds: null },
  deviceId: null,
  slotOverride: 'ask',
  isOverriding: false,
  isOffline: false,
  at: at('10:10'),
  ...more,
})
const outcomeOf = (...given: Parameters<typeof facts>) => decideScan(facts(...given)).outcome

describe('what the code names', () => {
  test.each([
    ['nothing', 'NOT_FOUND'],
    ['replaced', 'REVOKED'],
    ['elsewhere', 'WRONG_EVENT'],
  ] as const)('%s is %s', (found, outcome) => {
    expect(outcomeOf({ found })).toBe(outcome)
    expect(decideScan(facts({ found })).finding).toBeNull()
    expect(decideScan(facts({ found, isOffline: true })).finding).not.toBeNull()
  })

  test.each([
    ['APPROVED', 'COLLECTED'],
    ['PENDING', 'NOT_APPROVED'],
    ['WAITLISTED', 'NOT_APPROVED'],
    ['REJECTED', 'NOT_APPROVED'],
    ['CANCELLED', 'REVOKED'],
  ] as const)('%s is %s', (status, outcome) => expect(outcomeOf({}, { status })).toBe(outcome))
})

describe('the time', () => {
  test.each([
    ['09:59', 'early'],
    ['10:00', 'on_time'],
    ['10:29', 'on_time'],
    ['10:30', 'late'],
  ])('%s is %s', (time, timing) => expect(timingOf(slot, at(time))).toBe(timing))

  test('without times there is no wrong one, and a slot without an end never ends', () => {
    expect(timingOf(null, at('23:59'))).toBeNull()
    expect(timingOf({ startsAt: null, endsAt: null }, at('23:59'))).toBeNull()
    expect(timingOf({ startsAt: at('10:00'), endsAt: null }, at('23:59'))).toBe('on_time')
  })

  test.each([
    ['ask', false, 'WRONG_SLOT', true],
    ['ask', true, 'COLLECTED', false],
    ['never', false, 'WRONG_SLOT', false],
    ['never', true, 'WRONG_SLOT', false],
    ['always', false, 'COLLECTED', false],
    ['always', true, 'COLLECTED', false],
  ] as const)('off time, %s, overriding %s: %s', (slotOverride, isOverriding, outcome, mayOverride) => {
    for (const time of ['09:59', '10:30']) {
      const decision = decideScan(facts({ slotOverride, isOverriding, at: at(time) }))
      expect(decision).toMatchObject({ outcome, mayOverride, isSlotOverridden: outcome === 'COLLECTED' })
    }
  })
})

describe('whose it is to hand out', () => {
  test.each([
    [null, 'COLLECTED'],
    [['mug', 'cap'], 'COLLECTED'],
    [['cap'], 'WRONG_DESK'],
  ])('a desk for %s: %s', (optionIds, outcome) => expect(outcomeOf({ desk: { optionIds } })).toBe(outcome))

  test('what a tablet holds without a network, it alone hands out', () => {
    const leasedTo = { deviceId: 'tablet' }
    expect(decideScan(facts({}, { leasedTo }))).toMatchObject({ outcome: 'WRONG_DESK', because: 'leased' })
    expect(outcomeOf({ deviceId: 'another' }, { leasedTo })).toBe('WRONG_DESK')
    expect(outcomeOf({ deviceId: 'tablet' }, { leasedTo })).toBe('COLLECTED')
  })
})

describe('what comes first', () => {
  const everything = { leasedTo: { deviceId: 'another' }, slot }
  const late = { desk: { optionIds: ['cap'] }, at: at('12:00') }
  test('collected before held, held before other options, those before the time', () => {
    expect(outcomeOf(late, { ...everything, isCollected: true })).toBe('ALREADY_COLLECTED')
    expect(decideScan(facts(late, everything)).because).toBe('leased')
    expect(decideScan(facts(late)).because).toBe('other_options')
    expect(outcomeOf({ at: at('12:00') })).toBe('WRONG_SLOT')
  })
})

describe('handed out without a network, and told later', () => {
  test('it is recorded whatever the time says', () => {
    expect(decideScan(facts({ isOffline: true, slotOverride: 'never', at: at('12:00') }))).toMatchObject({
      outcome: 'COLLECTED',
      finding: null,
    })
  })

  test('what the desk was not to hand out is recorded, and somebody is told', () => {
    const leasedTo = { deviceId: 'another' }
    const held = decideScan(facts({ isOffline: true }, { leasedTo }))
    expect(held).toMatchObject({ outcome: 'COLLECTED', finding: 'NOT_LEASED' })
    const twice = decideScan(facts({ isOffline: true }, { isCollected: true }))
    expect(twice).toMatchObject({ outcome: 'ALREADY_COLLECTED', finding: 'ALREADY_COLLECTED' })
    const given = decideScan(facts({ isOffline: true }, { status: 'REJECTED' }))
    expect(given).toMatchObject({ outcome: 'NOT_APPROVED', finding: 'NOT_APPROVED' })
  })
})
