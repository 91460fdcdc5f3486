import { currencyDecimals, toMinor } from '@allot/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Schema } from '../api.ts'
import { useEvent, useVariance } from '../session/event.ts'
import { facetsQuery, slotsQuery } from './queries.ts'
import type { Row } from './row.ts'

/** What is committed of one limited thing, and what there is of it. */
export type Stock = { committed: number; total: number }

/** What is left now of money, options and slots: what an approval is measured against. Amounts in minor units. */
export type Counts = {
  currency: string
  zone: string
  moneyMinor: Stock
  option: (id: string) => Schema<'OptionVariance'> | undefined
  options: readonly Schema<'OptionVariance'>[]
  slot: (label: string) => Schema<'Slot'> | undefined
  slots: readonly Schema<'Slot'>[]
  /** How many people a slot takes that nobody has defined or used yet. */
  slotCapacity: number
  /** How many are pending for a slot, or for an option. */
  askedForSlot: (label: string) => number
  askedForOption: (id: string) => number
}

export function useCounts(eventId: string): Counts | undefined {
  const { data: event } = useEvent(eventId)
  const { data: variance } = useVariance(eventId)
  const { data: slots } = useQuery(slotsQuery(eventId))
  const { data: facets } = useQuery(facetsQuery(eventId))
  return useMemo(() => {
    if (!event || !variance || !slots) return undefined
    const options = new Map(variance.option_variance.map((option) => [option.option_id, option]))
    const byLabel = new Map(slots.map((slot) => [slot.label, slot]))
    const askedSlots = new Map(facets?.slots.map(({ slot, count }) => [slot, count]))
    const askedOptions = new Map(facets?.options.map(({ event_option_id: id, count }) => [id, count]))
    return {
      currency: event.currency,
      zone: event.timezone,
      moneyMinor: {
        committed: minor(variance.budget_committed, event.currency),
        total: minor(variance.total_budget, event.currency),
      },
      option: (id) => options.get(id),
      options: variance.option_variance,
      slot: (label) => byLabel.get(label),
      slots,
      slotCapacity: event.pickup_slot_capacity,
      askedForSlot: (label) => askedSlots.get(label) ?? 0,
      askedForOption: (id) => askedOptions.get(id) ?? 0,
    }
  }, [event, variance, slots, facets])
}

/** What is short of for one request by itself, as counted now; the server looks again when it is approved. */
export type Shortage =
  | { kind: 'money'; neededMinor: number; leftMinor: number }
  | { kind: 'option'; isTrack: boolean; stock: Stock }
  | { kind: 'slot'; label: string; stock: Stock }

export function shortagesOf(row: Row, counts: Counts): Shortage[] {
  const neededMinor = minor(row.amount_committed, counts.currency)
  const leftMinor = Math.max(0, counts.moneyMinor.total - counts.moneyMinor.committed)
  const option = counts.option(row.event_option_id)
  const slot = slotStock(row.preferred_pickup_slot, counts)
  return [
    ...(neededMinor > leftMinor ? [{ kind: 'money' as const, neededMinor, leftMinor }] : []),
    ...(option && option.available_slots <= 0
      ? [
          {
            kind: 'option' as const,
            isTrack: option.option_type === 'TRACK',
            stock: { committed: option.committed_count, total: option.total_available },
          },
        ]
      : []),
    ...(slot && row.preferred_pickup_slot !== null && slot.committed >= slot.total
      ? [{ kind: 'slot' as const, label: row.preferred_pickup_slot, stock: slot }]
      : []),
  ]
}

/** What is taken of a slot; one that does not exist yet is empty. */
export function slotStock(label: string | null, { slot, slotCapacity }: Counts): Stock | undefined {
  if (label === null) return undefined
  const known = slot(label)
  return known ? { committed: known.committed_count, total: known.capacity } : { committed: 0, total: slotCapacity }
}

/** Slots with room, nearest first: at the same place by distance in time, then the others. */
export function slotsInstead(label: string | null, { slot, slots }: Counts, most = 3): Schema<'Slot'>[] {
  const wanted = label === null ? undefined : slot(label)
  const at = wanted?.starts_at ? Date.parse(wanted.starts_at) : undefined
  const distance = (one: Schema<'Slot'>) =>
    (at === undefined || one.starts_at === null ? 0 : Math.abs(Date.parse(one.starts_at) - at)) +
    (wanted && one.location !== wanted.location ? 86_400_000 : 0)
  return slots
    .filter((one) => one.available > 0 && one.label !== label)
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, most)
}

/** An amount of the API in minor units: those have no more decimals than the currency. */
export function minor(amount: number, currency: string): number {
  return toMinor(amount, currency) ?? Math.round(amount * 10 ** currencyDecimals(currency))
}
