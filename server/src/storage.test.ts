import { readdir } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { checkWorker } from './platform/catalogue.ts'
import { readSettings } from './platform/config.ts'
import { openDatabase } from './platform/database.ts'
import { newId } from './platform/ids.ts'
import { openStorage } from './storage.ts'
import type { Storage } from './storage.ts'
import { createTenant } from './tenants/change-tenant.ts'
import { listTenantIds } from './tenants/tenants.sql.ts'
import { asOwner } from './testing/as-owner.ts'
import { createTestDatabase, urlOf } from './testing/databases.ts'
import type { TestConnection, TestDatabase } from './testing/databases.ts'

const secret = 'a secret that is only good for these tests'
const production = { NODE_ENV: 'production', PUBLIC_URL: 'https://allot.example.org' }
const firstMigration = '0001_first_phase.sql'

let database: TestDatabase
const made: string[] = []
afterEach(() => database.drop())
afterAll(async () => {
  const empty = await createTestDatabase(inject('postgres'), 'empty')
  for (const role of made) await asOwner(empty, `drop role ${role}`)
  await empty.drop()
})

/** Another server that starts on this database: `more` are its settings beside the role it works as. */
function openAs(connection: TestConnection, more: Record<string, string> = {}): Promise<Storage> {
  const settings = readSettings({ DATABASE_URL: urlOf(connection), ALLOT_SECRET: secret, ...more }, () => '')
  return openStorage(settings, { purpose: 'storage test', mode: 'own', log: () => {} })
}

/** A role of a name of its own: roles belong to the whole PostgreSQL of the run. */
async function givenRole(attributes = ''): Promise<TestConnection> {
  const user = `test_${randomBytes(6).toString('hex')}`
  await asOwner(database, `create role ${user} login ${attributes}`)
  made.push(user)
  return { ...database.app, user }
}

const tablesNow = async () => {
  const rows = await asOwner<{ name: string }>(
    database,
    "select tablename as name from pg_tables where schemaname in ('public', 'auth')",
  )
  return rows.map(({ name }) => name)
}

/** Shows that a server can work: a tenant is made, and found again. */
async function expectToWork({ app }: Storage): Promise<void> {
  const db = openDatabase(app, 2)
  try {
    const id = newId()
    await db.transaction(id, (tx) => createTenant(tx, id, { name: 'Aster', currency: 'EUR', timezone: 'UTC' }))
    expect(await listTenantIds(db)).toContain(id)
  } finally {
    await db.close()
  }
}

describe('an empty database', () => {
  beforeEach(async () => {
    database = await createTestDatabase(inject('postgres'), 'empty')
  })

  test.each(['superuser', 'bypassrls'])(
    'a %s is refused as the server’s role, before anything is written',
    async (attribute) => {
      const role = await givenRole(attribute)
      await asOwner(
        database,
        `grant all on database ${role.database} to ${role.user}; grant create on schema public to ${role.user}`,
      )
      await expect(openAs(role)).rejects.toThrow(`The role ${role.user} can bypass row-level security.`)
      const ownerUrl = urlOf(database.owner)
      await expect(openAs(role, { DATABASE_OWNER_URL: ownerUrl })).rejects.toThrow('can bypass row-level security')
      expect(await tablesNow()).toEqual([])
      await asOwner(database, `drop owned by ${role.user}`)
    },
  )

  test('an ordinary role with an owner beside it: the owner migrates, the server works, and nothing is to be warned of', async () => {
    const storage = await openAs(database.app, { ...production, DATABASE_OWNER_URL: urlOf(database.owner) })
    expect(storage).toMatchObject({ warnings: [], directory: undefined, secret })
    await expectToWork(storage)
    await storage.close()
  })

  test('sign-in with a role of its own sees its own schema, and the server’s role does not', async () => {
    const owners = { DATABASE_OWNER_URL: urlOf(database.owner), DATABASE_AUTH_URL: urlOf(database.auth) }
    const storage = await openAs(database.app, owners)
    expect(await answerOf(storage.auth, 'select count(*)::int as n from auth.membership')).toEqual([{ n: 0 }])
    expect(await answerOf(storage.auth, 'select * from tenants')).toBe('42501')
    expect(await answerOf(storage.app, 'select * from auth.membership')).toBe('42501')
    await storage.close()
  })

  test('an owner that is no superuser is enough', async () => {
    const owner = await givenRole()
    await asOwner(database, `alter database ${owner.database} owner to ${owner.user}`)
    const storage = await openAs(database.app, { ...production, DATABASE_OWNER_URL: urlOf(owner) })
    expect(storage.warnings).toEqual([])
    await expectToWork(storage)
    await storage.close()
  })

  test('one role for everything works with a warning, and is refused in production', async () => {
    const owner = await givenRole()
    await asOwner(database, `alter database ${owner.database} owner to ${owner.user}`)
    const storage = await openAs(owner)
    expect(storage.warnings).toEqual([
      expect.stringMatching(`^The role ${owner.user} owns the tables, .*DATABASE_OWNER_URL for the owner\\.$`),
    ])
    await expectToWork(storage)
    await storage.close()
    // Forced row-level security holds for the owner too.
    expect(await answerOf(owner, 'select * from tenants')).toEqual([])
    await expect(openAs(owner, production)).rejects.toThrow(`The role ${owner.user} owns the tables`)
  })

  test('a role that can neither migrate nor ask somebody who can does not start', async () => {
    const role = await givenRole()
    await expect(openAs(role)).rejects.toThrow(/permission denied for schema public: run `allot migrate` once/)
  })

  test('what happened before there was an outbox is told to nobody, also where the owner is no superuser', async () => {
    const owner = await givenRole()
    await asOwner(database, `alter database ${owner.database} owner to ${owner.user}`)
    const urls = { DATABASE_OWNER_URL: urlOf(owner) }
    const before = await openAs(database.app, urls)
    await expectToWork(before)
    await before.close()
    // As it was before: the tables, the schema and the row that says so are gone.
    await asOwner(
      database,
      `drop schema worker; drop index events_soon, slots_soon;
       drop table outbox_cursors, notice_attempts, notices, notice_choices, notice_templates, tenant_notice_settings,
         event_notice_settings; delete from allot_migrations where name like '%_outbox.sql'`,
    )
    await (await openAs(database.app, urls)).close()
    const told = await asOwner(database, 'select scope_id, told_no from outbox_cursors')
    expect(told).toEqual(await asOwner(database, 'select id as scope_id, audit_count as told_no from tenants'))
    expect(told).toHaveLength(1)
    const forced = "select relname from pg_class where relname in ('tenants', 'event_books') and relforcerowsecurity"
    expect(await asOwner(database, forced)).toHaveLength(2)
  })

  test('a server whose tasks have no place yet says what to do, in one line', async () => {
    const owner = { DATABASE_OWNER_URL: urlOf(database.owner) }
    await (await openAs(database.app, { ...owner, DATABASE_WORKER_URL: urlOf(database.worker) })).close()
    expect(await checkWorker(database.worker)).toBeUndefined()
    expect(await checkWorker(database.app)).toMatch(
      /^The role allot_app may not make tables in the schema worker: run `allot migrate` once with DATABASE_OWNER_URL/,
    )
    await asOwner(database, `grant usage, create on schema worker to ${database.app.user}; create table worker.job ()`)
    await asOwner(database, `alter table worker.job owner to ${database.worker.user}`)
    expect(await checkWorker(database.app)).toMatch(/let DATABASE_WORKER_URL name allot_worker\.$/)
  })

  test('three servers at once: one migrates, all become ready', async () => {
    const owner = { DATABASE_OWNER_URL: urlOf(database.owner) }
    const storages = await Promise.all([1, 2, 3].map(() => openAs(database.app, owner)))
    for (const storage of storages) await expectToWork(storage)
    const applied = await asOwner(database, 'select name from allot_migrations order by name')
    const migrations = (await readdir(new URL('../migrations/', import.meta.url))).sort()
    expect(applied).toEqual(migrations.map((name) => ({ name })))
    await Promise.all(storages.map((storage) => storage.close()))
  })
})

describe('a database that is there already', () => {
  beforeEach(async () => {
    database = await createTestDatabase(inject('postgres'))
  })

  test('a role that could not migrate it starts, where there is nothing to migrate', async () => {
    const storage = await openAs(database.app, production)
    expect(storage.warnings).toEqual([])
    await expectToWork(storage)
    await storage.close()
  })

  test('starting again gives the server exactly its rights again', async () => {
    await asOwner(database, `grant update, delete, truncate on ledger_entries to ${database.app.user}`)
    await expect(openAs(database.app)).rejects.toThrow('may change or remove rows of ledger_entries')
    const storage = await openAs(database.app, { DATABASE_OWNER_URL: urlOf(database.owner) })
    expect(await answerOf(storage.app, 'delete from ledger_entries')).toBe('42501')
    await storage.close()
  })

  test('a migration that is not the one that was applied is refused, whoever starts', async () => {
    await asOwner(database, "update allot_migrations set checksum = repeat('0', 64)")
    const refusal = `migration ${firstMigration} is not the one that was applied`
    await expect(openAs(database.app, { DATABASE_OWNER_URL: urlOf(database.owner) })).rejects.toThrow(refusal)
    await expect(openAs(database.app)).rejects.toThrow(refusal)
  })

  test('a hole in the catalogue stops the start, and names itself', async () => {
    await asOwner(database, 'alter table registrations no force row level security')
    await expect(openAs(database.app)).rejects.toThrow('Row-level security is not enabled and forced on registrations.')
  })

  test('a database that nobody can reach is named by its setting, without the password', async () => {
    const lost = { ...database.app, database: 'nowhere' }
    await expect(openAs(lost)).rejects.toThrow('DATABASE_URL: cannot connect: database "nowhere" does not exist')
    const auth = { DATABASE_AUTH_URL: 'postgres://me:canary@127.0.0.1:1/allot' }
    const refused = openAs(database.app, auth)
    await expect(refused).rejects.toThrow(/^DATABASE_AUTH_URL: cannot connect: .*ECONNREFUSED/)
    await expect(refused).rejects.not.toThrow(/canary/)
  })
})

/** What a role is told: the rows, or the code with which it is refused. */
async function answerOf(connection: pg.ClientConfig, statement: string): Promise<unknown> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } catch (error) {
    return (error as { code?: string }).code
  } finally {
    await client.end()
  }
}
