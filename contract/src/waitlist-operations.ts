import * as events from './events.ts'
import { list, paged } from './operation.ts'
import type { Operation } from './operation.ts'
import * as registrations from './registrations.ts'
import * as waitlist from './waitlist.ts'

/** People who wait for room, and what is offered to them. */
export const waitlistOperations = {
  joinWaitlist: {
    operationId: 'joinWaitlist',
    tags: ['waitlist'],
    summary: 'Wait for an option, or for any of several',
    description:
      'Creates a WAITLISTED registration, which holds nothing. Where asking would work now there is nothing to wait for ' +
      '(409 WAITLIST_NOT_NEEDED): register. Whatever becomes free goes to those who wait, in the order of the event. To ' +
      'leave the list, cancel the registration.',
    params: events.eventParams,
    body: waitlist.waitlistInput,
    response: { 201: registrations.registration },
    refusals: [
      'EVENT_CLOSED',
      'EVENT_NOT_FOUND',
      'OPTION_NOT_FOUND',
      'USER_NOT_FOUND',
      'REGISTRATION_CLOSED',
      'ALREADY_REGISTERED',
      'OPTION_ARCHIVED',
      'WAITLIST_CLOSED',
      'WAITLIST_NOT_NEEDED',
    ],
  },
  listWaitlist: {
    operationId: 'listWaitlist',
    tags: ['waitlist'],
    summary: 'Who waits, in the order in which they come up',
    description: `${paged} Open offers stand first, those that expire soonest before the others.`,
    params: events.eventParams,
    querystring: waitlist.waitlistQuery,
    response: { 200: list(waitlist.waitlistEntry) },
    refusals: ['EVENT_NOT_FOUND'],
  },
  getMyWaitlist: {
    operationId: 'getMyWaitlist',
    tags: ['waitlist'],
    summary: 'What I wait for in an event, and how many are before me',
    params: events.eventParams,
    response: { 200: list(waitlist.waitlistPlace) },
    refusals: ['EVENT_NOT_FOUND'],
  },
  moveOnWaitlist: {
    operationId: 'moveOnWaitlist',
    tags: ['waitlist'],
    summary: 'Give somebody another place in the list, with a reason',
    params: waitlist.waitlistParams,
    body: waitlist.waitlistMove,
    response: { 200: waitlist.waitlistEntry },
    refusals: [
      'EVENT_CLOSED',
      'EVENT_NOT_FOUND',
      'REGISTRATION_NOT_FOUND',
      'NOT_WAITING',
      'WAITLIST_ORDER',
      'OWN_REGISTRATION',
    ],
  },
  drawWaitlist: {
    operationId: 'drawWaitlist',
    tags: ['waitlist'],
    summary: 'Draw the lottery now, and publish its seed',
    description:
      'Happens by itself once registration has closed. Whoever joins after the draw stands behind those who were drawn. ' +
      'Repeating it changes nothing and answers 200.',
    params: events.eventParams,
    response: { 200: waitlist.lottery },
    refusals: ['EVENT_CLOSED', 'EVENT_NOT_FOUND', 'WAITLIST_ORDER'],
  },
  acceptOffer: {
    operationId: 'acceptOffer',
    tags: ['waitlist'],
    summary: 'Accept what is offered to me: it becomes a PENDING registration',
    description: 'Accepting again changes nothing and answers 200.',
    params: waitlist.waitlistParams,
    response: { 200: registrations.registration },
    refusals: ['EVENT_CLOSED', 'EVENT_NOT_FOUND', 'REGISTRATION_NOT_FOUND', 'NO_OFFER'],
  },
  declineOffer: {
    operationId: 'declineOffer',
    tags: ['waitlist'],
    summary: 'Decline what is offered to me, and leave the list; it goes to whoever is next',
    description: 'Declining again changes nothing and answers 200.',
    params: waitlist.waitlistParams,
    response: { 200: registrations.registration },
    refusals: ['EVENT_CLOSED', 'EVENT_NOT_FOUND', 'REGISTRATION_NOT_FOUND', 'NO_OFFER'],
  },
  getOffer: {
    operationId: 'getOffer',
    tags: ['waitlist'],
    summary: 'The offer behind a link',
    description: 'For whoever has the link; nobody has to sign in. Looking at it changes nothing.',
    params: waitlist.offerParams,
    response: { 200: waitlist.offer },
    refusals: ['OFFER_NOT_FOUND'],
  },
  acceptOfferByLink: {
    operationId: 'acceptOfferByLink',
    tags: ['waitlist'],
    summary: 'Accept the offer behind a link',
    description: 'Accepting again changes nothing and answers 200.',
    params: waitlist.offerParams,
    response: { 200: waitlist.offer },
    refusals: ['EVENT_CLOSED', 'OFFER_NOT_FOUND', 'NO_OFFER'],
  },
  declineOfferByLink: {
    operationId: 'declineOfferByLink',
    tags: ['waitlist'],
    summary: 'Decline the offer behind a link',
    description: 'Declining again changes nothing and answers 200.',
    params: waitlist.offerParams,
    response: { 200: waitlist.offer },
    refusals: ['EVENT_CLOSED', 'OFFER_NOT_FOUND', 'NO_OFFER'],
  },
} as const satisfies Record<string, Operation>
