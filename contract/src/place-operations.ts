import { page } from './common.ts'
import * as events from './events.ts'
import { list, nothing, paged } from './operation.ts'
import type { Operation } from './operation.ts'
import * as places from './places.ts'
import * as slots from './slots.ts'

/** Where things are picked up, the slots there, and people between slots. */
export const placeOperations = {
  createLocation: {
    operationId: 'createLocation',
    tags: ['slots'],
    summary: 'Add a pickup location to an event',
    params: events.eventParams,
    body: places.locationInput,
    response: { 201: places.location },
    refusals: ['EVENT_NOT_FOUND', 'NAME_TAKEN', 'TOO_MANY'],
  },
  listLocations: {
    operationId: 'listLocations',
    tags: ['slots'],
    summary: "List an event's pickup locations",
    description: paged,
    params: events.eventParams,
    querystring: page,
    response: { 200: list(places.location) },
    refusals: ['EVENT_NOT_FOUND'],
  },
  getLocation: {
    operationId: 'getLocation',
    tags: ['slots'],
    summary: 'One pickup location, with how to find it',
    params: places.locationParams,
    response: { 200: places.location },
    refusals: ['EVENT_NOT_FOUND', 'LOCATION_NOT_FOUND'],
  },
  updateLocation: {
    operationId: 'updateLocation',
    tags: ['slots'],
    summary: 'Change a pickup location: only the fields sent',
    description: 'Its slots are shown with its new name; their labels stay.',
    params: places.locationParams,
    body: places.locationPatch,
    response: { 200: places.location },
    refusals: ['EVENT_NOT_FOUND', 'LOCATION_NOT_FOUND', 'LOCATION_FULL', 'NAME_TAKEN'],
  },
  archiveLocation: {
    operationId: 'archiveLocation',
    tags: ['slots'],
    summary: 'Remove a pickup location without slots',
    params: places.locationParams,
    response: { 204: nothing },
    refusals: ['EVENT_NOT_FOUND', 'LOCATION_NOT_FOUND', 'LOCATION_IN_USE'],
  },
  planSlots: {
    operationId: 'planSlots',
    tags: ['slots'],
    summary: 'Make the slots of a location from opening hours, or see what they would be',
    description:
      'Cuts the opening hours of each day, without its breaks, into slots. They follow the clocks of the event: an hour that ' +
      'is left out has none, one that comes twice has both. Done again, the slots of those days at this location become what is planned now; those ' +
      'that people hold or ask for stay whatever is planned. With `dry_run` the same is worked out and nothing is written. At most ' +
      `${places.MOST_PLANNED} slots at once.`,
    params: events.eventParams,
    body: places.slotPlanInput,
    response: { 200: places.slotPlanResult },
    refusals: ['EVENT_NOT_FOUND', 'LOCATION_NOT_FOUND', 'LOCATION_FULL', 'NAME_TAKEN', 'TOO_MANY'],
  },
  movePeople: {
    operationId: 'movePeople',
    tags: ['slots'],
    summary: 'Move people from one pickup slot to another',
    description:
      'Those named, or so many, or, with neither, up to 500 of those in the slot: who is approved for it, and who asks for it. Each gets an answer of their own, ' +
      'is decided like any other change of slot, and is told. With `dry_run` nothing is written.',
    params: slots.slotParams,
    body: places.slotMove,
    response: { 200: places.slotMoveResult },
    refusals: ['EVENT_NOT_FOUND', 'SLOT_NOT_FOUND'],
  },
  getSlotBalance: {
    operationId: 'getSlotBalance',
    tags: ['slots'],
    summary: 'Which moves would let everybody who asks for a slot have one on the same day',
    description:
      'Whoever is approved keeps their slot, and of those who ask whoever asked first. Nobody is moved by this: see movePeople.',
    params: events.eventParams,
    response: { 200: places.slotBalance },
    refusals: ['EVENT_NOT_FOUND'],
  },
} as const satisfies Record<string, Operation>
