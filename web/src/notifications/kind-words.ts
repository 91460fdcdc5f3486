import type { Schema } from '../api.ts'
import { defineWords } from '../words.ts'

export type NoticeKind = Schema<'InboxNotice'>['kind']

const en = {
  registration_received: 'Request received',
  registration_approved: 'Request approved',
  registration_rejected: 'Request rejected',
  registration_cancelled: 'Cancelled',
  slot_changed: 'Slot changed',
  waitlist_joined: 'On the waitlist',
  waitlist_promoted: 'Up from the waitlist',
  waitlist_offer: 'An offer from the waitlist',
  waitlist_offer_expired: 'An offer has run out',
  event_reminder: 'Reminder of an event',
  pickup_reminder: 'Reminder of a pickup',
  requests_waiting: 'Requests that wait too long',
  budget_threshold: 'Budget nearly spent',
  digest: 'Daily digest',
  invitation: 'Invitation',
  sign_in_link: 'Sign-in link',
} as const satisfies Record<NoticeKind, string>

const de = {
  registration_received: 'Anfrage angekommen',
  registration_approved: 'Anfrage zugesagt',
  registration_rejected: 'Anfrage abgelehnt',
  registration_cancelled: 'Storniert',
  slot_changed: 'Zeit geändert',
  waitlist_joined: 'Auf der Warteliste',
  waitlist_promoted: 'Von der Warteliste nachgerückt',
  waitlist_offer: 'Ein Angebot von der Warteliste',
  waitlist_offer_expired: 'Ein Angebot ist abgelaufen',
  event_reminder: 'Erinnerung an eine Veranstaltung',
  pickup_reminder: 'Erinnerung ans Abholen',
  requests_waiting: 'Anfragen, die zu lange warten',
  budget_threshold: 'Budget fast ausgegeben',
  digest: 'Tägliche Übersicht',
  invitation: 'Einladung',
  sign_in_link: 'Anmeldelink',
} as const satisfies Record<NoticeKind, string>

export const noticeKindNames = Object.keys(en) as NoticeKind[]

/** What each kind of notice is about, in a few words. */
export const useKindWords = defineWords('notice-kinds', { en, de })
