import { expect, test } from 'vitest'
import { detailsOf } from './details.ts'

test('changes are said before and after', () => {
  expect(detailsOf({ budget_minor: { from: 8_000_000, to: 10_000_000 }, venue: { from: null, to: 'Hall' } })).toEqual([
    { field: 'budget_minor', before: '8000000', after: '10000000' },
    { field: 'venue', before: '–', after: 'Hall' },
  ])
})

test('of whole rows only what differs', () => {
  expect(detailsOf({ before: { label: 'Noon', capacity: 10 }, after: { label: 'Noon', capacity: 20 } })).toEqual([
    { field: 'capacity', before: '10', after: '20' },
  ])
})

test('anything else is said as it is', () => {
  expect(detailsOf(null)).toEqual([])
  expect(detailsOf({ user_id: 'ann', tags: ['a'], nested: { deep: true } })).toEqual([
    { field: 'user_id', after: 'ann' },
    { field: 'tags', after: '["a"]' },
    { field: 'nested', after: '{"deep":true}' },
  ])
})
