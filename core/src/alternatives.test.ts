import { describe, expect, test } from 'vitest'
import { findAffordableOptions, findFreeSlots, findSimilarOptions, MOST_ALTERNATIVES } from './alternatives.ts'
import type { OptionStock, SlotStock, Snapshot } from './snapshot.ts'
import { aSlot, aSnapshot, anOption, clock, holdAll } from './testing.ts'

const mug = anOption({ id: 'mug', total: 1, committed: 1, priceMinor: 10 })
const anotherThan = (...others: Partial<OptionStock>[]) => [mug, ...others.map((said) => anOption(said))]
const similar = (snapshot: Snapshot) => findSimilarOptions(snapshot, mug).map(({ optionId }) => optionId)
const affordable = (snapshot: Snapshot) => findAffordableOptions(snapshot, mug).map(({ optionId }) => optionId)

describe('instead of an option that has run out', () => {
  test('others of the same type are offered; tracks are not, where an item was wanted', () => {
    const options = anotherThan({ id: 'shirt' }, { id: 'talk', type: 'TRACK' }, { id: 'pen' })
    expect(similar(aSnapshot({ options }))).toEqual(['shirt', 'pen'])
  })

  test('the option itself is never offered, even where it still has room', () => {
    const options = [anOption({ ...mug, total: 9 }), anOption({ id: 'shirt' })]
    expect(similar(aSnapshot({ options }))).toEqual(['shirt'])
    expect(affordable(aSnapshot({ options }))).toEqual(['shirt'])
  })

  test('only options with room are offered, with how many are left and at what price', () => {
    const options = anotherThan(
      { id: 'last', total: 3, committed: 2, priceMinor: 4 },
      { id: 'gone', total: 3, committed: 3 },
      { id: 'overdrawn', total: 3, committed: 4 },
    )
    const offers = findSimilarOptions(aSnapshot({ options }), mug)
    expect(offers).toEqual([{ optionId: 'last', optionName: 'last', left: 1, priceMinor: 4 }])
  })

  test('what others asked for is left out of the count under hold, and only then', () => {
    const options = anotherThan(
      { id: 'shirt', total: 3, pending: 2 },
      { id: 'pen', total: 3, pending: 3 },
      { id: 'cap', total: 3, pending: 3, holdStock: 'check' },
    )
    const leftOf = (snapshot: Snapshot) =>
      findSimilarOptions(snapshot, mug).map(({ optionId, left }) => [optionId, left])
    expect(leftOf(aSnapshot({ options }))).toEqual([
      ['shirt', 3],
      ['pen', 3],
      ['cap', 3],
    ])
    expect(leftOf(aSnapshot({ options, event: { holdPolicy: holdAll } }))).toEqual([
      ['shirt', 1],
      ['cap', 3],
    ])
  })

  test('archived options are not offered', () => {
    expect(similar(aSnapshot({ options: anotherThan({ id: 'shirt', isActive: false }) }))).toEqual([])
  })

  test('only what the rest of the budget affords is offered: one more is too much', () => {
    const options = anotherThan(
      { id: 'nine', priceMinor: 9 },
      { id: 'ten', priceMinor: 10 },
      { id: 'eleven', priceMinor: 11 },
    )
    expect(similar(aSnapshot({ options, money: { committedMinor: 90 } }))).toEqual(['nine', 'ten'])
  })
})

describe('instead of an option that the budget cannot cover', () => {
  test('whatever the rest affords is offered, of any type', () => {
    const options = anotherThan({ id: 'pen', priceMinor: 2 }, { id: 'talk', type: 'TRACK', priceMinor: 2 })
    expect(affordable(aSnapshot({ options, money: { committedMinor: 97 } }))).toEqual(['pen', 'talk'])
  })

  test('what costs nothing is offered even when the budget is used up or overspent', () => {
    const options = anotherThan({ id: 'free', priceMinor: 0 }, { id: 'pen', priceMinor: 1 })
    expect(affordable(aSnapshot({ options, money: { committedMinor: 100 } }))).toEqual(['free'])
    expect(affordable(aSnapshot({ options, money: { committedMinor: 101 } }))).toEqual(['free'])
  })

  test('money that others asked for is not offered again under hold', () => {
    const options = anotherThan({ id: 'pen', priceMinor: 6 })
    const money = { committedMinor: 90, pendingMinor: 5 }
    expect(affordable(aSnapshot({ options, money }))).toEqual(['pen'])
    expect(affordable(aSnapshot({ options, money, event: { holdPolicy: holdAll } }))).toEqual([])
  })

  test('what has run out or is archived is not offered', () => {
    const options = anotherThan({ id: 'gone', committed: 3 }, { id: 'old', isActive: false })
    expect(affordable(aSnapshot({ options }))).toEqual([])
  })
})

describe('instead of a slot that is full', () => {
  const eleven = aSlot({ id: '11:00', startsAt: clock('11:00') })
  const at = (time: string, said: Partial<SlotStock> = {}) => aSlot({ id: time, startsAt: clock(time), ...said })
  const offered = (wanted: SlotStock, slots: SlotStock[], event = {}) =>
    findFreeSlots(aSnapshot({ event, slots: [wanted, ...slots] }), wanted).map(({ label }) => label)

  test('the nearest in time come first, before or after; of two as near, the one whose label comes first', () => {
    const slots = ['17:00', '12:00', '09:00', '10:00', '11:30'].map((time) => at(time))
    expect(offered(eleven, slots)).toEqual(['11:30', '10:00', '12:00', '09:00', '17:00'])
  })

  test('those without a time come after those with one, by their labels', () => {
    const slots = [aSlot({ id: 'evening' }), at('17:00'), aSlot({ id: 'any time' }), at('12:00')]
    expect(offered(eleven, slots)).toEqual(['12:00', '17:00', 'any time', 'evening'])
  })

  test('where the slot itself has no time, labels alone give the order, and capitals come first on every machine', () => {
    const slots = ['morning', 'Zebra', 'evening', 'Äther'].map((id) => aSlot({ id }))
    expect(offered(aSlot({ id: 'noon' }), slots)).toEqual(['Zebra', 'evening', 'morning', 'Äther'])
  })

  test('only slots with room are offered, with for how many, and never the slot itself', () => {
    const slots = [
      at('12:00', { capacity: 3, committed: 2 }),
      at('13:00', { capacity: 3, committed: 3 }),
      at('14:00', { capacity: 3, committed: 4 }),
      at('15:00', { isActive: false }),
    ]
    expect(findFreeSlots(aSnapshot({ slots: [eleven, ...slots] }), eleven)).toEqual([
      { slotId: '12:00', label: '12:00', left: 1 },
    ])
  })

  test('places that others asked for are left out under hold, and only then', () => {
    const slots = [at('12:00', { capacity: 3, pending: 3 }), at('13:00', { capacity: 3, pending: 2 })]
    expect(offered(eleven, slots)).toEqual(['12:00', '13:00'])
    expect(offered(eleven, slots, { holdPolicy: holdAll })).toEqual(['13:00'])
  })
})

describe('an offer is not a catalogue', () => {
  test.each([9, 10, 11, 60])('of %i alternatives, at most ten are offered', (count) => {
    const ids = Array.from({ length: count }, (_, index) => `n${String(index).padStart(2, '0')}`)
    const snapshot = aSnapshot({
      options: anotherThan(...ids.map((id) => ({ id }))),
      slots: ids.map((id) => aSlot({ id })),
    })
    const first = ids.slice(0, 10)

    expect(MOST_ALTERNATIVES).toBe(10)
    expect(similar(snapshot)).toEqual(first)
    expect(affordable(snapshot)).toEqual(first)
    expect(findFreeSlots(snapshot, aSlot({ id: 'wanted' })).map(({ label }) => label)).toEqual(first)
  })

  test('the nearest ten slots are chosen out of all, not out of the first ten', () => {
    const slots = Array.from({ length: 12 }, (_, hour) => aSlot({ id: `h${hour}`, startsAt: clock(`${10 + hour}:00`) }))
    const wanted = aSlot({ id: 'late', startsAt: clock('22:00') })
    const offers = findFreeSlots(aSnapshot({ slots }), wanted).map(({ label }) => label)
    expect(offers).toEqual(['h11', 'h10', 'h9', 'h8', 'h7', 'h6', 'h5', 'h4', 'h3', 'h2'])
  })
})
