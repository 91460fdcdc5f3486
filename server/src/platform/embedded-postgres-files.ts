import { constants } from 'node:fs'
import type { Dirent } from 'node:fs'
import {
  chmod,
  copyFile,
  mkdtemp,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import {
  accountUid,
  exists,
  giveToPostgres,
  isPostgresUser,
  locate,
  makeFolder,
  runForPostgres,
} from './embedded-postgres-account.ts'

/** Where one embedded PostgreSQL lies on disk. */
export type PostgresFiles = {
  directory: string
  /** The programs, copied out of the npm package: `bin`, `lib`, `share`. */
  binaries: string
  /** What initdb made; 0700, so that the socket in it needs no password. */
  database: string
  logFile: string
}

/** The superuser of the cluster; only reachable through the socket in a folder that is ours alone. */
export const ownerRole = 'allot_owner'

const abandonedAfterMs = 10 * 60_000

/**
 * Puts PostgreSQL and an empty cluster into a directory, unless they are there already. Several processes may do so
 * at once: everything is made under a name of its own and renamed into place.
 *
 * @param asked the folder the operator named; made when missing
 * @param log hears where the data is when it cannot lie in `asked`
 * @throws Error with one line for the operator
 */
export async function prepareFiles(asked: string, log: (line: string) => void): Promise<PostgresFiles> {
  const directory = await realpath(await makeFolder(await locate(asked, log)))
  const packaged = await findPackage()
  const files = {
    directory,
    binaries: join(directory, `postgres-${packaged.version}`),
    database: join(directory, 'database'),
    logFile: join(directory, 'postgres.log'),
  }

  await checkExisting(files, packaged.version)
  await removeAbandoned(directory)
  if (!(await exists(files.binaries))) await installBinaries(packaged.folder, files)
  if (!(await exists(files.database))) await initialise(files)
  return files
}

/** Runs one of PostgreSQL's programs to its end; never throws, says what the program said. */
export async function runTool(files: PostgresFiles, tool: 'initdb' | 'pg_ctl', args: string[]) {
  return await runForPostgres(join(files.binaries, 'bin', tool), args)
}

async function checkExisting({ directory, database }: PostgresFiles, version: string): Promise<void> {
  const found = await stat(database).catch(() => null)
  if (!found) return

  if (!isPostgresUser(found.uid)) {
    throw new Error(
      `${database} belongs to user ${found.uid}, but PostgreSQL would run as user ${accountUid}. ` +
        'Start Allot as the user who made it, or set DATA_DIR to another folder.',
    )
  }
  const major = (await readFile(join(database, 'PG_VERSION'), 'utf8')).trim()
  if (version.split('.')[0] !== major) {
    throw new Error(
      `${directory} was made by PostgreSQL ${major}, but this Allot brings ${version}: export, then import.`,
    )
  }
}

async function findPackage(): Promise<{ folder: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const folder = dirname(dirname(entry))
    const { version }: { version: string } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
    return { folder, version }
  } catch {
    throw new Error(
      `${name} is not installed, so Allot brings no PostgreSQL here. Set DATABASE_URL to use one of yours.`,
    )
  }
}

/** Copies the programs: npm's folder may be closed to PostgreSQL's user, and `npm ci` takes it from a running server. */
async function installBinaries(packageFolder: string, { directory, binaries }: PostgresFiles): Promise<void> {
  const native = join(packageFolder, 'native')
  const draft = await mkdtemp(join(directory, 'postgres.partial-'))
  await chmod(draft, 0o755)

  const entries = await readdir(native, { recursive: true, withFileTypes: true })
  const draftOf = (entry: Dirent) => join(draft, relative(native, entry.parentPath), entry.name)
  for (const entry of entries) if (entry.isDirectory()) await makeFolder(draftOf(entry))

  const copy = async (entry: Dirent) => {
    const target = draftOf(entry)
    await copyFile(join(entry.parentPath, entry.name), target, constants.COPYFILE_FICLONE)
    await chmod(target, basename(entry.parentPath) === 'bin' ? 0o755 : 0o644)
  }
  // A thousand small files: at once is three times as fast as one by one.
  await Promise.all(entries.filter(isNeeded).map(copy))
  await linkLibraries(native, draft)
  await renameUnlessThere(draft, binaries)
}

function isNeeded(entry: Dirent): boolean {
  return entry.isFile() && !entry.name.endsWith('.a')
}

/** Npm packages hold no symbolic links; the package lists the ones it needs, as `native/lib/…` on both sides. */
async function linkLibraries(native: string, draft: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links: { source: string; target: string }[] = JSON.parse(list)
  for (const { source, target } of links) {
    if (!source.startsWith('native/') || !target.startsWith('native/')) continue
    await symlink(relative(dirname(target), source), join(draft, relative('native', target)))
  }
}

async function initialise(files: PostgresFiles): Promise<void> {
  const draft = await mkdtemp(join(files.directory, 'database.partial-'))
  await giveToPostgres(draft)
  const made = await runTool(files, 'initdb', [
    `--pgdata=${draft}`,
    `--username=${ownerRole}`,
    '--auth-local=trust',
    '--auth-host=reject',
    '--data-checksums',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ])
  if (!made.succeeded) {
    await rm(draft, { recursive: true, force: true })
    throw new Error(`PostgreSQL could not make a database in ${files.directory}: ${made.output}`)
  }
  await renameUnlessThere(draft, files.database)
}

/** Moves a finished folder into place, lastingly; if another process was faster, theirs is as good as ours. */
async function renameUnlessThere(draft: string, target: string): Promise<void> {
  try {
    await rename(draft, target)
  } catch (error) {
    if (!(await exists(target))) throw error
    await rm(draft, { recursive: true, force: true })
  }
  const parent = await open(dirname(target))
  try {
    await parent.sync()
  } finally {
    await parent.close()
  }
}

/** Sweeps what an interrupted first start left behind; young ones may belong to a process that is still at it. */
async function removeAbandoned(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    if (!/^(postgres|database)\.partial-/.test(name)) continue
    const found = await stat(join(directory, name)).catch(() => null)
    if (found && Date.now() - found.mtimeMs > abandonedAfterMs) {
      await rm(join(directory, name), { recursive: true, force: true })
    }
  }
}
