import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { makeFolder, writeForPostgres } from '../platform/embedded-postgres-account.ts'
import { ownerRole } from '../platform/embedded-postgres-files.ts'
import { openEmbeddedPostgres } from '../platform/embedded-postgres.ts'
import { createTestDatabase, makeTemplate } from './databases.ts'
import type { TestConnection, TestDatabase } from './databases.ts'

/** A database, and another PostgreSQL that follows it by streaming. */
export type Followed = {
  database: TestDatabase
  /** How to connect to the one that follows, as the server does. */
  follower: TestConnection
  /** Lets the follower fall behind. */
  pause(): Promise<void>
  /** Lets it go on, and waits until it has seen all there is. */
  goOn(): Promise<void>
  stopFollower(): Promise<void>
  /** Stops both, and leaves nothing behind. */
  close(): Promise<void>
}

/** A PostgreSQL of its own with a streaming replica beside it. */
export async function givenFollowed(): Promise<Followed> {
  const folder = await mkdtemp(join(tmpdir(), 'allot-test-'))
  const [here, there] = [join(folder, 'leader'), join(folder, 'follower')]
  const open = (directory: string, settings = {}) =>
    openEmbeddedPostgres({ directory, purpose: 'tests', mode: 'own', log: () => {}, settings })

  // Copied while it stands still, it is the same database, and follows from there on.
  const made = await open(here)
  await made.stop()
  const target = await makeFolder(made.directory === here ? there : `${made.directory}-follower`)
  await promisify(execFile)('cp', ['-a', join(made.directory, 'database'), target])
  await writeForPostgres(join(target, 'database', 'standby.signal'), '')
  const leader = await open(here)
  const { host, port } = leader.connection(ownerRole, 'postgres')
  const follower = await open(target, { primary_conninfo: `host=${host} port=${port} user=${ownerRole}` })

  await makeTemplate({ host, port })
  const database = await createTestDatabase({ host, port })
  const ask = async (connection: TestConnection, text: string) => {
    const client = new pg.Client(connection)
    await client.connect()
    try {
      return String((await client.query<{ said: unknown }>(text)).rows[0]?.said)
    } finally {
      await client.end()
    }
  }
  const following = follower.connection(ownerRole, 'postgres')
  const goOn = async () => {
    await ask(following, 'select pg_wal_replay_resume() as said')
    const position = await ask(database.owner, 'select pg_current_wal_lsn()::text as said')
    const isThere = `select pg_last_wal_replay_lsn() >= '${position}' as said`
    while ((await ask(following, isThere)) !== 'true') await sleep(10)
  }
  await goOn()
  return {
    database,
    follower: follower.connection(database.app.user, database.app.database),
    pause: async () => void (await ask(following, 'select pg_wal_replay_pause() as said')),
    goOn,
    stopFollower: () => follower.stop(),
    close: async () => {
      await follower.stop()
      await leader.stop()
      for (const gone of [folder, made.directory, target]) await rm(gone, { recursive: true, force: true })
    },
  }
}
