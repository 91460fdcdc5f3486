import { approveOverHttp, doorOf, referenceDoor } from './approving.ts'
import { askHealth } from './ceiling.ts'
import { fillEvent } from './fill.ts'
import type { Load } from './load.ts'
import { divide, latenciesOf, ratesOf } from './measurement.ts'
import type { Measurement, Section, Way } from './measurement.ts'
import { approveAtFloor } from './references/function.ts'
import { expectRightBooks } from './stage.ts'
import type { Stage } from './stage.ts'

const CLIENTS = 64
const MANY = 256
/** More than the fastest machine approves in all the ways of one round, for each second of it. */
const PER_SECOND = 24_000

/** One hot event: approvals over HTTP, with everything written, beside the references. */
export const approvals: Measurement = {
  name: 'approvals',
  async measure(stage, { rounds, seconds, warmUpSeconds }) {
    const memoryAtRest = await stage.server.memory()
    const ways = {
      ours: wayOf(`Allot, ${CLIENTS} clients`),
      floor: wayOf(`floor, ${CLIENTS} connections`),
      naive: wayOf(`naive over HTTP, ${CLIENTS} clients`),
      many: wayOf(`Allot, ${MANY} clients`),
      ceiling: wayOf(`/healthz, ${MANY} clients`),
      alone: wayOf('Allot, 1 client'),
      function: wayOf('function over HTTP, 1 client'),
    }
    await oneRound(stage, warmUpSeconds)
    const memory: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const loads = await oneRound(stage, seconds)
      for (const name of Object.keys(loads) as (keyof typeof loads)[]) ways[name].loads.push(loads[name])
      const { peak } = (await stage.server.memory()) ?? {}
      if (peak !== undefined) memory.push(peak)
    }
    return [speedOf(ways), ...(memoryAtRest ? [memoryOf(memoryAtRest.now, memory)] : [])]
  },
}

type Ways<T> = { ours: T; floor: T; naive: T; many: T; ceiling: T; alone: T; function: T }

function wayOf(name: string): Way {
  return { name, loads: [] }
}

/** All ways on one fresh event, each with registrations of its own; then the books are recomputed. */
async function oneRound(stage: Stage, seconds: number): Promise<Ways<Load>> {
  const { owner, services, world, app } = stage
  const registrations = Math.min(world.people.length * 4, Math.ceil(PER_SECOND * seconds))
  const { eventId, tenantId, pendingIds } = await fillEvent(owner, services, world, { registrations })
  const ids = pendingIds.values()
  const next = () => {
    const { value: id } = ids.next()
    return id === undefined ? undefined : { eventId, id }
  }
  const approver = { tenantId, approverId: world.organizer.userId }
  const loads = {
    ours: await approveOverHttp(stage, doorOf(stage), CLIENTS, seconds, next),
    floor: await approveAtFloor(app, CLIENTS, approver, seconds, next),
    naive: await approveOverHttp(stage, referenceDoor(stage, 'naive'), CLIENTS, seconds, next),
    many: await approveOverHttp(stage, doorOf(stage), MANY, seconds, next),
    ceiling: await askHealth(stage, MANY, seconds),
    alone: await approveOverHttp(stage, doorOf(stage), 1, seconds, next),
    function: await approveOverHttp(stage, referenceDoor(stage, 'function'), 1, seconds, next),
  }
  await expectRightBooks(stage, eventId)
  return loads
}

function speedOf(ways: Ways<Way>): Section {
  const rates = {
    ours: ratesOf(ways.ours),
    floor: ratesOf(ways.floor),
    naive: ratesOf(ways.naive),
    many: ratesOf(ways.many),
    ceiling: ratesOf(ways.ceiling),
    alone: ratesOf(ways.alone),
    function: ratesOf(ways.function),
  }
  const p99 = latenciesOf(ways.ours, 0.99)
  const naiveP99 = latenciesOf(ways.naive, 0.99)
  return {
    title: 'Approvals of one hot event',
    note:
      'Allot does everything: an API key looked up, the answer sealed under its idempotency key, audit and ledger ' +
      'chained, the whole registration answered. The floor is one call of an SQL function for each approval, straight ' +
      'in the database. The naive way locks, looks, decides and writes one statement after the other, behind a bare ' +
      'HTTP server. The function over HTTP is the floor behind that server, with the answer kept under its key.',
    rows: [
      ...Object.values(rates),
      latenciesOf(ways.ours, 0.5),
      p99,
      latenciesOf(ways.naive, 0.5),
      naiveP99,
      latenciesOf(ways.many, 0.5),
      latenciesOf(ways.many, 0.99),
      latenciesOf(ways.alone, 0.5),
      latenciesOf(ways.function, 0.5),
    ],
    ratios: [
      divide(`${CLIENTS} clients ÷ floor`, rates.ours, rates.floor, { is: 'at least', bound: 4.5, aim: 8 }),
      divide(`${CLIENTS} clients ÷ naive over HTTP`, rates.ours, rates.naive, { is: 'at least', bound: 10, aim: 15 }),
      divide(`${MANY} clients ÷ /healthz`, rates.many, rates.ceiling, { is: 'at least', bound: 0.18, aim: 0.3 }),
      divide('1 client ÷ function over HTTP', rates.alone, rates.function, { is: 'at least', bound: 0.4, aim: 0.7 }),
      divide(`p99 at ${CLIENTS} clients ÷ p99 of naive`, p99, naiveP99, { is: 'at most', bound: 0.15 }),
    ],
  }
}

function memoryOf(atRest: number, peaks: number[]): Section {
  const rest = { name: 'before the first request', unit: 'MB', values: peaks.map(() => atRest) }
  const peak = { name: `peak so far, ${CLIENTS} and ${MANY} clients approving`, unit: 'MB', values: peaks }
  const limit = { name: '', unit: 'MB', values: peaks.map(() => 300) }
  return {
    title: 'Resident memory of the server process',
    note: 'The peak since the server started, as the system counts it, read after each round.',
    rows: [rest, peak],
    ratios: [
      divide('peak ÷ 300 MB', peak, limit, { is: 'below', bound: 1 }),
      divide('peak ÷ before the first request', peak, rest),
    ],
  }
}
