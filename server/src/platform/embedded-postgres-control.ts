import { copyFile, lstat, mkdir, open, readFile, readlink, rm, stat, truncate } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import {
  canEnter,
  giveToPostgres,
  isPostgresUser,
  oneLine,
  shortHash,
  writeForPostgres,
} from './embedded-postgres-account.ts'
import { runTool } from './embedded-postgres-files.ts'
import type { PostgresFiles } from './embedded-postgres-files.ts'

/** Nothing listens on it: with `listen_addresses = ''` the number is only part of the socket's name. */
export const port = 5432

export type Settings = Record<string, string>

const socketName = `.s.PGSQL.${port}`
const startSeconds = 30
const stopSeconds = 30
const logLimitBytes = 8 * 1024 * 1024

// A socket's path must fit into sun_path: 104 bytes on macOS, 108 on Linux; some room for both.
const socketPathLimitBytes = 100

const settingsOfAllot: Settings = {
  listen_addresses: '',
  port: String(port),
  unix_socket_permissions: '0700',
  cluster_name: 'allot',
  max_connections: '60',
  shared_buffers: '128MB',
  fsync: 'on',
  synchronous_commit: 'on',
  wal_compression: 'pglz',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] %a ',
  log_checkpoints: 'off',
  lc_messages: 'C',
}

/**
 * Starts PostgreSQL and waits until it takes connections. Another process doing the same at the same time is fine:
 * PostgreSQL lets one of them through, and both find it running.
 *
 * @throws Error in one line, with what PostgreSQL's log says
 */
export async function startPostgres(files: PostgresFiles, settings: Settings, signal: AbortSignal): Promise<void> {
  const giveUpAt = Date.now() + startSeconds * 1000
  for (;;) {
    signal.throwIfAborted()
    const folder = await socketFolder(files)
    await writeSettings(files, { unix_socket_directories: `"${folder.replaceAll('"', '""')}"`, ...settings })
    await removeStaleLock(join(files.database, 'postmaster.pid'), files)
    await removeStaleLock(join(folder, `${socketName}.lock`), files)
    const logSize = await openLog(files)
    // pg_ctl detaches PostgreSQL from our terminal, whose Ctrl-C then reaches only us.
    const args = ['start', '-w', '-s', '-t', String(startSeconds), '-D', files.database, '-l', files.logFile]
    const started = await runTool(files, 'pg_ctl', args)
    if (started.succeeded || (await isRunning(files))) return

    // After kill -9 of PostgreSQL its children live on for a moment, and it rightly refuses to start beside them.
    const said = await logSince(files, logSize)
    const isWaiting = said.includes('pre-existing shared memory block')
    if (!isWaiting || Date.now() > giveUpAt) {
      throw new Error(`PostgreSQL did not start in ${files.directory}: ${said || started.output}`)
    }
    await sleep(100)
  }
}

/** Stops PostgreSQL: open transactions are rolled back, everything committed is on disk. */
export async function stopPostgres(files: PostgresFiles): Promise<void> {
  const args = ['stop', '-w', '-s', '-m', 'fast', '-t', String(stopSeconds), '-D', files.database]
  const stopped = await runTool(files, 'pg_ctl', args)
  if (stopped.succeeded || !(await isRunning(files))) return
  throw new Error(`PostgreSQL did not stop in ${files.directory}: ${stopped.output}`)
}

/** Whether PostgreSQL runs on these files: also while it still starts, or is stopping. */
export async function isRunning(files: PostgresFiles): Promise<boolean> {
  const found = await readPidFile(files)
  if (!found) return false
  // From another container on the same volume its pid means nothing here, but its socket answers.
  return (await isPostmaster(found.pid, files)) || (await accepts(join(found.socketFolder, socketName)))
}

/** The folder of the socket of the PostgreSQL that runs; its starter's choice. */
export async function socketFolderOf(files: PostgresFiles): Promise<string> {
  return (await readPidFile(files))?.socketFolder ?? files.database
}

export async function logTail(files: PostgresFiles): Promise<string> {
  const size = await stat(files.logFile).then(
    (found) => found.size,
    () => 0,
  )
  return await logSince(files, Math.max(0, size - 2000))
}

/** Keeps the log and one predecessor. PostgreSQL appends, so the file can be emptied under it. */
export async function trimLog({ logFile }: PostgresFiles): Promise<void> {
  const found = await stat(logFile).catch(() => null)
  if (!found || found.size < logLimitBytes) return
  await copyFile(logFile, `${logFile}.1`)
  await truncate(logFile, 0)
}

async function openLog(files: PostgresFiles): Promise<number> {
  await trimLog(files)
  const handle = await open(files.logFile, 'a', 0o600)
  const { size } = await handle.stat()
  await handle.close()
  await giveToPostgres(files.logFile)
  return size
}

/** The last lines written after a position, as one line. */
async function logSince({ logFile }: PostgresFiles, position: number): Promise<string> {
  const text = await readFile(logFile).then(
    (bytes) => bytes.subarray(position).toString('utf8'),
    () => '',
  )
  return oneLine(text.trimEnd().split('\n').slice(-6).join('\n'))
}

/** Our settings are written anew at each start: a newer Allot brings its own. `alter system` still wins over them. */
async function writeSettings(files: PostgresFiles, overrides: Settings): Promise<void> {
  const lines = Object.entries({ ...settingsOfAllot, ...overrides }).map(
    ([name, value]) => `${name} = '${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`,
  )
  const text = ['# Written by Allot at each start. Use ALTER SYSTEM for settings of your own.', ...lines, ''].join('\n')
  await writeForPostgres(join(files.database, 'postgresql.conf'), text)
}

/** The data folder, which is ours alone; or a folder as closed with a shorter name. */
async function socketFolder({ database }: PostgresFiles): Promise<string> {
  if (fits(database)) return database

  for (const temporary of [tmpdir(), '/tmp']) {
    const folder = join(temporary, `allot-${shortHash(database)}`)
    if (fits(folder) && (await canEnter(temporary))) return await closedFolder(folder)
  }
  throw new Error(`${database} is too long a path for a socket, and so is ${tmpdir()}.`)
}

function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, `${socketName}.lock`)) <= socketPathLimitBytes
}

/** Makes a folder only PostgreSQL's user may enter. Others may write beside it, so one found there is checked. */
async function closedFolder(folder: string): Promise<string> {
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  const found = await lstat(folder)
  const isOurs = isPostgresUser(found.uid) || found.uid === process.getuid?.()
  if (!found.isDirectory() || !isOurs || (found.mode & 0o077) !== 0) {
    throw new Error(
      `${folder} belongs to somebody else; Allot will not put PostgreSQL's socket there. Remove it first.`,
    )
  }
  await giveToPostgres(folder)
  return folder
}

type PidFile = { pid: number; socketFolder: string }

/** postmaster.pid: pid, data folder, start time, port, socket folder, … one per line. */
async function readPidFile({ database }: PostgresFiles): Promise<PidFile | null> {
  const text = await readFile(join(database, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number(lines[0])
  const folder = lines[4] ?? ''
  return Number.isInteger(pid) && pid > 0 ? { pid, socketFolder: isAbsolute(folder) ? folder : database } : null
}

/** Whether a pid is the PostgreSQL of these files, not a zombie, nor somebody who got the same number later. */
async function isPostmaster(pid: number, { database }: PostgresFiles): Promise<boolean> {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true

  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const [, name, state] = /\((.*)\) (\S)/.exec(status) ?? []
  if (name !== 'postgres' || state === 'Z' || state === 'X') return false
  // It works in its data folder; in a container even root may not see that, and the name must do.
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => database)
  return folder === database
}

/**
 * PostgreSQL refuses to start while the pid in a lock file of its lives. That may be a zombie nobody reaps, or have been
 * given to another program since: both are common in containers, and would keep it down for ever.
 */
async function removeStaleLock(lockFile: string, files: PostgresFiles): Promise<void> {
  const pid = Number.parseInt(await readFile(lockFile, 'utf8').catch(() => ''), 10)
  if (!(pid > 0) || !isAlive(pid) || (await isPostmaster(pid, files))) return
  await rm(lockFile, { force: true })
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function accepts(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const attempt = connect(socket)
    const answer = (accepted: boolean) => {
      attempt.destroy()
      resolve(accepted)
    }
    attempt.once('connect', () => answer(true)).once('error', () => answer(false))
    attempt.setTimeout(1000, () => answer(false))
  })
}
