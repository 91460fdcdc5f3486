import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createTestDatabase } from '../testing/databases.ts'
import { asOwner } from '../testing/as-owner.ts'
import { givenGala } from '../testing/gala.ts'
import { givenTenant, openApp, testSecret } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import { createLog } from './log.ts'
import { deriveSecrets } from './secrets.ts'

/** Everything that is written, line by line. */
const lines: string[] = []
let server: TestApp & { close(): Promise<void> }
let tenant: TestTenant
/** What must never be read in a log, by what it is. */
const canaries = new Map<string, string>([
  ['password', 'canary-password-xyzzy'],
  ['new password', 'canary-new-password-plugh'],
  ['idempotency key', 'canary-idempotency-key-1'],
  ['e-mail address', 'canary.person@example.org'],
  ['name', 'Canary Person-Name'],
  ['notes', 'canary notes: allergic to mugs'],
  ['search', 'canary-search-text'],
  ['rubbish key', 'canary-rubbish-credential'],
  ['cookie', 'canary-cookie-value'],
  ['sign-in code', 'canary-sign-in-code-0000000000'],
])
const canary = (what: string) => canaries.get(what) ?? ''

beforeAll(async () => {
  const database = await createTestDatabase(inject('postgres'))
  const log = createLog('debug', { write: (line) => void lines.push(line) })
  server = await openApp(database, { log })
  tenant = await givenTenant(server)
  lines.length = 0
})

afterAll(async () => {
  await server.close()
  await server.database.drop()
})

test('nothing that lets somebody in, and nobody by name, stands in the log, even where everything is logged', async () => {
  const gala = await givenGala(tenant)
  const key = { 'idempotency-key': canary('idempotency key') }
  canaries.set('API key', tenant.member.key)
  const person = { email: canary('e-mail address'), name: canary('name'), role: 'member' }

  const answers = [
    await tenant.owner.post('/users', person, key),
    await tenant.owner.post('/users', person),
    await tenant.owner.get(`/users?q=${canary('search')}`),
    await tenant.member.post(
      `${gala.path}/register`,
      { event_option_id: gala.options.Mug, notes: canary('notes'), preferred_pickup_slot: 'Noon' },
      key,
    ),
    await tenant.member.post(`${gala.path}/register`, { [canary('notes')]: canary('password') }),
    await server.as(canary('rubbish key')).get('/me'),
    await server.as(undefined).get('/me', { cookie: `allot=${canary('cookie')}; other=1` }),
    await server.as(undefined).post('/auth/sign-in', { email: person.email, password: canary('password') }),
    await server.as(undefined).post('/auth/link', { code: canary('sign-in code'), password: canary('new password') }),
    await tenant.member.post('/auth/password', {
      current_password: canary('password'),
      new_password: canary('new password'),
    }),
    await tenant.owner.get(`/nowhere?token=${canary('sign-in code')}`),
  ]
  expect(answers.map(({ status }) => status)).toEqual([201, 409, 200, 201, 422, 401, 401, 401, 422, 403, 404])

  const token = deriveSecrets(testSecret).qrToken(tenant.tenantId, String(answers[3]?.body.id), 1)
  expect(answers[3]?.body.qr_token).toBe(token)
  canaries.set('QR token', token)
  const made = await tenant.owner.post('/api-keys', { user_id: tenant.member.userId, name: 'another' }, key)
  canaries.set('new API key', String(made.body.key))
  const link = await tenant.owner.post(`/users/${tenant.member.userId}/sign-in-links`)
  canaries.set('code of a link', String(link.body.code))
  const enter = { code: canary('code of a link'), password: canary('new password') }
  const entered = await server.as(undefined).post('/auth/link', enter)
  expect(entered.status).toBe(200)
  canaries.set('session cookie', String(entered.headers['set-cookie']).split(/[=;]/)[1] ?? '')

  expect(spoken()).toEqual([])
  expect(lines.length).toBeGreaterThan(10)
  expect(linesWithoutRequest()).toEqual([])
})

test('a request that fails on our side is logged with its id and what went wrong, but not with the row that was refused', async () => {
  // Of a table with row-level security PostgreSQL quotes nothing; those of sign-in have none.
  await asOwner(
    server.database,
    `alter table users add constraint nobody_new check (email not like 'refused%');
     alter table auth.membership add constraint nobody_there check (email not like 'barred%')`,
  )
  const refused = {
    email: 'refused.canary@example.org',
    name: canary('name'),
    role: 'member',
    department: 'canary-department',
  }
  const barred = { ...refused, email: 'barred.canary@example.org' }
  canaries
    .set('refused address', refused.email)
    .set('barred address', barred.email)
    .set('department', refused.department)
  canaries.set('second idempotency key', 'canary-idempotency-key-2')

  const failed = await tenant.owner.post('/users', refused, { 'idempotency-key': canary('second idempotency key') })
  const person = await tenant.owner.post('/users', barred)
  const link = await tenant.owner.post(`/users/${String(person.body.id)}/sign-in-links`)
  const shut = await server.as(undefined).post('/auth/link', { code: link.body.code })
  for (const [reply, constraint, table] of [
    [failed, 'nobody_new', 'users'],
    [shut, 'nobody_there', 'membership'],
  ] as const) {
    expect(reply).toMatchObject({ status: 500, body: { code: 'INTERNAL' } })
    expect(reply.text).not.toMatch(/nobody|constraint|membership|node_modules/)
    const logged = lines.find((line) => line.includes('request failed') && line.includes(String(reply.body.request_id)))
    expect(JSON.parse(logged ?? '{}')).toMatchObject({ level: 50, err: { constraint, table, errorCode: '23514' } })
  }
  expect(spoken()).toEqual([])
  expect(linesWithoutRequest()).toEqual([])
})

test('the addresses of requests are logged without their queries', () => {
  const requests = lines.map((line) => JSON.parse(line) as { req?: object }).flatMap(({ req }) => (req ? [req] : []))
  expect(requests.length).toBeGreaterThan(10)
  for (const request of requests) expect(Object.keys(request)).toEqual(['method', 'path'])
  expect(JSON.stringify(requests)).not.toContain('?')
})

/** What was said that must not be: which canary, and in which line. */
function spoken(): string[] {
  return [...canaries].flatMap(([what, value]) =>
    lines.filter((line) => value === '' || line.includes(value)).map((line) => `${what}: ${line}`),
  )
}

function linesWithoutRequest(): string[] {
  return lines.filter((line) => typeof (JSON.parse(line) as { reqId?: unknown }).reqId !== 'string')
}
