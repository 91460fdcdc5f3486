import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { openSignIn } from '../accounts/sign-in.ts'
import { createApp } from '../app.ts'
import { lockBooksStatement } from '../events/books.sql.ts'
import { openDatabase } from '../platform/database.ts'
import type { Database, Tx } from '../platform/database.ts'
import { createLog } from '../platform/log.ts'
import { deriveSecrets } from '../platform/secrets.ts'
import { createTestDatabase } from '../testing/databases.ts'
import type { TestDatabase } from '../testing/databases.ts'
import { givenGala } from '../testing/gala.ts'
import { clientOf, givenTenant, openApp, operatorToken, testSecret } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import type { Reply } from '../testing/reply.ts'
import { countStatuses, rivalsOf } from '../testing/rivals.ts'

// A race test that stays green without the lock proves nothing. Here the race of approve.race.test.ts is run on
// servers from which one protection has been taken out, and has to notice.

const PLACES = 3
const ROUNDS = 5
const names = Array.from({ length: 40 }, (_, index) => `p${index + 1}`)

/** What is sent in the place of each statement. */
type Mutation = (tx: Tx) => Tx['query']

const asItIs: Mutation = (tx) => tx.query

const withoutTheLock: Mutation = (tx) => (statement, parameters) => {
  if (statement !== lockBooksStatement) return tx.query(statement, parameters)
  const text = lockBooksStatement.text.replace('for no key update', '')
  return tx.query({ name: 'mutant_of_lock_books', text }, parameters)
}

/** One step late is behind everything else of the same trip: read first, then locked. */
const readingBeforeLocking: Mutation = (tx) => async (statement, parameters) => {
  if (statement === lockBooksStatement) await Promise.resolve()
  return tx.query(statement, parameters)
}

/** The last line, in the database itself: without it nothing keeps a wrong decision from being written. */
const lastLine = [
  'alter table event_books drop constraint budget_holds',
  'alter table event_options drop constraint stock_holds',
  'alter table pickup_slots drop constraint slot_holds',
  'alter table ledger_entries drop constraint ledger_entries_pkey',
  'alter table audit_entries drop constraint audit_entries_pkey',
]

test('the race finds exactly three approved, on servers as they are', async () => {
  for (const { approved, isIntact } of await race(asItIs, lastLine)) {
    expect({ approved, isIntact }).toEqual({ approved: PLACES, isIntact: true })
  }
})

test('without the lock it finds more than there are places', async () => {
  const found = await race(withoutTheLock, lastLine)
  expect(found.some(({ approved }) => approved > PLACES)).toBe(true)
  expect(found.some(({ isIntact }) => !isIntact)).toBe(true)
})

test('where what is joined or read before the lock is believed, it finds more than there are places', async () => {
  const found = await race(readingBeforeLocking, lastLine)
  expect(found.some(({ approved }) => approved > PLACES)).toBe(true)
})

test('without the lock, the last line alone still lets nothing be oversold', async () => {
  for (const { committed, approved, isIntact } of await race(withoutTheLock, [])) {
    expect(committed).toBeLessThanOrEqual(PLACES)
    expect(committed).toBe(approved)
    expect(isIntact).toBe(true)
  }
})

type Finding = { approved: number; committed: number; isIntact: boolean }

/** Forty approvals at once for three places, at two servers: as often as it takes until something is wrong, within reason. */
async function race(mutation: Mutation, without: readonly string[]): Promise<Finding[]> {
  const database = await createTestDatabase(inject('postgres'))
  await alter(database, without)
  const honest = await openApp(database)
  const servers = [await openMutant(database, mutation), await openMutant(database, mutation)]
  try {
    // The scene is set, and looked at, by a server as it should be.
    const tenant = await givenTenant(honest)
    const findings: Finding[] = []
    for (let round = 1; round <= ROUNDS; round += 1) {
      const finding = await raceOnce(tenant, servers)
      findings.push(finding)
      if (finding.approved > PLACES) break
    }
    return findings
  } finally {
    for (const server of [honest, ...servers]) await server.close()
    await database.drop()
  }
}

async function raceOnce(tenant: TestTenant, servers: readonly TestApp[]): Promise<Finding> {
  const gala = await givenGala(tenant, { options: { Mug: { total: PLACES, cost: 25 } } })
  for (let from = 0; from < names.length; from += 8) {
    await Promise.all(names.slice(from, from + 8).map((name) => gala.register(name)))
  }
  const { approve } = rivalsOf(gala, tenant, servers)
  const replies = await Promise.all(names.map((name) => approve(name)))
  const variance = await patiently(() => tenant.auditor.get(`${gala.path}/budget-variance`))
  const verified = await patiently(() => tenant.auditor.get(`${gala.path}/ledger/verify`))
  return {
    approved: countStatuses(replies)[200] ?? 0,
    committed: Number(variance.body.option_variance?.[0]?.committed_count),
    isIntact: String(verified.body.is_intact) === 'true',
  }
}

/** Without the lock, batches fail and are halved for a while: it may take its time until there is room to ask. */
async function patiently(ask: () => Promise<Reply>): Promise<Reply> {
  for (;;) {
    const reply = await ask()
    if (reply.status !== 503) return reply
    await sleep(50)
  }
}

async function openMutant(database: TestDatabase, mutation: Mutation): Promise<TestApp & { close(): Promise<void> }> {
  const log = createLog('silent')
  const secrets = deriveSecrets(testSecret)
  const publicUrl = 'http://localhost:3000'
  const real = openDatabase(database.app, 8)
  const db: Database = {
    ...real,
    transaction: (tenantId, work) => real.transaction(tenantId, (tx) => work({ ...tx, query: mutation(tx) })),
  }
  const signIn = await openSignIn({ connection: database.auth, secrets, publicUrl, log })
  const limits = { queueLimit: 2_000, poolSize: 8, anonymousPerMinute: 10_000 }
  const app = await createApp({ db, secrets, signIn, log, publicUrl, operatorToken, ...limits })
  await app.ready()
  const close = async () => {
    await app.close()
    await signIn.close()
    await real.close()
  }
  return { app, db, database, as: (credential) => clientOf(app, credential), close }
}

async function alter({ owner }: TestDatabase, statements: readonly string[]): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}
