import { expect, test } from 'vitest'
import { catalogueOf, remediesOf } from './catalogue.ts'
import { emptyRow } from './draft.ts'
import { readCount } from './read-number.ts'

const row = (option_name: string, total_available: string, cost_per_unit: string) => {
  return { ...emptyRow(), key: option_name, option_name, total_available, cost_per_unit }
}
const annualDay = [
  row('Leadership Summit', '120', '380'),
  row('Wetlands Walk', '80', '140'),
  row('Repair Workshop', '60', '210'),
  row('Family Programme', '150', '85'),
  row('Merino Hoodie', '150', '74'),
  row('Cotton T-Shirt', '400', '18.50'),
  row('Steel Bottle', '300', '24'),
  row('Canvas Daypack', '120', '62'),
  row('Book Voucher', '200', '40'),
]
const takeUps: Record<string, number> = { 'Leadership Summit': 85, 'Wetlands Walk': 80, 'Repair Workshop': 90 }
const catalogue = (budget: string, rows = annualDay) =>
  catalogueOf({
    rows,
    budget,
    currency: 'EUR',
    language: 'en',
    takeUp: ({ option_name: name }) => takeUps[name] ?? 100,
  })
const nobody = () => 0

test('what everything costs is exact, to the cent', () => {
  const { allMinor, expectedMinor, major } = catalogue('100000')
  expect(major(allMinor)).toBe(123_290)
  expect(major(expectedMinor)).toBe(123_290 - 6840 - 2240 - 1260)
})

test('what is too much is offered to be made right in three ways, and each of them does', () => {
  const remedies = remediesOf(catalogue('100000'), nobody)
  expect(remedies).toMatchObject([
    { kind: 'raise', text: '123290' },
    { kind: 'cut', row: { option_name: 'Leadership Summit' }, from: 120, to: 58 },
    { kind: 'lower', percent: 19 },
  ])
  const [, , lower] = remedies
  if (lower?.kind !== 'lower') throw new Error('expected to lower')
  const lowered = annualDay.map((row) => ({ ...row, total_available: String(lower.totals.get(row.key)) }))
  expect(remediesOf(catalogue('100000', lowered), nobody)).toEqual([])
})

test('nothing is cut below what is promised, and nothing is offered where all fits', () => {
  expect(remediesOf(catalogue('100000'), () => 100).map(({ kind }) => kind)).not.toContain('cut')
  expect(remediesOf(catalogue('123290'), nobody)).toEqual([])
})

test('what cannot be read yet costs nothing, and huge numbers stay exact', () => {
  expect(catalogue('', [row('x', 'many', '5'), row('y', '5', 'a lot')]).allMinor).toBe(0n)
  expect(catalogue('0', [row('x', '100000000', '9999999999.99')]).allMinor).toBe(100_000_000n * 999_999_999_999n)
})

test.each([
  ['150', 150],
  ['1,500', 1500],
  ['1.500', 1500],
  ['0', undefined],
  ['-1', undefined],
  ['1e3', undefined],
  ['', undefined],
])('"%s" is a count of %s', (text, count) => {
  expect(readCount(text)).toBe(count)
})
