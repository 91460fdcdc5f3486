import type { DeskPersonView, OwnDeskView } from '@allot/contract'
import { sayTime } from '../events/event-view.ts'
import type { Actor } from '../platform/actor.ts'
import { readClock } from '../platform/database.ts'
import type { Database, Tx } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import { mustFindDesk } from './change-desk.ts'
import { viewDesk, viewDevice } from './desk-view.ts'
import { findDeskEvent } from './desks.sql.ts'
import { findDevice, touchDevice } from './devices.sql.ts'
import { findExpected, searchDeskPeople } from './people.sql.ts'

/** A tablet that acts: on routes that are open to tablets alone. */
export type DeviceActor = Actor & { device: NonNullable<Actor['device']> }

export function deviceOf(actor: Actor): DeviceActor {
  const { device } = actor
  if (!device) throw new Problem('FORBIDDEN', 'Only a tablet that is enrolled at a desk may do this.')
  return { ...actor, device }
}

const MOST_SHOWN = 20

/** What a tablet shows before anybody comes. Asking for it says that the tablet is there. */
export async function readOwnDesk(db: Database, actor: DeviceActor): Promise<OwnDeskView> {
  const { tenantId, device } = actor
  await db.transaction(tenantId, (tx) => touchDevice(tx, { tenantId, deviceId: device.id }))
  return db.read(tenantId, (tx) => viewOwnDesk(tx, actor))
}

async function viewOwnDesk(tx: Tx, { tenantId, device }: DeviceActor): Promise<OwnDeskView> {
  const key = { tenantId, eventId: device.eventId, deskId: device.deskId }
  const [desk, event, row, expected, now] = await Promise.all([
    mustFindDesk(tx, key),
    findDeskEvent(tx, key),
    findDevice(tx, { tenantId, deviceId: device.id }),
    findExpected(tx, key),
    readClock(tx),
  ])
  if (!event || !row) throw new Error('the tablet has no desk')
  // Where the slots of the event are at places, a desk at one of them waits for those of its place alone.
  const here = expected.filter(({ location }) => location !== null && location === desk.location)
  const shown = (here.length > 0 ? here : expected).slice(0, MOST_SHOWN)
  const view = viewDevice(row, now)
  return {
    desk: viewDesk(desk),
    device: view,
    event,
    now: now.toISOString(),
    slot_now: shown[0]?.slot ?? null,
    expected: shown.map(({ slot, starts_at: starts, ends_at: ends, total, collected }) => ({
      slot,
      starts_at: starts.toISOString(),
      ends_at: sayTime(ends),
      total,
      collected,
    })),
    lease: view.lease,
  }
}

export async function findDeskPeople(
  db: Database,
  { tenantId, device }: DeviceActor,
  query: { q?: string | undefined; slot?: string | undefined; limit: number },
): Promise<DeskPersonView[]> {
  const key = { tenantId, eventId: device.eventId, deskId: device.deskId }
  const rows = await db.read(tenantId, (tx) => searchDeskPeople(tx, key, query))
  return rows.map(({ starts_at: starts, ends_at: ends, collected_at: collected, ...person }) => ({
    ...person,
    starts_at: sayTime(starts),
    ends_at: sayTime(ends),
    collected_at: sayTime(collected),
  }))
}
