import { randomBytes } from 'node:crypto'
import { chmod, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkCatalogue, readRoleName } from './platform/catalogue.ts'
import { SettingsError } from './platform/config.ts'
import type { Settings } from './platform/config.ts'
import type { Connection } from './platform/database.ts'
import { embeddedDatabase, embeddedRoles, prepareEmbeddedDatabase } from './platform/embedded-database.ts'
import { openEmbeddedPostgres } from './platform/embedded-postgres.ts'
import { ownerRole } from './platform/embedded-postgres-files.ts'
import type { RoleNames } from './platform/grants.ts'
import { findPendingMigrations, migrate } from './platform/migrate.ts'

/** Where everything is kept, ready to be used: how to connect in each role, and the server's secret. */
export type Storage = {
  /** As the server works: it can bypass nothing. */
  app: Connection
  /** For sign-in only: it sees the schema `auth` and nothing else. */
  auth: Connection
  /** For tasks only: it sees the schema `worker` and nothing else. */
  worker: Connection
  secret: string
  /** The folder of the embedded database; undefined where another server is used. */
  directory: string | undefined
  /** What an operator should know, though it stops nothing. */
  warnings: string[]
  close(): Promise<void>
}

export type StorageOptions = { purpose: string; mode: 'own' | 'join'; log: (line: string) => void }

const roles = embeddedRoles

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
    const owner = embedded.connection(ownerRole, embeddedDatabase)
    await prepareEmbeddedDatabase(embedded.connection(ownerRole, 'postgres'))
    return await migrate(owner, roles)
  } finally {
    await embedded.stop()
  }
}

async function openEmbedded(settings: Settings, options: StorageOptions): Promise<Omit<Storage, 'warnings'>> {
  const embedded = await openEmbeddedPostgres({ directory: settings.DATA_DIR, ...options })
  try {
    await prepareEmbeddedDatabase(embedded.connection(ownerRole, 'postgres'))
    await migrate(embedded.connection(ownerRole, embeddedDatabase), roles)
    return {
      app: embedded.connection(roles.app, embeddedDatabase),
      auth: embedded.connection(roles.auth, embeddedDatabase),
      worker: embedded.connection(roles.worker, embeddedDatabase),
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
  for (const other of [settings.DATABASE_AUTH_URL, settings.DATABASE_WORKER_URL]) {
    if (other !== undefined) await refuseBypass({ connectionString: other })
  }
  if (settings.DATABASE_OWNER_URL !== undefined || (await findPendingMigrations(owner)).length > 0) {
    await migrateAs(owner, names)
  }
  if (settings.ALLOT_SECRET === undefined) throw new SettingsError('ALLOT_SECRET is missing')
  return {
    app,
    auth: { connectionString: settings.DATABASE_AUTH_URL ?? url },
    worker: { connectionString: settings.DATABASE_WORKER_URL ?? url },
    secret: settings.ALLOT_SECRET,
    directory: undefined,
    close: () => Promise.resolve(),
  }
}

/** A role that may not migrate is told who has to. */
async function migrateAs(owner: Connection, names: RoleNames): Promise<void> {
  try {
    await migrate(owner, names)
  } catch (error) {
    const { message, code, cause } = error as Error & { code?: string; cause?: { code?: string } }
    if ((code ?? cause?.code) !== '42501') throw error
    throw new SettingsError(
      `${message}: run \`allot migrate\` once with DATABASE_OWNER_URL, as the role that owns the tables`,
    )
  }
}

/** Before anything is written: a role that can bypass the policies must not even make the tables. */
async function refuseBypass(connection: Connection): Promise<void> {
  const { faults } = await checkCatalogue(connection)
  const bypass = faults.find((fault) => /can bypass/.test(fault))
  if (bypass !== undefined) throw new SettingsError(bypass)
}

async function roleNames(settings: Settings, url: string): Promise<RoleNames> {
  const app = await roleOf('DATABASE_URL', url)
  const other = async (name: 'DATABASE_AUTH_URL' | 'DATABASE_WORKER_URL') =>
    settings[name] === undefined ? app : roleOf(name, settings[name])
  return { app, auth: await other('DATABASE_AUTH_URL'), worker: await other('DATABASE_WORKER_URL') }
}

/** The role a connection works as; a setting that leads nowhere is said by its name. */
async function roleOf(setting: string, url: string): Promise<string> {
  try {
    return await readRoleName({ connectionString: url })
  } catch (error) {
    // A name with several addresses, none of which answers, is an error without a message.
    const { message, code } = error as { message: string; code?: string }
    throw new SettingsError(`${setting}: cannot connect: ${message === '' ? code : message}`)
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
