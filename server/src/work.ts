import type { FastifyBaseLogger } from 'fastify'
import { openOutbox } from './outbox/outbox.ts'
import type { Outbox } from './outbox/outbox.ts'
import type { Teller } from './outbox/teller.ts'
import { checkWorker } from './platform/catalogue.ts'
import type { ChangeFeed } from './platform/change-feed.ts'
import { SettingsError } from './platform/config.ts'
import type { Connection, Database } from './platform/database.ts'
import type { Schedule, Task } from './platform/worker.ts'
import { openWorker } from './platform/worker.ts'

export type WorkOptions = {
  db: Database
  feed: ChangeFeed
  /** As the role for tasks. */
  connection: Connection
  log: FastifyBaseLogger
  lookEveryMs?: number | undefined
}

export type Working = { outbox: Outbox; close(): Promise<void> }

/** Puts together what is done beside requests: who is told of changes, which tasks there are, and what has its time. */
export async function openWork({ db, feed, connection, log, lookEveryMs }: WorkOptions): Promise<Working> {
  const unprepared = await checkWorker(connection)
  if (unprepared !== undefined) throw new SettingsError(unprepared)
  const work = await openWorker({ connection, log })
  const tellers: Teller[] = []
  const tasks: Task[] = []
  const schedules: Schedule[] = []
  await work.start(tasks, schedules)
  const outbox = openOutbox({ db, feed, tellers, log, lookEveryMs })
  return {
    outbox,
    close: async () => {
      await outbox.close()
      await work.close()
    },
  }
}
