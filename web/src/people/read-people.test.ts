import { expect, test } from 'vitest'
import { readPeople } from './read-people.ts'

test('people are read from cells in any order, with or without role and department', () => {
  const { people, unclear } = readPeople(
    'Name\tMail\nAna Ferreira\tana@example.org\tapprover\tField Programmes\nbo@example.org; Bo; Ausgabe\nCy, cy@example.org',
  )
  expect(unclear).toEqual([])
  expect(people).toEqual([
    { name: 'Ana Ferreira', email: 'ana@example.org', role: 'approver', department: 'Field Programmes' },
    { name: 'Bo', email: 'bo@example.org', role: 'desk', department: null },
    { name: 'Cy', email: 'cy@example.org', role: 'member', department: null },
  ])
})

test('who stands there twice is added once; what is not clear is said', () => {
  const { people, unclear } = readPeople('Ana, ana@example.org\nAna again, ANA@example.org\nnobody at all')
  expect(people).toHaveLength(1)
  expect(unclear).toEqual([{ line: 3, text: 'nobody at all' }])
})
