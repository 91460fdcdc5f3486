import { existsSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { operations, problems } from '@allot/contract'
import { describe, expect, test } from 'vitest'
import { permissions } from '../server/src/platform/roles.ts'
import { completeLockfile } from './complete-lockfile.ts'
import { importsOf, listFiles, packageOf, read, root, targetOf, withoutComments } from './repository.ts'

/**
 * Keeps the plan of ARCHITECTURE.md true: who imports whom, where SQL and the environment stand, and that the pages
 * say what the code says. Each test names every file that is not as it should be.
 */
const files = listFiles()
const code = files.filter((path) => path.endsWith('.ts'))
const pages = files.filter((path) => path.endsWith('.md'))
const isForTesting = (path: string) => /\/testing(\.ts|\/)/.test(path)
const isTest = (path: string) => path.endsWith('.test.ts') || isForTesting(path)
const inWorkspaces = code.filter((path) => /^(core|contract|server|bench)\/src\//.test(path))
const nothing: string[] = []

/** A feature may import those before it; those on one line do not know each other. */
const featureOrder = [
  ['audit'],
  ['tenants'],
  ['accounts'],
  ['events'],
  ['locations'],
  ['options', 'slots'],
  ['pictures'],
  ['ledger'],
  ['registrations'],
  ['waitlist'],
  ['batches'],
  ['places'],
  ['desks'],
  ['collections'],
  ['offline'],
  ['outbox'],
  ['notifications', 'webhooks'],
  ['live'],
  ['documents'],
  ['closing'],
  ['exports'],
  ['demo'],
]
const rankOf = new Map(featureOrder.flatMap((names, rank) => names.map((name): [string, number] => [name, rank])))
const featureOf = (path: string) => /^server\/src\/([^/]+)\//.exec(path)?.[1]

describe('who imports whom', () => {
  test('core imports nothing but itself', () => {
    const wrong = imports('core/src/', { withTests: false }).filter(({ to }) => !to.startsWith('core/src/'))
    expect(wrong.map(say)).toEqual(nothing)
  })

  test('the contract imports core and zod, and its client what speaks HTTP', () => {
    const outside = ['@allot/core', 'zod', 'openapi-fetch']
    const allowed = (to: string) => to.startsWith('contract/src/') || outside.includes(to)
    const wrong = imports('contract/src/', { withTests: false }).filter(({ to }) => !allowed(to))
    expect(wrong.map(say)).toEqual(nothing)
  })

  test('the platform knows no feature', () => {
    const wrong = imports('server/src/platform/', { withTests: false }).filter(
      ({ to }) => to.startsWith('server/src/') && featureOf(to) !== 'platform',
    )
    expect(wrong.map(say)).toEqual(nothing)
  })

  test('the app knows nothing of the server, and its tests in the browser only what starts one', () => {
    const own = files.filter((path) => /^web\/.*\.tsx?$/.test(path)).flatMap((path) => importsOf(path))
    const wrong = own
      .map((one) => ({ from: one.from, to: targetOf(one) ?? one.names }))
      .filter(({ to }) => /^(server|bench|tools)\/|^@allot\/(server|bench)/.test(to))
      .filter(({ from, to }) => !(from.startsWith('web/browser/') && /^(server\/src\/testing|tools)\//.test(to)))
    expect(wrong.map(say)).toEqual(nothing)
  })

  test('features import one way', () => {
    const wrong = imports('server/src/', { withTests: false }).filter(({ from, to }) => {
      const feature = featureOf(from)
      if (feature === undefined || feature === 'platform' || !to.startsWith('server/src/')) return false
      const other = featureOf(to)
      if (other === 'platform' || other === feature) return false
      const [own, its] = [rankOf.get(feature), rankOf.get(other ?? '')]
      return own === undefined || its === undefined || its >= own
    })
    expect(wrong.map(say)).toEqual(nothing)
  })

  test('every folder of the server has its place in the order', () => {
    const known = new Set(['platform', 'testing', ...rankOf.keys()])
    const unknown = new Set(code.map(featureOf).filter((name) => name !== undefined && !known.has(name)))
    expect([...unknown]).toEqual(nothing)
  })

  test('only tests, and the simulation, import what is there for testing', () => {
    const wrong = imports('', { withTests: false }).filter(
      ({ from, to }) => isForTesting(to) && !from.startsWith('server/simulation/'),
    )
    expect(wrong.map(say)).toEqual(nothing)
  })

  test('a workspace is entered by its door', () => {
    const wrong = imports('').filter(({ from, to }) => {
      const [workspace = ''] = to.split('/', 1)
      // The client is a second door: whoever speaks to the API needs nothing of its schemas.
      if (to === '@allot/contract/client' || to === 'contract/generate-client.ts') return false
      const isOther = ['core', 'contract'].includes(workspace) && !from.startsWith(`${workspace}/`)
      return isOther || /^@allot\/(core|contract)\/./.test(to)
    })
    expect(wrong.map(say)).toEqual(nothing)
  })

  test('an index.ts stands only at the door of a workspace, and nobody inside goes through it', () => {
    const doors = ['core/src/index.ts', 'contract/src/index.ts']
    expect(code.filter((path) => path.endsWith('/index.ts') && !doors.includes(path))).toEqual(nothing)
    const inside = imports('', { withTests: false }).filter(({ to }) => doors.includes(to))
    expect(inside.map(say)).toEqual(nothing)
    const barrels = code.filter((path) => !doors.includes(path) && importsOf(path).some(({ isReExport }) => isReExport))
    expect(barrels).toEqual(nothing)
  })

  test('no files import each other in a circle', () => {
    expect(findCircles()).toEqual(nothing)
  })

  test('what is imported is declared', () => {
    const wrong = imports('').filter(({ from, to }) => {
      if (files.includes(to) || to.startsWith('node:')) return false
      const [workspace = ''] = from.split('/', 1)
      const manifests = [`${workspace}/package.json`]
      // The root declares what is there for working on Allot; tools look into the server as well.
      if (isTest(from) || !inWorkspaces.includes(from)) manifests.push('package.json')
      if (workspace === 'tools') manifests.push('server/package.json')
      return !manifests.some((manifest) => dependenciesOf(manifest).has(packageOf(to)))
    })
    expect(wrong.map(say)).toEqual(nothing)
  })
})

test('the lockfile names every package of every platform, so that npm ci takes it', () => {
  const lockfile = JSON.parse(read('package-lock.json')) as Parameters<typeof completeLockfile>[0]
  expect(completeLockfile(lockfile)).toEqual(nothing)
})

describe('where things stand', () => {
  test('the environment is read where the process begins', () => {
    const allowed = (path: string) => ['server/src/commands.ts', 'server/src/main.ts'].includes(path) || isTest(path)
    const product = inWorkspaces.filter((path) => !path.startsWith('bench/') && !allowed(path))
    expect(product.filter((path) => /process\.env\b/.test(withoutComments(read(path))))).toEqual(nothing)
  })

  test('SQL stands in *.sql.ts, in migrations and in the platform', () => {
    const allowed = (path: string) =>
      path.endsWith('.sql.ts') || path.startsWith('server/src/platform/') || path.startsWith('bench/') || isTest(path)
    const wrong = inWorkspaces.filter((path) => !allowed(path) && sqlPattern.test(withoutComments(read(path))))
    expect(wrong).toEqual(nothing)
  })

  test('a style sheet is loaded for good only where its pieces are on every page', () => {
    const always = (path: string) =>
      ['web/src/main.tsx', 'web/src/desk/main.tsx'].includes(path) || /^web\/src\/(ui|shell)\//.test(path)
    const app = files.filter((path) => /^web\/src\/.*\.tsx?$/.test(path))
    expect(app.filter((path) => !always(path) && /^import '.*\.css'/m.test(read(path)))).toEqual(nothing)
  })

  test('a file is one thought: at most 400 lines, and 700 where it is a list of stories', () => {
    const written = code.filter((path) => !path.endsWith('.gen.ts'))
    const wrong = written.flatMap((path) => {
      const lines = read(path).split('\n').length - 1
      return lines > (isTest(path) ? 700 : 400) ? [`${path}: ${lines} lines`] : []
    })
    expect(wrong).toEqual(nothing)
  })

  test('nothing is left for later, and no test is left out', () => {
    const own = ['tools/tidy.test.ts']
    const sources = files.filter((path) => /\.(ts|sql|md|json)$/.test(path) && path !== 'package-lock.json')
    const unfinished = /\b(TODO|FIXME|XXX|HACK)\b|\b(test|it|describe)\.(skip|only|todo)\b/
    expect(sources.filter((path) => !own.includes(path) && unfinished.test(read(path)))).toEqual(nothing)
  })

  test('nothing is of any type', () => {
    const anything = /(?:[:<|&]\s*|\bas\s+)any\b(?!\s*[(:])/
    const wrong = code.filter((path) => path !== 'tools/tidy.test.ts' && anything.test(codeOnly(read(path))))
    expect(wrong).toEqual(nothing)
  })
})

describe('the pages say what the code says', () => {
  type ApiOperation = { operationId?: string; 'x-allot-permission'?: string }
  const api = JSON.parse(read('openapi.json')) as { paths: Record<string, Record<string, ApiOperation>> }
  const routes = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ route: `${method.toUpperCase()} ${path}`, operation })),
  )

  test('every route has a name of its own and says who may use it', () => {
    const known = new Set<string>([...Object.keys(permissions), 'device', 'operator', 'public'])
    const unsaid = routes.filter(({ operation }) => {
      const said = operation['x-allot-permission']?.split(' or ') ?? []
      return operation.operationId === undefined || said.length === 0 || !said.every((name) => known.has(name))
    })
    expect(unsaid.map(({ route }) => route)).toEqual(nothing)
    const names = routes.map(({ operation }) => operation.operationId)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual(nothing)
  })

  test('the routes are those of the contract, and the probes', () => {
    const probes = ['getHealth', 'getReadiness', 'getMetrics']
    const mounted = routes.map(({ operation }) => operation.operationId ?? '').filter((name) => !probes.includes(name))
    expect(mounted.sort()).toEqual(
      Object.values(operations)
        .map(({ operationId }) => operationId as string)
        .sort(),
    )
  })

  test('docs/problems.md has a section for each problem, with its status and its title', () => {
    const sections = read('docs/problems.md').split(/^## /m).slice(1)
    const said = sections.map((section) => {
      const [code = '', , headline = ''] = section.split('\n')
      return `${code}: ${headline}`
    })
    expect(said).toEqual(
      Object.entries(problems).map(([code, { status, title }]) => `${code}: **${status}** · ${title}`),
    )
  })

  test('every link leads somewhere', () => {
    const wrong = pages.flatMap((page) =>
      linksOf(page)
        .filter((link) => !/^[a-z]+:/.test(link))
        .filter((link) => !leadsSomewhere(page, link))
        .map((link) => `${page}: ${link}`),
    )
    expect(wrong).toEqual(nothing)
  })

  test('every file that a page names is there', () => {
    const wrong = pages.flatMap((page) => {
      const named = [...read(page).matchAll(/`((?:core|contract|server|bench|tools|docs|\.ci)\/[\w./-]*)`/g)]
      return named.filter(([, path = '']) => !existsSync(join(root, path))).map(([, path]) => `${page}: ${path}`)
    })
    expect(wrong).toEqual(nothing)
  })

  test('ARCHITECTURE.md names files of the server that are there', () => {
    const named = [...read('ARCHITECTURE.md').matchAll(/(?<![\w/])([a-z]+\/[\w.-]+\.ts)\b/g)].map(
      ([, path = '']) => path,
    )
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((path) => !files.includes(`server/src/${path}`) && !files.includes(path))).toEqual(nothing)
  })

  test('every decision has a number of its own, and stands in the list', () => {
    const decisions = pages.filter((path) => /^docs\/decisions\/\d{4}-/.test(path))
    const numbers = decisions.map((path) => posix.basename(path).slice(0, 4))
    expect(numbers).toEqual(numbers.map((_, index) => String(index + 1).padStart(4, '0')))
    const listed = linksOf('docs/decisions/README.md').map((link) => posix.join('docs/decisions', link))
    expect(decisions.filter((path) => !listed.includes(path))).toEqual(nothing)
  })
})

type Edge = { from: string; to: string }

/** What the files under a folder import: other files by their path, packages by their name. */
function imports(folder: string, { withTests = true } = {}): Edge[] {
  return code
    .filter((path) => path.startsWith(folder) && (withTests || !isTest(path)))
    .flatMap((path) => importsOf(path))
    .map((one) => ({ from: one.from, to: targetOf(one) ?? one.names }))
}

function say({ from, to }: Edge): string {
  return `${from} imports ${to}`
}

/** Each circle once, as the files in it; types count too, for who reads one of them has to read all. */
function findCircles(): string[] {
  const next = new Map(code.map((path) => [path, importsOf(path).flatMap((one) => targetOf(one) ?? [])]))
  const done = new Set<string>()
  const circles = new Set<string>()
  const walk = (path: string, trail: string[]) => {
    const start = trail.indexOf(path)
    if (start >= 0) return void circles.add(trail.slice(start).sort().join(' ↔ '))
    if (done.has(path)) return
    for (const target of next.get(path) ?? []) walk(target, [...trail, path])
    done.add(path)
  }
  for (const path of code) walk(path, [])
  return [...circles].sort()
}

const declared = new Map<string, Set<string>>()
function dependenciesOf(path: string): Set<string> {
  const known = declared.get(path)
  if (known) return known
  const names = existsSync(join(root, path)) ? Object.entries(JSON.parse(read(path)) as Record<string, object>) : []
  const found = new Set(
    names.filter(([field]) => field.toLowerCase().endsWith('dependencies')).flatMap(([, value]) => Object.keys(value)),
  )
  declared.set(path, found)
  return found
}

/** A text literal that begins like a statement: in our SQL the words are in lower case. */
const sqlPattern =
  /['"`]\s*\(?(?:select\s|insert\s+into\s|update\s+\w+\s+\w*\s*set\s|delete\s+from\s|with\s+\w+\s+as\s|(?:create|alter|drop)\s+(?:or\s+replace\s+)?(?:unique\s+)?(?:table|role|database|index|function|policy|schema|view)\s|grant\s|revoke\s|truncate\s|analyze\b|set_config\()/

/** Code without comments and texts. */
function codeOnly(text: string): string {
  return withoutComments(text).replaceAll(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, "''")
}

function linksOf(page: string): string[] {
  const text = read(page).replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '')
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? page : posix.normalize(posix.join(dirname(page), path))
  if (!existsSync(join(root, target))) return false
  return anchor === undefined || anchorsOf(target).has(anchor)
}

/** The anchors that headings get: lower case, without punctuation, with dashes for blanks. */
function anchorsOf(page: string): Set<string> {
  const headings = [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading)
  const slug = (heading: string) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-')
  return new Set(headings.map(slug))
}
