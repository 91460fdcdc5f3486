import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currencyDecimals, fromMinor, isCurrency, MOST_MONEY, sayMoney, toMinor } from './money.ts'

describe('currencies', () => {
  test.each([
    ['EUR', 2],
    ['USD', 2],
    ['INR', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['ISK', 0],
    ['KWD', 3],
    ['TND', 3],
    ['CLF', 4],
  ] as const)('%s has %i decimals', (currency, decimals) => {
    expect(currencyDecimals(currency)).toBe(decimals)
  })

  test('the standard counts, not how prices are written: Intl answers 0 for each of these', () => {
    expect(['HUF', 'IDR', 'PKR', 'COP', 'IQD'].map(currencyDecimals)).toEqual([2, 2, 2, 2, 3])
  })

  test('a code of the standard is a currency, in capitals; anything else is none', () => {
    for (const code of ['EUR', 'JPY', 'KWD']) expect(isCurrency(code)).toBe(true)
    for (const code of ['eur', 'EURO', 'ABC', '', '€', 'E']) expect(isCurrency(code)).toBe(false)
  })
})

describe('reading an amount', () => {
  test.each([
    ['EUR', 0, 0],
    ['EUR', 0.01, 1],
    ['EUR', 0.1, 10],
    ['EUR', 18.5, 1850],
    ['EUR', 25, 2500],
    // These come out a cent short when multiplied by 100 and cut off.
    ['EUR', 1.15, 115],
    ['EUR', 4.35, 435],
    ['EUR', 8.2, 820],
    ['EUR', -0.5, -50],
    ['JPY', 500, 500],
    ['KWD', 1.001, 1001],
    ['KWD', 0.5, 500],
    ['CLF', 0.0001, 1],
  ])('%s %d is %i in minor units', (currency, amount, minor) => {
    expect(toMinor(amount, currency)).toBe(minor)
  })

  test.each([
    ['EUR', 0.001],
    ['EUR', 18.505],
    ['EUR', 0.1 + 0.2],
    ['JPY', 0.5],
    ['JPY', 100.1],
    ['KWD', 0.0001],
    ['CLF', 0.000_01],
  ])('%s %d has more decimals than the currency', (currency, amount) => {
    expect(toMinor(amount, currency)).toBeUndefined()
  })

  test('what JavaScript writes with an exponent is out of range at either end', () => {
    for (const amount of [1e-7, 5e-324, 1e21, 1.5e300, -1e21]) expect(toMinor(amount, 'EUR')).toBeUndefined()
  })

  test('the most there is can be read; a cent more cannot, nor can what is no number', () => {
    expect(toMinor(MOST_MONEY, 'EUR')).toBe(999_999_999_999)
    expect(toMinor(-MOST_MONEY, 'EUR')).toBe(-999_999_999_999)
    expect(toMinor(MOST_MONEY - 0.01, 'EUR')).toBe(999_999_999_998)
    for (const amount of [10_000_000_000, -10_000_000_000, Infinity, -Infinity, NaN]) {
      expect(toMinor(amount, 'EUR')).toBeUndefined()
    }
    expect(toMinor(MOST_MONEY, 'KWD')).toBe(9_999_999_999_990)
    expect(toMinor(9_999_999_999, 'JPY')).toBe(9_999_999_999)
  })

  test('there is one zero only', () => {
    for (const currency of ['EUR', 'JPY', 'KWD']) expect(Object.is(toMinor(-0, currency), 0)).toBe(true)
  })
})

describe('writing an amount', () => {
  test.each([
    ['EUR', 1850, 18.5],
    ['EUR', 1, 0.01],
    ['EUR', 0, 0],
    ['EUR', -5, -0.05],
    ['JPY', 500, 500],
    ['JPY', -500, -500],
    ['KWD', 1, 0.001],
    ['KWD', 1001, 1.001],
    ['EUR', 999_999_999_999, MOST_MONEY],
  ])('%s: %i minor units are %d', (currency, minor, amount) => {
    expect(fromMinor(minor, currency)).toBe(amount)
  })

  test('every amount comes back as it went, with at most the currency’s decimals', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF'),
        fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }),
        (currency, minor) => {
          const amount = fromMinor(minor, currency)
          expect(toMinor(amount, currency)).toBe(minor)
          expect((String(amount).split('.')[1] ?? '').length).toBeLessThanOrEqual(currencyDecimals(currency))
        },
      ),
      { seed: 1, numRuns: 1000 },
    )
  })

  test.each([
    ['EUR', 38_000, 'EUR 380.00'],
    ['EUR', 5, 'EUR 0.05'],
    ['EUR', -5, '-EUR 0.05'],
    ['EUR', 0, 'EUR 0.00'],
    ['EUR', 99_999, 'EUR 999.99'],
    ['EUR', 100_000, 'EUR 1,000.00'],
    ['EUR', 123_456_789_01, 'EUR 123,456,789.01'],
    ['JPY', 1_000_000, 'JPY 1,000,000'],
    ['JPY', 0, 'JPY 0'],
    ['KWD', 1_234_567, 'KWD 1,234.567'],
  ])('%s: %i minor units read as “%s”', (currency, minor, words) => {
    expect(sayMoney(minor, currency)).toBe(words)
  })
})
