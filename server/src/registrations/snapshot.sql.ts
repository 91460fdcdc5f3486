import type { LiveRegistration, OptionType } from '@allot/core'
import type { AuditNote } from '../audit/audit.sql.ts'
import { countOwners } from '../accounts/users.sql.ts'
import { lockBooks, lockFreeBooks } from '../events/books.sql.ts'
import type { EventKey, LockedBooks } from '../events/books.sql.ts'
import { periodOf } from '../events/event-view.ts'
import { findEvents, findOptionsOf } from '../events/events.sql.ts'
import type { EventWithMoney, OptionRow } from '../events/events.sql.ts'
import { MOST_OPTIONS } from '../options/change-option.ts'
import type { Tx } from '../platform/database.ts'
import type { Claim } from '../platform/idempotency.ts'
import { slotColumns } from '../slots/slots.sql.ts'
import type { SlotRow } from '../slots/slots.sql.ts'
import { registrationColumns } from './registrations.sql.ts'
import type { RegistrationRow } from './registrations.sql.ts'

/** Something inside an event: a registration, or a person who has one there. */
export type InEvent = { eventId: string; id: string }

/** What is asked about, in one event or several of a tenant, so that only that is read. */
export type Wanted = {
  /** Registrations to decide on. */
  registrations: readonly InEvent[]
  /** Those of them that may be given up: what else their people have matters then. */
  givenUp: readonly InEvent[]
  /** People who ask for something. */
  people: readonly InEvent[]
  slots: readonly { eventId: string; label: string }[]
  /** Whether what comes of it is said with names; left out, it is. */
  withPeople?: boolean
  /** Whether an owner decides: it matters then whether there is another one. */
  byOwner: boolean
  /** Idempotency keys. */
  claims: readonly Pick<Claim, 'callerId' | 'operation' | 'key'>[]
}

export type LiveRow = {
  event_id: string
  id: string
  user_id: string
  event_option_id: string
  option_type: OptionType
}
export type KeptAnswerRow = {
  caller_id: string
  operation: string
  key: string
  request_hash: Buffer
  status: number
  answer: Buffer
}

type LeasedRow = { registration_id: string; desk_name: string; expires_at: Date }

export type PersonRow = { id: string; is_active: boolean; name: string; email: string; department: string | null }

/** What is read of one event. */
export type EventRows = {
  event: EventWithMoney | undefined
  options: OptionRow[]
  slots: SlotRow[]
  registrations: RegistrationRow[]
  live: LiveRow[]
}

/** What is read beside the events, and belongs to none of them. */
export type CommonRows = {
  people: Map<string, PersonRow>
  /** How many owners may come in; 0 where nobody asked. */
  owners: number
  answers: KeptAnswerRow[]
}

/** Somebody on the waitlist: their registration, and what they would take. */
export type OfferedRow = RegistrationRow & { wishes: string[] }
export type WaitingRow = OfferedRow & { priority: number; rank: number }

/** Those who wait, as far as a batch may reach them. */
export type WaitingRows = {
  /** In the order of their turns. */
  entries: WaitingRow[]
  /** Those of the batch that wait, and those whose offer has run out. */
  others: OfferedRow[]
  /** What the people of the batch wait for. */
  waits: LiveRow[]
  live: LiveRow[]
  slots: SlotRow[]
  /** Whether there may be more who fit than were read. */
  isCut: boolean
  /** What is noted before anything is decided: that a lottery was drawn. */
  notes: AuditNote[]
}

/** An event and all that a batch looks at, as rows. */
export type SnapshotRows = EventRows & CommonRows & { waiting?: WaitingRows | undefined }
export type LockedRows = SnapshotRows & { books: LockedBooks | undefined }

/** How many slots are read beyond those asked for, so that others can be offered. */
const OFFERED_SLOTS = 200

/**
 * Locks an event and reads what a batch looks at: one trip, whatever the size of the batch. The lock is a statement
 * of its own and the first (see `lockBooksStatement`).
 */
export async function lockSnapshot(tx: Tx, { tenantId, eventId }: EventKey, wanted: Wanted): Promise<LockedRows> {
  const [books, rows] = await Promise.all([
    lockBooks(tx, { tenantId, eventId }),
    readSnapshot(tx, { tenantId, eventId }, wanted),
  ])
  return { books, ...rows }
}

/** The same for those of several events that nobody else is changing now; it never waits for a lock. */
export async function lockFreeSnapshots(
  tx: Tx,
  tenantId: string,
  eventIds: readonly string[],
  wanted: Wanted,
): Promise<Map<string, LockedRows>> {
  const [free, read] = await Promise.all([
    lockFreeBooks(tx, tenantId, eventIds),
    readSnapshots(tx, tenantId, eventIds, wanted),
  ])
  return new Map(free.map((books) => [books.event_id, { books, ...read(books.event_id) }]))
}

/** Reads without a lock, for a question that changes nothing. */
export async function readSnapshot(tx: Tx, { tenantId, eventId }: EventKey, wanted: Wanted): Promise<SnapshotRows> {
  const read = await readSnapshots(tx, tenantId, [eventId], wanted)
  return read(eventId)
}

async function readSnapshots(
  tx: Tx,
  tenantId: string,
  eventIds: readonly string[],
  wanted: Wanted,
): Promise<(eventId: string) => SnapshotRows> {
  const none = Promise.resolve([])
  const registrations = columnsOf(wanted.registrations)
  const asksAboutPeople = wanted.people.length + wanted.registrations.length > 0
  const [events, options, slots, decided, asked, people, owners, answers, leases] = await Promise.all([
    findEvents(tx, tenantId, eventIds),
    findOptionsOf(tx, tenantId, eventIds),
    readSlots(tx, tenantId, eventIds, wanted),
    wanted.registrations.length === 0
      ? none
      : tx.query<RegistrationRow>(findRegistrationsWanted, [tenantId, ...registrations]),
    wanted.people.length + wanted.givenUp.length === 0
      ? none
      : tx.query<LiveRow>(findLiveWanted, [tenantId, ...columnsOf(wanted.people), ...columnsOf(wanted.givenUp)]),
    wanted.withPeople === false || !asksAboutPeople
      ? none
      : tx.query<PersonRow>(findPeopleWanted, [tenantId, wanted.people.map(({ id }) => id), ...registrations]),
    wanted.byOwner ? countOwners(tx, tenantId) : 0,
    wanted.claims.length === 0
      ? none
      : tx.query<KeptAnswerRow>(findAnswersWanted, [
          tenantId,
          wanted.claims.map(({ callerId }) => callerId),
          wanted.claims.map(({ operation }) => operation),
          wanted.claims.map(({ key }) => key),
        ]),
    wanted.givenUp.length === 0
      ? none
      : tx.query<LeasedRow>(findLeasesWanted, [tenantId, ...columnsOf(wanted.givenUp)]),
  ])
  // Who is approved, or accepts an offer, may be elsewhere at that time: where no two tracks have times, nothing is asked.
  const beside = await findBeside(tx, tenantId, options, decided)
  const live = beside.length === 0 ? asked : distinctRows([...asked, ...beside])
  for (const { registration_id: id, desk_name: deskName, expires_at: until } of leases) {
    const row = decided.find((one) => one.id === id)
    if (row) row.leased = { deskName, until }
  }
  const common = { people: new Map(people.map((row) => [row.id, row])), owners, answers }
  const [event] = events
  // Most often it is one event, and all of it is its own.
  if (eventIds.length === 1) return () => ({ event, options, slots, registrations: decided, live, ...common })
  const found = new Map(events.map((row) => [row.id, row]))
  const [optionsOf, slotsOf, decidedOf, liveOf] = [byEvent(options), byEvent(slots), byEvent(decided), byEvent(live)]
  return (eventId) => ({
    event: found.get(eventId),
    options: optionsOf.get(eventId) ?? [],
    slots: slotsOf.get(eventId) ?? [],
    registrations: decidedOf.get(eventId) ?? [],
    live: liveOf.get(eventId) ?? [],
    ...common,
  })
}

/** What the people of registrations that may still be approved have, in those events in which tracks have times. */
async function findBeside(
  tx: Tx,
  tenantId: string,
  options: readonly OptionRow[],
  registrations: readonly RegistrationRow[],
): Promise<LiveRow[]> {
  const timed = new Map<string, number>()
  for (const option of options) {
    if (periodOf(option)) timed.set(option.event_id, (timed.get(option.event_id) ?? 0) + 1)
  }
  if (timed.size === 0) return []
  const undecided = registrations.filter(({ event_id: eventId, status }) => {
    return (timed.get(eventId) ?? 0) > 1 && (status === 'PENDING' || status === 'WAITLISTED')
  })
  if (undecided.length === 0) return []
  return tx.query<LiveRow>(findLiveBeside, [
    tenantId,
    undecided.map((row) => row.event_id),
    undecided.map((row) => row.user_id),
  ])
}

/** What is read for two reasons counts once. */
export function distinctRows(rows: readonly LiveRow[]): LiveRow[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}

/** Of so many registrations, looking up the slots of each costs more than reading all that the event has. */
const MANY = 500

function readSlots(
  tx: Tx,
  tenantId: string,
  eventIds: readonly string[],
  { slots, registrations }: Wanted,
): Promise<(SlotRow & { event_id: string })[]> {
  if (registrations.length > MANY) return tx.query(findAllSlots, [tenantId, eventIds])
  return tx.query(findSlotsWanted, [
    tenantId,
    eventIds,
    slots.map(({ eventId }) => eventId),
    slots.map(({ label }) => label),
    ...columnsOf(registrations),
    OFFERED_SLOTS,
  ])
}

function columnsOf(wanted: readonly InEvent[]): [string[], string[]] {
  return [wanted.map(({ eventId }) => eventId), wanted.map(({ id }) => id)]
}

function byEvent<Row extends { event_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, (row) => row.event_id)
}

/**
 * Events and ids stand side by side: an index is entered once for each pair, and never for an id in every event. The
 * limits say so: what has one is looked up for each row before it, also by a plan from when the table was nearly empty.
 */
const findSlotsWanted = {
  name: 'find_slots_wanted',
  text: `select event_id, ${slotColumns} from pickup_slots
          where tenant_id = $1 and (event_id, id) in (
            select wanted.event_id, s.id
              from unnest($3::uuid[], $4::text[]) as wanted (event_id, label) cross join lateral (
                select id from pickup_slots s
                 where s.tenant_id = $1 and s.event_id = wanted.event_id and s.label = wanted.label limit 1) as s
            union all
            select wanted.event_id, slot.id
              from unnest($5::uuid[], $6::uuid[]) as wanted (event_id, id)
              ${eachRegistration('preferred_slot_id, assigned_slot_id')}
              cross join lateral unnest(array[r.preferred_slot_id, r.assigned_slot_id]) as slot (id)
            union all
            select asked.event_id, free.id
              from unnest($2::uuid[]) as asked (event_id) cross join lateral (
                select id from pickup_slots s
                 where s.tenant_id = $1 and s.event_id = asked.event_id and s.is_active and s.committed_count < s.capacity
                 order by s.starts_at, s.label limit $7) as free)`,
}

const findAllSlots = {
  name: 'find_all_slots',
  text: `select event_id, ${slotColumns} from pickup_slots where tenant_id = $1 and event_id = any($2)`,
}

const findRegistrationsWanted = {
  name: 'find_registrations_wanted',
  text: `select ${registrationColumns}
           from unnest($2::uuid[], $3::uuid[]) as wanted (event_id, id) ${eachRegistration('*')}`,
}

const eachLive = `cross join lateral (
            select id, event_option_id from registrations
             where tenant_id = $1 and event_id = wanted.event_id and user_id = wanted.user_id
               and status in ('PENDING', 'APPROVED') limit ${MOST_OPTIONS}) as r
          cross join lateral (
            select option_type from event_options
             where tenant_id = $1 and event_id = wanted.event_id and id = r.event_option_id limit 1) as o`

const findLiveWanted = {
  name: 'find_live_wanted',
  text: `select wanted.event_id, r.id, wanted.user_id, r.event_option_id, o.option_type
           from (select event_id, user_id from unnest($2::uuid[], $3::uuid[]) as asked (event_id, user_id)
                 union
                 select wanted.event_id, r.user_id
                   from unnest($4::uuid[], $5::uuid[]) as wanted (event_id, id) ${eachRegistration('user_id')}
                ) as wanted
          ${eachLive}`,
}

const findLiveBeside = {
  name: 'find_live_beside',
  text: `select wanted.event_id, r.id, wanted.user_id, r.event_option_id, o.option_type
           from (select distinct event_id, user_id from unnest($2::uuid[], $3::uuid[]) as asked (event_id, user_id)
                ) as wanted
          ${eachLive}`,
}

const findPeopleWanted = {
  name: 'find_people_wanted',
  text: `select id, is_active, name, email, department from users
          where tenant_id = $1 and id = any($2::uuid[] || array(
            select unnest(array[r.user_id, r.approved_by])
              from unnest($3::uuid[], $4::uuid[]) as wanted (event_id, id) ${eachRegistration('user_id, approved_by')}))`,
}

/** What desks hold without a network; a lease that has run out holds nothing. */
const findLeasesWanted = {
  name: 'find_leases_wanted',
  text: `select wanted.id as registration_id, lease.desk_name, lease.expires_at
           from unnest($2::uuid[], $3::uuid[]) as wanted (event_id, id) cross join lateral (
             select d.name as desk_name, l.expires_at
               from leased_registrations held
               join desk_leases l on l.tenant_id = $1 and l.event_id = wanted.event_id and l.id = held.lease_id
               join desks d on d.tenant_id = $1 and d.event_id = wanted.event_id and d.id = l.desk_id
              where held.tenant_id = $1 and held.event_id = wanted.event_id and held.registration_id = wanted.id
                and l.ended_at is null and l.expires_at > clock_timestamp() limit 1) as lease`,
}

const findAnswersWanted = {
  name: 'find_answers_wanted',
  text: `select wanted.caller_id, wanted.operation, wanted.key, kept.request_hash, kept.status, kept.answer
           from unnest($2::uuid[], $3::text[], $4::text[]) as wanted (caller_id, operation, key)
          cross join lateral (
            select request_hash, status, answer, created_at from idempotency_keys
             where tenant_id = $1 and caller_id = wanted.caller_id and operation = wanted.operation
               and key = wanted.key limit 1) as kept
          where kept.created_at > now() - interval '24 hours'`,
}

function eachRegistration(columns: string): string {
  return `cross join lateral (
    select ${columns} from registrations where tenant_id = $1 and event_id = wanted.event_id and id = wanted.id limit 1) as r`
}

const findLive = {
  name: 'find_live_of',
  text: `select r.event_id, r.id, r.user_id, r.event_option_id, o.option_type
           from registrations r
           join event_options o on o.tenant_id = r.tenant_id and o.event_id = r.event_id and o.id = r.event_option_id
          where r.tenant_id = $1 and r.event_id = $2 and r.user_id = any($3) and r.status in ('PENDING', 'APPROVED')`,
}

/** The live registrations of some people in one event. */
export async function findLiveOf(tx: Tx, key: EventKey, userIds: readonly string[]): Promise<LiveRow[]> {
  return tx.query<LiveRow>(findLive, [key.tenantId, key.eventId, userIds])
}

/** Live registrations by the person who has them. */
export function groupLive(rows: readonly LiveRow[]): Map<string, LiveRegistration[]> {
  const live = new Map<string, LiveRegistration[]>()
  for (const { id, user_id, event_option_id, option_type } of rows) {
    const held = live.get(user_id) ?? []
    held.push({ registrationId: id, optionId: event_option_id, optionType: option_type })
    live.set(user_id, held)
  }
  return live
}
