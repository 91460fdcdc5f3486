import { describe, expect, test } from 'vitest'
import { anOption, aSlot, clock, givenGala, holdAll, openList, organizer } from './testing.ts'
import { compareTurns } from './waitlist-policy.ts'
import type { WaitlistPolicy } from './waitlist-policy.ts'
import { MOST_PROMOTIONS } from './waitlist.ts'

/** A gala with a list, and one mug that Zoe has already, unless said otherwise. */
function givenFull(said: Parameters<typeof givenGala>[0] = {}, policy: Partial<WaitlistPolicy> = {}) {
  const gala = givenGala({
    options: [anOption({ total: 1 })],
    waitlist: { policy: { ...openList, ...policy }, isUnderWay: true, places: [] },
    ...said,
  })
  gala.register('zoe')
  gala.approve('zoe')
  return gala
}

describe('joining', () => {
  test('who waits holds nothing, and is counted as waiting alone', () => {
    const gala = givenFull({ event: { holdPolicy: holdAll } })
    expect(gala.wait('ann')).toBe('waitlisted')
    expect(gala.books()).toMatchObject({ pendingMinor: 0, people: 1, statuses: { WAITLISTED: 1, PENDING: 0 } })
    expect(gala.books().options.get('mug')).toMatchObject({ pending: 0, waiting: 1 })
  })

  test('where there is room there is nothing to wait for: for one of several is enough', () => {
    const gala = givenFull({ options: [anOption({ total: 1 }), anOption({ id: 'cap' })] })
    expect(gala.wait('ann', { options: ['mug'] })).toBe('waitlisted')
    expect(gala.wait('bob', { options: ['mug', 'cap'] })).toBe('WAITLIST_NOT_NEEDED')
  })

  test('one may wait for money, and for a slot', () => {
    const gala = givenFull({ budgetMinor: 9, options: [anOption({ total: 3 })], slots: [aSlot({ capacity: 1 })] })
    expect(gala.wait('ann')).toBe('waitlisted')
    gala.change({ budgetMinor: 100 })
    gala.register('bob', { slot: '11:00' })
    gala.approve('bob')
    expect(gala.wait('eve', { slot: '11:00' })).toBe('waitlisted')
  })

  test('a list that is closed, an event that is closed, and what is not there are refused', () => {
    const gala = givenFull({ slots: [aSlot()] })
    expect(gala.wait('ann', { options: ['moon'] })).toBe('OPTION_NOT_FOUND')
    expect(gala.wait('ann', { options: ['mug', 'moon'] })).toBe('OPTION_NOT_FOUND')
    expect(gala.wait('ann', { slot: '25:00' })).toBe('SLOT_UNKNOWN')
    gala.change({ waitlist: { policy: { ...openList, isOpen: false }, isUnderWay: true, places: [] } })
    expect(gala.wait('ann')).toBe('WAITLIST_CLOSED')
    gala.change({ event: { isActive: false } })
    expect(gala.wait('ann')).toBe('REGISTRATION_CLOSED')
  })

  test('an archived option is not waited for', () => {
    const gala = givenFull({ options: [anOption({ total: 1 }), anOption({ id: 'cap', isActive: false })] })
    expect(gala.wait('ann', { options: ['mug', 'cap'] })).toBe('OPTION_ARCHIVED')
  })

  test('nobody waits twice, nor for what they have, nor asks for what they wait for', () => {
    const gala = givenFull({ options: [anOption({ total: 1 }), anOption({ id: 'cap', total: 1 })] })
    gala.register('ann', { option: 'cap' })
    gala.approve('ann')
    expect(gala.wait('ann', { options: ['mug', 'cap'] })).toBe('ALREADY_REGISTERED')
    expect(gala.wait('ann')).toBe('waitlisted')
    expect(gala.wait('ann')).toBe('ALREADY_REGISTERED')
    expect(gala.register('ann')).toBe('ALREADY_REGISTERED')
    gala.change({ event: { registrationLimit: 'one' } })
    expect(gala.register('ann', { option: 'cap' })).toBe('ALREADY_REGISTERED')
  })

  test('who leaves may ask, and wait, anew', () => {
    const gala = givenFull()
    gala.wait('ann')
    expect(gala.cancel('ann')).toBe('cancelled')
    expect(gala.books().options.get('mug')?.waiting).toBeUndefined()
    expect(gala.wait('ann')).toBe('waitlisted')
  })
})

describe('coming up', () => {
  const givenTwoWait = (said?: Parameters<typeof givenGala>[0], policy?: Partial<WaitlistPolicy>) => {
    const gala = givenFull(said, policy)
    gala.wait('ann')
    gala.wait('bob')
    return gala
  }

  test.each(['cancel', 'reject'] as const)('who is next comes up when somebody is gone: %s', (verb) => {
    const gala = givenTwoWait()
    gala[verb]('zoe')
    expect([gala.statusOf('ann'), gala.statusOf('bob')]).toEqual(['PENDING', 'WAITLISTED'])
  })

  test.each([
    ['more stock', { options: [anOption({ total: 2 })] }],
    ['an option that is back', { options: [anOption({ total: 2, isActive: true })] }],
  ])('and for %s', (_what, patch) => {
    const gala = givenTwoWait()
    gala.change(patch)
    gala.wakeAt(clock('12:00'))
    expect([gala.statusOf('ann'), gala.statusOf('bob')]).toEqual(['PENDING', 'WAITLISTED'])
  })

  test('and for more money', () => {
    const gala = givenTwoWait({ budgetMinor: 9, options: [anOption({ total: 5 })] })
    gala.change({ budgetMinor: 10 })
    gala.wakeAt(clock('12:00'))
    expect([gala.statusOf('ann'), gala.statusOf('bob')]).toEqual(['PENDING', 'WAITLISTED'])
  })

  test('and for a larger slot', () => {
    const gala = givenFull({ options: [anOption({ total: 5 })], slots: [aSlot({ capacity: 1 })] })
    gala.register('bob', { slot: '11:00' })
    gala.approve('bob')
    gala.wait('ann', { slot: '11:00' })
    gala.change({ slots: [aSlot({ capacity: 2 })] })
    gala.wakeAt(clock('12:00'))
    expect(gala.statusOf('ann')).toBe('PENDING')
    expect(gala.books().slots.get('11:00')).toMatchObject({ committed: 1, pending: 1, promised: 1 })
  })

  test('nothing comes up in an event that is archived, or a draft', () => {
    for (const event of [{ isActive: false }, { isPublished: false }]) {
      const gala = givenTwoWait()
      gala.change({ event, options: [anOption({ total: 5 })] })
      gala.wakeAt(clock('12:00'))
      expect(gala.statusOf('ann')).toBe('WAITLISTED')
    }
  })

  test('after registration has closed it goes on', () => {
    const gala = givenTwoWait()
    gala.change({ options: [anOption({ total: 5 })] })
    gala.wakeAt(clock('18:00'))
    expect(gala.statusOf('bob')).toBe('PENDING')
  })

  test('an archived option does not come up', () => {
    const gala = givenTwoWait()
    gala.change({ options: [anOption({ total: 5, isActive: false })] })
    gala.wakeAt(clock('12:00'))
    expect(gala.statusOf('ann')).toBe('WAITLISTED')
  })

  test('the price is that of the day on which one comes up', () => {
    const gala = givenTwoWait()
    gala.change({ options: [anOption({ total: 2, priceMinor: 7 })] })
    gala.wakeAt(clock('12:00'))
    expect(gala.registrationOf('ann')?.amountMinor).toBe(7)
  })

  test('the wish liked best that fits is the one that is had', () => {
    const [mug, cap, pen] = [
      anOption({ total: 1 }),
      anOption({ id: 'cap', total: 1 }),
      anOption({ id: 'pen', total: 1 }),
    ]
    const gala = givenFull({ options: [mug, cap, pen] })
    for (const [person, option] of [
      ['kay', 'cap'],
      ['lou', 'pen'],
    ] as const) {
      gala.register(person, { option })
      gala.approve(person)
    }
    gala.wait('ann', { options: ['cap', 'pen', 'mug'] })
    gala.change({ options: [{ ...mug, total: 2 }, cap, { ...pen, total: 2 }] })
    gala.wakeAt(clock('12:00'))
    expect(gala.registrationOf('ann')).toMatchObject({ status: 'PENDING', optionId: 'pen' })
  })

  test('who does not fit keeps their place, and those behind them are looked at', () => {
    const [mug, hat] = [anOption({ total: 1 }), anOption({ id: 'hat', priceMinor: 50 })]
    const gala = givenFull({ budgetMinor: 20, options: [mug, hat] })
    gala.wait('ann', { options: ['hat'] })
    gala.wait('bob')
    gala.cancel('zoe')
    expect([gala.statusOf('ann'), gala.statusOf('bob')]).toEqual(['WAITLISTED', 'PENDING'])
    gala.change({ budgetMinor: 100 })
    gala.wakeAt(clock('12:00'))
    expect(gala.statusOf('ann')).toBe('PENDING')
  })

  test('whom the limit of the event forbids it by now keeps their place, too', () => {
    const gala = givenFull({ options: [anOption({ total: 1 }), anOption({ id: 'cap' })] })
    gala.wait('ann')
    gala.wait('bob')
    gala.register('ann', { option: 'cap' })
    gala.change({ event: { registrationLimit: 'one' } })
    gala.cancel('zoe')
    expect(gala.statusOf('bob')).toBe('PENDING')
    expect(gala.books().statuses).toMatchObject({ WAITLISTED: 1, PENDING: 2 })
  })

  test('priority comes before age, and rank orders those of the same priority', () => {
    expect(compareTurns(turn(0, 1), turn(1, 9))).toBeGreaterThan(0)
    expect(compareTurns(turn(2, 5), turn(2, 6))).toBeLessThan(0)
    const gala = givenTwoWait()
    const bob = gala.registrationOf('bob')?.id ?? ''
    gala.change({
      waitlist: { policy: openList, isUnderWay: true, places: [{ registrationId: bob, priority: 1, rank: 9 }] },
    })
    gala.cancel('zoe')
    expect([gala.statusOf('ann'), gala.statusOf('bob')]).toEqual(['WAITLISTED', 'PENDING'])
  })

  test('nor does who has only just joined, nor anybody who asks behind them', () => {
    const gala = givenFull()
    gala.change({ waitlist: { policy: openList, isUnderWay: false, places: [] } })
    const cancel = gala.toDecide('zoe', 'CANCELLED')
    const wait = {
      kind: 'wait',
      registrationId: 'w',
      personId: 'ann',
      optionIds: ['mug'],
      slotLabel: null,
      notes: null,
    }
    expect(gala.decide({ ...wait, kind: 'wait' }, cancel, gala.toRegister('new'))).toEqual([
      'waitlisted',
      'cancelled',
      'INVENTORY_EXHAUSTED',
    ])
    expect(gala.books().statuses).toMatchObject({ WAITLISTED: 1, PENDING: 0 })
  })

  test('before the lottery is drawn nobody comes up, and nobody new takes what is free', () => {
    const gala = givenTwoWait()
    gala.change({ waitlist: { policy: openList, isUnderWay: false, places: [] } })
    gala.cancel('zoe')
    expect([gala.statusOf('ann'), gala.statusOf('bob')]).toEqual(['WAITLISTED', 'WAITLISTED'])
    expect(gala.register('new')).toBe('INVENTORY_EXHAUSTED')
    expect(gala.wait('new')).toBe('waitlisted')
    expect(gala.approve('bob')).toBe('approved')
  })

  test('what is promised is nobody else’s, even where nothing is held: neither to ask for nor to be approved with', () => {
    const gala = givenGala({
      options: [anOption({ total: 1 })],
      waitlist: { policy: openList, isUnderWay: true, places: [] },
    })
    gala.register('old')
    gala.register('zoe')
    gala.approve('zoe')
    gala.wait('ann')
    gala.cancel('zoe')
    expect(gala.statusOf('ann')).toBe('PENDING')
    expect(gala.register('new')).toBe('INVENTORY_EXHAUSTED')
    expect(gala.approve('old')).toBe('INVENTORY_EXHAUSTED')
    expect(gala.approve('ann')).toBe('approved')
    expect(gala.books().promisedMinor).toBeUndefined()
    expect(gala.registrationOf('ann')?.isPromised).toBeUndefined()
  })

  test('the same of money and of a slot', () => {
    const slots = [aSlot({ capacity: 1 })]
    const gala = givenGala({ budgetMinor: 5, slots, waitlist: { policy: openList, isUnderWay: true, places: [] } })
    gala.register('old', { slot: '11:00' })
    gala.register('zoe', { slot: '11:00' })
    gala.approve('zoe', { slot: '11:00' })
    gala.wait('ann', { slot: '11:00' })
    gala.cancel('zoe')
    expect(gala.approve('old')).toBe('BUDGET_EXHAUSTED, SLOT_CONFLICT')
    gala.change({ budgetMinor: 50 })
    expect(gala.register('new', { slot: '11:00' })).toBe('SLOT_CONFLICT')
    expect(gala.approve('old')).toBe('SLOT_CONFLICT')
    expect(gala.approve('ann')).toBe('approved')
  })

  test('where stock is cut below what was promised, those who are approved first have it', () => {
    const gala = givenTwoWait()
    gala.change({ options: [anOption({ total: 3 })] })
    gala.wakeAt(clock('12:00'))
    gala.change({ options: [anOption({ total: 2 })] })
    expect(gala.approve('bob')).toBe('approved')
    expect(gala.approve('ann')).toBe('INVENTORY_EXHAUSTED')
  })

  test('so many come up at once and no more; nobody new is before the rest', () => {
    const gala = givenFull()
    for (let number = 0; number <= MOST_PROMOTIONS; number++) gala.wait(`p${number}`)
    gala.change({ budgetMinor: 9_999, options: [anOption({ total: MOST_PROMOTIONS + 5 })] })
    expect(gala.register('new')).toBe('INVENTORY_EXHAUSTED')
    expect(gala.books().statuses).toMatchObject({ WAITLISTED: 1, PENDING: MOST_PROMOTIONS })
    gala.wakeAt(clock('12:00'))
    expect(gala.books().statuses).toMatchObject({ WAITLISTED: 0 })
    expect(gala.register('new')).toBe('registered')
  })
})

describe('an offer', () => {
  const givenOffered = () => {
    const gala = givenFull({}, { promotion: 'offer', offerHours: 2 })
    gala.wait('ann')
    gala.wait('bob')
    gala.cancel('zoe')
    return gala
  }

  test('is held until it expires', () => {
    const gala = givenOffered()
    expect(gala.registrationOf('ann')).toMatchObject({ status: 'WAITLISTED', offerExpiresAt: clock('14:00') })
    expect(gala.books()).toMatchObject({ pendingMinor: 5, promisedMinor: 5, people: 0, statuses: { WAITLISTED: 2 } })
    expect(gala.register('new')).toBe('INVENTORY_EXHAUSTED')
    gala.wakeAt(clock('13:59'))
    expect(gala.statusOf('bob')).toBe('WAITLISTED')
  })

  test('is made once', () => {
    const gala = givenFull({}, { promotion: 'offer' })
    gala.wait('ann')
    gala.wait('bob')
    gala.change({ options: [anOption({ total: 3 })] })
    gala.cancel('zoe')
    expect(gala.last()?.outcome).toBe('cancelled')
    expect(gala.books()).toMatchObject({ promisedMinor: 10 })
  })

  test('accepted, it is a request that holds what it was promised; accepting again changes nothing', () => {
    const gala = givenOffered()
    expect(gala.answer('ann', 'accept')).toBe('offer_accepted')
    expect(gala.registrationOf('ann')).toMatchObject({ status: 'PENDING', isPromised: true, offerExpiresAt: null })
    expect(gala.answer('ann', 'accept')).toBe('unchanged')
    expect(gala.register('new')).toBe('INVENTORY_EXHAUSTED')
    expect(gala.approve('ann')).toBe('approved')
    expect(gala.answer('ann', 'accept')).toBe('unchanged')
    expect(gala.answer('ann', 'decline')).toBe('NO_OFFER')
  })

  test('declined, it goes to whoever is next; declining again changes nothing', () => {
    const gala = givenOffered()
    expect(gala.answer('ann', 'decline')).toBe('offer_declined')
    expect(gala.registrationOf('ann')).toMatchObject({ status: 'CANCELLED', isPromised: false, offerExpiresAt: null })
    expect(gala.registrationOf('bob')).toMatchObject({ status: 'WAITLISTED', isPromised: true })
    expect(gala.answer('ann', 'decline')).toBe('unchanged')
    expect(gala.answer('ann', 'accept')).toBe('NO_OFFER')
  })

  test('run out, it goes to whoever is next, whatever is asked just then', () => {
    const gala = givenOffered()
    gala.wakeAt(clock('14:00'))
    expect(gala.statusOf('ann')).toBe('CANCELLED')
    expect(gala.registrationOf('bob')).toMatchObject({ isPromised: true, offerExpiresAt: clock('16:00') })
    expect(gala.answer('ann', 'accept')).toBe('NO_OFFER')
    expect(gala.register('new')).toBe('INVENTORY_EXHAUSTED')
  })

  test('is nobody else’s to answer, and there is none for who still waits', () => {
    const gala = givenOffered()
    expect(gala.answer('ann', 'accept', 'bob')).toBe('NOT_YOURS')
    expect(gala.answer('bob', 'accept')).toBe('NO_OFFER')
    expect(gala.answer('nobody', 'accept')).toBe('REGISTRATION_NOT_FOUND')
  })

  test('may be approved, rejected or left before it is answered', () => {
    expect(givenOffered().approve('ann')).toBe('approved')
    for (const verb of ['reject', 'cancel'] as const) {
      const gala = givenOffered()
      gala[verb]('ann')
      expect(gala.books()).toMatchObject({ promisedMinor: 5, statuses: { WAITLISTED: 1 } })
    }
  })
})

describe('organisers', () => {
  test('approve straight from the list where there is room, with the first wish that fits, at the price of today', () => {
    const gala = givenFull({ budgetMinor: 10, options: [anOption({ total: 2 })] })
    gala.register('kay')
    gala.approve('kay')
    gala.wait('ann')
    expect(gala.approve('ann')).toBe('BUDGET_EXHAUSTED, INVENTORY_EXHAUSTED')
    expect(gala.statusOf('ann')).toBe('WAITLISTED')
    gala.change({ event: { isPublished: false }, budgetMinor: 20, options: [anOption({ total: 3, priceMinor: 6 })] })
    expect(gala.approve('ann')).toBe('approved')
    expect(gala.registrationOf('ann')).toMatchObject({ amountMinor: 6 })
  })

  test('make nobody ask: a step to PENDING is refused', () => {
    const gala = givenFull()
    gala.wait('ann')
    expect(gala.decide(gala.toDecide('ann', 'PENDING', { by: organizer('olga') }))).toEqual(['INVALID_TRANSITION'])
  })
})

const turn = (priority: number, rank: number) => ({ registrationId: `${priority}/${rank}`, priority, rank })
