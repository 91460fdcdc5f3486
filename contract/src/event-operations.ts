import { page } from './common.ts'
import * as events from './events.ts'
import * as jobs from './jobs.ts'
import { z } from 'zod'
import * as ledger from './ledger.ts'
import { countedSoFar, exported, exportNote, list, nothing, paged } from './operation.ts'
import type { Operation } from './operation.ts'
import * as live from './live.ts'
import * as options from './options.ts'
import * as registrations from './registrations.ts'

/** Events with their options, registrations, and what proves them. */
export const eventOperations = {
  // Events -----------------------------------------------------------------------------------------------------------
  createEvent: {
    operationId: 'createEvent',
    tags: ['events'],
    summary: 'Create an event with its budget',
    body: events.eventInput,
    response: { 201: events.event },
    refusals: ['NAME_TAKEN'],
  },
  createSampleEvent: {
    operationId: 'createSampleEvent',
    tags: ['events'],
    summary: 'Make a sample event, in an organisation that has no event',
    description:
      'A draft with options, slots, and requests of made-up people, who may not come in and to whom nothing is sent. All of ' +
      'it is in the books like anything else; archive it when it is no longer needed.',
    response: { 201: events.event },
    refusals: ['EVENTS_EXIST'],
  },
  listEvents: {
    operationId: 'listEvents',
    tags: ['events'],
    summary: 'List events',
    description: paged,
    querystring: events.eventQuery,
    response: { 200: list(events.event) },
    refusals: [],
  },
  getEvent: {
    operationId: 'getEvent',
    tags: ['events'],
    summary: 'One event with its options',
    description: 'The ETag is its version: send it as If-Match with a change, so that nobody is overwritten unseen.',
    params: events.eventParams,
    response: { 200: events.event },
    refusals: ['EVENT_NOT_FOUND'],
  },
  updateEvent: {
    operationId: 'updateEvent',
    tags: ['events'],
    summary: 'Change an event: only the fields sent',
    params: events.eventParams,
    body: events.eventPatch,
    response: { 200: events.event },
    refusals: [
      'EVENT_NOT_FOUND',
      'BUDGET_OVERCOMMITTED',
      'SLOT_OVERCOMMITTED',
      'LOCATION_FULL',
      'NAME_TAKEN',
      'STALE',
      'EVENT_CLOSED',
    ],
  },
  archiveEvent: {
    operationId: 'archiveEvent',
    tags: ['events'],
    summary: 'Archive an event; nothing is lost',
    params: events.eventParams,
    response: { 204: nothing },
    refusals: ['EVENT_NOT_FOUND', 'STALE'],
  },
  getBudgetVariance: {
    operationId: 'getBudgetVariance',
    tags: ['events'],
    summary: 'The budget against what is committed of it',
    params: events.eventParams,
    response: { 200: events.variance },
    refusals: ['EVENT_NOT_FOUND'],
  },

  streamEvent: {
    operationId: 'streamEvent',
    tags: ['events'],
    summary: 'What happens in the event, as it happens (server-sent events)',
    description:
      'Messages: `counters` is what is left now, at the beginning and at most about four times a second; `change` is one entry of ' +
      'the audit trail, and `job` how far a batch is, for those who see registrations; `reset` says to read everything anew. The id of a message is the number ' +
      'of an audit entry: sent as Last-Event-ID, as browsers do by themselves, what was missed since comes first. A comment every ' +
      '15 seconds says that the line is open.',
    params: events.eventParams,
    response: {
      200: z.union([live.liveChange, live.liveCounters, live.liveAvailability, live.liveReset, jobs.liveJob]),
    },
    mediaType: 'text/event-stream',
    refusals: ['EVENT_NOT_FOUND'],
  },

  // Options ----------------------------------------------------------------------------------------------------------
  createOption: {
    operationId: 'createOption',
    tags: ['options'],
    summary: 'Add an option to an event',
    params: events.eventParams,
    body: options.optionInput,
    response: { 201: options.option },
    refusals: ['EVENT_CLOSED', 'EVENT_NOT_FOUND', 'TOO_MANY'],
  },
  listOptions: {
    operationId: 'listOptions',
    tags: ['options'],
    summary: "List an event's options",
    description: paged,
    params: events.eventParams,
    querystring: page,
    response: { 200: list(options.option) },
    refusals: ['EVENT_NOT_FOUND'],
  },
  updateOption: {
    operationId: 'updateOption',
    tags: ['options'],
    summary: 'Change an option: only the fields sent',
    description: 'A new price is for those who ask from now on; what is asked already keeps its amount.',
    params: options.optionParams,
    body: options.optionPatch,
    response: { 200: options.option },
    refusals: ['EVENT_CLOSED', 'EVENT_NOT_FOUND', 'OPTION_NOT_FOUND', 'OPTION_OVERCOMMITTED'],
  },
  archiveOption: {
    operationId: 'archiveOption',
    tags: ['options'],
    summary: 'Archive an option; those who have it keep it',
    params: options.optionParams,
    response: { 204: nothing },
    refusals: ['EVENT_CLOSED', 'EVENT_NOT_FOUND', 'OPTION_NOT_FOUND'],
  },
  previewOverlaps: {
    operationId: 'previewOverlaps',
    tags: ['options'],
    summary: 'How many people would be in two tracks at once, if this one had these times',
    description: 'Changes nothing. The times may be changed all the same: whoever overlaps then is not approved.',
    params: options.optionParams,
    querystring: options.overlapQuery,
    response: { 200: options.overlaps },
    refusals: ['EVENT_NOT_FOUND', 'OPTION_NOT_FOUND'],
  },
  putOptionPicture: {
    operationId: 'putOptionPicture',
    tags: ['options'],
    summary: 'Give an option a picture, in the place of the one it has',
    description:
      'The body is the picture itself: JPEG, PNG or WebP, at most 5 MB and 50 million pixels. It is decoded, and made anew ' +
      'as WebP, upright, at most 1600 pixels wide and high, without what a camera wrote beside it.',
    params: options.optionParams,
    querystring: options.pictureInput,
    bodyTypes: ['image/jpeg', 'image/png', 'image/webp'],
    response: { 200: options.option },
    refusals: ['EVENT_NOT_FOUND', 'OPTION_NOT_FOUND', 'BODY_TOO_LARGE', 'NOT_PICTURE_TYPE'],
  },
  deleteOptionPicture: {
    operationId: 'deleteOptionPicture',
    tags: ['options'],
    summary: 'Take the picture of an option away',
    params: options.optionParams,
    response: { 204: nothing },
    refusals: ['EVENT_NOT_FOUND', 'OPTION_NOT_FOUND'],
  },
  getOptionPicture: {
    operationId: 'getOptionPicture',
    tags: ['options'],
    summary: 'The picture of an option',
    description:
      'For who may see the event. With v, as its address has it, it may be kept for ever; there is an ETag too.',
    params: options.optionParams,
    querystring: options.pictureQuery,
    response: { 200: z.string().meta({ format: 'binary' }) },
    mediaType: 'image/webp',
    refusals: ['EVENT_NOT_FOUND', 'OPTION_NOT_FOUND', 'PICTURE_NOT_FOUND'],
  },

  // Registrations ----------------------------------------------------------------------------------------------------
  register: {
    operationId: 'register',
    tags: ['registrations'],
    summary: 'Ask for an option of an event',
    description: 'Creates a PENDING registration at the price of today. Nothing is taken from the budget yet.',
    params: events.eventParams,
    body: registrations.registerInput,
    response: { 201: registrations.registration },
    refusals: [
      'EVENT_CLOSED',
      'EVENT_NOT_FOUND',
      'OPTION_NOT_FOUND',
      'USER_NOT_FOUND',
      'REGISTRATION_CLOSED',
      'BUDGET_EXHAUSTED',
      'INVENTORY_EXHAUSTED',
      'SLOT_CONFLICT',
      'ALREADY_REGISTERED',
      'OPTION_ARCHIVED',
    ],
  },
  listRegistrations: {
    operationId: 'listRegistrations',
    tags: ['registrations'],
    summary: "List an event's registrations",
    description: `${paged} ${countedSoFar}`,
    params: events.eventParams,
    querystring: registrations.registrationQuery,
    response: { 200: list(registrations.registration) },
    refusals: ['EVENT_NOT_FOUND'],
  },
  getRegistrationFacets: {
    operationId: 'getRegistrationFacets',
    tags: ['registrations'],
    summary: 'How many registrations there are of each kind',
    description:
      'Takes the filters of the list. Each kind is counted under all of them but its own, so that what else could be chosen ' +
      'is counted too; `total` is under all of them. At most 200 of a kind, those with the most first. `at_least` names the ' +
      'kinds of which only a part was counted.',
    params: events.eventParams,
    querystring: registrations.facetQuery,
    response: { 200: registrations.registrationFacets },
    refusals: ['EVENT_NOT_FOUND'],
  },
  getRegistration: {
    operationId: 'getRegistration',
    tags: ['registrations'],
    summary: 'One registration',
    params: registrations.registrationParams,
    response: { 200: registrations.registration },
    refusals: ['EVENT_NOT_FOUND', 'REGISTRATION_NOT_FOUND'],
  },
  decideRegistration: {
    operationId: 'decideRegistration',
    tags: ['registrations'],
    summary: 'Approve, reject or cancel a registration, or give it another slot',
    description:
      'Approving commits money, stock and slot in one step; rejecting or cancelling what was approved gives all three back. ' +
      'Repeating a decision that holds already changes nothing and answers 200. With `preferred_pickup_slot` alone, people ' +
      'change the slot of their own registration: while it is pending and registration is open, the one they prefer; once it ' +
      "is approved and until the event's day begins, the one they have.",
    params: registrations.registrationParams,
    body: registrations.registrationPatch,
    response: { 200: registrations.registration },
    refusals: [
      'EVENT_CLOSED',
      'EVENT_NOT_FOUND',
      'REGISTRATION_NOT_FOUND',
      'BUDGET_EXHAUSTED',
      'INVENTORY_EXHAUSTED',
      'SLOT_CONFLICT',
      'INVALID_TRANSITION',
      'OWN_REGISTRATION',
      'REGISTRATION_CLOSED',
      'SLOT_FIXED',
    ],
  },
  checkConflicts: {
    operationId: 'checkConflicts',
    tags: ['registrations'],
    summary: 'Would it work? Every conflict that asking would meet now; creates nothing',
    params: events.eventParams,
    body: registrations.conflictQuestion,
    response: { 200: registrations.conflictAnswer },
    refusals: ['EVENT_NOT_FOUND', 'OPTION_NOT_FOUND'],
  },

  // Proof ------------------------------------------------------------------------------------------------------------
  listLedger: {
    operationId: 'listLedger',
    tags: ['proof'],
    summary: "The event's budget history: what was committed and released",
    description: `${paged} ${countedSoFar}`,
    params: events.eventParams,
    querystring: ledger.ledgerQuery,
    response: { 200: list(ledger.ledgerEntry) },
    refusals: ['EVENT_NOT_FOUND'],
  },
  getBudgetHistory: {
    operationId: 'getBudgetHistory',
    tags: ['proof'],
    summary: "The event's money at the end of each day: budget, committed, requested",
    params: events.eventParams,
    querystring: ledger.historyQuery,
    response: { 200: ledger.budgetHistory },
    refusals: ['EVENT_NOT_FOUND'],
  },
  verifyLedger: {
    operationId: 'verifyLedger',
    tags: ['proof'],
    summary: 'Recompute every counter, sum and chain of the event',
    params: events.eventParams,
    response: { 200: ledger.ledgerVerification },
    refusals: ['EVENT_NOT_FOUND'],
  },
  getLedgerProof: {
    operationId: 'getLedgerProof',
    tags: ['proof'],
    summary: 'All of the ledger as it was hashed, for anybody to compute again',
    description:
      'A file of any length, read from one snapshot together with its verification. An answer that ends without its last ' +
      'chunk is not whole, and no JSON either.',
    params: events.eventParams,
    response: { 200: ledger.ledgerProof },
    refusals: ['EVENT_NOT_FOUND'],
  },
  listAudit: {
    operationId: 'listAudit',
    tags: ['proof'],
    summary: 'Who changed what in the event, and when',
    description: `${paged} ${countedSoFar}`,
    params: events.eventParams,
    querystring: ledger.auditQuery,
    response: { 200: list(ledger.auditEntry) },
    refusals: ['EVENT_NOT_FOUND'],
  },
  exportAudit: {
    operationId: 'exportAudit',
    tags: ['proof'],
    summary: 'Who changed what in the event, and when, as CSV',
    description: exportNote,
    params: events.eventParams,
    querystring: ledger.auditExportQuery,
    ...exported,
    refusals: ['EVENT_NOT_FOUND'],
  },
} as const satisfies Record<string, Operation>
