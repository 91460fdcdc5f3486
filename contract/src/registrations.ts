import { optionTypes, registrationStatuses } from '@allot/core'
import { z } from 'zod'
import * as examples from './examples.ts'
import { count, id, instant, money, page, several, text } from './common.ts'
import { conflict, alternativeOption, alternativeSlot } from './conflicts.ts'
import { waitlistState } from './waitlist.ts'

const status = z.enum(registrationStatuses)
const slotLabel = text(100)
const notes = z.string().max(2000).nullable()

export const registerInput = z
  .strictObject({
    event_option_id: id,
    preferred_pickup_slot: slotLabel.nullish(),
    user_id: id.optional().meta({ description: 'Somebody else, for those who decide on registrations' }),
    notes: notes.optional(),
  })
  .meta({ id: 'NewRegistration', examples: [examples.newRegistration] })

export const registrationPatch = z
  .strictObject({
    status: status.optional(),
    assigned_pickup_slot: slotLabel.optional(),
    preferred_pickup_slot: slotLabel.optional().meta({
      description:
        'Another slot, by the person themselves or who decides; stands alone. Of an approved registration it is given at once',
    }),
    notes: notes.optional(),
  })
  .refine(
    (patch) => Object.keys(patch).length > 0,
    'say at least one of status, assigned_pickup_slot, preferred_pickup_slot, notes',
  )
  .refine((patch) => patch.preferred_pickup_slot === undefined || Object.keys(patch).length === 1, {
    path: ['preferred_pickup_slot'],
    message: 'must stand alone: send the rest by itself',
  })
  .meta({ id: 'RegistrationChange', examples: [examples.registrationChange] })

/** Who registered, as the reader may know them. */
const person = z
  .object({
    name: z.string(),
    email: z.string().optional().meta({ description: 'Only for roles that see registrations' }),
    department: z.string().nullable(),
  })
  .meta({ id: 'RegistrationPerson' })

/** Where and when to be there: the assigned slot, or else the preferred one. */
const pickup = z
  .object({
    label: z.string(),
    location: z.string().nullable(),
    location_id: id.nullable().meta({ description: 'Where that is described, if it is: see getLocation' }),
    starts_at: instant.nullable(),
    ends_at: instant.nullable(),
  })
  .meta({ id: 'Pickup' })

export const registration = z
  .object({
    id,
    event_id: id,
    event_name: z.string(),
    user_id: id,
    person,
    event_option_id: id,
    option_name: z.string(),
    option_type: z.enum(optionTypes),
    status,
    qr_token: z.string().nullable().meta({ description: 'For its owner and for roles that collect; else null' }),
    preferred_pickup_slot: z.string().nullable(),
    assigned_pickup_slot: z.string().nullable(),
    pickup: pickup.nullable().meta({ description: 'The assigned slot, or else the preferred one' }),
    amount_committed: money,
    notes: z.string().nullable(),
    created_at: instant,
    approved_at: instant.nullable(),
    approved_by: id.nullable(),
    approved_by_name: z.string().nullable(),
    offer_expires_at: instant.nullable().meta({
      description: 'Of a WAITLISTED registration to which something is offered: until when it may be accepted',
    }),
    collected_at: instant
      .nullable()
      .meta({ description: 'When it was handed out; null where it was not, or that was undone' }),
    waitlist_position: count.optional().meta({
      description: 'Of a WAITLISTED one, where one registration or my own are read: its place in the list, from 1',
    }),
    closed_by_name: z.string().optional().meta({
      description: 'Who rejected or cancelled it; only where this one registration is read',
    }),
  })
  .meta({ id: 'Registration', examples: [examples.registration] })
export type RegistrationView = z.infer<typeof registration>

export const registrationParams = z.strictObject({ event_id: id, registration_id: id })

const registrationFilter = {
  status_filter: status.optional(),
  q: z
    .string()
    .trim()
    .max(200)
    .optional()
    .meta({ description: 'What a word of a name or of an e-mail address begins with' }),
  event_option_id: several(id).meta({ description: 'May be given several times: any of these options' }),
  department: several(z.string().trim().max(200)).meta({
    description: 'May be given several times: any of these departments; empty for people without one',
  }),
  slot: several(z.string().trim().max(100)).meta({
    description: 'May be given several times: labels of the assigned, or else the preferred slot; empty for none',
  }),
  waiting_days_min: z.coerce.number().int().min(0).max(3_650).optional().meta({
    description: "Pending for at least so many days of the event's time zone; 0 is all that is pending",
  }),
}

const order = z.enum(['newest', 'oldest']).default('newest')

export const registrationQuery = page.extend({ ...registrationFilter, order })
export const registrationExportQuery = z.strictObject({ ...registrationFilter, order })
export const facetQuery = z.strictObject(registrationFilter)
export type RegistrationFilterQuery = z.infer<typeof facetQuery>

/** How many there are of each kind among the registrations that a filter finds. */
export const registrationFacets = z
  .object({
    total: count,
    statuses: z.array(z.object({ status, count })),
    options: z.array(
      z.object({ event_option_id: id, option_name: z.string(), option_type: z.enum(optionTypes), count }),
    ),
    departments: z.array(z.object({ department: z.string().nullable(), count })),
    slots: z.array(
      z.object({
        slot: z.string().nullable(),
        location: z.string().nullable(),
        starts_at: instant.nullable(),
        count,
      }),
    ),
    waiting: z
      .object({
        today: count,
        days_1_to_2: count,
        days_3_to_5: count,
        days_over_5: count,
        oldest_at: instant.nullable(),
        oldest_days: count.nullable(),
      })
      .meta({ description: "Pending ones by the days of the event's time zone for which they have waited" }),
    at_least: z.array(z.enum(['total', 'statuses', 'options', 'departments', 'slots', 'waiting'])).meta({
      description:
        'Kinds of which there may be more than said: of an event with more than 10,000 registrations only the newest ' +
        'are looked at, unless there are counters. Empty where everything is exact',
    }),
  })
  .meta({ id: 'RegistrationFacets', examples: [examples.registrationFacets] })
export type RegistrationFacetsView = z.infer<typeof registrationFacets>

export const conflictQuestion = z
  .strictObject({ event_option_id: id.nullish(), preferred_pickup_slot: slotLabel.nullish() })
  .meta({ id: 'ConflictQuestion', examples: [examples.conflictQuestion] })

export const conflictAnswer = z
  .object({
    has_conflict: z.boolean(),
    conflict_type: conflict.shape.conflict_type.nullable(),
    conflict_message: z.string().nullable(),
    available_alternatives: z.array(z.string()),
    alternative_options: z.array(alternativeOption),
    alternative_slots: z.array(alternativeSlot),
    conflicts: z.array(conflict),
    waitlist: waitlistState.optional().meta({ description: 'Where one might wait for it' }),
  })
  .meta({ id: 'ConflictAnswer', examples: [examples.conflictAnswer] })
export type ConflictAnswer = z.infer<typeof conflictAnswer>
