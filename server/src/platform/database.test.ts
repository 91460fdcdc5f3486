import fc from 'fast-check'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { startCuttingProxy } from '../testing/cutting-proxy.ts'
import type { CuttingProxy, Fate } from '../testing/cutting-proxy.ts'
import { createTestDatabase } from '../testing/databases.ts'
import type { TestDatabase } from '../testing/databases.ts'
import { openDatabase } from './database.ts'
import type { Database, Tx } from './database.ts'
import { newId } from './ids.ts'

// What the line to PostgreSQL does to us: it breaks at the worst moments, or nobody is at the other end.

const tenantId = newId()
/** As they stand on the wire, ended by a zero; and the end of PostgreSQL's answer to a commit. */
const BEGIN = 'begin\0'
const COMMIT = 'commit\0'
const COMMITTED = 'COMMIT\0'
const lostAnswer: Fate = { answerLostAt: COMMITTED }

let database: TestDatabase
let proxy: CuttingProxy
let owner: pg.Client
const opened: Database[] = []

beforeAll(async () => {
  const postgres = inject('postgres')
  database = await createTestDatabase(postgres)
  proxy = await startCuttingProxy(postgres)
  owner = new pg.Client(database.owner)
  await owner.connect()
  await owner.query('create table effects (work integer not null); grant select, insert on effects to public')
})
afterEach(async () => {
  proxy.meet('take')
  proxy.judge(() => 'pass')
  for (const db of opened.splice(0)) await db.close()
  await owner.query('truncate effects')
})
afterAll(async () => {
  await owner.end()
  await proxy.close()
  await database.drop()
})

function open(poolSize = 4): Database {
  const db = openDatabase({ ...database.app, ...proxy.address }, poolSize)
  opened.push(db)
  return db
}

async function effects(): Promise<number[]> {
  const { rows } = await owner.query<{ work: number }>('select work from effects order by work')
  return rows.map(({ work }) => work)
}

const insert = 'insert into effects (work) values ($1)'

/** A piece of work that counts how often it is begun. */
function counted(work = 1) {
  const tries = { count: 0 }
  const run = async (tx: Tx): Promise<string> => {
    tries.count += 1
    await tx.query('select 1 as before')
    tx.write(insert, [work])
    return `work ${work}`
  }
  return { tries, run }
}

describe('a line that breaks', () => {
  test('before anything was said: the work is done on another one', async () => {
    const { tries, run } = counted()
    const cut = proxy.once(BEGIN, 'cut before')
    expect(await open().transaction(tenantId, run)).toBe('work 1')
    await cut
    expect([await effects(), tries.count]).toEqual([[1], 2])
  })

  test('in the middle of a statement: nothing of it is left, and it is done again', async () => {
    const { tries, run } = counted()
    const cut = proxy.once('select 1 as before', 'cut after')
    expect(await open().transaction(tenantId, run)).toBe('work 1')
    await cut
    expect([await effects(), tries.count]).toEqual([[1], 2])
  })

  test('before PostgreSQL heard the commit: nothing was done, so it is done again, once', async () => {
    const { tries, run } = counted()
    const cut = proxy.once(COMMIT, 'cut before')
    expect(await open().transaction(tenantId, run)).toBe('work 1')
    await cut
    expect([await effects(), tries.count]).toEqual([[1], 2])
  })

  test('after the commit, before its answer: it was done, and is not done again', async () => {
    const { tries, run } = counted()
    const cut = proxy.once(COMMIT, lostAnswer)
    expect(await open().transaction(tenantId, run)).toBe('work 1')
    await cut
    expect([await effects(), tries.count]).toEqual([[1], 1])
  })

  test('after the commit of work that only writes, all of it in one trip: it is not done again either', async () => {
    let tries = 0
    const cut = proxy.once(COMMIT, lostAnswer)
    const result = await open().transaction(tenantId, (tx) => {
      tries += 1
      tx.write(insert, [1])
      return Promise.resolve('written')
    })
    await cut
    expect([result, await effects(), tries]).toEqual(['written', [1], 1])
  })

  test('on every connection there is at once, after their commits: asking what became of them needs no other one', async () => {
    const db = open(2)
    const works = [counted(1), counted(2)]
    const cuts = works.map(() => proxy.once(COMMIT, lostAnswer))
    const results = await Promise.all(works.map(({ run }) => db.transaction(tenantId, run)))
    await Promise.all(cuts)
    expect([results, await effects()]).toEqual([
      ['work 1', 'work 2'],
      [1, 2],
    ])
    expect(works.map(({ tries }) => tries.count)).toEqual([1, 1])
  })

  test('twice for one piece of work, first before and then after its commit: it is done once', async () => {
    const { tries, run } = counted()
    // What is said first is judged by what was asked for last.
    const second = proxy.once(COMMIT, lostAnswer)
    const first = proxy.once(COMMIT, 'cut before')
    expect(await open().transaction(tenantId, run)).toBe('work 1')
    await Promise.all([first, second])
    expect([await effects(), tries.count]).toEqual([[1], 2])
  })

  test('while it is idle: the next to use it does not notice', async () => {
    const db = open(1)
    await db.ping()
    proxy.cutAll()
    const { run } = counted()
    expect(await db.transaction(tenantId, run)).toBe('work 1')
    expect(await effects()).toEqual([1])
  })

  test('while it reads: it reads again', async () => {
    const cut = proxy.once('select 41', 'cut after')
    expect(await open().read(tenantId, (tx) => tx.query('select 41 + 1 as answer'))).toEqual([{ answer: 42 }])
    await cut
  })
})

describe('when nobody is at the other end', () => {
  test('connections are refused: 503 with Retry-After, soon; and once there is somebody again, all is well', async () => {
    const db = open()
    proxy.meet('refuse')
    const begun = performance.now()
    const { run } = counted()
    await expect(db.transaction(tenantId, run)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      status: 503,
      retryAfterSeconds: 2,
    })
    await expect(db.read(tenantId, (tx) => tx.query('select 1'))).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    expect(performance.now() - begun).toBeLessThan(6_000)
    proxy.meet('take')
    expect(await db.transaction(tenantId, run)).toBe('work 1')
  })

  test('connections are taken and never answered: 503 with Retry-After after about two seconds', async () => {
    const db = open()
    proxy.meet('ignore')
    const begun = performance.now()
    await expect(db.transaction(tenantId, counted().run)).rejects.toMatchObject({
      status: 503,
      retryAfterSeconds: expect.any(Number),
    })
    expect(performance.now() - begun).toBeLessThan(4_000)
  })

  test('the line breaks after a commit and nobody can be asked: it says that it does not know, and has done it at most once', async () => {
    const { tries, run } = counted()
    const cut = proxy.once(COMMIT, lostAnswer).then(() => proxy.meet('refuse'))
    const begun = performance.now()
    await expect(open().transaction(tenantId, run)).rejects.toMatchObject({ code: 'UNAVAILABLE', retryAfterSeconds: 2 })
    await cut
    expect(performance.now() - begun).toBeLessThan(4_000)
    expect([await effects(), tries.count]).toEqual([[1], 1])
  })
})

/** Mostly it goes on; six works say some forty pieces. */
const anyFates = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.constant<Fate>('pass') },
    { weight: 1, arbitrary: fc.constantFrom<Fate>('cut before', 'cut after', lostAnswer) },
  ),
  { minLength: 20, maxLength: 60 },
)

test('wherever lines break, no work is ever done twice, and none that was said to be done is missing', async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(anyFates, async (fates) => {
      run += 1
      const db = openDatabase({ ...database.app, ...proxy.address }, 3)
      const left = [...fates]
      // Only the answer to a commit can be told apart from silence; elsewhere the line just breaks.
      proxy.judge((said) => {
        const fate = left.shift() ?? 'pass'
        return typeof fate === 'object' && !said.includes(COMMIT) ? 'cut after' : fate
      })
      const works = Array.from({ length: 6 }, (_, index) => counted(run * 100 + index))
      const outcomes = await Promise.allSettled(works.map((work) => db.transaction(tenantId, work.run)))
      proxy.judge(() => 'pass')
      await db.close()
      // Whatever PostgreSQL still does of what it was told before a line broke, it does before this.
      await ended()
      const done = await effects()
      outcomes.forEach((outcome, index) => {
        const times = done.filter((work) => work === run * 100 + index).length
        if (outcome.status === 'fulfilled') expect(times).toBe(1)
        else expect(times).toBeLessThanOrEqual(1)
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ status: 503 })
      })
    }),
    { numRuns: 30 },
  )
})

/** Waits until no connection of the server's role is left. */
async function ended(): Promise<void> {
  for (;;) {
    const { rowCount } = await owner.query(
      'select from pg_stat_activity where datname = current_database() and usename = $1',
      [database.app.user],
    )
    if (rowCount === 0) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
