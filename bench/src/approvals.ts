import { fillEvent } from './fill.ts'
import type { FilledEvent } from './fill.ts'
import { kindOf, requestText, withHttpClients } from './http-client.ts'
import { drive } from './load.ts'
import type { Load } from './load.ts'
import { divide, latenciesOf, ratesOf } from './measurement.ts'
import type { Measurement, Section, Way } from './measurement.ts'
import { withNaiveAskers } from './naive.ts'
import { expectRightBooks } from './stage.ts'
import type { Stage } from './stage.ts'

const CLIENTS = 64
/** More than the fastest machine approves in all the ways of one round, for each second of it. */
const PER_SECOND = 12_000

/** One hot event: approvals over HTTP, with everything written, beside the plain way straight in the database. */
export const approvals: Measurement = {
  name: 'approvals',
  async measure(stage, effort) {
    const memoryAtRest = await stage.server.memory()
    const ways = {
      http: { name: `HTTP, ${CLIENTS} clients`, loads: [] as Load[] },
      naive: { name: `plain, ${CLIENTS} connections`, loads: [] as Load[] },
      httpAlone: { name: 'HTTP, 1 client', loads: [] as Load[] },
      naiveAlone: { name: 'plain, 1 connection', loads: [] as Load[] },
    }
    await oneRound(stage, effort.warmUpSeconds)
    const memory: number[] = []
    for (let round = 0; round < effort.rounds; round += 1) {
      const loads = await oneRound(stage, effort.seconds)
      ways.http.loads.push(loads.http)
      ways.naive.loads.push(loads.naive)
      ways.httpAlone.loads.push(loads.httpAlone)
      ways.naiveAlone.loads.push(loads.naiveAlone)
      const { peak } = (await stage.server.memory()) ?? {}
      if (peak !== undefined) memory.push(peak)
    }
    return [speedOf(ways), ...(memoryAtRest ? [memoryOf(memoryAtRest.now, memory)] : [])]
  },
}

type Ways<T> = { http: T; naive: T; httpAlone: T; naiveAlone: T }

/** All ways on one fresh event, each with registrations of its own; then the books are recomputed. */
async function oneRound(stage: Stage, seconds: number): Promise<Ways<Load>> {
  const { owner, services, world } = stage
  const registrations = Math.min(world.people.length * 4, Math.ceil(PER_SECOND * seconds))
  const event = await fillEvent(owner, services, world, { registrations })
  const ids = event.pendingIds.values()
  const nextId = () => ids.next().value
  const loads = {
    http: await approveOverHttp(stage, event, CLIENTS, seconds, nextId),
    naive: await approvePlainly(stage, event, CLIENTS, seconds, nextId),
    httpAlone: await approveOverHttp(stage, event, 1, seconds, nextId),
    naiveAlone: await approvePlainly(stage, event, 1, seconds, nextId),
  }
  await expectRightBooks(stage, event.eventId)
  return loads
}

async function approveOverHttp(
  { server, world }: Stage,
  { eventId }: FilledEvent,
  count: number,
  seconds: number,
  nextId: () => string | undefined,
): Promise<Load> {
  return withHttpClients(server.port, count, (clients) => {
    const askers = clients.map((client, index) => {
      const { key } = world.approvers[index % world.approvers.length] ?? world.organizer
      return async (id: string) => {
        const headers = { authorization: `Bearer ${key}`, 'idempotency-key': `approve-${id}` }
        const path = `/events/${eventId}/registrations/${id}`
        const answer = await client.ask(requestText('PUT', path, headers, '{"status":"APPROVED"}'))
        return answer.status === 200 && !answer.body.includes(id) ? 'another registration' : kindOf(answer)
      }
    })
    return drive(askers, seconds, nextId, '200 APPROVED')
  })
}

async function approvePlainly(
  { app, world }: Stage,
  { tenantId, eventId }: FilledEvent,
  count: number,
  seconds: number,
  nextId: () => string | undefined,
): Promise<Load> {
  const approverId = world.organizer.userId
  return withNaiveAskers(app, count, { tenantId, eventId, approverId }, (askers) =>
    drive(askers, seconds, nextId, 'approved'),
  )
}

function speedOf(ways: Ways<Way>): Section {
  const http = ratesOf(ways.http)
  const naive = ratesOf(ways.naive)
  const httpAlone = ratesOf(ways.httpAlone)
  const naiveAlone = ratesOf(ways.naiveAlone)
  const p99 = latenciesOf(ways.http, 0.99)
  const naiveP99 = latenciesOf(ways.naive, 0.99)
  return {
    title: 'Approvals of one hot event',
    note:
      'Over HTTP everything is done: an API key looked up, the answer sealed under its idempotency key, audit and ' +
      'ledger chained, the whole registration answered. The plain way locks, looks, decides and writes the same books ' +
      'and chains one statement after the other, without HTTP, authentication or idempotency.',
    rows: [
      http,
      naive,
      httpAlone,
      naiveAlone,
      latenciesOf(ways.http, 0.5),
      p99,
      latenciesOf(ways.naive, 0.5),
      naiveP99,
    ],
    ratios: [
      divide(`HTTP, ${CLIENTS} clients ÷ plain, one at a time`, http, naiveAlone, { is: 'at least', bound: 5 }),
      divide(`HTTP, ${CLIENTS} clients ÷ plain, ${CLIENTS} connections`, http, naive, { is: 'at least', bound: 5 }),
      divide('HTTP, 1 client ÷ plain, one at a time', httpAlone, naiveAlone),
      divide(`p99 of HTTP, ${CLIENTS} clients ÷ p99 of plain, ${CLIENTS} connections`, p99, naiveP99),
    ],
  }
}

function memoryOf(atRest: number, peaks: number[]): Section {
  const rest = { name: 'before the first request', unit: 'MB', values: peaks.map(() => atRest) }
  const peak = { name: `peak so far, ${CLIENTS} clients approving`, unit: 'MB', values: peaks }
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
