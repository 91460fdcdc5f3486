import { parseArgs } from 'node:util'
import { faultNames } from './plan.ts'
import type { FaultName } from './plan.ts'
import { runPlan } from './run.ts'
import { sayReport } from './report.ts'

const usage = `npm run chaos -- [--seed 1] [--ops 1000] [--faults all|none|NAME,NAME…] [--clients 8] [--seeds N]

  --seed N      the same number draws the same plan
  --ops N       so many operations, however long they take
  --faults …    ${faultNames.join(', ')}; all unless said
  --clients N   how many ask at the same time
  --seeds N     so many seeds one after the other, beginning with --seed

Exit code 1 where anything that was promised was broken.
`

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    ops: { type: 'string', default: '1000' },
    faults: { type: 'string', default: 'all' },
    clients: { type: 'string', default: '8' },
    seeds: { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  },
})
const [seed, operations, clients, seeds] = [values.seed, values.ops, values.clients, values.seeds].map(Number)
const names = values.faults === 'all' ? [...faultNames] : values.faults === 'none' ? [] : values.faults.split(',')
const faults = names.filter((name): name is FaultName => faultNames.some((known) => known === name))
const isWhole = (number: number | undefined, most: number): number is number =>
  number !== undefined && Number.isInteger(number) && number >= 1 && number <= most

if (
  values.help ||
  faults.length !== names.length ||
  !isWhole(seed, 2 ** 31) ||
  !isWhole(operations, 100_000) ||
  !isWhole(clients, 64) ||
  !isWhole(seeds, 1_000)
) {
  process.stdout.write(usage)
  process.exitCode = values.help ? 0 : 2
} else {
  for (let next = seed; next < seed + seeds; next += 1) {
    const report = await runPlan({ seed: next, operations, faults, clients })
    process.stdout.write(sayReport(report))
    if (report.broken.length > 0) process.exitCode = 1
  }
}
