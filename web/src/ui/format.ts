import { currencyDecimals } from '@allot/core'

/** How figures and times are said: by Intl, in the reader's language; money with all its decimals and a true minus. */

const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>()

function numberFormat(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `n ${language} ${JSON.stringify(options)}`
  const known = formats.get(key) as Intl.NumberFormat | undefined
  if (known) return known
  const made = new Intl.NumberFormat(language, options)
  formats.set(key, made)
  return made
}

function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d ${language} ${JSON.stringify(options)}`
  const known = formats.get(key) as Intl.DateTimeFormat | undefined
  if (known) return known
  const made = new Intl.DateTimeFormat(language, options)
  formats.set(key, made)
  return made
}

/** An amount in major units: "€9,040.00". */
export function sayMoney(amount: number, currency: string, language: string): string {
  const digits = currencyDecimals(currency)
  return numberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
    .format(amount)
    .replace('-', '−')
}

/** Whether a figure of so much, in major units, has to step down a size to keep its place. */
export function isHuge(amount: number): boolean {
  return amount > 9_999_999.99
}

/** The same with its sign, for what came and went: "+€74.00", "−€380.00". */
export function saySignedMoney(amount: number, currency: string, language: string): string {
  return amount > 0 ? `+${sayMoney(amount, currency, language)}` : sayMoney(amount, currency, language)
}

/** For the ticks of an axis only: "€25k". */
export function sayShortMoney(amount: number, currency: string, language: string): string {
  return numberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(amount)
}

/** @param isAtLeast where counting stopped: there may be more */
export function sayCount(count: number, language: string, isAtLeast = false): string {
  return `${numberFormat(language, {}).format(count).replace('-', '−')}${isAtLeast ? '+' : ''}`
}

/** A share as a whole percent; never 0 or 100 unless it is exactly that. */
export function sayPercent(part: number, whole: number, language: string): string {
  if (whole === 0) return numberFormat(language, { style: 'percent' }).format(0)
  const share = part / whole
  const rounded = Math.round(share * 100) / 100
  const honest = rounded === 1 && share < 1 ? 0.99 : rounded === 0 && share > 0 ? 0.01 : rounded
  return numberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(honest)
}

/** "Fri 21 May 2027", in the event's zone. */
export function sayDay(at: string | Date, zone: string, language: string, withYear = true): string {
  return dateFormat(regional(language), {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(withYear ? { year: 'numeric' } : {}),
  })
    .format(new Date(at))
    .replace(/,/g, '')
}

/** "18:00", in the event's zone. */
export function sayTime(at: string | Date, zone: string, language: string): string {
  return dateFormat(language, { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(at),
  )
}

/** "14:32:08", in the event's zone, for what may have changed a second later. */
export function sayTimeExactly(at: string | Date, zone: string, language: string): string {
  const options = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const
  return dateFormat(language, { timeZone: zone, ...options }).format(new Date(at))
}

/** "Fri 30 Apr, 18:00". */
export function sayMoment(at: string | Date, zone: string, language: string): string {
  return `${sayDay(at, zone, language, false)}, ${sayTime(at, zone, language)}`
}

/** "in 9 days", "3 days ago", by calendar days of the zone; nearer than a day by hours and minutes. */
export function sayDistance(at: string | Date, language: string, now = new Date()): string {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const minutes = Math.round((new Date(at).getTime() - now.getTime()) / 60_000)
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute')
  const hours = Math.round(minutes / 60)
  if (Math.abs(hours) < 24) return relative.format(hours, 'hour')
  return relative.format(Math.round(hours / 24), 'day')
}

/** How long something has waited, in whole days: 5. */
export function daysSince(at: string | Date, now = new Date()): number {
  return Math.max(0, Math.floor((now.getTime() - new Date(at).getTime()) / 86_400_000))
}

/** English dates in the order the design writes them: day before month. */
function regional(language: string): string {
  return language === 'en' ? 'en-GB' : language
}
