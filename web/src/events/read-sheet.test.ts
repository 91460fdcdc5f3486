import { expect, test } from 'vitest'
import { readSheet } from './read-sheet.ts'

test('copied cells become options; headings are passed over', () => {
  const { rows, unclear } = readSheet(
    'Name\tKind\tPlaces\tCost\nSummit\tTrack\t120\t€380.00\nMug\titem\t1,500\t4.50\n\n',
    'en',
  )
  expect(unclear).toEqual([])
  expect(rows).toMatchObject([
    { option_name: 'Summit', option_type: 'TRACK', total_available: '120', cost_per_unit: '380' },
    { option_name: 'Mug', option_type: 'INVENTORY', total_available: '1500', cost_per_unit: '4.5' },
  ])
})

test('commas and semicolons divide as well, and a cost may be missing', () => {
  expect(readSheet('Walk, track, 80', 'en').rows).toMatchObject([
    { option_name: 'Walk', total_available: '80', cost_per_unit: '' },
  ])
  expect(readSheet('Becher;Artikel;1.500;4,50', 'de').rows).toMatchObject([
    { total_available: '1500', cost_per_unit: '4.5' },
  ])
})

test('what is not clear is said, with its line', () => {
  const { rows, unclear } = readSheet('Mug, item, 5, 1\nCap, item, many, 1\nPen, item, 5, cheap', 'en')
  expect(rows).toHaveLength(1)
  expect(unclear).toEqual([
    { line: 2, text: 'Cap, item, many, 1' },
    { line: 3, text: 'Pen, item, 5, cheap' },
  ])
})
