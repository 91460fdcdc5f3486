import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { urlOf } from './databases.ts'
import type { TestDatabase } from './databases.ts'
import { testSecret } from './given-app.ts'
import { killPostgres, killServers } from './server-process.ts'
import type { Environment } from './server-process.ts'

/** What the processes of a file leave behind goes after its tests. */
const folders: string[] = []
afterAll(async () => {
  killServers()
  for (const folder of folders) {
    await killPostgres(join(folder, 'data')).catch(() => {})
    await rm(folder, { recursive: true, force: true })
  }
})

/** The settings that let a process work on a test's database. */
export function environmentOf(database: TestDatabase): Environment {
  return {
    DATABASE_URL: urlOf(database.app),
    DATABASE_AUTH_URL: urlOf(database.auth),
    DATABASE_OWNER_URL: urlOf(database.owner),
    // All servers of a run share one PostgreSQL.
    DATABASE_POOL_SIZE: '8',
    ALLOT_SECRET: testSecret,
  }
}

/** A folder for an embedded database, which PostgreSQL's own user may enter; removed after the file's tests. */
export async function newDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'allot-data-'))
  folders.push(folder)
  await chmod(folder, 0o755)
  return join(folder, 'data')
}
