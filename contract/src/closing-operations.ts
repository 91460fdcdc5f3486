import { z } from 'zod'
import * as closing from './closing.ts'
import { eventParams } from './events.ts'
import { list, paged } from './operation.ts'
import type { Operation } from './operation.ts'

const pdf = {
  response: { 200: z.string().meta({ description: 'A PDF of A4 pages' }) },
  mediaType: 'application/pdf',
}

/** The evening after: the books closed, the figures, and what is printed. */
export const closingOperations = {
  getClosing: {
    operationId: 'getClosing',
    tags: ['closing'],
    summary: 'What closing the books would settle, or has settled',
    params: eventParams,
    response: { 200: closing.closing },
    refusals: ['EVENT_NOT_FOUND'],
  },
  closeBooks: {
    operationId: 'closeBooks',
    tags: ['closing'],
    summary: 'Close the books: return or write off what nobody collected',
    description:
      'One step for all of it, with a ledger entry and an audit entry for each registration. From then on nothing of the event ' +
      'changes, until its books are opened again. With dry_run nothing is closed, and it says what would be.',
    params: eventParams,
    body: closing.closingInput,
    response: { 200: closing.closing },
    refusals: [
      'EVENT_NOT_FOUND',
      'OPTION_NOT_FOUND',
      'EVENT_CLOSED',
      'EVENT_NOT_OVER',
      'CLOSING_CHANGED',
      'LEASED',
      'TOO_MANY',
    ],
  },
  reopenBooks: {
    operationId: 'reopenBooks',
    tags: ['closing'],
    summary: 'Open closed books again; what was returned is committed again',
    params: eventParams,
    body: closing.reopenInput,
    response: { 200: closing.closing },
    refusals: ['EVENT_NOT_FOUND', 'EVENT_NOT_CLOSED', 'TOO_MANY'],
  },
  listOutcomes: {
    operationId: 'listOutcomes',
    tags: ['closing'],
    summary: 'What became of what was approved, registration by registration',
    description: paged,
    params: eventParams,
    querystring: closing.outcomeQuery,
    response: { 200: list(closing.outcome) },
    refusals: ['EVENT_NOT_FOUND'],
  },
  getReport: {
    operationId: 'getReport',
    tags: ['closing'],
    summary: 'The event in figures: planned, committed and spent; and what stands out',
    params: eventParams,
    querystring: closing.reportQuery,
    response: { 200: closing.report },
    refusals: ['EVENT_NOT_FOUND'],
  },
  printReport: {
    operationId: 'printReport',
    tags: ['closing'],
    summary: 'The report as PDF',
    params: eventParams,
    querystring: closing.reportQuery,
    ...pdf,
    refusals: ['EVENT_NOT_FOUND'],
  },
  printBadges: {
    operationId: 'printBadges',
    tags: ['closing'],
    summary: 'Badges with the QR code of each approved registration, as PDF',
    params: eventParams,
    querystring: closing.badgesQuery,
    ...pdf,
    refusals: ['EVENT_NOT_FOUND'],
  },
  printPickupList: {
    operationId: 'printPickupList',
    tags: ['closing'],
    summary: 'Who collects what, by slot, with boxes to tick, as PDF',
    params: eventParams,
    querystring: closing.pickupListQuery,
    ...pdf,
    refusals: ['EVENT_NOT_FOUND'],
  },
} as const satisfies Record<string, Operation>
