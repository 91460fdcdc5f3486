import { promotionModes, waitlistOrders } from '@allot/core'
import { z } from 'zod'
import { count, id, instant, money, page, text } from './common.ts'
import * as examples from './waitlist-examples.ts'

const reason = text(2000).meta({ description: 'Stands in the audit trail' })

/** Who comes up when, and how. */
export const waitlistPolicy = z
  .strictObject({
    is_open: z.boolean().meta({ description: 'Whether people may join; who waits already comes up all the same' }),
    order: z.enum(waitlistOrders).meta({
      description:
        '`first_come`: who joined first. `priority`: whom organisers gave the higher priority, then who joined first. ' +
        '`lottery`: as drawn by lot, once registration has closed or somebody draws',
    }),
    promotion: z.enum(promotionModes).meta({
      description:
        '`automatic`: whoever comes up is PENDING at once. `offer`: it is held for them, to accept or decline',
    }),
    offer_hours: z.int().min(1).max(720).meta({ description: 'For how long an offer is held' }),
  })
  .meta({ id: 'WaitlistPolicy' })

const drawHex = z.string().regex(/^[0-9a-f]{64}$/)

/** What anybody needs to draw a lottery again: see docs/using/waitlist.md. */
export const lottery = z
  .object({
    commitment: drawHex.meta({ description: 'SHA-256 of the seed and the id of the event, published beforehand' }),
    seed: drawHex.nullable().meta({ description: 'null until it is drawn' }),
    drawn_at: instant.nullable(),
  })
  .meta({ id: 'Lottery', examples: [examples.lottery] })
export type LotteryView = z.infer<typeof lottery>

/** What a conflict says of the waitlist. */
export const waitlistState = z
  .object({
    is_open: z.boolean().meta({ description: 'Whether one may join instead' }),
    waiting_count: count.meta({ description: 'How many wait in the event' }),
  })
  .meta({ id: 'WaitlistState' })
export type WaitlistStateView = z.infer<typeof waitlistState>

export const waitlistInput = z
  .strictObject({
    event_option_id: id.optional(),
    any_of: z
      .array(id)
      .min(1)
      .max(20)
      .optional()
      .meta({ description: 'Instead of one option: any of these, what they like best first' }),
    preferred_pickup_slot: text(100).nullish(),
    user_id: id.optional().meta({ description: 'Somebody else, for those who decide on registrations' }),
    notes: z.string().max(2000).nullable().optional(),
  })
  .refine((input) => (input.event_option_id === undefined) !== (input.any_of === undefined), {
    path: ['event_option_id'],
    message: 'say either event_option_id or any_of',
  })
  .refine(({ any_of: wishes }) => wishes === undefined || new Set(wishes).size === wishes.length, {
    path: ['any_of'],
    message: 'must not name an option twice',
  })
  .meta({ id: 'NewWaitlistEntry', examples: [examples.joining] })

const heldOffer = z
  .object({
    event_option_id: id,
    option_name: z.string(),
    amount: money,
    offered_at: instant,
    expires_at: instant,
    seconds_left: count.meta({ description: 'By the clock of the server; 0 where it has run out' }),
  })
  .meta({ id: 'HeldOffer', description: 'Held for them until it expires' })

const place = {
  registration_id: id,
  event_id: id,
  event_option_ids: z.array(id).meta({ description: 'What they would take, what they like best first' }),
  option_names: z.array(z.string()),
  preferred_pickup_slot: z.string().nullable(),
  position: count.nullable().meta({
    description:
      'Their place in the list of the event, from 1; null once something is offered, and before a lottery is drawn',
  }),
  ahead_count: count.nullable().meta({ description: 'How many before them would take one of the same options' }),
  joined_at: instant,
  offer: heldOffer.nullable(),
}

/** One's own place. */
export const waitlistPlace = z.object(place).meta({ id: 'WaitlistPlace', examples: [examples.place] })
export type WaitlistPlaceView = z.infer<typeof waitlistPlace>

export const waitlistEntry = z
  .object({
    ...place,
    user_id: id,
    person: z.object({ name: z.string(), email: z.string(), department: z.string().nullable() }),
    priority: z.int().min(0),
  })
  .meta({ id: 'WaitlistEntry', examples: [examples.entry] })
export type WaitlistEntryView = z.infer<typeof waitlistEntry>

export const waitlistQuery = page.extend({
  state: z.enum(['waiting', 'offered']).optional().meta({ description: 'Both where it is left out' }),
  event_option_id: id.optional().meta({ description: 'Only those who would take this option' }),
})

export const waitlistMove = z
  .strictObject({
    to_position: z.int().min(1).max(1_000_000).optional().meta({ description: 'From 1; past the end is the end' }),
    priority: z
      .int()
      .min(0)
      .max(1_000)
      .optional()
      .meta({ description: 'Higher comes first; only where the order of the event is `priority`' }),
    reason,
  })
  .refine((move) => (move.to_position === undefined) !== (move.priority === undefined), {
    path: ['to_position'],
    message: 'say either to_position or priority',
  })
  .meta({ id: 'WaitlistMove', examples: [examples.move] })

export const waitlistParams = z.strictObject({ event_id: id, registration_id: id })

export const offerToken = z
  .string()
  .max(100)
  .regex(/^[\w-]{22}_[A-Z2-7]{32}$/, 'must be the token of an offer, as it stands in its link')
export const offerParams = z.strictObject({ token: offerToken })

/** An offer as whoever has its link sees it. */
export const offer = z
  .object({
    status: z.enum(['open', 'accepted', 'declined', 'expired']).meta({
      description: '`declined` as well where the registration was given up, or decided otherwise, meanwhile',
    }),
    event_id: id,
    event_name: z.string(),
    registration_id: id,
    option_name: z.string(),
    pickup_slot: z.string().nullable(),
    timezone: z.string(),
    expires_at: instant.nullable().meta({ description: 'Of an open offer' }),
    seconds_left: count,
  })
  .meta({ id: 'Offer', examples: [examples.offer] })
export type OfferView = z.infer<typeof offer>
