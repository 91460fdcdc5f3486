import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { asOwner } from '../testing/as-owner.ts'
import { createTestDatabase } from '../testing/databases.ts'
import type { TestDatabase } from '../testing/databases.ts'
import { createLog } from './log.ts'
import { openWorker } from './worker.ts'
import type { Task, Work } from './worker.ts'

const log = createLog('silent')
let database: TestDatabase
const open: Work[] = []
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'))
})
afterAll(async () => {
  await Promise.all(open.map((work) => work.close()))
  await database.drop()
})

async function givenWorker(
  perform: Task['perform'] = () => Promise.resolve(),
  more: Partial<Task> = {},
): Promise<Work> {
  const work = await openWorker({ connection: database.worker, log, heartbeatSeconds: 10 })
  open.push(work)
  await work.start([{ queue: 'letters', concurrency: 2, seconds: 30, perform, ...more }], [])
  return work
}

const eventually = async (isSo: () => boolean | Promise<boolean>, seconds = 20): Promise<void> => {
  const deadline = performance.now() + seconds * 1000
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error('it never came to that')
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

test('three servers that start at once make the tables once, and each task is done by one of them', async () => {
  const done: string[] = []
  const perform = ({ id = '' }: Record<string, string>) => Promise.resolve(void done.push(id))
  const [work] = await Promise.all([givenWorker(perform), givenWorker(perform), givenWorker(perform)])
  const ids = Array.from({ length: 60 }, (_none, index) => String(index))
  await work.enqueue(
    'letters',
    ids.map((id) => ({ data: { id }, key: id })),
  )
  await eventually(() => done.length >= ids.length)
  expect(done.toSorted()).toEqual(ids.toSorted())
  const tables = await asOwner<{ owner: string }>(
    database,
    "select distinct tableowner as owner from pg_tables where schemaname = 'worker'",
  )
  expect(tables).toEqual([{ owner: database.worker.user }])
})

test('of those with one key one waits at most', async () => {
  const work = await givenWorker()
  const after = new Date(Date.now() + 3600_000)
  for (let time = 0; time < 3; time += 1) await work.enqueue('letters', [{ data: {}, key: 'same', after }])
  const waiting = await asOwner(database, "select from worker.job where singleton_key = 'same'")
  expect(waiting).toHaveLength(1)
})

test('what fails is tried again', async () => {
  let tries = 0
  const work = await openWorker({ connection: database.worker, log })
  open.push(work)
  const perform = () => {
    tries += 1
    return tries === 1 ? Promise.reject(new Error('not yet')) : Promise.resolve()
  }
  await work.start([{ queue: 'others', concurrency: 1, seconds: 30, perform }], [])
  await work.enqueue('others', [{ data: {}, key: 'one' }])
  await eventually(() => tries === 2, 25)
  expect(tries).toBe(2)
})

test('a task whose server has gone is begun anew elsewhere, within a minute', async () => {
  // A server that took it and died: its sign of life is older than it may be, and nobody says how it ended.
  const done: string[] = []
  await givenWorker(({ id = '' }) => Promise.resolve(void done.push(id)), { queue: 'orphans' })
  await asOwner(
    database,
    `insert into worker.job (name, data, state, started_on, heartbeat_on, heartbeat_seconds, expire_seconds, retry_limit, retry_delay, retry_backoff, policy, keep_until)
     values ('orphans', '{"id":"orphan"}', 'active', now() - interval '21 s', now() - interval '21 s', 10, 60, 3, 0, false, 'short', now() + interval '1 day')`,
  )
  const begun = performance.now()
  await eventually(() => done.includes('orphan'), 60)
  expect(performance.now() - begun).toBeLessThan(60_000)
}, 70_000)
