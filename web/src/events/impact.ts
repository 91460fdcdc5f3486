import type { Schema } from '../api.ts'
import { changedFields, changedRowFields, isBlank, readMoment } from './draft.ts'
import type { Draft } from './draft.ts'
import { readCount, readMoney } from './read-number.ts'

/** What a change would do to those who asked or have something already. A refusal is what the server would refuse. */
export type Impact = { isRefused: boolean; at: string } & (
  | { kind: 'budgetBelow'; committed: number; budget: number }
  | { kind: 'budgetShort'; short: number }
  | { kind: 'stockBelow'; option: string; committed: number }
  | { kind: 'price'; option: string }
  | { kind: 'removed'; option: string; committed: number }
  | { kind: 'slotBelow'; slot: string; committed: number }
  | { kind: 'closes' | 'reopens' | 'holds' | 'releases' }
)

type Input = {
  /** As it is now, not as it was when the form was opened. */
  event: Schema<'Event'>
  slots: Schema<'Slot'>[]
  base: Draft
  mine: Draft
  language: string
  now?: Date
}

export function impactOf({ event, slots, base, mine, language, now = new Date() }: Input): Impact[] {
  const changed = changedFields(base.fields, mine.fields)
  const impacts: Impact[] = []
  const committed = event.budget_committed ?? 0
  const budget = readMoney(mine.fields.event_budget_amount, language)
  if (changed.includes('event_budget_amount') && budget !== undefined) {
    const short = committed + (event.summary?.pending_amount ?? 0) - budget
    if (budget < committed)
      impacts.push({ kind: 'budgetBelow', isRefused: true, at: 'event_budget_amount', committed, budget })
    else if (short > 0) impacts.push({ kind: 'budgetShort', isRefused: false, at: 'event_budget_amount', short })
  }
  if (changed.includes('pickup_slot_capacity')) {
    const capacity = Number(mine.fields.pickup_slot_capacity)
    // Only slots that take as many as the event says follow it; one with a number of its own may look the same.
    const full = slots.find(
      ({ committed_count: held, capacity: own }) => own === event.pickup_slot_capacity && held > capacity,
    )
    if (full) {
      impacts.push({
        kind: 'slotBelow',
        isRefused: false,
        at: 'pickup_slot_capacity',
        slot: full.label,
        committed: full.committed_count,
      })
    }
  }
  return [
    ...impacts,
    ...windowImpact(event, mine, now),
    ...holdImpact(event, changed, mine),
    ...rowImpacts(event, base, mine, language),
  ]
}

function windowImpact(event: Schema<'Event'>, mine: Draft, now: Date): Impact[] {
  if (!event.published) return []
  const closes = readMoment(mine.fields.registration_end_date, mine.fields.timezone)
  const wasOpen = event.registration_end_date === null || new Date(event.registration_end_date) > now
  const isOpen = closes === null || (closes !== undefined && new Date(closes) > now)
  if (closes === undefined || wasOpen === isOpen) return []
  return [{ kind: wasOpen ? 'closes' : 'reopens', isRefused: false, at: 'registration_end_date' }]
}

function holdImpact(event: Schema<'Event'>, changed: string[], mine: Draft): Impact[] {
  const holds = (['stock', 'slot', 'budget'] as const).filter((what) => changed.includes(`hold_${what}`))
  if (holds.length === 0 || (event.summary?.pending_count ?? 0) === 0) return []
  const kind = holds.some((what) => mine.fields[`hold_${what}`] === 'hold') ? 'holds' : 'releases'
  return [{ kind, isRefused: false, at: 'hold_stock' }]
}

function rowImpacts(event: Schema<'Event'>, base: Draft, mine: Draft, language: string): Impact[] {
  return mine.rows
    .filter((row) => row.id !== null && !isBlank(row))
    .flatMap((row): Impact[] => {
      const before = base.rows.find(({ id }) => id === row.id)
      const option = event.options.find(({ id }) => id === row.id)
      if (!before || !option) return []
      const committed = option.committed_count
      const name = option.option_name
      if (row.isRemoved) {
        return committed === 0 ? [] : [{ kind: 'removed', isRefused: false, at: row.key, option: name, committed }]
      }
      const changed = changedRowFields(before, row)
      const total = readCount(row.total_available)
      const isBelow = changed.includes('total_available') && total !== undefined && total < committed
      const isPriced =
        changed.includes('cost_per_unit') &&
        readMoney(row.cost_per_unit, language) !== (option.cost_per_unit ?? undefined)
      return [
        ...(isBelow ? [{ kind: 'stockBelow', isRefused: true, at: row.key, option: name, committed } as const] : []),
        ...(isPriced && event.published
          ? [{ kind: 'price', isRefused: false, at: row.key, option: name } as const]
          : []),
      ]
    })
}
