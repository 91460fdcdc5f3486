import type { EventView, LotteryView, OptionView } from '@allot/contract'
import { fromMinor, roomInOption } from '@allot/core'
import type { HoldPolicy, OptionStock, Period } from '@allot/core'
import type { Actor } from '../platform/actor.ts'
import { hasPermission } from '../platform/roles.ts'
import type { EventRow, EventWithMoney, LotteryRow, OptionRow } from './events.sql.ts'
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
    waitlist_policy: {
      is_open: event.waitlist_is_open,
      order: event.waitlist_order,
      promotion: event.waitlist_promotion,
      offer_hours: event.waitlist_offer_hours,
    },
    lottery: viewLottery(event),
    slug: event.slug,
    published: event.published,
    is_active: event.is_active,
    closed_at: sayTime(event.closed_at),
    created_by: event.created_by,
    created_at: event.created_at.toISOString(),
    updated_at: event.updated_at.toISOString(),
    ...(seesMoney && summary ? { summary: viewSummary(summary, event) } : {}),
    options: options.filter(({ event_id }) => event_id === event.id).map((option) => viewOption(option, event, role)),
  }
}

/** What anybody may know of a lottery. */
export function viewLottery({
  lottery_commitment: commitment,
  lottery_seed: seed,
  ...row
}: LotteryRow): LotteryView | null {
  return commitment === null ? null : { commitment, seed, drawn_at: sayTime(row.lottery_drawn_at) }
}

function viewSummary(row: SummaryRow, event: EventRow): NonNullable<EventView['summary']> {
  const { event_id: _id, pending_minor: pendingMinor, promised_minor: promisedMinor, ...counts } = row
  const heldMinor = event.hold_budget === 'hold' ? pendingMinor : promisedMinor
  const say = (minor: number) => fromMinor(minor, event.currency)
  return { ...counts, pending_amount: say(pendingMinor), held_amount: say(heldMinor) }
}

/** An option; what it costs is not for the desk. */
export function viewOption(
  option: OptionRow,
  event: Pick<
    EventWithMoney,
    'currency' | 'hold_stock' | 'hold_slot' | 'hold_budget' | 'waitlist_order' | 'lottery_drawn_at'
  >,
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
    available_to_register: option.is_active ? roomInOption(stockOf(option, event), holdPolicyOf(event)) : 0,
    waiting_count: option.waiting_count,
    ...(role === 'desk' ? {} : { cost_per_unit: cost }),
    hold_stock: option.hold_stock,
    starts_at: sayTime(option.starts_at),
    ends_at: sayTime(option.ends_at),
    is_active: option.is_active,
    picture: viewPicture(option),
  }
}

/** A picture's address names what is in it, so that it may be kept for ever. */
function viewPicture({ event_id: eventId, id, picture }: OptionRow): OptionView['picture'] {
  if (!picture) return null
  const { hash, ...shown } = picture
  const url = (size: string) => `/events/${eventId}/options/${id}/picture?size=${size}&v=${hash.slice(0, 16)}`
  return { ...shown, url: url('full'), thumb_url: url('thumb') }
}

export function holdPolicyOf(event: Pick<EventRow, 'hold_stock' | 'hold_slot' | 'hold_budget'>): HoldPolicy {
  return { stock: event.hold_stock, slot: event.hold_slot, budget: event.hold_budget }
}

/** An option's row as the rules look at it. An option without a price costs nothing. */
export function stockOf(
  row: OptionRow,
  event: Pick<EventWithMoney, 'waitlist_order' | 'lottery_drawn_at'>,
): OptionStock {
  return {
    id: row.id,
    name: row.option_name,
    type: row.option_type,
    isActive: row.is_active,
    total: row.total_available,
    committed: row.committed_count,
    pending: row.pending_count,
    promised: row.promised_count,
    waiting: row.waiting_count,
    // Until the lottery is drawn, nobody knows whose it is.
    isKept: row.waiting_count > 0 && isToBeDrawn(event),
    priceMinor: row.cost_minor ?? 0,
    holdStock: row.hold_stock,
    takesPlace: periodOf(row),
  }
}

/** When a track goes on; undefined for what is no track, and where its beginning or its end is not said. */
export function periodOf({ option_type: type, starts_at: startsAt, ends_at: endsAt }: OptionRow): Period | undefined {
  return type === 'TRACK' && startsAt && endsAt ? { startsAt, endsAt } : undefined
}

/** Whether a lottery decides on who comes up, and has not been drawn. */
export function isToBeDrawn(event: Pick<EventWithMoney, 'waitlist_order' | 'lottery_drawn_at'>): boolean {
  return event.waitlist_order === 'lottery' && event.lottery_drawn_at === null
}

export function sayTime(at: Date | null): string | null {
  return at?.toISOString() ?? null
}
