/** Every link of the app is built here, so that a page can move without anything pointing into the void. */
const event = (eventId: string) => `/app/events/${eventId}`

export const paths = {
  home: '/',
  signIn: (next?: string) => (next === undefined ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`),
  events: '/app/events',
  newEvent: '/app/events/new',
  overview: event,
  studio: (eventId: string) => `${event(eventId)}/edit`,
  approvals: (eventId: string) => `${event(eventId)}/approvals`,
  options: (eventId: string) => `${event(eventId)}/options`,
  registrations: (eventId: string) => `${event(eventId)}/registrations`,
  registration: (eventId: string, registrationId: string) => `${event(eventId)}/registrations/${registrationId}`,
  budget: (eventId: string) => `${event(eventId)}/budget`,
  eventAudit: (eventId: string) => `${event(eventId)}/audit`,
  people: '/app/people',
  apiKeys: '/app/api-keys',
  audit: '/app/audit',
  settings: '/app/settings',
  profile: '/app/profile',
  apiDocs: '/docs/',
  eventPage: (slug: string) => `/e/${slug}`,
  mine: '/mine',
  myRegistration: (registrationId: string) => `/mine/${registrationId}`,
} as const
