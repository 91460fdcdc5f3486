import { holdModes, optionTypes } from '@allot/core'
import { z } from 'zod'
import * as examples from './examples.ts'
import { count, id, instant, money, text } from './common.ts'

const optionFields = {
  option_name: text(200),
  option_type: z.enum(optionTypes),
  description: z.string().max(2000).nullable(),
  total_available: z.int().min(1).max(100_000_000),
  cost_per_unit: money.nullable(),
  hold_stock: z
    .enum(holdModes)
    .nullable()
    .meta({ description: "Overrides the event's hold_policy.stock; null where that holds" }),
  starts_at: instant.nullable(),
  ends_at: instant.nullable(),
}

export const optionInput = z
  .strictObject({
    ...optionFields,
    description: optionFields.description.optional(),
    cost_per_unit: money.nullish(),
    hold_stock: optionFields.hold_stock.optional(),
    starts_at: instant.nullish(),
    ends_at: instant.nullish(),
  })
  .meta({ id: 'NewOption', examples: [examples.newOption] })

export const optionPatch = z
  .strictObject({ ...optionFields, is_active: z.boolean() })
  .omit({ option_type: true })
  .partial()
  .meta({ id: 'OptionChange', examples: [examples.optionChange] })

export const optionPicture = z
  .object({
    alt: z.string().meta({ description: 'What is to be seen, for who does not see it' }),
    width: z.int(),
    height: z.int(),
    url: z.string().meta({ description: 'Where it is: on this server, and for who may see the event' }),
    thumb_url: z.string().meta({ description: 'The same, at most 320 pixels wide and high' }),
  })
  .meta({ id: 'OptionPicture' })

export const option = z
  .object({
    id,
    event_id: id,
    option_name: z.string(),
    option_type: z.enum(optionTypes),
    description: z.string().nullable(),
    total_available: count,
    committed_count: count,
    available_slots: count,
    available_to_register: count,
    waiting_count: count.meta({ description: 'How many wait for it' }),
    cost_per_unit: money.nullable().optional(),
    hold_stock: z.enum(holdModes).nullable(),
    starts_at: instant.nullable(),
    ends_at: instant.nullable(),
    is_active: z.boolean(),
    picture: optionPicture.nullable(),
  })
  .meta({ id: 'Option', examples: [examples.option] })
export type OptionView = z.infer<typeof option>

export const pictureInput = z.strictObject({
  alt: text(300).meta({ description: 'What is to be seen, for who does not see it' }),
})
export const pictureQuery = z.strictObject({
  size: z.enum(['full', 'thumb']).default('full'),
  v: z
    .string()
    .regex(/^[0-9a-f]{8,64}$/, 'must be the beginning of a hash in hexadecimal')
    .optional()
    .meta({ description: 'The beginning of its hash, as the address has it: the answer may be kept for ever then' }),
})

/** The times that a track would have. */
export const overlapQuery = z.strictObject({ starts_at: instant, ends_at: instant })
export const overlaps = z
  .object({
    people_count: count.meta({ description: 'How many would be in two tracks at once' }),
    options: z.array(z.object({ option_id: id, option_name: z.string(), people_count: count })),
  })
  .meta({ id: 'Overlaps', examples: [examples.overlaps] })

export const optionParams = z.strictObject({ event_id: id, option_id: id })
