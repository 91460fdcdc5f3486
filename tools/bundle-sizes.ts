import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from './repository.ts'

/** What Vite writes down of a build: each chunk with what it needs at once, and what it asks for later. */
export type Manifest = Record<string, Chunk>
type Chunk = {
  file: string
  src?: string
  isEntry?: boolean
  isDynamicEntry?: boolean
  imports?: string[]
  dynamicImports?: string[]
  css?: string[]
}

/** What a person's browser fetches before it shows a page, in bytes as they travel with gzip. */
export type PageSize = { page: string; js: number; css: number; limit: number | undefined }

/** Pages that are opened on a phone, on whatever network there is: less than this, in bytes of 1,000 to the KB. */
const PHONE_LIMIT = 200_000
/** An organiser's first load: signing in, and where that leads. */
const FIRST_LOAD_LIMIT = 350_000

/** The pages without the organiser's frame, which stands around all others. */
const phonePages = [
  'src/event-page/EventPage.tsx',
  'src/mine/MinePage.tsx',
  'src/mine/MyRegistrationPage.tsx',
  'src/notifications/MyInboxPage.tsx',
  'src/waitlist/OfferPage.tsx',
] as const
/** The app, and the page of a desk beside it. */
const main = 'index.html'
const desk = 'desk.html'
const frame = 'src/shell/AppLayout.tsx'
const signIn = 'src/accounts/SignInPage.tsx'
const firstLoad = [signIn, frame, 'src/events/EventsPage.tsx', 'src/overview/OverviewPage.tsx']

/**
 * Measures every page there is: the main entry and the page's own, with all they import statically, each file once.
 *
 * @param sizeOf the bytes of a built file as they travel
 * @throws Error where a page with a limit is not in the manifest: nothing is held to a limit by leaving it out
 */
export function measurePages(manifest: Manifest, sizeOf: (file: string) => number): PageSize[] {
  if (!manifest[main]?.isEntry) throw new Error('the manifest names no entry')
  const measure = (page: string, entries: readonly string[], limit?: number): PageSize => {
    const files = filesOf(manifest, entries)
    const sum = (kind: string) =>
      files.filter((file) => file.endsWith(kind)).reduce((bytes, file) => bytes + sizeOf(file), 0)
    return { page, js: sum('.js'), css: sum('.css'), limit }
  }
  const isPhonePage = (entry: string) => phonePages.some((page) => page === entry)
  const others = (manifest[main]?.dynamicImports ?? []).filter(
    (entry) => entry !== frame && entry !== signIn && !isPhonePage(entry),
  )
  return [
    ...phonePages.map((entry) => measure(nameOf(entry), [main, entry], PHONE_LIMIT)),
    ...(manifest[desk] ? [measure('Desk', [desk], PHONE_LIMIT)] : []),
    measure('an organiser’s first load (SignIn, Events, Overview)', [main, ...firstLoad], FIRST_LOAD_LIMIT),
    measure(nameOf(signIn), [main, signIn]),
    ...others.map((entry) => measure(nameOf(entry), [main, frame, entry])),
  ]
}

/** Measures what has been built here. @throws Error where nothing has */
export function measureBuild(): PageSize[] {
  const built = join(root, 'web/dist')
  const manifest = join(built, '.vite/manifest.json')
  if (!existsSync(manifest)) throw new Error('the web app is not built: node tools/build-web.ts')
  return measurePages(
    JSON.parse(readFileSync(manifest, 'utf8')) as Manifest,
    (file) => gzipSync(readFileSync(join(built, file)), { level: 9 }).byteLength,
  )
}

/** The pages that are not below their limit. */
export function findTooLarge(pages: readonly PageSize[]): PageSize[] {
  return pages.filter(({ js, limit }) => limit !== undefined && js >= limit)
}

/** A line for each page, which can be read in a terminal and in Markdown. */
export function tablePages(pages: readonly PageSize[]): string {
  const rows = pages.map(({ page, js, css, limit }) => [
    page,
    sayKb(js),
    sayKb(css),
    limit === undefined ? '' : `below ${limit / 1000}: ${js < limit ? 'held' : 'MISSED'}`,
  ])
  const head = ['page, KB with gzip', 'JS', 'CSS', 'limit of JS']
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  const line = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

/** Everything that has to be there before the entries run. */
function filesOf(manifest: Manifest, entries: readonly string[]): string[] {
  const seen = new Set<string>()
  const files = new Set<string>()
  const walk = (name: string) => {
    if (seen.has(name)) return
    seen.add(name)
    const chunk = manifest[name]
    if (!chunk) throw new Error(`the manifest does not know ${name}`)
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    for (const next of chunk.imports ?? []) walk(next)
  }
  for (const entry of entries) walk(entry)
  return [...files]
}

function nameOf(entry: string): string {
  return /([^/]+?)(?:Page)?\.tsx$/.exec(entry)?.[1] ?? entry
}

function sayKb(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}

if (import.meta.main) {
  const pages = measureBuild()
  process.stdout.write(`${tablePages(pages)}\n`)
  for (const { page, js, limit } of findTooLarge(pages)) {
    process.stdout.write(`${page} has ${sayKb(js)} KB of JS, and has to be below ${(limit ?? 0) / 1000}\n`)
    process.exitCode = 1
  }
}
