import { expect, test } from 'vitest'
import { moneyText, readMoney } from './read-number.ts'

test.each([
  ['380', 'en', 380],
  ['€380.00', 'en', 380],
  ['1,234.50', 'en', 1234.5],
  ['1.234,50', 'de', 1234.5],
  ['1.234,50', 'en', 1234.5],
  ['1,234', 'en', 1234],
  ['1,234', 'de', 1.234],
  ['1.234', 'de', 1234],
  ['1.234', 'en', 1.234],
  ['18.50', 'de', 18.5],
  ['18,5', 'en', 18.5],
  ['1,234,567', 'en', 1234567],
  ['1 234 567,89', 'de', 1234567.89],
  ['100.000 €', 'de', 100000],
  ['EUR 7', 'en', 7],
  ["1'000", 'de', 1000],
  ['.5', 'en', 0.5],
  ['0', 'en', 0],
])('"%s" in %s is %d', (text, language, amount) => {
  expect(readMoney(text, language)).toBe(amount)
})

test.each(['', ' ', 'abc', '-5', '1,2,3.4.5', '12,34,56', '1e9', '5 apples', '1.2.3,4,5'])(
  '"%s" is no amount',
  (text) => {
    expect(readMoney(text, 'en')).toBeUndefined()
  },
)

test('amounts of the server read back as themselves in every language, also those of three decimals', () => {
  for (const amount of [0, 18.5, 100000, 1.234, 12.345, 0.001, 9_999_999_999.99]) {
    for (const language of ['en', 'de']) expect(readMoney(moneyText(amount), language)).toBe(amount)
  }
})
