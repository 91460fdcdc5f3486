import { setTimeout as sleep } from 'node:timers/promises'
import { approveOverHttp, askersOf } from './approving.ts'
import type { Door } from './approving.ts'
import { fillEvent } from './fill.ts'
import { requestText, withHttpClients } from './http-client.ts'
import { drive } from './load.ts'
import type { Load } from './load.ts'
import { divide, latenciesOf, ratesOf } from './measurement.ts'
import type { Measurement, Row } from './measurement.ts'
import { expectRightBooks } from './stage.ts'
import type { Stage } from './stage.ts'

const CLIENTS = 64
const PER_SECOND = 14_000
/** Who want the last ones, and how many of those there are: half as many. */
const RIVALS = 2_000
/** How long PostgreSQL may keep a count to itself, in milliseconds. */
const COUNTED_AFTER_MS = 1_100

/** One server, and two on the same database: the lock is the database's, so more of them must neither oversell nor stall. */
export const processes: Measurement = {
  name: 'processes',
  async measure(stage, { rounds, seconds, warmUpSeconds }) {
    const another = await stage.startAnother()
    try {
      const doors = { one: [stage.server.port], two: [stage.server.port, another.port] }
      const one = { name: `1 process, ${CLIENTS} clients`, loads: [] as Load[] }
      const two = { name: `2 processes, ${CLIENTS} clients`, loads: [] as Load[] }
      const faults = { oversold: 0, deadlocks: 0, errors: 0 }
      const deadlocksBefore = await countDeadlocks(stage, doors.two)
      await throughput(stage, doors, warmUpSeconds)
      for (let round = 0; round < rounds; round += 1) {
        const loads = await throughput(stage, doors, seconds)
        one.loads.push(loads.one)
        two.loads.push(loads.two)
        const { oversold, errors } = await raceForTheLast(stage, doors.two)
        faults.oversold += oversold
        faults.errors += errors
      }
      faults.deadlocks = (await countDeadlocks(stage, doors.two)) - deadlocksBefore
      return [
        {
          title: 'Two server processes on one database',
          note:
            'The same approvals of one hot event, all clients at one process or half of them at each. ' +
            `Then, in each round, ${RIVALS.toLocaleString('en')} approvals over both for half as many gifts.`,
          rows: [one, two].flatMap((way): Row[] => [ratesOf(way), latenciesOf(way, 0.5), latenciesOf(way, 0.99)]),
          ratios: [
            divide('2 processes ÷ 1', ratesOf(two), ratesOf(one), { is: 'at least', bound: 0.8 }),
            ...Object.entries(faults).map(([name, times]) => ({
              name: sentences[name as keyof typeof faults],
              values: [times],
              target: { is: 'at most', bound: 0 } as const,
            })),
          ],
        },
      ]
    } finally {
      await another.stop()
    }
  },
}

const sentences = {
  oversold: 'given beyond the stock, all rounds',
  deadlocks: 'deadlocks, all rounds',
  errors: 'answers of 500 and above, all rounds',
}

type Doors = { one: Door['ports']; two: Door['ports'] }

async function throughput(stage: Stage, { one, two }: Doors, seconds: number): Promise<{ one: Load; two: Load }> {
  const { owner, services, world } = stage
  const registrations = Math.min(world.people.length * 4, Math.ceil(PER_SECOND * seconds))
  const { eventId, pendingIds } = await fillEvent(owner, services, world, { registrations })
  const ids = pendingIds.values()
  const next = () => {
    const { value: id } = ids.next()
    return id === undefined ? undefined : { eventId, id }
  }
  const loads = {
    one: await approveOverHttp(stage, { ports: one }, CLIENTS, seconds, next),
    two: await approveOverHttp(stage, { ports: two }, CLIENTS, seconds, next),
  }
  await expectRightBooks(stage, eventId)
  return loads
}

/** Everybody wants what only half of them can have. */
async function raceForTheLast(stage: Stage, ports: Door['ports']): Promise<{ oversold: number; errors: number }> {
  const { owner, services, world } = stage
  const stock = Array<number>(4).fill(RIVALS / 8)
  const { eventId, pendingIds } = await fillEvent(owner, services, world, { registrations: RIVALS, stock })
  const ids = pendingIds.values()
  const kinds = { given: 0, refused: 0, errors: 0 }
  await withHttpClients(ports, CLIENTS, (clients) => {
    const askers = askersOf(stage, clients).map((ask) => async (id: string) => {
      const kind = await ask({ eventId, id })
      if (kind === '200 APPROVED') kinds.given += 1
      else if (kind === '409 INVENTORY_EXHAUSTED') kinds.refused += 1
      else if (kind.startsWith('5')) kinds.errors += 1
      else return kind
      return 'decided'
    })
    return drive(askers, 60, () => ids.next().value, 'decided')
  })
  await expectRightBooks(stage, eventId)
  const { given, refused, errors } = kinds
  if (given + errors < RIVALS / 2) throw new Error(`${refused} were refused while there was something left`)
  return { oversold: Math.max(0, given - RIVALS / 2), errors }
}

/** Every session tells its counts at the end of a transaction, when it has not done so for a second. */
async function countDeadlocks({ owner, world }: Stage, ports: Door['ports']): Promise<number> {
  await sleep(COUNTED_AFTER_MS)
  const request = requestText('GET', '/me', { authorization: `Bearer ${world.organizer.key}` })
  await withHttpClients(ports, CLIENTS, (clients) =>
    drive(
      clients.map((client) => async () => String((await client.ask(request)).status)),
      0.5,
      () => request,
      '200',
    ),
  )
  const { rows } = await owner.query<{ deadlocks: number }>(
    'select deadlocks from pg_stat_database where datname = current_database()',
  )
  return rows[0]?.deadlocks ?? 0
}
