import { expect, test } from 'vitest'
import { byOutcome, inOneList, linesOf, rowsOf } from './lines.ts'
import type { Line } from './lines.ts'
import type { Row } from './row.ts'

const rows = (...ids: string[]) => ids.map((id) => ({ id }) as Row)
const nobody = new Set<string>()
const say = (line: Line) =>
  line.kind === 'group'
    ? `${line.isOpen ? '-' : '+'} ${line.name}`
    : 'row' in line
      ? `${line.kind} ${line.row.id}`
      : '…'

test('one list has no heads; an opened row is followed by what explains it', () => {
  const parts = inOneList(rows('a', 'b'))
  expect(linesOf(parts, new Set(['a'])).map(say)).toEqual(['row a', 'explain a', 'row b'])
  expect(rowsOf(parts).map(({ id }) => id)).toEqual(['a', 'b'])
})

test('by what would become of them, those not chosen last; groups without anybody are not there', () => {
  const groups = { refused: rows('b'), fitting: rows('a', 'c'), unread: [] }
  const lines = linesOf(byOutcome(groups, rows('d'), new Set(), 1), nobody)
  expect(lines.map(say)).toEqual(['- refused', 'row b', '- fitting', 'row a', 'row c', '- rest', 'row d'])
  // Rows are counted through, whatever stands between them.
  expect(lines.flatMap((line) => (line.kind === 'row' ? line.index : []))).toEqual([0, 1, 2, 3])
})

test('a closed group keeps its head, and the keys pass it by', () => {
  const groups = { refused: rows('b'), fitting: rows('a'), unread: [] }
  const parts = byOutcome(groups, [], new Set(['refused' as const]), 1)
  expect(linesOf(parts, nobody).map(say)).toEqual(['+ refused', '- fitting', 'row a'])
  expect(rowsOf(parts).map(({ id }) => id)).toEqual(['a'])
})

test('where more are refused than were read, the group says that more is coming', () => {
  const groups = { refused: rows('b'), fitting: [], unread: rows('c') }
  const lines = linesOf(byOutcome(groups, [], new Set(), 7), nobody)
  expect(lines.map(say)).toEqual(['- refused', 'row b', '…', '- unread', 'row c'])
})
