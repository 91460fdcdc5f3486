import { z } from 'zod'
import { count, flag, id, instant, page, text } from './common.ts'
import { languages, noticeKindNames } from './notice-kinds.ts'
import * as examples from './notice-examples.ts'

export const noticeKind = z.enum(noticeKindNames)
export const language = z.enum(languages)

// The inbox ------------------------------------------------------------------------------------------------------------

export const inboxQuery = page.extend({
  is_unread: flag.optional().meta({ description: 'true: only what was not read; false: only what was' }),
})

export const inboxNotice = z
  .object({
    id,
    kind: noticeKind,
    title: z.string(),
    text: z.string().meta({ description: 'Plain text; an empty line between paragraphs' }),
    event_id: id.nullable(),
    event_name: z.string().nullable(),
    event_slug: z.string().nullable(),
    registration_id: id.nullable(),
    created_at: instant,
    read_at: instant.nullable(),
  })
  .meta({ id: 'InboxNotice', examples: [examples.inboxNotice] })
export type InboxNoticeView = z.infer<typeof inboxNotice>

export const inboxSummary = z
  .object({
    unread_count: count.meta({ description: 'At most 100 are counted' }),
    newest_id: id.nullable().meta({ description: 'As `up_to`, where all that was seen is marked as read' }),
  })
  .meta({ id: 'InboxSummary', examples: [examples.inboxSummary] })

export const noticeParams = z.strictObject({ notice_id: id })
export const inboxMark = z
  .strictObject({
    is_read: z.boolean(),
    notice_ids: z.array(id).min(1).max(100).optional().meta({ description: 'These; without them, all' }),
    up_to: id.optional().meta({ description: 'Of all only those up to the newest one that was seen' }),
  })
  .refine(
    ({ notice_ids, up_to }) => notice_ids === undefined || up_to === undefined,
    'say notice_ids or up_to, not both',
  )
  .meta({ id: 'InboxMark', examples: [examples.inboxMark] })

// What somebody wants to get -------------------------------------------------------------------------------------------

export const noticeChoice = z.object({
  kind: noticeKind,
  mail: z.boolean(),
  inbox: z.boolean(),
  is_required: z.boolean().meta({ description: 'Its mail cannot be turned off' }),
})

export const noticeChoices = z
  .object({ kinds: z.array(noticeChoice).meta({ description: 'Those that somebody with my role can get' }) })
  .meta({ id: 'NotificationSettings', examples: [examples.noticeChoices] })
export type NoticeChoicesView = z.infer<typeof noticeChoices>

export const noticeChoicesInput = z
  .strictObject({
    kinds: z
      .array(z.strictObject({ kind: noticeKind, mail: z.boolean().optional(), inbox: z.boolean().optional() }))
      .max(noticeKindNames.length),
  })
  .meta({ id: 'NotificationSettingsChange', examples: [examples.noticeChoicesInput] })

const hours = z.int().min(1).max(720)

/** When an event reminds people, and warns those who run it; null is never. */
export const eventNoticeSettings = z
  .object({
    event_reminder_hours: hours.nullable().meta({ description: 'So many hours before the event begins' }),
    pickup_reminder_hours: hours.nullable().meta({ description: 'So many hours before the pickup slot begins' }),
    promised_days: z.int().min(1).max(365).nullable().meta({
      description: 'Within how many days people are promised an answer; organisers hear of what waits longer',
    }),
    budget_threshold_percent: z
      .int()
      .min(1)
      .max(100)
      .nullable()
      .meta({ description: 'From how much committed budget on organisers are told, once for each time it is passed' }),
  })
  .meta({ id: 'EventNotificationSettings', examples: [examples.eventNoticeSettings] })
export type EventNoticeSettingsView = z.infer<typeof eventNoticeSettings>

export const eventNoticeSettingsPatch = z
  .strictObject(eventNoticeSettings.shape)
  .partial()
  .meta({ id: 'EventNotificationSettingsChange', examples: [examples.eventNoticeSettingsPatch] })

export const tenantNoticeSettings = z
  .object({
    language: language.meta({ description: 'For whoever has not chosen one' }),
    reply_to: z
      .email('must be an e-mail address')
      .max(320)
      .nullable()
      .meta({ description: 'Where answers to mail go' }),
    is_mail_paused: z
      .boolean()
      .meta({ description: 'Mail is kept, and goes out when somebody says so, as without a mail server' }),
    is_mail_set_up: z.boolean().meta({ description: 'Whether the server has a mail server; without one mail is kept' }),
  })
  .meta({ id: 'TenantNotificationSettings', examples: [examples.tenantNoticeSettings] })
export type TenantNoticeSettingsView = z.infer<typeof tenantNoticeSettings>

export const tenantNoticeSettingsPatch = z
  .strictObject({ language, reply_to: tenantNoticeSettings.shape.reply_to, is_mail_paused: z.boolean() })
  .partial()
  .meta({ id: 'TenantNotificationSettingsChange', examples: [examples.tenantNoticeSettingsPatch] })

// Templates ------------------------------------------------------------------------------------------------------------

const subject = text(200).meta({ description: 'One line. May have placeholders, such as {{event.name}}' })
const body = text(5_000).meta({
  description:
    'Plain text; an empty line begins a new paragraph. A placeholder of a link alone in its paragraph becomes a button. ' +
    'What was asked for, slot and place, the QR code and alternatives stand below it without being asked for.',
})

export const templatePlace = z
  .strictObject({ kind: noticeKind, language, event_id: id.optional() })
  .meta({ id: 'NoticeTemplatePlace', examples: [examples.templatePlace] })

export const noticeTemplate = z
  .object({
    kind: noticeKind,
    language,
    source: z.enum(['built_in', 'tenant', 'event']).meta({ description: 'Where the text in use comes from' }),
    subject: z.string(),
    body: z.string(),
    placeholders: z.array(z.object({ name: z.string(), description: z.string(), example: z.string() })),
    updated_at: instant.nullable(),
    updated_by_name: z.string().nullable(),
  })
  .meta({ id: 'NoticeTemplate', examples: [examples.noticeTemplate] })
export const noticeTemplates = z
  .object({ templates: z.array(noticeTemplate) })
  .meta({ id: 'NoticeTemplates', examples: [{ templates: [examples.noticeTemplate] }] })
export type NoticeTemplateView = z.infer<typeof noticeTemplate>

export const templateInput = z
  .strictObject({ kind: noticeKind, language, event_id: id.optional(), subject, body })
  .meta({ id: 'NoticeTemplateChange', examples: [examples.templateInput] })

export const renderedMessage = z
  .object({ subject: z.string(), text: z.string(), html: z.string() })
  .meta({ id: 'RenderedMessage', examples: [examples.renderedMessage] })

// The outbox -----------------------------------------------------------------------------------------------------------

export const outboxStatuses = ['WAITING', 'KEPT', 'DONE', 'FAILED'] as const
export const outboxChannels = ['mail', 'inbox'] as const
const outboxStatus = z.enum(outboxStatuses).meta({
  description:
    'KEPT: there was no mail server, or mail was paused. FAILED: given up, `last_error` says why. DONE: handed over',
})

export const outboxQuery = page.extend({
  status: outboxStatus.optional(),
  kind: noticeKind.optional(),
  channel: z.enum(outboxChannels).optional(),
  event_id: id.optional(),
})

export const outboxMessage = z
  .object({
    id,
    kind: noticeKind,
    channel: z.enum(outboxChannels),
    status: outboxStatus,
    user_id: id,
    person_name: z.string(),
    person_email: z.string(),
    event_id: id.nullable(),
    event_name: z.string().nullable(),
    registration_id: id.nullable(),
    attempts: count,
    next_attempt_at: instant.nullable().meta({ description: 'When it is tried again; null where it is not' }),
    last_error: z.string().nullable(),
    created_at: instant,
    done_at: instant.nullable(),
  })
  .meta({ id: 'OutboxMessage', examples: [examples.outboxMessage] })
export type OutboxMessageView = z.infer<typeof outboxMessage>

export const outboxAttempt = z.object({
  attempt_no: count,
  started_at: instant,
  milliseconds: count,
  outcome: z.enum(['SENT', 'TRY_AGAIN', 'FAILED']),
  answer: z.string().nullable().meta({ description: 'What the mail server said, or why there was no answer' }),
})

export const outboxMessageInFull = outboxMessage
  .extend({ ...renderedMessage.shape, message_id: z.string().nullable(), attempt_log: z.array(outboxAttempt) })
  .meta({
    id: 'OutboxMessageInFull',
    examples: [examples.outboxMessageInFull],
    description: 'With its text, as it is or was sent; links that sign somebody in are left out of it',
  })
export type OutboxMessageInFullView = z.infer<typeof outboxMessageInFull>

export const outboxRetry = z
  .strictObject({ status: z.enum(['FAILED', 'KEPT']), event_id: id.optional() })
  .meta({ id: 'OutboxRetry', examples: [examples.outboxRetry] })
export const outboxRetried = z
  .object({ retried: count })
  .meta({ id: 'OutboxRetried', examples: [examples.outboxRetried] })

export const outboxSummary = z
  .object({
    waiting: count,
    kept: count,
    failed: count,
    oldest_waiting_at: instant.nullable(),
    is_mail_set_up: z.boolean(),
  })
  .meta({ id: 'OutboxSummary', examples: [examples.outboxSummary], description: 'At most 10,000 of each are counted' })
export type OutboxSummaryView = z.infer<typeof outboxSummary>
