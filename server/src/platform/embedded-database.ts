import pg from 'pg'
import type { Connection } from './database.ts'

/** The database in the embedded PostgreSQL, and the roles the server works as; none of them may bypass anything. */
export const embeddedDatabase = 'allot'
export const embeddedRoles = { app: 'allot_app', auth: 'allot_auth', worker: 'allot_worker' }

/** Makes the database and its roles where they are not there yet. Whoever calls owns the directory: nobody else is at it. */
export async function prepareEmbeddedDatabase(owner: Connection): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>('select rolname as name from pg_roles')
    const known = new Set(rows.map(({ name }) => name))
    for (const role of Object.values(embeddedRoles)) {
      if (!known.has(role)) {
        await client.query(`create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole`)
      }
    }
    const { rowCount } = await client.query('select from pg_database where datname = $1', [embeddedDatabase])
    if (rowCount === 0) await client.query(`create database ${embeddedDatabase}`)
  } finally {
    await client.end()
  }
}
