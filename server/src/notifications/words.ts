import type { Language, Placeholder } from '@allot/contract'

type Words = {
  what: string
  amount: string
  slot: string
  time: string
  place: string
  notes: string
  previously: string
  when: string
  where: string
  code: string
  instead: string
  left: (count: number) => string
  buttons: Partial<Record<Placeholder, string>>
  /** Why somebody gets this. */
  footer: (organization: string) => string
  choose: string
  trial: string
}

/** What stands around the text of a message. */
export const words: Record<Language, Words> = {
  en: {
    what: 'For',
    amount: 'Amount',
    slot: 'Pickup slot',
    time: 'Time',
    place: 'Place',
    notes: 'Note',
    previously: 'Before',
    when: 'Begins',
    where: 'Where',
    code: 'Your code',
    instead: 'You can still have',
    left: (count) => `${count} left`,
    buttons: {
      'link.event': 'Open the event',
      'link.registration': 'Open my registration',
      'link.offer': 'Take the place, or leave it',
      'link.approvals': 'Open the approvals',
      'link.budget': 'Open the budget',
      'link.sign_in': 'Sign in',
    },
    footer: (organization) => `You get this because you are known to ${organization}.`,
    choose: 'Choose what you get',
    trial: 'This is a test with example values.',
  },
  de: {
    what: 'Für',
    amount: 'Betrag',
    slot: 'Abholzeit',
    time: 'Zeit',
    place: 'Ort',
    notes: 'Notiz',
    previously: 'Vorher',
    when: 'Beginn',
    where: 'Wo',
    code: 'Dein Code',
    instead: 'Das gibt es noch',
    left: (count) => `noch ${count}`,
    buttons: {
      'link.event': 'Zum Event',
      'link.registration': 'Meine Anmeldung ansehen',
      'link.offer': 'Platz annehmen oder ablehnen',
      'link.approvals': 'Zu den Freigaben',
      'link.budget': 'Zum Budget',
      'link.sign_in': 'Anmelden',
    },
    footer: (organization) => `Du bekommst das, weil ${organization} dich kennt.`,
    choose: 'Wähle, was du bekommst',
    trial: 'Das ist ein Test mit Beispielwerten.',
  },
}
