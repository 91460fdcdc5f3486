import { eventParams } from './events.ts'
import * as notices from './notices.ts'
import { list, paged } from './operation.ts'
import type { Operation } from './operation.ts'

const asOthers =
  'Kinds are in three audiences: whoever registered, whoever runs the event, and accounts. The mail of those that are ' +
  'required cannot be turned off; everything else can, for each channel.'

/** What people are told, in which words, and what became of it. */
export const noticeOperations = {
  // My inbox ---------------------------------------------------------------------------------------------------------
  listInbox: {
    operationId: 'listInbox',
    tags: ['me'],
    summary: 'What I was told, newest first',
    description: `${paged} In my language. Kept for 180 days.`,
    querystring: notices.inboxQuery,
    response: { 200: list(notices.inboxNotice) },
    refusals: [],
  },
  getInboxSummary: {
    operationId: 'getInboxSummary',
    tags: ['me'],
    summary: 'How much of it I have not read',
    response: { 200: notices.inboxSummary },
    refusals: [],
  },
  markInbox: {
    operationId: 'markInbox',
    tags: ['me'],
    summary: 'Mark some of it, or all, as read or as unread',
    description: 'What is not mine is passed over.',
    body: notices.inboxMark,
    response: { 200: notices.inboxSummary },
    refusals: [],
  },
  getNotificationSettings: {
    operationId: 'getNotificationSettings',
    tags: ['me'],
    summary: 'What I get, and how',
    description: asOthers,
    response: { 200: notices.noticeChoices },
    refusals: [],
  },
  updateNotificationSettings: {
    operationId: 'updateNotificationSettings',
    tags: ['me'],
    summary: 'Say what I want to get: only the kinds sent are changed',
    description: asOthers,
    body: notices.noticeChoicesInput,
    response: { 200: notices.noticeChoices },
    refusals: [],
  },

  // Of a tenant, and of an event -------------------------------------------------------------------------------------
  getTenantNotificationSettings: {
    operationId: 'getTenantNotificationSettings',
    tags: ['notifications'],
    summary: "Language and answering address of the organisation's mail",
    response: { 200: notices.tenantNoticeSettings },
    refusals: [],
  },
  updateTenantNotificationSettings: {
    operationId: 'updateTenantNotificationSettings',
    tags: ['notifications'],
    summary: "Change language or answering address of the organisation's mail",
    body: notices.tenantNoticeSettingsPatch,
    response: { 200: notices.tenantNoticeSettings },
    refusals: [],
  },
  getEventNotificationSettings: {
    operationId: 'getEventNotificationSettings',
    tags: ['notifications'],
    summary: 'When an event reminds people, and warns those who run it',
    params: eventParams,
    response: { 200: notices.eventNoticeSettings },
    refusals: ['EVENT_NOT_FOUND'],
  },
  updateEventNotificationSettings: {
    operationId: 'updateEventNotificationSettings',
    tags: ['notifications'],
    summary: 'Change when an event reminds and warns: only the fields sent are changed',
    params: eventParams,
    body: notices.eventNoticeSettingsPatch,
    response: { 200: notices.eventNoticeSettings },
    refusals: ['EVENT_NOT_FOUND'],
  },

  // Templates --------------------------------------------------------------------------------------------------------
  getNoticeTemplates: {
    operationId: 'getNoticeTemplates',
    tags: ['notifications'],
    summary: 'The text of every kind of message in every language, and what it may name',
    description: "The organisation's own text where there is one, or else what Allot brings along.",
    response: { 200: notices.noticeTemplates },
    refusals: [],
  },
  getEventNoticeTemplates: {
    operationId: 'getEventNoticeTemplates',
    tags: ['notifications'],
    summary: 'The same for one event',
    description:
      "The event's own text where there is one, or else the organisation's, or else what Allot brings along.",
    params: eventParams,
    response: { 200: notices.noticeTemplates },
    refusals: ['EVENT_NOT_FOUND'],
  },
  saveNoticeTemplate: {
    operationId: 'saveNoticeTemplate',
    tags: ['notifications'],
    summary: 'Write a text of your own, for an event or (by owners) for the organisation',
    description: 'A placeholder that this kind does not know is refused, with those it knows.',
    body: notices.templateInput,
    response: { 200: notices.noticeTemplate },
    refusals: ['EVENT_NOT_FOUND'],
  },
  resetNoticeTemplate: {
    operationId: 'resetNoticeTemplate',
    tags: ['notifications'],
    summary: 'Go back to the text before it: of the organisation, or of Allot',
    body: notices.templatePlace,
    response: { 200: notices.noticeTemplate },
    refusals: ['EVENT_NOT_FOUND'],
  },
  previewNoticeTemplate: {
    operationId: 'previewNoticeTemplate',
    tags: ['notifications'],
    summary: 'How a message would look, with example values; nothing is kept',
    body: notices.templateInput,
    response: { 200: notices.renderedMessage },
    refusals: ['EVENT_NOT_FOUND'],
  },
  testNoticeTemplate: {
    operationId: 'testNoticeTemplate',
    tags: ['notifications'],
    summary: 'Send it to me, with example values',
    body: notices.templateInput,
    response: { 202: notices.outboxMessage },
    refusals: ['EVENT_NOT_FOUND', 'MAIL_NOT_SET_UP'],
  },

  // The outbox -------------------------------------------------------------------------------------------------------
  listOutbox: {
    operationId: 'listOutbox',
    tags: ['outbox'],
    summary: 'Every message there is, newest first',
    description: `${paged} Kept for 180 days.`,
    querystring: notices.outboxQuery,
    response: { 200: list(notices.outboxMessage) },
    refusals: [],
  },
  getOutboxSummary: {
    operationId: 'getOutboxSummary',
    tags: ['outbox'],
    summary: 'How many messages wait, are kept, or failed',
    response: { 200: notices.outboxSummary },
    refusals: [],
  },
  getOutboxMessage: {
    operationId: 'getOutboxMessage',
    tags: ['outbox'],
    summary: 'One message, with its text and every attempt',
    params: notices.noticeParams,
    response: { 200: notices.outboxMessageInFull },
    refusals: ['NOTICE_NOT_FOUND'],
  },
  retryOutboxMessage: {
    operationId: 'retryOutboxMessage',
    tags: ['outbox'],
    summary: 'Try one again that failed or was kept',
    description: 'Of one that waits already, or is done, nothing changes.',
    params: notices.noticeParams,
    response: { 200: notices.outboxMessage },
    refusals: ['NOTICE_NOT_FOUND', 'MAIL_NOT_SET_UP'],
  },
  retryOutbox: {
    operationId: 'retryOutbox',
    tags: ['outbox'],
    summary: 'Try all again that failed, or send all that were kept; at most 10,000 at a time',
    body: notices.outboxRetry,
    response: { 200: notices.outboxRetried },
    refusals: ['MAIL_NOT_SET_UP'],
  },
} as const satisfies Record<string, Operation>
