/**
 * Money is an integer of minor units (cents) inside, and in JSON a number with at most the currency's decimals.
 * Currencies are those of ISO 4217.
 */

/** The largest amount there is, in major units: 12 digits stay exact in a JavaScript number. */
export const MOST_MONEY = 9_999_999_999.99

/**
 * The currencies that have other than 2 decimals, by ISO 4217, list one. Not asked of Intl: it knows what people write
 * on price tags (no decimals for HUF, IDR, IQD or PKR), and may change its mind with every version of its data; what is
 * stored would change its worth with it.
 */
const decimalsOtherThan2 = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
  ...'CLF UYW'.split(' ').map((code) => [code, 4] as const),
])
const known = new Set(Intl.supportedValuesOf('currency'))

export function isCurrency(code: string): boolean {
  return known.has(code)
}

/** How many decimals a currency has: 2 for EUR, 0 for JPY, 3 for KWD. */
export function currencyDecimals(currency: string): number {
  return decimalsOtherThan2.get(currency) ?? 2
}

/**
 * Reads an amount in major units, exactly: through its decimal digits, never by multiplying a binary fraction.
 *
 * @param amount major units, as it came in JSON
 * @returns minor units, or undefined where the amount has more decimals than the currency or is out of range
 */
export function toMinor(amount: number, currency: string): number | undefined {
  if (!Number.isFinite(amount) || Math.abs(amount) > MOST_MONEY) return undefined
  const digits = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(amount))
  if (!digits) return undefined
  const decimals = currencyDecimals(currency)
  const [, sign = '', whole = '0', fraction = ''] = digits
  if (fraction.length > decimals) return undefined
  const minor = Number(whole + fraction.padEnd(decimals, '0'))
  return sign === '-' && minor !== 0 ? -minor : minor
}

/** Minor units as the number JSON carries: 1850 of EUR is 18.5. */
export function fromMinor(minor: number, currency: string): number {
  const decimals = currencyDecimals(currency)
  if (decimals === 0) return minor
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0')
  const major = Number(`${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`)
  return minor < 0 ? -major : major
}

/** An amount in words for a message: "EUR 380.00". The code, not a sign, so that it reads the same everywhere. */
export function sayMoney(minor: number, currency: string): string {
  const decimals = currencyDecimals(currency)
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0')
  const whole = decimals === 0 ? digits : digits.slice(0, -decimals)
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  const fraction = decimals === 0 ? '' : `.${digits.slice(-decimals)}`
  return `${minor < 0 ? '-' : ''}${currency} ${grouped}${fraction}`
}
