import { page } from './common.ts'
import * as events from './events.ts'
import { list, nothing, paged } from './operation.ts'
import type { Operation } from './operation.ts'
import * as slots from './slots.ts'

/** Windows of time in which things are picked up. */
export const slotOperations = {
  createSlot: {
    operationId: 'createSlot',
    tags: ['slots'],
    summary: 'Define a pickup slot',
    description: 'Once an event defines slots, only those exist; before, any label a person proposes is one.',
    params: events.eventParams,
    body: slots.slotInput,
    response: { 201: slots.slot },
    refusals: [
      'EVENT_NOT_FOUND',
      'NAME_TAKEN',
      'TOO_MANY',
      'SLOT_OVERCOMMITTED',
      'LOCATION_NOT_FOUND',
      'LOCATION_FULL',
      'EVENT_CLOSED',
    ],
  },
  createSlots: {
    operationId: 'createSlots',
    tags: ['slots'],
    summary: 'Define up to 500 pickup slots at once: all of them, or none',
    description: 'What is wrong with one is said with its place in the list, such as body.slots.3.ends_at.',
    params: events.eventParams,
    body: slots.slotBatch,
    response: { 201: list(slots.slot) },
    refusals: [
      'EVENT_NOT_FOUND',
      'NAME_TAKEN',
      'TOO_MANY',
      'SLOT_OVERCOMMITTED',
      'LOCATION_NOT_FOUND',
      'LOCATION_FULL',
      'EVENT_CLOSED',
    ],
  },
  listSlots: {
    operationId: 'listSlots',
    tags: ['slots'],
    summary: "List an event's pickup slots, with how many they still take",
    description: paged,
    params: events.eventParams,
    querystring: page,
    response: { 200: list(slots.slot) },
    refusals: ['EVENT_NOT_FOUND'],
  },
  updateSlot: {
    operationId: 'updateSlot',
    tags: ['slots'],
    summary: 'Change a pickup slot: only the fields sent',
    params: slots.slotParams,
    body: slots.slotPatch,
    response: { 200: slots.slot },
    refusals: [
      'EVENT_NOT_FOUND',
      'SLOT_NOT_FOUND',
      'SLOT_OVERCOMMITTED',
      'NAME_TAKEN',
      'LOCATION_NOT_FOUND',
      'LOCATION_FULL',
      'EVENT_CLOSED',
    ],
  },
  archiveSlot: {
    operationId: 'archiveSlot',
    tags: ['slots'],
    summary: 'Remove a pickup slot that nobody holds or asks for',
    params: slots.slotParams,
    response: { 204: nothing },
    refusals: ['EVENT_CLOSED', 'EVENT_NOT_FOUND', 'SLOT_NOT_FOUND', 'SLOT_IN_USE'],
  },
} as const satisfies Record<string, Operation>
