import { execFile } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mutants } from './mutants.ts'

/**
 * Proves that the tests of the rules notice what they are there for. Each mutant is a copy of core/src with one thing
 * wrong, and beside it the one test file that must turn red; all copies are run at once, in one run of their own.
 */
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const sources = readdirSync(here('../src')).filter((name) => name.endsWith('.ts'))
const folder = mkdtempSync(join(tmpdir(), 'allot-mutants-'))
const unchanged = 'unchanged'

/** The tests of each copy, by its folder. */
const runs = new Map<string, { name: string; isRed: boolean }[]>()

beforeAll(async () => {
  symlinkSync(here('../../node_modules'), join(folder, 'node_modules'), 'junction')
  const testFiles = new Set(mutants.map(({ redIn }) => redIn))
  copySources(unchanged, (name) => testFiles.has(name))
  for (const [index, { file, find, replace, redIn }] of mutants.entries()) {
    const copy = copySources(String(index), (name) => name === redIn)
    const path = join(copy, file)
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(find, () => replace),
    )
  }
  await runAll()
}, 300_000)

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

test('a mutant changes one place only, and no two are the same', () => {
  const places = mutants.map(({ file, find }) => readFileSync(here(`../src/${file}`), 'utf8').split(find).length - 1)
  expect(mutants.filter((_, index) => places[index] !== 1).map(({ name }) => name)).toEqual([])
  expect(new Set(mutants.map(({ file, find, replace }) => file + find + replace)).size).toBe(mutants.length)
})

test('the rules as they are turn nothing red', () => {
  const all = runs.get(unchanged) ?? []
  expect(all.filter(({ isRed }) => isRed)).toEqual([])
  expect(all.length).toBeGreaterThan(mutants.length)
})

test.each(mutants.map((mutant, index) => ({ ...mutant, index })))('$redIn notices when $name', ({ index }) => {
  const red = runs.get(String(index))?.filter(({ isRed }) => isRed)
  expect(red).not.toEqual([])
  expect(red).toBeDefined()
})

function copySources(name: string, isWanted: (testFile: string) => boolean): string {
  const copy = join(folder, name)
  mkdirSync(copy)
  for (const source of sources) {
    if (!source.endsWith('.test.ts') || isWanted(source)) copyFileSync(here(`../src/${source}`), join(copy, source))
  }
  return copy
}

type Report = { testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[] }

/** Runs all copies at once; that it ends with an error is what is hoped for. */
async function runAll(): Promise<void> {
  const report = join(folder, 'report.json')
  const vitest = here('../../node_modules/vitest/vitest.mjs')
  const args = ['run', '--root', folder, '--no-isolate', '--pool=threads', '--maxWorkers=2']
  const output = ['--reporter=json', `--outputFile=${report}`]
  // That a promise is broken is enough here: looking for the shortest story of how would take most of the time.
  const options = { cwd: folder, env: { ...process.env, SHRINK: 'no' }, timeout: 290_000 }
  await promisify(execFile)(process.execPath, [vitest, ...args, ...output], options).catch(() => undefined)

  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
  for (const { name, assertionResults } of testResults) {
    const copy = name.split('/').at(-2) ?? ''
    const tests = assertionResults.map(({ fullName, status }) => ({ name: fullName, isRed: status === 'failed' }))
    runs.set(copy, [...(runs.get(copy) ?? []), ...tests])
  }
}
