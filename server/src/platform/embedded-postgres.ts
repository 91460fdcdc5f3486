import { setTimeout as sleep } from 'node:timers/promises'

import pg from 'pg'

import {
  isRunning,
  logTail,
  port,
  socketFolderOf,
  startPostgres,
  stopPostgres,
  trimLog,
} from './embedded-postgres-control.ts'
import type { Settings } from './embedded-postgres-control.ts'
import { ownerRole, prepareFiles } from './embedded-postgres-files.ts'
import type { PostgresFiles } from './embedded-postgres-files.ts'

export type EmbeddedPostgres = {
  /** Where the data really is; as root it may differ from the folder asked for. */
  directory: string
  /** How to connect as a role to a database: a unix socket, no password. */
  connection(user: string, database: string): { host: string; port: number; user: string; database: string }
  /** Stops PostgreSQL where this process owns the directory; otherwise only lets go of it. */
  stop(): Promise<void>
}

export type EmbeddedPostgresOptions = {
  directory: string
  /** Who we are, for whoever finds the directory taken: `allot serve`. */
  purpose: string
  /** `own` is alone in the directory or fails; `join` also works beside an owner. */
  mode: 'own' | 'join'
  log: (line: string) => void
  /** PostgreSQL settings in place of ours. A server found running keeps those it was started with. */
  settings?: Settings
}

/** Another living process owns the directory. */
export class DirectoryInUse extends Error {
  override name = 'DirectoryInUse'
}

// Any two numbers, the same for every Allot: "allo", "t" in ASCII.
const lockKey = [0x616c6c6f, 0x74]
// PostgreSQL frees the lock of an owner who was killed once it reads from the broken connection: milliseconds.
const lockPatienceMs = 2000
const answerPatienceMs = 60_000
const pollMs = 250
const trimMs = 60_000
const longestPauseMs = 10_000

/**
 * Runs the PostgreSQL that comes with Allot on a directory: makes it on first use, adopts one left running by an owner
 * who died, and, as the owner, brings it back when it dies.
 *
 * @throws DirectoryInUse in mode `own`, when another process owns the directory
 * @throws Error in one line, with the end of PostgreSQL's log, when it does not come up within a minute
 */
export async function openEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const files = await prepareFiles(options.directory, options.log)
  const stopping = new AbortController()
  const lock = await takePlace(files, options, stopping.signal)
  const host = await socketFolderOf(files)
  const supervision = lock ? supervise(files, lock, options, stopping.signal) : null

  const stop = async () => {
    stopping.abort()
    await supervision?.end()
  }
  let stopped: Promise<void> | null = null
  return {
    directory: files.directory,
    connection: (user, database) => ({ host, port, user, database }),
    stop: () => (stopped ??= stop()),
  }
}

/** The connection that holds the directory's lock, and a promise that it has ended, listened for since before it began. */
type Lock = { client: pg.Client; ended: Promise<unknown> }

/**
 * Has PostgreSQL running, and takes the lock of the directory: for as long as we live, however we die.
 *
 * @returns the lock; null when we joined somebody else's server
 */
async function takePlace(
  files: PostgresFiles,
  options: EmbeddedPostgresOptions,
  signal: AbortSignal,
): Promise<Lock | null> {
  const silentUntil = Date.now() + answerPatienceMs
  let takenUntil: number | null = null
  let hasStarted = false
  for (;;) {
    signal.throwIfAborted()
    if (!(await isRunning(files))) {
      await startPostgres(files, options.settings ?? {}, signal)
      hasStarted = true
    }

    const wantsLock = options.mode === 'own' || hasStarted
    const answer = await askForPlace(files, options.purpose, wantsLock)
    if (answer.outcome === 'locked') return answer.lock
    if (answer.outcome === 'taken') {
      if (options.mode === 'join') return null
      takenUntil ??= Date.now() + lockPatienceMs
      if (Date.now() > takenUntil) throw new DirectoryInUse(takenBy(options.directory, answer.owner))
    }
    // It may still be starting, or its owner may just be stopping it: look again, until patience ends.
    if (answer.outcome === 'silent' && Date.now() > silentUntil) {
      throw new Error(`PostgreSQL in ${files.directory} does not answer (${answer.why}): ${await logTail(files)}`)
    }
    await sleep(50)
  }
}

const takenBy = (directory: string, owner: string) =>
  `${directory} is already in use by ${owner}. Stop it, or set DATA_DIR to another folder.`

type Answer =
  | { outcome: 'locked'; lock: Lock }
  | { outcome: 'taken'; owner: string }
  | { outcome: 'silent'; why: string }

async function askForPlace(files: PostgresFiles, purpose: string, wantsLock: boolean): Promise<Answer> {
  const client = new pg.Client({
    host: await socketFolderOf(files),
    port,
    user: ownerRole,
    database: 'postgres',
    // Whoever is refused reads this. PostgreSQL keeps 63 bytes.
    application_name: `${purpose.slice(0, 40)} (pid ${process.pid})`,
    ssl: false,
    connectionTimeoutMillis: 5000,
    query_timeout: 5000,
  })
  // Without a listener a lost connection would end the process; whoever holds the lock hears of it by 'end'.
  client.on('error', () => {})
  const ended = new Promise((resolve) => client.once('end', resolve))
  try {
    await client.connect()
    const row = await lockOrOwner(client, wantsLock)
    if (row?.is_ours) return { outcome: 'locked', lock: { client, ended } }
    await client.end()
    return { outcome: 'taken', owner: row?.owner ?? 'another process' }
  } catch (error) {
    void client.end().catch(() => {})
    return { outcome: 'silent', why: messageOf(error) }
  }
}

async function lockOrOwner(client: pg.Client, wantsLock: boolean) {
  const { rows } = await client.query<{ is_ours: boolean; owner: string | null }>(
    `select case when $3 then pg_try_advisory_lock($1, $2) else false end as is_ours,
            (select a.application_name
               from pg_locks l
               join pg_stat_activity a on a.pid = l.pid
              where l.locktype = 'advisory' and l.granted and l.classid = $1 and l.objid = $2 and l.objsubid = 2
              limit 1) as owner`,
    [...lockKey, wantsLock],
  )
  return rows[0]
}

/**
 * Watches over the PostgreSQL we own: brings it back when it dies, and takes the lock again.
 *
 * @returns `end`, to be called once and after the signal: stops PostgreSQL, and with it gives the lock back
 */
function supervise(files: PostgresFiles, first: Lock, options: EmbeddedPostgresOptions, signal: AbortSignal) {
  let lock = first
  let recovery: Promise<void> | null = null
  let isOwner = true

  const hold = (taken: Lock) => {
    lock = taken
    // The end of an earlier connection may be heard late; only that of the present one counts.
    void taken.ended.then(() => taken === lock && recover())
  }
  const recover = () => {
    if (signal.aborted || recovery || !isOwner) return
    recovery = bringBack(files, options, signal)
      .then((taken) => taken && hold(taken))
      .catch((lost: unknown) => {
        isOwner = false
        options.log(`While PostgreSQL was down, another process took it over: ${messageOf(lost)}`)
      })
      .then(() => void (recovery = null))
  }
  const look = async () => {
    if (!recovery && isOwner && !(await isRunning(files))) recover()
  }

  // Neither keeps the process alive: a program that has nothing else to do may end.
  const poll = setInterval(() => void look(), pollMs).unref()
  const trim = setInterval(() => void trimLog(files).catch(() => {}), trimMs).unref()
  hold(first)

  const end = async () => {
    clearInterval(poll)
    clearInterval(trim)
    await recovery
    // PostgreSQL stops first: who waits for the lock must not get it while the server goes down.
    if (isOwner) await stopPostgres(files)
    await lock.client.end().catch(() => {})
  }
  return { end }
}

/**
 * Tries until PostgreSQL is back and ours; null when told to stop before.
 *
 * @throws DirectoryInUse when somebody else has taken our place meanwhile
 */
async function bringBack(files: PostgresFiles, options: EmbeddedPostgresOptions, signal: AbortSignal) {
  const begun = Date.now()
  options.log('PostgreSQL has broken off; bringing it back')
  for (let pauseMs = 250; !signal.aborted; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      const lock = await takePlace(files, { ...options, mode: 'own' }, signal)
      options.log(`PostgreSQL is back after ${Date.now() - begun} ms`)
      return lock
    } catch (error) {
      if (error instanceof DirectoryInUse) throw error
      if (signal.aborted) break
      options.log(`PostgreSQL is not back yet: ${messageOf(error)}`)
      await sleep(pauseMs, undefined, { signal }).catch(() => {})
    }
  }
  return null
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
