import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newDataFolder } from '../testing/processes.ts'
import { killPostgres } from '../testing/server-process.ts'
import { openDatabase } from './database.ts'
import type { Database, Tx } from './database.ts'
import { ownerRole } from './embedded-postgres-files.ts'
import { openEmbeddedPostgres } from './embedded-postgres.ts'
import type { EmbeddedPostgres } from './embedded-postgres.ts'
import { newId } from './ids.ts'

// A PostgreSQL of our own, which may be killed.

const tenantId = newId()
let postgres: EmbeddedPostgres
let db: Database

beforeAll(async () => {
  postgres = await openEmbeddedPostgres({
    directory: await newDataFolder(),
    purpose: 'database test',
    mode: 'own',
    log: () => {},
  })
  db = openDatabase(postgres.connection(ownerRole, 'postgres'), 4)
  await db.transaction(tenantId, (tx) => tx.query('create table effects (work integer not null)'))
})
afterAll(async () => {
  await db.close()
  await postgres.stop()
})

/** Waits until PostgreSQL answers again, in a new life. */
async function comesBack(): Promise<pg.Client> {
  for (;;) {
    const client = new pg.Client(postgres.connection(ownerRole, 'postgres'))
    client.on('error', () => {})
    try {
      await client.connect()
      // Right after the kill its children may still answer for a moment.
      await sleep(200)
      await client.query('select 1')
      return client
    } catch {
      await client.end().catch(() => {})
      await sleep(50)
    }
  }
}

const add = (work: number) => (tx: Tx) => tx.query('insert into effects (work) values ($1)', [work])
const effects = (): Promise<number[]> =>
  db.read(tenantId, async (tx) =>
    (await tx.query<{ work: number }>('select work from effects')).map(({ work }) => work),
  )

test('PostgreSQL is killed under eight writers: they hear 503 and when to come back, never wait long, and lose nothing', async () => {
  const said: number[] = []
  const refusals: unknown[] = []
  let longest = 0
  let work = 0
  let isOver = false
  const writers = Array.from({ length: 8 }, async () => {
    while (!isOver) {
      const mine = (work += 1)
      const begun = performance.now()
      await db.transaction(tenantId, add(mine)).then(
        () => said.push(mine),
        (refusal: unknown) => refusals.push(refusal),
      )
      longest = Math.max(longest, performance.now() - begun)
      if (refusals.length > 0) await sleep(20)
    }
  })
  await sleep(300)
  const before = said.length
  await killPostgres(postgres.directory)
  await (await comesBack()).end()
  const back = said.length
  while (said.length < back + 50) await sleep(20)
  isOver = true
  await Promise.all(writers)

  expect(before).toBeGreaterThan(0)
  for (const refusal of refusals) expect(refusal).toMatchObject({ status: 503, retryAfterSeconds: expect.any(Number) })
  expect(longest).toBeLessThan(6_000)
  const done = await effects()
  expect(new Set(done).size).toBe(done.length)
  const kept = new Set(done)
  expect(said.filter((mine) => !kept.has(mine))).toEqual([])
})

test('a transaction under way in the crash is not taken for done because somebody else has its number now', async () => {
  const life = { number: 0n, status: '' }
  const outcome = db
    .transaction(tenantId, async (tx) => {
      const [row] = await tx.query<{ xid: string }>('select pg_current_xact_id()::text as xid')
      if (life.number === 0n) {
        life.number = BigInt(row?.xid ?? 0)
        await killPostgres(postgres.directory)
        const other = await comesBack()
        life.status = await useUp(other, life.number)
        await other.end()
      }
      tx.write('insert into effects (work) values (-1)')
      return 'done'
    })
    .catch((refusal: unknown) => refusal)

  const result = await outcome
  // This is what lies in wait: PostgreSQL says of the number that it was committed.
  expect(life.status).toBe('committed')
  expect(result).toMatchObject({ code: 'UNAVAILABLE', retryAfterSeconds: 2 })
  expect((await effects()).filter((work) => work < 0)).toEqual([])
}, 30_000)

/** Makes and commits transactions until one has had this number. */
async function useUp(client: pg.Client, number: bigint): Promise<string> {
  for (let last = 0n; last <= number;) {
    const { rows } = await client.query<{ xid: string }>('select pg_current_xact_id()::text as xid')
    last = BigInt(rows[0]?.xid ?? 0)
  }
  const { rows } = await client.query<{ status: string }>('select pg_xact_status($1::xid8) as status', [`${number}`])
  return rows[0]?.status ?? ''
}
