import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { ReferenceSettings } from './references/reference-server.ts'

/** A process that answers at a port, until it is stopped. */
export type Listening = { port: number; stop(): Promise<void> }

/** The real server as a process of its own, as `npm start` starts it, with its default settings but for the worker. */
export type RunningServer = Listening & {
  /** When it was ready: in microseconds of the system's steady clock, which profiles use, too. */
  readyAt: number
  /** Resident memory in megabytes, now and at its peak; undefined where the system does not say. */
  memory(): Promise<{ now: number; peak: number } | undefined>
}

export type ServerOptions = {
  app: UnixAddress
  auth: UnixAddress
  secret: string
  logFile: string
  profileTo: string | undefined
}
type UnixAddress = { host: string; port: number; user: string; database: string }

const root = fileURLToPath(new URL('../../', import.meta.url))
const START_MS = 20_000

export async function startServer({ app, auth, secret, logFile, profileTo }: ServerOptions): Promise<RunningServer> {
  const profiling = profileTo === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileTo}`]
  const settings = {
    PORT: '0',
    DATABASE_URL: urlOf(app),
    DATABASE_AUTH_URL: urlOf(auth),
    ALLOT_SECRET: secret,
    // As docs/operating/messages.md says for a rush: telling is left to `allot worker`, and nobody waits for messages here.
    ALLOT_WORKER: 'off',
  }
  const { child, ...listening } = await start([...profiling, ...(await startArguments())], settings, logFile)
  const readyAt = Number(process.hrtime.bigint() / 1_000n)
  return { ...listening, readyAt, memory: () => readMemory(child) }
}

/** The references behind HTTP, as another process. */
export async function startReferences(settings: ReferenceSettings, logFile: string): Promise<Listening> {
  const program = fileURLToPath(new URL('references/reference-server.ts', import.meta.url))
  const { port, stop } = await start([program], { REFERENCE: JSON.stringify(settings) }, logFile)
  return { port, stop }
}

/** Starts a Node that says in its first lines where it is ready. */
async function start(
  words: string[],
  settings: Record<string, string>,
  logFile: string,
): Promise<Listening & { child: ChildProcess }> {
  const log = await open(logFile, 'w')
  const child = spawn(process.execPath, words, {
    cwd: root,
    env: { PATH: process.env['PATH'], ...settings },
    stdio: ['ignore', log.fd, log.fd],
  })
  await log.close()
  try {
    const port = await readPort(child, logFile)
    return { child, port, stop: () => stop(child) }
  } catch (error) {
    await stop(child)
    throw error
  }
}

/** What `npm start` gives to Node: its flags are part of what is measured. */
async function startArguments(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }
  const said = /\bnode (?<words>(?:--\S+ )*server\/.+)$/.exec(scripts.start)?.groups?.['words']
  if (said === undefined) throw new Error(`npm start does not start node: ${scripts.start}`)
  return said.split(' ')
}

async function readPort(child: ChildProcess, logFile: string): Promise<number> {
  const giveUpAt = performance.now() + START_MS
  while (child.exitCode === null && performance.now() < giveUpAt) {
    const said = /ready at http:\/\/localhost:(\d+)/.exec(await readFile(logFile, 'utf8'))
    if (said) return Number(said[1])
    await sleep(50)
  }
  throw new Error(`the server did not start:\n${await readFile(logFile, 'utf8')}`)
}

async function readMemory({ pid }: ChildProcess): Promise<{ now: number; peak: number } | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const megabytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024
  const [now, peak] = [megabytes('VmRSS'), megabytes('VmHWM')]
  return Number.isNaN(now) || Number.isNaN(peak) ? undefined : { now, peak }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

function urlOf({ host, port, user, database }: UnixAddress): string {
  return `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`
}
