import { expect, test } from 'vitest'
import { crumbsOf, isHere, placeOf, placesOfEvent, placesOfMine, placesOfTabs, placesOfTenant } from './places.ts'
import type { Place } from './places.ts'

// As server/src/platform/roles.ts has them.
const member = ['event.read', 'registration.own', 'self.read']
const auditor = ['event.read', 'registration.read', 'ledger.read', 'self.read']
const approver = [...auditor, 'registration.decide', 'registration.own']
const organizer = [...approver, 'event.manage', 'collection.collect']
const owner = [...organizer, 'tenant.manage']
const names = (places: Place[]) => places.map(({ name }) => name).join(' ')

test('everybody sees the pages they may open, and no other', () => {
  expect(names(placesOfTenant(owner))).toBe('events people apiKeys webhooks messages outbox audit settings')
  expect(names(placesOfTenant(organizer))).toBe('events audit')
  expect(names(placesOfTenant(member))).toBe('events')
  expect(names(placesOfEvent(organizer, 'e1'))).toBe(
    'overview approvals options registrations waitlist budget day desks closing eventAudit eventMessages eventSettings',
  )
  expect(names(placesOfEvent(auditor, 'e1'))).toBe(
    'overview options registrations waitlist budget day closing eventAudit',
  )
  expect(names(placesOfEvent(member, 'e1'))).toBe('options')
  expect(names(placesOfMine(owner))).toBe('inbox mine profile apiDocs')
  expect(names(placesOfMine(approver))).toBe('inbox mine profile')
})

test('a key leads nowhere one may not go, nor into an event while none is open', () => {
  expect(placeOf('approvals', organizer, 'e1')).toMatchObject({ path: '/app/events/e1/approvals' })
  expect(placeOf('approvals', auditor, 'e1')).toBeUndefined()
  expect(placeOf('newEvent', approver, undefined)).toBeUndefined()
  expect(placeOf('overview', owner, undefined)).toBeUndefined()
  expect(placesOfEvent(owner, undefined)).toEqual([])
})

test('a phone has at most four tabs beside the one for the rest', () => {
  expect(names(placesOfTabs(owner, 'e1'))).toBe('overview approvals options budget')
  expect(names(placesOfTabs(auditor, 'e1'))).toBe('overview options budget')
  expect(names(placesOfTabs(owner, undefined))).toBe('events mine')
  expect(names(placesOfTabs(member, 'e1'))).toBe('events options mine')
})

test('one is in a place on its pages below, unless those are places of their own', () => {
  const at = '/app/events/e1/registrations/r1'
  const here = placesOfEvent(owner, 'e1').filter((place) => isHere(place, at))
  expect(names(here)).toBe('registrations')
  expect(placesOfTenant(owner).filter((place) => isHere(place, '/app/events/new'))).toEqual([])
})

test.each([
  ['/app/events', undefined, 'events'],
  ['/app/events/new', undefined, 'events newEvent'],
  ['/app/events/e1', 'e1', 'events event'],
  ['/app/events/e1/edit', 'e1', 'events event eventSettings'],
  ['/app/events/e1/approvals', 'e1', 'events event approvals'],
  ['/app/events/e1/audit', 'e1', 'events event eventAudit'],
  ['/app/events/e1/registrations/r1', 'e1', 'events event registrations registration'],
  ['/app/people', undefined, 'people'],
  ['/app/api-keys', undefined, 'apiKeys'],
  ['/app/audit', undefined, 'audit'],
  ['/app/outbox', undefined, 'outbox'],
  ['/app/webhooks', undefined, 'webhooks'],
  ['/app/messages', undefined, 'messages'],
  ['/app/events/e1/waitlist', 'e1', 'events event waitlist'],
  ['/app/events/e1/day', 'e1', 'events event day'],
  ['/app/events/e1/desks', 'e1', 'events event desks'],
  ['/app/events/e1/messages', 'e1', 'events event eventMessages'],
  ['/app/settings', undefined, 'settings'],
  ['/app/inbox', undefined, 'inbox'],
  ['/app/profile', undefined, 'profile'],
])('at %s one is told so', (at, eventId, says) => {
  expect(
    crumbsOf(at, eventId)
      .map((crumb) => crumb.says)
      .join(' '),
  ).toBe(says)
})
