import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getMigrations } from 'better-auth/db/migration'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../platform/database.ts'
import type { Connection } from '../platform/database.ts'
import { openEmbeddedPostgres } from '../platform/embedded-postgres.ts'
import { createHttp } from '../platform/http.ts'
import { newId } from '../platform/ids.ts'
import { createLog } from '../platform/log.ts'
import { migrate } from '../platform/migrate.ts'
import { deriveSecrets, newApiKey, sha256 } from '../platform/secrets.ts'
import { operatorRoutes, tenantRoutes } from '../tenants/tenants.routes.ts'
import { accountRoutes, operatorAccountRoutes } from './accounts.routes.ts'
import { createAuthenticate } from './authenticate.ts'
import { openSignIn } from './sign-in.ts'
import { signInRoutes } from './sign-in.routes.ts'

const publicUrl = 'https://allot.test'
const operatorToken = 'operator-token-of-this-test'
const secrets = deriveSecrets('a secret that is long enough for this test')
const goodPassword = 'green lamps hum softly'
/** What was learnt a moment ago may be used again for so long (authenticate.ts), and a little. */
const REMEMBERED_MS = 1_100

type Role = 'allot_owner' | 'allot_app' | 'allot_auth'
let connect: (role: Role) => Connection
let owner: pg.Client
const openThings: { close(): Promise<unknown> }[] = []
const later = <Thing extends { close(): Promise<unknown> }>(thing: Thing): Thing => {
  openThings.unshift(thing)
  return thing
}

beforeAll(async () => {
  connect = await givenDatabase()
  await migrate(connect('allot_owner'), { app: 'allot_app', auth: 'allot_auth' })
  owner = new pg.Client(connect('allot_owner'))
  await owner.connect()
  later({ close: () => owner.end() })
}, 60_000)

afterAll(async () => {
  for (const thing of openThings) await thing.close()
})

/** An empty database with the roles a server works as. */
async function givenDatabase(): Promise<(role: Role) => Connection> {
  const directory = await mkdtemp(join(tmpdir(), 'allot-sign-in-'))
  const postgres = await openEmbeddedPostgres({ directory, purpose: 'sign-in test', mode: 'own', log: () => {} })
  later({ close: () => postgres.stop().then(() => rm(postgres.directory, { recursive: true, force: true })) })
  const client = new pg.Client(postgres.connection('allot_owner', 'postgres'))
  await client.connect()
  await client.query('create database allot')
  for (const role of ['allot_app', 'allot_auth']) {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
    if (rowCount === 0) await client.query(`create role ${role} login`)
  }
  await client.end()
  return (role) => postgres.connection(role, 'allot')
}

type Answer = { status: number; body: Record<string, unknown>; cookie: string | undefined; setCookie: string | undefined }
type Sent = { body?: unknown; headers?: Record<string, string>; from?: string }

/** One server process; several share the database. */
async function startServer(url = publicUrl) {
  const db = later(openDatabase(connect('allot_app'), 4))
  const log = createLog('silent')
  const signIn = later(await openSignIn({ connection: connect('allot_auth'), secrets, publicUrl: url, log }))
  const app = createHttp({
    log,
    authenticate: createAuthenticate(db, operatorToken, signIn.identifyByCookie),
    anonymousThrottle: { take: async () => {}, check: async () => {}, giveBack: async () => {}, reset: async () => {} },
    takeKeyLimit: async () => {},
    publicUrl: url,
    trustedProxies: undefined,
  })
  app.decorate('db', db)
  app.decorate('secrets', secrets)
  app.decorate('publicUrl', url)
  for (const routes of [operatorRoutes, tenantRoutes, accountRoutes, operatorAccountRoutes]) routes(app)
  signInRoutes(app, signIn)
  await app.ready()
  later(app)

  async function send(method: 'GET' | 'POST' | 'PUT', url: string, { body, headers = {}, from }: Sent = {}): Promise<Answer> {
    const response = await app.inject({
      method,
      url,
      headers,
      remoteAddress: from ?? '192.0.2.1',
      ...(body === undefined ? {} : { payload: body as object }),
    })
    const [setCookie] = [response.headers['set-cookie'] ?? []].flat()
    const text = response.body === '' ? {} : response.json<Record<string, unknown>>()
    return { status: response.statusCode, body: text, setCookie, cookie: setCookie?.split(';')[0] }
  }
  const asOperator = { authorization: `Bearer ${operatorToken}` }
  return {
    signIn,
    send,
    me: (cookie: string) => send('GET', '/me', { headers: { cookie } }),
    enter: (email: string, password: string, more: object = {}, sent: Sent = {}) =>
      send('POST', '/auth/sign-in', { ...sent, body: { email, password, ...more } }),
    useLink: (code: string, password?: string, sent: Sent = {}) =>
      send('POST', '/auth/link', { ...sent, body: { code, ...(password === undefined ? {} : { password }) } }),
    operate: (method: 'POST' | 'PUT', url: string, body?: object) => send(method, url, { body, headers: asOperator }),
  }
}
type Server = Awaited<ReturnType<typeof startServer>>

/** A tenant with an owner; whoever joins gets a link for the first time. */
async function givenTenant(server: Server) {
  const { body: tenant } = await server.operate('POST', '/tenants', { name: 'Example Company' })
  const tenantId = String(tenant.id)
  const addPerson = async (email: string, role = 'member') => {
    const { status, body } = await server.operate('POST', `/tenants/${tenantId}/users`, { email, name: email, role })
    expect({ status, body }).toMatchObject({ status: 201 })
    return String(body.id)
  }
  const linkFor = async (userId: string) => {
    const { status, body } = await server.operate('POST', `/tenants/${tenantId}/users/${userId}/sign-in-links`)
    expect(status).toBe(201)
    return { code: String(body.code), url: String(body.url) }
  }
  const ownerId = await addPerson(anyEmail(), 'owner')
  return {
    tenantId,
    ownerId,
    addPerson,
    linkFor,
    /** Somebody with a password, signed in by the link they chose it with. */
    join: async (email: string, password = goodPassword, role = 'member') => {
      const userId = await addPerson(email, role)
      const { status, cookie } = await server.useLink((await linkFor(userId)).code, password)
      expect(status).toBe(200)
      return { userId, cookie: String(cookie) }
    },
  }
}

const anyEmail = () => `p${newId().slice(-12)}@example.org`
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

test('the tables are those better-auth expects', async () => {
  const pool = later(asClosable(new pg.Pool({ ...connect('allot_auth'), options: '-c search_path=auth' })))
  const { toBeCreated, toBeAdded } = await getMigrations({ database: pool.it, emailAndPassword: { enabled: true } })
  expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] })
})
const asClosable = (it: pg.Pool) => ({ it, close: () => it.end() })

test('Ines opens her link, chooses a password, and comes back with it', async () => {
  const server = await startServer()
  const tenant = await givenTenant(server)
  const email = `Ines.${anyEmail()}`
  const userId = await tenant.addPerson(email, 'organizer')
  const { code, url } = await tenant.linkFor(userId)
  expect(url).toBe(`${publicUrl}/sign-in#code=${code}`)

  const first = await server.useLink(code, goodPassword)
  expect(first).toMatchObject({ status: 200, body: { user: { id: userId, email }, tenant: { id: tenant.tenantId } } })
  expect(await server.me(String(first.cookie))).toMatchObject({ status: 200, body: { user: { id: userId } } })

  const again = await server.enter(email.toUpperCase(), goodPassword)
  expect(again).toMatchObject({ status: 200, body: { user: { id: userId, role: 'organizer' } } })
  expect(again.cookie).not.toBe(first.cookie)
  const me = await server.me(String(again.cookie))
  expect(me.body).toEqual(again.body)
})

test('the cookie belongs to this host alone, and no script can read it', async () => {
  const server = await startServer()
  const { join } = await givenTenant(server)
  const email = anyEmail()
  await join(email)
  const { setCookie } = await server.enter(email, goodPassword)
  const [pair, ...attributes] = String(setCookie).split('; ')
  expect(pair).toMatch(/^__Host-allot=[\w-]{43}\./)
  expect(attributes.sort()).toEqual(['HttpOnly', `Max-Age=${7 * 24 * 3600}`, 'Path=/', 'SameSite=Lax', 'Secure'])

  const plain = await startServer('http://localhost:3000')
  const { setCookie: insecure } = await plain.enter(email, goodPassword)
  expect(insecure).toMatch(/^allot=/)
  expect(insecure).not.toMatch(/Secure|Domain/)
})

test('a forged, cut or foreign cookie is nobody', async () => {
  const server = await startServer()
  const { join } = await givenTenant(server)
  const { cookie } = await join(anyEmail())
  const [name, value = ''] = cookie.split(/=(.*)/s)
  const [token = '', signature = ''] = decodeURIComponent(value).split(/\.(.*)/s)
  const storedHash = sha256(token).toString('hex')
  const forged = [`${token}.`, token, `${token}x.${signature}`, `${storedHash}.${signature}`, `${token}.${signature.slice(1)}`]
  for (const text of forged) expect(await server.me(`${name}=${encodeURIComponent(text)}`)).toMatchObject({ status: 401 })
  expect(await server.me('other=1; __Host-allot=')).toMatchObject({ status: 401 })
  expect(await server.me(`other=1; ${cookie}`)).toMatchObject({ status: 200 })
})

test('a wrong password, an unknown address and a person without a password hear the same', async () => {
  const server = await startServer()
  const tenant = await givenTenant(server)
  const [known, invited, unknown] = [anyEmail(), anyEmail(), anyEmail()]
  await tenant.join(known)
  const { code } = await tenant.linkFor(await tenant.addPerson(invited))
  expect(await server.useLink(code)).toMatchObject({ status: 200 })

  const answers = await Promise.all([known, invited, unknown].map((email) => server.enter(email, 'not the password')))
  const said = answers.map(({ status, body: { request_id, ...rest } }) => ({ status, rest, has_id: request_id !== undefined }))
  expect(said[0]).toMatchObject({ status: 401, rest: { code: 'UNAUTHENTICATED' } })
  expect(said[1]).toEqual(said[0])
  expect(said[2]).toEqual(said[0])
})

test('a link works once, until it runs out, and not for whoever made it up', async () => {
  const server = await startServer()
  const { linkFor, addPerson, tenantId } = await givenTenant(server)
  const userId = await addPerson(anyEmail())
  const invalid = { status: 422, body: { code: 'LINK_INVALID' } }

  const { code } = await linkFor(userId)
  const tries = await Promise.all(Array.from({ length: 8 }, () => server.useLink(code)))
  expect(tries.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(tries.filter(({ body }) => body.code === 'LINK_INVALID')).toHaveLength(7)
  expect(await server.useLink(code)).toMatchObject(invalid)

  const late = await server.signIn.createLink(tenantId, userId, 0)
  expect(await server.useLink(late.code)).toMatchObject(invalid)
  expect(await server.useLink('A'.repeat(43))).toMatchObject(invalid)
})

test('a link never replaces a password, whoever made it; without one it still lets its person in', async () => {
  const server = await startServer()
  const { join, linkFor } = await givenTenant(server)
  const email = anyEmail()
  const { userId } = await join(email)
  const { code } = await linkFor(userId)

  const refused = await server.useLink(code, 'another good password')
  expect(refused).toMatchObject({ status: 422, body: { code: 'INVALID', errors: [{ path: 'body.password' }] } })
  expect(await server.enter(email, 'another good password')).toMatchObject({ status: 401 })
  expect(await server.useLink(code)).toMatchObject({ status: 200, body: { user: { id: userId } } })
  expect(await server.enter(email, goodPassword)).toMatchObject({ status: 200 })
})

test('two links used at the same moment choose one password, not two', async () => {
  const server = await startServer()
  const { linkFor, addPerson } = await givenTenant(server)
  const email = anyEmail()
  const userId = await addPerson(email)
  const links = await Promise.all([linkFor(userId), linkFor(userId), linkFor(userId)])
  const answers = await Promise.all(links.map(({ code }, index) => server.useLink(code, `${goodPassword} ${index}`)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422])
  const chosen = answers.findIndex(({ status }) => status === 200)
  expect(await server.enter(email, `${goodPassword} ${chosen}`)).toMatchObject({ status: 200 })
})

test('what everybody tries first, what is short and what repeats the address is no password', async () => {
  const server = await startServer()
  const { linkFor, addPerson } = await givenTenant(server)
  const email = `jonathan${anyEmail()}`
  const { code } = await linkFor(await addPerson(email))
  for (const password of ['short one', 'Password123!', 'aaabbbaaabbb', `my ${email.split('@')[0]} word`]) {
    const answer = await server.useLink(code, password)
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'body.password' }] } })
  }
  expect(await server.useLink(code, goodPassword)).toMatchObject({ status: 200 })
})

test('the same address in two tenants is two people, of whom neither reaches into the other', async () => {
  const server = await startServer()
  const [ours, theirs] = await Promise.all([givenTenant(server), givenTenant(server)])
  const email = anyEmail()
  const hers = await ours.join(email, goodPassword)
  // Whoever owns the other tenant invites her address there, and opens the link themselves.
  const impostor = await theirs.join(email, 'password of somebody else')

  const inTheirs = await server.me(impostor.cookie)
  expect(inTheirs).toMatchObject({ body: { user: { id: impostor.userId }, tenant: { id: theirs.tenantId } } })
  expect(await server.enter(email, 'password of somebody else')).toMatchObject({
    body: { tenant: { id: theirs.tenantId } },
  })
  const crossed = await server.enter(email, 'password of somebody else', { tenant_id: ours.tenantId })
  expect(crossed).toMatchObject({ status: 401 })
  expect(await server.enter(email, goodPassword)).toMatchObject({ body: { user: { id: hers.userId } } })

  const cookieHeaders = { cookie: impostor.cookie }
  expect(await server.send('POST', '/auth/sign-out-everywhere', { headers: cookieHeaders })).toMatchObject({ status: 204 })
  await pause(REMEMBERED_MS)
  expect(await server.me(impostor.cookie)).toMatchObject({ status: 401 })
  expect(await server.me(hers.cookie)).toMatchObject({ status: 200, body: { tenant: { id: ours.tenantId } } })
})

test('whoever has one password in two tenants says which is meant', async () => {
  const server = await startServer()
  const [one, other] = await Promise.all([givenTenant(server), givenTenant(server)])
  const email = anyEmail()
  await one.join(email)
  await other.join(email)

  const open = await server.enter(email, goodPassword)
  expect(open).toMatchObject({ status: 403, body: { code: 'TENANT_REQUIRED' } })
  expect(open.cookie).toBeUndefined()
  expect(JSON.stringify(open.body)).not.toContain(one.tenantId)
  const said = await server.enter(email, goodPassword, { tenant_id: other.tenantId })
  expect(said).toMatchObject({ status: 200, body: { tenant: { id: other.tenantId } } })
  expect(await server.enter(email, goodPassword, { tenant_id: newId() })).toMatchObject({ status: 401 })
})

test('ten guesses at one account are all there are, over two servers and all at once', async () => {
  const [one, two] = await Promise.all([startServer(), startServer()])
  const { join } = await givenTenant(one)
  const email = anyEmail()
  await join(email)
  const guess = (index: number) =>
    (index % 2 === 0 ? one : two).enter(email, `guess number ${index}`, {}, { from: `198.51.100.${index}` })
  const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => guess(index)))
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(20)
  expect(await two.enter(email, goodPassword)).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REQUESTS' } })
})

test('coming in forgives earlier slips, but not guesses at a namesake elsewhere', async () => {
  const server = await startServer()
  const [one, other] = await Promise.all([givenTenant(server), givenTenant(server)])
  const email = anyEmail()
  await one.join(email)
  const slip = () => server.enter(email, 'not the password', { tenant_id: one.tenantId })
  for (let round = 0; round < 2; round += 1) {
    const slips = await Promise.all(Array.from({ length: 8 }, slip))
    expect(slips.every(({ status }) => status === 401)).toBe(true)
    expect(await server.enter(email, goodPassword)).toMatchObject({ status: 200 })
  }

  await other.join(email, 'password of somebody else')
  await Promise.all(Array.from({ length: 9 }, slip))
  const theirOwn = await server.enter(email, 'password of somebody else', { tenant_id: other.tenantId })
  expect(theirOwn).toMatchObject({ status: 200 })
  expect(await slip()).toMatchObject({ status: 401 })
  expect(await slip()).toMatchObject({ status: 429 })
})

test('fifty failures from one address are all there are, whatever is tried; those who get in do not count', async () => {
  const [one, two] = await Promise.all([startServer(), startServer()])
  const { join } = await givenTenant(one)
  const email = anyEmail()
  await join(email)
  const from = '203.0.113.7'
  for (let index = 0; index < 5; index += 1) {
    expect(await one.enter(email, goodPassword, {}, { from })).toMatchObject({ status: 200 })
  }
  const guess = (index: number) =>
    index % 2 === 0
      ? one.enter(anyEmail(), 'any password at all', {}, { from })
      : two.useLink(`made-up-code-${index}-${'x'.repeat(20)}`, undefined, { from })
  const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => guess(index)))
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(10)
  expect(await two.enter(email, goodPassword, {}, { from })).toMatchObject({ status: 429 })
  expect(await two.enter(email, goodPassword, {}, { from: '203.0.113.8' })).toMatchObject({ status: 200 })
})

test('signing out ends this session on every server, signing out everywhere all of them', async () => {
  const [one, two] = await Promise.all([startServer(), startServer()])
  const { join } = await givenTenant(one)
  const email = anyEmail()
  const { cookie: phone } = await join(email)
  const { cookie: laptop } = await one.enter(email, goodPassword)
  const { cookie: desk } = await one.enter(email, goodPassword)
  const cookies = [phone, String(laptop), String(desk)]
  const statuses = (server: Server) => Promise.all(cookies.map(async (cookie) => (await server.me(cookie)).status))
  expect(await statuses(two)).toEqual([200, 200, 200])

  const out = await one.send('POST', '/auth/sign-out', { headers: { cookie: phone } })
  expect(out).toMatchObject({ status: 204 })
  expect(out.setCookie).toMatch(/^__Host-allot=; Max-Age=0/)
  await pause(REMEMBERED_MS)
  expect(await statuses(one)).toEqual([401, 200, 200])
  expect(await statuses(two)).toEqual([401, 200, 200])

  await one.send('POST', '/auth/sign-out-everywhere', { headers: { cookie: String(laptop) } })
  await pause(REMEMBERED_MS)
  expect(await statuses(one)).toEqual([401, 401, 401])
  expect(await statuses(two)).toEqual([401, 401, 401])
})

test('a new password needs the old one, ends every other session, and lets nobody in with the old one', async () => {
  const server = await startServer()
  const { join } = await givenTenant(server)
  const email = anyEmail()
  const { cookie: here, userId } = await join(email)
  const { cookie: elsewhere } = await server.enter(email, goodPassword)
  const change = (current_password: string, new_password: string) =>
    server.send('POST', '/auth/password', { headers: { cookie: here }, body: { current_password, new_password } })

  expect(await change('not the password', 'another good password')).toMatchObject({ status: 401 })
  expect(await change(goodPassword, 'qwertyuiop')).toMatchObject({ status: 422 })
  // Sign-ins with the old password that are under way come before it or not at all.
  const [changed] = await Promise.all([
    change(goodPassword, 'another good password'),
    ...Array.from({ length: 6 }, () => server.enter(email, goodPassword)),
  ])
  expect(changed).toMatchObject({ status: 204 })
  const { rows } = await owner.query(
    'select 1 from auth.session s join auth.membership m on m.identity_id = s."userId" where m.user_id = $1',
    [userId],
  )
  expect(rows).toHaveLength(1)
  await pause(REMEMBERED_MS)
  expect(await server.me(here)).toMatchObject({ status: 200 })
  expect(await server.me(String(elsewhere))).toMatchObject({ status: 401 })
  expect(await server.enter(email, goodPassword)).toMatchObject({ status: 401 })
  expect(await server.enter(email, 'another good password')).toMatchObject({ status: 200 })
})

test('guesses at the current password of a session left open are counted too', async () => {
  const server = await startServer()
  const { join } = await givenTenant(server)
  const { cookie } = await join(anyEmail())
  const guess = (index: number) =>
    server.send('POST', '/auth/password', {
      headers: { cookie },
      body: { current_password: `guess ${index}`, new_password: 'another good password' },
    })
  const answers = await Promise.all(Array.from({ length: 15 }, (_, index) => guess(index)))
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(5)
})

test('another site signs nobody in, and nobody out', async () => {
  const server = await startServer()
  const { join } = await givenTenant(server)
  const email = anyEmail()
  const { cookie } = await join(email)
  const refused = { status: 403, body: { code: 'CROSS_SITE' } }
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.test' },
    { origin: 'null' },
  ]) {
    const foreign = Object.fromEntries(Object.entries(headers))
    expect(await server.enter(email, goodPassword, {}, { headers: foreign })).toMatchObject(refused)
    expect(await server.useLink('A'.repeat(43), undefined, { headers: foreign })).toMatchObject(refused)
    expect(await server.send('POST', '/auth/sign-out', { headers: { ...foreign, cookie } })).toMatchObject(refused)
  }
  const own = { headers: { 'sec-fetch-site': 'same-origin', origin: publicUrl } }
  expect(await server.enter(email, goodPassword, {}, own)).toMatchObject({ status: 200 })
  expect(await server.me(cookie)).toMatchObject({ status: 200 })
})

test('whoever is deactivated is out within a second, everywhere, and does not come back', async () => {
  const [one, two] = await Promise.all([startServer(), startServer()])
  const { join, linkFor, tenantId, ownerId } = await givenTenant(one)
  const email = anyEmail()
  const { cookie, userId } = await join(email)
  const pending = await linkFor(userId)
  const ownerCookie = String((await one.useLink((await linkFor(ownerId)).code)).cookie)
  expect([(await one.me(cookie)).status, (await two.me(cookie)).status]).toEqual([200, 200])

  const asOwner = { headers: { cookie: ownerCookie } }
  await one.send('PUT', `/users/${userId}`, { ...asOwner, body: { is_active: false } })
  await pause(REMEMBERED_MS)
  expect([(await one.me(cookie)).status, (await two.me(cookie)).status]).toEqual([401, 401])
  expect(await one.enter(email, goodPassword)).toMatchObject({ status: 401 })
  expect(await one.useLink(pending.code)).toMatchObject({ status: 422, body: { code: 'LINK_INVALID' } })
  expect(await one.send('POST', `/users/${userId}/sign-in-links`, asOwner)).toMatchObject({ status: 422 })

  await one.operate('PUT', `/tenants/${tenantId}`, { is_active: false })
  expect(await one.operate('POST', `/tenants/${tenantId}/users/${userId}/sign-in-links`)).toMatchObject({ status: 403 })
  await pause(REMEMBERED_MS)
  expect(await two.me(ownerCookie)).toMatchObject({ status: 403, body: { code: 'TENANT_SUSPENDED' } })
})

test('an owner makes links inside the tenant only, each is in its audit trail, and asking twice makes one', async () => {
  const server = await startServer()
  const [ours, theirs] = await Promise.all([givenTenant(server), givenTenant(server)])
  const cookie = String((await server.useLink((await ours.linkFor(ours.ownerId)).code)).cookie)
  const member = await ours.join(anyEmail())
  const makeLink = (userId: string, headers: Record<string, string>) =>
    server.send('POST', `/users/${userId}/sign-in-links`, { headers })

  expect(await makeLink(theirs.ownerId, { cookie })).toMatchObject({ status: 404, body: { code: 'USER_NOT_FOUND' } })
  expect(await makeLink(ours.ownerId, { cookie: member.cookie })).toMatchObject({ status: 403 })
  const [first, second] = [
    await makeLink(member.userId, { cookie, 'idempotency-key': 'link-1' }),
    await makeLink(member.userId, { cookie, 'idempotency-key': 'link-1' }),
  ]
  expect(first).toMatchObject({ status: 201 })
  expect(second.body).toEqual(first.body)

  const { rows } = await owner.query(
    `select actor_id, subject_id from audit_entries
      where tenant_id = $1 and action = 'user.sign_in_link_created' order by entry_no desc`,
    [ours.tenantId],
  )
  expect(rows).toHaveLength(3)
  expect(rows[0]).toEqual({ actor_id: ours.ownerId, subject_id: member.userId })
})

test('an API key has no session to end and no password to change', async () => {
  const server = await startServer()
  const tenant = await givenTenant(server)
  const { body } = await server.operate('POST', `/tenants/${tenant.tenantId}/api-keys`, {
    user_id: tenant.ownerId,
    name: 'test',
  })
  const headers = { authorization: `Bearer ${String(body.key)}` }
  const change = { current_password: goodPassword, new_password: 'another good password' }
  for (const [url, sent] of [['/auth/password', change], ['/auth/sign-out'], ['/auth/sign-out-everywhere']] as const) {
    expect(await server.send('POST', url, { headers, body: sent })).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } })
  }
  const unknown = { authorization: `Bearer ${newApiKey(tenant.tenantId)}` }
  expect(await server.send('POST', '/auth/sign-out', { headers: unknown })).toMatchObject({ status: 401 })
})

test('a session ends when it is idle too long, and seven days after it began however busy it is', async () => {
  const server = await startServer()
  const { join } = await givenTenant(server)
  const [idle, busy] = [await join(anyEmail()), await join(anyEmail())]
  const age = (userId: string, set: string) =>
    owner.query(
      `update auth.session s set ${set} from auth.membership m where m.identity_id = s."userId" and m.user_id = $1`,
      [userId],
    )
  const expiry = async (userId: string) => {
    const { rows } = await owner.query<{ left: number }>(
      `select extract(epoch from s."expiresAt" - now())::float as left
         from auth.session s join auth.membership m on m.identity_id = s."userId" where m.user_id = $1`,
      [userId],
    )
    return rows[0]?.left ?? 0
  }

  await age(busy.userId, `"expiresAt" = now() + interval '1 hour'`)
  expect(await server.me(busy.cookie)).toMatchObject({ status: 200 })
  expect(await expiry(busy.userId)).toBeGreaterThan(11 * 3600)
  await age(idle.userId, `"expiresAt" = now() - interval '1 second'`)
  await age(busy.userId, `"createdAt" = now() - interval '7 days 1 second'`)
  await pause(REMEMBERED_MS)
  expect(await server.me(idle.cookie)).toMatchObject({ status: 401 })
  expect(await server.me(busy.cookie)).toMatchObject({ status: 401 })

  await server.signIn.forgetExpired()
  const { rows } = await owner.query('select 1 from auth.session where "createdAt" < now() - interval \'7 days\'')
  expect(rows).toEqual([])
})

test('nothing in the database lets anybody in', async () => {
  const server = await startServer()
  const { join, linkFor, addPerson } = await givenTenant(server)
  const email = anyEmail()
  const { cookie } = await join(email)
  const { code } = await linkFor(await addPerson(anyEmail()))
  await server.enter(email, goodPassword)

  const token = decodeURIComponent(cookie).split('=')[1]?.split('.')[0]
  const { rows: tables } = await owner.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('auth', 'public')",
  )
  for (const { name } of tables) {
    for (const secret of [goodPassword, code, token]) {
      const { rows } = await owner.query(`select 1 from ${name} as whole where strpos(whole::text, $1) > 0`, [secret])
      expect(rows, `${name} contains a secret`).toEqual([])
    }
  }
  const { rows: hashes } = await owner.query('select 1 from auth.session where token = $1', [sha256(String(token)).toString('hex')])
  expect(hashes).toHaveLength(1)
})
