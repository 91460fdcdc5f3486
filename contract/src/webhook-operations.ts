import { list, nothing, paged } from './operation.ts'
import type { Operation } from './operation.ts'
import { page } from './common.ts'
import * as webhooks from './webhooks.ts'

const params = webhooks.webhookParams
const none = 'WEBHOOK_NOT_FOUND'

/** Telling other systems what happens here. */
export const webhookOperations = {
  listWebhookEndpoints: {
    operationId: 'listWebhookEndpoints',
    tags: ['webhooks'],
    summary: 'Where messages are sent',
    description: `${paged} Archived ones are left out.`,
    querystring: page,
    response: { 200: list(webhooks.webhookEndpoint) },
    refusals: [],
  },
  createWebhookEndpoint: {
    operationId: 'createWebhookEndpoint',
    tags: ['webhooks'],
    summary: 'Have messages sent to an address',
    description:
      'The secret is in this answer and in no other. Messages are signed by the Standard Webhooks scheme; the address must be ' +
      'https and public, by every address its name stands for.',
    body: webhooks.webhookEndpointInput,
    response: { 201: webhooks.newWebhookEndpoint },
    refusals: ['EVENT_NOT_FOUND', 'TOO_MANY'],
  },
  getWebhookEndpoint: {
    operationId: 'getWebhookEndpoint',
    tags: ['webhooks'],
    summary: 'One place messages are sent to',
    params,
    response: { 200: webhooks.webhookEndpoint },
    refusals: [none],
  },
  updateWebhookEndpoint: {
    operationId: 'updateWebhookEndpoint',
    tags: ['webhooks'],
    summary: 'Change where messages are sent, or which',
    description: 'Only the fields sent are changed. What waits to be sent goes to the new address.',
    params,
    body: webhooks.webhookEndpointPatch,
    response: { 200: webhooks.webhookEndpoint },
    refusals: [none, 'EVENT_NOT_FOUND', 'WEBHOOK_ARCHIVED'],
  },
  archiveWebhookEndpoint: {
    operationId: 'archiveWebhookEndpoint',
    tags: ['webhooks'],
    summary: 'Send nothing there any more, for good',
    description: 'What was sent can still be read. What waits is given up.',
    params,
    response: { 204: nothing },
    refusals: [none],
  },
  rotateWebhookSecret: {
    operationId: 'rotateWebhookSecret',
    tags: ['webhooks'],
    summary: 'Make a new secret',
    description: 'Until the secret before runs out, each message carries a signature with either.',
    params,
    body: webhooks.secretRotation,
    response: { 200: webhooks.newWebhookEndpoint },
    refusals: [none, 'WEBHOOK_ARCHIVED'],
  },
  pauseWebhookEndpoint: {
    operationId: 'pauseWebhookEndpoint',
    tags: ['webhooks'],
    summary: 'Send nothing there for now',
    description: 'What happens meanwhile is noted, and sent on resuming; after four days it is given up.',
    params,
    response: { 200: webhooks.webhookEndpoint },
    refusals: [none, 'WEBHOOK_ARCHIVED'],
  },
  resumeWebhookEndpoint: {
    operationId: 'resumeWebhookEndpoint',
    tags: ['webhooks'],
    summary: 'Send there again: what was paused, or disabled because it failed',
    params,
    response: { 200: webhooks.webhookEndpoint },
    refusals: [none, 'WEBHOOK_ARCHIVED'],
  },
  testWebhookEndpoint: {
    operationId: 'testWebhookEndpoint',
    tags: ['webhooks'],
    summary: 'Send a message there that says nothing',
    description:
      'The answer comes before the sending: read the delivery to see what became of it. One test waits at a time.',
    params,
    response: { 202: webhooks.webhookDelivery },
    refusals: [none, 'WEBHOOK_NOT_ACTIVE', 'WEBHOOK_ARCHIVED'],
  },
  listWebhookDeliveries: {
    operationId: 'listWebhookDeliveries',
    tags: ['webhooks'],
    summary: 'What was sent there, and what became of it',
    description: `${paged} Kept for 30 days.`,
    params,
    querystring: webhooks.deliveryQuery,
    response: { 200: list(webhooks.webhookDelivery) },
    refusals: [none],
  },
  getWebhookDelivery: {
    operationId: 'getWebhookDelivery',
    tags: ['webhooks'],
    summary: 'One message, with each attempt at sending it',
    params: webhooks.deliveryParams,
    response: { 200: webhooks.webhookDeliveryDetail },
    refusals: [none, 'DELIVERY_NOT_FOUND'],
  },
  replayWebhookDelivery: {
    operationId: 'replayWebhookDelivery',
    tags: ['webhooks'],
    summary: 'Send a message again, with the same id',
    description: 'Also one that arrived: a receiver that has seen its id leaves it. One that waits is sent at once.',
    params: webhooks.deliveryParams,
    response: { 202: webhooks.webhookDelivery },
    refusals: [none, 'DELIVERY_NOT_FOUND', 'WEBHOOK_NOT_ACTIVE', 'WEBHOOK_ARCHIVED'],
  },
} as const satisfies Record<string, Operation>
