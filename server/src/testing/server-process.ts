import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { embeddedDatabase } from '../platform/embedded-database.ts'
import { ownerRole } from '../platform/embedded-postgres-files.ts'
import type { Client, Json, Reply } from './reply.ts'

/** Settings of a process, as its environment. */
export type Environment = Record<string, string>
export type Exit = { code: number | null; signal: NodeJS.Signals | null }

/** A real server, in a process of its own. */
export type ServerProcess = {
  address: string
  pid: number
  /** A client with an API key, the operator's token, or nothing. Its connections are kept alive. */
  as(credential: string | undefined): Client
  /** When it has ended, however that came about. */
  exited: Promise<Exit>
  /** Everything it has said so far. */
  output(): string
  /** Ends it at once, as the kernel would: no word, no cleaning up. */
  kill(): Promise<Exit>
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<Exit>
}

/** The operator's token at every server started here. */
export const operatorKey = 'operator-of-the-test-processes'

const cli = fileURLToPath(new URL('../cli.ts', import.meta.url))
const START_MS = 25_000
const ANSWER_MS = 25_000

const running = new Set<ChildProcess>()
process.once('exit', killServers)

/** Ends every process that was started here and still runs. */
export function killServers(): void {
  running.forEach((child) => child.kill('SIGKILL'))
}

/** Ends the PostgreSQL of an embedded database at once, where one runs. */
export async function killPostgres(dataFolder: string): Promise<void> {
  const [pid = ''] = await readPostmaster(dataFolder)
  process.kill(Number.parseInt(pid, 10), 'SIGKILL')
}

/** Runs a statement in an embedded database as the role that owns the tables: for what no API brings about. */
export async function askPostgres(dataFolder: string, statement: string, parameters: unknown[]): Promise<void> {
  const [, , , port, host = ''] = await readPostmaster(dataFolder)
  const client = new pg.Client({ host, port: Number(port), user: ownerRole, database: embeddedDatabase })
  await client.connect()
  try {
    await client.query(statement, parameters)
  } finally {
    await client.end()
  }
}

/** The lines of PostgreSQL's own file: its number first, in the fourth its port, in the fifth where its socket is. */
async function readPostmaster(dataFolder: string): Promise<string[]> {
  return (await readFile(join(dataFolder, 'database', 'postmaster.pid'), 'utf8')).split('\n')
}

/** Starts `allot serve` on a free port, and waits until it takes requests. @throws Error with what it said, where it ends instead */
export async function startServer(environment: Environment): Promise<ServerProcess> {
  const { child, exited, output } = start(['serve'], {
    PORT: '0',
    LOG_LEVEL: 'warn',
    ALLOT_OPERATOR_TOKEN: operatorKey,
    ...environment,
  })
  const exit = exited.then((how) => Promise.reject(new Error(`the server ended (${JSON.stringify(how)}): ${output()}`)))
  exit.catch(() => {})
  const address = await Promise.race([exit, addressOf(output)])
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    return exited
  }
  return {
    address,
    pid: child.pid ?? 0,
    as: (credential) => clientAt(address, credential),
    exited,
    output,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

/** Starts `allot worker`, and waits until it works. @throws Error with what it said, where it ends instead */
export async function startWorker(environment: Environment): Promise<Omit<ServerProcess, 'address' | 'as'>> {
  const { child, exited, output } = start(['worker'], { LOG_LEVEL: 'warn', ...environment })
  const exit = exited.then((how) => Promise.reject(new Error(`the worker ended (${JSON.stringify(how)}): ${output()}`)))
  exit.catch(() => {})
  await Promise.race([exit, untilSaid(output, /allot worker: working/)])
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    return exited
  }
  return { pid: child.pid ?? 0, exited, output, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}

export async function startServers(count: number, environment: Environment): Promise<ServerProcess[]> {
  return Promise.all(Array.from({ length: count }, () => startServer(environment)))
}

/** Runs one command of `allot` to its end. */
export async function runAllot(
  words: string[],
  environment: Environment,
): Promise<Exit & { said: string; json(): Json; result: string }> {
  const { exited, output, result } = start(words, environment)
  const exit = await exited
  return { ...exit, said: output(), result: result(), json: () => JSON.parse(result()) as Json }
}

/** A client of a server anywhere, with every answer's JSON read. */
export function clientAt(address: string, credential: string | undefined): Client {
  const authorization: Record<string, string> =
    credential === undefined ? {} : { authorization: `Bearer ${credential}` }
  const send = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> => {
    const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
    const reply = await fetch(`${address}${path}`, {
      method,
      headers: { ...authorization, ...type, ...headers },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_MS),
    })
    const text = await reply.text()
    const isJson = /json/.test(reply.headers.get('content-type') ?? '')
    return {
      status: reply.status,
      body: (isJson ? JSON.parse(text) : null) as Json,
      text,
      headers: Object.fromEntries(reply.headers),
    }
  }
  return {
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body, headers),
    put: (path, body, headers) => send('PUT', path, body, headers),
    delete: (path, headers) => send('DELETE', path, undefined, headers),
  }
}

function start(words: string[], environment: Environment) {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [cli, ...words], {
    env: { PATH, HOME, TMPDIR: tmpdir(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let output = ''
  let result = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
    result += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text))
  const exited = new Promise<Exit>((resolve) => {
    // 'close' comes after 'exit', once everything it said has been read.
    child.once('close', (code, signal) => {
      running.delete(child)
      resolve({ code, signal })
    })
  })
  return { child, exited, output: () => output, result: () => result }
}

async function addressOf(output: () => string): Promise<string> {
  const [, port] = await untilSaid(output, /ready at http:\/\/localhost:(\d+)/)
  return `http://127.0.0.1:${port}`
}

async function untilSaid(output: () => string, words: RegExp): Promise<RegExpExecArray> {
  const deadline = performance.now() + START_MS
  while (performance.now() < deadline) {
    const said = words.exec(output())
    if (said) return said
    await sleep(20)
  }
  throw new Error(`it did not say ${words} in time: ${output()}`)
}
