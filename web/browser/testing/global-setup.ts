import { spawnSync } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { killPostgres, startServer } from '../../../server/src/testing/server-process.ts'
import { chromiumArguments, findChromium } from './chromium.ts'
import { readDemo } from './demo.ts'
import type { Demo } from './demo.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    stage: StageAddress
  }
}

/** Where the run's server and browser are, and who may come in. */
export type StageAddress = {
  url: string
  browser: string
  demo: Demo
  /** Where the server keeps its data. */
  dataFolder: string
}

const buildWeb = fileURLToPath(new URL('../../../tools/build-web.ts', import.meta.url))

/** Builds the pages, and starts for the whole run one server, the way `npm start` does, and one Chromium. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = findChromium()
  const built = spawnSync(process.execPath, [buildWeb], { stdio: 'inherit' })
  if (built.status !== 0) throw new Error('the web app could not be built, so there are no pages to test')

  const folder = await mkdtemp(join(tmpdir(), 'allot-pages-'))
  // PostgreSQL's own user has to get in.
  await chmod(folder, 0o755)
  const dataFolder = join(folder, 'data')
  const undo = [() => rm(folder, { recursive: true, force: true }), () => killPostgres(dataFolder).catch(() => {})]
  const tearDown = async () => {
    for (const step of undo.toReversed()) await step()
  }
  try {
    // The address has to be known before: links and the check of where a request comes from name it.
    const port = await findPort()
    const server = await startServer({ DATA_DIR: dataFolder, PORT: String(port) })
    undo.push(async () => void (await server.stop()))
    const browser = await chromium.launchServer({ executablePath, args: chromiumArguments })
    undo.push(() => browser.close())
    const url = `http://localhost:${port}`
    project.provide('stage', { url, browser: browser.wsEndpoint(), demo: await readDemo(server), dataFolder })
    return tearDown
  } catch (error) {
    await tearDown()
    throw error
  }
}

async function findPort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => listener.once('listening', resolve))
  const address = listener.address()
  await new Promise((resolve) => listener.close(resolve))
  if (typeof address !== 'object' || address === null) throw new Error('there is no free port')
  return address.port
}
