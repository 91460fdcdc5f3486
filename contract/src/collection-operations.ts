import * as collections from './collections.ts'
import * as events from './events.ts'
import { list, paged } from './operation.ts'
import type { Operation } from './operation.ts'
import * as registrations from './registrations.ts'

/** What is handed out on the day, and how the day goes. */
export const collectionOperations = {
  collect: {
    operationId: 'collect',
    tags: ['collections'],
    summary: 'Hand out what somebody is approved for, once',
    description:
      'Whatever comes of a scan is its answer, with status 200; see `outcome`. The nonce is what makes it happen once: sent ' +
      'again with the same scan it gets the same answer, with the counts of now; with another scan it is refused ' +
      '(NONCE_REUSED). Collecting changes neither money nor stock nor slots: those were taken by the approval.',
    params: events.eventParams,
    body: collections.scan,
    response: { 200: collections.scanAnswer },
    refusals: ['EVENT_NOT_FOUND', 'EVENT_CLOSED', 'DESK_NOT_FOUND', 'NONCE_REUSED'],
  },
  undoCollection: {
    operationId: 'undoCollection',
    tags: ['collections'],
    summary: 'Take a collection back, with a reason',
    description:
      'For who manages the event; for whoever made it within 60 seconds. Repeating it changes nothing and answers 200.',
    params: collections.collectionParams,
    body: collections.collectionUndo,
    response: { 200: collections.collection },
    refusals: ['EVENT_NOT_FOUND', 'EVENT_CLOSED', 'COLLECTION_NOT_FOUND', 'UNDO_OVER'],
  },
  listCollections: {
    operationId: 'listCollections',
    tags: ['collections'],
    summary: 'What was handed out',
    description: paged,
    params: events.eventParams,
    querystring: collections.collectionQuery,
    response: { 200: list(collections.collection) },
    refusals: ['EVENT_NOT_FOUND'],
  },
  replaceQr: {
    operationId: 'replaceQr',
    tags: ['collections'],
    summary: 'Give a registration a new code; the old one answers REVOKED',
    description: 'For who manages the event, and for whose registration it is.',
    params: registrations.registrationParams,
    response: { 200: registrations.registration },
    refusals: [
      'EVENT_NOT_FOUND',
      'REGISTRATION_NOT_FOUND',
      'INVALID_TRANSITION',
      'ALREADY_COLLECTED',
      'LEASED',
      'TOO_MANY',
    ],
  },
  getInventory: {
    operationId: 'getInventory',
    tags: ['collections'],
    summary: 'What is on hand, promised and handed out, by option and desk',
    params: events.eventParams,
    response: { 200: list(collections.inventoryOption) },
    refusals: ['EVENT_NOT_FOUND'],
  },
  getDay: {
    operationId: 'getDay',
    tags: ['collections'],
    summary: 'How the day goes',
    params: events.eventParams,
    response: { 200: collections.day },
    refusals: ['EVENT_NOT_FOUND'],
  },
} as const satisfies Record<string, Operation>
