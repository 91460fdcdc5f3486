import { beforeAll, describe, expect, test } from 'vitest'
import { asOwner } from '../testing/as-owner.ts'
import { clientOf, givenApp, givenTenant, operatorToken } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import type { Json } from '../testing/reply.ts'

const nobody = '019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e'
/** What is revoked or changed is so everywhere after a second at most. */
const A_MOMENT = 1_100
const aMoment = () => new Promise((resolve) => setTimeout(resolve, A_MOMENT))

let server: TestApp
let tenant: TestTenant
beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
})

const withKey = (key: unknown) => clientOf(server.app, String(key))
const newestNote = async (): Promise<Json> => (await tenant.auditor.get('/audit')).body[0] as Json
const noted = async () => Number((await tenant.auditor.get('/audit')).headers['x-total-count'])

describe('people', () => {
  test('are added by an owner, with a role and perhaps a department, and noted in the trail', async () => {
    const input = { email: 'Eve@Example.org', name: '  Eve  ', role: 'approver', department: 'Finance' }
    const reply = await tenant.owner.post('/users', input)
    expect(reply.status).toBe(201)
    expect(reply.body).toEqual({
      id: expect.any(String),
      email: 'Eve@Example.org',
      name: 'Eve',
      role: 'approver',
      department: 'Finance',
      is_active: true,
      created_at: expect.any(String),
    })
    expect(await newestNote()).toMatchObject({
      action: 'user.created',
      subject_id: reply.body.id,
      actor_id: tenant.owner.userId,
      to_status: 'approver',
    })
  })

  test('have an address of their own within a tenant, however it is written', async () => {
    const other = await givenTenant(server, 'Elsewhere')
    expect((await tenant.owner.post('/users', { email: 'bob@example.org', name: 'Bob', role: 'member' })).status).toBe(
      201,
    )
    for (const email of ['bob@example.org', 'BOB@EXAMPLE.ORG', 'Bob@Example.Org']) {
      expect(await tenant.owner.post('/users', { email, name: 'Bob', role: 'desk' })).toMatchObject({
        status: 409,
        body: { code: 'NAME_TAKEN' },
      })
    }
    expect((await other.owner.post('/users', { email: 'bob@example.org', name: 'Bob', role: 'member' })).status).toBe(
      201,
    )
  })

  test('of one address, eight added at the same moment, are one person', async () => {
    const ask = (index: number) =>
      tenant.owner.post('/users', {
        email: index % 2 ? 'rush@example.org' : 'RUSH@example.org',
        name: 'Rush',
        role: 'member',
      })
    const replies = await Promise.all(Array.from({ length: 8 }, (_, index) => ask(index)))
    expect(replies.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, ...Array<number>(7).fill(409)])
  })

  test.each([
    [
      'email',
      [
        '',
        'eve',
        'eve@',
        '@example.org',
        'eve@example.org\nBcc: x@example.org',
        `${'e'.repeat(320)}@example.org`,
        null,
        5,
      ],
    ],
    ['name', ['', '  ', 'x'.repeat(201), null]],
    ['role', ['', 'admin', 'Owner', 'operator', null]],
    ['department', ['x'.repeat(201), 5]],
    ['is_active', [true]],
    ['tenant_id', [nobody]],
  ])('with a %s that is not right are not added', async (field, wrong) => {
    for (const value of wrong) {
      const reply = await tenant.owner.post('/users', {
        email: 'joe@example.org',
        name: 'Joe',
        role: 'member',
        [field]: value,
      })
      expect(reply, JSON.stringify(value)).toMatchObject({ status: 422, body: { errors: [{ path: `body.${field}` }] } })
    }
  })

  test('are changed field by field; what is so already is no change', async () => {
    const joe = await tenant.add('member')
    const before = (await tenant.owner.put(`/users/${joe.userId}`, {})).body
    const reply = await tenant.owner.put(`/users/${joe.userId}`, { role: 'approver', department: 'Sales' })
    expect(reply.body).toEqual({ ...before, role: 'approver', department: 'Sales' })
    expect(await newestNote()).toMatchObject({
      action: 'user.updated',
      from_status: 'member',
      to_status: 'approver',
      detail: { role: { from: 'member', to: 'approver' }, department: { from: null, to: 'Sales' } },
    })
    const entries = await noted()
    expect((await tenant.owner.put(`/users/${joe.userId}`, { role: 'approver' })).status).toBe(200)
    expect(await noted()).toBe(entries)
    expect(await tenant.owner.put(`/users/${joe.userId}`, { email: 'other@example.org' })).toMatchObject({
      status: 422,
    })
    expect(await tenant.owner.put(`/users/${nobody}`, { name: 'X' })).toMatchObject({
      status: 404,
      body: { code: 'USER_NOT_FOUND' },
    })
  })

  test('are listed newest first and found by name, address or department', async () => {
    const other = await givenTenant(server, 'Finders')
    for (const [name, department] of [
      ['Zoë Müller', null],
      ['Max 100%', 'Müllerei'],
      ['Ann_Lee', null],
    ]) {
      await other.owner.post('/users', {
        email: `${String(name).slice(0, 3).toLowerCase()}@find.example.org`.replace('ë', 'e'),
        name,
        role: 'member',
        department,
      })
    }
    const found = async (q: string) =>
      [...(await other.owner.get(`/users?limit=100&q=${encodeURIComponent(q)}`)).body].map(({ name }) => String(name))
    expect(await found('müller')).toEqual(['Max 100%', 'Zoë Müller'])
    expect(await found('ZOE@')).toEqual(['Zoë Müller'])
    expect(await found('lee')).toEqual(['Ann_Lee'])
    expect(await found('100%')).toEqual(['Max 100%'])
    expect(await found('@find.example')).toHaveLength(3)
    // The beginning of a word, and nothing that would be a pattern.
    for (const q of ['üller', '%', '_', 'm%r', '.*']) expect(await found(q), q).toEqual([])
    expect(await found("' or true --")).toEqual([])
    expect(await found('')).toHaveLength(9)
    const [max] = [...(await other.owner.get('/users?q=max')).body]
    expect(await other.owner.put(`/users/${max?.id}`, { name: 'Maxima', department: null })).toMatchObject({
      status: 200,
    })
    expect(await found('müllerei')).toEqual([])
    expect(await found('maxima')).toEqual(['Maxima'])
    expect(await other.owner.put(`/users/${max?.id}`, { name: 'Max 100%' })).toMatchObject({ status: 200 })
    expect(await found('maxima')).toEqual([])
    const page = await other.owner.get('/users?limit=2')
    expect([...page.body].map(({ name }) => name)).toEqual(['Ann_Lee', 'Max 100%'])
    expect(page.headers['x-total-count']).toBe('9')
  })

  test('are managed by owners and by nobody else', async () => {
    for (const who of [tenant.organizer, tenant.approver, tenant.auditor, tenant.desk, tenant.member]) {
      const replies = [
        await who.get('/users'),
        await who.post('/users', { email: 'x@example.org', name: 'X', role: 'owner' }),
        await who.put(`/users/${who.userId}`, { role: 'owner' }),
        await who.get('/api-keys'),
        await who.post('/api-keys', { user_id: tenant.owner.userId, name: 'mine' }),
      ]
      expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
    }
  })

  test('of another tenant are not there', async () => {
    const other = await givenTenant(server, 'Strangers')
    const stranger = other.member.userId
    expect(await tenant.owner.put(`/users/${stranger}`, { role: 'owner' })).toMatchObject({ status: 404 })
    expect(await tenant.owner.post('/api-keys', { user_id: stranger, name: 'x' })).toMatchObject({
      status: 404,
      body: { code: 'USER_NOT_FOUND' },
    })
  })
})

describe('the last owner', () => {
  test('stays one, and active, until there is another who may come in', async () => {
    const small = await givenTenant(server, 'Small')
    const change = (patch: object) => small.owner.put(`/users/${small.owner.userId}`, patch)
    for (const patch of [{ role: 'member' }, { is_active: false }, { role: 'organizer', name: 'Never' }]) {
      expect(await change(patch)).toMatchObject({ status: 409, body: { code: 'LAST_OWNER' } })
    }
    const second = await small.add('owner')
    await small.owner.put(`/users/${second.userId}`, { is_active: false })
    expect(await change({ is_active: false })).toMatchObject({ status: 409 })
    await small.owner.put(`/users/${second.userId}`, { is_active: true })
    expect(await change({ role: 'member' })).toMatchObject({ status: 200, body: { role: 'member' } })
  })

  test('two who step down at the same moment: one of them has to stay', async () => {
    const small = await givenTenant(server, 'Pair')
    const second = await small.add('owner')
    const replies = await Promise.all(
      [small.owner, second].map((who) => who.put(`/users/${who.userId}`, { role: 'member' })),
    )
    expect(replies.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
  })
})

describe('API keys', () => {
  test('are shown once, act as their person, and only their hash is kept', async () => {
    const joe = await tenant.add('member', 'Joe')
    const reply = await tenant.owner.post('/api-keys', { user_id: joe.userId, name: 'laptop' })
    expect(reply).toMatchObject({
      status: 201,
      body: { user_id: joe.userId, user_name: 'Joe', name: 'laptop', expires_at: null, revoked_at: null },
    })
    const key = String(reply.body.key)
    expect(key).toMatch(/^allot_[\w-]{22}_[\w-]{43}$/)
    expect((await withKey(key).get('/me')).body).toMatchObject({
      user: { id: joe.userId, role: 'member' },
      tenant: { id: tenant.tenantId },
    })

    const { text, body } = await tenant.owner.get('/api-keys?limit=100')
    expect([...body].find(({ id }) => id === reply.body.id)).toMatchObject({ user_id: joe.userId, user_name: 'Joe' })
    expect(text).not.toContain(key)
    expect(text).not.toContain('hash')
    const secret = key.slice(-43)
    const rows = await asOwner<{ row: string }>(
      server.database,
      'select k::text as row from api_keys k union all select a::text from audit_entries a',
    )
    expect(rows.filter(({ row }) => row.includes(secret))).toEqual([])
    expect(await newestNote()).toMatchObject({ action: 'api_key.created', subject_id: reply.body.id })
  })

  test('that are almost right are wrong', async () => {
    const right = tenant.member.key
    const foreign = (await givenTenant(server, 'Foreign')).member.key
    const wrong = [
      right.slice(0, -1),
      `${right}x`,
      `${right.slice(0, -1)}${right.endsWith('A') ? 'B' : 'A'}`,
      right.toUpperCase(),
      right.replace('allot_', ''),
      `${foreign.slice(0, 29)}${right.slice(29)}`,
      'allot__',
      '',
      'null',
    ]
    for (const key of wrong) expect((await withKey(key).get('/me')).status, key).toBe(401)
    expect((await withKey(right).get('/me')).status).toBe(200)
  })

  test('end when they expire, are revoked, or their person is deactivated: within about a second', async () => {
    const [joe, ann] = [await tenant.add('member'), await tenant.add('member')]
    const make = async (user_id: string, more = {}) =>
      (await tenant.owner.post('/api-keys', { user_id, name: 'x', ...more })).body
    const short = await make(joe.userId, { expires_at: new Date(Date.now() + 900).toISOString() })
    const revoked = await make(joe.userId)
    const kept = await make(joe.userId)
    const [byShort, byRevoked, byKept] = [short, revoked, kept].map(({ key }) => withKey(key))
    for (const client of [byShort, byRevoked, byKept, ann]) expect((await client?.get('/me'))?.status).toBe(200)

    expect((await tenant.owner.delete(`/api-keys/${revoked.id}`)).status).toBe(204)
    expect((await tenant.owner.put(`/users/${ann.userId}`, { is_active: false })).body).toMatchObject({
      is_active: false,
    })
    await aMoment()
    for (const client of [byShort, byRevoked, ann])
      expect(await client?.get('/me')).toMatchObject({ status: 401, body: { code: 'UNAUTHENTICATED' } })
    expect((await byKept?.get('/me'))?.status).toBe(200)

    await tenant.owner.put(`/users/${ann.userId}`, { is_active: true })
    await aMoment()
    expect((await ann.get('/me')).status).toBe(200)
  })

  test('have the rights their person has now', async () => {
    const joe = await tenant.add('member')
    expect((await joe.get('/users')).status).toBe(403)
    await tenant.owner.put(`/users/${joe.userId}`, { role: 'owner' })
    await aMoment()
    expect((await joe.get('/users')).status).toBe(200)
  })

  test('are revoked once: again it changes nothing; one that is not there is not found', async () => {
    const { body } = await tenant.owner.post('/api-keys', { user_id: tenant.desk.userId, name: 'x' })
    expect((await tenant.owner.delete(`/api-keys/${body.id}`)).status).toBe(204)
    const entries = await noted()
    expect((await tenant.owner.delete(`/api-keys/${body.id}`)).status).toBe(204)
    expect(await noted()).toBe(entries)
    const other = await givenTenant(server, 'Keyed')
    const { body: foreign } = await other.owner.post('/api-keys', { user_id: other.desk.userId, name: 'x' })
    for (const id of [nobody, foreign.id]) {
      expect(await tenant.owner.delete(`/api-keys/${id}`)).toMatchObject({
        status: 404,
        body: { code: 'API_KEY_NOT_FOUND' },
      })
    }
  })

  test('with a limit of their own are told to wait once they are over it, each by itself', async () => {
    const make = async () =>
      withKey(
        (
          await tenant.owner.post('/api-keys', {
            user_id: tenant.member.userId,
            name: 'slow',
            rate_limit_per_minute: 3,
          })
        ).body.key,
      )
    const [slow, other] = [await make(), await make()]
    const statuses: number[] = []
    for (let index = 0; index < 5; index += 1) statuses.push((await slow.get('/events')).status)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
    const refused = await slow.get('/events')
    expect(refused).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REQUESTS' } })
    const wait = Number(refused.headers['retry-after'])
    expect(wait).toBeGreaterThanOrEqual(1)
    expect(wait).toBeLessThanOrEqual(60)
    expect((await other.get('/events')).status).toBe(200)
    expect((await tenant.member.get('/events')).status).toBe(200)
  })

  test.each([
    ['name', ['', null, 'x'.repeat(201)]],
    ['user_id', ['me', null, 5]],
    ['expires_at', ['tomorrow', '2027-02-30T00:00:00Z', '2027-01-01T00:00:00', 5]],
    ['rate_limit_per_minute', [0, -1, 1.5, '5', 1_000_001]],
    ['key', ['allot_mine']],
  ])('with a %s that is not right are not made', async (field, wrong) => {
    for (const value of wrong) {
      const reply = await tenant.owner.post('/api-keys', { user_id: tenant.member.userId, name: 'x', [field]: value })
      expect(reply, JSON.stringify(value)).toMatchObject({ status: 422, body: { errors: [{ path: `body.${field}` }] } })
    }
  })
})

test('everybody sees who they are and what they may do; the operator is nobody in a tenant', async () => {
  expect((await tenant.desk.get('/me')).body).toMatchObject({
    user: { id: tenant.desk.userId, role: 'desk' },
    tenant: { id: tenant.tenantId, name: 'Northwind' },
    permissions: ['event.read', 'collection.collect', 'self.read'],
  })
  expect(await server.as(operatorToken).get('/me')).toMatchObject({ status: 403, body: { code: 'TENANT_REQUIRED' } })
  expect(await server.as(undefined).get('/me')).toMatchObject({
    status: 401,
    headers: { 'www-authenticate': 'Bearer' },
  })
})
