import { expect, test } from 'vitest'
import { noFilters, queryOf, readFilters, writeFilters } from './filters.ts'
import type { Filters } from './filters.ts'

const all: Filters = {
  q: 'an',
  status: 'PENDING',
  options: ['a', 'b'],
  departments: ['', 'R|D', '~p'],
  slots: ['North Gate 12:00'],
  order: 'oldest',
}

test('filters come back from the address as they went in, whatever people call their departments', () => {
  expect(readFilters(writeFilters(all))).toEqual(all)
})

test('what narrows nothing is not in the address, nor asked for', () => {
  const none: Filters = { ...noFilters, order: 'newest' }
  expect(writeFilters(none)).toEqual({})
  expect(queryOf(none)).toEqual({})
})

test('what is no filter is none', () => {
  expect(readFilters({ status: 'LOST', order: 'sideways' })).toEqual({ ...noFilters, order: 'newest' })
})
