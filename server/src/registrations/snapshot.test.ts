import { expect, test } from 'vitest'
import { openDatabase } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { asOwner } from '../testing/as-owner.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import { lockSnapshot } from './snapshot.sql.ts'

test('looking for an answer reads one key, also with a plan from when the table was empty', async () => {
  const server = await givenApp()
  const { tenantId } = await givenTenant(server)
  const db = openDatabase(server.database.app, 1)
  const wanted = {
    registrations: [],
    givenUp: [],
    people: [],
    slots: [],
    byOwner: false,
    claims: [{ callerId: newId(), operation: 'decideRegistration', key: 'none' }],
  }
  // PostgreSQL counts what a transaction has read of each table.
  const readOfKeys = () =>
    db.transactionOnRows(tenantId, async (tx) => {
      await lockSnapshot(tx, { tenantId, eventId: newId() }, wanted)
      const [row] = await tx.query<{ read: number }>(
        "select seq_tup_read + idx_tup_fetch as read from pg_stat_xact_user_tables where relname = 'idempotency_keys'",
      )
      return row?.read
    })
  try {
    expect(await readOfKeys()).toBeLessThan(10)
    await asOwner(
      server.database,
      `insert into idempotency_keys (tenant_id, caller_id, operation, key, request_hash)
       select $1, uuidv7(), 'decideRegistration', 'key ' || nr, sha256('') from generate_series(1, 5000) as nr`,
      [tenantId],
    )
    expect(await readOfKeys()).toBeLessThan(10)
  } finally {
    await db.close()
  }
})
