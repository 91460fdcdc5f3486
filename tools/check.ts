import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './repository.ts'

/**
 * What has to hold before a change goes in, cheapest first: one line for each step, and at the first that fails its
 * whole output. `--with-tests` runs every test there is; without it, only the quick ones of the rules and the tools.
 */
const withTests = process.argv.includes('--with-tests')

const steps: [name: string, program: string, words: string[]][] = [
  ['format', 'oxfmt', ['--check', '.']],
  ['lint', 'oxlint', ['--type-aware', '--deny-warnings']],
  ['types', 'tsc', ['--noEmit']],
  ['types of the app', 'tsc', ['--noEmit', '-p', 'web']],
  ['build', 'node', ['tools/build-web.ts']],
  ['bundle', 'node', ['tools/bundle-sizes.ts']],
  withTests
    ? ['tests', 'vitest', ['run']]
    : ['quick tests', 'vitest', ['run', '--project', 'rules', '--exclude', 'core/mutants/**']],
  ['generated files', 'node', ['tools/generate.ts', '--check']],
]

type Outcome = { isPassed: boolean; output: string; seconds: string }

function run(program: string, words: string[]): Promise<Outcome> {
  const begun = performance.now()
  // The very node this runs on; everything else is one of the programs the lockfile brings.
  const path = program === 'node' ? process.execPath : join(root, 'node_modules', '.bin', program)
  const child = spawn(path, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const output: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk))
  return new Promise((resolve) => {
    const end = (isPassed: boolean, more = '') => {
      const seconds = ((performance.now() - begun) / 1000).toFixed(1)
      resolve({ isPassed, output: Buffer.concat(output).toString() + more, seconds })
    }
    child.on('error', (error) => end(false, `${program} could not be run: ${error.message}\n`))
    child.on('close', (code) => end(code === 0))
  })
}

for (const [name, program, words] of steps) {
  const { isPassed, output, seconds } = await run(program, words)
  process.stdout.write(`${isPassed ? 'ok    ' : 'FAILED'}  ${name.padEnd(16)} ${seconds.padStart(6)} s\n`)
  if (isPassed) continue
  process.stdout.write(
    `\n$ ${[program, ...words].join(' ')}\n${output.trimEnd()}\n\n\`npm run fix\` repairs what a machine can.\n`,
  )
  process.exitCode = 1
  break
}
