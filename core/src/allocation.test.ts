import { describe, expect, test } from 'vitest'
import { decideAll, findConflicts } from './allocation.ts'
import type { Conflict } from './conflicts.ts'
import { aRegistration, aSlot, aSnapshot, anOption, clock, givenGala, holdAll, member, noon } from './testing.ts'
import { organizer, say, soleOwner } from './testing.ts'

const eleven = aSlot({ id: '11:00', capacity: 1 })
const twelve = aSlot({ id: '12:00', capacity: 1 })
const mug = anOption({ id: 'mug' })
const shirt = anOption({ id: 'shirt' })
const talk = anOption({ id: 'talk', type: 'TRACK' })

describe('everything that is short is named, in order: window, budget, stock, slot', () => {
  const faults = ['REGISTRATION_CLOSED', 'BUDGET_EXHAUSTED', 'INVENTORY_EXHAUSTED', 'SLOT_CONFLICT'] as const
  const combinations = Array.from({ length: 15 }, (_, index) => faults.filter((_, bit) => (index + 1) & (1 << bit)))

  /** An event that falls short in just these ways. */
  const shortOf = (present: readonly Conflict['type'][]) => {
    const isShort = (type: Conflict['type']) => present.includes(type)
    return aSnapshot({
      event: { closesAt: isShort('REGISTRATION_CLOSED') ? clock('11:59') : null },
      money: { committedMinor: isShort('BUDGET_EXHAUSTED') ? 96 : 95 },
      options: [anOption({ total: 3, committed: isShort('INVENTORY_EXHAUSTED') ? 3 : 2 })],
      slots: [aSlot({ id: '11:00', committed: isShort('SLOT_CONFLICT') ? 3 : 2 })],
      registrations: [aRegistration({ preferredSlotId: '11:00' })],
    })
  }

  test.each(combinations.map((present) => ({ present, words: present.join(', ') })))(
    'registering, approving and asking first all say: $words',
    ({ present, words }) => {
      const snapshot = shortOf(present)
      const registering = givenGala().toRegister('bob', { slot: '11:00' })
      const approving = { kind: 'decide', registrationId: 'ann/mug', to: 'APPROVED', actor: organizer('olga') } as const
      const wish = { option: anOption(), slot: aSlot({ id: '11:00' }), amountMinor: 5 }
      const [option, slot] = [snapshot.options.get('mug') ?? null, snapshot.slots.get('11:00') ?? null]
      const [answer] = decideAll(snapshot, [registering], noon).decisions

      expect(say(answer)).toBe(words)
      expect(answer).toMatchObject({ refusal: { headline: { type: present[0] } } })
      expect(findConflicts(snapshot, { ...wish, option, slot }, noon).map(({ type }) => type)).toEqual(present)
      // Approvals go on after registration closes.
      const rest = present.filter((type) => type !== 'REGISTRATION_CLOSED').join(', ')
      expect(say(decideAll(snapshot, [approving], noon).decisions[0])).toBe(rest || 'approved')
    },
  )

  test('where nothing is short, asking first finds nothing, and of a part that is left out nothing is said', () => {
    const wish = { option: null, slot: null, amountMinor: 0 }
    expect(findConflicts(shortOf([]), { ...wish, option: anOption(), amountMinor: 5 }, noon)).toEqual([])
    expect(findConflicts(shortOf(['BUDGET_EXHAUSTED', 'INVENTORY_EXHAUSTED', 'SLOT_CONFLICT']), wish, noon)).toEqual([])
  })
})

describe('registering', () => {
  test('makes a pending registration at the price of today, which commits nothing', () => {
    const gala = givenGala({ slots: [eleven] })
    expect(gala.register('ann', { slot: '11:00', notes: 'no sugar' })).toBe('registered')
    expect(gala.last()).toEqual({
      outcome: 'registered',
      before: null,
      after: {
        id: 'ann-1',
        personId: 'ann',
        optionId: 'mug',
        status: 'PENDING',
        amountMinor: 5,
        preferredSlotId: '11:00',
        assignedSlotId: null,
        notes: 'no sugar',
      },
      posting: null,
    })
    expect(gala.books()).toMatchObject({ committedMinor: 0, pendingMinor: 5 })
  })

  test('for what does not exist, or is archived, is refused with that word', () => {
    const gala = givenGala({
      options: [mug, anOption({ id: 'old', isActive: false })],
      slots: [eleven, aSlot({ id: 'past', isActive: false })],
    })
    expect(gala.register('ann', { option: 'moon' })).toBe('OPTION_NOT_FOUND')
    expect(gala.register('ann', { option: 'old' })).toBe('OPTION_ARCHIVED')
    expect(gala.register('ann', { slot: '25:00' })).toBe('SLOT_UNKNOWN')
    expect(gala.register('ann', { slot: 'past' })).toBe('SLOT_UNKNOWN')
    expect(gala.last()).toEqual({ outcome: 'refused', refusal: { code: 'SLOT_UNKNOWN', label: 'past' } })
  })

  test('twice for one option is refused, and the one there is named', () => {
    const gala = givenGala()
    gala.register('ann')
    expect(gala.register('ann')).toBe('ALREADY_REGISTERED')
    expect(gala.last()).toMatchObject({ refusal: { registrationId: 'ann-1' } })
    gala.approve('ann')
    expect(gala.register('ann')).toBe('ALREADY_REGISTERED')
  })

  test.each([
    { limit: 'one_per_option', answers: ['registered', 'registered', 'registered'] },
    { limit: 'one_per_type', answers: ['registered', 'ALREADY_REGISTERED', 'registered'] },
    { limit: 'one', answers: ['registered', 'ALREADY_REGISTERED', 'ALREADY_REGISTERED'] },
  ] as const)('under $limit, a mug, a shirt and a talk are answered $answers', ({ limit, answers }) => {
    const gala = givenGala({ options: [mug, shirt, talk], event: { registrationLimit: limit } })
    expect(['mug', 'shirt', 'talk'].map((option) => gala.register('ann', { option }))).toEqual(answers)
    expect(gala.register('bob')).toBe('registered')
  })

  test('anew is possible once the first one is cancelled or rejected', () => {
    const gala = givenGala({ event: { registrationLimit: 'one' } })
    gala.register('ann')
    gala.cancel('ann')
    expect(gala.register('ann')).toBe('registered')
    gala.approve('ann')
    gala.reject('ann')
    expect(gala.register('ann')).toBe('registered')
  })

  test('in a closed event, that it is closed comes before anything else about the person or the option', () => {
    const gala = givenGala({ options: [mug, anOption({ id: 'old', isActive: false })] })
    gala.register('ann')
    gala.change({ event: { isActive: false } })
    expect(gala.register('ann')).toBe('REGISTRATION_CLOSED')
    expect(gala.register('bob', { option: 'old' })).toBe('REGISTRATION_CLOSED')
  })

  test('under check, more may ask than there is; under hold, first come is first served', () => {
    const people = ['ann', 'bob', 'cem']
    for (const [holdPolicy, third] of [
      [{ stock: 'check', slot: 'check', budget: 'check' }, 'registered'],
      [{ stock: 'hold', slot: 'check', budget: 'check' }, 'INVENTORY_EXHAUSTED'],
      [{ stock: 'check', slot: 'hold', budget: 'check' }, 'SLOT_CONFLICT'],
      [{ stock: 'check', slot: 'check', budget: 'hold' }, 'BUDGET_EXHAUSTED'],
      [holdAll, 'BUDGET_EXHAUSTED, INVENTORY_EXHAUSTED, SLOT_CONFLICT'],
    ] as const) {
      const two = { budgetMinor: 10, options: [anOption({ total: 2 })], slots: [aSlot({ id: '11:00', capacity: 2 })] }
      const gala = givenGala({ ...two, event: { holdPolicy } })
      const answers = people.map((person) => gala.register(person, { slot: '11:00' }))
      expect(answers).toEqual(['registered', 'registered', third])
    }
  })
})

describe('approving', () => {
  test('commits money, stock and slot in one step, and posts it', () => {
    const gala = givenGala({ slots: [eleven] })
    gala.register('ann', { slot: '11:00' })
    expect(gala.approve('ann')).toBe('approved')
    expect(gala.last()).toMatchObject({
      before: { status: 'PENDING', assignedSlotId: null },
      after: { status: 'APPROVED', assignedSlotId: '11:00', amountMinor: 5 },
      posting: { kind: 'COMMIT', amountMinor: 5, balanceMinor: 5 },
    })
  })

  test('the last mug goes to Ann; Bob hears why not, and costs nothing', () => {
    const gala = givenGala({ options: [anOption({ total: 1 }), shirt] })
    gala.register('ann')
    gala.register('bob')
    expect(gala.approve('ann')).toBe('approved')
    expect(gala.approve('bob')).toBe('INVENTORY_EXHAUSTED')
    expect(gala.last()).toMatchObject({ refusal: { headline: { alternativeOptions: [{ optionId: 'shirt' }] } } })
    expect(gala.registrationOf('bob')).toMatchObject({ status: 'PENDING' })
    expect(gala.books()).toMatchObject({ committedMinor: 5, pendingMinor: 5 })
  })

  test('costs what the option cost at registering, whatever it costs by now', () => {
    const gala = givenGala({ budgetMinor: 5 })
    gala.register('ann')
    gala.change({ options: [anOption({ priceMinor: 90 })] })
    expect(gala.approve('ann')).toBe('approved')
    gala.change({ options: [anOption({ priceMinor: 1 })] })
    expect(gala.reject('ann')).toBe('rejected')
    expect(gala.postings().map(({ amountMinor }) => amountMinor)).toEqual([5, -5])
    expect(gala.register('ann')).toBe('registered')
    expect(gala.registrationOf('ann')).toMatchObject({ amountMinor: 1 })
  })

  test('somebody who has a hold converts it, even when all that is left is held', () => {
    const one = { budgetMinor: 5, options: [anOption({ total: 1 })], slots: [eleven] }
    const gala = givenGala({ ...one, event: { holdPolicy: holdAll } })
    gala.register('ann', { slot: '11:00' })
    expect(gala.approve('ann')).toBe('approved')
  })

  test('in another slot than the preferred one, what others hold there does count', () => {
    const gala = givenGala({ slots: [eleven, twelve], event: { holdPolicy: holdAll } })
    gala.register('ann', { slot: '11:00' })
    gala.register('bob', { slot: '12:00' })
    expect(gala.approve('ann', { slot: '12:00' })).toBe('SLOT_CONFLICT')
    gala.cancel('bob')
    expect(gala.approve('ann', { slot: '12:00' })).toBe('approved')
    expect(gala.registrationOf('ann')).toMatchObject({ preferredSlotId: '11:00', assignedSlotId: '12:00' })
    expect(gala.register('cem', { slot: '11:00' })).toBe('registered')
  })

  test('gives the slot that is named, else the preferred one, else none', () => {
    const gala = givenGala({ slots: [eleven, twelve] })
    gala.register('ann', { slot: '11:00' })
    gala.register('bob')
    gala.register('cem')
    for (const person of ['ann', 'bob']) gala.approve(person)
    gala.approve('cem', { slot: '12:00' })
    const given = ['ann', 'bob', 'cem'].map((person) => gala.registrationOf(person)?.assignedSlotId)
    expect(given).toEqual(['11:00', null, '12:00'])
  })

  test('is refused for a registration that is not there, or whose option is not', () => {
    expect(givenGala().approve('nobody')).toBe('REGISTRATION_NOT_FOUND')
    const gala = givenGala()
    gala.register('ann')
    gala.change({ options: [] })
    expect(gala.approve('ann')).toBe('OPTION_NOT_FOUND')
  })

  test('is refused where the preferred slot has been archived or the given one is unknown', () => {
    const gala = givenGala({ slots: [eleven, twelve] })
    gala.register('ann', { slot: '11:00' })
    expect(gala.approve('ann', { slot: '25:00' })).toBe('SLOT_UNKNOWN')
    gala.change({ slots: [{ ...eleven, isActive: false }, twelve] })
    expect(gala.approve('ann')).toBe('SLOT_CONFLICT')
    expect(gala.approve('ann', { slot: '12:00' })).toBe('approved')
  })

  test('goes on for an option that has been archived since, and after the event has', () => {
    const gala = givenGala()
    gala.register('ann')
    gala.change({ options: [anOption({ isActive: false })], event: { isActive: false, isPublished: false } })
    expect(gala.approve('ann')).toBe('approved')
  })
})

describe('giving back', () => {
  test.each(['cancel', 'reject'] as const)('%s after approval is its exact reverse', (verb) => {
    const gala = givenGala({ slots: [eleven] })
    gala.register('ann', { slot: '11:00' })
    gala.approve('ann')
    gala[verb]('ann')
    expect(gala.last()).toMatchObject({ posting: { kind: 'RELEASE', amountMinor: -5, balanceMinor: 0 } })
    expect(gala.books()).toMatchObject({ committedMinor: 0, pendingMinor: 0, people: 0, options: new Map() })

    gala.register('bob', { slot: '11:00' })
    expect(gala.approve('bob')).toBe('approved')
  })

  test.each(['cancel', 'reject'] as const)('%s while pending posts nothing, and ends the hold', (verb) => {
    const gala = givenGala({ budgetMinor: 5, event: { holdPolicy: holdAll } })
    gala.register('ann')
    expect(gala.register('bob')).toBe('BUDGET_EXHAUSTED')
    gala[verb]('ann')
    expect(gala.postings()).toEqual([])
    expect(gala.register('bob')).toBe('registered')
  })

  test('what cost nothing is posted all the same, as a plain 0', () => {
    const gala = givenGala({ budgetMinor: 0, options: [anOption({ priceMinor: 0 })] })
    gala.register('ann')
    gala.approve('ann')
    gala.cancel('ann')
    expect(gala.postings()).toEqual([
      { kind: 'COMMIT', amountMinor: 0, balanceMinor: 0 },
      { kind: 'RELEASE', amountMinor: 0, balanceMinor: 0 },
    ])
  })
})

describe('another slot, other notes', () => {
  test('an approved registration moves one place from the old slot to the new one', () => {
    const gala = givenGala({ slots: [eleven, twelve] })
    gala.register('ann', { slot: '11:00' })
    gala.approve('ann')
    expect(gala.move('ann', '12:00')).toBe('moved')
    expect(gala.last()).toMatchObject({ after: { assignedSlotId: '12:00', status: 'APPROVED' }, posting: null })
    expect([...gala.books().slots]).toEqual([['12:00', { committed: 1, pending: 0 }]])
    gala.register('bob', { slot: '11:00' })
    expect(gala.approve('bob')).toBe('approved')
  })

  test('into a full, held, unknown or archived slot it does not move; to where it is, nothing changes', () => {
    const gala = givenGala({ slots: [eleven, twelve, aSlot({ id: 'past', isActive: false })] })
    for (const [person, slot] of [
      ['ann', '11:00'],
      ['bob', '12:00'],
    ] as const)
      gala.register(person, { slot })
    gala.approve('ann')
    gala.change({ event: { holdPolicy: holdAll } })
    expect(gala.move('ann', '12:00')).toBe('SLOT_CONFLICT')
    gala.approve('bob')
    expect(gala.move('ann', '12:00')).toBe('SLOT_CONFLICT')
    expect(gala.move('ann', '25:00')).toBe('SLOT_UNKNOWN')
    expect(gala.move('ann', 'past')).toBe('SLOT_UNKNOWN')
    expect(gala.move('ann', '11:00')).toBe('unchanged')
    expect(gala.registrationOf('ann')).toMatchObject({ assignedSlotId: '11:00' })
  })

  test('money that ran out meanwhile is no reason not to move', () => {
    const gala = givenGala({ budgetMinor: 5, slots: [eleven, twelve] })
    gala.register('ann', { slot: '11:00' })
    gala.approve('ann')
    expect(gala.move('ann', '12:00')).toBe('moved')
  })

  test('only an approved registration has a slot to change', () => {
    const gala = givenGala({ slots: [eleven, twelve] })
    gala.register('ann', { slot: '11:00' })
    expect(gala.move('ann', '12:00')).toBe('INVALID_TRANSITION')
    expect(gala.last()).toMatchObject({ refusal: { from: 'PENDING', to: 'another slot' } })
    gala.cancel('ann')
    expect(gala.move('ann', '12:00')).toBe('INVALID_TRANSITION')
  })

  test('notes can be written, wiped, and given along with a decision; the same again changes nothing', () => {
    const gala = givenGala()
    gala.register('ann')
    expect(gala.note('ann', 'vegan')).toBe('noted')
    expect(gala.note('ann', 'vegan')).toBe('unchanged')
    expect(gala.approve('ann')).toBe('approved')
    expect(gala.registrationOf('ann')).toMatchObject({ notes: 'vegan' })
    expect(gala.note('ann', null)).toBe('noted')
    expect(gala.cancel('ann', { notes: 'ill' })).toBe('cancelled')
    expect(gala.registrationOf('ann')).toMatchObject({ status: 'CANCELLED', notes: 'ill' })
  })
})

describe('who may decide', () => {
  const ann = { member: member('ann'), organizer: organizer('ann'), owner: soleOwner('ann') }
  const answersTo = (by: typeof ann.member) =>
    (['approve', 'reject', 'cancel'] as const).map((verb) => {
      const gala = givenGala()
      gala.register('ann')
      return gala[verb]('ann', { by })
    })

  test.each([
    { who: 'Ann, a member', by: ann.member, answers: ['NOT_YOURS', 'NOT_YOURS', 'cancelled'] },
    { who: 'Ann, an organiser', by: ann.organizer, answers: ['OWN_REGISTRATION', 'OWN_REGISTRATION', 'cancelled'] },
    { who: 'Ann, the only owner', by: ann.owner, answers: ['approved', 'rejected', 'cancelled'] },
    { who: 'Bob, a member', by: member('bob'), answers: ['NOT_YOURS', 'NOT_YOURS', 'NOT_YOURS'] },
    { who: 'Olga, an organiser', by: organizer('olga'), answers: ['approved', 'rejected', 'cancelled'] },
  ])('$who, approving, rejecting and cancelling Ann’s registration is answered $answers', ({ by, answers }) => {
    expect(answersTo(by)).toEqual(answers)
  })

  test('changing one’s own slot or notes is deciding too', () => {
    const gala = givenGala({ slots: [eleven, twelve] })
    gala.register('ann', { slot: '11:00' })
    gala.approve('ann')
    expect(gala.move('ann', '12:00', { by: ann.member })).toBe('NOT_YOURS')
    expect(gala.note('ann', 'vegan', { by: ann.organizer })).toBe('OWN_REGISTRATION')
    expect(gala.cancel('ann', { by: ann.member })).toBe('cancelled')
  })

  test('who may not decide does not learn whether it would have been possible', () => {
    const gala = givenGala()
    gala.register('ann')
    gala.reject('ann')
    expect(gala.approve('ann', { by: member('bob') })).toBe('NOT_YOURS')
    expect(gala.approve('ann', { by: ann.organizer })).toBe('OWN_REGISTRATION')
  })
})
