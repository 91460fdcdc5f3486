import { holdModes, isCurrency, isTimeZone, registrationLimits } from '@allot/core'
import { z } from 'zod'
import * as examples from './examples.ts'
import { count, flag, id, instant, money, page, text } from './common.ts'
import { option } from './options.ts'
import { lottery, waitlistPolicy } from './waitlist.ts'

export const eventTypes = ['ANNUAL_DAY', 'GIFTING', 'CONFERENCE', 'WORKSHOP', 'SOCIAL', 'OTHER'] as const

export const currency = z
  .string()
  .refine(isCurrency, 'must be a currency code of ISO 4217, such as EUR')
  .meta({ description: 'ISO 4217', example: 'EUR' })

export const timezone = z
  .string()
  .max(64)
  .refine(isTimeZone, 'must be a time zone of the IANA database, such as Europe/Amsterdam')
  .meta({ description: 'IANA time zone', example: 'Europe/Amsterdam' })

const holdMode = z.enum(holdModes)
export const holdPolicy = z
  .strictObject({ stock: holdMode, slot: holdMode, budget: holdMode })
  .meta({ id: 'HoldPolicy', description: 'What a pending request reserves' })

const slug = z
  .string()
  .max(100)
  .regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/, 'must be lower case letters, digits and dashes, such as annual-day-2027')

const eventFields = {
  name: text(200),
  description: z.string().max(10_000).nullable(),
  event_type: z.enum(eventTypes),
  event_budget_amount: money,
  event_date: instant.nullable(),
  ends_at: instant.nullable(),
  venue: z.string().max(500).nullable(),
  timezone,
  registration_start_date: instant.nullable(),
  registration_end_date: instant.nullable(),
  hold_policy: holdPolicy,
  registration_limit: z.enum(registrationLimits),
  pickup_slot_capacity: z.int().min(1).max(1_000_000),
  waitlist_policy: waitlistPolicy,
  slug,
  published: z.boolean(),
}

export const eventInput = z
  .strictObject({
    ...eventFields,
    description: eventFields.description.optional(),
    event_type: eventFields.event_type.default('OTHER'),
    currency: currency.optional(),
    timezone: timezone.optional(),
    event_date: instant.nullish(),
    ends_at: instant.nullish(),
    venue: eventFields.venue.optional(),
    registration_start_date: instant.nullish(),
    registration_end_date: instant.nullish(),
    hold_policy: holdPolicy.partial().optional(),
    registration_limit: eventFields.registration_limit.default('one_per_option'),
    pickup_slot_capacity: eventFields.pickup_slot_capacity.default(10),
    waitlist_policy: waitlistPolicy.partial().optional(),
    slug: slug.optional(),
    published: z.boolean().default(true),
  })
  .meta({ id: 'NewEvent', examples: [examples.newEvent] })

/** Only the fields sent are changed. The currency is fixed once an event has one: its amounts are in it. */
export const eventPatch = z
  .strictObject({
    ...eventFields,
    hold_policy: holdPolicy.partial(),
    waitlist_policy: waitlistPolicy.partial(),
    is_active: z.boolean(),
  })
  .partial()
  .meta({ id: 'EventChange', examples: [examples.eventChange] })

/** How an event stands, from its counters alone. */
const eventSummary = z
  .object({
    pending_count: count,
    approved_count: count,
    waitlisted_count: count,
    pending_amount: money,
    held_amount: money.meta({
      description:
        'What pending requests hold of the budget: all they ask for, or what was promised to people who waited',
    }),
    places_total: count.meta({ description: 'Of all options; of an archived one what is committed' }),
    places_committed: count,
    slots_total: count.meta({ description: 'People that all pickup slots take' }),
    slots_committed: count,
  })
  .meta({ id: 'EventSummary' })

/** The budget figures are there for those who may see the variance, and only for them. */
export const event = z
  .object({
    id,
    name: z.string(),
    description: z.string().nullable(),
    event_type: z.enum(eventTypes),
    currency: z.string(),
    timezone: z.string(),
    event_budget_amount: money.optional(),
    budget_committed: money.optional(),
    event_date: instant.nullable(),
    ends_at: instant.nullable(),
    venue: z.string().nullable(),
    registration_start_date: instant.nullable(),
    registration_end_date: instant.nullable(),
    hold_policy: holdPolicy,
    registration_limit: z.enum(registrationLimits),
    pickup_slot_capacity: count,
    waitlist_policy: waitlistPolicy,
    lottery: lottery.nullable().meta({ description: 'Where the order of the waitlist is drawn by lot' }),
    slug: z.string(),
    published: z.boolean(),
    is_active: z.boolean(),
    closed_at: instant
      .nullable()
      .meta({ description: 'When its books were closed: nothing of it changes from then on' }),
    created_by: id.nullable(),
    created_at: instant,
    updated_at: instant,
    summary: eventSummary.optional().meta({ description: 'For roles that see registrations' }),
    options: z.array(option),
  })
  .meta({ id: 'Event', examples: [examples.event] })
export type EventView = z.infer<typeof event>

export const eventParams = z.strictObject({ event_id: id })
export const eventQuery = page.extend({
  is_active: flag.default(true).meta({ description: 'false lists what is archived' }),
  q: z.string().trim().max(200).optional().meta({ description: 'Part of the name or of the venue' }),
  slug: slug.optional().meta({ description: 'The one event with this slug' }),
})

export const optionVariance = z
  .object({
    option_id: id,
    option_name: z.string(),
    option_type: z.enum(['TRACK', 'INVENTORY']),
    total_available: count,
    committed_count: count,
    held_count: count,
    available_slots: count,
    available_to_register: count,
    utilization_percentage: z.number(),
    amount_committed: money,
  })
  .meta({ id: 'OptionVariance' })

export const variance = z
  .object({
    event_id: id,
    event_name: z.string(),
    currency: z.string(),
    total_budget: money,
    budget_committed: money,
    budget_available: money,
    utilization_percentage: z.number(),
    registered_users_count: count,
    approved_registrations_count: count,
    pending_registrations_count: count,
    rejected_registrations_count: count,
    cancelled_registrations_count: count,
    waitlisted_registrations_count: count,
    pending_amount: z
      .number()
      .min(0)
      .meta({ description: 'What pending requests ask for; may be more than any budget' }),
    option_variance: z.array(optionVariance),
  })
  .meta({ id: 'BudgetVariance', examples: [examples.variance] })
export type VarianceView = z.infer<typeof variance>
