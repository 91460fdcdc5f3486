import { findMisfiledPeople } from '../../server/src/ledger/verify-all.ts'
import { findCounterDeviations } from '../../server/src/ledger/verify.sql.ts'
import { writeEvent } from './fill.ts'
import { removeTenant, fillCrowd, fillManyEvents } from './fill-large.ts'
import { withHttpClients } from './http-client.ts'
import type { HttpClient } from './http-client.ts'
import { questionsAboutCrowds, questionsAboutEvents } from './large-questions.ts'
import type { Question } from './large-questions.ts'
import { quantile } from './load.ts'
import { divide } from './measurement.ts'
import type { Measurement, Row, Section } from './measurement.ts'

const REGISTRATIONS = 1_000_000
const EVENTS = 10_000
/** What is compared with is as much smaller. */
const PART = 100
/** Of a hurried run, so many times less is large. */
const QUICK = 10
/** Questions of each kind to each of the two, for each second of effort. */
const PER_SECOND = 2

/** Everything that is read, of a million registrations and of ten thousand events, and of a hundredth of each. */
export const large: Measurement = {
  name: 'large',
  async measure({ owner, services, world, server }, { rounds, seconds, warmUpSeconds, isQuick }) {
    const size = isQuick
      ? { registrations: REGISTRATIONS / QUICK, events: EVENTS / QUICK }
      : { registrations: REGISTRATIONS, events: EVENTS }
    const crowds = {
      small: await fillCrowd(owner, services, REGISTRATIONS / PART),
      large: await fillCrowd(owner, services, size.registrations),
    }
    const events = {
      small: await fillManyEvents(owner, services, EVENTS / PART),
      large: await fillManyEvents(owner, services, size.events),
    }
    await owner.query('vacuum analyze')
    const crowded = questionsAboutCrowds(crowds).map(withRows)
    const many = questionsAboutEvents(events).map(withRows)
    await withHttpClients([server.port], 1, async ([client]) => {
      if (!client) throw new Error('nobody asks')
      for (const { question } of [...crowded, ...many]) await alternate(client, question, warmUpSeconds * PER_SECOND)
      for (let round = 0; round < rounds; round += 1) {
        for (const { question, rows } of [...crowded, ...many]) {
          const taken = await alternate(client, question, seconds * PER_SECOND)
          rows.small.values.push(taken.small)
          rows.large.values.push(taken.large)
        }
      }
    })
    for (const { world, eventId } of [crowds.small, crowds.large]) {
      const key = { tenantId: world.tenantId, eventId }
      const { deviations } = await services.db.read(key.tenantId, (tx) => findCounterDeviations(tx, key))
      if (deviations.length > 0) throw new Error(`the counters do not add up: ${deviations[0]}`)
    }
    // People of both are written by one statement: where few are found by their own words, many are, too.
    const { tenantId } = crowds.small.world
    const [misfiled] = await services.db.read(tenantId, (tx) => findMisfiledPeople(tx, tenantId))
    if (misfiled !== undefined) throw new Error(misfiled)
    // What is recomputed at the end, in a run of this alone.
    await writeEvent(owner, services, world, { registrations: 100 })
    for (const { world } of [crowds.small, crowds.large, events.small, events.large])
      await removeTenant(owner, world.tenantId)
    return [
      sectionOf(
        `An event of ${say(size.registrations)} registrations and one of ${say(REGISTRATIONS / PART)}, each with people of its own`,
        crowded,
      ),
      sectionOf(`${say(size.events)} events and ${say(EVENTS / PART)}`, many),
    ]
  },
}

export type Compared = { question: Question; rows: { small: Row; large: Row } }

export function withRows(question: Question): Compared {
  const row = (size: string): Row => ({ name: `${question.name}, ${size}`, unit: 'ms', values: [] })
  return { question, rows: { small: row('small'), large: row('large') } }
}

function sectionOf(title: string, compared: readonly Compared[]): Section {
  return {
    title,
    note: 'Median latency over HTTP of one client, which asks the two in turn; lists in pages of 20. Telling is left to `allot worker`, which is not there.',
    rows: compared.flatMap(({ rows }) => [rows.small, rows.large]),
    ratios: compared.map(({ question: { name, bound }, rows }) =>
      divide(name, rows.large, rows.small, { is: 'at most', bound }),
    ),
  }
}

function say(count: number): string {
  return count.toLocaleString('en')
}

/** Asks both in turn, and says the median of each, in milliseconds. */
export async function alternate(client: HttpClient, question: Question, times: number) {
  const taken = { small: [] as number[], large: [] as number[] }
  for (let time = 0; time < times; time += 1) {
    for (const size of ['small', 'large'] as const) {
      const begun = performance.now()
      const answer = await client.ask(question[size])
      taken[size].push(performance.now() - begun)
      if (answer.status !== 200 || !question.isRight(answer.body))
        throw new Error(`${question.name}, ${size}, was answered with ${answer.status}: ${answer.body.slice(0, 300)}`)
    }
  }
  const medianOf = (values: number[]) =>
    quantile(
      values.sort((a, b) => a - b),
      0.5,
    )
  return { small: medianOf(taken.small), large: medianOf(taken.large) }
}
