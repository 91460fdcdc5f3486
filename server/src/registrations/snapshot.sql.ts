import type { LiveRegistration, OptionType } from '@allot/core'
import { countOwners } from '../accounts/users.sql.ts'
import { lockBooksStatement } from '../events/books.sql.ts'
import type { BooksRow, EventKey } from '../events/books.sql.ts'
import { findEvent, findOptionsOf } from '../events/events.sql.ts'
import type { EventWithMoney, OptionRow } from '../events/events.sql.ts'
import type { Tx } from '../platform/database.ts'
import { slotColumns } from '../slots/slots.sql.ts'
import type { SlotRow } from '../slots/slots.sql.ts'
import { registrationColumns } from './registrations.sql.ts'
import type { RegistrationRow } from './registrations.sql.ts'

/** What a batch asks about, so that only that is read. */
export type Wanted = {
  /** Registrations to decide on. */
  registrationIds: string[]
  /** Those of them that may be given up: what else their people have matters then. */
  givenUpIds: string[]
  /** People who ask for something. */
  personIds: string[]
  slotLabels: string[]
  /** Whether what comes of it is said with names; left out, it is. */
  withPeople?: boolean
  /** Whether an owner decides: it matters then whether there is another one. */
  byOwner: boolean
  /** Idempotency keys, side by side. */
  callerIds: string[]
  keys: string[]
  operations: string[]
}

export type LiveRow = { id: string; user_id: string; event_option_id: string; option_type: OptionType }
export type KeptAnswerRow = {
  caller_id: string
  operation: string
  key: string
  request_hash: Buffer
  status: number
  answer: Buffer
}

export type PersonRow = { id: string; is_active: boolean; name: string; email: string; department: string | null }

/** An event and all that a batch looks at, as rows. */
export type SnapshotRows = {
  books: (BooksRow & { now: Date }) | undefined
  event: EventWithMoney | undefined
  options: OptionRow[]
  slots: SlotRow[]
  registrations: RegistrationRow[]
  live: LiveRow[]
  people: PersonRow[]
  /** How many owners may come in; 0 where nobody asked. */
  owners: number
  answers: KeptAnswerRow[]
}

/** How many slots are read beyond those asked for, so that others can be offered. */
const OFFERED_SLOTS = 200

/**
 * Locks an event and reads what a batch looks at: one trip, whatever the size of the batch. The lock is a statement
 * of its own and the first (see `lockBooksStatement`).
 */
export async function lockSnapshot(tx: Tx, key: EventKey, wanted: Wanted): Promise<SnapshotRows> {
  const books = tx.query<BooksRow & { now: Date }>(lockBooksStatement, [key.tenantId, key.eventId])
  const rest = readSnapshot(tx, key, wanted)
  const [[row], rows] = await Promise.all([books, rest])
  return { books: row, ...rows }
}

/** The same without the lock, for a question that changes nothing. */
export async function readSnapshot(tx: Tx, key: EventKey, wanted: Wanted): Promise<Omit<SnapshotRows, 'books'>> {
  const none = Promise.resolve([])
  const ids = [key.tenantId, key.eventId]
  const [event, options, slots, registrations, live, people, owners, answers] = await Promise.all([
    findEvent(tx, key),
    findOptionsOf(tx, key.tenantId, [key.eventId]),
    tx.query<SlotRow>(findSlotsWanted, [...ids, wanted.slotLabels, wanted.registrationIds, OFFERED_SLOTS]),
    wanted.registrationIds.length === 0
      ? none
      : tx.query<RegistrationRow>(findRegistrationsWanted, [...ids, wanted.registrationIds]),
    wanted.personIds.length + wanted.givenUpIds.length === 0
      ? none
      : tx.query<LiveRow>(findLiveWanted, [...ids, wanted.personIds, wanted.givenUpIds]),
    wanted.withPeople === false || wanted.personIds.length + wanted.registrationIds.length === 0
      ? none
      : tx.query<PersonRow>(findPeopleWanted, [...ids, wanted.personIds, wanted.registrationIds]),
    wanted.byOwner ? countOwners(tx, key.tenantId) : 0,
    wanted.keys.length === 0
      ? none
      : tx.query<KeptAnswerRow>(findAnswersWanted, [key.tenantId, wanted.callerIds, wanted.operations, wanted.keys]),
  ])
  return { event, options, slots, registrations, live, people, owners, answers }
}

const findSlotsWanted = {
  name: 'find_slots_wanted',
  text: `(select ${slotColumns} from pickup_slots
           where tenant_id = $1 and event_id = $2 and label = any($3))
         union
         (select ${slotColumns} from pickup_slots
           where tenant_id = $1 and event_id = $2 and id in (
             select unnest(array[preferred_slot_id, assigned_slot_id]) from registrations
              where tenant_id = $1 and event_id = $2 and id = any($4)))
         union
         (select ${slotColumns} from pickup_slots
           where tenant_id = $1 and event_id = $2 and is_active and committed_count < capacity
           order by starts_at, label limit $5)`,
}

const findRegistrationsWanted = {
  name: 'find_registrations_wanted',
  text: `select ${registrationColumns} from registrations where tenant_id = $1 and event_id = $2 and id = any($3)`,
}

const findLiveWanted = {
  name: 'find_live_wanted',
  text: `select r.id, r.user_id, r.event_option_id, o.option_type
           from registrations r
           join event_options o on o.tenant_id = r.tenant_id and o.event_id = r.event_id and o.id = r.event_option_id
          where r.tenant_id = $1 and r.event_id = $2 and r.status in ('PENDING', 'APPROVED')
            and r.user_id = any($3::uuid[] || array(
              select user_id from registrations where tenant_id = $1 and event_id = $2 and id = any($4)))`,
}

const findPeopleWanted = {
  name: 'find_people_wanted',
  text: `select id, is_active, name, email, department from users
          where tenant_id = $1 and id = any($3::uuid[] || array(
            select unnest(array[user_id, approved_by]) from registrations
             where tenant_id = $1 and event_id = $2 and id = any($4)))`,
}

/** Without a name, so that it is planned anew each time: a plan kept from when there were few keys reads all of them. */
const findAnswersWanted = {
  text: `select kept.caller_id, kept.operation, kept.key, kept.request_hash, kept.status, kept.answer
           from unnest($2::uuid[], $3::text[], $4::text[]) as wanted (caller_id, operation, key)
           join idempotency_keys kept on kept.tenant_id = $1 and kept.caller_id = wanted.caller_id
            and kept.operation = wanted.operation and kept.key = wanted.key
          where kept.created_at > now() - interval '24 hours'`,
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
