import { createHash } from 'node:crypto'

/** What Vite's manifest says of one piece of the app. */
type Chunk = { file: string; css?: string[]; assets?: string[]; imports?: string[] }
export type Manifest = Record<string, Chunk>

/** One file to keep: a revision where its name carries no hash of what is in it. */
export type PrecacheEntry = { url: string; revision: string | null }

/** The pages for a phone, with what every page begins with. */
const entries = [
  'index.html',
  'src/event-page/EventPage.tsx',
  'src/mine/MinePage.tsx',
  'src/mine/MyRegistrationPage.tsx',
  'src/notifications/MyInboxPage.tsx',
]
/** The page of a desk, with what reads codes: for the tablets of desks alone, on which everything else lies as well. */
const deskEntries = ['desk.html', 'src/desk/decoder.ts']
/** Files whose names stay the same: the page all addresses are, and what it asks for before the first paint. */
const unhashed = ['index.html', 'color-scheme.js', 'icon.svg']

/**
 * Lists what a phone has to keep, so that its pages open without a network: their scripts, styles and letters, and
 * what those import at once. What is only fetched when another page opens is left out.
 *
 * @param read what is in a built file, by its path in the folder of the built app
 * @throws where a page is no longer built under the name it has here
 */
export function listPrecached(manifest: Manifest, read: (path: string) => Buffer): PrecacheEntry[] {
  return [
    ...unhashed.map((file) => ({ url: `/app/${file}`, revision: hashOf(read(file)) })),
    ...[...filesOf(manifest, entries)].map((file) => ({ url: `/app/${file}`, revision: null })),
  ]
}

/** Lists what the tablet of a desk keeps on top of that: its page, and what reads codes. */
export function listForDesks(manifest: Manifest): string[] {
  const others = filesOf(manifest, entries)
  return ['desk.html', ...[...filesOf(manifest, deskEntries)].filter((file) => !others.has(file))].map(
    (file) => `/app/${file}`,
  )
}

function filesOf(manifest: Manifest, names: readonly string[]): Set<string> {
  const seen = new Set<string>()
  const files = new Set<string>()
  const visit = (name: string): void => {
    if (seen.has(name)) return
    seen.add(name)
    const chunk = manifest[name]
    if (!chunk) throw new Error(`${name} is not in what Vite built`)
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file)
    for (const imported of chunk.imports ?? []) visit(imported)
  }
  for (const name of names) visit(name)
  return new Set([...files].filter(isNeeded))
}

/** Of the typeface, the letters of most names; for the others the device's own do without a network. */
function isNeeded(file: string): boolean {
  return !file.endsWith('.woff2') || /-latin(-ext)?-/.test(file)
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16)
}
