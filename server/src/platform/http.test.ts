import { connect } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { beforeAll, describe, expect, test } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import { givenApp, givenTenant, operatorToken } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import { addressOf, checkSameSite, createHttp, problemOf } from './http.ts'
import { parseJsonBody } from './json-body.ts'
import { createLog } from './log.ts'
import { Problem } from './problem.ts'
import { anybody } from './roles.ts'

let server: TestApp
let tenant: TestTenant
beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
})

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/

describe('every answer', () => {
  test("has a request id: the caller's own where that is harmless, else a new one", async () => {
    const idFor = async (given: string) =>
      (await tenant.member.get('/events', { 'x-request-id': given })).headers['x-request-id']
    for (const id of ['request-1', 'a.b:c_d-E9', 'x'.repeat(100)]) expect(await idFor(id)).toBe(id)
    for (const id of ['', 'short', 'x'.repeat(101), 'with blank', '<script>', '${jndi:ldap}', 'a\u00fcbcdefgh'])
      expect(await idFor(id), id).toMatch(uuid)
    const refused = await tenant.member.get('/nowhere', { 'x-request-id': 'request-2' })
    expect(refused).toMatchObject({
      status: 404,
      headers: { 'x-request-id': 'request-2' },
      body: { request_id: 'request-2' },
    })
  })

  test('has the headers that keep a browser safe, whatever it says', async () => {
    const gala = await givenGala(tenant, { budget: 0 })
    const { body: slot } = await tenant.organizer.post(`${gala.path}/slots`, { label: 'noon' })
    const replies = [
      await tenant.member.get('/events'),
      await tenant.organizer.post('/events', { name: 'X', event_budget_amount: 1 }),
      await tenant.organizer.delete(`${gala.path}/slots/${slot.id}`),
      await server.as(undefined).get('/'),
      await server.as(undefined).get('/events'),
      await tenant.member.get('/users'),
      await tenant.member.get('/nowhere'),
      await gala.register('ann'),
      await tenant.organizer.put(gala.path, { name: 'X' }, { 'if-match': '"9"' }),
      await tenant.organizer.post('/events', { name: 'x'.repeat(1_100_000) }),
      await tenant.organizer.post('/events', {}, { 'content-type': 'text/plain' }),
      await tenant.organizer.post('/events', {}),
      await tenant.organizer.get('/events/%zz'),
      await server.as(undefined).get('/healthz'),
      await server.as(undefined).get('/openapi.json'),
    ]
    expect(replies.map(({ status }) => status)).toEqual([
      200, 201, 204, 302, 401, 403, 404, 409, 412, 413, 415, 422, 400, 200, 200,
    ])
    for (const { headers, status } of replies) {
      expect(headers, String(status)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
        'cache-control': 'no-store',
        'x-request-id': expect.any(String),
      })
      expect(headers).not.toHaveProperty('x-powered-by')
      expect(headers).not.toHaveProperty('server')
      expect(headers).not.toHaveProperty('access-control-allow-origin')
    }
  })

  test('about an address that there is not is 404, with or without credentials', async () => {
    for (const path of [
      '/nowhere',
      '/EVENTS',
      '/events/019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e/nowhere',
      '/users/me/x',
      '//events',
      '/.env',
      '/events.json',
    ]) {
      for (const who of [tenant.owner, server.as(undefined), server.as(operatorToken)]) {
        expect(await who.get(path), path).toMatchObject({ status: 404, body: { code: 'NOT_FOUND', status: 404 } })
      }
    }
    expect((await tenant.member.get('/events/')).status).toBe(200)
  })

  test('about an address that cannot be read is 400, and repeats nothing of it', async () => {
    const secret = 'shown-to-nobody'
    for (const path of [`/events/%zz${secret}`, `/%${secret}`, `/events/${secret.repeat(100)}`]) {
      const reply = await tenant.owner.get(path)
      expect(reply).toMatchObject({
        status: 400,
        body: { code: 'BAD_REQUEST' },
        headers: { 'content-type': expect.stringMatching(/^application\/problem\+json/) },
      })
      expect(reply.text).not.toContain(secret)
    }
  })

  test('that could not be given shows nothing of why, and the refusals say what they know', () => {
    const insides = problemOf(new Error('relation "users" does not exist at /srv/allot/db.ts:5'))
    expect(insides).toMatchObject({ code: 'INTERNAL', status: 500, retryAfterSeconds: undefined })
    expect(JSON.stringify(insides.document('id'))).not.toMatch(/relation|users|srv/)
    expect(problemOf(Object.assign(new Error('x'), { statusCode: 418 }))).toMatchObject({
      code: 'BAD_REQUEST',
      status: 400,
    })
    expect(problemOf('words')).toMatchObject({ code: 'INTERNAL' })
    const own = new Problem('BUSY', 'Too busy.', {}, 3)
    expect(problemOf(own)).toBe(own)
  })
})

describe('the door itself', () => {
  const givenDoor = () =>
    createHttp({
      log: createLog('silent'),
      authenticate: async () => undefined,
      anonymousThrottle: {
        take: async () => {},
        check: async () => {},
        giveBack: async () => {},
        reset: async () => {},
      },
      takeKeyLimit: async () => {},
      publicUrl: 'https://allot.example.org',
      trustedProxies: undefined,
    })

  test('does not open with a route that does not say who may use it', async () => {
    const app = await givenDoor()
    expect(() => app.get('/open', () => 'x')).toThrow('GET /open does not say who may use it')
  })

  test('says of an error inside only that there was one, with its request id', async () => {
    const app = await givenDoor()
    app.get('/broken', { config: anybody }, () => {
      throw new Error('select password from users failed in /srv/allot/secret.ts')
    })
    const reply = await app.inject({ url: '/broken', headers: { 'x-request-id': 'request-3' } })
    expect(reply.statusCode).toBe(500)
    expect(reply.json()).toEqual({
      type: '/problems#internal',
      title: 'Something went wrong on our side',
      status: 500,
      detail: 'Something went wrong on our side. The request id helps to find out what.',
      code: 'INTERNAL',
      request_id: 'request-3',
    })
  })

  test('over https tells browsers to stay there', async () => {
    const app = await givenDoor()
    app.get('/open', { config: anybody }, () => ({}))
    const reply = await app.inject({ url: '/open' })
    expect(reply.headers['strict-transport-security']).toMatch(/^max-age=\d{8}/)
    expect((await server.as(undefined).get('/healthz')).headers).not.toHaveProperty('strict-transport-security')
  })

  test('answers what is no request at all on the connection it came by', async () => {
    const app = await givenDoor()
    await app.listen({ port: 0, host: '127.0.0.1' })
    const address = app.server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const say = (bytes: string) =>
      new Promise<string>((resolve, reject) => {
        let answer = ''
        const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
        socket
          .on('data', (data) => (answer += data.toString()))
          .on('close', () => resolve(answer))
          .on('error', reject)
      })
    for (const bytes of [
      `GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(100_000)}\r\n\r\n`,
      'what is this?\r\n\r\n',
      'GET / HTTP/1.1\r\nhost: x\r\nbad header\r\n\r\n',
      'GET /\u0000 HTTP/1.1\r\n\r\n',
    ]) {
      const [head = '', body = ''] = (await say(bytes)).split('\r\n\r\n')
      expect(head, bytes.slice(0, 20)).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
      expect(head).toContain('content-type: application/problem+json')
      expect(head).toContain('x-content-type-options: nosniff')
      expect(JSON.parse(body)).toMatchObject({ status: 400, code: 'BAD_REQUEST', detail: expect.any(String) })
    }
    await app.close()
  })
})

describe('too many from one address', () => {
  test('who nobody knows are told to wait; those with a key, and probes, are not', async () => {
    const busy = await givenApp({ anonymousPerMinute: 3 })
    const other = await givenTenant(busy)
    const stranger = busy.as(undefined)
    const statuses: number[] = []
    for (const path of ['/events', '/nowhere', '/openapi.json', '/events', '/nowhere'])
      statuses.push((await stranger.get(path)).status)
    expect(statuses).toEqual([401, 404, 200, 429, 429])
    const refused = await busy.as('rubbish').get('/events')
    expect(refused).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REQUESTS' } })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThanOrEqual(1)
    expect((await other.member.get('/events')).status).toBe(200)
    for (const probe of ['/healthz', '/readyz', '/metrics']) expect((await stranger.get(probe)).status).toBe(200)
  })
})

describe('a JSON body', () => {
  const read = (body: string | Buffer) => parseJsonBody({} as FastifyRequest, Buffer.from(body))

  test('is read as it was written', async () => {
    expect(await read('{"a":1,"b":[true,null,"ä🎁"]}')).toEqual({ a: 1, b: [true, null, 'ä🎁'] })
    expect(await read('\uFEFF{"a":1}')).toEqual({ a: 1 })
    expect(await read(String.raw`{"a":"\ud83c\udf81"}`)).toEqual({ a: '🎁' })
    expect(await read('{"a":1,"a":2}')).toEqual({ a: 2 })
    expect(await read('[1]')).toEqual([1])
    expect(await read('{"constructor":{"prototype":{"x":1}}}')).toHaveProperty('constructor')
  })

  test('goes twenty levels deep and no deeper', async () => {
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
    await expect(read(nested(20))).resolves.toBeDefined()
    await expect(read(nested(21))).rejects.toMatchObject({ code: 'INVALID' })
    await expect(read(nested(500_000))).rejects.toMatchObject({ code: 'INVALID' })
  })

  test.each([
    ['{"a":"x\\u0000y"}', 'body.a'],
    ['{"a":{"b":["ok","\\ud800"]}}', 'body.a.b.1'],
    ['{"a\\u0000":1}', 'body'],
    ['{"a":{"__proto__":{"isOwner":true}}}', 'body.a.__proto__'],
  ])('%s is refused, and where it is wrong is said', async (text, path) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'INVALID', members: { errors: [{ path }] } })
    expect(({} as Record<string, unknown>).isOwner).toBeUndefined()
  })

  test.each(['', ' ', '{', 'undefined', "{'a':1}", '{"a":01}', '{"a":.5}', '1 2', '{"a":"\n"}'])(
    '%j is none',
    async (text) => {
      await expect(read(text)).rejects.toMatchObject({ code: 'BODY_NOT_JSON', status: 400 })
    },
  )

  test('may say its type in capitals and with a character set', async () => {
    for (const type of [
      'application/json',
      'Application/JSON',
      'application/json; charset=utf-8',
      'application/json;charset=UTF-8',
    ]) {
      const reply = await tenant.organizer.post(
        '/events',
        { name: 'X', event_budget_amount: 1 },
        { 'content-type': type },
      )
      expect(reply.status, type).toBe(201)
    }
  })
})

describe('a request with a cookie', () => {
  const publicUrl = 'https://allot.example.org'
  const isLetIn = (method: string, headers: Record<string, string>, host = 'allot.example.org') => {
    const request = { method, protocol: 'https', headers: { host, ...headers } } as unknown as FastifyRequest
    try {
      checkSameSite(request, publicUrl)
      return true
    } catch (error) {
      if (error instanceof Problem && error.code === 'CROSS_SITE') return false
      throw error
    }
  }

  test.each([
    [true, 'from the site itself', { 'sec-fetch-site': 'same-origin', origin: publicUrl }],
    [true, 'typed by its person', { 'sec-fetch-site': 'none' }],
    [false, 'from another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    [
      false,
      'from a neighbour of the same domain',
      { 'sec-fetch-site': 'same-site', origin: 'https://other.example.org' },
    ],
    [
      false,
      'whose browser says one thing and its origin another',
      { 'sec-fetch-site': 'cross-site', origin: publicUrl },
    ],
    [false, 'with a site that is no word', { 'sec-fetch-site': '' }],
    [true, 'from an old browser at the site', { origin: publicUrl }],
    [false, 'from an old browser elsewhere', { origin: 'https://evil.example' }],
    [false, 'from the same host without encryption', { origin: 'http://allot.example.org' }],
    [false, 'from another port', { origin: 'https://allot.example.org:8443' }],
    [false, 'from a name that only begins the same', { origin: 'https://allot.example.org.evil.example' }],
    [false, 'from a sandbox', { origin: 'null' }],
    [true, 'from what is no browser', {}],
  ])('%s: %s', (expected, _what, headers) => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
      expect(isLetIn(method, headers as Record<string, string>)).toBe(expected)
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      expect(isLetIn(method, headers as Record<string, string>)).toBe(true)
  })
})

describe('the address that a limit counts by', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '::ffff:192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:db8:1::1', '2001:db8:1:0'],
    ['2001:db8:1:2::', '2001:db8:1:2'],
    ['::1', '0:0:0:0'],
    ['::', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['1::2:3:4:5:6:7', '1:0:2:3'],
  ])('%s is counted as %s', (ip, expected) => {
    expect(addressOf({ ip } as FastifyRequest)).toBe(expected)
  })
})
