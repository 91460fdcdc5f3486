import { eventId, priyaId, registrationId } from './examples.ts'

/** Examples of notices, templates and the outbox, for the API document. */

const noticeId = '019b2f72-1c2d-7a5b-8e6f-3a4b5c6d7e20'
const event = { event_id: eventId, event_name: 'Annual Day 2027' }

export const inboxNotice = {
  id: noticeId,
  kind: 'registration_approved',
  title: 'Approved: Merino Hoodie for Annual Day 2027',
  text: 'Hello Priya Raman,\n\nyour request for Merino Hoodie was approved.',
  ...event,
  event_slug: 'annual-day-2027',
  registration_id: registrationId,
  created_at: '2027-03-02T09:15:00.000Z',
  read_at: null,
}
export const inboxSummary = { unread_count: 3, newest_id: noticeId }
export const inboxMark = { is_read: true, notice_ids: [noticeId] }

export const noticeChoices = {
  kinds: [
    { kind: 'registration_received', mail: false, inbox: true, is_required: false },
    { kind: 'registration_approved', mail: true, inbox: true, is_required: true },
  ],
}
export const noticeChoicesInput = { kinds: [{ kind: 'registration_received', mail: false }] }

export const eventNoticeSettings = {
  event_reminder_hours: 24,
  pickup_reminder_hours: 2,
  promised_days: 3,
  budget_threshold_percent: 90,
}
export const eventNoticeSettingsPatch = { promised_days: 5 }
export const tenantNoticeSettings = {
  language: 'de',
  reply_to: 'events@example.org',
  is_mail_paused: false,
  is_mail_set_up: true,
}
export const tenantNoticeSettingsPatch = { language: 'de' }

const words = {
  subject: '{{option.name}} is yours',
  body: 'Dear {{person.name}},\n\nsee you at {{event.name}}!\n\n{{link.registration}}',
}
export const noticeTemplate = {
  kind: 'registration_approved',
  language: 'en',
  source: 'event',
  ...words,
  placeholders: [{ name: 'person.name', description: 'Who gets the message', example: 'Priya Raman' }],
  updated_at: '2027-03-01T10:00:00.000Z',
  updated_by_name: 'Ines Moreau',
}
export const templatePlace = { kind: 'registration_approved', language: 'en', event_id: eventId }
export const templateInput = { kind: 'registration_approved', language: 'en', event_id: eventId, ...words }
export const renderedMessage = {
  subject: 'Merino Hoodie is yours',
  text: 'Dear Priya Raman,\n\nsee you at Annual Day 2027!',
  html: '<!DOCTYPE html><html lang="en"><body><p>Dear Priya Raman,</p></body></html>',
}

export const outboxMessage = {
  id: noticeId,
  kind: 'registration_approved',
  channel: 'mail',
  status: 'FAILED',
  user_id: priyaId,
  person_name: 'Priya Raman',
  person_email: 'priya@example.org',
  ...event,
  registration_id: registrationId,
  attempts: 1,
  next_attempt_at: null,
  last_error: 'The mail server refused it: 550 5.1.1 No such mailbox',
  created_at: '2027-03-02T09:15:00.000Z',
  done_at: null,
}
export const outboxMessageInFull = {
  ...outboxMessage,
  ...renderedMessage,
  message_id: `<${noticeId}@allot.example.org>`,
  attempt_log: [
    {
      attempt_no: 1,
      started_at: '2027-03-02T09:15:02.000Z',
      milliseconds: 214,
      outcome: 'FAILED',
      answer: '550 5.1.1 No such mailbox',
    },
  ],
}
export const outboxRetry = { status: 'FAILED' }
export const outboxRetried = { retried: 12 }
export const outboxSummary = {
  waiting: 2,
  kept: 0,
  failed: 12,
  oldest_waiting_at: '2027-03-02T09:15:00.000Z',
  is_mail_set_up: true,
}
