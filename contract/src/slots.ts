import { z } from 'zod'
import * as examples from './examples.ts'
import { count, id, instant, text } from './common.ts'

const slotFields = {
  label: text(100),
  location: z.string().trim().max(200).nullable(),
  starts_at: instant.nullable(),
  ends_at: instant.nullable(),
  capacity: z.int().min(1).max(1_000_000).nullable(),
  location_id: id.nullable().meta({
    description: 'A location of the event: its name is what is shown as location; needs starts_at and ends_at',
  }),
}

export const slotInput = z
  .strictObject({
    label: slotFields.label,
    location: slotFields.location.optional(),
    starts_at: instant.nullish(),
    ends_at: instant.nullish(),
    capacity: slotFields.capacity.optional(),
    location_id: slotFields.location_id.optional(),
  })
  .meta({
    id: 'NewSlot',
    examples: [examples.newSlot],
    description: "Without a capacity of its own a slot takes the event's pickup_slot_capacity",
  })

export const slotBatch = z
  .strictObject({ slots: z.array(slotInput).min(1).max(500) })
  .meta({ id: 'NewSlots', examples: [examples.newSlots] })

export const slotPatch = z
  .strictObject(slotFields)
  .partial()
  .meta({ id: 'SlotChange', examples: [examples.slotChange] })

export const slot = z
  .object({
    id,
    event_id: id,
    label: z.string(),
    location: z.string().nullable(),
    location_id: id.nullable(),
    starts_at: instant.nullable(),
    ends_at: instant.nullable(),
    capacity: count,
    committed_count: count,
    held_count: count,
    available: count,
    is_defined: z.boolean().meta({ description: 'false where a person proposed the label' }),
  })
  .meta({ id: 'Slot', examples: [examples.slot] })
export type SlotView = z.infer<typeof slot>

export const slotParams = z.strictObject({ event_id: id, slot_id: id })
