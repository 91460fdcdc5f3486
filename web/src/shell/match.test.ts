import { expect, test } from 'vitest'
import { isMatch } from './match.ts'

test.each([
  ['Options and slots', 'slot', true],
  ['Options and slots', 'slots opt', true],
  ['Options and slots', 'slots budget', false],
  ['Überblick', 'uber', true],
  ['Nguyễn Thị Mai', 'nguyen mai', true],
  ['Überblick', '', true],
  ['Überblick', '   ', true],
])('%s matches %j: %s', (name, query, is) => {
  expect(isMatch(name, query)).toBe(is)
})
