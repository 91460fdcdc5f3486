import { describe, expect, test } from 'vitest'
import { decideAll } from './allocation.ts'
import { createRunningBooks } from './running-books.ts'
import { aSlot, aSnapshot, anOption, givenGala, holdAll, noon, openEvent, say } from './testing.ts'

describe('in a batch, each decision sees what the ones before it left', () => {
  test('of three who ask for the last two mugs under hold, the third hears that they are gone', () => {
    const gala = givenGala({ options: [anOption({ total: 2 })], event: { holdPolicy: holdAll } })
    const requests = ['ann', 'bob', 'cem'].map((person) => gala.toRegister(person))
    expect(gala.decide(...requests)).toEqual(['registered', 'registered', 'INVENTORY_EXHAUSTED'])
  })

  test.each([
    { short: 'money', terms: { budgetMinor: 9 }, answer: 'BUDGET_EXHAUSTED' },
    { short: 'mugs', terms: { options: [anOption({ total: 1 })] }, answer: 'INVENTORY_EXHAUSTED' },
    { short: 'places', terms: { slots: [aSlot({ id: '11:00', capacity: 1 })] }, answer: 'SLOT_CONFLICT' },
  ])('of two approved together, the second hears that there are no $short left', ({ terms, answer }) => {
    const gala = givenGala({ slots: [aSlot({ id: '11:00' })], ...terms })
    for (const person of ['ann', 'bob']) gala.register(person, { slot: '11:00' })
    const requests = ['ann', 'bob'].map((person) => gala.toDecide(person, 'APPROVED'))
    expect(gala.decide(...requests)).toEqual(['approved', answer])
  })

  test.each([
    { short: 'money', terms: { budgetMinor: 9 } },
    { short: 'mugs', terms: { options: [anOption({ total: 1 })] } },
    { short: 'places', terms: { slots: [aSlot({ id: '11:00', capacity: 1 })] } },
  ])('the $short that one gives back, the next can take, but not the one before', ({ terms }) => {
    const answersTo = (...steps: ['ann' | 'bob', 'APPROVED' | 'CANCELLED'][]) => {
      const gala = givenGala({ slots: [aSlot({ id: '11:00' })], ...terms })
      for (const person of ['ann', 'bob']) gala.register(person, { slot: '11:00' })
      gala.approve('ann')
      return gala.decide(...steps.map(([person, to]) => gala.toDecide(person, to)))
    }
    expect(answersTo(['ann', 'CANCELLED'], ['bob', 'APPROVED'])).toEqual(['cancelled', 'approved'])
    expect(answersTo(['bob', 'APPROVED'], ['ann', 'CANCELLED'])).toEqual([expect.stringContaining('_'), 'cancelled'])
  })

  test('a place left by moving can be taken at once', () => {
    const slots = ['11:00', '12:00'].map((id) => aSlot({ id, capacity: 1 }))
    const gala = givenGala({ slots })
    for (const person of ['ann', 'bob']) gala.register(person, { slot: '11:00' })
    gala.approve('ann')
    const requests = [gala.toDecide('ann', null, { slot: '12:00' }), gala.toDecide('bob', 'APPROVED')]
    expect(gala.decide(...requests)).toEqual(['moved', 'approved'])
  })

  test('one person asking twice at the same moment gets one registration', () => {
    const gala = givenGala()
    expect(gala.decide(gala.toRegister('ann'), gala.toRegister('ann'))).toEqual(['registered', 'ALREADY_REGISTERED'])
  })

  test('a person who cancels and asks anew in one batch gets both', () => {
    const gala = givenGala()
    gala.register('ann')
    const requests = [gala.toDecide('ann', 'CANCELLED'), gala.toRegister('ann')]
    expect(gala.decide(...requests)).toEqual(['cancelled', 'registered'])
  })

  test('approving the same registration twice commits it once', () => {
    const gala = givenGala()
    gala.register('ann')
    expect(gala.decide(gala.toDecide('ann', 'APPROVED'), gala.toDecide('ann', 'APPROVED'))).toEqual([
      'approved',
      'unchanged',
    ])
    expect(gala.postings()).toHaveLength(1)
  })

  test('each posting carries the balance after it', () => {
    const gala = givenGala()
    for (const person of ['ann', 'bob']) gala.register(person)
    const steps = [
      ['ann', 'APPROVED'],
      ['bob', 'APPROVED'],
      ['ann', 'REJECTED'],
      ['bob', 'CANCELLED'],
    ] as const
    gala.decide(...steps.map(([person, to]) => gala.toDecide(person, to)))
    expect(gala.postings().map(({ balanceMinor }) => balanceMinor)).toEqual([5, 10, 5, 0])
  })
})

describe('what a batch changes', () => {
  const terms = { slots: ['11:00', '12:00'].map((id) => aSlot({ id })) }
  const none = { WAITLISTED: 0, PENDING: 0, APPROVED: 0, REJECTED: 0, CANCELLED: 0 }

  test('a registering adds what is pending, and a person', () => {
    const gala = givenGala(terms)
    const { changes } = decideAll(gala.snapshot(), [gala.toRegister('ann', { slot: '11:00' })], noon)
    expect(changes).toEqual({
      committedMinor: 0,
      pendingMinor: 5,
      statuses: { ...none, PENDING: 1 },
      people: 1,
      options: new Map([['mug', { committed: 0, pending: 1, amountMinor: 0 }]]),
      slots: new Map([['11:00', { committed: 0, pending: 1 }]]),
    })
  })

  test('an approval into another slot turns pending into committed, slot by slot', () => {
    const gala = givenGala(terms)
    gala.register('ann', { slot: '11:00' })
    const { changes } = decideAll(gala.snapshot(), [gala.toDecide('ann', 'APPROVED', { slot: '12:00' })], noon)
    expect(changes).toEqual({
      committedMinor: 5,
      pendingMinor: -5,
      statuses: { ...none, PENDING: -1, APPROVED: 1 },
      people: 0,
      options: new Map([['mug', { committed: 1, pending: -1, amountMinor: 5 }]]),
      slots: new Map([
        ['11:00', { committed: 0, pending: -1 }],
        ['12:00', { committed: 1, pending: 0 }],
      ]),
    })
  })

  test('a cancelling after approval takes it all back, and the person', () => {
    const gala = givenGala(terms)
    gala.register('ann', { slot: '11:00' })
    gala.approve('ann')
    const { changes } = decideAll(gala.snapshot(), [gala.toDecide('ann', 'CANCELLED')], noon)
    expect(changes).toEqual({
      committedMinor: -5,
      pendingMinor: 0,
      statuses: { ...none, APPROVED: -1, CANCELLED: 1 },
      people: -1,
      options: new Map([['mug', { committed: -1, pending: 0, amountMinor: -5 }]]),
      slots: new Map([['11:00', { committed: -1, pending: 0 }]]),
    })
  })

  test('a person with two registrations is one person until both are given up', () => {
    const gala = givenGala({ options: [anOption({ id: 'mug' }), anOption({ id: 'shirt' })] })
    const peopleAfter = (...requests: Parameters<typeof gala.decide>) => {
      const { people } = decideAll(gala.snapshot(), requests, noon).changes
      gala.decide(...requests)
      return people
    }
    expect(peopleAfter(gala.toRegister('ann'), gala.toRegister('ann', { option: 'shirt' }))).toBe(1)
    expect(peopleAfter(gala.toDecide('ann', 'APPROVED'))).toBe(0)
    expect(peopleAfter(gala.toDecide('ann', 'CANCELLED'))).toBe(0)
    const [first] = gala.world().registrations
    const last = { ...gala.toDecide('ann', 'REJECTED'), registrationId: first?.id ?? '' }
    expect(peopleAfter(last, gala.toRegister('bob'))).toBe(0)
    expect(gala.books().people).toBe(1)
  })

  test('what is refused or changes nothing changes nothing', () => {
    const gala = givenGala({ ...terms, options: [anOption({ total: 1, priceMinor: 101 })] })
    const requests = [gala.toRegister('ann'), gala.toDecide('nobody', 'APPROVED')]
    expect(decideAll(gala.snapshot(), requests, noon).changes).toEqual(createRunningBooks(gala.snapshot()).changes())
    expect(decideAll(gala.snapshot(), [], noon)).toMatchObject({
      decisions: [],
      changes: { people: 0, statuses: none },
    })
  })

  test('the caller’s snapshot stays as it was', () => {
    const gala = givenGala(terms)
    gala.register('ann', { slot: '11:00' })
    gala.register('bob', { slot: '12:00' })
    gala.approve('bob')
    const given = gala.snapshot()
    const kept = structuredClone(given)
    const moves = [gala.toDecide('bob', null, { slot: '11:00', notes: 'early' }), gala.toDecide('ann', 'APPROVED')]
    const answers = decideAll(given, [...moves, gala.toRegister('cem'), gala.toRegister('dan')], noon).decisions
    expect(answers.map(say)).toEqual(['moved', 'approved', 'registered', 'registered'])
    expect(given).toEqual(kept)
  })
})

describe('a slot is found by its label', () => {
  test('where it is open; of an archived one only its counts are kept', () => {
    const slots = [aSlot({ id: 'one', label: '11:00' }), aSlot({ id: 'two', label: '12:00', isActive: false })]
    const books = createRunningBooks(aSnapshot({ event: openEvent, slots }))
    expect(books.slotByLabel('11:00')).toMatchObject({ id: 'one' })
    expect(books.slotByLabel('12:00')).toBeUndefined()
    expect(books.slotByLabel('13:00')).toBeUndefined()
    expect(books.snapshot.slots.get('two')).toMatchObject({ label: '12:00' })
  })
})
