import { roles } from '@allot/contract'
import type { Role } from '@allot/contract'
import { afterAll, inject } from 'vitest'
import { openSignIn } from '../accounts/sign-in.ts'
import { createApiKey, createUser } from '../accounts/change-user.ts'
import { createApp } from '../app.ts'
import type { LiveLimits } from '../live/rooms.ts'
import { openDatabase } from '../platform/database.ts'
import type { Database, Statement, Tx } from '../platform/database.ts'
import { openChangeFeed } from '../platform/change-feed.ts'
import type { ExportLimits } from '../platform/exports.ts'
import type { App } from '../platform/http.ts'
import { newId } from '../platform/ids.ts'
import { createLog } from '../platform/log.ts'
import type { OutsideStore } from '../pictures/stores.ts'
import type { Log } from '../platform/log.ts'
import type { MailerOptions } from '../platform/mailer.ts'
import { createAddressGuard } from '../platform/public-address.ts'
import { openReplica } from '../platform/replica.ts'
import { deriveSecrets } from '../platform/secrets.ts'
import { createTenant } from '../tenants/change-tenant.ts'
import { openWork } from '../work.ts'
import type { Working } from '../work.ts'
import { createTestDatabase } from './databases.ts'
import type { TestConnection, TestDatabase } from './databases.ts'
import type { Client, Json, Reply } from './reply.ts'
import { readStream } from './watch.ts'

export const testSecret = 'a secret that is only good for tests'
export const operatorToken = 'the-operator-of-the-tests-and-nobody-else'

/** A client of a server in this process; `stream` reads the beginning of what does not end by itself. */
export type TestClient = Client & { stream: Client['get'] }

export type TestApp = {
  app: App
  db: Database
  database: TestDatabase
  /** What is done beside requests, where that was asked for. */
  working?: Working | undefined
  /** A client with an API key, the operator's token, or nothing. */
  as(credential: string | undefined): TestClient
}

export type TestPerson = TestClient & { userId: string; key: string; role: Role }

/** A tenant with a person of every role, each a client of the API. */
export type TestTenant = { tenantId: string; add(role: Role, name?: string): Promise<TestPerson> } & Record<
  Role,
  TestPerson
>

export type TestAppOptions = {
  anonymousPerMinute?: number
  queueLimit?: number
  live?: Partial<LiveLimits>
  exports?: Partial<ExportLimits>
  /** Changes every statement on its way to the database: to show what still holds when one is written wrongly. */
  rewrite?: (sql: string) => string
  /** A database that follows, for reports. */
  replica?: TestConnection
  pictures?: OutsideStore
  log?: Log
  /** What is done beside requests is done as well, in this process. */
  work?: { mail?: MailerOptions; lookEveryMs?: number }
}

/** The whole server in this process, on a database of its own; closed after the file's tests. */
export async function givenApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = await createTestDatabase(inject('postgres'))
  const opened = await openApp(database, options)
  afterAll(async () => {
    await opened.close()
    await database.drop()
  })
  return opened
}

/** Another server in this process on the same database. */
export async function openApp(
  database: TestDatabase,
  options: TestAppOptions = {},
): Promise<TestApp & { close(): Promise<void> }> {
  const log = options.log ?? createLog('silent')
  const secrets = deriveSecrets(testSecret)
  const publicUrl = 'http://localhost:3000'
  const poolSize = 8
  const replica = options.replica && openReplica(options.replica, poolSize, () => {})
  const opened = openDatabase(database.app, poolSize, replica)
  const db = options.rewrite === undefined ? opened : rewriteStatements(opened, options.rewrite)
  const signIn = await openSignIn({ connection: database.auth, secrets, publicUrl, log })
  const feed = openChangeFeed(db, log)
  // Receivers of tests are on this machine.
  const guard = createAddressGuard({ allowLoopback: true })
  const app = await createApp({
    db,
    feed,
    isMailSetUp: options.work?.mail !== undefined,
    secrets,
    signIn,
    log,
    publicUrl,
    operatorToken,
    queueLimit: options.queueLimit ?? 2_000,
    poolSize,
    anonymousPerMinute: options.anonymousPerMinute ?? 10_000,
    live: options.live ?? {},
    exports: options.exports ?? {},
    pictures: options.pictures,
    guard,
  })
  await app.ready()
  const { work } = options
  const services = {
    db,
    secrets,
    log,
    publicUrl,
    createLink: signIn.createLink,
    feed,
    guard,
    connection: database.worker,
  }
  const working = work && (await openWork({ ...services, mail: work.mail, lookEveryMs: work.lookEveryMs }))
  const close = async () => {
    await working?.close()
    await app.close()
    await signIn.close()
    await db.close()
  }
  return { app, db, database, working, as: (credential) => clientOf(app, credential), close }
}

/** The same database, whose transactions send every statement as `rewrite` makes it. */
function rewriteStatements(db: Database, rewrite: (sql: string) => string): Database {
  const change = (statement: string | Statement): string | Statement =>
    typeof statement === 'string' ? rewrite(statement) : { ...statement, text: rewrite(statement.text) }
  const within = (tx: Tx): Tx => ({
    ...tx,
    query: (statement, parameters) => tx.query(change(statement), parameters),
    write: (statement, parameters) => tx.write(change(statement), parameters),
  })
  return {
    ...db,
    transaction: (tenantId, work) => db.transaction(tenantId, (tx) => work(within(tx))),
    transactionOnRows: (tenantId, work) => db.transactionOnRows(tenantId, (tx) => work(within(tx))),
    read: (tenantId, work) => db.read(tenantId, (tx) => work(within(tx))),
    report: (tenantId, atLeast, work) => db.report(tenantId, atLeast, (tx) => work(within(tx))),
    readAsOperator: (work) => db.readAsOperator((tx) => work(within(tx))),
  }
}

/** A client that speaks to a server in this process, with every answer's JSON read. */
export function clientOf(app: App, credential: string | undefined): TestClient {
  const authorization = credential === undefined ? {} : { authorization: `Bearer ${credential}` }
  const send = async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> => {
    const isFile = Buffer.isBuffer(body)
    const payload = body === undefined ? {} : { payload: isFile ? body : JSON.stringify(body) }
    const type = body === undefined ? {} : { 'content-type': isFile ? 'image/png' : 'application/json' }
    const reply = await app.inject({ method, url, headers: { ...authorization, ...type, ...headers }, ...payload })
    const isJson = /json/.test(String(reply.headers['content-type']))
    return {
      status: reply.statusCode,
      body: (isJson ? JSON.parse(reply.body) : null) as Json,
      text: reply.body,
      bytes: reply.rawPayload,
      headers: reply.headers,
    }
  }
  return {
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body, headers),
    put: (path, body, headers) => send('PUT', path, body, headers),
    delete: (path, headers) => send('DELETE', path, undefined, headers),
    stream: (path, headers) => readStream(app, path, credential, headers),
  }
}

/** A tenant with a person of every role. */
export async function givenTenant({ app, db }: Pick<TestApp, 'app' | 'db'>, name = 'Northwind'): Promise<TestTenant> {
  const tenantId = newId()
  await db.transaction(tenantId, (tx) =>
    createTenant(tx, tenantId, { name, currency: 'EUR', timezone: 'Europe/Amsterdam' }),
  )
  let count = 0
  const add = (role: Role, personName = `${role} ${(count += 1)}`): Promise<TestPerson> =>
    db.transaction(tenantId, async (tx) => {
      const email = `${personName.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}@${name.toLowerCase()}.example.org`
      const user = await createUser(tx, tenantId, null, { email, name: personName, role })
      const { key } = await createApiKey(tx, tenantId, null, { user_id: user.id, name: 'test' })
      return { ...clientOf(app, key), userId: user.id, key, role }
    })
  const people = {} as Record<Role, TestPerson>
  for (const role of roles) people[role] = await add(role)
  return { tenantId, add, ...people }
}
