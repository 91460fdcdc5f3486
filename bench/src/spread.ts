import { approveOverHttp, doorOf } from './approving.ts'
import { fillEvents } from './fill-many.ts'
import type { Load } from './load.ts'
import { divide, latenciesOf, ratesOf } from './measurement.ts'
import type { Measurement } from './measurement.ts'
import { approveAtFloor } from './references/function.ts'
import { expectRightBooks } from './stage.ts'

const CLIENTS = 64
const EVENTS = 1_000
/** Recomputed after each round; at the end of the run all of them are. */
const LOOKED_AT = 50
/** More than the fastest machine approves in both ways of one round, for each second of it. */
const PER_SECOND = 8_000

/** Approvals that meet nobody at their event: there is nothing to put together, and every one is a commit. */
export const spread: Measurement = {
  name: 'spread',
  async measure(stage, { rounds, seconds, warmUpSeconds }) {
    const { owner, world, app } = stage
    const registrations = Math.ceil((PER_SECOND * (rounds * seconds + warmUpSeconds)) / EVENTS)
    const all = await fillEvents(owner, world, { events: EVENTS, registrations })
    const pending = all.values()
    const next = () => pending.next().value
    const sample = all.slice(0, EVENTS)
    const approver = { tenantId: world.tenantId, approverId: world.organizer.userId }
    const oneRound = async (seconds: number): Promise<{ ours: Load; floor: Load }> => {
      const loads = {
        ours: await approveOverHttp(stage, doorOf(stage), CLIENTS, seconds, next),
        floor: await approveAtFloor(app, CLIENTS, approver, seconds, next),
      }
      for (const { eventId } of sample.splice(0, LOOKED_AT)) await expectRightBooks(stage, eventId)
      return loads
    }
    const ours = { name: `Allot, ${CLIENTS} clients`, loads: [] as Load[] }
    const floor = { name: `floor, ${CLIENTS} connections`, loads: [] as Load[] }
    await oneRound(warmUpSeconds)
    for (let round = 0; round < rounds; round += 1) {
      const loads = await oneRound(seconds)
      ours.loads.push(loads.ours)
      floor.loads.push(loads.floor)
    }
    return [
      {
        title: `Approvals spread over ${EVENTS.toLocaleString('en')} events`,
        note: 'The floor is the same SQL function as for the hot event: here its calls wait for the disk together, and for nobody else.',
        rows: [ratesOf(ours), ratesOf(floor), latenciesOf(ours, 0.5), latenciesOf(ours, 0.99)],
        ratios: [
          divide(`${CLIENTS} clients ÷ floor`, ratesOf(ours), ratesOf(floor), { is: 'at least', bound: 0.5, aim: 0.8 }),
        ],
      },
    ]
  },
}
