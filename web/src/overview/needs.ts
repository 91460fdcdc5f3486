import type { Schema } from '../api.ts'

export type Need =
  | { kind: 'draft' }
  | { kind: 'money'; pending: number; amount: number; left: number }
  | { kind: 'option'; option: Schema<'OptionVariance'>; asked: number; similar: Schema<'OptionVariance'> | undefined }
  | { kind: 'waiting'; count: number; oldestAt: string | null }
  | { kind: 'slot'; slot: Schema<'Slot'>; asked: number; near: Schema<'Slot'> | undefined }

/** Of one kind no more are named; whoever wants all of them opens the page of that kind. */
const MOST_OF_A_KIND = 3

/**
 * What somebody has to look at, most pressing first: money, options, waiting, slots. Only what is asked for now counts:
 * a full slot that nobody else wants is all right.
 */
export function needsOf(
  event: Schema<'Event'>,
  variance: Schema<'BudgetVariance'>,
  facets: Schema<'RegistrationFacets'>,
  slots: readonly Schema<'Slot'>[],
): Need[] {
  const { pending_amount: amount, budget_available: left, pending_registrations_count: pending } = variance
  const askedOptions = new Map(facets.options.map(({ event_option_id: id, count }) => [id, count]))
  const askedSlots = new Map(facets.slots.map(({ slot, count }) => [slot, count]))
  const { waiting } = facets
  return [
    ...(event.is_active && !event.published ? [{ kind: 'draft' as const }] : []),
    ...(amount > left ? [{ kind: 'money' as const, pending, amount, left }] : []),
    ...variance.option_variance
      .map((option) => ({ kind: 'option' as const, option, asked: askedOptions.get(option.option_id) ?? 0 }))
      .filter(({ option, asked }) => option.available_slots <= 0 && asked > 0)
      .toSorted((a, b) => b.asked - a.asked)
      .slice(0, MOST_OF_A_KIND)
      .map((need) => ({ ...need, similar: mostRoom(need.option, variance.option_variance) })),
    ...(waiting.days_over_5 > 0
      ? [{ kind: 'waiting' as const, count: waiting.days_over_5, oldestAt: waiting.oldest_at }]
      : []),
    ...slots
      .map((slot) => ({ kind: 'slot' as const, slot, asked: askedSlots.get(slot.label) ?? 0 }))
      .filter(({ slot, asked }) => slot.committed_count >= slot.capacity && asked > 0)
      .toSorted((a, b) => b.asked - a.asked)
      .slice(0, MOST_OF_A_KIND)
      .map((need) => ({ ...need, near: nearest(need.slot, slots) })),
  ]
}

/** Another option of the same type with the most room. */
function mostRoom(full: Schema<'OptionVariance'>, options: readonly Schema<'OptionVariance'>[]) {
  return options
    .filter(
      (one) =>
        one.option_type === full.option_type && one.option_id !== full.option_id && one.available_to_register > 0,
    )
    .toSorted((a, b) => b.available_to_register - a.available_to_register)[0]
}

/** The slot with room nearest in time, at the same place. */
function nearest(full: Schema<'Slot'>, slots: readonly Schema<'Slot'>[]) {
  const at = full.starts_at
  if (at === null) return slots.find((one) => one.available > 0)
  const distance = (one: Schema<'Slot'>) => Math.abs(Date.parse(one.starts_at ?? '') - Date.parse(at))
  return slots
    .filter((one) => one.available > 0 && one.location === full.location && one.starts_at !== null)
    .toSorted((a, b) => distance(a) - distance(b))[0]
}
