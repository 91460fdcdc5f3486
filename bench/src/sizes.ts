import { fillEvent } from './fill.ts'
import type { FilledEvent } from './fill.ts'
import { requestText, withHttpClients } from './http-client.ts'
import type { HttpClient } from './http-client.ts'
import { quantile } from './load.ts'
import { divide } from './measurement.ts'
import type { Measurement, Row } from './measurement.ts'
import { expectRightBooks } from './stage.ts'
import type { Stage } from './stage.ts'

const SMALL = 100
const LARGE = 100_000
const PAGE = 20
/** Questions of each kind to each event, for each second of effort. */
const PER_SECOND = 100

type Ask = (client: HttpClient) => Promise<void>

/** The same question to an event of 100 registrations and to one of 100,000: it must not matter. */
export const sizes: Measurement = {
  name: 'sizes',
  async measure(stage, { rounds, seconds, warmUpSeconds }) {
    const { owner, services, world, server } = stage
    const small = await fillEvent(owner, services, world, { registrations: SMALL, approved: SMALL / 5, isMixed: true })
    const large = await fillEvent(owner, services, world, { registrations: LARGE, approved: LARGE / 5, isMixed: true })
    const questions = questionsOf(stage, small, large)
    await withHttpClients([server.port], 1, async ([client]) => {
      if (!client) throw new Error('nobody asks')
      for (const { small, large } of questions) await alternate(client, small, large, warmUpSeconds * PER_SECOND)
      for (let round = 0; round < rounds; round += 1) {
        for (const question of questions) {
          const medians = await alternate(client, question.small, question.large, seconds * PER_SECOND)
          question.smallRow.values.push(medians.small)
          question.largeRow.values.push(medians.large)
        }
      }
    })
    await expectRightBooks(stage, small.eventId)
    await expectRightBooks(stage, large.eventId)
    return [
      {
        title: `Events of ${LARGE.toLocaleString('en')} registrations and of ${SMALL}`,
        note: `Median latency over HTTP of one client, which asks the two events in turn; lists in pages of ${PAGE}.`,
        rows: questions.flatMap(({ smallRow, largeRow }) => [smallRow, largeRow]),
        ratios: questions.map(({ name, smallRow, largeRow }) =>
          divide(`${name}, large ÷ small`, largeRow, smallRow, { is: 'at most', bound: 1.2 }),
        ),
      },
    ]
  },
}

type Question = { name: string; small: Ask; large: Ask; smallRow: Row; largeRow: Row }

function questionsOf({ world }: Stage, small: FilledEvent, large: FilledEvent): Question[] {
  const headers = { authorization: `Bearer ${world.organizer.key}` }
  // A page takes the 100 to their end, and the 100,000 to the middle.
  const middleOf = ({ pendingIds }: FilledEvent) =>
    Buffer.from(pendingIds[Math.floor(pendingIds.length / 2)] ?? '').toString('base64url')
  const question = (name: string, pathOf: (event: FilledEvent) => string, rows: number | undefined): Question => {
    const asking = (event: FilledEvent): Ask => {
      const request = requestText('GET', `/events/${event.eventId}/${pathOf(event)}`, headers)
      return async (client) => {
        const { status, body } = await client.ask(request)
        const found = JSON.parse(body) as unknown
        const isRight = status === 200 && (rows === undefined || (Array.isArray(found) && found.length === rows))
        if (!isRight) throw new Error(`${name} was answered with ${status}: ${body.slice(0, 200)}`)
      }
    }
    return {
      name,
      small: asking(small),
      large: asking(large),
      smallRow: { name: `${name}, ${SMALL}`, unit: 'ms', values: [] },
      largeRow: { name: `${name}, ${LARGE.toLocaleString('en')}`, unit: 'ms', values: [] },
    }
  }
  const list = `registrations?limit=${PAGE}`
  return [
    question('variance', () => 'budget-variance', undefined),
    question('first page', () => list, PAGE),
    question('status filter', () => `${list}&status_filter=APPROVED`, PAGE),
    question('deep cursor', (event) => `${list}&cursor=${middleOf(event)}`, PAGE),
    question(
      'deep cursor with status filter',
      (event) => `registrations?limit=5&status_filter=REJECTED&cursor=${middleOf(event)}`,
      5,
    ),
    question('ledger, first page', () => `ledger?limit=${PAGE}`, PAGE),
  ]
}

/** Asks both in turn, and says the median of each, in milliseconds. */
async function alternate(client: HttpClient, small: Ask, large: Ask, times: number) {
  const taken = { small: [] as number[], large: [] as number[] }
  for (let time = 0; time < times; time += 1) {
    for (const [size, ask] of [
      ['small', small],
      ['large', large],
    ] as const) {
      const begun = performance.now()
      await ask(client)
      taken[size].push(performance.now() - begun)
    }
  }
  const medianOf = (values: number[]) =>
    quantile(
      values.sort((a, b) => a - b),
      0.5,
    )
  return { small: medianOf(taken.small), large: medianOf(taken.large) }
}
