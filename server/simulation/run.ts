import { setTimeout as sleep } from 'node:timers/promises'
import { countToTell, hurryDeliveries } from './books.sql.ts'
import { check } from './check.ts'
import { strike } from './faults.ts'
import type { Struck } from './faults.ts'
import { perform } from './perform.ts'
import type { Counts, Told } from './perform.ts'
import { drawPlan } from './plan.ts'
import type { FaultName, Plan } from './plan.ts'
import { makeScene } from './scene.ts'
import { openStage, untilReady } from './stage.ts'
import type { Stage } from './stage.ts'

export type Run = { seed: number; operations: number; faults: readonly FaultName[]; clients: number }

export type Report = Run & {
  seconds: number
  counts: Counts
  acknowledged: number
  refused: number
  struck: Struck
  /** Messages that receivers got, and different ones of them; and how many there should be. */
  messages: { received: number; distinct: number; due: number }
  entries: number
  recoveries: { servers: number[]; database: number[] }
  broken: string[]
}

/** Longest until all has been told, in milliseconds, after everything works again. */
const TELLING_MS = 90_000

/** Plays a plan against real processes, and recomputes every promise at the end. */
export async function runPlan(run: Run): Promise<Report> {
  const plan = drawPlan(run.seed, run.operations, run.faults)
  const stage = await openStage()
  try {
    const scene = await makeScene(stage)
    const counts: Counts = { asked: 0, retries: 0, unavailable: 0, strange: [] }
    const struck: Struck = { kills: 0, cuts: 0, others: 0 }
    const begun = performance.now()
    const told = await play(plan, run.clients, {
      perform: (step) => perform(step, scene, stage.servers, counts),
      strike: (fault) => strike(fault, stage, scene, struck),
    })
    const seconds = (performance.now() - begun) / 1000
    await settle(stage)
    const findings = await check(stage, scene, told)
    const messages = await countMessages(stage)
    return {
      ...run,
      seconds,
      counts,
      acknowledged: told.filter(({ status, key }) => status < 300 && key !== undefined).length,
      refused: told.filter(({ status }) => status >= 400).length,
      struck,
      messages,
      entries: findings.entries,
      recoveries: {
        servers: stage.servers.flatMap(({ recoveries }) => recoveries),
        database: stage.databaseRecoveries,
      },
      broken: [...counts.strange, ...findings.broken, ...findTold(messages)],
    }
  } finally {
    await stage.close()
  }
}

/** Some clients take one step after the other; a fault strikes when its step's turn has come, and nobody waits for it. */
async function play(
  { steps, faults }: Plan,
  clients: number,
  does: {
    perform(step: Plan['steps'][number]): Promise<Told | undefined>
    strike(fault: Plan['faults'][number]): Promise<void>
  },
): Promise<Told[]> {
  const told: Told[] = []
  const striking: Promise<void>[] = []
  let nextStep = 0
  let nextFault = 0
  const work = async () => {
    for (let step = steps[nextStep]; step; step = steps[nextStep]) {
      nextStep += 1
      for (let fault = faults[nextFault]; fault && fault.before <= step.no; fault = faults[nextFault]) {
        nextFault += 1
        striking.push(does.strike(fault))
      }
      const answer = await does.perform(step)
      if (answer) told.push(answer)
    }
  }
  await Promise.all(Array.from({ length: clients }, work))
  await Promise.all(striking)
  return told
}

/** Waits until everything is back, and nothing is under way any more. */
async function settle(stage: Stage): Promise<void> {
  for (const { address } of stage.servers) await untilReady(address)
  const deadline = performance.now() + 70_000
  while (performance.now() < deadline) {
    const open = await stage.asOwner(async (client) => {
      const { rows } = await client.query<{ count: string }>(
        "select count(*) from jobs where status in ('QUEUED', 'RUNNING')",
      )
      return Number(rows[0]?.count)
    })
    if (open === 0) return
    await sleep(200)
  }
}

async function countMessages(stage: Stage): Promise<Report['messages']> {
  const due = await countToTell(stage)
  const distinct = () => new Set(stage.hooks.received.map(({ id }) => id)).size
  const deadline = performance.now() + TELLING_MS
  while (distinct() < due && performance.now() < deadline) {
    await hurryDeliveries(stage)
    await sleep(1_000)
  }
  return { received: stage.hooks.received.length, distinct: distinct(), due }
}

function findTold({ distinct, due }: Report['messages']): string[] {
  return distinct === due ? [] : [`${due} changes of registrations, and ${distinct} different messages about them`]
}
