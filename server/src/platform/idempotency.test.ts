import { beforeAll, describe, expect, test } from 'vitest'
import { asOwner } from '../testing/as-owner.ts'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant, operatorToken } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import type { Client, Reply } from '../testing/reply.ts'

let server: TestApp
let tenant: TestTenant
beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
})

let keys = 0
const newKey = () => `key-${(keys += 1)}`
const under = (key: string) => ({ 'idempotency-key': key })
const option = { option_name: 'Cup', option_type: 'INVENTORY', total_available: 1 }
const isReplay = ({ headers }: Reply) => headers['idempotency-replayed'] === 'true'

/** How many entries there are in all trails: one for each change that was made. */
const changes = async () => {
  const [row] = await asOwner<{ count: string }>(server.database, 'select count(*) from audit_entries')
  return Number(row?.count)
}

const endpoint = { url: 'https://127.0.0.1:9/hooks', events: ['event.updated'] }
const givenEndpointId = async () => String((await tenant.owner.post('/webhook-endpoints', endpoint)).body.id)

type Asked = { by: Client; method: 'post' | 'put'; path: string; body: object; other: object }
/** One request of each kind that is done once under its key, and another body for it. */
const operations: Record<string, (gala: Gala) => Promise<Asked>> = {
  createEvent: async () => ({
    by: tenant.organizer,
    method: 'post',
    path: '/events',
    body: { name: 'A', event_budget_amount: 1 },
    other: { name: 'B', event_budget_amount: 1 },
  }),
  updateEvent: async (gala) => ({
    by: tenant.organizer,
    method: 'put',
    path: gala.path,
    body: { name: 'A' },
    other: { name: 'B' },
  }),
  createOption: async (gala) => ({
    by: tenant.organizer,
    method: 'post',
    path: `${gala.path}/options`,
    body: option,
    other: { ...option, total_available: 2 },
  }),
  updateOption: async (gala) => ({
    by: tenant.organizer,
    method: 'put',
    path: `${gala.path}/options/${gala.options.Mug}`,
    body: { total_available: 7 },
    other: { total_available: 8 },
  }),
  createWebhookEndpoint: async () => ({
    by: tenant.owner,
    method: 'post',
    path: '/webhook-endpoints',
    body: endpoint,
    other: { ...endpoint, events: ['event.archived'] },
  }),
  updateWebhookEndpoint: async () => ({
    by: tenant.owner,
    method: 'put',
    path: `/webhook-endpoints/${await givenEndpointId()}`,
    body: { description: 'A' },
    other: { description: 'B' },
  }),
  rotateWebhookSecret: async () => ({
    by: tenant.owner,
    method: 'post',
    path: `/webhook-endpoints/${await givenEndpointId()}/rotate-secret`,
    body: {},
    other: { previous_valid_hours: 1 },
  }),
  createSlot: async (gala) => ({
    by: tenant.organizer,
    method: 'post',
    path: `${gala.path}/slots`,
    body: { label: 'A' },
    other: { label: 'B' },
  }),
  createSlots: async (gala) => ({
    by: tenant.organizer,
    method: 'post',
    path: `${gala.path}/slots/batch`,
    body: { slots: [{ label: 'A' }] },
    other: { slots: [{ label: 'B' }] },
  }),
  updateSlot: async (gala) => {
    const { body: slot } = await tenant.organizer.post(`${gala.path}/slots`, { label: 'noon' })
    return {
      by: tenant.organizer,
      method: 'put',
      path: `${gala.path}/slots/${slot.id}`,
      body: { capacity: 3 },
      other: { capacity: 4 },
    }
  },
  register: async (gala) => ({
    by: tenant.member,
    method: 'post',
    path: `${gala.path}/register`,
    body: { event_option_id: gala.options.Mug },
    other: { event_option_id: gala.options.Mug, notes: 'B' },
  }),
  decideRegistration: async (gala) => {
    await gala.register('ann')
    return {
      by: tenant.approver,
      method: 'put',
      path: `${gala.path}/registrations/${gala.registrationOf('ann')}`,
      body: { status: 'APPROVED' },
      other: { status: 'REJECTED' },
    }
  },
  decideRegistrations: async (gala) => {
    await gala.register('ann')
    return {
      by: tenant.approver,
      method: 'post',
      path: `${gala.path}/registrations/batch`,
      body: { action: 'approve', registration_ids: [gala.registrationOf('ann')] },
      other: { action: 'reject', registration_ids: [gala.registrationOf('ann')] },
    }
  },
  createUser: async () => ({
    by: tenant.owner,
    method: 'post',
    path: '/users',
    body: { email: 'a@x.example.org', name: 'A', role: 'member' },
    other: { email: 'b@x.example.org', name: 'A', role: 'member' },
  }),
  updateUser: async () => ({
    by: tenant.owner,
    method: 'put',
    path: `/users/${tenant.desk.userId}`,
    body: { department: 'A' },
    other: { department: 'B' },
  }),
  createApiKey: async () => ({
    by: tenant.owner,
    method: 'post',
    path: '/api-keys',
    body: { user_id: tenant.desk.userId, name: 'A' },
    other: { user_id: tenant.desk.userId, name: 'B' },
  }),
  createSignInLink: async () => ({
    by: tenant.owner,
    method: 'post',
    path: `/users/${tenant.desk.userId}/sign-in-links`,
    body: {},
    other: { a: 1 },
  }),
  updateTenant: async () => ({
    by: tenant.owner,
    method: 'put',
    path: '/tenant',
    body: { timezone: 'Europe/Berlin' },
    other: { timezone: 'Europe/Paris' },
  }),
  createTenant: async () => ({
    by: server.as(operatorToken),
    method: 'post',
    path: '/tenants',
    body: { name: 'A' },
    other: { name: 'B' },
  }),
  suspendTenant: async () => {
    const { body } = await server.as(operatorToken).post('/tenants', { name: 'C' })
    return {
      by: server.as(operatorToken),
      method: 'put',
      path: `/tenants/${body.id}`,
      body: { is_active: false },
      other: { is_active: true },
    }
  },
  createTenantUser: async () => ({
    by: server.as(operatorToken),
    method: 'post',
    path: `/tenants/${tenant.tenantId}/users`,
    body: { email: 'c@x.example.org', name: 'C', role: 'desk' },
    other: { email: 'd@x.example.org', name: 'C', role: 'desk' },
  }),
  createTenantApiKey: async () => ({
    by: server.as(operatorToken),
    method: 'post',
    path: `/tenants/${tenant.tenantId}/api-keys`,
    body: { user_id: tenant.desk.userId, name: 'A' },
    other: { user_id: tenant.desk.userId, name: 'B' },
  }),
}

describe('the same key and the same request', () => {
  test.each(Object.keys(operations))('%s is done once, and answered the same again', async (name) => {
    const ask = operations[name]
    if (!ask) throw new Error(name)
    const { by, method, path, body, other } = await ask(await givenGala(tenant))
    const key = newKey()
    const before = await changes()
    const first = await by[method](path, body, under(key))
    expect([200, 201]).toContain(first.status)
    expect(isReplay(first)).toBe(false)
    expect(await changes()).toBe(before + 1)

    const again = await by[method](path, body, under(key))
    expect(isReplay(again)).toBe(true)
    expect({ status: again.status, body: again.body }).toEqual({ status: first.status, body: first.body })
    const another = await by[method](path, other, under(key))
    expect(another).toMatchObject({ status: 422, body: { code: 'KEY_REUSED' } })
    expect(await changes()).toBe(before + 1)
  })

  test('is the same however its JSON is laid out, its ids are written and its defaults are said', async () => {
    const gala = await givenGala(tenant)
    const key = newKey()
    const first = await tenant.member.post(`${gala.path}/register`, { event_option_id: gala.options.Mug }, under(key))
    const loud = await tenant.member.post(
      `/events/${gala.eventId.toUpperCase()}/register`,
      { event_option_id: gala.options.Mug?.toUpperCase() },
      under(key),
    )
    expect(isReplay(loud)).toBe(true)
    expect(loud.body).toEqual(first.body)
  })

  test('archiving is done once as well, and answered with nothing', async () => {
    const gala = await givenGala(tenant)
    const key = newKey()
    for (const replayed of [false, true]) {
      const reply = await tenant.organizer.delete(gala.path, under(key))
      expect(reply).toMatchObject({ status: 204, text: '' })
      expect(isReplay(reply)).toBe(replayed)
    }
  })

  test('a version that is long gone does not matter to who has had the answer', async () => {
    const gala = await givenGala(tenant)
    const headers = { ...under(newKey()), 'if-match': '"2"' }
    expect((await tenant.organizer.put(gala.path, { name: 'Renamed' }, headers)).status).toBe(200)
    const again = await tenant.organizer.put(gala.path, { name: 'Renamed' }, headers)
    expect(again).toMatchObject({ status: 200, body: { name: 'Renamed' } })
    expect(isReplay(again)).toBe(true)
  })
})

describe('a refusal', () => {
  test('for want of something is an answer, and is given again when there would be enough', async () => {
    const gala = await givenGala(tenant, { budget: 1, options: { Mug: { total: 1, cost: 5 } } })
    const key = newKey()
    const ask = () => tenant.member.post(`${gala.path}/register`, { event_option_id: gala.options.Mug }, under(key))
    const first = await ask()
    expect(first).toMatchObject({ status: 409, body: { conflict_type: 'BUDGET_EXHAUSTED' } })
    await tenant.organizer.put(gala.path, { event_budget_amount: 100 })
    const again = await ask()
    expect(again).toMatchObject({
      status: 409,
      headers: { 'content-type': expect.stringContaining('application/problem+json') },
    })
    expect(again.body).toEqual(first.body)
    expect(isReplay(again)).toBe(true)
    expect(
      (await tenant.member.post(`${gala.path}/register`, { event_option_id: gala.options.Mug }, under(newKey())))
        .status,
    ).toBe(201)
  })

  test('of what is taken is given again too', async () => {
    const gala = await givenGala(tenant)
    await tenant.organizer.post(`${gala.path}/slots`, { label: 'noon' })
    const key = newKey()
    const replies = [1, 2].map(() => tenant.organizer.post(`${gala.path}/slots`, { label: 'noon' }, under(key)))
    for (const reply of await Promise.all(replies))
      expect(reply).toMatchObject({ status: 409, body: { code: 'NAME_TAKEN' } })
  })

  test('of a request that was no good at all is not kept: mended, it goes through under the same key', async () => {
    const gala = await givenGala(tenant)
    const stale = { ...under(newKey()), 'if-match': '"9"' }
    expect((await tenant.organizer.put(gala.path, { name: 'X' }, stale)).status).toBe(412)
    expect((await tenant.organizer.put(gala.path, { name: 'X' }, { ...stale, 'if-match': '"2"' })).status).toBe(200)

    const key = newKey()
    const ask = (body: object) => tenant.organizer.post('/events', { name: 'X', ...body }, under(key))
    expect((await ask({ event_budget_amount: -1 })).status).toBe(422)
    expect((await ask({ event_budget_amount: 1.005 })).status).toBe(422)
    expect((await ask({ event_budget_amount: 1 })).status).toBe(201)

    const other = newKey()
    const register = (event_option_id: unknown) =>
      tenant.member.post(`${gala.path}/register`, { event_option_id }, under(other))
    expect((await register(gala.eventId)).status).toBe(404)
    expect((await register(gala.options.Mug)).status).toBe(201)
  })

  test.each(['', ' ', 'with blank', 'ümlaut', 'x'.repeat(256)])('%j is no key', async (key) => {
    const gala = await givenGala(tenant)
    for (const path of ['/events', `${gala.path}/register`]) {
      const body = path === '/events' ? { name: 'X', event_budget_amount: 1 } : { event_option_id: gala.options.Mug }
      expect(await tenant.organizer.post(path, body, under(key))).toMatchObject({
        status: 422,
        body: { errors: [{ path: 'headers.idempotency-key' }] },
      })
    }
  })
})

describe('a key belongs', () => {
  test("to its caller: another one's same key is another request", async () => {
    const gala = await givenGala(tenant)
    const key = newKey()
    for (const name of ['ann', 'bob']) {
      const reply = await (
        await gala.person(name)
      ).post(`${gala.path}/register`, { event_option_id: gala.options.Mug }, under(key))
      expect(reply.status).toBe(201)
      expect(isReplay(reply)).toBe(false)
    }
    const elsewhere = await givenTenant(server, 'Elsewhere')
    const event = { name: 'X', event_budget_amount: 1 }
    await tenant.organizer.post('/events', event, under(key))
    expect(isReplay(await elsewhere.organizer.post('/events', event, under(key)))).toBe(false)
  })

  test('to its operation: the same key serves for another kind of request', async () => {
    const gala = await givenGala(tenant)
    const key = newKey()
    expect((await tenant.organizer.post('/events', { name: 'X', event_budget_amount: 1 }, under(key))).status).toBe(201)
    expect((await tenant.organizer.put(gala.path, { name: 'X' }, under(key))).status).toBe(200)
    expect((await tenant.organizer.post(`${gala.path}/slots`, { label: 'X' }, under(key))).status).toBe(201)
    expect(
      (await tenant.organizer.post(`${gala.path}/register`, { event_option_id: gala.options.Mug }, under(key))).status,
    ).toBe(201)
  })

  test('to its event: the same words about another event are another request', async () => {
    const [gala, other] = [await givenGala(tenant), await givenGala(tenant)]
    const key = newKey()
    expect((await tenant.organizer.post(`${gala.path}/options`, option, under(key))).status).toBe(201)
    expect(await tenant.organizer.post(`${other.path}/options`, option, under(key))).toMatchObject({
      status: 422,
      body: { code: 'KEY_REUSED' },
    })
    await tenant.member.post(`${gala.path}/register`, { event_option_id: gala.options.Mug }, under(key))
    const elsewhere = await tenant.member.post(
      `${other.path}/register`,
      { event_option_id: other.options.Mug },
      under(key),
    )
    expect(elsewhere).toMatchObject({ status: 422, body: { code: 'KEY_REUSED' } })
    expect(await other.variance()).toMatchObject({ pending_registrations_count: 0 })
  })

  test('to its day: after 24 hours it is as good as new', async () => {
    const gala = await givenGala(tenant)
    const [eventKey, registerKey] = [newKey(), newKey()]
    const makeEvent = () => tenant.organizer.post('/events', { name: 'Daily', event_budget_amount: 1 }, under(eventKey))
    const register = () =>
      tenant.member.post(`${gala.path}/register`, { event_option_id: gala.options.Mug }, under(registerKey))
    const [event, registration] = [await makeEvent(), await register()]
    const age = (hours: number) =>
      asOwner(
        server.database,
        `update idempotency_keys set created_at = now() - interval '${hours} hours' where key in ($1, $2)`,
        [eventKey, registerKey],
      )

    await age(23.9)
    for (const reply of [await makeEvent(), await register()]) expect(isReplay(reply)).toBe(true)
    await age(24.1)
    const [nextEvent, nextRegistration] = [await makeEvent(), await register()]
    expect(nextEvent.status).toBe(201)
    expect(nextEvent.body.id).not.toBe(event.body.id)
    expect(nextRegistration).toMatchObject({
      status: 409,
      body: { code: 'ALREADY_REGISTERED', registration_id: registration.body.id },
    })
    for (const reply of [await makeEvent(), await register()]) expect(isReplay(reply)).toBe(true)
  })
})

test('answers that carry a secret are sealed: nobody reads a key or a QR token in the table', async () => {
  const gala = await givenGala(tenant)
  const { body: key } = await tenant.owner.post(
    '/api-keys',
    { user_id: tenant.desk.userId, name: 'sealed' },
    under(newKey()),
  )
  const { body: link } = await tenant.owner.post(
    `/users/${tenant.desk.userId}/sign-in-links`,
    undefined,
    under(newKey()),
  )
  const { body: registration } = await tenant.member.post(
    `${gala.path}/register`,
    { event_option_id: gala.options.Mug },
    under(newKey()),
  )
  const rows = await asOwner<{ row: string; answer: Buffer | null }>(
    server.database,
    'select k::text as row, answer from idempotency_keys k',
  )
  const secrets = [key.key, link.code, registration.qr_token].map(String)
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(20)
    expect(rows.filter(({ row, answer }) => row.includes(secret) || answer?.includes(secret))).toEqual([])
  }
  expect(rows.filter(({ answer }) => answer?.includes('"id"'))).toEqual([])
})
