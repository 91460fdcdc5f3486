import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { appRole, authRole, createTestDatabase, workerRole } from '../testing/databases.ts'
import type { TestDatabase } from '../testing/databases.ts'
import { grantRights } from './grants.ts'

const roles = { app: appRole, auth: authRole, worker: workerRole }

let database: TestDatabase
let owner: pg.Client
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'))
  owner = new pg.Client(database.owner)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

async function rightsOn(table: string): Promise<string[]> {
  const { rows } = await owner.query<{ right: string }>(
    `select a.privilege_type as right from pg_class c cross join aclexplode(c.relacl) a
      where c.relname = $1 and a.grantee = $2::regrole order by 1`,
    [table, appRole],
  )
  return rows.map(({ right }) => right)
}

test('what somebody gave beside it is taken back, and what is missing is given', async () => {
  await owner.query(`grant delete on ledger_entries to ${appRole}`)
  await owner.query(`revoke update on event_books from ${appRole}`)
  await grantRights(owner, roles)
  expect(await rightsOn('ledger_entries')).toEqual(['INSERT', 'SELECT'])
  expect(await rightsOn('event_books')).toEqual(['INSERT', 'SELECT', 'UPDATE'])
})

test('where all is as it should be, nothing is written: whoever is at work plans nothing anew', async () => {
  const written = async () => {
    const { rows } = await owner.query<{ version: string }>(
      "select string_agg(xmin::text, ' ' order by oid) as version from pg_class where relnamespace = 'public'::regnamespace",
    )
    return rows[0]?.version
  }
  await grantRights(owner, roles)
  const before = await written()
  await grantRights(owner, roles)
  expect(await written()).toBe(before)
})

test('a server at work never finds a right missing while another one starts', async () => {
  const server = new pg.Client(database.app)
  await server.connect()
  let isOver = false
  const refusals: unknown[] = []
  let answers = 0
  const atWork = (async () => {
    while (!isOver) {
      await server.query('select from event_books').then(
        () => (answers += 1),
        (error: unknown) => refusals.push(error),
      )
    }
  })()
  try {
    for (let start = 0; start < 150; start += 1) {
      await owner.query(`grant delete on event_books to ${appRole}`)
      await grantRights(owner, roles)
    }
  } finally {
    isOver = true
    await atWork
    await server.end()
  }
  expect(refusals).toEqual([])
  expect(answers).toBeGreaterThan(0)
})
