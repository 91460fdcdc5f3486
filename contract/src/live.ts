import { z } from 'zod'
import * as examples from './examples.ts'
import { count, id, instant, money } from './common.ts'
import { variance } from './events.ts'

/** A change of an event, as its stream tells it: an entry of the audit trail, with names. */
export const liveChange = z
  .object({
    entry_no: count,
    action: z.string(),
    subject_id: id.meta({ description: 'The registration, option, slot or event that changed' }),
    registration_id: id.optional(),
    from_status: z.string().nullable(),
    to_status: z.string().nullable(),
    actor_name: z.string().nullable(),
    person_name: z.string().nullable(),
    option_name: z.string().nullable(),
    amount: money.optional(),
    at: instant,
  })
  .meta({ id: 'LiveChange', examples: [examples.liveChange] })
export type LiveChange = z.infer<typeof liveChange>

/** What is left now, for those who see registrations: the variance, and the slots that changed since the message before. */
export const liveCounters = variance
  .extend({
    collected_count: count.meta({ description: 'How many have collected what they were approved for' }),
    slots: z.array(
      z.object({
        slot_id: id,
        label: z.string(),
        capacity: count,
        committed_count: count,
        held_count: count,
        available: count,
      }),
    ),
  })
  .meta({ id: 'LiveCounters', examples: [examples.liveCounters] })
export type LiveCounters = z.infer<typeof liveCounters>

/** The same for everybody else: what is still to be had, and nothing of money or people. */
export const liveAvailability = z
  .object({
    event_id: id,
    options: z.array(z.object({ option_id: id, available_slots: count, available_to_register: count })),
    slots: z.array(z.object({ slot_id: id, label: z.string(), available: count })),
  })
  .meta({ id: 'LiveAvailability', examples: [examples.liveAvailability] })
export type LiveAvailability = z.infer<typeof liveAvailability>

/** More was missed than is told again: read everything anew, and go on from here. */
export const liveReset = z.object({ entry_no: count }).meta({ id: 'LiveReset', examples: [{ entry_no: 2_509 }] })
export type LiveReset = z.infer<typeof liveReset>
