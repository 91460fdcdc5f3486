import { eventId, hoodieId, priyaId, registrationId } from './examples.ts'

/** Examples of webhooks, for the API document. */

const endpointId = '019b2f80-1c2d-7a5b-8e6f-3a4b5c6d7e20'
const secret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDc2FVsBQIhrs='

export const newWebhookEndpoint = {
  url: 'https://hooks.example.org/allot',
  description: 'Badge printer',
  events: ['registration.approved', 'registration.cancelled'],
  event_ids: [eventId],
}
export const webhookEndpointChange = { url: 'https://hooks.example.org/allot/v2' }
export const secretRotation = { previous_valid_hours: 24 }

export const webhookEndpoint = {
  id: endpointId,
  ...newWebhookEndpoint,
  status: 'ACTIVE',
  disabled_reason: null,
  failing_since: null,
  last_success_at: '2027-04-21T12:32:00.000Z',
  previous_secret_expires_at: null,
  created_at: '2027-04-01T08:00:00.000Z',
  updated_at: '2027-04-01T08:00:00.000Z',
}
export const webhookEndpointWithSecret = { ...webhookEndpoint, secret }

export const webhookDelivery = {
  id: '019b2f81-2c2d-7a5b-8e6f-3a4b5c6d7e21',
  endpoint_id: endpointId,
  type: 'registration.approved',
  status: 'WAITING',
  event_id: eventId,
  subject_id: registrationId,
  attempts: 1,
  next_attempt_at: '2027-04-21T12:33:00.000Z',
  last_error: 'The receiver answered 500.',
  created_at: '2027-04-21T12:32:00.000Z',
  finished_at: null,
}

export const webhookMessage = {
  type: 'registration.approved',
  timestamp: '2027-04-21T12:32:00.000Z',
  data: {
    tenant_id: '019b2f6d-0000-7c00-9a00-1b2c3d4e5f00',
    event_id: eventId,
    event_name: 'Annual Day 2027',
    entry_no: 1042,
    actor_id: priyaId,
    registration_id: registrationId,
    user_id: '019b2f6d-0001-7c00-9a00-1b2c3d4e5f05',
    event_option_id: hoodieId,
    option_name: 'Merino Hoodie',
    from_status: 'PENDING',
    status: 'APPROVED',
    amount: 74,
    currency: 'EUR',
    pickup_slot: { id: '019b2f6e-9b10-7e0f-b0f4-91c2d3e4f703', label: 'North Gate 12:30' },
  },
}

export const webhookDeliveryDetail = {
  ...webhookDelivery,
  message: webhookMessage,
  attempt_log: [
    {
      attempt_no: 1,
      at: '2027-04-21T12:32:00.400Z',
      status_code: 500,
      milliseconds: 84,
      error: 'The receiver answered 500.',
    },
  ],
}
