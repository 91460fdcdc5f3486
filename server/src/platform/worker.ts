import type { FastifyBaseLogger } from 'fastify'
import { PgBoss } from 'pg-boss'
import type { Connection } from './database.ts'

/** Something that is done later, or again: what it does must come to the same when it is done twice. */
export type Task = {
  queue: string
  /** So many of them at once in one process; what waits longer keeps only its own queue waiting. */
  concurrency: number
  /** Longest one may take, in seconds; after that it is begun anew, here or elsewhere. */
  seconds: number
  perform(data: Record<string, string>): Promise<void>
}

/** Something that is done at certain times, by one server of all. */
export type Schedule = {
  name: string
  /** As cron says it, in UTC; never more often than once a minute. */
  every: string
  perform(): Promise<void>
}

/** One task to be done. `data` are ids, and nothing that a tenant says. */
export type Asked = {
  data: Record<string, string>
  /** Not before. */
  after?: Date | undefined
  /** Of those with the same key one waits at most; another may be under way. */
  key: string
  /** Goes before all that wait in its queue and are not. */
  isUrgent?: boolean
}

export type Work = {
  /** Begins to do tasks, and to keep to schedules. Once, before anything is asked for. */
  start(tasks: readonly Task[], schedules: readonly Schedule[]): Promise<void>
  /**
   * Asks for tasks. That is no part of anybody's transaction: the rows that they are about are the truth, and whoever keeps
   * them looks every now and then for what is due and has no task.
   */
  enqueue(queue: string, asked: readonly Asked[]): Promise<void>
  /** Takes no more tasks, and waits for those under way, for a bounded time. */
  close(): Promise<void>
}

export type WorkerOptions = {
  /** As the role that sees the schema `worker`, and need see nothing else. */
  connection: Connection
  log: FastifyBaseLogger
  /** After how many seconds without a sign of life a task is taken from a server; at least 10. */
  heartbeatSeconds?: number
}

export const workerSchema = 'worker'
const MOST_CONNECTIONS = 4
const HEARTBEAT_SECONDS = 20
/** How often it is looked for tasks whose server has gone; with the heartbeat before it, well below a minute. */
const WATCH_SECONDS = 10
/** How often each queue is looked at without being told, by the first of its hands and by the others. */
const POLL_SECONDS = { first: 2, others: 60 }
const STOP_MS = 10_000
const SCHEDULES = 'schedules'

/**
 * Opens the queues that all servers share. pg-boss makes its tables at the first start, and changes them when it has a newer
 * form, under a lock: of several servers starting at once one does.
 */
export async function openWorker(options: WorkerOptions): Promise<Work> {
  const { connection, log, heartbeatSeconds = HEARTBEAT_SECONDS } = options
  const { connectionString, host, port, user, database, password } = connection
  const given = { connectionString, host, port, user, database }
  const boss = new PgBoss({
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    ...(typeof password === 'string' ? { password } : {}),
    application_name: 'allot works',
    schema: workerSchema,
    createSchema: false,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: 5_000,
    superviseIntervalSeconds: WATCH_SECONDS,
    monitorIntervalSeconds: WATCH_SECONDS,
    cronMonitorIntervalSeconds: 15,
  })
  boss.on('error', (error) => log.warn({ err: error }, 'the worker has trouble; it goes on'))
  boss.on('warning', ({ message }) => log.debug(`worker: ${message}`))
  await boss.start()
  const hands = new Map<string, string[]>()
  const wake = (queue: string) => {
    for (const id of hands.get(queue) ?? []) boss.notifyWorker(id)
  }

  async function addTask({ queue, concurrency, seconds, perform }: Task): Promise<void> {
    await makeQueue(queue, seconds)
    const ids: string[] = []
    hands.set(queue, ids)
    for (let hand = 0; hand < concurrency; hand += 1) {
      const pollingIntervalSeconds = hand === 0 ? POLL_SECONDS.first : POLL_SECONDS.others
      const id = await boss.work<Record<string, string>>(queue, { pollingIntervalSeconds }, async (jobs) => {
        // Where there is one there may be more: the others look as well, and this one does not wait either.
        wake(queue)
        for (const { data } of jobs) await perform(data)
      })
      ids.push(id)
    }
  }

  async function makeQueue(queue: string, seconds: number): Promise<void> {
    const options = {
      expireInSeconds: seconds,
      heartbeatSeconds,
      retryLimit: 3,
      retryDelay: 5,
      retryBackoff: true,
      retentionSeconds: 7 * 24 * 3600,
      deleteAfterSeconds: 3600,
    }
    await boss.createQueue(queue, { policy: 'short', ...options })
    await boss.updateQueue(queue, options)
  }

  return {
    start: async (tasks, schedules) => {
      for (const task of tasks) await addTask(task)
      const byName = new Map(schedules.map((schedule) => [schedule.name, schedule]))
      await addTask({
        queue: SCHEDULES,
        concurrency: 1,
        seconds: 300,
        perform: async ({ name = '' }) => byName.get(name)?.perform(),
      })
      for (const { name, every } of schedules)
        await boss.schedule(SCHEDULES, every, { name }, { key: name, singletonKey: name })
      // What a later version no longer knows would be asked for without end.
      for (const { key } of await boss.getSchedules(SCHEDULES)) {
        if (!byName.has(key)) await boss.unschedule(SCHEDULES, key)
      }
    },
    enqueue: async (queue, asked) => {
      if (asked.length === 0) return
      await boss.insert(
        queue,
        asked.map(({ data, after, key, isUrgent = false }) => ({
          data,
          priority: isUrgent ? 1 : 0,
          ...(after === undefined ? {} : { startAfter: after }),
          singletonKey: key,
        })),
      )
      wake(queue)
    },
    close: () => boss.stop({ graceful: true, timeout: STOP_MS, close: true }),
  }
}
