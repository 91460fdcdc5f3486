import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { createTestDatabase } from '../testing/databases.ts'
import type { TestDatabase } from '../testing/databases.ts'
import { openDatabase } from './database.ts'
import type { Database, Tx } from './database.ts'
import { newId } from './ids.ts'
import { Problem } from './problem.ts'

// What PostgreSQL itself may say no to, and how long we wait for it.

const tenantId = newId()
let database: TestDatabase
let owner: pg.Client
const opened: Database[] = []

beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'))
  owner = new pg.Client(database.owner)
  await owner.connect()
  await owner.query('create table counters (name text primary key, value integer not null check (value < 10))')
  await owner.query('create table notes (text text not null)')
  await owner.query('grant select, insert, update on counters, notes to public')
})
afterEach(async () => {
  for (const db of opened.splice(0)) await db.close()
  await owner.query('truncate counters, notes')
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

function open(poolSize = 4): Database {
  const db = openDatabase(database.app, poolSize)
  opened.push(db)
  return db
}

async function notes(): Promise<string[]> {
  const { rows } = await owner.query<{ text: string }>('select text from notes order by text')
  return rows.map(({ text }) => text)
}

const raise = (code: string) => `do $$ begin raise exception 'on purpose' using errcode = '${code}'; end $$`
const addTo = 'update counters set value = value + 1 where name = $1'

describe('a transaction that the database gives up', () => {
  test.each(['40001', '40P01'])('%s: it is tried again until it works, and done once', async (code) => {
    let tries = 0
    await open().transaction(tenantId, async (tx) => {
      tries += 1
      tx.write('insert into notes (text) values ($1)', [code])
      if (tries < 4) await tx.query(raise(code))
    })
    expect([await notes(), tries]).toEqual([[code], 4])
  })

  test('that always fails is given up after a few tries, with 503 and Retry-After', async () => {
    let tries = 0
    const failing = open().transaction(tenantId, async (tx) => {
      tries += 1
      tx.write('insert into notes (text) values ($1)', ['never'])
      await tx.query(raise('40001'))
    })
    await expect(failing).rejects.toMatchObject({ code: 'UNAVAILABLE', status: 503, retryAfterSeconds: 2 })
    expect(tries).toBeGreaterThan(2)
    expect(tries).toBeLessThanOrEqual(6)
    expect(await notes()).toEqual([])
  })

  test('two that really lock each other out are both done in the end', async () => {
    await owner.query("insert into counters values ('a', 0), ('b', 0)")
    const db = open()
    const bothHold = meeting(2)
    const work = (first: string, second: string) => {
      let isFirstTry = true
      return db.transaction(tenantId, async (tx) => {
        await tx.query(addTo, [first])
        if (isFirstTry) await bothHold()
        isFirstTry = false
        await tx.query(addTo, [second])
      })
    }
    await Promise.all([work('a', 'b'), work('b', 'a')])
    expect((await owner.query('select name, value from counters order by name')).rows).toEqual([
      { name: 'a', value: 2 },
      { name: 'b', value: 2 },
    ])
  })

  test.each(['23505', '42501', 'XX000'])(
    '%s is nobody’s temporary trouble: it comes out as it is, after one try',
    async (code) => {
      let tries = 0
      const failing = open().transaction(tenantId, async (tx) => {
        tries += 1
        await tx.query(raise(code))
      })
      await expect(failing).rejects.toMatchObject({ code })
      expect(tries).toBe(1)
    },
  )

  test.each([
    ['53100', 'STORAGE_FULL'],
    ['53300', 'BUSY'],
    ['57014', 'BUSY'],
    ['57P03', 'UNAVAILABLE'],
  ])('%s is said in words: %s, with Retry-After', async (code, problem) => {
    const failing = open().transaction(tenantId, (tx) => tx.query(raise(code)))
    await expect(failing).rejects.toMatchObject({ code: problem, retryAfterSeconds: expect.any(Number) })
  })
})

describe('what was only written', () => {
  const add = "insert into notes (text) values ('first')"

  test.each([
    ['breaks a rule of the database', "insert into counters values ('a', 99)", '23514'],
    ['cannot be read', 'insert into nowhere values (1)', '42P01'],
  ])('and %s fails the whole, though nobody waited for it', async (_, statement, code) => {
    const failing = open().transaction(tenantId, async (tx) => {
      await tx.query(add)
      tx.write(statement)
      tx.write("insert into notes (text) values ('after')")
    })
    await expect(failing).rejects.toMatchObject({ code })
    expect(await notes()).toEqual([])
  })

  test('the error that comes out is the first one, not that what came behind it was ignored', async () => {
    const failing = open().transaction(tenantId, async (tx) => {
      tx.write("insert into counters values ('a', 99)")
      await tx.query(add)
    })
    await expect(failing).rejects.toMatchObject({ code: '23514' })
  })

  test('a failure that the work swallows fails it all the same: nothing is said to be done that was rolled back', async () => {
    const failing = open().transaction(tenantId, async (tx) => {
      await tx.query(add)
      await tx.query(raise('23505')).catch(() => {})
      return 'done'
    })
    await expect(failing).rejects.toMatchObject({ code: '23505' })
    expect(await notes()).toEqual([])
  })

  test.each([
    ['a refusal', new Problem('STALE')],
    ['a bug', new TypeError('of undefined')],
  ])('and is followed by %s is not done, and the connection is as good as new', async (_, failure) => {
    const db = open(1)
    const failing = db.transaction(tenantId, (tx) => {
      tx.write(add)
      return Promise.reject(failure)
    })
    await expect(failing).rejects.toBe(failure)
    await db.transaction(tenantId, (tx) => tx.query("insert into notes (text) values ('next')"))
    expect(await notes()).toEqual(['next'])
  })
})

describe('waiting', () => {
  test('for a lock that somebody keeps: BUSY within some two seconds, and others go on meanwhile', async () => {
    await owner.query("insert into counters values ('a', 0), ('b', 0)")
    const db = open(3)
    await owner.query("begin; select from counters where name = 'a' for update")
    try {
      const begun = performance.now()
      const waiting = db.transaction(tenantId, (tx) => tx.query(addTo, ['a']))
      const outcome = waiting.catch((refusal: unknown) => refusal)
      for (let times = 0; times < 5; times += 1) await db.transaction(tenantId, (tx) => tx.query(addTo, ['b']))
      const others = performance.now() - begun
      expect(await outcome).toMatchObject({ code: 'BUSY', status: 503, retryAfterSeconds: 1 })
      expect(performance.now() - begun).toBeLessThan(4_000)
      expect(others).toBeLessThan(1_900)
    } finally {
      await owner.query('rollback')
    }
    expect((await owner.query('select value from counters order by name')).rows).toEqual([{ value: 0 }, { value: 5 }])
  })

  test('for a statement that takes too long: BUSY after five seconds, and nothing of it is left', async () => {
    const slow = open().transaction(tenantId, async (tx) => {
      tx.write("insert into notes (text) values ('slow')")
      await tx.query('select pg_sleep(20)')
    })
    await expect(slow).rejects.toMatchObject({ code: 'BUSY', retryAfterSeconds: 1 })
    expect(await notes()).toEqual([])
  })

  test('for a connection while all are taken: BUSY after about a second', async () => {
    const db = open(2)
    const release = meeting(3)
    const keep = (tx: Tx) => tx.query('select 1').then(release)
    const kept = [db.transaction(tenantId, keep), db.transaction(tenantId, keep)]
    const begun = performance.now()
    await expect(db.transaction(tenantId, (tx) => tx.query('select 1'))).rejects.toMatchObject({ code: 'BUSY' })
    expect(performance.now() - begun).toBeLessThan(3_000)
    await release()
    await Promise.all(kept)
  })

  test('a hundred pieces of work on two connections are all done: none ever holds one and waits for another', async () => {
    await owner.query("insert into counters values ('a', 0)")
    const db = open(2)
    const works = Array.from({ length: 100 }, (_, index) =>
      index % 2 === 0
        ? db.transaction(tenantId, (tx) => tx.query('insert into notes (text) values ($1)', [`${index}`]))
        : db.read(tenantId, (tx) => tx.query('select 1')),
    )
    await Promise.all(works)
    expect(await notes()).toHaveLength(50)
  })
})

describe('numbers', () => {
  const ask = (text: string) => open().read(tenantId, (tx) => tx.query(text))

  test('an int8 is a number as far as numbers are exact, and an error beyond', async () => {
    expect(await ask('select 9007199254740991::int8 as most')).toEqual([{ most: 9_007_199_254_740_991 }])
    await expect(ask('select 9007199254740992::int8 as more')).rejects.toThrow(/safe range/)
    await expect(ask('select -9007199254740992::int8 as less')).rejects.toThrow(/safe range/)
  })

  test('one of them in an answer fails the transaction, which is rolled back', async () => {
    const failing = open().transaction(tenantId, async (tx) => {
      tx.write("insert into notes (text) values ('lost')")
      await tx.query('select 9007199254740992::int8 as more')
    })
    await expect(failing).rejects.toThrow(/safe range/)
    expect(await notes()).toEqual([])
  })
})

describe('whose transaction it is', () => {
  test('has to be said, and is forgotten at its end', async () => {
    const db = open(1)
    const ask = (tx: Tx) => tx.query('select current_tenant_id() as tenant')
    expect(() => db.read('', ask)).toThrow(/needs a tenant/)
    await expect(db.transaction("x'; drop table notes", ask)).rejects.toThrow(/needs a tenant/)
    expect(await db.transaction(tenantId, ask)).toEqual([{ tenant: tenantId }])
    expect(await db.read(tenantId, ask)).toEqual([{ tenant: tenantId }])
    expect((await db.pool.query('select current_tenant_id() as tenant')).rows).toEqual([{ tenant: null }])
  })

  test('a read cannot write', async () => {
    const db = open()
    await expect(db.read(tenantId, async (tx) => tx.write('insert into notes (text) values (1)'))).rejects.toThrow(
      /does not write/,
    )
    await expect(db.read(tenantId, (tx) => tx.query("insert into notes (text) values ('x')"))).rejects.toMatchObject({
      code: '25006',
    })
  })
})

/** A place where a number of comers wait until the last of them is there. */
function meeting(size: number): () => Promise<void> {
  let missing = size
  let open = () => {}
  const all = new Promise<void>((resolve) => (open = resolve))
  return () => {
    missing -= 1
    if (missing === 0) open()
    return all
  }
}
