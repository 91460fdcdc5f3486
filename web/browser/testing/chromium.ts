import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

type Environment = Record<string, string | undefined>

/** The names under which systems have it. */
const names = ['chromium', 'chromium-browser', 'google-chrome']

/** Longest that installing may take, in milliseconds. */
const INSTALL_MS = 5 * 60_000

/** What keeps Chromium quiet: no sandbox, which root has none of, and nothing asked of the network by itself. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Finds the Chromium to test with: the one ALLOT_CHROMIUM names, or one on the PATH. Where there is none, root on a
 * Debian installs it.
 *
 * @throws Error that says what to install: pages are never left untested for want of a browser
 */
export function findChromium(environment: Environment = process.env, install = installOnDebian): string {
  const named = environment.ALLOT_CHROMIUM
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return named
    throw new Error(`ALLOT_CHROMIUM names ${named}, which is no program: let it name a Chromium or Chrome.`)
  }
  const found = findOnPath(environment.PATH)
  if (found !== undefined) return found
  const installed = install() ? findOnPath(environment.PATH) : undefined
  if (installed !== undefined) return installed
  throw new Error(
    'The tests of the pages need Chromium: install it (on Debian: apt-get install chromium), or let ALLOT_CHROMIUM name one.',
  )
}

function findOnPath(path = ''): string | undefined {
  const places = path.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  return places.find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Whether it is installed now. What apt complains of goes to the run's own output, so that a failure is understood. */
function installOnDebian(): boolean {
  if (process.getuid?.() !== 0) return false
  process.stderr.write('Installing Chromium, which the tests of the pages need …\n')
  return [['update'], ['install', '-y', '--no-install-recommends', 'chromium']].every((words) => {
    const { status } = spawnSync('apt-get', ['-q', ...words], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: INSTALL_MS,
    })
    return status === 0
  })
}
