import { expect, test } from 'vitest'
import { mergePage } from './merge-page.ts'
import type { Row } from './row.ts'

const row = (id: string, slot = '') =>
  ({ id, preferred_pickup_slot: slot, notes: null, person: { name: id, department: null } }) as Row
const page = (ids: string[], next?: string) => ({
  items: ids.map((id) => row(id)),
  total: 9,
  next,
  upTo: next === undefined ? undefined : ids.at(-1),
})
const nobody = () => false

test('a page keeps its range: what moved up from the next page stays there', () => {
  const { page: merged, changes } = mergePage(
    page(['a', 'b', 'c'], 'after c'),
    { items: [row('a'), row('c'), row('d')], total: 8, next: 'after d' },
    nobody,
  )
  expect(merged.items.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(merged).toMatchObject({ total: 8, next: 'after c', upTo: 'c' })
  expect(changes).toEqual({ added: [], changed: [], gone: ['b'] })
})

test('the last page grows, and learns that there is one after it', () => {
  const { page: merged, changes } = mergePage(
    page(['a']),
    { items: [row('a', 'noon'), row('b')], total: 3, next: 'after b' },
    nobody,
  )
  expect(merged).toMatchObject({ next: 'after b', upTo: 'b' })
  expect(changes).toEqual({ added: ['b'], changed: ['a'], gone: [] })
})

test('a row with an outcome stays, and is not called gone', () => {
  const { page: merged, changes } = mergePage(
    page(['a', 'b']),
    { items: [row('b')], total: 1, next: undefined },
    (id) => id === 'a',
  )
  expect(merged.items.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(changes.gone).toEqual([])
})
