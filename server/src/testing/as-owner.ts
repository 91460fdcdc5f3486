import pg from 'pg'
import type { TestDatabase } from './databases.ts'

/** Runs statements as the role that owns the tables: what no server may do, and what a test of the proofs must. */
export async function asOwner<Row extends object = Record<string, unknown>>(
  database: TestDatabase,
  statement: string,
  parameters: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client(database.owner)
  await client.connect()
  try {
    const { rows } = await client.query<Row>(statement, parameters)
    return rows
  } finally {
    await client.end()
  }
}

const tables = [
  'tenants',
  'users',
  'api_keys',
  'events',
  'event_books',
  'event_options',
  'pickup_slots',
  'registrations',
  'ledger_entries',
  'audit_entries',
  'webhook_endpoints',
  'webhook_deliveries',
]

/** A fingerprint of every row there is, by table: two that are equal mean that nothing was written in between. */
export async function fingerprint(database: TestDatabase): Promise<Record<string, string>> {
  const parts = tables.map(
    (
      table,
    ) => `select '${table}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print
                  from ${table} t`,
  )
  const rows = await asOwner<{ name: string; print: string }>(database, parts.join(' union all '))
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]))
}
