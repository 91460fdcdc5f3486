import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateClientTypes } from '../contract/generate-client.ts'
import { createApp } from '../server/src/app.ts'
import { readSettings } from '../server/src/platform/config.ts'
import { ownerRole } from '../server/src/platform/embedded-postgres-files.ts'
import { createLog } from '../server/src/platform/log.ts'
import { open } from '../server/src/serve.ts'
import type { Opened } from '../server/src/serve.ts'
import { describeSettings } from './describe-settings.ts'
import { dumpSchema } from './dump-schema.ts'

const root = fileURLToPath(new URL('../', import.meta.url))

/** Every generated file of the repository, and how it is made. They are committed, so that a change is seen in review. */
const generated: Record<string, (opened: Opened) => string | Promise<string>> = {
  'openapi.json': describeApi,
  'contract/src/api.gen.ts': async (opened) => generateClientTypes(await describeApi(opened)),
  'server/schema.sql': describeSchema,
  'docs/operating/settings.md': describeSettings,
}

/**
 * Writes the generated files; with `--check` it writes nothing and says which of them are not as they would be.
 *
 * @returns the names of those that differed
 */
async function generate(isCheck: boolean): Promise<string[]> {
  const wanted = await withFreshServer(async (opened) => {
    const files: [string, string][] = []
    for (const [path, make] of Object.entries(generated)) files.push([path, await make(opened)])
    return files
  })
  const stale: string[] = []
  for (const [path, text] of wanted) {
    const present = await readFile(join(root, path), 'utf8').catch(() => '')
    if (present === text) continue
    stale.push(path)
    if (!isCheck) await writeFile(join(root, path), text)
  }
  return stale
}

async function describeApi(opened: Opened): Promise<string> {
  const app = await createApp({
    ...opened,
    log: createLog('silent'),
    publicUrl: 'http://localhost:3000',
    operatorToken: undefined,
    queueLimit: 1,
    poolSize: 5,
    anonymousPerMinute: 1,
  })
  await app.ready()
  const document = app.swagger()
  await app.close()
  return `${JSON.stringify(document, null, 2)}\n`
}

async function describeSchema({ storage }: Opened): Promise<string> {
  const heading =
    '-- What all migrations add up to: generated from a freshly migrated database by `npm run generate`, not to be edited.\n' +
    '-- allot_app is the role the server works as, allot_auth the one for sign-in,\n' +
    '-- allot_worker the one for tasks, whose tables pg-boss makes itself.\n\n'
  return heading + (await dumpSchema({ ...storage.app, user: ownerRole }))
}

/** Opens everything a server opens, on a new embedded database that is gone afterwards. */
async function withFreshServer<T>(work: (opened: Opened) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'allot-generate-'))
  const settings = readSettings(
    { DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent', DATABASE_POOL_SIZE: '5' },
    () => '',
  )
  let place: string | undefined
  try {
    const opened = await open(settings, { purpose: 'allot generate', mode: 'own', log: () => {} }, createLog('silent'))
    place = opened.storage.directory
    try {
      return await work(opened)
    } finally {
      await opened.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
    // As root the data lies elsewhere: see embedded-postgres-account.ts.
    if (place !== undefined) await rm(place, { recursive: true, force: true })
  }
}

const isCheck = process.argv.includes('--check')
const stale = await generate(isCheck)
for (const path of stale) process.stdout.write(isCheck ? `${path} is not up to date\n` : `${path} written\n`)
if (isCheck && stale.length > 0) {
  process.stdout.write('Run `npm run fix`, and commit what it changes.\n')
  process.exitCode = 1
} else if (stale.length === 0) {
  process.stdout.write('All generated files are up to date.\n')
}
