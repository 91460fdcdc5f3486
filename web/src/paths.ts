/** Every link of the app is built here, so that a page can move without anything pointing into the void. */
const event = (eventId: string) => `/app/events/${eventId}`

type Query = Record<string, string | readonly string[] | undefined>

/** What several values are asked by stands in a query several times, as the API has it. */
function withQuery(path: string, query: Query): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one) => [name, one]),
  )
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs).toString()}`
}

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
  eventMessages: (eventId: string) => `${event(eventId)}/messages`,
  waitlist: (eventId: string) => `${event(eventId)}/waitlist`,
  closing: (eventId: string) => `${event(eventId)}/closing`,
  people: '/app/people',
  apiKeys: '/app/api-keys',
  audit: '/app/audit',
  outbox: '/app/outbox',
  webhooks: '/app/webhooks',
  messages: '/app/messages',
  settings: '/app/settings',
  profile: '/app/profile',
  /** A page of its own, beside the app: it is opened, not led to. */
  desk: '/desk',
  desks: (eventId: string) => `${event(eventId)}/desks`,
  day: (eventId: string) => `${event(eventId)}/day`,
  inbox: '/app/inbox',
  // Files that the browser saves, straight from the API.
  registrationsFile: (eventId: string, query: Query) => withQuery(`/events/${eventId}/registrations.csv`, query),
  exportFile: (eventId: string, kind: string, format: 'csv' | 'xlsx', query: Query) =>
    withQuery(`/events/${eventId}/${kind === 'all' ? 'workbook' : kind}.${format}`, query),
  madeExport: (exportId: string) => `/exports/${exportId}/file`,
  auditFile: (eventId: string | undefined, query: Query) =>
    withQuery(eventId === undefined ? '/audit.csv' : `/events/${eventId}/audit.csv`, query),
  reportPdf: (eventId: string) => `/events/${eventId}/report.pdf`,
  badgesPdf: (eventId: string) => `/events/${eventId}/badges.pdf`,
  pickupListPdf: (eventId: string) => `/events/${eventId}/pickup-list.pdf`,
  ledgerProof: (eventId: string) => `/events/${eventId}/ledger/proof`,
  apiDocs: '/docs/',
  eventPage: (slug: string) => `/e/${slug}`,
  mine: '/mine',
  myInbox: '/mine/inbox',
  /** Behind the # it reaches no log. */
  offer: (token: string) => `/offer#token=${token}`,
  myRegistration: (registrationId: string) => `/mine/${registrationId}`,
} as const
