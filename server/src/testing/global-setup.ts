import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openEmbeddedPostgres } from '../platform/embedded-postgres.ts'
import { ownerRole } from '../platform/embedded-postgres-files.ts'
import { makeTemplate } from './databases.ts'
import type { PostgresAddress } from './databases.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: PostgresAddress
  }
}

/** Starts one PostgreSQL for the run, with a migrated database that each test file copies. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'allot-test-'))
  const postgres = await openEmbeddedPostgres({ directory, purpose: 'tests', mode: 'own', log: () => {} })
  const { host, port } = postgres.connection(ownerRole, 'postgres')
  await makeTemplate({ host, port })
  project.provide('postgres', { host, port })
  return async () => {
    await postgres.stop()
    await rm(postgres.directory, { recursive: true, force: true })
    await rm(directory, { recursive: true, force: true })
  }
}
