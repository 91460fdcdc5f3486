import { expect, test } from 'vitest'
import { queryOf, readFilters, writeFilters } from './filters.ts'

test('what is written into the address is read from it again, whatever letters a label has', () => {
  const filters = {
    q: 'Zoë',
    options: ['a', 'b'],
    departments: ['', 'R|D 100%', '-', '%7C'],
    slots: ['11:00-12:00'],
    waitingDays: 3,
  }
  expect(readFilters(writeFilters(filters))).toEqual(filters)
})

test('an empty address asks for all that is pending; nonsense asks for nothing more', () => {
  expect(queryOf(readFilters({}))).toEqual({ status_filter: 'PENDING' })
  expect(readFilters({ waiting_days_min: 'soon' }).waitingDays).toBeUndefined()
})
