import { expect, test } from 'vitest'
import { paths } from './paths.ts'

test('a file is asked for with the filters of its list, several values of one as the API takes them', () => {
  expect(paths.auditFile(undefined, {})).toBe('/audit.csv')
  expect(paths.auditFile('e1', { action: undefined, actor_id: 'a1' })).toBe('/events/e1/audit.csv?actor_id=a1')
  const query = { q: 'Ann & Ben', department: ['', 'Field, 2'], slot: ['North 11:30'] }
  const url = new URL(paths.registrationsFile('e1', query), 'http://localhost')
  expect(url.pathname).toBe('/events/e1/registrations.csv')
  expect([...url.searchParams]).toEqual([
    ['q', 'Ann & Ben'],
    ['department', ''],
    ['department', 'Field, 2'],
    ['slot', 'North 11:30'],
  ])
})
