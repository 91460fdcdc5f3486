import { getMigrations } from 'better-auth/db/migration'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createApp } from '../app.ts'
import { openDatabase } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { createLog } from '../platform/log.ts'
import { deriveSecrets, newApiKey, sha256 } from '../platform/secrets.ts'
import { createTestDatabase } from '../testing/databases.ts'
import type { TestDatabase } from '../testing/databases.ts'
import { openSignIn } from './sign-in.ts'

const publicUrl = 'https://allot.test'
const operatorToken = 'operator-token-of-this-test'
const secrets = deriveSecrets('a secret that is long enough for this test')
const goodPassword = 'green lamps hum softly'
/** What was learnt a moment ago may be used again for so long (authenticate.ts), and a little. */
const REMEMBERED_MS = 1_100

let database: TestDatabase
let owner: pg.Client
type Closing = { close(): Promise<unknown> }
const closedAtTheEnd: Closing[] = []
/** Two servers of one installation: they share the database, and nothing else. */
let one: Server
let two: Server

beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'))
  owner = new pg.Client(database.owner)
  await owner.connect()
  closedAtTheEnd.push({ close: () => database.drop() }, { close: () => owner.end() })
  one = await startServer()
  two = await startServer()
})

afterAll(async () => {
  for (const thing of closedAtTheEnd.reverse()) await thing.close()
})

type Answer = {
  status: number
  body: Record<string, unknown>
  cookie: string | undefined
  setCookie: string | undefined
}
type Sent = { body?: unknown; headers?: Record<string, string>; from?: string }

/** One server process. */
async function startServer(url = publicUrl) {
  const db = openDatabase(database.app, 4)
  const log = createLog('silent')
  const signIn = await openSignIn({ connection: database.auth, secrets, publicUrl: url, log })
  const limits = { queueLimit: 100, poolSize: 4, anonymousPerMinute: 1_000_000 }
  const app = await createApp({ db, secrets, signIn, log, publicUrl: url, operatorToken, ...limits })
  await app.ready()
  closedAtTheEnd.push(db, signIn, app)

  async function send(
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    { body, headers = {}, from }: Sent = {},
  ): Promise<Answer> {
    const response = await app.inject({
      method,
      url,
      headers,
      remoteAddress: from ?? anyAddress(),
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
async function givenTenant() {
  const { body: tenant } = await one.operate('POST', '/tenants', { name: 'Example Company' })
  const tenantId = String(tenant.id)
  const addPerson = async (email: string, role = 'member') => {
    const { status, body } = await one.operate('POST', `/tenants/${tenantId}/users`, { email, name: email, role })
    expect({ status, body }).toMatchObject({ status: 201 })
    return String(body.id)
  }
  const linkFor = async (userId: string) => {
    const { status, body } = await one.operate('POST', `/tenants/${tenantId}/users/${userId}/sign-in-links`)
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
      const { status, cookie } = await one.useLink((await linkFor(userId)).code, password)
      expect(status).toBe(200)
      return { userId, cookie: String(cookie) }
    },
  }
}

const anyEmail = () => `p${newId().slice(-12)}@example.org`
/** Whoever does not say where they come from comes from somewhere else each time. */
const anyAddress = () => `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 256)).join('.')}`
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

test('the tables are those better-auth expects', async () => {
  const pool = new pg.Pool({ ...database.auth, options: '-c search_path=auth' })
  const { toBeCreated, toBeAdded } = await getMigrations({ database: pool, emailAndPassword: { enabled: true } })
  await pool.end()
  expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] })
})

test('Ines opens her link, chooses a password, and comes back with it', async () => {
  const tenant = await givenTenant()
  const email = `Ines.${anyEmail()}`
  const userId = await tenant.addPerson(email, 'organizer')
  const { code, url } = await tenant.linkFor(userId)
  expect(url).toBe(`${publicUrl}/sign-in#code=${code}`)

  const first = await one.useLink(code, goodPassword)
  expect(first).toMatchObject({ status: 200, body: { user: { id: userId, email }, tenant: { id: tenant.tenantId } } })
  expect(await one.me(String(first.cookie))).toMatchObject({ status: 200, body: { user: { id: userId } } })

  const again = await one.enter(email.toUpperCase(), goodPassword)
  expect(again).toMatchObject({ status: 200, body: { user: { id: userId, role: 'organizer' } } })
  expect(again.cookie).not.toBe(first.cookie)
  const me = await one.me(String(again.cookie))
  expect(me.body).toEqual(again.body)
})

test('the cookie belongs to this host alone, and no script can read it', async () => {
  const { join } = await givenTenant()
  const email = anyEmail()
  await join(email)
  const { setCookie } = await one.enter(email, goodPassword)
  const [pair, ...attributes] = String(setCookie).split('; ')
  expect(pair).toMatch(/^__Host-allot=[\w-]{43}\./)
  expect(attributes.sort()).toEqual(['HttpOnly', `Max-Age=${7 * 24 * 3600}`, 'Path=/', 'SameSite=Lax', 'Secure'])

  const plain = await startServer('http://localhost:3000')
  const { setCookie: insecure } = await plain.enter(email, goodPassword)
  expect(insecure).toMatch(/^allot=/)
  expect(insecure).not.toMatch(/Secure|Domain/)
})

test('a forged, cut or foreign cookie is nobody', async () => {
  const { join } = await givenTenant()
  const { cookie } = await join(anyEmail())
  const [name, value = ''] = cookie.split(/=(.*)/s)
  const [token = '', signature = ''] = decodeURIComponent(value).split(/\.(.*)/s)
  const storedHash = sha256(token).toString('hex')
  const forged = [
    `${token}.`,
    token,
    `${token}x.${signature}`,
    `${storedHash}.${signature}`,
    `${token}.${signature.slice(1)}`,
  ]
  for (const text of forged) expect(await one.me(`${name}=${encodeURIComponent(text)}`)).toMatchObject({ status: 401 })
  expect(await one.me('other=1; __Host-allot=')).toMatchObject({ status: 401 })
  expect(await one.me(`other=1; ${cookie}`)).toMatchObject({ status: 200 })
})

test('a wrong password, an unknown address and a person without a password hear the same', async () => {
  const tenant = await givenTenant()
  const [known, invited, unknown] = [anyEmail(), anyEmail(), anyEmail()]
  await tenant.join(known)
  const { code } = await tenant.linkFor(await tenant.addPerson(invited))
  expect(await one.useLink(code)).toMatchObject({ status: 200 })

  const answers = await Promise.all([known, invited, unknown].map((email) => one.enter(email, 'not the password')))
  const said = answers.map(({ status, body: { request_id, ...rest } }) => ({
    status,
    rest,
    has_id: request_id !== undefined,
  }))
  expect(said[0]).toMatchObject({ status: 401, rest: { code: 'UNAUTHENTICATED' } })
  expect(said[1]).toEqual(said[0])
  expect(said[2]).toEqual(said[0])
})

test('a link works once, until it runs out, and not for whoever made it up', async () => {
  const { linkFor, addPerson, tenantId } = await givenTenant()
  const userId = await addPerson(anyEmail())
  const invalid = { status: 422, body: { code: 'LINK_INVALID' } }

  const { code } = await linkFor(userId)
  const tries = await Promise.all(Array.from({ length: 8 }, () => one.useLink(code)))
  expect(tries.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(tries.filter(({ body }) => body.code === 'LINK_INVALID')).toHaveLength(7)
  expect(await one.useLink(code)).toMatchObject(invalid)

  const late = await one.signIn.createLink(tenantId, userId, 0)
  expect(await one.useLink(late.code)).toMatchObject(invalid)
  expect(await one.useLink('A'.repeat(43))).toMatchObject(invalid)
})

test('a new link replaces a forgotten password, and ends every session that was open', async () => {
  const { join, linkFor } = await givenTenant()
  const email = anyEmail()
  const { userId } = await join(email)
  expect(await one.enter(email, goodPassword)).toMatchObject({ status: 200 })

  const { code } = await linkFor(userId)
  expect(await one.useLink(code, 'another good password')).toMatchObject({
    status: 200,
    body: { user: { id: userId } },
  })
  expect(await one.enter(email, goodPassword)).toMatchObject({ status: 401 })
  expect(await one.enter(email, 'another good password')).toMatchObject({ status: 200 })

  const quiet = await linkFor(userId)
  expect(await one.useLink(quiet.code)).toMatchObject({ status: 200 })
  expect(await one.enter(email, 'another good password')).toMatchObject({ status: 200 })
})

test('of links used at the same moment each works, and one password is left', async () => {
  const { linkFor, addPerson } = await givenTenant()
  const email = anyEmail()
  const userId = await addPerson(email)
  const links = await Promise.all([linkFor(userId), linkFor(userId), linkFor(userId)])
  const answers = await Promise.all(links.map(({ code }, index) => one.useLink(code, `${goodPassword} ${index}`)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  const tries = await Promise.all(links.map((_link, index) => one.enter(email, `${goodPassword} ${index}`)))
  expect(tries.filter(({ status }) => status === 200)).toHaveLength(1)
})

test('what everybody tries first, what is short and what repeats the address is no password', async () => {
  const { linkFor, addPerson } = await givenTenant()
  const email = `jonathan${anyEmail()}`
  const { code } = await linkFor(await addPerson(email))
  for (const password of ['short one', 'Password123!', 'aaabbbaaabbb', `my ${email.split('@')[0]} word`]) {
    const answer = await one.useLink(code, password)
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'body.password' }] } })
  }
  expect(await one.useLink(code, goodPassword)).toMatchObject({ status: 200 })
})

test('the same address in two tenants is two people, of whom neither reaches into the other', async () => {
  const [ours, theirs] = await Promise.all([givenTenant(), givenTenant()])
  const email = anyEmail()
  const hers = await ours.join(email, goodPassword)
  // Whoever owns the other tenant invites her address there, and opens the link themselves.
  const impostor = await theirs.join(email, 'password of somebody else')

  const inTheirs = await one.me(impostor.cookie)
  expect(inTheirs).toMatchObject({ body: { user: { id: impostor.userId }, tenant: { id: theirs.tenantId } } })
  expect(await one.enter(email, 'password of somebody else')).toMatchObject({
    body: { tenant: { id: theirs.tenantId } },
  })
  const crossed = await one.enter(email, 'password of somebody else', { tenant_id: ours.tenantId })
  expect(crossed).toMatchObject({ status: 401 })
  expect(await one.enter(email, goodPassword)).toMatchObject({ body: { user: { id: hers.userId } } })

  const cookieHeaders = { cookie: impostor.cookie }
  expect(await one.send('POST', '/auth/sign-out-everywhere', { headers: cookieHeaders })).toMatchObject({ status: 204 })
  await pause(REMEMBERED_MS)
  expect(await one.me(impostor.cookie)).toMatchObject({ status: 401 })
  expect(await one.me(hers.cookie)).toMatchObject({ status: 200, body: { tenant: { id: ours.tenantId } } })
})

test('whoever has one password in two tenants says which is meant', async () => {
  const [ours, theirs] = await Promise.all([givenTenant(), givenTenant()])
  const email = anyEmail()
  await ours.join(email)
  await theirs.join(email)

  const open = await one.enter(email, goodPassword)
  expect(open).toMatchObject({ status: 403, body: { code: 'TENANT_REQUIRED' } })
  expect(open.cookie).toBeUndefined()
  expect(JSON.stringify(open.body)).not.toContain(ours.tenantId)
  const said = await one.enter(email, goodPassword, { tenant_id: theirs.tenantId })
  expect(said).toMatchObject({ status: 200, body: { tenant: { id: theirs.tenantId } } })
  expect(await one.enter(email, goodPassword, { tenant_id: newId() })).toMatchObject({ status: 401 })
})

test('ten guesses at one account are all there are, over two servers and all at once, the right one too', async () => {
  const { join } = await givenTenant()
  const email = anyEmail()
  await join(email)
  const guess = (index: number) =>
    (index % 2 === 0 ? one : two).enter(email, index < 29 ? `guess number ${index}` : goodPassword)
  const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => guess(index)))
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(20)
  expect(await two.enter(email, goodPassword)).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REQUESTS' } })
})

test('coming in forgives earlier slips, but not guesses at a namesake elsewhere', async () => {
  const [ours, theirs] = await Promise.all([givenTenant(), givenTenant()])
  const email = anyEmail()
  await ours.join(email)
  const slip = () => one.enter(email, 'not the password', { tenant_id: ours.tenantId })
  for (let round = 0; round < 2; round += 1) {
    const slips = await Promise.all(Array.from({ length: 8 }, slip))
    expect(slips.every(({ status }) => status === 401)).toBe(true)
    expect(await one.enter(email, goodPassword)).toMatchObject({ status: 200 })
  }

  await theirs.join(email, 'password of somebody else')
  await Promise.all(Array.from({ length: 9 }, slip))
  const theirOwn = await one.enter(email, 'password of somebody else', { tenant_id: theirs.tenantId })
  expect(theirOwn).toMatchObject({ status: 200 })
  expect(await slip()).toMatchObject({ status: 401 })
  expect(await slip()).toMatchObject({ status: 429 })
})

test('fifty failures from one address are all there are, whatever is tried; those who get in do not count', async () => {
  const { join } = await givenTenant()
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

// The rest mostly wait for a second to pass: they do it together.

test.concurrent('signing out ends this session on every server, signing out everywhere all of them', async () => {
  const { join } = await givenTenant()
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

test.concurrent('a new password needs the old one, ends every other session, and lets nobody in with the old one', async () => {
  const { join } = await givenTenant()
  const email = anyEmail()
  const { cookie: here } = await join(email)
  const { cookie: elsewhere } = await one.enter(email, goodPassword)
  const change = (current_password: string, new_password: string) =>
    one.send('POST', '/auth/password', { headers: { cookie: here }, body: { current_password, new_password } })

  expect(await change('not the password', 'another good password')).toMatchObject({ status: 401 })
  expect(await change(goodPassword, 'qwertyuiop')).toMatchObject({ status: 422 })
  expect(await change(goodPassword, 'another good password')).toMatchObject({ status: 204 })
  await pause(REMEMBERED_MS)
  expect(await one.me(here)).toMatchObject({ status: 200 })
  expect(await one.me(String(elsewhere))).toMatchObject({ status: 401 })
  expect(await one.enter(email, goodPassword)).toMatchObject({ status: 401 })
  expect(await one.enter(email, 'another good password')).toMatchObject({ status: 200 })
})

test.concurrent('a sign-in with the old password, held up until there is a new one, comes to nothing', async () => {
  const { join } = await givenTenant()
  const email = anyEmail()
  const { userId } = await join(email)
  const blocker = new pg.Client(database.owner)
  await blocker.connect()
  // A new session needs its identity; while that is locked, a sign-in stands right behind having shown its password.
  await blocker.query('begin')
  await blocker.query(
    'select from auth."user" u join auth.membership m on m.identity_id = u.id where m.user_id = $1 for update of u',
    [userId],
  )
  const late = one.enter(email, goodPassword)
  await untilSomebodyWaitsFor(blocker)
  // Written by hand: hashing a new one may take longer, where much else runs, than a statement waits for a lock.
  await owner.query(
    `update auth.account a set password = 'another' from auth.membership m
      where m.identity_id = a."userId" and m.user_id = $1`,
    [userId],
  )
  await blocker.end()

  expect(await late).toMatchObject({ status: 401, cookie: undefined })
  const { rows } = await owner.query(
    'select from auth.session s join auth.membership m on m.identity_id = s."userId" where m.user_id = $1',
    [userId],
  )
  expect(rows).toHaveLength(1)
})

async function untilSomebodyWaitsFor(blocker: pg.Client): Promise<void> {
  const { rows: me } = await blocker.query<{ pid: number }>('select pg_backend_pid() as pid')
  for (;;) {
    const { rows } = await owner.query('select from pg_stat_activity where $1 = any (pg_blocking_pids(pid))', [
      me[0]?.pid,
    ])
    if (rows.length > 0) return
    await pause(10)
  }
}

test.concurrent('guesses at the current password of a session left open are counted too', async () => {
  const { join } = await givenTenant()
  const { cookie } = await join(anyEmail())
  const guess = (index: number) =>
    one.send('POST', '/auth/password', {
      headers: { cookie },
      body: { current_password: `guess ${index}`, new_password: 'another good password' },
    })
  const answers = await Promise.all(Array.from({ length: 15 }, (_, index) => guess(index)))
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(5)
})

test.concurrent('another site signs nobody in, and nobody out', async () => {
  const { join } = await givenTenant()
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
    expect(await one.enter(email, goodPassword, {}, { headers: foreign })).toMatchObject(refused)
    expect(await one.useLink('A'.repeat(43), undefined, { headers: foreign })).toMatchObject(refused)
    expect(await one.send('POST', '/auth/sign-out', { headers: { ...foreign, cookie } })).toMatchObject(refused)
  }
  const own = { headers: { 'sec-fetch-site': 'same-origin', origin: publicUrl } }
  expect(await one.enter(email, goodPassword, {}, own)).toMatchObject({ status: 200 })
  expect(await one.me(cookie)).toMatchObject({ status: 200 })
})

test.concurrent('whoever is deactivated is out within a second, everywhere, and does not come back', async () => {
  const { join, linkFor, tenantId, ownerId } = await givenTenant()
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

test.concurrent('an owner makes links inside the tenant only, each is in its audit trail, and asking twice makes one', async () => {
  const [ours, theirs] = await Promise.all([givenTenant(), givenTenant()])
  const cookie = String((await one.useLink((await ours.linkFor(ours.ownerId)).code)).cookie)
  const member = await ours.join(anyEmail())
  const makeLink = (userId: string, headers: Record<string, string>) =>
    one.send('POST', `/users/${userId}/sign-in-links`, { headers })

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

test.concurrent('an API key has no session to end and no password to change', async () => {
  const tenant = await givenTenant()
  const { body } = await one.operate('POST', `/tenants/${tenant.tenantId}/api-keys`, {
    user_id: tenant.ownerId,
    name: 'test',
  })
  const headers = { authorization: `Bearer ${String(body.key)}` }
  const change = { current_password: goodPassword, new_password: 'another good password' }
  for (const [url, sent] of [['/auth/password', change], ['/auth/sign-out'], ['/auth/sign-out-everywhere']] as const) {
    expect(await one.send('POST', url, { headers, body: sent })).toMatchObject({
      status: 403,
      body: { code: 'FORBIDDEN' },
    })
  }
  const unknown = { authorization: `Bearer ${newApiKey(tenant.tenantId)}` }
  expect(await one.send('POST', '/auth/sign-out', { headers: unknown })).toMatchObject({ status: 401 })
})

test.concurrent('a session ends when it is idle too long, and seven days after it began however busy it is', async () => {
  const { join } = await givenTenant()
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
  expect(await one.me(busy.cookie)).toMatchObject({ status: 200 })
  expect(await expiry(busy.userId)).toBeGreaterThan(11 * 3600)
  await age(idle.userId, `"expiresAt" = now() - interval '1 second'`)
  await age(busy.userId, `"createdAt" = now() - interval '7 days 1 second'`)
  await pause(REMEMBERED_MS)
  expect(await one.me(idle.cookie)).toMatchObject({ status: 401 })
  expect(await one.me(busy.cookie)).toMatchObject({ status: 401 })

  await one.signIn.forgetExpired()
  const { rows } = await owner.query('select 1 from auth.session where "createdAt" < now() - interval \'7 days\'')
  expect(rows).toEqual([])
})

test.concurrent('nothing in the database lets anybody in', async () => {
  const { join, linkFor, addPerson } = await givenTenant()
  const email = anyEmail()
  const { cookie } = await join(email)
  const { code } = await linkFor(await addPerson(anyEmail()))
  await one.enter(email, goodPassword)

  const token = decodeURIComponent(cookie).split('=')[1]?.split('.')[0]
  const { rows: tables } = await owner.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('auth', 'public')",
  )
  for (const { name } of tables) {
    for (const secret of [goodPassword, code, token]) {
      const { rows } = await owner.query(`select 1 from ${name} as whole where strpos(whole::text, $1) > 0`, [secret])
      expect({ name, rows }).toEqual({ name, rows: [] })
    }
  }
  const { rows: hashes } = await owner.query('select 1 from auth.session where token = $1', [
    sha256(String(token)).toString('hex'),
  ])
  expect(hashes).toHaveLength(1)
})
