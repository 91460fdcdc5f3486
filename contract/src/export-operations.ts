import { z } from 'zod'
import * as events from './events.ts'
import * as exports from './exports.ts'
import { exported, exportNote, list, paged } from './operation.ts'
import type { Operation } from './operation.ts'

/** What the answer of an export is where its cells have types. */
const workbook = {
  response: { 200: z.string().meta({ description: 'A workbook (XLSX): numbers, dates and money have their types' }) },
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
const workbookNote =
  'Takes the filters of the list, and no page. Dates and times are in the time zone of the event. Text is text, whatever it ' +
  'begins with. An answer that ends without its last chunk is not whole: ask again.'

const ofEvent = { params: events.eventParams, refusals: ['EVENT_NOT_FOUND'] as const }
const asCsv = { description: exportNote, ...ofEvent, ...exported }
const asWorkbook = { description: workbookNote, ...ofEvent, ...workbook }

/** Lists of an event as files: at once, or made while nobody waits. */
export const exportOperations = {
  exportRegistrations: {
    operationId: 'exportRegistrations',
    tags: ['registrations'],
    summary: "An event's registrations as CSV",
    querystring: exports.exportQueries.registrationsCsv,
    ...asCsv,
  },
  exportRegistrationsXlsx: {
    operationId: 'exportRegistrationsXlsx',
    tags: ['registrations'],
    summary: "An event's registrations as a workbook",
    querystring: exports.exportQueries.registrationsXlsx,
    ...asWorkbook,
  },
  exportLedger: {
    operationId: 'exportLedger',
    tags: ['proof'],
    summary: "The event's budget history as CSV",
    querystring: exports.exportQueries.ledgerCsv,
    ...asCsv,
  },
  exportLedgerXlsx: {
    operationId: 'exportLedgerXlsx',
    tags: ['proof'],
    summary: "The event's budget history as a workbook",
    querystring: exports.exportQueries.ledgerXlsx,
    ...asWorkbook,
  },
  exportBudget: {
    operationId: 'exportBudget',
    tags: ['proof'],
    summary: 'The budget against what is committed of it, as CSV',
    querystring: exports.exportQueries.budgetCsv,
    ...asCsv,
  },
  exportBudgetXlsx: {
    operationId: 'exportBudgetXlsx',
    tags: ['proof'],
    summary: 'The budget against what is committed of it, as a workbook',
    querystring: exports.exportQueries.budgetXlsx,
    ...asWorkbook,
  },
  exportCollections: {
    operationId: 'exportCollections',
    tags: ['registrations'],
    summary: 'What was handed out, as CSV',
    querystring: exports.exportQueries.collectionsCsv,
    ...asCsv,
  },
  exportCollectionsXlsx: {
    operationId: 'exportCollectionsXlsx',
    tags: ['registrations'],
    summary: 'What was handed out, as a workbook',
    querystring: exports.exportQueries.collectionsXlsx,
    ...asWorkbook,
  },
  exportWaitlist: {
    operationId: 'exportWaitlist',
    tags: ['waitlist'],
    summary: 'Who waits, in the order of their turns, as CSV',
    querystring: exports.exportQueries.waitlistCsv,
    ...asCsv,
  },
  exportWaitlistXlsx: {
    operationId: 'exportWaitlistXlsx',
    tags: ['waitlist'],
    summary: 'Who waits, in the order of their turns, as a workbook',
    querystring: exports.exportQueries.waitlistXlsx,
    ...asWorkbook,
  },
  exportWorkbook: {
    operationId: 'exportWorkbook',
    tags: ['proof'],
    summary: 'All of the event as one workbook: registrations, ledger, budget and collections, a sheet for each',
    ...asWorkbook,
  },
  startExport: {
    operationId: 'startExport',
    tags: ['exports'],
    summary: 'Let a file be made while nobody waits for it',
    description: 'For what takes long. Its file is kept for 7 days, up to 100 MB.',
    params: events.eventParams,
    body: exports.exportInput,
    response: { 202: exports.exportJob },
    refusals: ['EVENT_NOT_FOUND', 'TOO_MANY'],
  },
  listExports: {
    operationId: 'listExports',
    tags: ['exports'],
    summary: 'Files that were, or are being, made',
    description: paged,
    querystring: exports.exportListQuery,
    response: { 200: list(exports.exportJob) },
    refusals: [],
  },
  getExport: {
    operationId: 'getExport',
    tags: ['exports'],
    summary: 'How far a file is',
    params: exports.exportParams,
    response: { 200: exports.exportJob },
    refusals: ['EXPORT_NOT_FOUND'],
  },
  downloadExport: {
    operationId: 'downloadExport',
    tags: ['exports'],
    summary: 'The file itself, once it is done',
    params: exports.exportParams,
    response: { 200: z.string().meta({ description: 'The bytes of the file' }) },
    mediaType: 'application/octet-stream',
    refusals: ['EXPORT_NOT_FOUND', 'EXPORT_NOT_DONE'],
  },
  cancelExport: {
    operationId: 'cancelExport',
    tags: ['exports'],
    summary: 'Stop a file that is being made, or forget one that is done',
    description: 'Doing so again changes nothing and answers 200.',
    params: exports.exportParams,
    response: { 200: exports.exportJob },
    refusals: ['EXPORT_NOT_FOUND'],
  },
} as const satisfies Record<string, Operation>
