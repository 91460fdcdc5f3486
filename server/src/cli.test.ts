import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { createTestDatabase } from './testing/databases.ts'
import type { TestDatabase } from './testing/databases.ts'
import type { Json } from './testing/reply.ts'
import { environmentOf, newDataFolder } from './testing/processes.ts'
import { runAllot, startServer, startServers } from './testing/server-process.ts'
import type { Environment } from './testing/server-process.ts'

vi.setConfig({ testTimeout: 120_000 })

const databases: TestDatabase[] = []
afterAll(async () => {
  for (const database of databases) await database.drop()
})

async function newDatabase(kind: 'migrated' | 'empty'): Promise<{ database: TestDatabase; environment: Environment }> {
  const database = await createTestDatabase(inject('postgres'), kind)
  databases.push(database)
  return { database, environment: environmentOf(database) }
}

async function asOwner({ owner }: TestDatabase, statement: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  await client.query(statement, values)
  await client.end()
}

describe('what is said', () => {
  test('allot --help names every command, and of a command what it does and takes; it is no failure', async () => {
    const [all, one] = await Promise.all([runAllot(['--help'], {}), runAllot(['verify', '--help'], {})])
    expect([all.code, one.code]).toEqual([0, 0])
    for (const command of ['serve', 'migrate', 'demo', 'verify', 'fixtures', 'tenant', 'user', 'key']) {
      expect(all.result).toMatch(new RegExp(`\\b${command}\\b`))
    }
    expect(one.result).toMatch(/Recompute every counter/)
    expect(one.result).toMatch(/--event/)
  })

  test('a command that there is not is a failure, in one line that names it', async () => {
    const unknown = await runAllot(['approve'], {})
    expect(unknown.code).not.toBe(0)
    expect(unknown.result).toBe('')
    expect(unknown.said.trim().split('\n')).toHaveLength(1)
    expect(unknown.said).toMatch(/^allot: .*approve/)
  })

  test.each<[string, string[], Environment, RegExp]>([
    [
      'a setting that there is not',
      ['serve'],
      { ALLOT_SECRETS: 'x' },
      /^allot: ALLOT_SECRETS is not a setting of Allot/,
    ],
    ['a bad value', ['serve'], { PORT: 'eighty' }, /^allot: PORT: /],
    [
      'a database without the secret',
      ['serve'],
      { DATABASE_URL: 'postgres://localhost/x' },
      /^allot: ALLOT_SECRET is missing/,
    ],
    ['production without the secret', ['serve'], { NODE_ENV: 'production' }, /^allot: ALLOT_SECRET is missing/],
  ])('%s stops the start with one clear line', async (_, words, environment, line) => {
    const refused = await runAllot(words, environment)
    expect(refused.code).not.toBe(0)
    expect(refused.said).toMatch(line)
    expect(refused.said.trim().split('\n')).toHaveLength(1)
  })

  test('a database that does not answer stops the start with a line, too', async () => {
    const environment = { DATABASE_URL: 'postgres://allot@127.0.0.1:1/allot', ALLOT_SECRET: 'x'.repeat(32) }
    const refused = await runAllot(['serve'], environment)
    expect(refused.code).not.toBe(0)
    expect(refused.said).toMatch(/^allot: .*ECONNREFUSED/)
    expect(refused.said).not.toMatch(/\n\s+at /)
  })
})

describe('a database of one’s own', () => {
  test('allot migrate brings an empty one up to date, and says so; again, there is nothing to do', async () => {
    const { environment } = await newDatabase('empty')
    const first = await runAllot(['migrate', '--json'], environment)
    expect(first.code).toBe(0)
    const applied = [...(first.json().applied ?? [])].map(String)
    expect(applied[0]).toMatch(/^0001_/)
    const again = await runAllot(['migrate', '--json'], environment)
    expect([again.code, again.json()]).toEqual([0, { applied: [] }])
  })

  test('three servers that start at once on an empty one are all ready, and the migrations have run once', async () => {
    const { database, environment } = await newDatabase('empty')
    const begun = performance.now()
    const servers = await startServers(3, environment)
    expect(performance.now() - begun).toBeLessThan(25_000)
    for (const server of servers) expect((await server.as(undefined).get('/readyz')).status).toBe(200)
    const client = new pg.Client(database.owner)
    await client.connect()
    const { rows } = await client.query<{ name: string }>('select name from allot_migrations')
    await client.end()
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length)
    const exits = await Promise.all(servers.map((server) => server.stop()))
    expect(exits).toEqual(servers.map(() => ({ code: 0, signal: null })))
  })

  test('a role that could bypass row-level security is refused', async () => {
    const { database, environment } = await newDatabase('migrated')
    const { DATABASE_OWNER_URL: asSuperuser = '' } = environmentOf(database)
    const refused = await runAllot(['serve'], { ...environment, DATABASE_URL: asSuperuser })
    expect(refused.code).not.toBe(0)
    expect(refused.said).toMatch(/^allot: The role \w+ can bypass row-level security/)
  })
})

describe('beside a running server', () => {
  let database: TestDatabase
  let environment: Environment
  let tenants: Json[]
  const verifyBoth = () => Promise.all([runAllot(['verify'], environment), runAllot(['verify', '--json'], environment)])
  beforeAll(async () => {
    ;({ database, environment } = await newDatabase('migrated'))
  })

  test('allot fixtures two-tenants prints keys of every role, which work; and a second server on the same port is refused', async () => {
    const server = await startServer(environment)
    const made = await runAllot(['fixtures', 'two-tenants', '--json'], environment)
    expect(made.code).toBe(0)
    tenants = [...(made.json().tenants ?? [])]
    expect(tenants).toHaveLength(2)
    for (const [index, tenant] of tenants.entries()) {
      const other = tenants[1 - index]
      for (const role of ['owner', 'organizer', 'approver', 'auditor', 'desk', 'member']) {
        const client = server.as(String(tenant.users?.[role]?.api_key))
        expect((await client.get(`/events/${String(tenant.event?.id)}`)).status).toBe(200)
        expect((await client.get(`/events/${String(other?.event?.id)}`)).status).toBe(404)
      }
    }
    const { port } = new URL(server.address)
    const refused = await runAllot(['serve'], { ...environment, PORT: port })
    expect(refused.code).not.toBe(0)
    expect(refused.said).toMatch(/^allot: .*EADDRINUSE/)
    expect((await server.stop()).code).toBe(0)
  })

  test('allot verify finds all as it should be, in words and as JSON', async () => {
    const [words, json] = await verifyBoth()
    expect([words.code, json.code]).toEqual([0, 0])
    expect(words.result).toMatch(/^2 events, 8 registrations, .*all as it should be\n$/)
    expect(json.json()).toMatchObject({ events: 2, registrations: 8, deviations: [] })
  })

  test('with a counter that is wrong, allot verify ends with 1 and names tenant, event and counter', async () => {
    const [tenant, other] = tenants
    const eventId = String(tenant?.event?.id)
    await asOwner(database, 'update event_books set approved_count = approved_count + 1 where event_id = $1', [eventId])
    const [words, json] = await verifyBoth()
    expect([words.code, json.code]).toEqual([1, 1])
    const lines = words.result.trim().split('\n')
    expect(lines.at(-1)).toMatch(/1 deviations$/)
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain(`tenant ${String(tenant?.id)}, event ${eventId}: `)
    expect(lines[0]).toMatch(/approved/i)

    expect(json.json().deviations).toMatchObject([{ tenantId: tenant?.id, eventId }])

    const only = (id: string) => runAllot(['verify', '--event', id], environment)
    const ofOne = await Promise.all([eventId, String(other?.event?.id), 'nonsense'].map(only))
    expect(ofOne.map(({ code }) => code)).toEqual([1, 0, 2])
  })

  test('a ledger whose entries somebody has removed is found as well', async () => {
    const [tenant] = tenants
    const eventId = String(tenant?.event?.id)
    await asOwner(database, 'update event_books set approved_count = approved_count - 1 where event_id = $1', [eventId])
    await asOwner(database, 'alter table ledger_entries disable trigger user')
    await asOwner(database, 'delete from ledger_entries where event_id = $1', [eventId])
    const found = await runAllot(['verify'], environment)
    expect(found.code).toBe(1)
    expect(found.result).toMatch(/ledger/)
  })
})

test('a folder that nobody serves is opened for one command, and let go of', async () => {
  const environment = { DATA_DIR: await newDataFolder() }
  const applied = await runAllot(['migrate', '--json'], environment)
  expect(applied.code).toBe(0)
  const made = await runAllot(
    ['tenant', 'create', '--name', 'Aster', '--currency', 'EUR', '--timezone', 'Europe/Berlin', '--json'],
    environment,
  )
  expect([made.code, made.json()]).toMatchObject([0, { name: 'Aster', currency: 'EUR' }])
  const verified = await runAllot(['verify', '--json'], environment)
  expect([verified.code, verified.json()]).toMatchObject([0, { tenants: 1, events: 0, deviations: [] }])
})
