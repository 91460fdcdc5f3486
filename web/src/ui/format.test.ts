import { expect, test } from 'vitest'
import { sayCount } from './format.ts'

test.each([
  [10_000, 'en', true, '10,000+'],
  [10_000, 'de', true, '10.000+'],
  [0, 'en', true, '0+'],
  [10_000, 'en', false, '10,000'],
  [-3, 'en', undefined, '−3'],
] as const)('a count says where counting stopped: %i in %s', (count, language, isAtLeast, said) => {
  expect(sayCount(count, language, isAtLeast)).toBe(said)
})
