import { beforeAll, describe, expect, test } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import type { Client, Json, Reply } from '../testing/reply.ts'

const everything = {
  name: 'Annual Day 2027',
  description: 'Lunch, talks and a present.',
  event_type: 'ANNUAL_DAY',
  currency: 'USD',
  timezone: 'America/New_York',
  event_budget_amount: 12_345.67,
  event_date: '2027-05-21T07:00:00.000Z',
  ends_at: '2027-05-21T15:00:00.000Z',
  venue: 'The old harbour',
  registration_start_date: '2027-04-01T00:00:00.000Z',
  registration_end_date: '2027-05-01T00:00:00.000Z',
  hold_policy: { stock: 'hold', slot: 'check', budget: 'hold' },
  registration_limit: 'one_per_type',
  pickup_slot_capacity: 25,
  waitlist_policy: { is_open: true, order: 'priority', promotion: 'offer', offer_hours: 48 },
  slug: 'annual-day-2027',
  published: false,
}

let server: TestApp
beforeAll(async () => {
  server = await givenApp()
})

const created = async (by: Client, fields: object = {}): Promise<Json> => {
  const reply = await by.post('/events', { name: 'Gala', event_budget_amount: 100, ...fields })
  if (reply.status !== 201) throw new Error(reply.text)
  return reply.body
}

/** The actions in an event's trail, oldest first. */
const trailOf = async (tenant: TestTenant, event: Json): Promise<string[]> => {
  const { body } = await tenant.owner.get(`/events/${event.id}/audit?limit=100`)
  return [...body].map(({ action }) => String(action)).reverse()
}

const fieldsAtFault = ({ body }: Reply): string[] => [...(body.errors ?? [])].map(({ path }) => String(path))

describe('creating an event', () => {
  let tenant: TestTenant
  beforeAll(async () => {
    tenant = await givenTenant(server)
  })

  test('every field comes back as it was said, and nothing is committed yet', async () => {
    const reply = await tenant.organizer.post('/events', everything)
    expect(reply).toMatchObject({ status: 201, headers: { etag: '"1"' } })
    expect(reply.body).toEqual({
      ...everything,
      summary: expect.objectContaining({ pending_count: 0, places_total: 0 }),
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      budget_committed: 0,
      closed_at: null,
      lottery: null,
      is_active: true,
      created_by: tenant.organizer.userId,
      created_at: expect.any(String),
      updated_at: reply.body.created_at,
      options: [],
    })
    expect((await tenant.owner.get(`/events/${reply.body.id}`)).body).toEqual(reply.body)
  })

  test("what is not said takes its default: currency and zone are the tenant's", async () => {
    expect(await created(tenant.organizer, { name: '  Gala  ' })).toMatchObject({
      name: 'Gala',
      description: null,
      event_type: 'OTHER',
      currency: 'EUR',
      timezone: 'Europe/Amsterdam',
      event_date: null,
      ends_at: null,
      venue: null,
      registration_start_date: null,
      registration_end_date: null,
      hold_policy: { stock: 'check', slot: 'check', budget: 'check' },
      registration_limit: 'one_per_option',
      pickup_slot_capacity: 10,
      waitlist_policy: { is_open: true, order: 'first_come', promotion: 'automatic', offer_hours: 24 },
      published: true,
    })
    const partly = await created(tenant.organizer, { hold_policy: { slot: 'hold' } })
    expect(partly.hold_policy).toEqual({ stock: 'check', slot: 'hold', budget: 'check' })
  })

  test('times with any offset are the same instants in UTC', async () => {
    const event = await created(tenant.organizer, {
      event_date: '2027-05-21T09:00:00+02:00',
      ends_at: '2027-05-21T09:00:00-05:30',
    })
    expect(event).toMatchObject({ event_date: '2027-05-21T07:00:00.000Z', ends_at: '2027-05-21T14:30:00.000Z' })
  })

  test('a slug is made of the name, again and again of the same one; one that is asked for and taken is refused', async () => {
    const first = await created(tenant.organizer, { name: "Fête d'été — Zürich!" })
    expect(first.slug).toBe('fete-d-ete-zurich')
    const second = await created(tenant.organizer, { name: 'Fete d ete Zurich' })
    expect(second.slug).toMatch(/^fete-d-ete-zurich-[0-9a-f]{8}$/)
    expect((await created(tenant.organizer, { name: '夏祭り' })).slug).toBe('event')
    expect((await created(tenant.organizer, { name: 'x'.repeat(200) })).slug).toBe('x'.repeat(90))

    const taken = { name: 'Other', event_budget_amount: 1, slug: 'fete-d-ete-zurich' }
    expect(await tenant.organizer.post('/events', taken)).toMatchObject({ status: 409, body: { code: 'NAME_TAKEN' } })
    const other = await givenTenant(server, 'Elsewhere')
    expect(await other.organizer.post('/events', taken)).toMatchObject({
      status: 201,
      body: { slug: 'fete-d-ete-zurich' },
    })
  })

  test('eight events of one name at the same moment all come to be, each with a slug of its own', async () => {
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => tenant.organizer.post('/events', { name: 'Rush', event_budget_amount: 1 })),
    )
    expect(replies.map(({ status }) => status)).toEqual(Array<number>(8).fill(201))
    expect(new Set(replies.map(({ body }) => body.slug)).size).toBe(8)
  })

  test('eight who ask for one slug at the same moment: one gets it, seven hear that it is taken', async () => {
    const ask = { name: 'Rush', event_budget_amount: 1, slug: 'the-one' }
    const replies = await Promise.all(Array.from({ length: 8 }, () => tenant.organizer.post('/events', ask)))
    expect(replies.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, ...Array<number>(7).fill(409)])
  })

  test('what only the books may write is refused, and so is a currency that changes', async () => {
    for (const field of ['budget_committed', 'id', 'created_by', 'is_active', 'tenant_id', 'version', 'options']) {
      const reply = await tenant.organizer.post('/events', { name: 'Gala', event_budget_amount: 1, [field]: 1 })
      expect(reply).toMatchObject({ status: 422, body: { errors: [{ path: `body.${field}` }] } })
    }
    const event = await created(tenant.organizer)
    for (const field of ['budget_committed', 'currency', 'id', 'created_by', 'tenant_id', 'version', 'options']) {
      const reply = await tenant.organizer.put(`/events/${event.id}`, { [field]: 'EUR' })
      expect(reply).toMatchObject({ status: 422, body: { errors: [{ path: `body.${field}` }] } })
    }
    expect(await trailOf(tenant, event)).toEqual(['event.created'])
  })

  test('a window or a day that ends before it begins is refused, whether made so or changed to be so', async () => {
    const wrong = { registration_start_date: '2027-05-02T00:00:00Z', registration_end_date: '2027-05-01T00:00:00Z' }
    const reply = await tenant.organizer.post('/events', { name: 'Gala', event_budget_amount: 1, ...wrong })
    expect(reply.status).toBe(422)
    expect(fieldsAtFault(reply)).toEqual(['body.registration_end_date'])

    const event = await created(tenant.organizer, { ...everything, slug: 'backwards' })
    const late = { registration_start_date: '2027-05-01T00:00:00.001Z' }
    expect((await tenant.organizer.put(`/events/${event.id}`, late)).status).toBe(422)
    expect((await tenant.organizer.put(`/events/${event.id}`, { ends_at: '2027-05-21T06:59:59Z' })).status).toBe(422)
    expect((await tenant.organizer.put(`/events/${event.id}`, { event_date: null })).status).toBe(422)
    expect((await tenant.organizer.get(`/events/${event.id}`)).body).toEqual(event)
    const instantly = { registration_start_date: '2027-05-01T00:00:00Z' }
    expect((await tenant.organizer.put(`/events/${event.id}`, instantly)).status).toBe(200)
  })
})

describe('money', () => {
  let tenant: TestTenant
  beforeAll(async () => {
    tenant = await givenTenant(server, 'Bank')
  })

  test.each([
    ['JPY', [0, 1, 100, 9_999_999_999], [0.1, 1.5, 9_999_999_999.99]],
    ['EUR', [0, 0.01, 0.07, 0.29, 1.1, 4.35, 19.99, 1_000_000.01, 9_999_999_999.99], [0.001, 1.005, 0.1 + 0.2]],
    ['KWD', [0, 0.001, 1.005, 0.285, 9_999_999_999.989], [0.0001, 1.0005]],
  ])(
    '%s goes in and comes out to the last decimal, and takes no more decimals than it has',
    async (currency, right, wrong) => {
      for (const amount of right) {
        const event = await created(tenant.organizer, { currency, event_budget_amount: amount })
        expect(event.event_budget_amount).toBe(amount)
        const option = { option_name: 'Mug', option_type: 'INVENTORY', total_available: 1, cost_per_unit: amount }
        const { body } = await tenant.organizer.post(`/events/${event.id}/options`, option)
        expect(body.cost_per_unit).toBe(amount)
        expect((await tenant.auditor.get(`/events/${event.id}/budget-variance`)).body.total_budget).toBe(amount)
      }
      for (const amount of wrong) {
        const reply = await tenant.organizer.post('/events', { name: 'Gala', currency, event_budget_amount: amount })
        expect(reply.status).toBe(422)
        expect(fieldsAtFault(reply)).toEqual(['body.event_budget_amount'])
      }
    },
  )

  test.each([-0.01, 10_000_000_000, 1e20, 1e-7, '12.50', null])('%j is no budget', async (amount) => {
    const reply = await tenant.organizer.post('/events', { name: 'Gala', event_budget_amount: amount })
    expect(reply.status).toBe(422)
    expect(fieldsAtFault(reply)).toEqual(['body.event_budget_amount'])
  })

  test('an event without a budget and without options has a variance of nothing, in percent too', async () => {
    const event = await created(tenant.organizer, { event_budget_amount: 0 })
    expect((await tenant.auditor.get(`/events/${event.id}/budget-variance`)).body).toEqual({
      event_id: event.id,
      event_name: 'Gala',
      currency: 'EUR',
      total_budget: 0,
      budget_committed: 0,
      budget_available: 0,
      utilization_percentage: 0,
      registered_users_count: 0,
      approved_registrations_count: 0,
      pending_registrations_count: 0,
      rejected_registrations_count: 0,
      cancelled_registrations_count: 0,
      waitlisted_registrations_count: 0,
      pending_amount: 0,
      option_variance: [],
    })
  })

  test('what pending requests ask for may be more than any budget there is', async () => {
    const most = 9_999_999_999.99
    const gala = await givenGala(tenant, { budget: most, options: { Yacht: { total: 9, cost: most } } })
    for (const name of ['ann', 'bob', 'eve']) await gala.register(name)
    expect(await gala.variance()).toMatchObject({ pending_amount: 29_999_999_999.97, budget_available: most })
    expect((await gala.approve('bob')).status).toBe(200)
    expect(await gala.variance()).toMatchObject({
      pending_amount: 19_999_999_999.98,
      budget_available: 0,
      utilization_percentage: 100,
    })
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('a third of a budget is 33.33 percent, of a stock of three too', async () => {
    const gala = await givenGala(tenant, { budget: 3, options: { Pin: { total: 3, cost: 1 } } })
    await gala.register('ann')
    await gala.approve('ann')
    expect(await gala.variance()).toMatchObject({
      utilization_percentage: 33.33,
      option_variance: [{ utilization_percentage: 33.33, amount_committed: 1, available_slots: 2 }],
    })
  })
})

describe('changing an event', () => {
  let tenant: TestTenant
  beforeAll(async () => {
    tenant = await givenTenant(server, 'Change')
  })

  test('only what is sent is changed', async () => {
    const event = await created(tenant.organizer, { ...everything, slug: 'kept' })
    const change = { venue: null, hold_policy: { slot: 'hold' }, event_budget_amount: 20_000 }
    const reply = await tenant.organizer.put(`/events/${event.id}`, change)
    expect(reply).toMatchObject({ status: 200, headers: { etag: '"2"' } })
    expect(reply.body).toEqual({
      ...event,
      venue: null,
      hold_policy: { stock: 'hold', slot: 'hold', budget: 'hold' },
      event_budget_amount: 20_000,
      updated_at: expect.any(String),
    })
    expect(Date.parse(String(reply.body.updated_at))).toBeGreaterThan(Date.parse(String(event.updated_at)))
    const [newest] = (await tenant.owner.get(`/events/${event.id}/audit`)).body
    expect(newest).toMatchObject({
      action: 'event.updated',
      actor_id: tenant.organizer.userId,
      subject_id: event.id,
      detail: { venue: { from: 'The old harbour', to: null }, budget_minor: { from: 1_234_567, to: 2_000_000 } },
    })
  })

  test('a change to what is already so is none: no new version, no entry in the trail', async () => {
    const event = await created(tenant.organizer)
    for (const change of [{}, { name: 'Gala' }, { event_budget_amount: 100, is_active: true }]) {
      const reply = await tenant.organizer.put(`/events/${event.id}`, change)
      expect(reply).toMatchObject({ status: 200, headers: { etag: '"1"' }, body: { updated_at: event.updated_at } })
    }
    expect(await trailOf(tenant, event)).toEqual(['event.created'])
  })

  test('who has seen an older version is told so; without a version, or with any, the change is made', async () => {
    const event = await created(tenant.organizer)
    const path = `/events/${event.id}`
    const put = (name: string, version?: string) =>
      tenant.organizer.put(path, { name }, version === undefined ? {} : { 'if-match': version })
    expect((await tenant.organizer.get(path)).headers.etag).toBe('"1"')
    expect(await put('Second', '"1"')).toMatchObject({ status: 200, headers: { etag: '"2"' } })
    expect(await put('Stale', '"1"')).toMatchObject({ status: 412, body: { code: 'STALE' } })
    expect(await tenant.organizer.delete(path, { 'if-match': '"1"' })).toMatchObject({ status: 412 })
    expect((await put('Third')).status).toBe(200)
    expect((await put('Fourth', '*')).status).toBe(200)
    for (const version of ['4', 'W/"4"', '""', '"four"', '"4", "5"', '"99999999999999999999"']) {
      expect(await put('Never', version)).toMatchObject({
        status: 422,
        body: { errors: [{ path: 'headers.if-match' }] },
      })
    }
    expect((await tenant.organizer.get(path)).body.name).toBe('Fourth')
  })

  test('of two who change the same version at once, one is told that the other was first', async () => {
    const event = await created(tenant.organizer)
    const replies = await Promise.all(
      ['One', 'Two'].map((name) => tenant.organizer.put(`/events/${event.id}`, { name }, { 'if-match': '"1"' })),
    )
    expect(replies.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412])
  })

  test('a new option or slot is a new version of its event', async () => {
    const event = await created(tenant.organizer)
    const option = { option_name: 'Mug', option_type: 'INVENTORY', total_available: 1 }
    await tenant.organizer.post(`/events/${event.id}/options`, option)
    await tenant.organizer.post(`/events/${event.id}/slots`, { label: '10:00' })
    expect((await tenant.organizer.get(`/events/${event.id}`)).headers.etag).toBe('"3"')
  })

  test('the budget goes down to what is committed and no cent below it', async () => {
    const gala = await givenGala(tenant, { budget: 100, options: { Mug: { total: 5, cost: 25.5 } } })
    await gala.register('ann')
    await gala.approve('ann')
    const before = (await tenant.owner.get(gala.path)).body
    const below = await tenant.organizer.put(gala.path, { name: 'Never', event_budget_amount: 25.49 })
    expect(below).toMatchObject({ status: 409, body: { code: 'BUDGET_OVERCOMMITTED' } })
    expect(below.body.detail).toContain('EUR 25.50')
    expect((await tenant.owner.get(gala.path)).body).toEqual(before)
    expect(await tenant.organizer.put(gala.path, { event_budget_amount: 25.5 })).toMatchObject({ status: 200 })
    expect(await gala.variance()).toMatchObject({ budget_available: 0, utilization_percentage: 100 })
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('every change has one entry in the trail, by whom it was made', async () => {
    const event = await created(tenant.organizer)
    await tenant.owner.put(`/events/${event.id}`, { name: 'Renamed' })
    await tenant.organizer.delete(`/events/${event.id}`)
    await tenant.organizer.delete(`/events/${event.id}`)
    await tenant.organizer.put(`/events/${event.id}`, { is_active: true })
    expect(await trailOf(tenant, event)).toEqual(['event.created', 'event.updated', 'event.archived', 'event.restored'])
    const [, , renamed] = (await tenant.auditor.get(`/events/${event.id}/audit`)).body
    expect(renamed).toMatchObject({ actor_id: tenant.owner.userId, detail: { name: { from: 'Gala', to: 'Renamed' } } })
  })
})
