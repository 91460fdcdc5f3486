import { describe, expect, test } from 'vitest'
import { approvalOf, isWholeFilter, plainTerms, rejectionOf, slotsGiven } from './batch.ts'
import { readFilters } from './filters.ts'
import type { Row } from './row.ts'

const request = (id: string) => ({ id }) as Row
const [a, b, c] = [request('a'), request('b'), request('c')]
const chosen = (...rows: Row[]) => new Map(rows.map((row) => [row.id, row]))
const filters = readFilters({ waiting_days_min: '3', q: 'Ann' })

describe('who is meant', () => {
  test('the filter, where all that it finds is chosen, nothing else, and all of it was read', () => {
    expect(isWholeFilter(chosen(b, a), [a, b], true)).toBe(true)
    expect(isWholeFilter(chosen(a, b), [a, b], false)).toBe(false)
    expect(isWholeFilter(chosen(a), [a, b], true)).toBe(false)
    expect(isWholeFilter(chosen(a, b, c), [a, b], true)).toBe(false)
    expect(isWholeFilter(chosen(a, c), [a, b], true)).toBe(false)
    expect(isWholeFilter(chosen(), [], true)).toBe(false)
  })

  test('a filter is said in the words of a batch', () => {
    const ask = approvalOf([a, b], filters, plainTerms)
    expect(ask).toEqual({
      action: 'approve',
      filter: { status: 'PENDING', q: 'Ann', waiting_days_min: 3 },
      order: 'oldest_first',
      mode: 'best_effort',
    })
  })

  test('one’s own order needs names: a filter gives none', () => {
    expect(approvalOf([b, a], filters, { ...plainTerms, order: 'mine' })).toMatchObject({
      registration_ids: ['b', 'a'],
      order: 'as_given',
    })
  })

  test('whoever is rejected is always named: who asks meanwhile must not be in it', () => {
    expect(rejectionOf([a, b], 'Full.')).toEqual({ action: 'reject', registration_ids: ['a', 'b'], reason: 'Full.' })
    expect(rejectionOf([a], '')).not.toHaveProperty('reason')
  })
})

describe('under what terms', () => {
  test('most people is the largest set that fits', () => {
    const ask = approvalOf([a], undefined, { ...plainTerms, order: 'most' })
    expect(ask).toMatchObject({ registration_ids: ['a'], mode: 'largest_fit' })
  })

  test('a budget that is assumed, and slots for those who are chosen', () => {
    const moves = [
      { slot: 'Noon', ids: ['a', 'z'] },
      { slot: 'One', ids: ['b'] },
    ]
    expect(approvalOf([a, b, c], undefined, { ...plainTerms, budget: 500, moves })).toMatchObject({
      assumed_budget_amount: 500,
      assigned_slots: [
        { registration_id: 'a', assigned_pickup_slot: 'Noon' },
        { registration_id: 'b', assigned_pickup_slot: 'One' },
      ],
    })
  })

  test('no more are moved than the API takes', () => {
    const crowd = Array.from({ length: 501 }, (_, index) => request(String(index)))
    expect(slotsGiven(crowd, [{ slot: 'Noon', ids: crowd.map(({ id }) => id) }])).toHaveLength(500)
  })
})
