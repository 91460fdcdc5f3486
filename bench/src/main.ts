import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { approvals } from './approvals.ts'
import { batches } from './batches.ts'
import { large } from './large.ts'
import { isHeld } from './measurement.ts'
import type { Effort, Measurement, Section } from './measurement.ts'
import { pages } from './pages.ts'
import { processes } from './processes.ts'
import { readProfile } from './profile.ts'
import { registering } from './registering.ts'
import { describeMachine, writeReport } from './report.ts'
import { sizes } from './sizes.ts'
import { spread } from './spread.ts'
import { expectRightBooks, openStage } from './stage.ts'

const measurements: readonly Measurement[] = [approvals, spread, processes, registering, batches, sizes, large, pages]

const usage = `node bench/src/main.ts [--only ${measurements.map(({ name }) => name).join('|')}] [--rounds 5] [--quick] [--check] [--profile]

  --only NAME   one measurement
  --rounds N    how often each is measured; 5 unless said
  --quick       short: to see that it works, not to believe the figures
  --check       exit code 1 where a ratio misses its target
  --profile     also take a CPU profile of the server, and say where its time went
`

/** Nothing here takes longer, whatever happens: in milliseconds. */
const LONGEST_MS = 20 * 60_000

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string' },
    quick: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const chosen = measurements.filter(({ name }) => values.only === undefined || name === values.only)
const rounds = Number(values.rounds ?? (values.quick ? 2 : 5))

if (values.help || chosen.length === 0 || !Number.isInteger(rounds) || rounds < 1 || rounds > 50) {
  say(usage)
  process.exitCode = values.help ? 0 : 2
} else {
  const effort = values.quick
    ? { rounds, seconds: 1, warmUpSeconds: 0.5, isQuick: true }
    : { rounds, seconds: 2.5, warmUpSeconds: 1.5, isQuick: false }
  await run(chosen, effort)
}

async function run(chosen: readonly Measurement[], effort: Effort): Promise<void> {
  const profileTo = values.profile ? await mkdtemp(join(tmpdir(), 'allot-profile-')) : undefined
  const opening = openStage(profileTo)
  let isGivingUp = false
  const giveUp = (why: string) => {
    if (isGivingUp) return
    isGivingUp = true
    process.stderr.write(`${why}\n`)
    // Stopped while it is still opening, it is closed once it is open: nothing is left behind.
    void opening.then(({ close }) => close()).finally(() => process.exit(1))
  }
  const timer = setTimeout(() => giveUp('this takes too long'), LONGEST_MS)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => giveUp('stopped'))
  // Without a listener a reader who has gone would end us at once, and leave PostgreSQL running.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => giveUp('nobody reads the figures'))
  const stage = await opening
  try {
    const machine = await describeMachine(stage.owner, effort)
    const sections: Section[] = []
    for (const { name, measure } of chosen) {
      process.stderr.write(`measuring ${name} …\n`)
      sections.push(...(await measure(stage, effort)))
    }
    await expectRightBooks(stage)
    const report = writeReport(machine, sections)
    say(report)
    // The file holds a whole run; a part of one, or a hurried one, is only looked at.
    const isWhole = chosen.length === measurements.length && !values.quick && !values.profile
    if (isWhole) await writeFile(new URL('../results.md', import.meta.url), report)
    if (values.check) check(sections)
  } finally {
    clearTimeout(timer)
    await stage.close()
  }
  if (profileTo !== undefined) say(await readProfile(profileTo, stage.server.readyAt))
}

function check(sections: readonly Section[]): void {
  const missed = sections.flatMap(({ ratios }) => ratios.filter((ratio) => !isHeld(ratio)))
  for (const { name, target } of missed) say(`missed: ${name}, which is to be ${target?.is} ${target?.bound}\n`)
  if (missed.length > 0) process.exitCode = 1
}

function say(text: string): void {
  process.stdout.write(text)
}
