import { currencyDecimals, fromMinor, toMinor } from '@allot/core'
import type { Row } from './draft.ts'
import { moneyText, readCount, readMoney } from './read-number.ts'

/** What the options would cost if all were taken, against the budget; minor units, as big as they get. */
export type Line = { row: Row; count: bigint; costMinor: bigint; allMinor: bigint; expectedMinor: bigint }
export type Catalogue = {
  lines: Line[]
  budgetMinor: bigint
  allMinor: bigint
  expectedMinor: bigint
  /** In major units, to be said. */
  major: (minor: bigint) => number
}

type Input = { rows: Row[]; budget: string; currency: string; language: string; takeUp: (row: Row) => number }

/** Adds up what is typed; what cannot be read yet counts nothing. */
export function catalogueOf({ rows, budget, currency, language, takeUp }: Input): Catalogue {
  const minor = (text: string) => BigInt(toMinor(readMoney(text, language) ?? 0, currency) ?? 0)
  const lines = rows
    .filter(({ isRemoved }) => !isRemoved)
    .map((row): Line => {
      const count = BigInt(readCount(row.total_available) ?? 0)
      const costMinor = minor(row.cost_per_unit)
      const allMinor = count * costMinor
      return { row, count, costMinor, allMinor, expectedMinor: (allMinor * BigInt(takeUp(row))) / 100n }
    })
  const sum = (read: (line: Line) => bigint) => lines.reduce((total, line) => total + read(line), 0n)
  return {
    lines,
    budgetMinor: minor(budget),
    allMinor: sum(({ allMinor }) => allMinor),
    expectedMinor: sum(({ expectedMinor }) => expectedMinor),
    major: (amount) => majorOf(amount, currency),
  }
}

/** In major units, to be said; past what a number holds exactly, as near as it gets. */
export function majorOf(minor: bigint, currency: string): number {
  if (minor <= BigInt(Number.MAX_SAFE_INTEGER)) return fromMinor(Number(minor), currency)
  return Number(minor) / 10 ** currencyDecimals(currency)
}

/** What would make everything fit, should everybody take everything. */
export type Remedy =
  | { kind: 'raise'; amountMinor: bigint; text: string }
  | { kind: 'cut'; row: Row; from: number; to: number }
  | { kind: 'lower'; percent: number; totals: Map<string, number> }

/** @param committedOf how many of an option are promised: below that nothing can be cut */
export function remediesOf(catalogue: Catalogue, committedOf: (row: Row) => number): Remedy[] {
  const { lines, allMinor, budgetMinor, major } = catalogue
  const overMinor = allMinor - budgetMinor
  if (overMinor <= 0n) return []
  const raise: Remedy = { kind: 'raise', amountMinor: allMinor, text: moneyText(major(allMinor)) }
  return [
    raise,
    ...cutOne(lines, overMinor, committedOf),
    ...lowerAll(lines, overMinor, allMinor, budgetMinor, committedOf),
  ]
}

/** Fewer of the option that costs most, where that alone is enough. */
function cutOne(lines: Line[], overMinor: bigint, committedOf: (row: Row) => number): Remedy[] {
  const [dearest] = [...lines].sort((a, b) => Number(b.allMinor - a.allMinor))
  if (!dearest || dearest.costMinor === 0n) return []
  const fewer = (overMinor + dearest.costMinor - 1n) / dearest.costMinor
  const to = Number(dearest.count - fewer)
  if (to < Math.max(1, committedOf(dearest.row))) return []
  return [{ kind: 'cut', row: dearest.row, from: Number(dearest.count), to }]
}

/** The same share less of everything that costs something, as far as nothing is promised. */
function lowerAll(
  lines: Line[],
  overMinor: bigint,
  allMinor: bigint,
  budgetMinor: bigint,
  committedOf: (row: Row) => number,
): Remedy[] {
  const percent = Number((overMinor * 100n + allMinor - 1n) / allMinor)
  if (percent >= 100) return []
  const paid = lines.filter(({ costMinor, count }) => costMinor > 0n && count > 0n)
  const lowered = paid.map(({ row, count, costMinor }) => {
    const total = Math.max(1, committedOf(row), Math.floor((Number(count) * (100 - percent)) / 100))
    return { key: row.key, total, costMinor }
  })
  const cost = lowered.reduce((sum, { total, costMinor }) => sum + BigInt(total) * costMinor, 0n)
  if (cost > budgetMinor) return []
  return [{ kind: 'lower', percent, totals: new Map(lowered.map(({ key, total }) => [key, total])) }]
}
