import type { RegistrationStatus } from '@allot/core'
import { findPeopleByWord, isNamed, patternOf, wantedOf } from '../accounts/people-search.sql.ts'
import type { Wanted } from '../accounts/people-search.sql.ts'
import type { EventKey } from '../events/books.sql.ts'
import { MOST_LOOKED_AT, countUpTo } from '../platform/counting.ts'
import type { Tx } from '../platform/database.ts'
import type { Counted, Range } from '../platform/paging.ts'
import { listColumns, listJoins } from './registrations.sql.ts'
import type { RegistrationListRow } from './registrations.sql.ts'

/** Which registrations of an event somebody looks for; what is left out lets all through. */
export type RegistrationFilter = {
  status?: RegistrationStatus | undefined
  /** What a word of a name or an address begins with. */
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
  /** The people a text finds, where they are few. */
  people: readonly string[] | undefined
  /** The text itself, where they are many. */
  text: Wanted | undefined
  /** The people of the departments, where they are few. */
  members: readonly string[] | undefined
  slots: { ids: readonly string[]; orNone: boolean } | undefined
  /** What waits was asked for before this. */
  askedBefore: Date | undefined
  /** Whether every id of the event says when it was made. */
  isInOrder: boolean
}

/** A search for nothing in particular. */
const everything: Search = {
  status: undefined,
  optionIds: undefined,
  departments: undefined,
  people: undefined,
  text: undefined,
  members: undefined,
  slots: undefined,
  askedBefore: undefined,
  isInOrder: true,
}

/** Only some of what a search asks for. PostgreSQL refuses parameters that a statement does not use. */
export function only(search: Search, ...names: (keyof Search)[]): Search {
  return { ...everything, ...Object.fromEntries(names.map((name) => [name, search[name]])) }
}

/** A search as conditions, one for each thing that is searched by. */
type Conditions = Partial<
  Record<'status' | 'person' | 'option' | 'department' | 'slot' | 'waiting', string | undefined>
>

/** A statement in the making: its parameters, of which the first two are the tenant and the event. */
export type Draft = { parameters: unknown[]; put(value: unknown): string }

/** So few people are looked up one by one; where more match, some soon turn up while the list is walked. */
const FEW_PEOPLE = 1_000
/** Of rows whose people have to be looked up, so many are as much work as all that one request looks at. */
const MOST_PEOPLE_LOOKED_UP = 1_500

/** The slot a registration is counted in: the one it has, or else the one it prefers. */
export const slotOf = 'coalesce(r.assigned_slot_id, r.preferred_slot_id)'

/**
 * An event's registrations, a page at a time, by their key or by the index on states. How many there are is read from
 * the event's counters where only a state is asked for; what other filters find is counted among a bounded number.
 */
export async function searchRegistrations(
  tx: Tx,
  key: EventKey,
  filter: RegistrationFilter,
  order: Order,
  range: Range,
): Promise<Counted<RegistrationListRow>> {
  const search = await prepareSearch(tx, key, filter)
  const [page, count] = await Promise.all([
    readPage(tx, key, search, order, range),
    hasCounter(filter)
      ? countByStatus(tx, key).then((counts) => ({ total: totalOf(counts, filter.status), isMore: false }))
      : countFound(tx, key, search),
  ])
  return { ...page, ...count }
}

/** A page, which ends early where as many as one request looks at were looked at: it says where to go on. */
async function readPage(
  tx: Tx,
  key: EventKey,
  search: Search,
  order: Order,
  range: Range,
): Promise<Pick<Counted<RegistrationListRow>, 'rows' | 'resumeAfter'>> {
  const most = mostOf(search)
  const rows = await readFound(tx, key, search, order, range, most)
  if (rows.length === range.limit || !isWalked(search)) return { rows }
  const draft = draftOf(key)
  const [last] = await tx.query<{ id: string }>(
    `select id from (${walk(draft, search, order, range.after, most)}) as r offset ${draft.put(most - 1)}`,
    draft.parameters,
  )
  return { rows, ...(last ? { resumeAfter: last.id } : {}) }
}

/**
 * The rows behind a place that a search finds.
 *
 * @param most how many registrations to look at, where they have to be looked at one by one; all, if it is not given
 */
export async function readFound(
  tx: Tx,
  key: EventKey,
  search: Search,
  order: Order,
  { after, skip, limit }: Range,
  most?: number,
): Promise<RegistrationListRow[]> {
  const draft = draftOf(key)
  const direction = directionOf(order)
  const found = `select * from (${walk(draft, search, order, after, most)}) as r ${where(filters(draft, search))}`
  return tx.query<RegistrationListRow>(
    `select ${listColumns}
       from (${found} order by r.id ${direction} offset ${draft.put(skip)} limit ${draft.put(limit)}) as r ${listJoins}
      order by r.id ${direction}`,
    draft.parameters,
  )
}

/** Counts what a search finds: all of it where an index finds it, or else among the newest. */
async function countFound(tx: Tx, key: EventKey, search: Search): Promise<{ total: number; isMore: boolean }> {
  const draft = draftOf(key)
  if (!isWalked(search)) {
    const found = `select from (${walk(draft, search, 'newest')}) as r ${where(filters(draft, search))}`
    return countUpTo(tx, found, draft.parameters)
  }
  const most = mostOf(search)
  const [row] = await tx.query<{ total: number; walked: number }>(
    `select count(*) filter (where ${filters(draft, search).join(' and ')}) as total, count(*) as walked
       from (${walk(draft, search, 'newest', undefined, most + 1)}) as r`,
    draft.parameters,
  )
  return { total: Math.min(row?.total ?? 0, most), isMore: (row?.walked ?? 0) > most }
}

/** The registrations that a filter finds, oldest first, at most so many. */
export async function findRegistrationIds(
  tx: Tx,
  key: EventKey,
  filter: RegistrationFilter,
  most: number,
): Promise<string[]> {
  const draft = draftOf(key)
  const search = await prepareSearch(tx, key, filter)
  const rows = await tx.query<{ id: string }>(
    `select r.id from (${walk(draft, search, 'oldest')}) as r ${where(filters(draft, search))}
      order by r.id limit ${draft.put(most)}`,
    draft.parameters,
  )
  return rows.map(({ id }) => id)
}

/**
 * The registrations among which a search looks: those of few people by the index on people, or else one after the other
 * along the key or the index on states, from a place on.
 */
export function walk(draft: Draft, search: Search, order: Order, after?: string, most?: number): string {
  const { put } = draft
  const { status, waiting } = conditionsOf(
    draft,
    search.isInOrder ? only(search, 'status', 'askedBefore', 'isInOrder') : only(search, 'status'),
  )
  const few = fewOf(search)
  const conditions = [
    'r.tenant_id = $1 and r.event_id = $2',
    status,
    waiting ?? (search.askedBefore && "r.status = 'PENDING'"),
    few && `r.user_id = any(${put(few)})`,
    after && `r.id ${order === 'newest' ? '<' : '>'} ${put(after)}`,
  ].filter((condition) => condition !== undefined)
  const inOrder = few ? '' : `order by r.id ${directionOf(order)}${most === undefined ? '' : ` limit ${put(most)}`}`
  return `select r.* from registrations r where ${conditions.join(' and ')} ${inOrder}`
}

/** What of a search is asked of each row by itself. */
export function filters(draft: Draft, search: Search): string[] {
  const asked = only(search, 'people', 'text', 'optionIds', 'departments', 'members', 'slots')
  // Where ids say nothing of times, each row is asked for its own.
  const timed = search.isInOrder ? asked : { ...asked, askedBefore: search.askedBefore, isInOrder: false }
  const { waiting, person, option, department, slot } = conditionsOf(draft, timed)
  // What stands in the row itself first: people are looked up for those that are left.
  return [waiting, option, slot, department, person].filter((condition) => condition !== undefined)
}

export function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`
}

/** Those whose registrations are looked up by whose they are. */
function fewOf({ people, members }: Search): readonly string[] | undefined {
  if (people && members) return people.length < members.length ? people : members
  return people ?? members
}

/** Whether rows are looked at that are not found. */
function isWalked(search: Search): boolean {
  const { text, optionIds, departments, slots, askedBefore, isInOrder } = search
  const isAsked = [text, optionIds, departments, slots, isInOrder ? undefined : askedBefore].some(
    (one) => one !== undefined,
  )
  return isAsked && fewOf(search) === undefined
}

/** How many rows one request looks at for a page, and to count. */
function mostOf({ text, departments }: Search): number {
  return text === undefined && departments === undefined ? MOST_LOOKED_AT : MOST_PEOPLE_LOOKED_UP
}

function directionOf(order: Order): string {
  return order === 'newest' ? 'desc' : 'asc'
}

export function draftOf({ tenantId, eventId }: EventKey): Draft {
  const parameters: unknown[] = [tenantId, eventId]
  return { parameters, put: (value) => `$${parameters.push(value)}` }
}

// Looked up row by row: joined, all people of the tenant might be read for a page.
export const ofPerson = (what: string) =>
  `(select ${what} from users u where u.tenant_id = r.tenant_id and u.id = r.user_id)`

/** Where what is searched by stands; that one person is meant, and since when they wait, only in the rows themselves. */
const inRows = { status: 'r.status', option: 'r.event_option_id', department: ofPerson('u.department'), slot: slotOf }

export function conditionsOf({ put }: Draft, search: Search, columns = inRows): Conditions {
  const { status, people, text, members, optionIds, departments, slots, askedBefore, isInOrder } = search
  // Ids say when they were made: an instant is a place in the index.
  const place = askedBefore && isInOrder ? `and r.id < end_of_ids(${put(askedBefore)})` : ''
  return {
    status: status && `${columns.status} = ${put(status)}`,
    person: people ? `r.user_id = any(${put(people)})` : text && ofPerson(isNamed('u', put(patternOf(text)))),
    option: optionIds && `${columns.option} = any(${put(optionIds)})`,
    department:
      members && columns === inRows
        ? `r.user_id = any(${put(members)})`
        : departments && isAmong(columns.department, put(departments), departments.includes('')),
    slot: slots && isAmong(columns.slot, put(slots.ids), slots.orNone),
    waiting: askedBefore && `r.status = 'PENDING' and r.created_at < ${put(askedBefore)} ${place}`,
  }
}

function isAmong(column: string, values: string, orNone: boolean): string {
  return `(${column} = any(${values}) ${orNone ? `or ${column} is null` : ''})`
}

/** Looks up what a filter names. */
export async function prepareSearch(tx: Tx, key: EventKey, filter: RegistrationFilter): Promise<Search> {
  const { status, contains, optionIds, departments, slots, waitingDays } = filter
  const text = wantedOf(contains)
  const [people, members, [askedBefore], backdated, slotIds] = await Promise.all([
    text === undefined ? undefined : findPeopleByWord(tx, key.tenantId, text, FEW_PEOPLE),
    departments === undefined ? undefined : findMembers(tx, key, departments),
    waitingDays === undefined ? [] : startsOfDays(tx, key, [1 - waitingDays]),
    waitingDays === undefined ? [] : findBackdated(tx, key),
    slots === undefined ? [] : findSlotIds(tx, key, slots),
  ])
  const few = (found: string[] | undefined) => (found && found.length <= FEW_PEOPLE ? found : undefined)
  return {
    status,
    optionIds,
    departments,
    askedBefore,
    isInOrder: backdated.length === 0,
    text,
    people: few(people),
    members: few(members),
    slots: slots && { ids: slotIds, orNone: slots.includes('') },
  }
}

/** The people of some departments, if they are few; one more than that where they are not. */
async function findMembers(tx: Tx, { tenantId }: EventKey, departments: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from users where tenant_id = $1 and ${isAmong('department', '$2', departments.includes(''))}
      limit ${FEW_PEOPLE + 1}`,
    [tenantId, departments],
  )
  return rows.map(({ id }) => id)
}

/** A registration that was not asked for when its id was made, if there is one: it has been dated back. */
export async function findBackdated(tx: Tx, { tenantId, eventId }: EventKey): Promise<{ id: string }[]> {
  return tx.query<{ id: string }>(
    // In the order of the index that has nothing else in it: no other way gives that without reading everything.
    `select id from registrations
      where tenant_id = $1 and event_id = $2 and id >= end_of_ids(created_at) order by created_at limit 1`,
    [tenantId, eventId],
  )
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

export function totalOf(counts: StatusCounts, status: RegistrationStatus | undefined): number {
  return status === undefined ? Object.values(counts).reduce((sum, count) => sum + count, 0) : counts[status]
}
