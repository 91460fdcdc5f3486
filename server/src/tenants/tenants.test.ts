import { beforeAll, describe, expect, test } from 'vitest'
import { clientOf, givenApp, givenTenant, operatorToken } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import type { Client, Json } from '../testing/reply.ts'

const nobody = '019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e'
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 1_100))

let server: TestApp
let operator: Client
let tenant: TestTenant
beforeAll(async () => {
  server = await givenApp()
  operator = server.as(operatorToken)
  tenant = await givenTenant(server)
})

describe('the operator', () => {
  test('makes a tenant, its first owner and a key, with which the owner goes on alone', async () => {
    const made = await operator.post('/tenants', { name: '  Fabrikam  ', currency: 'JPY', timezone: 'Asia/Tokyo' })
    expect(made.status).toBe(201)
    expect(made.body).toEqual({
      id: expect.any(String),
      name: 'Fabrikam',
      currency: 'JPY',
      timezone: 'Asia/Tokyo',
      is_active: true,
      created_at: expect.any(String),
    })
    const path = `/tenants/${made.body.id}`
    const owner = await operator.post(`${path}/users`, { email: 'kei@example.org', name: 'Kei', role: 'owner' })
    expect(owner).toMatchObject({ status: 201, body: { role: 'owner', department: null } })
    const key = await operator.post(`${path}/api-keys`, { user_id: owner.body.id, name: 'first' })
    expect(key).toMatchObject({ status: 201, body: { user_id: owner.body.id } })

    const kei = clientOf(server.app, String(key.body.key))
    expect((await kei.get('/tenant')).body).toEqual(made.body)
    expect((await kei.post('/users', { email: 'ren@example.org', name: 'Ren', role: 'organizer' })).status).toBe(201)
    expect((await kei.post('/events', { name: 'Hanami', event_budget_amount: 1000 })).body).toMatchObject({
      currency: 'JPY',
      timezone: 'Asia/Tokyo',
    })
    const trail = [...(await kei.get('/audit')).body].map(({ action, actor_id }) => [action, actor_id])
    expect(trail).toEqual([
      ['user.created', owner.body.id],
      ['api_key.created', null],
      ['user.created', null],
      ['tenant.created', null],
    ])
  })

  test('a tenant has euros and UTC unless said', async () => {
    expect((await operator.post('/tenants', { name: 'Plain' })).body).toMatchObject({
      currency: 'EUR',
      timezone: 'UTC',
    })
  })

  test.each([
    ['name', ['', '  ', 'x'.repeat(201), null, 5]],
    ['currency', ['eur', 'XXY', 'EURO', '', 5]],
    ['timezone', ['+02:00', 'Mars/Base', '', 5]],
    ['is_active', [false]],
    ['id', [nobody]],
  ])('a %s that is not right is named', async (field, wrong) => {
    for (const value of wrong) {
      const reply = await operator.post('/tenants', { name: 'X', [field]: value })
      expect(reply, JSON.stringify(value)).toMatchObject({ status: 422, body: { errors: [{ path: `body.${field}` }] } })
    }
  })

  test('lists tenants, newest first, and nothing of what is inside them', async () => {
    await operator.post('/tenants', { name: 'Second newest' })
    await operator.post('/tenants', { name: 'Newest' })
    const first = await operator.get('/tenants?limit=1')
    expect(first.body[0]).toMatchObject({ name: 'Newest' })
    expect(Object.keys(first.body[0] as Json)).toEqual([
      'id',
      'name',
      'currency',
      'timezone',
      'is_active',
      'created_at',
    ])
    expect(Number(first.headers['x-total-count'])).toBeGreaterThanOrEqual(3)
    const next = await operator.get(`/tenants?limit=1&cursor=${String(first.headers['x-next-cursor'])}`)
    expect(next.body[0]).toMatchObject({ name: 'Second newest' })
  })

  test('has no tenant, and so no way into what belongs to one', async () => {
    const { body: event } = await tenant.organizer.post('/events', { name: 'Gala', event_budget_amount: 1 })
    for (const path of [
      '/events',
      `/events/${event.id}`,
      `/events/${event.id}/registrations`,
      '/users',
      '/tenant',
      '/me',
      '/audit',
      '/me/registrations',
    ]) {
      const reply = await operator.get(path)
      expect(reply, path).toMatchObject({
        status: 403,
        body: { code: 'TENANT_REQUIRED', title: 'Tenant context required' },
      })
    }
    expect(await operator.post('/events', { name: 'Mine', event_budget_amount: 1 })).toMatchObject({ status: 403 })
  })

  test('what it does with a tenant that there is not is not found', async () => {
    const input = { email: 'x@example.org', name: 'X', role: 'owner' }
    for (const id of [nobody, '00000000-0000-0000-0000-000000000000']) {
      expect(await operator.put(`/tenants/${id}`, { is_active: false })).toMatchObject({
        status: 404,
        body: { code: 'TENANT_NOT_FOUND' },
      })
      expect(await operator.post(`/tenants/${id}/users`, input)).toMatchObject({ status: 404 })
      expect(await operator.post(`/tenants/${id}/api-keys`, { user_id: nobody, name: 'x' })).toMatchObject({
        status: 404,
      })
    }
    const foreign = { user_id: tenant.owner.userId, name: 'x' }
    const { body: other } = await operator.post('/tenants', { name: 'Other' })
    expect(await operator.post(`/tenants/${other.id}/api-keys`, foreign)).toMatchObject({
      status: 404,
      body: { code: 'USER_NOT_FOUND' },
    })
  })
})

describe('nobody else', () => {
  test('may do what the operator does, whatever their role', async () => {
    for (const who of [tenant.owner, tenant.organizer, tenant.member]) {
      const replies = [
        await who.get('/tenants'),
        await who.post('/tenants', { name: 'Mine' }),
        await who.put(`/tenants/${tenant.tenantId}`, { is_active: false }),
        await who.post(`/tenants/${tenant.tenantId}/users`, { email: 'x@example.org', name: 'X', role: 'owner' }),
        await who.post(`/tenants/${tenant.tenantId}/api-keys`, { user_id: who.userId, name: 'x' }),
      ]
      expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
    }
  })

  test('is let in without credentials, or with ones that are none', async () => {
    for (const credential of [undefined, 'rubbish', `${operatorToken}x`, operatorToken.slice(1)]) {
      const stranger = server.as(credential)
      for (const path of ['/tenants', '/events', '/users', '/tenant']) {
        expect(await stranger.get(path)).toMatchObject({ status: 401, body: { code: 'UNAUTHENTICATED' } })
      }
      expect(await stranger.post('/tenants', { name: 'Mine' })).toMatchObject({ status: 401 })
    }
  })
})

describe('a suspended tenant', () => {
  test('lets nobody in, loses nothing, and goes on where it was', async () => {
    const { member, owner, tenantId } = await givenTenant(server, 'Suspended')
    const { body: event } = await owner.post('/events', { name: 'Gala', event_budget_amount: 1 })
    const suspended = await operator.put(`/tenants/${tenantId}`, { is_active: false })
    expect(suspended).toMatchObject({ status: 200, body: { id: tenantId, is_active: false } })
    await aMoment()
    for (const who of [member, owner]) {
      expect(await who.get('/events')).toMatchObject({ status: 403, body: { code: 'TENANT_SUSPENDED' } })
      expect(await who.post('/events', { name: 'X', event_budget_amount: 1 })).toMatchObject({ status: 403 })
    }
    expect((await tenant.member.get('/events')).status).toBe(200)

    await operator.put(`/tenants/${tenantId}`, { is_active: true })
    await aMoment()
    expect((await owner.get(`/events/${event.id}`)).body).toMatchObject({ name: 'Gala' })
    const trail = [...(await owner.get('/audit')).body]
      .slice(0, 2)
      .map(({ action, actor_id, detail }) => [action, actor_id, detail])
    expect(trail).toEqual([
      ['tenant.updated', null, { is_active: { from: false, to: true } }],
      ['tenant.updated', null, { is_active: { from: true, to: false } }],
    ])
  })
})

describe("a tenant's settings", () => {
  test('are changed by its owner, field by field, and hold for new events', async () => {
    const other = await givenTenant(server, 'Settings')
    const { body: old } = await other.organizer.post('/events', { name: 'Old', event_budget_amount: 1 })
    const reply = await other.owner.put('/tenant', { currency: 'CHF', timezone: 'Europe/Zurich' })
    expect(reply).toMatchObject({ status: 200, body: { name: 'Settings', currency: 'CHF', timezone: 'Europe/Zurich' } })
    expect((await other.organizer.post('/events', { name: 'New', event_budget_amount: 1 })).body).toMatchObject({
      currency: 'CHF',
    })
    expect((await other.organizer.get(`/events/${old.id}`)).body).toMatchObject({
      currency: 'EUR',
      timezone: 'Europe/Amsterdam',
    })
    const count = async () => Number((await other.auditor.get('/audit')).headers['x-total-count'])
    const before = await count()
    await other.owner.put('/tenant', { currency: 'CHF' })
    expect(await count()).toBe(before)
    expect(await other.owner.put('/tenant', { is_active: false })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'body.is_active' }] },
    })
    for (const who of [other.organizer, other.approver, other.auditor, other.desk, other.member]) {
      expect((await who.put('/tenant', { name: 'Ours' })).status).toBe(403)
      expect((await who.get('/tenant')).body).toMatchObject({ name: 'Settings' })
    }
  })
})
