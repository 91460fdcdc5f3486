import { currencyDecimals } from '@allot/core'
import { sayMoney } from '../ui/format.ts'

/** A round amount without its zeros, "€18,500": for limits, which stand beside the exact figure. */
export function sayWhole(amount: number, currency: string, language: string): string {
  const decimals = currencyDecimals(currency)
  const said = sayMoney(amount, currency, language)
  return decimals === 0 ? said : said.replace(new RegExp(`[^\\d]0{${decimals}}(?!.*\\d)`), '')
}
