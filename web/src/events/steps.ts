import type { Studio } from './studio-state.ts'
import { isBlank } from './draft.ts'
import type { FieldName } from './draft.ts'

export const stepNames = ['basics', 'budget', 'options', 'slots', 'rules', 'review'] as const
export type StepName = (typeof stepNames)[number]

export function stepOf(given: string | undefined): StepName {
  return stepNames.find((name) => name === given) ?? 'basics'
}

const stepsOfFields: Partial<Record<FieldName, StepName>> = {
  event_budget_amount: 'budget',
  currency: 'budget',
  pickup_slot_capacity: 'slots',
  slug: 'rules',
  registration_limit: 'rules',
  waitlist_open: 'rules',
  waitlist_order: 'rules',
  waitlist_promotion: 'rules',
  waitlist_offer_hours: 'rules',
  hold_budget: 'rules',
  hold_slot: 'rules',
  hold_stock: 'options',
}

/** On which step a field stands: "event_budget_amount", or "<row> cost_per_unit". */
export function stepOfField(at: string): StepName {
  if (at.includes(' ')) return 'options'
  return stepsOfFields[at as FieldName] ?? 'basics'
}

/** Whether a step has what it is there for. */
export function isStepDone(studio: Studio, step: StepName): boolean {
  const { draft, wrongs, base } = studio
  if (Object.keys(wrongs).some((at) => stepOfField(at) === step)) return false
  switch (step) {
    case 'basics':
      return draft.fields.name.trim() !== ''
    case 'budget':
      return base !== null
    case 'options':
      return draft.rows.some((row) => !row.isRemoved && !isBlank(row))
    case 'slots':
    case 'rules':
      return base !== null && base.event.published
    case 'review':
      return base !== null && base.event.published
  }
}
