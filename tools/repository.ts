import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository as its own checks look at it: files by their path from the root, with `/` on every system. */
export const root = fileURLToPath(new URL('../', import.meta.url))

const skipped = new Set(['node_modules', 'data', 'coverage', '.git'])

/** Every file there is, but for what is installed, kept or measured here. */
export function listFiles(folder = ''): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return entries
    .filter(({ name }) => !skipped.has(name))
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name)
      return entry.isDirectory() ? listFiles(path) : [path]
    })
    .sort()
}

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** An import or re-export: where it stands, and what it names, as written. */
export type Import = { from: string; names: string; isReExport: boolean }

const importPattern = /^(import|export)\b[^'"`;]*?\bfrom\s*'([^']+)'|^import\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm

export function importsOf(path: string): Import[] {
  return [...read(path).matchAll(importPattern)].map(([, word, from, bare, dynamic]) => ({
    from: path,
    names: from ?? bare ?? dynamic ?? '',
    isReExport: word === 'export',
  }))
}

/** The file a relative import names; undefined for a package. */
export function targetOf({ from, names }: Import): string | undefined {
  return names.startsWith('.') ? posix.normalize(posix.join(dirname(from), names)) : undefined
}

/** `pg` of `pg/lib/x`, `@allot/core` of `@allot/core/x`. */
export function packageOf(name: string): string {
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/')
}

/** Code without its comments: for what must not stand in code, but may be spoken of. */
export function withoutComments(code: string): string {
  return code.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, '')
}
