import type { BudgetHistoryView } from '@allot/contract'
import { fromMinor } from '@allot/core'
import type { EventKey } from '../events/books.sql.ts'
import type { EventWithMoney } from '../events/events.sql.ts'
import type { Tx } from '../platform/database.ts'
import { readBalances, readBudgetChanges, readFrame, readRequested } from './budget-history.sql.ts'

const MOST_DAYS = 400
const DAY_MS = 24 * 3_600_000

/**
 * An event's money day by day. What was committed says the ledger, what the budget was and what was requested says the
 * audit trail: from what is requested now, backwards.
 */
export async function readBudgetHistory(
  tx: Tx,
  key: EventKey,
  event: EventWithMoney,
  days: '7' | '30' | 'all',
): Promise<BudgetHistoryView> {
  const { currency, timezone } = event
  const frame = await readFrame(tx, key, timezone, days === 'all' ? MOST_DAYS : Number(days))
  if (!frame) throw new Error(`event ${key.eventId} has no books`)
  const [balances, requested, budgets] = await Promise.all([
    readBalances(tx, key, timezone, frame),
    readRequested(tx, key, timezone, frame),
    readBudgetChanges(tx, key, timezone),
  ])
  const balanceOn = new Map(balances.map(({ date, minor }) => [date, minor]))
  const growthOn = new Map(requested.map(({ date, minor }) => [date, minor]))
  const dates = datesBetween(frame.first_date, frame.last_date)

  let requestedMinor = frame.pending_minor - dates.reduce((sum, date) => sum + (growthOn.get(date) ?? 0), 0)
  const points = dates.map((date) => {
    requestedMinor += growthOn.get(date) ?? 0
    const budgetMinor =
      budgets.findLast((change) => change.date <= date)?.to_minor ??
      budgets.find((change) => change.date > date)?.from_minor ??
      frame.budget_minor
    return {
      date,
      budget: fromMinor(budgetMinor, currency),
      committed: fromMinor(balanceOn.get(date) ?? 0, currency),
      requested: fromMinor(requestedMinor, currency),
    }
  })
  return { event_id: event.id, currency, timezone, points }
}

/** Every date from one to another; of dates alone, so that summer time is no matter. */
function datesBetween(first: string, last: string): string[] {
  const count = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1
  return Array.from({ length: Math.max(1, count) }, (_, index) =>
    new Date(Date.parse(first) + index * DAY_MS).toISOString().slice(0, 10),
  )
}
