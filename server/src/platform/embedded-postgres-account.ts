import { execFile } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { chmod, chown, lstat, mkdir, open, realpath, rename } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { promisify } from 'node:util'

// PostgreSQL refuses to run as root. 65534 is "nobody" on every Linux, so that no account needs to be made.
const nobody = { uid: 65534, gid: 65534 }
/** Whom PostgreSQL's programs run as; null for ourselves. */
const account = process.getuid?.() === 0 ? nobody : null
/** The user whose files the database's are. */
export const accountUid = account?.uid ?? process.getuid?.()

// Only root makes anything in these folders, so that nobody else can have put something in our way.
const shelters = ['/var/lib/allot', '/srv/allot', '/opt/allot']

/**
 * Decides where the data lies. As root it may not be able to lie where it was asked for: PostgreSQL runs as nobody,
 * who cannot enter root's home. Then it lies in a shelter named after the asked folder, so the next start finds it.
 */
export async function locate(asked: string, log: (line: string) => void): Promise<string> {
  const directory = await resolveLinks(resolve(asked))
  // initdb and pg_ctl put paths into shell commands between double quotes.
  if (/["$`\\\n]/.test(directory)) throw new Error(`${asked}: a data folder's path may not contain " $ \` or \\.`)
  if (!account) return directory

  const enterable = await canEnter(await nearestExisting(directory))
  if (await exists(join(directory, 'database'))) {
    // Data that is there but out of reach must not be answered with an empty system elsewhere.
    if (enterable) return directory
    throw new Error(`${asked} holds a database, but PostgreSQL (user ${accountUid}) may not enter that folder.`)
  }

  const name = `${basename(directory)}-${shortHash(directory)}`
  const found = await firstWhere(shelters, (shelter) => exists(join(shelter, name, 'database')))
  if (!found && enterable) return directory

  const shelter = found ?? (await firstWhere(shelters, canShelter))
  if (!shelter)
    throw new Error(`User ${accountUid} (PostgreSQL) may enter neither ${asked} nor ${shelters.join(', ')}.`)
  const why = 'PostgreSQL does not run as root, and its user could not enter that folder'
  log(`The data of ${asked} is in ${join(shelter, name)}: ${why}`)
  return join(shelter, name)
}

async function canShelter(shelter: string): Promise<boolean> {
  return await makeFolder(shelter).then(canEnter, () => false)
}

/** Makes a folder and its parents, so that PostgreSQL can enter them whatever our umask; leaves alone what was there. */
export async function makeFolder(directory: string): Promise<string> {
  const first = await mkdir(directory, { recursive: true })
  if (first === undefined) return directory
  for (let made = directory; made.length >= first.length; made = dirname(made)) await chmod(made, 0o755)
  return directory
}

/** Whether PostgreSQL, under its account, may enter a folder. Asks the kernel, which also knows of ACLs. */
export async function canEnter(folder: string): Promise<boolean> {
  return (await runForPostgres('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder])).succeeded
}

export async function giveToPostgres(path: string): Promise<void> {
  if (account) await chown(path, account.uid, account.gid)
}

export function isPostgresUser(uid: number): boolean {
  return uid === accountUid
}

export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10)
}

/** Writes a file for PostgreSQL to read: whole or not at all, and never through a link somebody has put there. */
export async function writeForPostgres(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`
  const handle = await open(draft, 'wx', 0o600)
  await handle.writeFile(text)
  if (account) await handle.chown(account.uid, account.gid)
  await handle.close()
  await rename(draft, path)
}

/** Runs a program as PostgreSQL's user to its end; never throws, says in one line what the program said. */
export async function runForPostgres(program: string, args: string[]): Promise<{ succeeded: boolean; output: string }> {
  // Nothing of our environment: PGDATA, PGPORT or a foreign locale would change what these programs do.
  const env = { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' }
  try {
    const { stdout, stderr } = await promisify(execFile)(program, args, {
      ...account,
      env,
      cwd: '/',
      timeout: 60_000,
      encoding: 'utf8',
    })
    return { succeeded: true, output: oneLine(stdout + stderr) }
  } catch (error) {
    // execFile puts what the program said on its error, or nothing where it could not be run.
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : ''
    return { succeeded: false, output: oneLine(said || String(error)) }
  }
}

export function oneLine(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, ' | ')
}

export async function exists(path: string): Promise<boolean> {
  return await lstat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return false
      throw error
    },
  )
}

async function nearestExisting(path: string): Promise<string> {
  return (await exists(path)) ? path : await nearestExisting(dirname(path))
}

/** The same folder has one name, by whichever link it was asked for. */
async function resolveLinks(path: string): Promise<string> {
  const existing = await nearestExisting(path)
  return join(await realpath(existing), relative(existing, path))
}

async function firstWhere(paths: string[], holds: (path: string) => Promise<boolean>): Promise<string | null> {
  for (const path of paths) if (await holds(path)) return path
  return null
}
