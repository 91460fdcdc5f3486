import type { RegistrationStatus } from '@allot/core'
import type { EventKey } from '../events/books.sql.ts'
import type { Tx } from '../platform/database.ts'
import { countUpTo } from '../platform/counting.ts'
import type { Counted, Range } from '../platform/paging.ts'
import { listColumns, listJoins } from './registrations.sql.ts'
import type { RegistrationListRow } from './registrations.sql.ts'

/** Which registrations of an event somebody looks for; what is left out lets all through. */
export type RegistrationFilter = {
  status?: RegistrationStatus | undefined
  /** Part of a name or an address. */
  contains?: string | undefined
  optionIds?: readonly string[] | undefined
  /** Empty text stands for people without a department, and for registrations without a slot. */
  departments?: readonly string[] | undefined
  slots?: readonly string[] | undefined
  waitingDays?: number | undefined
}

export type Order = 'newest' | 'oldest'

/** What a filter looks for, with names turned into ids where that is cheap. */
export type Search = Pick<RegistrationFilter, 'status' | 'optionIds' | 'departments'> & {
  /** The people a text finds, where they are few, or else the text itself. */
  people: readonly string[] | undefined
  text: string | undefined
  slots: { ids: readonly string[]; orNone: boolean } | undefined
  /** What waits was asked for before this. */
  askedBefore: Date | undefined
}

/** A search as conditions, one for each thing that is searched by. */
type Conditions = Partial<
  Record<'status' | 'person' | 'option' | 'department' | 'slot' | 'waiting', string | undefined>
>

/** A statement in the making: its parameters, of which the first two are the tenant and the event. */
export type Draft = { parameters: unknown[]; put(value: unknown): string }

/** So few people are looked up one by one; where more match, some soon turn up while the list is walked. */
const FEW_PEOPLE = 1_000

/** The slot a registration is counted in: the one it has, or else the one it prefers. */
export const slotOf = 'coalesce(r.assigned_slot_id, r.preferred_slot_id)'

/**
 * An event's registrations, a page at a time, by their key or by the index on states. How many there are is read from
 * the event's counters where only a state is asked for; what other filters find is counted up to a limit.
 */
export async function searchRegistrations(
  tx: Tx,
  key: EventKey,
  filter: RegistrationFilter,
  order: Order,
  range: Range,
): Promise<Counted<RegistrationListRow>> {
  const search = await prepareSearch(tx, key, filter)
  const [rows, count] = await Promise.all([
    readFound(tx, key, search, order, range),
    hasCounter(filter)
      ? countByStatus(tx, key).then((counts) => ({ total: totalOf(counts, filter.status) }))
      : countFound(tx, key, search),
  ])
  return { rows, ...count }
}

/** A page of what a search finds. */
export async function readFound(
  tx: Tx,
  key: EventKey,
  search: Search,
  order: Order,
  { after, skip, limit }: Range,
): Promise<RegistrationListRow[]> {
  const draft = draftOf(key)
  const found = foundBy(draft, search)
  const { parameters, put } = draft
  const [direction, beyond] = order === 'newest' ? ['desc', '<'] : ['asc', '>']
  const behind = after === undefined ? '' : `and r.id ${beyond} ${put(after)}`
  return tx.query<RegistrationListRow>(
    `select ${listColumns}
       from (select r.* ${found} ${behind} order by r.id ${direction} offset ${put(skip)} limit ${put(limit)}) as r ${listJoins}
      order by r.id ${direction}`,
    parameters,
  )
}

function countFound(tx: Tx, key: EventKey, search: Search) {
  const draft = draftOf(key)
  return countUpTo(tx, `select ${foundBy(draft, search)}`, draft.parameters)
}

/** The registrations that a filter finds, oldest first, at most so many. */
export async function findRegistrationIds(
  tx: Tx,
  key: EventKey,
  filter: RegistrationFilter,
  most: number,
): Promise<string[]> {
  const draft = draftOf(key)
  const found = foundBy(draft, await prepareSearch(tx, key, filter))
  const rows = await tx.query<{ id: string }>(
    `select r.id ${found} order by r.id limit ${draft.put(most)}`,
    draft.parameters,
  )
  return rows.map(({ id }) => id)
}

export function draftOf({ tenantId, eventId }: EventKey): Draft {
  const parameters: unknown[] = [tenantId, eventId]
  return { parameters, put: (value) => `$${parameters.push(value)}` }
}

/** `from … where …` of the registrations that a search finds. */
function foundBy(draft: Draft, search: Search): string {
  const said = Object.values(conditionsOf(draft, search)).filter((condition) => condition !== undefined)
  return `${fromRegistrations(said.some((condition) => condition.includes('u.')))} ${said.map((one) => `and ${one}`).join(' ')}`
}

/** Registrations of an event, with the people they are of where those are asked about. */
export function fromRegistrations(withPeople: boolean): string {
  const people = withPeople ? 'join users u on u.tenant_id = r.tenant_id and u.id = r.user_id' : ''
  return `from registrations r ${people} where r.tenant_id = $1 and r.event_id = $2`
}

/** Where what is searched by stands; that one person is meant, and since when they wait, only in the rows themselves. */
const inRows = { status: 'r.status', option: 'r.event_option_id', department: 'u.department', slot: slotOf }

export function conditionsOf({ put }: Draft, search: Search, columns = inRows): Conditions {
  const { status, people, text, optionIds, departments, slots, askedBefore } = search
  return {
    status: status && `${columns.status} = ${put(status)}`,
    person: people ? `r.user_id = any(${put(people)})` : text && isNamed(put(text)),
    option: optionIds && `${columns.option} = any(${put(optionIds)})`,
    department: departments && isAmong(columns.department, put(departments), departments.includes('')),
    slot: slots && isAmong(columns.slot, put(slots.ids), slots.orNone),
    waiting: askedBefore && `r.status = 'PENDING' and r.created_at < ${put(askedBefore)}`,
  }
}

function isAmong(column: string, values: string, orNone: boolean): string {
  return `(${column} = any(${values}) ${orNone ? `or ${column} is null` : ''})`
}

/** Looks up what a filter names. */
export async function prepareSearch(tx: Tx, key: EventKey, filter: RegistrationFilter): Promise<Search> {
  const { status, contains, optionIds, departments, slots, waitingDays } = filter
  const text = contains === undefined || contains === '' ? undefined : contains.toLowerCase()
  const [people, [askedBefore], slotIds] = await Promise.all([
    text === undefined ? [] : findPeople(tx, key, text),
    waitingDays === undefined ? [] : startsOfDays(tx, key, [1 - waitingDays]),
    slots === undefined ? [] : findSlotIds(tx, key, slots),
  ])
  return {
    status,
    optionIds,
    departments,
    askedBefore,
    text,
    people: text !== undefined && people.length <= FEW_PEOPLE ? people : undefined,
    slots: slots && { ids: slotIds, orNone: slots.includes('') },
  }
}

function isNamed(text: string): string {
  return `position(${text} in lower(u.name || ' ' || u.email)) > 0`
}

/** The people a text finds, if they are few; one more than that where they are not. */
async function findPeople(tx: Tx, { tenantId }: EventKey, text: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select u.id from users u where u.tenant_id = $1 and ${isNamed('$2')} limit ${FEW_PEOPLE + 1}`,
    [tenantId, text],
  )
  return rows.map(({ id }) => id)
}

/** When days begin in the event's zone: today with so many days added. Worked out once, and not for every row. */
export async function startsOfDays(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  daysOn: readonly number[],
): Promise<Date[]> {
  const rows = await tx.query<{ start: Date }>(
    `select (date_trunc('day', now() at time zone timezone) + make_interval(days => days)) at time zone timezone as start
       from events, unnest($3::integer[]) with ordinality as day (days, nr)
      where tenant_id = $1 and id = $2 order by nr`,
    [tenantId, eventId, daysOn],
  )
  return rows.map(({ start }) => start)
}

async function findSlotIds(tx: Tx, { tenantId, eventId }: EventKey, labels: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'select id from pickup_slots where tenant_id = $1 and event_id = $2 and label = any($3)',
    [tenantId, eventId, labels],
  )
  return rows.map(({ id }) => id)
}

/** Whether the event's counters know how many a filter finds. */
export function hasCounter(filter: RegistrationFilter): boolean {
  const { status: _status, contains, ...rest } = filter
  return !contains && Object.values(rest).every((value) => value === undefined)
}

export type StatusCounts = Record<RegistrationStatus, number>

export async function countByStatus(tx: Tx, { tenantId, eventId }: EventKey): Promise<StatusCounts> {
  const [row] = await tx.query<StatusCounts>(
    `select waitlisted_count as "WAITLISTED", pending_count as "PENDING", approved_count as "APPROVED", rejected_count as "REJECTED",
            cancelled_count as "CANCELLED"
       from event_books where tenant_id = $1 and event_id = $2`,
    [tenantId, eventId],
  )
  return row ?? { WAITLISTED: 0, PENDING: 0, APPROVED: 0, REJECTED: 0, CANCELLED: 0 }
}

function totalOf(counts: StatusCounts, status: RegistrationStatus | undefined): number {
  return status === undefined ? Object.values(counts).reduce((sum, count) => sum + count, 0) : counts[status]
}
