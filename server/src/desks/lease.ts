import type { LeaseInput, LeaseView } from '@allot/contract'
import { noteChanges } from '../events/books.sql.ts'
import type { ChangedBy, EventKey, EventNote, LockedBooks } from '../events/books.sql.ts'
import { lockExisting } from '../events/change-event.ts'
import { sayTime } from '../events/event-view.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { mustFindDesk } from './change-desk.ts'
import { findDeskEvent } from './desks.sql.ts'
import { touchDevice } from './devices.sql.ts'
import {
  countLeased,
  dropSettled,
  endLeases,
  findOpenLease,
  leaseRegistrations,
  listLeased,
  saveLease,
} from './leases.sql.ts'
import type { EndedLease, LeaseRow } from './leases.sql.ts'
import type { DeviceActor } from './own-desk.ts'

const MINUTES = 60
const MOST_PEOPLE = 500

/** Why a lease ended, as the trail says it. */
type Ending = 'ran_out' | 'given_back' | 'revoked'

/**
 * Holds people for one tablet, for the time without a network. What it has already it keeps; the time begins anew. Leases
 * of the event that have run out are ended first, so that nobody waits for whoever ends them otherwise.
 */
export async function leaseDesk(tx: Tx, actor: DeviceActor, input: LeaseInput): Promise<LeaseView> {
  const { tenantId, device } = actor
  const key = { tenantId, eventId: device.eventId, deskId: device.deskId }
  const books = await lockExisting(tx, key)
  const ended = await endLeases(tx, key, { ranOut: true }, books.now)
  const open = await findOpenLease(tx, key, device.id)
  const lease = {
    id: open?.id ?? newId(),
    deviceId: device.id,
    grantedAt: open?.granted_at ?? books.now,
    expiresAt: new Date(books.now.getTime() + (input.minutes ?? MINUTES) * 60_000),
  }
  await saveLease(tx, key, lease)
  const leaseKey = { ...key, leaseId: lease.id }
  await dropSettled(tx, leaseKey)
  const room = (input.most ?? MOST_PEOPLE) - (await countLeased(tx, leaseKey))
  const wish = { slots: input.slots, registrationIds: input.registration_ids, most: Math.max(0, room) }
  await leaseRegistrations(tx, key, lease.id, wish, books.now)
  await touchDevice(tx, { tenantId, deviceId: device.id })

  const view = await viewLease(tx, actor, { ...lease, log: open }, books.now)
  const detail = {
    desk: view.desk.name,
    device_id: device.id,
    device: actor.name,
    people: view.people.length,
    expires_at: view.expires_at,
  }
  noteChanges(tx, key, books, actor, [
    ...ended.map((one) => noteOfEnd(one, 'ran_out')),
    { action: 'desk.leased', subjectId: device.deskId, detail },
  ])
  return view
}

/** Gives back what a tablet holds; where it holds nothing, nothing changes. */
export async function giveBackLease(tx: Tx, actor: DeviceActor): Promise<null> {
  const key = { tenantId: actor.tenantId, eventId: actor.device.eventId }
  const books = await lockExisting(tx, key)
  await endLeasesOf(tx, key, books, [actor.device.id], actor, 'given_back')
  return null
}

/** Ends the leases of some tablets, and says so in the trail. The caller has the books locked, and notes nothing else. */
export async function endLeasesOf(
  tx: Tx,
  key: EventKey,
  books: LockedBooks,
  deviceIds: readonly string[],
  by: ChangedBy,
  ending: Ending,
  notes: readonly EventNote[] = [],
): Promise<void> {
  const ended = await endLeases(tx, key, { deviceIds }, books.now)
  noteChanges(tx, key, books, by, [...notes, ...ended.map((one) => noteOfEnd(one, ending))])
}

/** Ends what has run out in one event; nobody did that but time. */
export async function endDueLeases(tx: Tx, key: EventKey): Promise<number> {
  const books = await lockExisting(tx, key)
  const ended = await endLeases(tx, key, { ranOut: true }, books.now)
  const notes = ended.map((one) => noteOfEnd(one, 'ran_out'))
  if (notes.length > 0) noteChanges(tx, key, books, { userId: null, apiKeyId: null }, notes)
  return ended.length
}

function noteOfEnd(
  { desk_id: deskId, device_id: device, people_count: people }: EndedLease,
  ending: Ending,
): EventNote {
  return { action: 'desk.lease_ended', subjectId: deskId, detail: { device_id: device, people, reason: ending } }
}

async function viewLease(
  tx: Tx,
  { tenantId, device }: DeviceActor,
  lease: { id: string; grantedAt: Date; expiresAt: Date; log: LeaseRow | undefined },
  now: Date,
): Promise<LeaseView> {
  const key = { tenantId, eventId: device.eventId, deskId: device.deskId }
  const [desk, event, people] = await Promise.all([
    mustFindDesk(tx, key),
    findDeskEvent(tx, key),
    listLeased(tx, { ...key, leaseId: lease.id }),
  ])
  if (!event) throw new Error('the desk has no event')
  return {
    id: lease.id,
    granted_at: lease.grantedAt.toISOString(),
    expires_at: lease.expiresAt.toISOString(),
    now: now.toISOString(),
    next_seq: (lease.log?.log_count ?? 0) + 1,
    last_hash: (lease.log?.log_hash ?? Buffer.alloc(32)).toString('hex'),
    event,
    desk: { id: desk.id, name: desk.name, location: desk.location },
    people: people.map(({ qr_hash: hash, slot_starts_at: starts, slot_ends_at: ends, ...person }) => ({
      ...person,
      qr_hash: hash.toString('hex'),
      slot_starts_at: sayTime(starts),
      slot_ends_at: sayTime(ends),
    })),
    items: desk.options.map(({ event_option_id: id, option_name: name, left_on_table: left }) => ({
      event_option_id: id,
      option_name: name,
      left_on_table: left,
    })),
  }
}
