import * as desks from './desks.ts'
import * as events from './events.ts'
import * as offline from './offline.ts'
import { list, nothing, paged } from './operation.ts'
import type { Operation } from './operation.ts'

/** The desks of an event, the tablets at them, and what those do without a network. */
export const deskOperations = {
  createDesk: {
    operationId: 'createDesk',
    tags: ['desks'],
    summary: 'Set up a desk',
    params: events.eventParams,
    body: desks.deskInput,
    response: { 201: desks.desk },
    refusals: ['EVENT_NOT_FOUND', 'OPTION_NOT_FOUND', 'NAME_TAKEN', 'TOO_MANY'],
  },
  listDesks: {
    operationId: 'listDesks',
    tags: ['desks'],
    summary: 'The desks of an event',
    description: `${paged} Archived ones are left out.`,
    params: events.eventParams,
    querystring: desks.deskQuery,
    response: { 200: list(desks.desk) },
    refusals: ['EVENT_NOT_FOUND'],
  },
  getDesk: {
    operationId: 'getDesk',
    tags: ['desks'],
    summary: 'One desk',
    params: desks.deskParams,
    response: { 200: desks.desk },
    refusals: ['EVENT_NOT_FOUND', 'DESK_NOT_FOUND'],
  },
  updateDesk: {
    operationId: 'updateDesk',
    tags: ['desks'],
    summary: 'Change a desk, or count what lies on its table',
    description: 'Only the fields sent are changed. A tablet that has no network goes on with what it had.',
    params: desks.deskParams,
    body: desks.deskPatch,
    response: { 200: desks.desk },
    refusals: ['EVENT_NOT_FOUND', 'DESK_NOT_FOUND', 'OPTION_NOT_FOUND', 'NAME_TAKEN'],
  },
  archiveDesk: {
    operationId: 'archiveDesk',
    tags: ['desks'],
    summary: 'Close a desk for good',
    description: 'Its tablets are revoked, and what they held for the time without a network is free again.',
    params: desks.deskParams,
    response: { 204: nothing },
    refusals: ['EVENT_NOT_FOUND', 'DESK_NOT_FOUND'],
  },
  createDeskDevice: {
    operationId: 'createDeskDevice',
    tags: ['desks'],
    summary: 'Make a one-time code that enrols a tablet at a desk',
    description: 'The code is in this answer and in no other. It is good for one tablet, and for ten minutes.',
    params: desks.deskParams,
    body: desks.deskDeviceInput,
    response: { 201: desks.newDeskDevice },
    refusals: ['EVENT_NOT_FOUND', 'DESK_NOT_FOUND', 'TOO_MANY'],
  },
  listDeskDevices: {
    operationId: 'listDeskDevices',
    tags: ['desks'],
    summary: 'The tablets of a desk, revoked ones too',
    description: paged,
    params: desks.deskParams,
    querystring: desks.deskQuery,
    response: { 200: list(desks.deskDevice) },
    refusals: ['EVENT_NOT_FOUND', 'DESK_NOT_FOUND'],
  },
  revokeDeskDevice: {
    operationId: 'revokeDeskDevice',
    tags: ['desks'],
    summary: 'Take a tablet out of use',
    description:
      'Its key is refused everywhere within a second, and what it held for the time without a network is free again. What it ' +
      'handed out before it knew is still taken, for seven days, by the signature on its log. Repeating it changes nothing.',
    params: desks.deskDeviceParams,
    response: { 204: nothing },
    refusals: ['EVENT_NOT_FOUND', 'DESK_NOT_FOUND', 'DEVICE_NOT_FOUND'],
  },
  enrolDesk: {
    operationId: 'enrolDesk',
    tags: ['desk'],
    summary: 'Enrol this tablet with a one-time code',
    description: 'For whoever has the code. The key is in this answer and in no other.',
    body: desks.enrolment,
    response: { 201: desks.enrolled },
    refusals: ['CODE_NOT_FOUND', 'CODE_EXPIRED'],
  },
  getOwnDesk: {
    operationId: 'getOwnDesk',
    tags: ['desk'],
    summary: 'The desk this tablet stands at, and who is expected now',
    response: { 200: desks.ownDesk },
    refusals: [],
  },
  listDeskPeople: {
    operationId: 'listDeskPeople',
    tags: ['desk'],
    summary: 'People this desk may serve, by the beginnings of their names',
    description:
      'In the order of their slots and names, so many at most; whoever looks for one types more of the name.',
    querystring: desks.deskPeopleQuery,
    response: { 200: list(desks.deskPerson) },
    refusals: [],
  },
  leaseDesk: {
    operationId: 'leaseDesk',
    tags: ['desk'],
    summary: 'Hold people for the time without a network',
    description:
      'Until it expires, only this tablet hands out to them. Asking again keeps who is held, adds more, and begins the time ' +
      'anew. What has run out is free again; a tablet must not hand out by it.',
    body: offline.leaseInput,
    response: { 200: offline.lease },
    refusals: [],
  },
  giveBackLease: {
    operationId: 'giveBackLease',
    tags: ['desk'],
    summary: 'Give back what this tablet holds',
    description: 'Send the log first. Where nothing is held, nothing changes.',
    response: { 204: nothing },
    refusals: [],
  },
  sendDeskLog: {
    operationId: 'sendDeskLog',
    tags: ['desk'],
    summary: 'Tell what was handed out without a network',
    description:
      'The same log again gets the same answers. A log that goes on later begins at next_seq. An entry whose signature or ' +
      'whose place in the chain is wrong is REFUSED with all behind it. What was handed out against the rules is recorded ' +
      'with a finding, and never lost: also after the lease has run out, and for seven days after the tablet was revoked.',
    body: offline.logInput,
    response: { 200: offline.logAnswer },
    refusals: ['LEASE_NOT_FOUND', 'LOG_GAP'],
  },
} as const satisfies Record<string, Operation>
