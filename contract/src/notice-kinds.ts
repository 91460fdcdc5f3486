/** What a template may name: each is filled in for whoever gets the message, and nothing else is. */
export const placeholders = {
  'person.name': 'Who gets the message',
  'organization.name': 'Your organisation',
  'event.name': 'The event',
  'event.date': "When it begins, in the event's time zone",
  'event.venue': 'Where it is',
  'option.name': 'What was asked for',
  'registration.amount': 'What it costs the budget, with its currency',
  'registration.notes': 'The notes of the registration: what whoever decided wrote there',
  'slot.label': 'The pickup slot',
  'slot.time': "From when until when, in the event's time zone",
  'slot.location': 'Where to pick it up',
  'slot.previous': 'The slot before it was changed',
  'offer.expires_at': "Until when the offer holds, in the event's time zone",
  'count.waiting': 'How many requests wait',
  'count.late': 'How many of them wait for longer than promised',
  'count.asked': 'How many asked since yesterday',
  'count.approved': 'How many were approved since yesterday',
  'budget.percent': 'How much of the budget is committed, in percent',
  'budget.committed': 'What is committed, with its currency',
  'budget.total': 'The budget, with its currency',
  'link.event': 'A link to the page of the event',
  'link.registration': 'A link to the registration, for its person',
  'link.offer': 'A link to take the offer, or to leave it',
  'link.approvals': 'A link to the approvals of the event',
  'link.budget': 'A link to the budget of the event',
  'link.sign_in': 'A link that signs its person in, once',
} as const
export type Placeholder = keyof typeof placeholders

/** Who gets a kind of notice: whoever registered, whoever runs the event, or somebody about their own account. */
export type NoticeAudience = 'person' | 'organizer' | 'account'

type Kind = {
  audience: NoticeAudience
  /** Whether its mail cannot be turned off: without it somebody would be left guessing. */
  isRequired: boolean
  /** Whether it is mailed where nobody has said anything. */
  isMailed: boolean
  placeholders: readonly Placeholder[]
}

const always = ['person.name', 'organization.name'] as const
const ofEvent = [...always, 'event.name', 'event.date', 'event.venue', 'link.event'] as const
const ofRegistration = [
  ...ofEvent,
  'option.name',
  'registration.amount',
  'slot.label',
  'slot.time',
  'slot.location',
  'link.registration',
] as const
const wanted = { audience: 'person', isRequired: false, isMailed: true } as const
const needed = { audience: 'person', isRequired: true, isMailed: true } as const
const forOrganizers = { audience: 'organizer', isRequired: false, isMailed: true } as const
const ofAccount = { audience: 'account', isRequired: true, isMailed: true } as const

/** Every kind of notice. */
export const noticeKinds = {
  registration_received: { ...wanted, placeholders: ofRegistration },
  registration_approved: { ...needed, placeholders: ofRegistration },
  registration_rejected: { ...needed, placeholders: [...ofRegistration, 'registration.notes'] },
  registration_cancelled: { ...needed, placeholders: [...ofRegistration, 'registration.notes'] },
  slot_changed: { ...needed, placeholders: [...ofRegistration, 'slot.previous'] },
  waitlist_joined: { ...wanted, placeholders: ofRegistration },
  waitlist_promoted: { ...needed, placeholders: ofRegistration },
  waitlist_offer: { ...needed, placeholders: [...ofRegistration, 'offer.expires_at', 'link.offer'] },
  waitlist_offer_expired: { ...wanted, placeholders: ofRegistration },
  event_reminder: { ...wanted, placeholders: ofRegistration },
  pickup_reminder: { ...wanted, placeholders: ofRegistration },
  requests_waiting: { ...forOrganizers, placeholders: [...ofEvent, 'count.waiting', 'count.late', 'link.approvals'] },
  budget_threshold: {
    ...forOrganizers,
    placeholders: [...ofEvent, 'budget.percent', 'budget.committed', 'budget.total', 'link.budget'],
  },
  digest: {
    ...forOrganizers,
    isMailed: false,
    placeholders: [...ofEvent, 'count.asked', 'count.approved', 'count.waiting', 'budget.percent', 'link.approvals'],
  },
  invitation: { ...ofAccount, placeholders: [...always, 'link.sign_in'] },
  sign_in_link: { ...ofAccount, placeholders: [...always, 'link.sign_in'] },
} as const satisfies Record<string, Kind>

export type NoticeKind = keyof typeof noticeKinds
export const noticeKindNames = Object.keys(noticeKinds) as [NoticeKind, ...NoticeKind[]]

export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]
