import { beforeAll, describe, expect, test } from 'vitest'
import { asOwner } from '../testing/as-owner.ts'
import { givenApp, givenTenant, operatorToken } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'

let server: TestApp
beforeAll(async () => {
  server = await givenApp()
})

const make = (tenant: TestTenant, headers = {}) => tenant.organizer.post('/tenant/sample-event', undefined, headers)

describe('a sample event', () => {
  let tenant: TestTenant
  let path: string
  beforeAll(async () => {
    tenant = await givenTenant(server)
    const made = await make(tenant)
    path = `/events/${String(made.body.id)}`
  })

  // The app says these numbers beforehand: web/src/events/SampleOffer.tsx.
  test('has something of everything: money, options, slots, requests approved and pending', async () => {
    const event = { name: 'Sample: Summer Day', published: false, is_active: true, currency: 'EUR' }
    expect((await tenant.organizer.get(path)).body).toMatchObject(event)
    // It is a draft: who does not change events does not see it.
    expect((await tenant.auditor.get(`${path}/budget-variance`)).status).toBe(404)
    const { body } = await tenant.owner.get(`${path}/budget-variance`)
    expect(body).toMatchObject({
      total_budget: 400,
      budget_committed: 285,
      approved_registrations_count: 8,
      pending_registrations_count: 10,
      pending_amount: 345,
    })
    const hoodie = [...(body.option_variance ?? [])].find(({ option_name: name }) => String(name) === 'Hoodie')
    expect(hoodie).toMatchObject({ total_available: 3, committed_count: 2, available_slots: 1 })
    const slots = await tenant.owner.get(`${path}/slots?limit=100`)
    expect(slots.headers['x-total-count']).toBe('8')
    expect([...slots.body].find(({ label }) => String(label) === 'Entrance 12:00')).toMatchObject({ available: 0 })
  })

  test('shows all that can be short: approving the rest meets stock, money and slot', async () => {
    const pending = await tenant.owner.get(`${path}/registrations?status_filter=PENDING&order=oldest&limit=100`)
    const met = new Set<string>()
    for (const { id } of pending.body) {
      const answer = await tenant.owner.put(`${path}/registrations/${String(id)}`, { status: 'APPROVED' })
      for (const { conflict_type: type } of answer.body.conflicts ?? []) met.add(String(type))
    }
    expect([...met].sort()).toEqual(['BUDGET_EXHAUSTED', 'INVENTORY_EXHAUSTED', 'SLOT_CONFLICT'])
  })

  test('its people may not come in, have addresses that lead nowhere, and no way to sign in', async () => {
    const people = [...(await tenant.owner.get('/users?limit=100')).body].filter(({ name }) =>
      /Sample/.test(String(name)),
    )
    expect(people.length).toBe(12)
    for (const { email, role, is_active } of people) {
      expect([String(email).split('@')[1], role, is_active]).toEqual(['sample.invalid', 'member', false])
    }
    const ids = people.map(({ id }) => String(id))
    const [{ count } = { count: -1 }] = await asOwner<{ count: number }>(
      server.database,
      'select count(*)::int as count from auth.membership where user_id = any($1::uuid[])',
      [ids],
    )
    expect(count).toBe(0)
    expect((await tenant.owner.get('/api-keys?limit=100')).text).not.toMatch(new RegExp(ids.join('|')))
  })

  test('its books and both trails are true, and say who asked for it', async () => {
    expect((await tenant.owner.get(`${path}/ledger/verify`)).body).toMatchObject({ is_intact: true, deviations: [] })
    const trail = (await tenant.owner.get(`${path}/audit?limit=100`)).body
    const byOrganizer = [...trail].filter(({ actor_id: id }) => String(id) === tenant.organizer.userId)
    expect(byOrganizer.length).toBeGreaterThan(25)
    const own = (await tenant.owner.get('/audit?limit=100&action=user.')).body
    expect([...own].filter(({ actor_id: id }) => String(id) === tenant.organizer.userId).length).toBe(24)
  })

  test('is gone from sight once archived, and there is no second one', async () => {
    expect((await tenant.organizer.delete(path)).status).toBe(204)
    expect((await tenant.organizer.get('/events')).body).toEqual([])
    expect(await make(tenant)).toMatchObject({ status: 409, body: { code: 'EVENTS_EXIST' } })
  })
})

test('it is made once for its key, whole; the second of two at once finds that there is an event', async () => {
  const tenant = await givenTenant(server)
  const key = { 'idempotency-key': 'sample' }
  const first = await make(tenant, key)
  const again = await make(tenant, key)
  expect(again).toMatchObject({ status: 201, body: first.body, headers: { 'idempotency-replayed': 'true' } })

  const other = await givenTenant(server, 'Other')
  const both = await Promise.all([make(other), make(other)])
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([201, 409]))
  expect((await other.owner.get('/events')).headers['x-total-count']).toBe('1')
  expect((await other.owner.get('/users?limit=100&q=sample.invalid')).headers['x-total-count']).toBe('12')
})

test('not where there is an event, be it a draft; then nothing is left behind', async () => {
  const tenant = await givenTenant(server)
  await tenant.owner.post('/events', { name: 'Mine', event_budget_amount: 1, published: false })
  expect(await make(tenant, { 'idempotency-key': 'x' })).toMatchObject({ status: 409, body: { code: 'EVENTS_EXIST' } })
  expect((await tenant.owner.get('/users?q=sample.invalid')).body).toEqual([])
})

test.each(['JPY', 'KWD'])('it has the money and the day of its organisation: %s', async (currency) => {
  const { body } = await server.as(operatorToken).post('/tenants', { name: currency, currency, timezone: 'Asia/Tokyo' })
  const id = String(body.id)
  const operator = server.as(operatorToken)
  const user = await operator.post(`/tenants/${id}/users`, { email: 'o@example.org', name: 'O', role: 'owner' })
  const { body: made } = await operator.post(`/tenants/${id}/api-keys`, { user_id: user.body.id, name: 'x' })
  const sample = await server.as(String(made.key)).post('/tenant/sample-event')
  expect(sample).toMatchObject({ status: 201, body: { currency, timezone: 'Asia/Tokyo', event_budget_amount: 400 } })
  // Ten in the morning there.
  expect(String(sample.body.event_date)).toMatch(/T01:00:00/)
})
