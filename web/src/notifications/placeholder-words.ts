import { defineWords } from '../words.ts'

const en = {
  'person.name': 'Who gets the message',
  'organization.name': 'Your organisation',
  'event.name': 'The event',
  'event.date': "When it begins, in the event's time zone",
  'event.venue': 'Where it is',
  'option.name': 'What was asked for',
  'registration.amount': 'What it costs the budget',
  'registration.notes': 'What whoever decided wrote',
  'slot.label': 'The pickup slot',
  'slot.time': 'From when until when',
  'slot.location': 'Where to pick it up',
  'slot.previous': 'The slot before it was changed',
  'offer.expires_at': 'Until when the offer holds',
  'count.waiting': 'How many requests wait',
  'count.late': 'How many wait for longer than promised',
  'count.asked': 'How many asked since yesterday',
  'count.approved': 'How many were approved since yesterday',
  'budget.percent': 'How much of the budget is committed, in percent',
  'budget.committed': 'What is committed',
  'budget.total': 'The budget',
  'link.event': 'To the page of the event',
  'link.registration': 'To the registration, for its person',
  'link.offer': 'To take the offer, or to leave it',
  'link.approvals': 'To the approvals of the event',
  'link.budget': 'To the budget of the event',
  'link.sign_in': 'Signs its person in, once',
} as const

const de = {
  'person.name': 'Wer die Nachricht bekommt',
  'organization.name': 'Eure Organisation',
  'event.name': 'Die Veranstaltung',
  'event.date': 'Wann sie beginnt, in ihrer Zeitzone',
  'event.venue': 'Wo sie ist',
  'option.name': 'Was angefragt wurde',
  'registration.amount': 'Was es vom Budget kostet',
  'registration.notes': 'Was dazu geschrieben wurde',
  'slot.label': 'Die Abholzeit',
  'slot.time': 'Von wann bis wann',
  'slot.location': 'Wo es abzuholen ist',
  'slot.previous': 'Die Zeit vor der Änderung',
  'offer.expires_at': 'Bis wann das Angebot gilt',
  'count.waiting': 'Wie viele Anfragen warten',
  'count.late': 'Wie viele länger warten als versprochen',
  'count.asked': 'Wie viele seit gestern angefragt haben',
  'count.approved': 'Wie vielen seit gestern zugesagt wurde',
  'budget.percent': 'Wie viel vom Budget zugesagt ist, in Prozent',
  'budget.committed': 'Was zugesagt ist',
  'budget.total': 'Das Budget',
  'link.event': 'Zur Seite der Veranstaltung',
  'link.registration': 'Zur Anmeldung, für ihre Person',
  'link.offer': 'Das Angebot annehmen oder ablehnen',
  'link.approvals': 'Zu den Zusagen der Veranstaltung',
  'link.budget': 'Zum Budget der Veranstaltung',
  'link.sign_in': 'Meldet ihre Person an, einmal',
} as const

const useWords = defineWords('placeholders', { en, de })

/** Says what a placeholder stands for; one that is newer than this page in the words of the API. */
export function useSayPlaceholder(): (placeholder: { name: string; description: string }) => string {
  const say = useWords()
  return ({ name, description }) => (name in en ? say(name as keyof typeof en) : description)
}
