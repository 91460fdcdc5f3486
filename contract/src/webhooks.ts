import { z } from 'zod'
import { count, id, instant, page } from './common.ts'
import * as examples from './webhook-examples.ts'

/** What a webhook can be told: the actions of the audit trail of an event, by the same names. */
export const webhookEvents = [
  'registration.registered',
  'registration.approved',
  'registration.rejected',
  'registration.cancelled',
  'registration.moved',
  'registration.noted',
  'registration.waitlisted',
  'registration.waitlist_moved',
  'registration.promoted',
  'registration.offered',
  'registration.offer_accepted',
  'registration.offer_declined',
  'registration.offer_expired',
  'event.created',
  'event.updated',
  'event.archived',
  'event.lottery_drawn',
  'option.created',
  'option.updated',
  'option.archived',
  'slot.created',
  'slot.updated',
  'slot.archived',
] as const
export type WebhookEvent = (typeof webhookEvents)[number]

/** What is sent because an owner asked for it, whatever an endpoint listens to. */
export const webhookTest = 'webhook.test'
const messageType = z.enum([...webhookEvents, webhookTest])

export const webhookStatuses = ['ACTIVE', 'PAUSED', 'DISABLED', 'ARCHIVED'] as const
export type WebhookStatus = (typeof webhookStatuses)[number]
export const deliveryStatuses = ['WAITING', 'DONE', 'FAILED'] as const
export type DeliveryStatus = (typeof deliveryStatuses)[number]

const url = z
  .string()
  .trim()
  .min(1)
  .max(2_000)
  .meta({ description: 'https, at a public address; checked now, and again at each sending' })
const description = z.string().trim().max(500)
const events = z
  .array(z.enum(webhookEvents))
  .min(1)
  .max(webhookEvents.length)
  .meta({ description: 'What is sent there' })
const eventIds = z
  .array(id)
  .min(1)
  .max(100)
  .nullable()
  .meta({ description: 'Only what happens in these events; null is all of them, those to come included' })

export const webhookEndpointInput = z
  .strictObject({ url, description: description.default(''), events, event_ids: eventIds.default(null) })
  .meta({ id: 'NewWebhookEndpoint', examples: [examples.newWebhookEndpoint] })
export type WebhookEndpointInput = z.infer<typeof webhookEndpointInput>

export const webhookEndpointPatch = z
  .strictObject({ url, description, events, event_ids: eventIds })
  .partial()
  .meta({ id: 'WebhookEndpointChange', examples: [examples.webhookEndpointChange] })
export type WebhookEndpointPatch = z.infer<typeof webhookEndpointPatch>

export const webhookEndpoint = z
  .object({
    id,
    url: z.string(),
    description: z.string(),
    events: z.array(z.enum(webhookEvents)),
    event_ids: z.array(id).nullable(),
    status: z.enum(webhookStatuses).meta({
      description:
        'PAUSED: what happens is noted, and sent on resuming. DISABLED: it answered 410, or nothing but failures for three ' +
        'days; nothing is noted until it is resumed. ARCHIVED: for good',
    }),
    disabled_reason: z.string().nullable(),
    failing_since: instant
      .nullable()
      .meta({ description: 'Since when every attempt has failed; null where the last one did not' }),
    last_success_at: instant.nullable().meta({ description: 'To the minute' }),
    previous_secret_expires_at: instant
      .nullable()
      .meta({ description: 'Until when messages are signed with the secret before as well' }),
    created_at: instant,
    updated_at: instant,
  })
  .meta({ id: 'WebhookEndpoint', examples: [examples.webhookEndpoint] })
export type WebhookEndpointView = z.infer<typeof webhookEndpoint>

const secret = z.string().meta({ description: 'Shown this once; what every message is signed with' })

export const newWebhookEndpoint = webhookEndpoint
  .extend({ secret })
  .meta({ id: 'WebhookEndpointWithSecret', examples: [examples.webhookEndpointWithSecret] })
export type NewWebhookEndpointView = z.infer<typeof newWebhookEndpoint>

export const secretRotation = z
  .strictObject({
    previous_valid_hours: z
      .int()
      .min(0)
      .max(168)
      .default(24)
      .meta({ description: 'How long messages are signed with both secrets, so that receivers can change over' }),
  })
  .meta({ id: 'SecretRotation', examples: [examples.secretRotation] })

export const webhookDelivery = z
  .object({
    id: id.meta({ description: 'What the receiver gets as webhook-id: the same at each attempt and each replay' }),
    endpoint_id: id,
    type: messageType,
    status: z.enum(deliveryStatuses).meta({ description: 'FAILED: given up, until somebody replays it' }),
    event_id: id.nullable(),
    subject_id: id.meta({ description: 'The registration, event, option or slot that it is about' }),
    attempts: count,
    next_attempt_at: instant.nullable().meta({ description: 'Not before; null where it is over' }),
    last_error: z.string().nullable().meta({ description: 'Why the last attempt came to nothing' }),
    created_at: instant,
    finished_at: instant.nullable(),
  })
  .meta({ id: 'WebhookDelivery', examples: [examples.webhookDelivery] })
export type WebhookDeliveryView = z.infer<typeof webhookDelivery>

const webhookAttempt = z
  .object({
    attempt_no: count,
    at: instant,
    status_code: z.int().nullable().meta({ description: 'null where nothing answered' }),
    milliseconds: count,
    error: z.string().nullable(),
  })
  .meta({ id: 'WebhookAttempt' })
export type WebhookAttemptView = z.infer<typeof webhookAttempt>

const named = (names: string) => z.string().nullable().meta({ description: names })

/** The body of a message, as receivers get it. A field that does not belong to its kind is left out. */
export const webhookMessage = z
  .object({
    type: messageType,
    timestamp: instant.meta({ description: 'When it happened' }),
    data: z
      .object({
        tenant_id: id,
        event_id: id,
        event_name: z.string(),
        entry_no: count.meta({ description: "Number of the entry in the event's audit trail: the order of things" }),
        actor_id: id.nullable().meta({ description: 'Who did it; null for Allot itself' }),
        registration_id: id,
        user_id: id,
        event_option_id: id,
        option_name: named('Its name when this was written'),
        from_status: named('null for a new registration'),
        status: z.string().nullable(),
        amount: z.number().nullable().meta({ description: 'What it costs the budget, in major units' }),
        currency: z.string(),
        pickup_slot: z.object({ id, label: z.string() }).nullable(),
        slot_id: id,
        label: named('Of the slot'),
        changed: z.array(z.string()).meta({ description: 'Names of the fields that changed' }),
        endpoint_id: id,
      })
      .partial(),
  })
  .meta({ id: 'WebhookMessage', examples: [examples.webhookMessage] })
export type WebhookMessage = z.infer<typeof webhookMessage>

export const webhookDeliveryDetail = webhookDelivery
  .extend({
    message: webhookMessage,
    attempt_log: z.array(webhookAttempt).meta({ description: 'Newest first, at most 100' }),
  })
  .meta({ id: 'WebhookDeliveryDetail', examples: [examples.webhookDeliveryDetail] })
export type WebhookDeliveryDetail = z.infer<typeof webhookDeliveryDetail>

export const webhookParams = z.strictObject({ endpoint_id: id })
export const deliveryParams = z.strictObject({ endpoint_id: id, delivery_id: id })
export const deliveryQuery = page.extend({ status: z.enum(deliveryStatuses).optional() })
