import { paths } from '../paths.ts'

/** Every page there is in the frame, by the word that says it. */
export type PlaceName = keyof typeof pathOf

/** Where a place is; those of an event need to know which. */
const pathOf = {
  events: () => paths.events,
  newEvent: () => paths.newEvent,
  people: () => paths.people,
  apiKeys: () => paths.apiKeys,
  audit: () => paths.audit,
  outbox: () => paths.outbox,
  webhooks: () => paths.webhooks,
  messages: () => paths.messages,
  settings: () => paths.settings,
  overview: paths.overview,
  approvals: paths.approvals,
  options: paths.options,
  registrations: paths.registrations,
  waitlist: paths.waitlist,
  budget: paths.budget,
  closing: paths.closing,
  day: paths.day,
  desks: paths.desks,
  eventAudit: paths.eventAudit,
  eventMessages: paths.eventMessages,
  eventSettings: paths.studio,
  inbox: () => paths.inbox,
  mine: () => paths.mine,
  profile: () => paths.profile,
  apiDocs: () => paths.apiDocs,
}

export type Place = {
  name: PlaceName
  path: string
  /** Whether pages below it are pages of their own, and not part of it. */
  isExact: boolean
}

const needs: Partial<Record<PlaceName, readonly string[]>> = {
  newEvent: ['event.manage'],
  people: ['tenant.manage'],
  apiKeys: ['tenant.manage'],
  audit: ['ledger.read'],
  outbox: ['tenant.manage'],
  webhooks: ['tenant.manage'],
  messages: ['tenant.manage'],
  settings: ['tenant.manage'],
  overview: ['registration.read'],
  approvals: ['registration.read', 'registration.decide'],
  registrations: ['registration.read'],
  waitlist: ['registration.read'],
  budget: ['registration.read'],
  closing: ['registration.read'],
  day: ['registration.read'],
  desks: ['collection.collect'],
  eventAudit: ['registration.read'],
  eventMessages: ['event.manage'],
  eventSettings: ['event.manage'],
  apiDocs: ['tenant.manage'],
}
const exact: readonly PlaceName[] = ['events', 'audit', 'overview']
const ofTenant = [
  'events',
  'people',
  'apiKeys',
  'webhooks',
  'messages',
  'outbox',
  'audit',
  'settings',
] as const satisfies readonly PlaceName[]
const ofEvent = [
  'overview',
  'approvals',
  'options',
  'registrations',
  'waitlist',
  'budget',
  'day',
  'desks',
  'closing',
  'eventAudit',
  'eventMessages',
  'eventSettings',
] as const satisfies readonly PlaceName[]

/** A place, where the person may go there; one of an event only while an event is open. */
export function placeOf(
  name: PlaceName,
  permissions: readonly string[],
  eventId: string | undefined,
): Place | undefined {
  const isOfEvent = (ofEvent as readonly PlaceName[]).includes(name)
  if (isOfEvent && eventId === undefined) return undefined
  if (!(needs[name] ?? []).every((needed) => permissions.includes(needed))) return undefined
  return { name, path: pathOf[name](eventId ?? ''), isExact: exact.includes(name) }
}

function listPlaces(names: readonly PlaceName[], permissions: readonly string[], eventId?: string): Place[] {
  return names.flatMap((name) => placeOf(name, permissions, eventId) ?? [])
}

/** The pages of the organisation. */
export function placesOfTenant(permissions: readonly string[]): Place[] {
  return listPlaces(ofTenant, permissions)
}

/** The pages of an event. */
export function placesOfEvent(permissions: readonly string[], eventId: string | undefined): Place[] {
  return listPlaces(ofEvent, permissions, eventId)
}

/** What is one's own, or stands beside all pages. */
export function placesOfMine(permissions: readonly string[]): Place[] {
  return listPlaces(['inbox', 'mine', 'profile', 'apiDocs'], permissions)
}

/**
 * The tabs of a phone, of which there is room for five: these, and one for the rest. Overview, approvals, options and
 * budget while an event is open, for those who see them.
 */
export function placesOfTabs(permissions: readonly string[], eventId: string | undefined): Place[] {
  const inEvent = listPlaces(['overview', 'approvals', 'options', 'budget'], permissions, eventId)
  const canRead = permissions.includes('registration.read')
  return canRead && inEvent.length > 0
    ? inEvent
    : [...listPlaces(['events'], permissions), ...inEvent, ...listPlaces(['mine'], permissions)]
}

export function isHere({ path, isExact }: Place, at: string): boolean {
  return at === path || (!isExact && at.startsWith(`${path}/`))
}

/** One step of where one is: a place, or the open event, or something of it that has no page of its own in the list. */
export type Crumb = { says: PlaceName | 'event' | 'registration'; path: string }

/** Where one is, from the outside inwards; the last is the page itself. */
export function crumbsOf(at: string, eventId: string | undefined): Crumb[] {
  const events: Crumb = { says: 'events', path: paths.events }
  if (at === paths.events) return [events]
  if (at === paths.newEvent) return [events, { says: 'newEvent', path: at }]
  if (eventId === undefined) {
    const names = [...ofTenant, 'inbox', 'profile'] as const
    return names.filter((name) => pathOf[name]() === at).map((name) => ({ says: name, path: at }))
  }
  const event: Crumb = { says: 'event', path: paths.overview(eventId) }
  if (at === event.path) return [events, event]
  const inside = ofEvent
    .filter((name) => name !== 'overview')
    .find((name) => isHere({ name, path: pathOf[name](eventId), isExact: false }, at))
  if (inside === undefined) return [events, event]
  const page: Crumb = { says: inside, path: pathOf[inside](eventId) }
  return at === page.path ? [events, event, page] : [events, event, page, { says: 'registration', path: at }]
}
