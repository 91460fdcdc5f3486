import type { Language, NoticeKind } from '@allot/contract'
import type { Template } from './template.ts'

/** The texts that Allot brings along. */
export const builtIn: Record<Language, Record<NoticeKind, Template>> = {
  en: {
    registration_received: {
      subject: 'We have your request for {{option.name}}',
      body: 'Hello {{person.name}},\n\nyour request for {{option.name}} at {{event.name}} has arrived. You will hear from us once it is decided; until then there is nothing for you to do.\n\n{{link.registration}}',
    },
    registration_approved: {
      subject: 'Approved: {{option.name}} for {{event.name}}',
      body: 'Hello {{person.name}},\n\nyour request for {{option.name}} at {{event.name}} was approved. Bring the code below; it also stands in the app, without a network too.\n\n{{link.registration}}',
    },
    registration_rejected: {
      subject: 'Not this time: {{option.name}} for {{event.name}}',
      body: 'Hello {{person.name}},\n\nyour request for {{option.name}} at {{event.name}} could not be approved.',
    },
    registration_cancelled: {
      subject: 'Cancelled: {{option.name}} for {{event.name}}',
      body: 'Hello {{person.name}},\n\nyour registration for {{option.name}} at {{event.name}} was cancelled. Its code is no longer valid.',
    },
    slot_changed: {
      subject: 'Another time for {{option.name}}: {{slot.label}}',
      body: 'Hello {{person.name}},\n\nyour pickup slot for {{option.name}} at {{event.name}} is now {{slot.label}}. Your code stays the same.\n\n{{link.registration}}',
    },
    waitlist_joined: {
      subject: 'You are on the waitlist for {{event.name}}',
      body: 'Hello {{person.name}},\n\nyou are on the waitlist at {{event.name}}. You will hear from us as soon as there is a place for you.\n\n{{link.registration}}',
    },
    waitlist_promoted: {
      subject: 'A place came free: {{option.name}} for {{event.name}}',
      body: 'Hello {{person.name}},\n\na place came free: your request for {{option.name}} at {{event.name}} has left the waitlist and is being decided. The place is held for you.\n\n{{link.registration}}',
    },
    waitlist_offer: {
      subject: 'A place for you: {{option.name}}, until {{offer.expires_at}}',
      body: 'Hello {{person.name}},\n\na place came free: {{option.name}} at {{event.name}} is held for you until {{offer.expires_at}}. Please say whether you want it; after that it goes to the next person.\n\n{{link.offer}}',
    },
    waitlist_offer_expired: {
      subject: 'The offer has run out: {{option.name}} for {{event.name}}',
      body: 'Hello {{person.name}},\n\nthe place that was held for you at {{event.name}} has gone to the next person.\n\n{{link.event}}',
    },
    event_reminder: {
      subject: 'Soon: {{event.name}}, {{event.date}}',
      body: 'Hello {{person.name}},\n\n{{event.name}} begins on {{event.date}}. Have your code at hand.\n\n{{link.registration}}',
    },
    pickup_reminder: {
      subject: 'Pick up {{option.name}}: {{slot.label}}',
      body: 'Hello {{person.name}},\n\n{{option.name}} can soon be picked up. Have your code at hand.\n\n{{link.registration}}',
    },
    requests_waiting: {
      subject: 'Waiting for longer than promised: {{count.late}} at {{event.name}}',
      body: 'Hello {{person.name}},\n\nrequests that wait for a decision at {{event.name}}: {{count.waiting}}. For longer than people were promised: {{count.late}}.\n\n{{link.approvals}}',
    },
    budget_threshold: {
      subject: '{{budget.percent}} of the budget is committed: {{event.name}}',
      body: 'Hello {{person.name}},\n\nof the budget of {{event.name}}, {{budget.total}}, {{budget.committed}} is committed: {{budget.percent}}.\n\n{{link.budget}}',
    },
    digest: {
      subject: 'Since yesterday: {{event.name}}',
      body: 'Hello {{person.name}},\n\n{{event.name}} since yesterday: new requests {{count.asked}}, approved {{count.approved}}. Waiting for a decision: {{count.waiting}}. Of the budget {{budget.percent}} is committed.\n\n{{link.approvals}}',
    },
    invitation: {
      subject: 'Your way in to {{organization.name}}',
      body: 'Hello {{person.name}},\n\n{{organization.name}} has invited you. The link works once, for seven days; with it you choose a password.\n\n{{link.sign_in}}',
    },
    sign_in_link: {
      subject: 'Your sign-in link for {{organization.name}}',
      body: 'Hello {{person.name}},\n\nthis link signs you in to {{organization.name}}. It works once, for one hour. If you did not ask for it, there is nothing to do.\n\n{{link.sign_in}}',
    },
  },
  de: {
    registration_received: {
      subject: 'Deine Anfrage für {{option.name}} ist da',
      body: 'Hallo {{person.name}},\n\ndeine Anfrage für {{option.name}} bei {{event.name}} ist angekommen. Du hörst von uns, sobald entschieden ist; bis dahin musst du nichts tun.\n\n{{link.registration}}',
    },
    registration_approved: {
      subject: 'Zugesagt: {{option.name}} für {{event.name}}',
      body: 'Hallo {{person.name}},\n\ndeine Anfrage für {{option.name}} bei {{event.name}} ist zugesagt. Bring den Code unten mit; er steht auch in der App, selbst ohne Netz.\n\n{{link.registration}}',
    },
    registration_rejected: {
      subject: 'Diesmal leider nicht: {{option.name}} für {{event.name}}',
      body: 'Hallo {{person.name}},\n\ndeine Anfrage für {{option.name}} bei {{event.name}} konnte nicht zugesagt werden.',
    },
    registration_cancelled: {
      subject: 'Storniert: {{option.name}} für {{event.name}}',
      body: 'Hallo {{person.name}},\n\ndeine Anmeldung für {{option.name}} bei {{event.name}} wurde storniert. Der Code gilt nicht mehr.',
    },
    slot_changed: {
      subject: 'Neue Zeit für {{option.name}}: {{slot.label}}',
      body: 'Hallo {{person.name}},\n\ndeine Abholzeit für {{option.name}} bei {{event.name}} ist jetzt {{slot.label}}. Dein Code bleibt derselbe.\n\n{{link.registration}}',
    },
    waitlist_joined: {
      subject: 'Du stehst auf der Warteliste für {{event.name}}',
      body: 'Hallo {{person.name}},\n\ndu stehst bei {{event.name}} auf der Warteliste. Sobald es einen Platz für dich gibt, hörst du von uns.\n\n{{link.registration}}',
    },
    waitlist_promoted: {
      subject: 'Ein Platz ist frei: {{option.name}} für {{event.name}}',
      body: 'Hallo {{person.name}},\n\nein Platz ist frei geworden: Deine Anfrage für {{option.name}} bei {{event.name}} steht nicht mehr auf der Warteliste und wird entschieden. Der Platz ist für dich zurückgehalten.\n\n{{link.registration}}',
    },
    waitlist_offer: {
      subject: 'Ein Platz für dich: {{option.name}}, bis {{offer.expires_at}}',
      body: 'Hallo {{person.name}},\n\nein Platz ist frei geworden: {{option.name}} bei {{event.name}} ist bis {{offer.expires_at}} für dich zurückgehalten. Sag bitte, ob du ihn möchtest; danach bekommt ihn die nächste Person.\n\n{{link.offer}}',
    },
    waitlist_offer_expired: {
      subject: 'Das Angebot ist abgelaufen: {{option.name}} für {{event.name}}',
      body: 'Hallo {{person.name}},\n\nder Platz, der bei {{event.name}} für dich zurückgehalten war, ist an die nächste Person gegangen.\n\n{{link.event}}',
    },
    event_reminder: {
      subject: 'Bald: {{event.name}}, {{event.date}}',
      body: 'Hallo {{person.name}},\n\n{{event.name}} beginnt am {{event.date}}. Halte deinen Code bereit.\n\n{{link.registration}}',
    },
    pickup_reminder: {
      subject: '{{option.name}} abholen: {{slot.label}}',
      body: 'Hallo {{person.name}},\n\n{{option.name}} liegt bald für dich bereit. Halte deinen Code bereit.\n\n{{link.registration}}',
    },
    requests_waiting: {
      subject: 'Wartet länger als versprochen: {{count.late}} bei {{event.name}}',
      body: 'Hallo {{person.name}},\n\nAnfragen, die bei {{event.name}} auf eine Entscheidung warten: {{count.waiting}}. Länger als versprochen: {{count.late}}.\n\n{{link.approvals}}',
    },
    budget_threshold: {
      subject: '{{budget.percent}} des Budgets sind gebunden: {{event.name}}',
      body: 'Hallo {{person.name}},\n\nvom Budget von {{event.name}}, {{budget.total}}, sind {{budget.committed}} gebunden: {{budget.percent}}.\n\n{{link.budget}}',
    },
    digest: {
      subject: 'Seit gestern: {{event.name}}',
      body: 'Hallo {{person.name}},\n\n{{event.name}} seit gestern: neue Anfragen {{count.asked}}, zugesagt {{count.approved}}. Auf eine Entscheidung warten: {{count.waiting}}. Vom Budget sind {{budget.percent}} gebunden.\n\n{{link.approvals}}',
    },
    invitation: {
      subject: 'Dein Zugang zu {{organization.name}}',
      body: 'Hallo {{person.name}},\n\n{{organization.name}} hat dich eingeladen. Der Link gilt einmal, sieben Tage lang; mit ihm wählst du ein Passwort.\n\n{{link.sign_in}}',
    },
    sign_in_link: {
      subject: 'Dein Anmeldelink für {{organization.name}}',
      body: 'Hallo {{person.name}},\n\nmit diesem Link meldest du dich bei {{organization.name}} an. Er gilt einmal, eine Stunde lang. Wenn du ihn nicht angefordert hast, musst du nichts tun.\n\n{{link.sign_in}}',
    },
  },
}
