import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { asOwner } from '../testing/as-owner.ts'
import { createTestDatabase } from '../testing/databases.ts'
import type { TestConnection, TestDatabase } from '../testing/databases.ts'
import { openApp } from '../testing/given-app.ts'
import { findLeaks } from '../testing/leaks.ts'
import { givenSide } from '../testing/two-tenants.ts'
import type { Side } from '../testing/two-tenants.ts'
import { openDatabase } from './database.ts'
import { rights } from './grants.ts'

type World = { database: TestDatabase; ours: Side; theirs: Side; server: Awaited<ReturnType<typeof openApp>> }

const opened: World[] = []
afterAll(async () => {
  for (const { server, database } of opened) {
    await server.close()
    await database.drop()
  }
})

/** Two tenants with something in every table. `theirs` is Birch, and says so in every text. */
async function givenWorld(): Promise<World> {
  const database = await createTestDatabase(inject('postgres'))
  const server = await openApp(database)
  const world = { database, server, ours: await givenSide(server, 'Aster'), theirs: await givenSide(server, 'Birch') }
  opened.push(world)
  return world
}

let world: World
/** Every table of tenants, with the column that says whose a row is. */
let tables: { table: string; owner: 'id' | 'tenant_id' }[]

beforeAll(async () => {
  world = await givenWorld()
  const found = await asOwner<{ table: string }>(
    world.database,
    `select relname as table from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and relname <> 'allot_migrations' order by relname`,
  )
  tables = found.map(({ table }) => ({ table, owner: table === 'tenants' ? 'id' : 'tenant_id' }))
})

describe('the role of the server, at the database itself', () => {
  test('every table holds something of both tenants, or what follows would prove nothing', async () => {
    expect(tables.map(({ table }) => table)).toEqual(
      Object.keys(rights)
        .filter((name) => name !== 'allot_migrations')
        .sort(),
    )
    for (const { table, owner } of tables) {
      const [row] = await asOwner<{ tenants: number }>(
        world.database,
        `select count(distinct ${owner})::int as tenants from ${table} where ${owner} in ($1, $2)`,
        [world.ours.tenantId, world.theirs.tenantId],
      )
      expect(row, table).toEqual({ tenants: 2 })
    }
  })

  test('without a tenant there is nothing to see', async () => {
    await asServer(undefined, async (client) => {
      for (const { table } of tables) expect((await client.query(`select * from ${table}`)).rowCount, table).toBe(0)
    })
    // Not even where the setting is there and empty, as it is after a transaction that had one.
    await asServer('', async (client) => {
      for (const { table } of tables) expect((await client.query(`select * from ${table}`)).rowCount, table).toBe(0)
    })
  })

  test('with a tenant every unfiltered select shows its rows, and not one of another', async () => {
    await asServer(world.ours.tenantId, async (client) => {
      for (const { table, owner } of tables) {
        const { rows } = await client.query<Record<string, unknown>>(`select * from ${table}`)
        expect(rows.length, table).toBeGreaterThan(0)
        expect(new Set(rows.map((row) => row[owner])), table).toEqual(new Set([world.ours.tenantId]))
      }
    })
  })

  test('the operator’s setting shows the names of tenants, and nothing inside them', async () => {
    await asServer(undefined, async (client) => {
      await client.query("select set_config('allot.operator', 'on', true)")
      for (const { table } of tables) {
        expect((await client.query(`select * from ${table}`)).rowCount, table).toBe(table === 'tenants' ? 2 : 0)
      }
      expect((await client.query("update tenants set name = 'Taken'")).rowCount).toBe(0)
    })
  })

  test('no row is written into another tenant, changed there, removed there, or moved there', async () => {
    for (const { table, owner } of tables) {
      const [theirRow] = await asOwner<{ row: object }>(
        world.database,
        `select to_jsonb(t) as row from ${table} t where ${owner} = $1 limit 1`,
        [world.theirs.tenantId],
      )
      // All but what the database makes itself.
      const [given] = await asOwner<{ columns: string }>(
        world.database,
        `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
          where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
        [table],
      )
      const copy = `insert into ${table} (${given?.columns}) select ${given?.columns} from jsonb_populate_record(null::${table}, $1)`
      expect(await attempt(copy, [theirRow?.row]), `insert into ${table}`).toBe('42501')

      const [own] = await asOwner<{ count: number }>(
        world.database,
        `select count(*)::int as count from ${table} where ${owner} = $1`,
        [world.ours.tenantId],
      )
      const allowed = rights[table]?.split(', ') ?? []
      const update = (value: string) => attempt(`update ${table} set ${owner} = ${value}`)
      const remove = (where: string) => attempt(`delete from ${table} where ${where}`)
      const theirId = `'${world.theirs.tenantId}'`
      const mayUpdate = allowed.includes('update')
      const mayDelete = allowed.includes('delete')
      expect(await update(owner), `update ${table}`).toBe(mayUpdate ? own?.count : '42501')
      expect(await update(theirId), `move a row of ${table}`).toBe('42501')
      const reach = `update ${table} set ${owner} = ${owner} where ${owner} = ${theirId}`
      expect(await attempt(reach), `update theirs in ${table}`).toBe(mayUpdate ? 0 : '42501')
      expect(await remove(`${owner} = ${theirId}`), `delete theirs from ${table}`).toBe(mayDelete ? 0 : '42501')
      expect(await remove('true'), `delete from ${table}`).toBe(mayDelete ? own?.count : '42501')
    }
  })

  test('it becomes nobody else, and switches nothing off', async () => {
    const { user } = world.database.owner
    expect(await attempt(`set role ${user}`)).toBe('42501')
    expect(await attempt(`set session authorization ${user}`)).toBe('42501')
    for (const { table } of tables) {
      expect(await attempt(`alter table ${table} disable row level security`), table).toBe('42501')
      expect(await attempt(`alter table ${table} no force row level security`), table).toBe('42501')
      expect(await attempt(`alter table ${table} disable trigger all`), table).toBe('42501')
      expect(await attempt(`create policy open on ${table} using (true)`), table).toBe('42501')
      expect(await attempt(`truncate ${table}`), table).toBe('42501')
      // With row security off, PostgreSQL refuses to answer instead of answering more.
      expect(await attempt(`set local row_security = off; select * from ${table}`), table).toBe('42501')
    }
    expect(await attempt('create view everything as select * from events')).toBe('42501')
    expect(
      await attempt(
        "create function current_tenant_id() returns uuid return '00000000-0000-0000-0000-000000000000'::uuid",
      ),
    ).toBe('42501')
    expect(await attempt("set session_replication_role = 'replica'")).toBe('42501')
    expect(await attempt('select * from auth.membership')).toBe('42501')
  })

  test('the role of sign-in sees nothing of any tenant', async () => {
    for (const { table } of tables)
      expect(await attempt(`select * from ${table}`, [], world.database.auth), table).toBe('42501')
  })

  test('ledger and audit entries stay as they are: the server has no right to change them, the owner meets a trigger', async () => {
    for (const table of ['ledger_entries', 'audit_entries']) {
      const changes = [`update ${table} set actor_id = actor_id`, `delete from ${table}`, `truncate ${table}`]
      for (const change of changes) {
        expect(await attempt(change), change).toBe('42501')
        await expect(asOwner(world.database, change), change).rejects.toMatchObject({
          code: '42501',
          message: `${table} is append-only`,
        })
      }
    }
  })
})

describe('one connection, many tenants', () => {
  test('after a commit, a rollback or a failure the tenant is gone, and the next one finds only its own', async () => {
    const db = openDatabase(world.database.app, 1)
    const { tenantId: ourId } = world.ours
    const { tenantId: theirId } = world.theirs
    const countAll = async () => (await db.pool.query<{ count: number }>('select count(*) from events')).rows
    const named = { name: 'all_events', text: 'select tenant_id from events' }
    const failing = db.transaction(ourId, async (tx) => {
      await tx.query('select 1 / 0')
    })
    await expect(failing).rejects.toThrow('division by zero')
    expect(await countAll()).toEqual([{ count: 0 }])
    for (let round = 0; round < 6; round += 1) {
      const tenantId = round % 2 === 0 ? ourId : theirId
      const read = await db.read(tenantId, (tx) => tx.query<{ tenant_id: string }>(named))
      const written = await db.transaction(tenantId, (tx) => tx.query<{ tenant_id: string }>(named))
      expect(new Set([...read, ...written].map((row) => row.tenant_id))).toEqual(new Set([tenantId]))
      expect(await countAll()).toEqual([{ count: 0 }])
    }
    const { rows } = await db.pool.query(
      "select current_setting('allot.tenant_id', true) as setting, count(*)::int from users",
    )
    expect(rows).toEqual([{ setting: '', count: 0 }])
    await db.close()
  })

  test.each(['transaction', 'read'] as const)(
    'a %s that is over takes no more statements: they would run as another tenant',
    async (kind) => {
      const db = openDatabase(world.database.app, 1)
      const late: unknown[] = []
      // One of two things under way fails, and the connection goes to somebody else while the other is still at work.
      const failing = db[kind](world.ours.tenantId, (tx) =>
        Promise.all([
          tx.query('select 1 / 0'),
          sleep(60)
            .then(() => tx.query('select tenant_id from events'))
            .then(
              (rows) => late.push(rows),
              (error: unknown) => late.push(String(error)),
            ),
        ]),
      )
      await expect(failing).rejects.toThrow('division by zero')
      await db.transaction(world.theirs.tenantId, async (tx) => {
        await tx.query('select tenant_id from events')
        await sleep(120)
      })
      expect(late).toEqual(['Error: this transaction is over'])
      await db.close()
    },
  )

  test('what asks for no tenant, or for something that is none, is not even begun', async () => {
    for (const tenantId of ['', 'null', "' or true --", `${world.ours.tenantId} `]) {
      await expect(world.server.db.transaction(tenantId, async () => 1)).rejects.toThrow('needs a tenant')
      expect(() => world.server.db.read(tenantId, async () => 1)).toThrow('needs a tenant')
    }
  })
})

describe('a forgotten filter cannot leak', () => {
  /** What was left out, and how often. */
  const stripped = new Map<string, number>()

  /** Leaves out everything by which a statement keeps to its tenant; its parameters keep their numbers. */
  function forgetTenant(sql: string): string {
    const forgotten = sql
      .replaceAll(/(?:\w+\.)?tenant_id = (\$\d+)/g, '($1::uuid is not null)')
      .replaceAll(/(?:\w+\.)?tenant_id = \w+\.tenant_id/g, 'true')
      .replaceAll(/(tenants\b[^;]*where) id = (\$\d+)/g, '$1 ($2::uuid is not null)')
    if (forgotten !== sql) stripped.set(sql, (stripped.get(sql) ?? 0) + 1)
    return forgotten
  }

  /** Statements that only some parameters or some operations lead to, each by a part that no other has. */
  const mustBeStripped = {
    'people by name or address': 'from person_words',
    'slots by label': 'label = any($3)',
    'events by slug': 'e.slug = $',
    'when days begin': 'as day (days, nr)',
    'registrations by department': 'select id from users where',
    'kinds of registrations': 'with added as materialized',
    'how events stand': 'as slots_total',
    'the ledger of one registration':
      'from ledger_entries where tenant_id = $1 and event_id = $2 and entry_no <= $3 and registration_id',
    'the trail of one person': 'entry_no <= $4 and actor_id =',
    'the trail of one thing': 'entry_no <= $4 and subject_id =',
    'the last entry before a moment': 'select e.created_at < ends_at from ledger_entries e',
    'the days of a budget': 'as begins_at',
    'what was committed on each day': 'select day::date::text as date',
    'what was requested on each day': "is distinct from (to_status = 'PENDING')",
    'what the budget was': "detail -> 'budget_minor' is not null",
    'what happens in an event': 'r.id as registration_id',
    'how much has happened': 'audit_count as head',
    'what is left of slots': 'order by starts_at, label limit 2000',
    'webhook endpoints': "status <> 'ARCHIVED' and (",
    'a webhook endpoint, to change it': 'from webhook_endpoints where tenant_id = $1 and id = $2 for no key update',
    'what was sent to an endpoint': 'order by id desc offset $5 limit $6',
    'the attempts of a delivery': 'from webhook_attempts',
    'a delivery to replay': "set status = 'WAITING', tries = 0",
  }

  const policies = (database: TestDatabase, state: 'enable' | 'disable') =>
    asOwner(database, tables.map(({ table }) => `alter table ${table} ${state} row level security`).join(';'))

  test('every filter forgotten: the policies hold by themselves', async () => {
    const careless = await openApp(world.database, { rewrite: forgetTenant })
    const before = await rowsOf(world.database, world.theirs)
    expect(await findLeaks(careless, world.ours, world.theirs)).toEqual([])
    expect(await rowsOf(world.database, world.theirs)).toEqual(before)
    await careless.close()

    const times = [...stripped.values()].reduce((sum, count) => sum + count, 0)
    expect(stripped.size).toBeGreaterThan(35)
    expect(times).toBeGreaterThan(400)
    for (const sql of stripped.keys()) expect(forgetTenant(sql)).not.toMatch(/tenant_id =/)
    const all = [...stripped.keys()].join('\n')
    for (const [what, part] of Object.entries(mustBeStripped)) expect(all, what).toContain(part)
  })

  test('every policy switched off: the filters hold by themselves', async () => {
    const { database, server, ours, theirs } = await givenWorld()
    await policies(database, 'disable')
    const before = await rowsOf(database, theirs)
    expect(await findLeaks(server, ours, theirs)).toEqual([])
    expect(await rowsOf(database, theirs)).toEqual(before)
  })

  test('both at once: then the same looking finds leaks everywhere, so that it would have found one', async () => {
    const { database, ours, theirs } = await givenWorld()
    const careless = await openApp(database, { rewrite: forgetTenant })
    await policies(database, 'disable')
    const leaks = await findLeaks(careless, ours, theirs)
    await careless.close()
    const leaking = new Set(leaks.map((leak) => leak.split(' ')[0]))
    for (const operation of [
      'getEvent',
      'updateEvent',
      'archiveEvent',
      'getBudgetVariance',
      'getBudgetHistory',
      'streamEvent',
      'getRegistrationFacets',
      'listOptions',
      'listSlots',
      'listRegistrations',
      'exportRegistrations',
      'exportLedger',
      'exportAudit',
      'getLedgerProof',
      'getRegistration',
      'decideRegistration',
      'checkConflicts',
      'listLedger',
      'verifyLedger',
      'listAudit',
      'listUsers',
      'updateUser',
      'createApiKey',
      'listApiKeys',
      'revokeApiKey',
      'listWebhookEndpoints',
      'getWebhookEndpoint',
      'updateWebhookEndpoint',
      'archiveWebhookEndpoint',
      'rotateWebhookSecret',
      'pauseWebhookEndpoint',
      'resumeWebhookEndpoint',
      'listWebhookDeliveries',
      'getWebhookDelivery',
      'listEvents',
      'register',
    ]) {
      expect(leaking, operation).toContain(operation)
    }
  })
})

/** Works as the server's role inside a transaction that is undone; '' is a setting that is there and empty. */
async function asServer<T>(
  tenantId: string | undefined,
  work: (client: pg.Client) => Promise<T>,
  connection: TestConnection = world.database.app,
): Promise<T> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query('begin')
    if (tenantId !== undefined) await client.query("select set_config('allot.tenant_id', $1, true)", [tenantId])
    return await work(client)
  } finally {
    await client.end()
  }
}

/** How many rows a statement of our tenant touches, or the code with which it is refused. Nothing of it stays. */
async function attempt(
  statement: string,
  parameters: unknown[] = [],
  connection?: TestConnection,
): Promise<number | string | null> {
  try {
    return await asServer(
      world.ours.tenantId,
      async (client) =>
        (await (parameters.length > 0 ? client.query(statement, parameters) : client.query(statement))).rowCount,
      connection,
    )
  } catch (error) {
    return String((error as { code?: unknown }).code)
  }
}

/** Every row of a tenant, by table. */
async function rowsOf(database: TestDatabase, { tenantId }: Side): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {}
  for (const { table, owner } of tables) {
    const rows = await asOwner(database, `select t::text as row from ${table} t where ${owner} = $1 order by 1`, [
      tenantId,
    ])
    found[table] = rows
  }
  return found
}
