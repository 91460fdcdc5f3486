import { createServer } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer as createListener } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { openEmbeddedPostgres } from '../src/platform/embedded-postgres.ts'
import { ownerRole } from '../src/platform/embedded-postgres-files.ts'
import { migrate } from '../src/platform/migrate.ts'
import { newSecret } from '../src/platform/secrets.ts'
import { startCuttingProxy } from '../src/testing/cutting-proxy.ts'
import type { CuttingProxy } from '../src/testing/cutting-proxy.ts'
import { urlOf } from '../src/testing/databases.ts'
import type { TestConnection } from '../src/testing/databases.ts'
import { runAllot, startServer, startWorker } from '../src/testing/server-process.ts'
import type { Environment } from '../src/testing/server-process.ts'
import { givenSmtp } from '../src/testing/smtp.ts'
import type { TestSmtp } from '../src/testing/smtp.ts'

/** A process that is brought back whenever it goes, as a service manager would. */
export type Supervised = {
  name: string
  address: string
  /** Ends it at once. */
  kill(): Promise<void>
  /** Stops its clock and its work for a while, and lets it go on as if nothing had been. */
  pause(milliseconds: number): Promise<void>
  /** How long it took each time until it was ready again, in milliseconds. */
  recoveries: number[]
  /** Everything that any of its lives has said. */
  output(): string
  stop(): Promise<void>
}

/** Somebody's receiver of webhooks, which notes what it has. */
export type Hooks = { url: string; received: { id: string; body: string }[]; isGone: boolean; close(): Promise<void> }

/** What a run stands on: PostgreSQL behind a line that can be cut, two servers, a worker, and who is told of things. */
export type Stage = {
  servers: readonly Supervised[]
  worker: Supervised
  proxy: CuttingProxy
  smtp: TestSmtp
  hooks: Hooks
  /** PostgreSQL itself, as who owns the tables, past the line that can be cut. */
  asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T>
  killPostgres(): Promise<void>
  /** How long PostgreSQL was back before a server served again, in milliseconds. */
  databaseRecoveries: number[]
  verify(): ReturnType<typeof runAllot>
  close(): Promise<void>
}

const roles = ['allot_app', 'allot_auth', 'allot_worker'] as const
const READY_MS = 30_000

export async function openStage(): Promise<Stage> {
  const directory = await mkdtemp(join(tmpdir(), 'allot-chaos-'))
  const opened: (() => Promise<unknown>)[] = [() => rm(directory, { recursive: true, force: true })]
  const close = async () => {
    for (const undo of opened.toReversed()) await undo()
  }
  try {
    const postgres = await openEmbeddedPostgres({ directory, purpose: 'chaos', mode: 'own', log: () => {} })
    opened.push(() => rm(postgres.directory, { recursive: true, force: true }), postgres.stop)
    const asOwner = async <T>(work: (client: pg.Client) => Promise<T>, database = 'allot'): Promise<T> => {
      const client = new pg.Client(postgres.connection(ownerRole, database))
      client.on('error', () => {})
      await client.connect()
      try {
        return await work(client)
      } finally {
        await client.end().catch(() => {})
      }
    }
    await asOwner(async (client) => {
      for (const role of roles) await client.query(`create role ${role} login`)
      await client.query('create database allot')
    }, 'postgres')
    const [app, auth, worker] = roles
    await migrate(postgres.connection(ownerRole, 'allot'), { app, auth, worker })

    const proxy = await startCuttingProxy(postgres.connection(ownerRole, 'allot'))
    opened.push(proxy.close)
    const smtp = await givenSmtp()
    opened.push(smtp.close)
    const hooks = await openHooks()
    opened.push(hooks.close)

    const through = (user: string): TestConnection => ({ ...proxy.address, user, database: 'allot' })
    const environment: Environment = {
      DATABASE_URL: urlOf(through(app)),
      DATABASE_AUTH_URL: urlOf(through(auth)),
      DATABASE_WORKER_URL: urlOf(through(worker)),
      DATABASE_OWNER_URL: urlOf(postgres.connection(ownerRole, 'allot')),
      ALLOT_SECRET: newSecret(),
      SMTP_URL: smtp.mail.url,
      MAIL_FROM: 'Allot <events@example.org>',
      WEBHOOK_ALLOW_LOOPBACK: '1',
    }
    const servers: Supervised[] = []
    for (const name of ['server 1', 'server 2']) {
      const settings = { ...environment, ALLOT_WORKER: 'off', PORT: String(await freePort()), DATABASE_POOL_SIZE: '8' }
      const server = await supervise(name, () => startServer(settings), `http://127.0.0.1:${settings.PORT}`)
      servers.push(server)
      opened.push(server.stop)
    }
    const teller = await supervise('worker', () => startWorker(environment), undefined)
    opened.push(teller.stop)

    const databaseRecoveries: number[] = []
    return {
      servers,
      worker: teller,
      proxy,
      smtp,
      hooks,
      asOwner: (work) => asOwner(work),
      databaseRecoveries,
      killPostgres: async () => {
        const pid = await asOwner(async (client) => {
          const { rows } = await client.query<{ pid: number }>(
            "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::integer as pid",
          )
          return rows[0]?.pid
        })
        if (pid !== undefined) process.kill(pid, 'SIGKILL')
        await untilAnswered(() => asOwner((client) => client.query('select 1')))
        const back = performance.now()
        const [server] = servers
        if (server) await untilReady(server.address)
        databaseRecoveries.push(performance.now() - back)
      },
      verify: () =>
        runAllot(['verify', '--json'], { ...environment, DATABASE_URL: urlOf(postgres.connection(app, 'allot')) }),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

type Process = {
  output(): string
  pid: number
  exited: Promise<unknown>
  kill(): Promise<unknown>
  stop(): Promise<unknown>
}

async function supervise(
  name: string,
  start: () => Promise<Process>,
  address: string | undefined,
): Promise<Supervised> {
  let isStopping = false
  let now = await start()
  const said: string[] = []
  const recoveries: number[] = []
  let back: Promise<void> = Promise.resolve()
  const revive = async () => {
    const since = performance.now()
    said.push(now.output())
    // It may come back while PostgreSQL is away: then it ends at once, and is started again.
    while (!isStopping) {
      const next = await start().catch((error: unknown) => void said.push(String(error)))
      if (next) {
        now = next
        if (address !== undefined) await untilReady(address)
        recoveries.push(performance.now() - since)
        return
      }
      await sleep(200)
    }
  }
  const watch = async () => {
    while (!isStopping) {
      await now.exited
      if (isStopping) return
      back = revive()
      await back
    }
  }
  void watch()
  return {
    name,
    address: address ?? '',
    recoveries,
    output: () => [...said, now.output()].join('\n'),
    kill: async () => {
      await back
      await now.kill()
    },
    pause: async (milliseconds) => {
      await back
      try {
        process.kill(now.pid, 'SIGSTOP')
        await sleep(milliseconds)
      } finally {
        process.kill(now.pid, 'SIGCONT')
      }
    },
    stop: async () => {
      isStopping = true
      await back.catch(() => {})
      await now.stop()
    },
  }
}

async function openHooks(): Promise<Hooks> {
  const received: Hooks['received'] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (hooks.isGone) return void request.socket.destroy()
      const body = Buffer.concat(chunks).toString('utf8')
      received.push({ id: String(request.headers['webhook-id']), body })
      response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const hooks: Hooks = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    received,
    isGone: false,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
  return hooks
}

/** Waits until a server says that it takes requests. @throws Error where it does not in time */
export function untilReady(address: string): Promise<void> {
  return untilAnswered(async () => {
    const { status } = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(1_000) })
    if (status !== 200) throw new Error(`readyz says ${status}`)
  })
}

async function untilAnswered(ask: () => Promise<unknown>): Promise<void> {
  const deadline = performance.now() + READY_MS
  for (;;) {
    try {
      await ask()
      return
    } catch (error) {
      if (performance.now() > deadline) throw error
      await sleep(20)
    }
  }
}

async function freePort(): Promise<number> {
  const listener = createListener()
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const { port } = listener.address() as AddressInfo
  await new Promise((resolve) => listener.close(resolve))
  return port
}
