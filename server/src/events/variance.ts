import type { VarianceView } from '@allot/contract'
import { fromMinor, reportVariance } from '@allot/core'
import type { Tx } from '../platform/database.ts'
import { readBooks } from './books.sql.ts'
import type { EventKey } from './books.sql.ts'
import { holdPolicyOf, stockOf } from './event-view.ts'
import { findOptionsOf } from './events.sql.ts'
import type { EventWithMoney } from './events.sql.ts'

/** The budget report: two reads of counters, whatever the number of registrations. */
export async function readVariance(tx: Tx, key: EventKey, event: EventWithMoney): Promise<VarianceView> {
  const [books, options] = await Promise.all([readBooks(tx, key), findOptionsOf(tx, key.tenantId, [key.eventId])])
  if (!books) throw new Error(`event ${key.eventId} has no books`)
  const { budget_minor: budgetMinor, budget_committed_minor: committedMinor, pending_minor: pendingMinor } = books
  const report = reportVariance(
    { budgetMinor, committedMinor, pendingMinor, promisedMinor: books.promised_minor },
    {
      WAITLISTED: books.waitlisted_count,
      PENDING: books.pending_count,
      APPROVED: books.approved_count,
      REJECTED: books.rejected_count,
      CANCELLED: books.cancelled_count,
    },
    books.registered_users_count,
    holdPolicyOf(event),
    options.map((option) => ({ ...stockOf(option, event), amountCommittedMinor: option.amount_committed_minor })),
  )
  const say = (minor: number) => fromMinor(minor, event.currency)
  return {
    event_id: event.id,
    event_name: event.name,
    currency: event.currency,
    total_budget: say(report.totalMinor),
    budget_committed: say(report.committedMinor),
    budget_available: say(report.availableMinor),
    utilization_percentage: report.utilizationPercentage,
    registered_users_count: report.registeredUsersCount,
    approved_registrations_count: report.statuses.APPROVED,
    pending_registrations_count: report.statuses.PENDING,
    rejected_registrations_count: report.statuses.REJECTED,
    cancelled_registrations_count: report.statuses.CANCELLED,
    waitlisted_registrations_count: report.statuses.WAITLISTED,
    pending_amount: say(report.pendingMinor),
    option_variance: report.options.map((line) => ({
      option_id: line.option.id,
      option_name: line.option.name,
      option_type: line.option.type,
      total_available: line.option.total,
      committed_count: line.option.committed,
      held_count: line.heldCount,
      available_slots: line.availableSlots,
      available_to_register: line.availableToRegister,
      utilization_percentage: line.utilizationPercentage,
      amount_committed: say(line.amountCommittedMinor),
    })),
  }
}
