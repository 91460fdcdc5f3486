import type { StatusCounts } from './running-books.ts'
import { heldOf, holdsStock, roomInOption } from './snapshot.ts'
import type { HoldPolicy, Money, OptionStock } from './snapshot.ts'

/** One option's line of the report; amounts in minor units. */
export type OptionVariance = {
  option: OptionStock
  heldCount: number
  availableSlots: number
  availableToRegister: number
  utilizationPercentage: number
  amountCommittedMinor: number
}

/** An event's budget against what is committed of it; amounts in minor units. */
export type Variance = {
  totalMinor: number
  committedMinor: number
  availableMinor: number
  pendingMinor: number
  utilizationPercentage: number
  registeredUsersCount: number
  statuses: StatusCounts
  options: OptionVariance[]
}

/** The report, from counters alone: its cost grows with the options, never with the registrations. */
export function reportVariance(
  money: Money,
  statuses: StatusCounts,
  registeredUsersCount: number,
  policy: HoldPolicy,
  options: readonly (OptionStock & { amountCommittedMinor: number })[],
): Variance {
  return {
    totalMinor: money.budgetMinor,
    committedMinor: money.committedMinor,
    availableMinor: money.budgetMinor - money.committedMinor,
    pendingMinor: money.pendingMinor,
    utilizationPercentage: percentage(money.committedMinor, money.budgetMinor),
    registeredUsersCount,
    statuses,
    options: options.map((option) => ({
      option,
      heldCount: heldOf(option, holdsStock(option, policy)),
      availableSlots: option.total - option.committed,
      availableToRegister: option.isActive ? roomInOption(option, policy) : 0,
      utilizationPercentage: percentage(option.committed, option.total),
      amountCommittedMinor: option.amountCommittedMinor,
    })),
  }
}

/** A share in percent to two decimals, half up; 0 where the whole is 0. Exact: hundredths of a percent as integers. */
export function percentage(part: number, whole: number): number {
  if (whole === 0) return 0
  const hundredths = (BigInt(part) * 20_000n + BigInt(whole)) / (BigInt(whole) * 2n)
  return Number(hundredths) / 100
}
