import { askHealth } from './ceiling.ts'
import { fillEvent } from './fill.ts'
import type { Keyed } from './fill.ts'
import { kindOf, requestText, withHttpClients } from './http-client.ts'
import { drive } from './load.ts'
import type { Load } from './load.ts'
import { divide, latenciesOf, ratesOf } from './measurement.ts'
import type { Measurement } from './measurement.ts'
import { expectRightBooks } from './stage.ts'
import type { Stage } from './stage.ts'

const CLIENTS = 64

/** The rush when registration opens, beside the most that the server answers at all. */
export const registering: Measurement = {
  name: 'registering',
  async measure(stage, { rounds, seconds, warmUpSeconds }) {
    const ceiling = { name: `/healthz, ${CLIENTS} clients`, loads: [] as Load[] }
    const own = { name: `everybody for themselves, ${CLIENTS} clients`, loads: [] as Load[] }
    const others = { name: `eight approvers for others, ${CLIENTS} clients`, loads: [] as Load[] }
    await askHealth(stage, CLIENTS, warmUpSeconds)
    await register(stage, warmUpSeconds, false)
    for (let round = 0; round < rounds; round += 1) {
      ceiling.loads.push(await askHealth(stage, CLIENTS, seconds))
      own.loads.push(await register(stage, seconds, false))
      others.loads.push(await register(stage, seconds, true))
    }
    return [
      {
        title: 'Registering for one hot event',
        note:
          'Everybody for themselves: a key of their own each, so every request looks one up. Eight approvers for ' +
          'others: their keys are remembered for a second. /healthz reads and writes nothing: the ceiling.',
        rows: [ratesOf(ceiling), ratesOf(own), ratesOf(others), latenciesOf(own, 0.5), latenciesOf(own, 0.99)],
        ratios: [
          divide('everybody for themselves ÷ /healthz', ratesOf(own), ratesOf(ceiling), {
            is: 'at least',
            bound: 0.1,
            aim: 0.2,
          }),
          divide('eight approvers for others ÷ /healthz', ratesOf(others), ratesOf(ceiling)),
        ],
      },
    ]
  },
}

/** A fresh event that nobody has asked for yet. */
async function register(stage: Stage, seconds: number, byApprovers: boolean): Promise<Load> {
  const { owner, services, server, world } = stage
  const { eventId, optionIds } = await fillEvent(owner, services, world, { registrations: 0 })
  const wishes = wishesOf(world.people, optionIds)
  const load = await withHttpClients([server.port], CLIENTS, (clients) => {
    const askers = clients.map((client, index) => {
      const approver = world.approvers[index % world.approvers.length] ?? world.organizer
      return async ({ person, optionId, slot }: Wish) => {
        const { key } = byApprovers ? approver : person
        const headers = { authorization: `Bearer ${key}`, 'idempotency-key': `register-${person.userId}-${optionId}` }
        const wish = {
          event_option_id: optionId,
          preferred_pickup_slot: slot,
          ...(byApprovers ? { user_id: person.userId } : {}),
        }
        return kindOf(
          await client.ask(requestText('POST', `/events/${eventId}/register`, headers, JSON.stringify(wish))),
        )
      }
    })
    return drive(askers, seconds, () => wishes.next().value ?? undefined, '201 PENDING')
  })
  await expectRightBooks(stage, eventId)
  return load
}

type Wish = { person: Keyed; optionId: string; slot: string }

/** Everybody asks for the first option, then everybody for the second: nobody comes back soon. */
function* wishesOf(people: readonly Keyed[], optionIds: readonly string[]): Generator<Wish, undefined> {
  for (const optionId of optionIds) {
    for (const [index, person] of people.entries()) yield { person, optionId, slot: `Desk ${1 + (index % 10)}` }
  }
}
