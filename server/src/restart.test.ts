import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ownerRole } from './platform/embedded-postgres-files.ts'
import type { Json } from './testing/reply.ts'
import { newDataFolder } from './testing/processes.ts'
import { killPostgres, runAllot, startServer } from './testing/server-process.ts'
import type { ServerProcess } from './testing/server-process.ts'
import { readAll, startWriters } from './testing/writers.ts'
import type { Scene, Told, Writers } from './testing/writers.ts'

vi.setConfig({ testTimeout: 120_000 })

describe('a server with its own PostgreSQL, under eight writers who never pause', () => {
  let folder: string
  let environment: Record<string, string>
  let server: ServerProcess
  let scene: Scene
  let auditor: string
  const told: Told[] = []

  beforeAll(async () => {
    folder = await newDataFolder()
    // The same port every time, as clients have it.
    environment = { DATA_DIR: folder, PORT: String(await freePort()) }
    server = await startServer(environment)
    const { tenants } = (await runAllot(['fixtures', 'two-tenants', '--json'], environment)).json()
    const keys = tenants?.[0]?.users
    const as = (role: string) => String(keys?.[role]?.api_key)
    auditor = as('auditor')
    scene = await makeScene(server, as)
  })
  afterAll(() => server.stop())

  /** Runs a story while people write, lets them go on a while after it, and checks that everything is right. */
  async function whileWriting(story: (writers: Writers) => Promise<void>): Promise<void> {
    const writers = startWriters(scene)
    await writers.goOn()
    await story(writers)
    await writers.goOn()
    await writers.stop()
    expect(writers.strange).toEqual([])
    told.push(...writers.told)
    await expectEverythingTold()
    await expectIntact()
  }

  /** Every good answer ever given is there, and each key has changed one thing once. */
  async function expectEverythingTold(): Promise<void> {
    const client = server.as(auditor)
    const statuses = new Map<string, string>()
    for (const { id, status } of await readAll(client, `${scene.eventPath}/registrations`))
      statuses.set(String(id), String(status))
    const byKey = new Map<string, Json[]>()
    for (const entry of await readAll(client, `${scene.eventPath}/audit`)) {
      const key = String(entry.idempotency_key)
      byKey.set(key, [...(byKey.get(key) ?? []), entry])
    }
    // Every round ends with giving up.
    const last = new Map(told.map(({ registrationId, asked }) => [registrationId, asked]))
    expect(last.size).toBeGreaterThan(8)
    for (const { key, registrationId } of told) {
      expect((byKey.get(key) ?? []).map(({ subject_id: subject }) => String(subject))).toEqual([registrationId])
    }
    for (const [registrationId, status] of last) expect(statuses.get(registrationId)).toBe(status)
  }

  async function expectIntact(): Promise<void> {
    const verified = await runAllot(['verify', '--json'], environment)
    expect(verified.json()).toMatchObject({ deviations: [] })
    expect(verified.code).toBe(0)
  }

  test('killed three times, it comes back with everything that was ever answered', async () => {
    await whileWriting(async (writers) => {
      for (const milliseconds of [0, 130, 270]) {
        await sleep(milliseconds)
        await server.kill()
        server = await startServer(environment)
        await writers.goOn()
      }
      expect(writers.repeats()).toBeGreaterThan(0)
    })
  })

  test('with PostgreSQL killed under it, it brings it back by itself, and answers 503 meanwhile', async () => {
    const { pid } = server
    await whileWriting(async (writers) => {
      await killPostgres(folder)
      const slowest = await slowestAnswer(server, 2_000)
      expect(slowest).toBeLessThan(5_000)
      await writers.goOn()
    })
    expect(server.pid).toBe(pid)
    expect(server.output()).toMatch(/PostgreSQL is back after/)
  })

  test('asked to stop, it answers what it has, takes nothing new, and says that all is well', async () => {
    await whileWriting(async () => {
      const owner = new pg.Client({ host: join(folder, 'database'), user: ownerRole, database: 'allot' })
      owner.on('error', () => {})
      await owner.connect()
      const eventId = scene.eventPath.split('/')[2]
      await owner.query('begin')
      await owner.query('select from event_books where event_id = $1 for update', [eventId])
      const decider = server.as(scene.decider)
      // It waits for the lock: it is under way when the server is asked to stop.
      const underWay = decider.post(`${scene.eventPath}/register`, { event_option_id: scene.optionId })
      await sleep(200)
      const stopping = server.stop()
      await sleep(200)
      await expect(decider.get('/readyz')).rejects.toThrow()
      await owner.query('rollback')
      expect((await underWay).status).toBe(201)
      await owner.end().catch(() => {})
      expect(await stopping).toEqual({ code: 0, signal: null })
      server = await startServer(environment)
    })
  })

  test('a second server on the same folder is refused, and told by whom it is taken', async () => {
    const refused = startServer({ ...environment, PORT: '0' })
    await expect(refused).rejects.toThrow(
      `allot: ${folder} is already in use by allot serve (pid ${server.pid}). Stop it, or set DATA_DIR to another folder.`,
    )
    await expect(refused).rejects.toThrow('"code":1')
    expect((await server.as(undefined).get('/readyz')).status).toBe(200)
  })
})

async function makeScene(server: ServerProcess, as: (role: string) => string): Promise<Scene> {
  const organizer = server.as(as('organizer'))
  const event = { name: 'Long night', event_type: 'SOCIAL', event_budget_amount: 1_000_000 }
  const eventPath = `/events/${String((await organizer.post('/events', event)).body.id)}`
  const option = { option_name: 'Mug', option_type: 'INVENTORY', total_available: 1000, cost_per_unit: 2.5 }
  const optionId = String((await organizer.post(`${eventPath}/options`, option)).body.id)
  const people: string[] = []
  for (let count = 1; count <= 8; count += 1) {
    const person = { email: `p${count}@aster.example.org`, name: `Person ${count}`, role: 'member' }
    people.push(String((await server.as(as('owner')).post('/users', person)).body.id))
  }
  return { address: server.address, eventPath, optionId, registrar: as('approver'), decider: as('organizer'), people }
}

/** Asks all kinds of things for a while: each is answered, with what it should be or with 503. */
async function slowestAnswer(server: ServerProcess, milliseconds: number): Promise<number> {
  const until = performance.now() + milliseconds
  let slowest = 0
  const ask = async (path: string, credential: string | undefined, expected: number) => {
    while (performance.now() < until) {
      const begun = performance.now()
      const { status, headers, text } = await server.as(credential).get(path)
      slowest = Math.max(slowest, performance.now() - begun)
      expect([status, text]).toEqual([status === 503 ? 503 : expected, text])
      if (status === 503) expect(headers['retry-after']).toMatch(/^\d+$/)
      await sleep(10)
    }
  }
  await Promise.all([
    ask('/healthz', undefined, 200),
    ask('/readyz', undefined, 200),
    ask('/events', undefined, 401),
    ask('/nowhere', undefined, 404),
    ask('/events', `allot_unknown_key`, 401),
  ])
  return slowest
}

/** A port that nobody has right now. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
