import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { ownerRole } from '../platform/embedded-postgres-files.ts'
import { migrate } from '../platform/migrate.ts'

/** Where the run's PostgreSQL listens. */
export type PostgresAddress = { host: string; port: number }
export type TestConnection = { host: string; port: number; user: string; database: string }

export const appRole = 'allot_app'
export const authRole = 'allot_auth'
export const workerRole = 'allot_worker'
const testRoles = { app: appRole, auth: authRole, worker: workerRole }
const templateDatabase = 'allot_template'

/** A database of one's own: how to connect as the server, as sign-in, for tasks and as the owner. */
export type TestDatabase = Record<'app' | 'auth' | 'worker' | 'owner', TestConnection> & { drop(): Promise<void> }

/** Makes the roles and the migrated database that each test file copies. */
export async function makeTemplate(address: PostgresAddress): Promise<void> {
  for (const role of [appRole, authRole, workerRole]) await asOwner(address, `create role ${role} login`)
  await asOwner(address, `create database ${templateDatabase}`)
  await migrate({ ...address, user: ownerRole, database: templateDatabase }, testRoles)
}

/** Copies the migrated template: about 60 ms. `empty` makes a database without any tables. */
export async function createTestDatabase(
  address: PostgresAddress,
  kind: 'migrated' | 'empty' = 'migrated',
): Promise<TestDatabase> {
  const database = `test_${randomBytes(6).toString('hex')}`
  const as = (user: string): TestConnection => ({ ...address, user, database })
  await asOwner(address, `create database ${database}${kind === 'migrated' ? ` template ${templateDatabase}` : ''}`)
  return {
    app: as(appRole),
    auth: as(authRole),
    worker: as(workerRole),
    owner: as(ownerRole),
    drop: () => asOwner(address, `drop database if exists ${database} with (force)`),
  }
}

/** The address as the settings take it. */
export function urlOf({ host, port, user, database }: TestConnection): string {
  return `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`
}

async function asOwner(address: PostgresAddress, statement: string): Promise<void> {
  const client = new pg.Client({ ...address, user: ownerRole, database: 'postgres' })
  await client.connect()
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await client.query(statement)
        return
      } catch (error) {
        // Another file is copying the template at this very moment.
        if ((error as { code?: string }).code !== '55006' || attempt === 50) throw error
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
  } finally {
    await client.end()
  }
}
