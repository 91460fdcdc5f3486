import { beforeAll, expect, test } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import type { Reply } from '../testing/reply.ts'

let server: TestApp
let tenant: TestTenant
let gala: Gala
beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
  gala = await givenGala(tenant, {
    hold: { budget: 'hold' },
    slotCapacity: 5,
    options: { Mug: { total: 10, cost: 25 }, Shirt: { total: 20, cost: 18.5 }, Talk: { total: 7, type: 'TRACK' } },
  })
  for (const [name, option, slot] of [
    ['ann', 'Mug', '10:00'],
    ['bob', 'Shirt', '11:00'],
    ['cem', 'Talk', undefined],
  ] as const) {
    await gala.register(name, option, slot)
  }
  await gala.approve('ann')
  await gala.approve('cem')
})

const names = ({ body }: Reply) => [...body].map(({ name }) => String(name))

test('an event says how it stands to those who see registrations, and to nobody else', async () => {
  const summary = {
    pending_count: 1,
    approved_count: 2,
    waitlisted_count: 0,
    pending_amount: 18.5,
    held_amount: 18.5,
    places_total: 37,
    places_committed: 2,
    slots_total: 10,
    slots_committed: 1,
  }
  for (const role of ['owner', 'organizer', 'approver', 'auditor'] as const) {
    expect((await tenant[role].get(gala.path)).body.summary).toEqual(summary)
    expect((await tenant[role].get('/events')).body[0]?.summary).toEqual(summary)
  }
  for (const role of ['member', 'desk'] as const) {
    expect((await tenant[role].get(gala.path)).body).not.toHaveProperty('summary')
    expect((await tenant[role].get('/events')).body[0]).not.toHaveProperty('summary')
  }
})

test('of an archived option only what is given away counts, and of labels only those that are slots', async () => {
  await tenant.organizer.delete(`${gala.path}/options/${gala.options.Mug}`)
  await tenant.organizer.post(`${gala.path}/slots`, { label: '12:00', capacity: 50 })
  expect((await tenant.auditor.get(gala.path)).body.summary).toMatchObject({
    places_total: 28,
    places_committed: 2,
    slots_total: 50,
    slots_committed: 0,
  })
})

test('what is not held is 0, and an empty event stands at 0', async () => {
  const empty = await tenant.organizer.post('/events', { name: 'Empty', event_budget_amount: 1 })
  const { summary } = (await tenant.owner.get(`/events/${String(empty.body.id)}`)).body
  expect(Object.values(summary ?? {})).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0])
})

test('events are found by name, venue and slug', async () => {
  await tenant.organizer.post('/events', {
    name: 'Winter Market',
    event_budget_amount: 1,
    venue: 'Werkspoor Hall',
    slug: 'market',
  })
  await tenant.organizer.post('/events', { name: '100% Fun', event_budget_amount: 1 })
  expect(names(await tenant.member.get('/events?q=market'))).toEqual(['Winter Market'])
  expect(names(await tenant.member.get('/events?q=werkSPOOR'))).toEqual(['Winter Market'])
  expect(names(await tenant.member.get('/events?q=%25'))).toEqual(['100% Fun'])
  expect(names(await tenant.member.get('/events?slug=market'))).toEqual(['Winter Market'])
  const none = await tenant.member.get('/events?slug=market&q=gala')
  expect(none).toMatchObject({ body: [], headers: { 'x-total-count': '0' } })
  expect(await tenant.member.get('/events?slug=Not%20One')).toMatchObject({ status: 422 })

  const other = await givenTenant(server, 'Other')
  expect(names(await other.owner.get('/events?slug=market'))).toEqual([])
})

test('a draft is found by its slug only by those who may change it', async () => {
  await tenant.organizer.post('/events', { name: 'Secret', event_budget_amount: 1, slug: 'secret', published: false })
  expect(names(await tenant.member.get('/events?slug=secret'))).toEqual([])
  expect(names(await tenant.organizer.get('/events?slug=secret'))).toEqual(['Secret'])
})
