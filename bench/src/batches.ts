import { fillEvent } from './fill.ts'
import type { EventSize } from './fill.ts'
import { withJobs } from './jobs.ts'
import type { FinishedJob, RunJob } from './jobs.ts'
import { divide } from './measurement.ts'
import type { Measurement, Ratio, Row } from './measurement.ts'
import { approveBarely } from './references/bare-batch.ts'
import { expectRightBooks } from './stage.ts'
import type { Stage } from './stage.ts'

const MANY = 10_000
const FEW = 1_000
/** What of 10,000 lets half of them in: nothing of the first gift, two desks that are full, and one that is half as large. */
const halfOfThem: EventSize = {
  registrations: MANY,
  stock: [1, MANY, MANY, MANY],
  capacity: [MANY, 1, MANY, 1, MANY, MANY / 20, MANY, MANY, MANY, MANY],
}
const HALF = 5_003

const ways = {
  bare: '10,000 that fit: bare statements',
  chunks: '10,000 that fit: as they come',
  whole: '10,000 that fit: all or nothing',
  few: '1,000 that fit: as they come',
  trial: '10,000 that fit: what if',
  halfChunks: '10,000, half refused: as they come',
  halfWhole: '10,000, half refused: as tried out',
  halfTrial: '10,000, half refused: what if',
}
type Times = Record<keyof typeof ways, number>

/** Decisions about many at once, as jobs, beside the statements that write them. */
export const batches: Measurement = {
  name: 'batches',
  async measure(stage, { rounds }) {
    return withJobs(stage, async (run) => {
      await oneRound(stage, run)
      const rows = Object.fromEntries(
        Object.entries(ways).map(([way, name]) => [way, { name, unit: 'ms', values: [] }]),
      ) as unknown as Record<keyof Times, Row>
      for (let round = 0; round < rounds; round += 1) {
        const times = await oneRound(stage, run)
        for (const way of Object.keys(times) as (keyof Times)[]) rows[way].values.push(times[way])
      }
      const { peak } = (await stage.server.memory()) ?? {}
      const memory =
        peak === undefined ? [] : [{ name: 'peak memory of the server so far', unit: 'MB', values: [peak] }]
      return [
        {
          title: 'Batches of 10,000',
          note:
            'Approvals as a job, from sending it until its end can be read. «As they come» goes in steps of 500, and ' +
            'others come in between; what has to come out as a whole is one step. Each row is decided, chained in ledger ' +
            'and audit trail, and answered. The bare statements write registrations, counters and ledger in one ' +
            'transaction, and decide nothing.',
          rows: [...Object.values(rows), ...memory],
          ratios: ratiosOf(rows),
        },
      ]
    })
  },
}

function ratiosOf(rows: Record<keyof Times, Row>): Ratio[] {
  const { bare, chunks, whole, few, trial, halfChunks, halfWhole, halfTrial } = rows
  const fits = { is: 'at most', bound: 6, aim: 3 } as const
  const half = { is: 'at most', bound: 6, aim: 4 } as const
  return [
    divide('all fit, as they come ÷ bare statements', chunks, bare, fits),
    divide('all fit, all or nothing ÷ bare statements', whole, bare, fits),
    divide('half refused, as they come ÷ bare statements', halfChunks, bare, half),
    divide('half refused, as tried out ÷ bare statements', halfWhole, bare, half),
    divide('what if ÷ applying it, all fit', trial, whole, { is: 'at most', bound: 0.5 }),
    divide('what if ÷ applying it, half refused', halfTrial, halfWhole, { is: 'at most', bound: 0.5 }),
    divide('10,000 ÷ 1,000, as they come', chunks, few, { is: 'at most', bound: 12 }),
  ]
}

/** Every way once, each with registrations of its own; what is tried out is then applied. */
async function oneRound(stage: Stage, run: RunJob): Promise<Times> {
  const { owner, services, world, app } = stage
  const { eventId, tenantId, pendingIds } = await fillEvent(owner, services, world, { registrations: 3 * MANY + FEW })
  const part = (from: number, count: number) => pendingIds.slice(from, from + count)
  const all = { changed: MANY, refused: 0 }
  const mine = { action: 'approve', registration_ids: part(MANY, MANY), mode: 'all_or_nothing' } as const
  const approver = { tenantId, approverId: world.organizer.userId }
  const fit = {
    bare: await approveBarely(app, approver, eventId, part(0, MANY)),
    few: timeOf(await run(eventId, { action: 'approve', registration_ids: part(3 * MANY, FEW) }), {
      changed: FEW,
      refused: 0,
    }),
    chunks: timeOf(await run(eventId, { action: 'approve', registration_ids: part(2 * MANY, MANY) }), all),
    trial: timeOf(await run(eventId, { ...mine, dry_run: true }), all),
    whole: timeOf(await run(eventId, mine), all),
  }
  await expectRightBooks(stage, eventId)
  return { ...fit, ...(await halfRefused(stage, run)) }
}

async function halfRefused(stage: Stage, run: RunJob): Promise<Pick<Times, 'halfChunks' | 'halfTrial' | 'halfWhole'>> {
  const { owner, services, world } = stage
  const half = { changed: HALF, refused: MANY - HALF }
  const first = await fillEvent(owner, services, world, halfOfThem)
  const second = await fillEvent(owner, services, world, halfOfThem)
  const pending = { action: 'approve', filter: { status: 'PENDING' } } as const
  const halfChunks = timeOf(await run(first.eventId, pending), half)
  const trial = await run(second.eventId, { ...pending, dry_run: true })
  const basis = trial.job.summary?.basis
  if (basis === undefined) throw new Error('a trial has no basis')
  const times = {
    halfTrial: timeOf(trial, half),
    halfWhole: timeOf(await run(second.eventId, { ...pending, expected_basis: basis }), half),
    halfChunks,
  }
  for (const { eventId } of [first, second]) await expectRightBooks(stage, eventId)
  return times
}

/** @throws Error where something else came of a job than it had to */
function timeOf(
  { milliseconds, job }: FinishedJob,
  { changed, refused }: { changed: number; refused: number },
): number {
  if (job.status !== 'DONE' || job.changed !== changed || job.refused !== refused)
    throw new Error(
      `a job is ${job.status}, ${job.changed} changed and ${job.refused} refused, not ${changed} and ${refused}`,
    )
  return milliseconds
}
