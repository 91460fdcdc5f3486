import { expect, test } from 'vitest'
import { putBefore, putBehind } from './chain.ts'

const page = (from: number, to: number, next?: string) => ({
  items: Array.from({ length: from - to + 1 }, (_, index) => ({ entry_no: from - index })),
  total: from,
  next,
})
const numbers = ({ items }: { items: { entry_no: number }[] }) => items.map(({ entry_no }) => entry_no)

test('what is new comes before what is known, each once, and one goes on where one was', () => {
  const known = putBehind(page(9, 7, 'after 7'), page(6, 4, 'after 4'))
  const grown = putBefore(page(11, 9, 'after 9'), known)
  expect(numbers(grown)).toEqual([11, 10, 9, 8, 7, 6, 5, 4])
  expect(grown).toMatchObject({ total: 11, next: 'after 4' })
})

test('where more has come than the head shows, it begins anew: no gap is hidden', () => {
  expect(putBefore(page(20, 18, 'after 18'), page(9, 4, 'after 4'))).toEqual(page(20, 18, 'after 18'))
})

test('the head alone goes on where the head ends', () => {
  expect(putBefore(page(9, 7, 'after 7'), page(9, 7, 'after 7'))).toEqual(page(9, 7, 'after 7'))
  expect(putBefore(page(3, 1), undefined)).toEqual(page(3, 1))
})

test('a page that comes twice is added once', () => {
  const once = putBehind(page(9, 7, 'after 7'), page(6, 4))
  expect(numbers(putBehind(once, page(6, 4)))).toEqual([9, 8, 7, 6, 5, 4])
})
