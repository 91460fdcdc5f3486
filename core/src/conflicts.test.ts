import { describe, expect, test } from 'vitest'
import { checkBudget, checkSlot, checkStock, checkWindow } from './conflicts.ts'
import type { Wish } from './conflicts.ts'
import type { EventTerms, SlotStock } from './snapshot.ts'
import { aSlot, aSnapshot, anOption, clock, holdAll, noon } from './testing.ts'

const checkAll = { stock: 'check', slot: 'check', budget: 'check' } as const
/** Somebody new who wants nothing yet. */
const newcomer: Wish = { option: null, slot: null, amountMinor: 0, queuedIn: undefined }
/** Somebody whose request is pending, without a slot. */
const queued: Wish = { ...newcomer, queuedIn: null }

describe('the window', () => {
  const closed = (event: Partial<EventTerms>, now: Date) => {
    const [conflict] = checkWindow(aSnapshot({ event }), now)
    return conflict?.type === 'REGISTRATION_CLOSED' ? conflict.reason : 'open'
  }

  test.each([
    { moment: 'a day before it opens', now: new Date('2027-04-29T12:00Z'), answer: 'not_open_yet' },
    { moment: 'a millisecond before it opens', now: clock('08:59:59.999'), answer: 'not_open_yet' },
    { moment: 'as it opens', now: clock('09:00'), answer: 'open' },
    { moment: 'a millisecond after it opens', now: clock('09:00:00.001'), answer: 'open' },
    { moment: 'at noon', now: noon, answer: 'open' },
    { moment: 'a millisecond before it closes', now: clock('16:59:59.999'), answer: 'open' },
    { moment: 'as it closes', now: clock('17:00'), answer: 'open' },
    { moment: 'a millisecond after it closes', now: clock('17:00:00.001'), answer: 'over' },
    { moment: 'a day after it closes', now: new Date('2027-05-01T12:00Z'), answer: 'over' },
  ])('$moment, registration is $answer', ({ now, answer }) => {
    expect(closed({}, now)).toBe(answer)
  })

  test.each([
    { window: 'no start', event: { opensAt: null }, early: 'open', late: 'over' },
    { window: 'no end', event: { closesAt: null }, early: 'not_open_yet', late: 'open' },
    { window: 'neither', event: { opensAt: null, closesAt: null }, early: 'open', late: 'open' },
  ])('a side that is not set does not close: with $window it is $early early and $late late', (row) => {
    expect(closed(row.event, clock('08:00'))).toBe(row.early)
    expect(closed(row.event, noon)).toBe('open')
    expect(closed(row.event, clock('18:00'))).toBe(row.late)
  })

  test('a window of one instant is open in that instant only', () => {
    const event = { opensAt: noon, closesAt: noon }
    expect(closed(event, new Date(noon.getTime() - 1))).toBe('not_open_yet')
    expect(closed(event, noon)).toBe('open')
    expect(closed(event, new Date(noon.getTime() + 1))).toBe('over')
  })

  test('an archived event is closed at all times, and so is a draft; archived is the word where it is both', () => {
    for (const now of [clock('08:00'), noon, clock('18:00')]) {
      expect(closed({ isActive: false }, now)).toBe('archived')
      expect(closed({ isPublished: false }, now)).toBe('draft')
      expect(closed({ isActive: false, isPublished: false }, now)).toBe('archived')
    }
  })

  test('the answer says when it is open, so that one can come back', () => {
    const [conflict] = checkWindow(aSnapshot({}), clock('08:00'))
    expect(conflict).toMatchObject({ opensAt: clock('09:00'), closesAt: clock('17:00') })
  })
})

describe('the budget', () => {
  test.each([
    { asked: 'as much as can still be counted', amountMinor: 7, refused: 0 },
    { asked: 'one more than can be counted', amountMinor: 8, refused: 1 },
  ])(
    'somebody new who asks for $asked, beside requests without end, meets $refused conflict',
    ({ amountMinor, refused }) => {
      const money = { budgetMinor: 1000, committedMinor: 0, pendingMinor: Number.MAX_SAFE_INTEGER - 7 }
      const snapshot = aSnapshot({ event: { holdPolicy: checkAll }, money })
      expect(checkBudget(snapshot, { ...newcomer, amountMinor })).toHaveLength(refused)
    },
  )

  /** A budget of 100, of which so much is committed and so much asked for. */
  const check = (
    committedMinor: number,
    pendingMinor: number,
    wish: Wish,
    holdPolicy: typeof checkAll | typeof holdAll,
  ) => checkBudget(aSnapshot({ event: { holdPolicy }, money: { committedMinor, pendingMinor } }), wish)

  test.each([
    { left: 'one less than needed', committed: 91, fits: false },
    { left: 'exactly what is needed', committed: 90, fits: true },
    { left: 'one more than needed', committed: 89, fits: true },
    { left: 'nothing', committed: 100, fits: false },
    { left: 'less than nothing', committed: 101, fits: false },
  ])('with $left left, the answer to ten is $fits, for newcomers and for those who wait', ({ committed, fits }) => {
    for (const wish of [newcomer, queued]) {
      expect(check(committed, 0, { ...wish, amountMinor: 10 }, checkAll)).toHaveLength(fits ? 0 : 1)
    }
  })

  test('what costs nothing can be had when all the money is gone, and even when it is overspent', () => {
    for (const committed of [99, 100, 101]) expect(check(committed, 0, newcomer, checkAll)).toEqual([])
    expect(check(100, 50, newcomer, holdAll)).toEqual([])
  })

  test('nobody gets anything that costs out of a budget of nothing', () => {
    const snapshot = aSnapshot({ money: { budgetMinor: 0 } })
    expect(checkBudget(snapshot, newcomer)).toEqual([])
    expect(checkBudget(snapshot, { ...newcomer, amountMinor: 1 })).toHaveLength(1)
  })

  test.each([
    { asked: 40, fits: true },
    { asked: 41, fits: false },
  ])('under hold, what $asked others asked for is not there for a newcomer who needs ten', ({ asked, fits }) => {
    expect(check(50, asked, { ...newcomer, amountMinor: 10 }, holdAll)).toHaveLength(fits ? 0 : 1)
    expect(check(50, asked, { ...newcomer, amountMinor: 10 }, checkAll)).toEqual([])
  })

  test('who waits converts their own hold: pending money does not stand in their way', () => {
    expect(check(90, 10, { ...queued, amountMinor: 10 }, holdAll)).toEqual([])
    expect(check(91, 10, { ...queued, amountMinor: 10 }, holdAll)).toHaveLength(1)
  })

  test('the answer says what was needed and what there is, and never less than nothing', () => {
    expect(check(93, 0, { ...newcomer, amountMinor: 10 }, checkAll)).toMatchObject([
      { neededMinor: 10, availableMinor: 7 },
    ])
    expect(check(90, 5, { ...newcomer, amountMinor: 10 }, holdAll)).toMatchObject([
      { neededMinor: 10, availableMinor: 5 },
    ])
    expect(check(90, 15, { ...newcomer, amountMinor: 10 }, holdAll)).toMatchObject([{ availableMinor: 0 }])
    expect(check(120, 0, { ...queued, amountMinor: 10 }, checkAll)).toMatchObject([{ availableMinor: 0 }])
  })
})

describe('the stock', () => {
  const answer = (wish: Wish, policy: 'check' | 'hold', said: Parameters<typeof anOption>[0]) => {
    const option = anOption({ total: 3, ...said })
    const snapshot = aSnapshot({ event: { holdPolicy: { ...checkAll, stock: policy } }, options: [option] })
    return checkStock(snapshot, { ...wish, option }).length === 0 ? 'room' : 'none'
  }

  test.each([
    { committed: 2, word: 'room' },
    { committed: 3, word: 'none' },
    { committed: 4, word: 'none' },
  ])('of three, $committed given leave $word', ({ committed, word }) => {
    for (const wish of [newcomer, queued]) {
      for (const policy of ['check', 'hold'] as const) expect(answer(wish, policy, { committed })).toBe(word)
    }
  })

  test.each([
    { policy: 'check', pending: 1, word: 'room' },
    { policy: 'check', pending: 9, word: 'room' },
    { policy: 'hold', pending: 1, word: 'room' },
    { policy: 'hold', pending: 2, word: 'none' },
    { policy: 'hold', pending: 9, word: 'none' },
  ] as const)('of three, one given and $pending asked for under $policy leave a newcomer $word', (row) => {
    expect(answer(newcomer, row.policy, { committed: 1, pending: row.pending })).toBe(row.word)
  })

  test('an option may say for itself whether asking holds', () => {
    expect(answer(newcomer, 'check', { pending: 3, holdStock: 'hold' })).toBe('none')
    expect(answer(newcomer, 'hold', { pending: 3, holdStock: 'check' })).toBe('room')
    expect(answer(newcomer, 'hold', { pending: 3, holdStock: null })).toBe('none')
  })

  test('who waits converts their own hold, even where as many wait as there are', () => {
    expect(answer(queued, 'hold', { committed: 0, pending: 3 })).toBe('room')
    expect(answer(queued, 'hold', { committed: 2, pending: 1 })).toBe('room')
    expect(answer(queued, 'hold', { committed: 3, pending: 1 })).toBe('none')
  })

  test('where no option is meant, none is short', () => {
    expect(checkStock(aSnapshot({}), newcomer)).toEqual([])
  })
})

describe('the slot', () => {
  const answer = (queuedIn: Wish['queuedIn'], policy: 'check' | 'hold', said: Partial<SlotStock>) => {
    const slot = aSlot({ id: 'eleven', capacity: 3, ...said })
    const snapshot = aSnapshot({ event: { holdPolicy: { ...checkAll, slot: policy } }, slots: [slot] })
    return checkSlot(snapshot, { ...newcomer, slot, queuedIn }).length === 0 ? 'room' : 'full'
  }
  /** New in the event; waiting without a slot, in this one, in another. */
  const everybody = [undefined, null, 'eleven', 'twelve']

  test.each([
    { committed: 2, word: 'room' },
    { committed: 3, word: 'full' },
    { committed: 4, word: 'full' },
  ])('of three places, $committed given mean $word, whoever asks', ({ committed, word }) => {
    for (const queuedIn of everybody) {
      for (const policy of ['check', 'hold'] as const) expect(answer(queuedIn, policy, { committed })).toBe(word)
    }
  })

  test.each([
    { who: 'a newcomer', queuedIn: undefined, word: 'full' },
    { who: 'somebody who waits without a slot', queuedIn: null, word: 'full' },
    { who: 'somebody who waits in another slot', queuedIn: 'twelve', word: 'full' },
    { who: 'somebody who waits in this slot', queuedIn: 'eleven', word: 'room' },
  ])('under hold, a slot with one place given and two asked for is, to $who: $word', ({ queuedIn, word }) => {
    expect(answer(queuedIn, 'hold', { committed: 1, pending: 2 })).toBe(word)
    expect(answer(queuedIn, 'check', { committed: 1, pending: 2 })).toBe('room')
    expect(answer(queuedIn, 'hold', { committed: 1, pending: 1 })).toBe('room')
  })

  test('an archived slot has no room for anybody, not even for who waits in it', () => {
    for (const queuedIn of everybody) expect(answer(queuedIn, 'check', { isActive: false })).toBe('full')
  })

  test('where no slot is meant, none is full', () => {
    expect(checkSlot(aSnapshot({}), newcomer)).toEqual([])
  })
})
