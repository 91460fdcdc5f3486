import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { openSignIn } from '../accounts/sign-in.ts'
import { createApp } from '../app.ts'
import { lockBooksStatement, lockFreeBooksStatement } from '../events/books.sql.ts'
import { openDatabase } from '../platform/database.ts'
import type { Database, Tx } from '../platform/database.ts'
import { createLog } from '../platform/log.ts'
import { deriveSecrets } from '../platform/secrets.ts'
import type { TestDatabase } from './databases.ts'
import { clientOf, operatorToken, testSecret } from './given-app.ts'
import type { TestApp } from './given-app.ts'
import type { Reply } from './reply.ts'

/** Servers from which one protection has been taken out: a race that stays green on them proves nothing. */

/** What is sent in the place of each statement. */
export type Mutation = (tx: Tx) => Tx['query']

export const asItIs: Mutation = (tx) => tx.query

export const withoutTheLock: Mutation = (tx) => (statement, parameters) => {
  if (statement !== lockBooksStatement && statement !== lockFreeBooksStatement) return tx.query(statement, parameters)
  const text = statement.text.replace(/for no key update( skip locked)?/, '')
  return tx.query({ name: `mutant_of_${statement.name}`, text }, parameters)
}

/** One step late is behind everything else of the same trip: read first, then locked. */
export const readingBeforeLocking: Mutation = (tx) => async (statement, parameters) => {
  if (statement === lockBooksStatement) await Promise.resolve()
  return tx.query(statement, parameters)
}

/** The last line, in the database itself: without it nothing keeps a wrong decision from being written. */
export const lastLine = [
  'alter table event_books drop constraint budget_holds',
  'alter table event_options drop constraint stock_holds',
  'alter table pickup_slots drop constraint slot_holds',
  'alter table ledger_entries drop constraint ledger_entries_pkey',
  'alter table audit_entries drop constraint audit_entries_pkey',
]

/** Without the lock, batches fail and are halved for a while: it may take its time until there is room to ask. */
export async function patiently(ask: () => Promise<Reply>): Promise<Reply> {
  for (;;) {
    const reply = await ask()
    if (reply.status !== 503) return reply
    await sleep(50)
  }
}

export async function openMutant(
  database: TestDatabase,
  mutation: Mutation,
): Promise<TestApp & { close(): Promise<void> }> {
  const log = createLog('silent')
  const secrets = deriveSecrets(testSecret)
  const publicUrl = 'http://localhost:3000'
  const real = openDatabase(database.app, 8)
  const mutate = (tx: Tx): Tx => ({ ...tx, query: mutation(tx) })
  const db: Database = {
    ...real,
    transaction: (tenantId, work) => real.transaction(tenantId, (tx) => work(mutate(tx))),
    transactionOnRows: (tenantId, work) => real.transactionOnRows(tenantId, (tx) => work(mutate(tx))),
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

export async function alter({ owner }: TestDatabase, statements: readonly string[]): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}
