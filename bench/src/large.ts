import { addPeople, writeEvent } from './fill.ts'
import { requestText, withHttpClients } from './http-client.ts'
import { quantile } from './load.ts'
import { divide } from './measurement.ts'
import type { Measurement } from './measurement.ts'

const SMALL = 10_000
const LARGE = 1_000_000
const OPTIONS = 4
/** Questions to each event, for each second of effort. */
const PER_SECOND = 100

/** What a budget is and what is left of it, of an event with a million registrations: read from counters, not from rows. */
export const large: Measurement = {
  name: 'large',
  async measure({ owner, services, world, server }, { rounds, seconds, warmUpSeconds }) {
    const people = await addPeople(owner, world.tenantId, LARGE / OPTIONS)
    const crowd = { ...world, people }
    const small = await writeEvent(owner, services, crowd, { registrations: SMALL, isMixed: true })
    const large = await writeEvent(owner, services, crowd, { registrations: LARGE, isMixed: true })
    await owner.query('vacuum analyze')
    const headers = { authorization: `Bearer ${world.organizer.key}` }
    const requestOf = ({ key }: typeof small) => requestText('GET', `/events/${key.eventId}/budget-variance`, headers)
    const requests = { small: requestOf(small), large: requestOf(large) }
    const rows = {
      small: { name: `variance, ${SMALL.toLocaleString('en')}`, unit: 'ms', values: [] as number[] },
      large: { name: `variance, ${LARGE.toLocaleString('en')}`, unit: 'ms', values: [] as number[] },
    }
    await withHttpClients([server.port], 1, async ([client]) => {
      if (!client) throw new Error('nobody asks')
      const askInTurn = async (times: number) => {
        const taken = { small: [] as number[], large: [] as number[] }
        for (let time = 0; time < times; time += 1) {
          for (const size of ['small', 'large'] as const) {
            const begun = performance.now()
            const { status, body } = await client.ask(requests[size])
            taken[size].push(performance.now() - begun)
            const waiting = (0.8 * (size === 'small' ? SMALL : LARGE)).toFixed(0)
            if (status !== 200 || !body.includes(`"pending_registrations_count":${waiting}`))
              throw new Error(`the variance was answered with ${status}: ${body.slice(0, 300)}`)
          }
        }
        return taken
      }
      await askInTurn(warmUpSeconds * PER_SECOND)
      for (let round = 0; round < rounds; round += 1) {
        const taken = await askInTurn(seconds * PER_SECOND)
        for (const size of ['small', 'large'] as const)
          rows[size].values.push(
            quantile(
              taken[size].sort((a, b) => a - b),
              0.5,
            ),
          )
      }
    })
    return [
      {
        title: 'Events of 1,000,000 registrations and of 10,000',
        note: 'Median latency over HTTP of one client, which asks the two events in turn.',
        rows: [rows.small, rows.large],
        ratios: [divide('variance, 1,000,000 ÷ 10,000', rows.large, rows.small, { is: 'at most', bound: 1.3 })],
      },
    ]
  },
}
