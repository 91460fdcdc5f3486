import { randomBytes } from 'node:crypto'
import { chmod, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { checkCatalogue } from './platform/catalogue.ts'
import { SettingsError } from './platform/config.ts'
import type { Settings } from './platform/config.ts'
import type { Connection } from './platform/database.ts'
import { openEmbeddedPostgres } from './platform/embedded-postgres.ts'
import { ownerRole } from './platform/embedded-postgres-files.ts'
import { findPendingMigrations, migrate } from './platform/migrate.ts'

/** Where everything is kept, ready to be used: how to connect in each role, and the server's secret. */
export type Storage = {
  /** As the server works: it can bypass nothing. */
  app: Connection
  /** For sign-in only: it sees the schema `auth` and nothing else. */
  auth: Connection
  secret: string
  /** The folder of the embedded database; undefined where another server is used. */
  directory: string | undefined
  /** What an operator should know, though it stops nothing. */
  warnings: string[]
  close(): Promise<void>
}

export type StorageOptions = { purpose: string; mode: 'own' | 'join'; log: (line: string) => void }

const DATABASE = 'allot'
const roles = { app: 'allot_app', auth: 'allot_auth' }

/**
 * Opens the database the settings name, brings it up to date, and asks its catalogue whether it keeps tenants apart.
 *
 * @throws SettingsError, DirectoryInUse or an Error of one clear line: then the server does not start
 */
export async function openStorage(settings: Settings, options: StorageOptions): Promise<Storage> {
  const storage =
    settings.DATABASE_URL === undefined
      ? await openEmbedded(settings, options)
      : await openGiven(settings, settings.DATABASE_URL)
  try {
    const { faults, warnings } = await checkCatalogue(storage.app)
    const strict =
      settings.NODE_ENV === 'production' ? warnings.filter((warning) => /owns the tables/.test(warning)) : []
    const [fault] = [...faults, ...strict]
    if (fault !== undefined) throw new SettingsError(fault)
    return { ...storage, warnings }
  } catch (error) {
    await storage.close()
    throw error
  }
}

/** Brings a database up to date, and nothing else: `allot migrate`. */
export async function migrateStorage(settings: Settings, options: StorageOptions): Promise<string[]> {
  if (settings.DATABASE_URL !== undefined) {
    const owner = { connectionString: settings.DATABASE_OWNER_URL ?? settings.DATABASE_URL }
    return migrate(owner, await roleNames(settings, settings.DATABASE_URL))
  }
  const embedded = await openEmbeddedPostgres({ directory: settings.DATA_DIR, ...options })
  try {
    const owner = embedded.connection(ownerRole, DATABASE)
    await prepareDatabase(embedded.connection(ownerRole, 'postgres'))
    return await migrate(owner, roles)
  } finally {
    await embedded.stop()
  }
}

async function openEmbedded(settings: Settings, options: StorageOptions): Promise<Omit<Storage, 'warnings'>> {
  const embedded = await openEmbeddedPostgres({ directory: settings.DATA_DIR, ...options })
  try {
    await prepareDatabase(embedded.connection(ownerRole, 'postgres'))
    await migrate(embedded.connection(ownerRole, DATABASE), roles)
    return {
      app: embedded.connection(roles.app, DATABASE),
      auth: embedded.connection(roles.auth, DATABASE),
      secret: settings.ALLOT_SECRET ?? (await keepSecret(embedded.directory)),
      directory: embedded.directory,
      close: () => embedded.stop(),
    }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

async function openGiven(settings: Settings, url: string): Promise<Omit<Storage, 'warnings'>> {
  const app: Connection = { connectionString: url }
  const owner: Connection = { connectionString: settings.DATABASE_OWNER_URL ?? url }
  const names = await roleNames(settings, url)
  await refuseBypass(app)
  if (settings.DATABASE_OWNER_URL !== undefined || (await findPendingMigrations(owner)).length > 0) {
    await migrate(owner, names)
  }
  if (settings.ALLOT_SECRET === undefined) throw new SettingsError('ALLOT_SECRET is missing')
  return {
    app,
    auth: { connectionString: settings.DATABASE_AUTH_URL ?? url },
    secret: settings.ALLOT_SECRET,
    directory: undefined,
    close: () => Promise.resolve(),
  }
}

/** Before anything is written: a role that can bypass the policies must not even make the tables. */
async function refuseBypass(connection: Connection): Promise<void> {
  const { faults } = await checkCatalogue(connection)
  const bypass = faults.find((fault) => /can bypass/.test(fault))
  if (bypass !== undefined) throw new SettingsError(bypass)
}

/** Makes the embedded database and the roles the server works as, where they are not there yet. */
async function prepareDatabase(owner: Connection): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    // Two servers on an empty folder never come here at once: one of them owns it.
    const { rows } = await client.query<{ name: string }>('select rolname as name from pg_roles')
    const known = new Set(rows.map(({ name }) => name))
    for (const role of Object.values(roles)) {
      if (!known.has(role))
        await client.query(`create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole`)
    }
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}

async function roleNames(settings: Settings, url: string): Promise<{ app: string; auth: string }> {
  const app = await roleOf(url)
  return { app, auth: settings.DATABASE_AUTH_URL === undefined ? app : await roleOf(settings.DATABASE_AUTH_URL) }
}

async function roleOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ name: string }>('select session_user as name')
    return rows[0]?.name ?? ''
  } finally {
    await client.end()
  }
}

/** The embedded database's secret: made once, readable by us alone. */
async function keepSecret(directory: string): Promise<string> {
  const path = join(directory, 'secret')
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error
  }
  const secret = randomBytes(32).toString('hex')
  await writeFile(`${path}.new`, `${secret}\n`, { mode: 0o600 })
  await chmod(`${path}.new`, 0o600)
  await rename(`${path}.new`, path)
  return secret
}
