import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import type { Connection } from './database.ts'
import { grantRights } from './grants.ts'
import type { RoleNames } from './grants.ts'
import { sha256 } from './secrets.ts'

const folder = new URL('../../migrations/', import.meta.url)
/** Any number that nothing else locks: the letters of "allot". */
const LOCK = 0x616c6c6f74

/**
 * Brings a database up to date: plain SQL files in the order of their names, each in a transaction of its own, under
 * a lock, so that of several servers starting at once one migrates and the others wait.
 *
 * @param owner connects as the role that owns the tables
 * @param roles the roles that the server works as; they are granted their rights anew each time
 * @returns the names of what was applied now
 */
export async function migrate(owner: Connection, roles: RoleNames): Promise<string[]> {
  const client = new pg.Client({ ...owner, application_name: 'allot migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    const applied = await readApplied(client)
    const pending = pendingOf(await readMigrations(), applied)
    for (const { name, sql, checksum } of pending) await apply(client, name, sql, checksum)
    await grantRights(client, roles)
    return pending.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** The migrations a database still lacks; empty where it is up to date. */
export async function findPendingMigrations(connection: Connection): Promise<string[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const { rows } = await client.query<{ exists: boolean }>(
      "select to_regclass('allot_migrations') is not null as exists",
    )
    const applied = rows[0]?.exists ? await readApplied(client) : new Map<string, string>()
    return pendingOf(await readMigrations(), applied).map(({ name }) => name)
  } finally {
    await client.end()
  }
}

type Migration = { name: string; sql: string; checksum: string }

/** Those that are still to be applied. @throws Error where one that was applied reads otherwise now: nothing is written then */
function pendingOf(migrations: Migration[], applied: Map<string, string>): Migration[] {
  const changed = migrations.find(({ name, checksum }) => (applied.get(name) ?? checksum) !== checksum)
  if (changed) {
    throw new Error(
      `migration ${changed.name} is not the one that was applied: migrations are never changed, only added`,
    )
  }
  return migrations.filter(({ name }) => !applied.has(name))
}

async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8')
      return { name, sql, checksum: sha256(sql).toString('hex') }
    }),
  )
}

async function readApplied(client: pg.Client): Promise<Map<string, string>> {
  const { rows: found } = await client.query<{ exists: boolean }>(
    "select to_regclass('allot_migrations') is not null as exists",
  )
  if (!found[0]?.exists) {
    await client.query(
      `create table allot_migrations (
         name text primary key,
         checksum text not null,
         applied_at timestamptz not null default now()
       )`,
    )
  }
  const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from allot_migrations')
  return new Map(rows.map(({ name, checksum }) => [name, checksum]))
}

async function apply(client: pg.Client, name: string, sql: string, checksum: string): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into allot_migrations (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}
