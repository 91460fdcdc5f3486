/**
 * Reads an amount as people type it in a language: "1,234.50", "1.234,50", "€ 380", "1 234". What looks like grouping
 * but groups by other than three digits is a decimal sign: "18.50" means the same to a German hand.
 *
 * @returns undefined where it is no amount
 */
export function readMoney(text: string, language: string): number | undefined {
  const plain = text.replaceAll(/[\s\u{a0}\u{202f}'’\p{Sc}]/gu, '').replace(/^[A-Z]{3}|[A-Z]{3}$/, '')
  if (!/^\d[\d.,]*$|^[.,]\d+$/.test(plain)) return undefined
  const decimal = decimalOf(plain, language)
  const group = decimal === ',' ? '.' : ','
  const [whole = '', fraction = '', ...more] = decimal === '' ? [plain] : plain.split(decimal)
  if (more.length > 0 || fraction.includes(group)) return undefined
  if (whole.includes(group) && !/^\d{1,3}(?:[.,]\d{3})+$/.test(whole)) return undefined
  const read = Number(`${whole.replaceAll(/[.,]/g, '') || '0'}.${fraction || '0'}`)
  return Number.isFinite(read) ? read : undefined
}

function decimalOf(plain: string, language: string): string {
  const marks = [...plain.replaceAll(/\d/g, '')]
  const last = marks.at(-1)
  if (last === undefined) return ''
  // Two kinds of marks: the last one is the decimal sign. One kind, several times: it groups.
  if (new Set(marks).size > 1) return last
  if (marks.length > 1) return last === ',' ? '.' : ','
  const isGroup = last !== decimalSign(language) && /^\d{1,3}[.,]\d{3}$/.test(plain)
  return isGroup ? (last === ',' ? '.' : ',') : last
}

function decimalSign(language: string): string {
  return new Intl.NumberFormat(language).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.'
}

/** An amount as text that reads back as itself in every language: no grouping, and never exactly three decimals. */
export function moneyText(amount: number | undefined): string {
  if (amount === undefined) return ''
  const text = String(amount)
  return /\.\d{3}$/.test(text) ? `${text}0` : text
}

/** A whole number of at least 1, as places and stock are. */
export function readCount(text: string): number | undefined {
  const plain = text.replaceAll(/[\s.,'’\u{a0}\u{202f}]/gu, '')
  if (!/^\d{1,9}$/.test(plain)) return undefined
  const count = Number(plain)
  return count >= 1 ? count : undefined
}
