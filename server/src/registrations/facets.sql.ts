import type { RegistrationFacetsView } from '@allot/contract'
import type { OptionType, RegistrationStatus } from '@allot/core'
import type { EventKey } from '../events/books.sql.ts'
import { MOST_LOOKED_AT } from '../platform/counting.ts'
import type { Tx } from '../platform/database.ts'
import {
  conditionsOf,
  countByStatus,
  draftOf,
  filters,
  findBackdated,
  hasCounter,
  ofPerson,
  only,
  prepareSearch,
  slotOf,
  startsOfDays,
  totalOf,
  walk,
  where,
} from './registration-search.sql.ts'
import type { Draft, RegistrationFilter, Search, StatusCounts } from './registration-search.sql.ts'

export type FacetRows = {
  total: number
  statuses: StatusCounts
  options: { id: string; option_name: string; option_type: OptionType; count: number }[]
  departments: { department: string | null; count: number }[]
  slots: { label: string | null; location: string | null; starts_at: Date | null; count: number }[]
  waiting: WaitingRow
  /** The kinds of which there may be more. */
  atLeast: FacetKind[]
}

type FacetKind = RegistrationFacetsView['at_least'][number]

type WaitingRow = {
  today: number
  days_1_to_2: number
  days_3_to_5: number
  days_over_5: number
  oldest_at: Date | null
  oldest_days: number | null
}

/** Most that are named of one kind; an event has at most 2,000 slots. */
const MOST_VALUES = 200

/**
 * Counts each kind under all conditions but its own. The rows are walked once, and added up by all kinds together;
 * what is left is as little as there are different ones. Of an event with more registrations than one request looks at,
 * the newest are counted; what has a counter is exact all the same, and how long people wait is counted by itself.
 */
export async function countFacets(
  tx: Tx,
  key: EventKey,
  filter: RegistrationFilter,
  timezone: string,
): Promise<FacetRows> {
  const [search, days] = await Promise.all([prepareSearch(tx, key, filter), startsOfDays(tx, key, [0, -2, -5])])
  const isCounted = hasCounter(filter)
  const [kinds, counters, options, slots] = await Promise.all([
    countKinds(tx, key, search, days, isCounted),
    isCounted ? countByStatus(tx, key) : undefined,
    tx.query<OptionCounter>(
      `select id, option_name, option_type, pending_count, committed_count
         from event_options where tenant_id = $1 and event_id = $2 order by id`,
      [key.tenantId, key.eventId],
    ),
    tx.query<SlotCounter>(
      `select id, label, location, starts_at, pending_count
         from pickup_slots where tenant_id = $1 and event_id = $2 order by starts_at, label limit 5000`,
      [key.tenantId, key.eventId],
    ),
  ])
  const isWhole =
    search.people !== undefined || kinds.every(({ kind, count }) => kind !== 'walked' || count <= MOST_LOOKED_AT)
  // The counters of options and slots count what is offered from the waitlist as well, which is not pending.
  const counted = isWhole || counters?.WAITLISTED ? undefined : counters
  const byOption = counted ? optionCountersOf(options, filter.status) : undefined
  const bySlot =
    counted && filter.status === 'PENDING' ? slotCountersOf(slots, counted.PENDING) : countsOf(kinds, 'slot')
  const byStatus = countsOf(kinds, 'status')
  const statusOf = (status: RegistrationStatus) => counters?.[status] ?? byStatus.get(status) ?? 0
  const statuses = {
    WAITLISTED: statusOf('WAITLISTED'),
    PENDING: statusOf('PENDING'),
    APPROVED: statusOf('APPROVED'),
    REJECTED: statusOf('REJECTED'),
    CANCELLED: statusOf('CANCELLED'),
  }
  const isInOrder = isWhole || (await findBackdated(tx, key)).length === 0
  const ages = !isWhole && isInOrder ? await countAges(tx, key, search, days) : { ...agesOf(kinds), isMore: !isWhole }
  const optionCounts = byOption ?? countsOf(kinds, 'option')
  return {
    total: counters ? totalOf(statuses, filter.status) : (countsOf(kinds, 'total').get(null) ?? 0),
    statuses,
    options: options
      .map(({ id, option_name, option_type }) => ({ id, option_name, option_type, count: optionCounts.get(id) ?? 0 }))
      .filter(({ count }) => count > 0),
    departments: kinds.flatMap(({ kind, value, count }) =>
      kind === 'department' ? [{ department: value, count }] : [],
    ),
    slots: [
      ...slots.map(({ id, label, location, starts_at }) => ({
        label,
        location,
        starts_at,
        count: bySlot.get(id) ?? 0,
      })),
      { label: null, location: null, starts_at: null, count: bySlot.get(null) ?? 0 },
    ].filter(({ count }) => count > 0),
    waiting: {
      today: ages.counts[0] ?? 0,
      days_1_to_2: ages.counts[1] ?? 0,
      days_3_to_5: ages.counts[2] ?? 0,
      days_over_5: ages.counts[3] ?? 0,
      oldest_at: ages.oldest,
      oldest_days: ages.oldest ? await daysSince(tx, ages.oldest, timezone) : null,
    },
    atLeast: [
      ...(isWhole || counters ? [] : (['total', 'statuses'] as const)),
      ...(isWhole || byOption ? [] : (['options'] as const)),
      ...(isWhole ? [] : (['departments'] as const)),
      ...(isWhole || (counted && filter.status === 'PENDING') ? [] : (['slots'] as const)),
      ...(ages.isMore ? (['waiting'] as const) : []),
    ],
  }
}

type OptionCounter = {
  id: string
  option_name: string
  option_type: OptionType
  pending_count: number
  committed_count: number
}
type SlotCounter = {
  id: string
  label: string
  location: string | null
  starts_at: Date | null
  pending_count: number
}

type Kind = 'walked' | 'total' | 'status' | 'option' | 'department' | 'slot' | 'age'
type KindRow = { kind: Kind; value: string | null; count: number; oldest: Date | null }
/** Today, one to two days, three to five, and more. */
const AGES = 4
type Ages = { counts: number[]; oldest: Date | null; isMore: boolean }

function countsOf(kinds: readonly KindRow[], wanted: Kind): Map<string | null, number> {
  return new Map(kinds.flatMap(({ kind, value, count }) => (kind === wanted ? [[value, count]] : [])))
}

/** What the options' own counters say of a state; of what was rejected and cancelled they say nothing. */
function optionCountersOf(options: readonly OptionCounter[], status: RegistrationStatus | undefined) {
  if (status !== 'PENDING' && status !== 'APPROVED') return undefined
  const column = status === 'PENDING' ? 'pending_count' : 'committed_count'
  return new Map<string | null, number>(options.map((option) => [option.id, option[column]]))
}

function slotCountersOf(slots: readonly SlotCounter[], pending: number): Map<string | null, number> {
  const inSlots = slots.reduce((sum, { pending_count: count }) => sum + count, 0)
  return new Map<string | null, number>([
    [null, pending - inSlots],
    ...slots.map((slot): [string, number] => [slot.id, slot.pending_count]),
  ])
}

function agesOf(kinds: readonly KindRow[]): Omit<Ages, 'isMore'> {
  const rows = kinds.filter(({ kind }) => kind === 'age')
  const [first] = rows.toSorted((a, b) => Number(a.oldest) - Number(b.oldest))
  const counts = ['0', '1', '2', '3'].map((age) => rows.find(({ value }) => value === age)?.count ?? 0)
  return { counts, oldest: first?.oldest ?? null }
}

async function countKinds(tx: Tx, key: EventKey, search: Search, days: Date[], isCounted: boolean): Promise<KindRow[]> {
  const draft = draftOf(key)
  const [today, twoDaysAgo, fiveDaysAgo] = days.map((day) => draft.put(day))
  const added = { status: 'status', option: 'event_option_id', department: 'department', slot: 'slot_id' }
  const {
    waiting = 'true',
    status,
    option,
    department,
    slot,
  } = conditionsOf(
    draft,
    only(search, 'status', 'askedBefore', 'isInOrder', 'optionIds', 'departments', 'slots'),
    added,
  )
  const named = search.people ? undefined : conditionsOf(draft, only(search, 'text')).person
  const all = { status, option, department, slot, waiting: 'is_waiting', person: 'is_named' }
  const count = (kind: Kind, column: string, ...without: (keyof typeof all)[]) => {
    const names = (Object.keys(all) as (keyof typeof all)[]).filter((name) => !without.includes(name))
    const where = [kind === 'age' ? "status = 'PENDING'" : 'true', ...names.flatMap((name) => all[name] ?? [])].join(
      ' and ',
    )
    return `(select '${kind}' as kind, ${column}::text as value, sum(number)::bigint as count, min(oldest) as oldest
               from added where ${where} group by 2 order by 3 desc, 2 limit ${MOST_VALUES})`
  }
  return tx.query<KindRow>(
    `with added as materialized (
       select part, r.status, r.event_option_id, ${slotOf} as slot_id, ${ofPerson('u.department')} as department,
              ${waiting} as is_waiting, ${named ?? true} as is_named,
              case when r.created_at >= ${today} then 0 when r.created_at >= ${twoDaysAgo} then 1
                   when r.created_at >= ${fiveDaysAgo} then 2 else 3 end as age,
              count(*) as number, min(r.created_at) as oldest
         from (${walks(draft, search, isCounted)}) as r
        group by 1, 2, 3, 4, 5, 6, 7, 8)
     (select 'walked' as kind, part::text as value, sum(number)::bigint as count, null::timestamptz as oldest
        from added group by part)
     union all ${count('total', 'null')}
     union all ${count('status', 'status', 'status')}
     union all ${count('option', 'event_option_id', 'option')}
     union all ${count('department', 'department', 'department')}
     union all ${count('slot', 'slot_id', 'slot')}
     union all ${count('age', 'age', 'status', 'waiting')}`,
    draft.parameters,
  )
}

/**
 * What is walked: all that a person asked for or, where people are many, the newest, each part as far as one request
 * looks. Where the states have counters, only two need be walked: what is asked for, and what is pending, of which it is
 * asked how long it waits.
 */
function walks(draft: Draft, search: Search, isCounted: boolean): string {
  const states = isCounted && search.status ? new Set([search.status, 'PENDING' as const]) : [undefined]
  const parts = [...states].map((status, part) => {
    const walked = walk(draft, { ...only(search, 'people'), status }, 'newest', undefined, MOST_LOOKED_AT + 1)
    return `(select ${part} as part, r.* from (${walked}) as r)`
  })
  return parts.join(' union all ')
}

/**
 * How long what is pending has waited. Ids say when they were made, so that the ages lie one behind the other: of each a
 * fourth of what one request looks at is looked at, and the oldest is looked for from the other end.
 */
async function countAges(tx: Tx, key: EventKey, search: Search, days: Date[]): Promise<Ages> {
  const pending: Search = { ...search, status: 'PENDING', askedBefore: undefined, isInOrder: true }
  const most = MOST_LOOKED_AT / AGES
  const ages = Array.from({ length: AGES }, async (_, age) => {
    const draft = draftOf(key)
    const [before, from] = [days[age - 1], days[age]]
    const asked = filters(draft, pending)
    const isOfAge = from ? [`r.created_at >= ${draft.put(from)}`] : []
    const [row] = await tx.query<{ count: number; walked: number; last: Date | null }>(
      `select count(*) filter (where ${[...isOfAge, ...asked, 'true'].join(' and ')}) as count, count(*) as walked,
              min(r.created_at) as last
         from (${walk(draft, { ...pending, askedBefore: before }, 'newest', undefined, most)}) as r`,
      draft.parameters,
    )
    const { count = 0, walked = 0, last = null } = row ?? {}
    return { count, isMore: walked === most && (!from || last === null || last >= from) }
  })
  const draft = draftOf(key)
  const oldest = tx.query<{ created_at: Date }>(
    `select r.created_at from (${walk(draft, pending, 'oldest', undefined, MOST_LOOKED_AT)}) as r
      ${where(filters(draft, pending))} order by r.id limit 1`,
    draft.parameters,
  )
  const counted = await Promise.all(ages)
  const [first] = await oldest
  return {
    counts: counted.map(({ count }) => count),
    oldest: first?.created_at ?? null,
    isMore: counted.some(({ isMore }) => isMore),
  }
}

async function daysSince(tx: Tx, at: Date, timezone: string): Promise<number> {
  const [row] = await tx.query<{ days: number }>(
    'select (now() at time zone $2)::date - ($1::timestamptz at time zone $2)::date as days',
    [at, timezone],
  )
  return row?.days ?? 0
}
