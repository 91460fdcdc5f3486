import { z } from 'zod'
import { count, id, instant, money } from './common.ts'

export const conflictType = z.enum([
  'REGISTRATION_CLOSED',
  'BUDGET_EXHAUSTED',
  'INVENTORY_EXHAUSTED',
  'SLOT_CONFLICT',
  'TIME_OVERLAP',
])

export const alternativeOption = z
  .object({ option_id: id, option_name: z.string(), available: count, cost_per_unit: money })
  .meta({ id: 'AlternativeOption' })

export const alternativeSlot = z
  .object({ slot_id: id, label: z.string(), available: count })
  .meta({ id: 'AlternativeSlot' })

export const overlappingOption = z
  .object({ registration_id: id, option_id: id, option_name: z.string(), starts_at: instant, ends_at: instant })
  .meta({ id: 'OverlappingOption', description: 'A track that the person has at the same time' })

export const conflict = z
  .object({
    conflict_type: conflictType,
    message: z.string(),
    alternatives: z.array(z.string()),
    alternative_options: z.array(alternativeOption),
    alternative_slots: z.array(alternativeSlot),
    overlapping_options: z.array(overlappingOption).optional(),
  })
  .meta({ id: 'Conflict', description: 'Why something is impossible now, and what is still to be had' })
export type ConflictView = z.infer<typeof conflict>
