import type { EventView, OptionView } from '@allot/contract'
import { fromMinor, roomInOption } from '@allot/core'
import type { HoldPolicy, OptionStock } from '@allot/core'
import type { Actor } from '../platform/actor.ts'
import { hasPermission } from '../platform/roles.ts'
import type { EventRow, EventWithMoney, OptionRow } from './events.sql.ts'
import type { SummaryRow } from './summary.sql.ts'

/** An event as its reader may see it: the budget's figures for those who may see its variance. */
export function viewEvent(
  event: EventWithMoney,
  options: readonly OptionRow[],
  { role }: Pick<Actor, 'role'>,
  summary?: SummaryRow,
): EventView {
  const seesMoney = hasPermission(role, 'registration.read')
  const money = {
    event_budget_amount: fromMinor(event.budget_minor, event.currency),
    budget_committed: fromMinor(event.budget_committed_minor, event.currency),
  }
  return {
    id: event.id,
    name: event.name,
    description: event.description,
    event_type: event.event_type,
    currency: event.currency,
    timezone: event.timezone,
    ...(seesMoney ? money : {}),
    event_date: sayTime(event.event_date),
    ends_at: sayTime(event.ends_at),
    venue: event.venue,
    registration_start_date: sayTime(event.registration_start_date),
    registration_end_date: sayTime(event.registration_end_date),
    hold_policy: holdPolicyOf(event),
    registration_limit: event.registration_limit,
    pickup_slot_capacity: event.pickup_slot_capacity,
    slug: event.slug,
    published: event.published,
    is_active: event.is_active,
    created_by: event.created_by,
    created_at: event.created_at.toISOString(),
    updated_at: event.updated_at.toISOString(),
    ...(seesMoney && summary ? { summary: viewSummary(summary, event) } : {}),
    options: options.filter(({ event_id }) => event_id === event.id).map((option) => viewOption(option, event, role)),
  }
}

function viewSummary(row: SummaryRow, event: EventRow): NonNullable<EventView['summary']> {
  const { event_id: _id, pending_minor: pendingMinor, ...counts } = row
  const pending = fromMinor(pendingMinor, event.currency)
  return { ...counts, pending_amount: pending, held_amount: event.hold_budget === 'hold' ? pending : 0 }
}

/** An option; what it costs is not for the desk. */
export function viewOption(
  option: OptionRow,
  event: Pick<EventRow, 'currency' | 'hold_stock' | 'hold_slot' | 'hold_budget'>,
  role: Actor['role'],
): OptionView {
  const cost = option.cost_minor === null ? null : fromMinor(option.cost_minor, event.currency)
  return {
    id: option.id,
    event_id: option.event_id,
    option_name: option.option_name,
    option_type: option.option_type,
    description: option.description,
    total_available: option.total_available,
    committed_count: option.committed_count,
    available_slots: option.total_available - option.committed_count,
    available_to_register: option.is_active ? roomInOption(stockOf(option), holdPolicyOf(event)) : 0,
    ...(role === 'desk' ? {} : { cost_per_unit: cost }),
    hold_stock: option.hold_stock,
    starts_at: sayTime(option.starts_at),
    ends_at: sayTime(option.ends_at),
    is_active: option.is_active,
  }
}

export function holdPolicyOf(event: Pick<EventRow, 'hold_stock' | 'hold_slot' | 'hold_budget'>): HoldPolicy {
  return { stock: event.hold_stock, slot: event.hold_slot, budget: event.hold_budget }
}

/** An option's row as the rules look at it. An option without a price costs nothing. */
export function stockOf(row: OptionRow): OptionStock {
  return {
    id: row.id,
    name: row.option_name,
    type: row.option_type,
    isActive: row.is_active,
    total: row.total_available,
    committed: row.committed_count,
    pending: row.pending_count,
    priceMinor: row.cost_minor ?? 0,
    holdStock: row.hold_stock,
  }
}

export function sayTime(at: Date | null): string | null {
  return at?.toISOString() ?? null
}
