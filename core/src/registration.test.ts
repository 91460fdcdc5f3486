import { describe, expect, test } from 'vitest'
import { canBecome, findBlockingRegistration, isLive, registrationStatuses } from './registration.ts'
import type { LiveRegistration, OptionType, RegistrationLimit, RegistrationStatus } from './registration.ts'
import { anOption, givenGala, openList } from './testing.ts'

describe('a registration’s life', () => {
  test('these steps are allowed, and no others', () => {
    const steps = registrationStatuses.flatMap((from) =>
      registrationStatuses.filter((to) => canBecome(from, to)).map((to) => `${from} → ${to}`),
    )
    expect(steps).toEqual([
      'WAITLISTED → PENDING',
      'WAITLISTED → APPROVED',
      'WAITLISTED → REJECTED',
      'WAITLISTED → CANCELLED',
      'PENDING → APPROVED',
      'PENDING → REJECTED',
      'PENDING → CANCELLED',
      'APPROVED → REJECTED',
      'APPROVED → CANCELLED',
    ])
  })

  test('a place is kept while one waits for an answer or has been approved', () => {
    expect(registrationStatuses.map((status) => [status, isLive(status)])).toEqual([
      ['WAITLISTED', false],
      ['PENDING', true],
      ['APPROVED', true],
      ['REJECTED', false],
      ['CANCELLED', false],
    ])
  })
})

describe('each step from each state', () => {
  const path: Record<RegistrationStatus, RegistrationStatus[]> = {
    WAITLISTED: [],
    PENDING: [],
    APPROVED: ['APPROVED'],
    REJECTED: ['REJECTED'],
    CANCELLED: ['APPROVED', 'CANCELLED'],
  }
  const no = 'INVALID_TRANSITION'
  const answers: Record<RegistrationStatus, string[]> = {
    WAITLISTED: ['unchanged', no, 'approved', 'rejected', 'cancelled'],
    PENDING: [no, 'unchanged', 'approved', 'rejected', 'cancelled'],
    APPROVED: [no, no, 'unchanged', 'rejected', 'cancelled'],
    REJECTED: [no, no, no, 'unchanged', no],
    CANCELLED: [no, no, no, no, 'unchanged'],
  }
  const table = registrationStatuses.flatMap((from) =>
    registrationStatuses.map((to, index) => ({ from, to, answer: answers[from][index] })),
  )

  const isStep = ({ answer = '' }: (typeof table)[number]) => ['approved', 'rejected', 'cancelled'].includes(answer)
  const givenAnnIs = (status: RegistrationStatus) => {
    const gala = givenGala()
    if (status === 'WAITLISTED') {
      // What is there is kept for whoever a lottery draws.
      gala.change({ waitlist: { policy: openList, isUnderWay: false, places: [] }, options: [anOption({ total: 1 })] })
      gala.register('bob')
      gala.approve('bob')
      gala.wait('ann')
      gala.change({ options: [anOption({ total: 2 })] })
    } else gala.register('ann')
    for (const step of path[status]) gala.decide(gala.toDecide('ann', step))
    return gala
  }

  test.each(table.filter(isStep))('from $from to $to it goes: $answer', ({ from, to, answer }) => {
    const gala = givenAnnIs(from)
    expect(gala.decide(gala.toDecide('ann', to))).toEqual([answer])
    expect(gala.registrationOf('ann')).toMatchObject({ status: to })
  })

  test.each(table.filter((row) => !isStep(row)))('from $from to $to it does not: $answer', ({ from, to, answer }) => {
    const gala = givenAnnIs(from)
    const before = gala.world()
    expect(gala.decide(gala.toDecide('ann', to))).toEqual([answer])
    expect(gala.world()).toEqual(before)
  })

  test('a refused step is named by where it starts and where it was to go', () => {
    const gala = givenAnnIs('REJECTED')
    gala.approve('ann')
    expect(gala.last()).toMatchObject({ refusal: { from: 'REJECTED', to: 'APPROVED' } })
  })
})

describe('how many one person may have', () => {
  const held = (optionId: string, optionType: OptionType): LiveRegistration => ({
    registrationId: `for ${optionId}`,
    optionId,
    optionType,
  })
  const mug = held('mug', 'INVENTORY')
  const talk = held('talk', 'TRACK')

  test.each<{ limit: RegistrationLimit; wanted: LiveRegistration; answer: string }>([
    { limit: 'one_per_option', wanted: mug, answer: 'for mug' },
    { limit: 'one_per_option', wanted: held('shirt', 'INVENTORY'), answer: 'may' },
    { limit: 'one_per_option', wanted: talk, answer: 'may' },
    { limit: 'one_per_type', wanted: mug, answer: 'for mug' },
    { limit: 'one_per_type', wanted: held('shirt', 'INVENTORY'), answer: 'for mug' },
    { limit: 'one_per_type', wanted: talk, answer: 'may' },
    { limit: 'one', wanted: mug, answer: 'for mug' },
    { limit: 'one', wanted: held('shirt', 'INVENTORY'), answer: 'for mug' },
    { limit: 'one', wanted: talk, answer: 'for mug' },
  ])('under $limit, who has a mug and asks $wanted.registrationId: $answer', ({ limit, wanted, answer }) => {
    expect(findBlockingRegistration(limit, [mug], wanted)?.registrationId ?? 'may').toBe(answer)
  })

  test.each(['one_per_option', 'one_per_type', 'one'] as const)('under %s, who has nothing may ask', (limit) => {
    expect(findBlockingRegistration(limit, [], mug)).toBeUndefined()
  })

  test('the one in the way is found behind others that are not', () => {
    const live = [talk, held('shirt', 'INVENTORY'), mug]
    expect(findBlockingRegistration('one_per_option', live, mug)).toBe(mug)
    expect(findBlockingRegistration('one_per_type', [talk, mug], held('cap', 'INVENTORY'))).toBe(mug)
  })
})
