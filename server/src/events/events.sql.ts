import type { HoldMode, OptionType, PromotionMode, RegistrationLimit, WaitlistOrder } from '@allot/core'
import type { eventTypes } from '@allot/contract'
import { countUpTo } from '../platform/counting.ts'
import type { Tx } from '../platform/database.ts'
import type { Counted, Range } from '../platform/paging.ts'
import type { EventKey } from './books.sql.ts'

export type EventRow = {
  id: string
  name: string
  description: string | null
  event_type: (typeof eventTypes)[number]
  currency: string
  timezone: string
  event_date: Date | null
  ends_at: Date | null
  venue: string | null
  registration_start_date: Date | null
  registration_end_date: Date | null
  hold_stock: HoldMode
  hold_slot: HoldMode
  hold_budget: HoldMode
  registration_limit: RegistrationLimit
  pickup_slot_capacity: number
  waitlist_is_open: boolean
  waitlist_order: WaitlistOrder
  waitlist_promotion: PromotionMode
  waitlist_offer_hours: number
  slug: string
  published: boolean
  is_active: boolean
  created_by: string | null
  created_at: Date
  updated_at: Date
  version: number
}

/** What is published of a lottery; of its seed nothing before it is drawn. In hexadecimal. */
export type LotteryRow = {
  lottery_commitment: string | null
  lottery_seed: string | null
  lottery_drawn_at: Date | null
}

export type EventWithMoney = EventRow &
  LotteryRow & { budget_minor: number; budget_committed_minor: number; closed_at: Date | null }

export type OptionRow = {
  event_id: string
  id: string
  option_name: string
  option_type: OptionType
  description: string | null
  total_available: number
  committed_count: number
  pending_count: number
  promised_count: number
  waiting_count: number
  amount_committed_minor: number
  cost_minor: number | null
  hold_stock: HoldMode | null
  starts_at: Date | null
  ends_at: Date | null
  is_active: boolean
  picture: OptionPicture | null
}

/** A picture of an option, without its bytes; the hash is that of the large one, in hexadecimal. */
export type OptionPicture = { hash: string; alt: string; width: number; height: number }

const columns = [
  'id',
  'name',
  'description',
  'event_type',
  'currency',
  'timezone',
  'event_date',
  'ends_at',
  'venue',
  'registration_start_date',
  'registration_end_date',
  'hold_stock',
  'hold_slot',
  'hold_budget',
  'registration_limit',
  'pickup_slot_capacity',
  'waitlist_is_open',
  'waitlist_order',
  'waitlist_promotion',
  'waitlist_offer_hours',
  'slug',
  'published',
  'is_active',
  'created_by',
  'created_at',
  'updated_at',
  'version',
] as const satisfies (keyof EventRow)[]

const read = `${columns.map((column) => `e.${column}`).join(', ')}, encode(e.lottery_commitment, 'hex') as lottery_commitment,
  case when e.lottery_drawn_at is null then null else encode(e.lottery_seed, 'hex') end as lottery_seed,
  e.lottery_drawn_at`

export const eventColumns = columns.join(', ')

export async function insertEvent(tx: Tx, tenantId: string, event: EventRow): Promise<void> {
  const places = columns.map((_, index) => `$${index + 2}`).join(', ')
  await tx.query(`insert into events (tenant_id, ${eventColumns}) values ($1, ${places})`, [
    tenantId,
    ...columns.map((column) => event[column]),
  ])
}

export async function updateEventRow(tx: Tx, tenantId: string, event: EventRow): Promise<void> {
  const changing = columns.filter((column) => !['id', 'currency', 'created_by', 'created_at'].includes(column))
  const sets = changing.map((column, index) => `${column} = $${index + 3}`).join(', ')
  await tx.query(`update events set ${sets} where tenant_id = $1 and id = $2`, [
    tenantId,
    event.id,
    ...changing.map((column) => event[column]),
  ])
}

/** A change of what belongs to an event (its options, its slots) is a new version of the event. */
export function bumpEventVersion(tx: Tx, { tenantId, eventId }: EventKey, now: Date): void {
  tx.write('update events set version = version + 1, updated_at = $3 where tenant_id = $1 and id = $2', [
    tenantId,
    eventId,
    now,
  ])
}

export async function findEvent(tx: Tx, { tenantId, eventId }: EventKey): Promise<EventWithMoney | undefined> {
  const [row] = await findEvents(tx, tenantId, [eventId])
  return row
}

/** Those of the events that are there, in no order. */
export async function findEvents(tx: Tx, tenantId: string, eventIds: readonly string[]): Promise<EventWithMoney[]> {
  return tx.query<EventWithMoney>(
    {
      name: 'find_events',
      text: `select ${read}, b.budget_minor, b.budget_committed_minor, b.closed_at
               from events e join event_books b on b.tenant_id = e.tenant_id and b.event_id = e.id
              where e.tenant_id = $1 and e.id = any($2)`,
    },
    [tenantId, eventIds],
  )
}

/**
 * Whether another event has a slug. Whoever asks for the same one at this moment waits until this transaction ends:
 * otherwise both would find it free, and the unique index would have to say no to the second.
 */
export async function isSlugTaken(tx: Tx, tenantId: string, slug: string, eventId: string): Promise<boolean> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`slug/${tenantId}/${slug}`])
  const rows = await tx.query('select id from events where tenant_id = $1 and slug = $2 and id <> $3', [
    tenantId,
    slug,
    eventId,
  ])
  return rows.length > 0
}

/** Whether a tenant has any event, be it a draft or archived. */
export async function hasEvents(tx: Tx, tenantId: string): Promise<boolean> {
  const rows = await tx.query('select id from events where tenant_id = $1 limit 1', [tenantId])
  return rows.length > 0
}

export type EventFilter = {
  isActive: boolean
  withDrafts: boolean
  /** Part of the name or of the venue. */
  contains?: string | undefined
  slug?: string | undefined
}

/** Events newest first; drafts only for those who may change them. What a text finds is looked for once, to count and to show. */
export async function listEvents(
  tx: Tx,
  tenantId: string,
  { isActive, withDrafts, contains, slug }: EventFilter,
  { after, skip, limit }: Range,
): Promise<Counted<EventWithMoney>> {
  const parameters: unknown[] = [tenantId, isActive]
  const put = (value: unknown) => `$${parameters.push(value)}`
  const wanted = [
    'e.tenant_id = $1 and e.is_active = $2',
    ...(withDrafts ? [] : ['e.published']),
    ...(slug === undefined ? [] : [`e.slug = ${put(slug)}`]),
    ...(contains ? [`position(lower(${put(contains)}) in e.searched) > 0`] : []),
  ].join(' and ')
  if (!contains) {
    const counted = countUpTo(tx, `select from events e where ${wanted}`, [...parameters])
    const behind = after === undefined ? '' : `and e.id < ${put(after)}`
    const shown = `select e.* from events e where ${wanted} ${behind} order by e.id desc offset ${put(skip)} limit ${put(limit)}`
    const rows = readEvents(tx, shown, parameters)
    const [page, count] = await Promise.all([rows, counted])
    return { rows: page, ...count }
  }
  const behind = after === undefined ? '' : `where id < ${put(after)}`
  const [found] = await tx.query<{ total: number; ids: string[] }>(
    `with found as materialized (select e.id from events e where ${wanted})
     select (select count(*) from found) as total,
            array(select id from found ${behind} order by id desc offset ${put(skip)} limit ${put(limit)}) as ids`,
    parameters,
  )
  const { total = 0, ids = [] } = found ?? {}
  const rows = await readEvents(tx, 'select e.* from events e where e.tenant_id = $1 and e.id = any($2)', [
    tenantId,
    ids,
  ])
  return { rows, total }
}

/** @param shown a statement that gives events */
async function readEvents(tx: Tx, shown: string, parameters: unknown[]): Promise<EventWithMoney[]> {
  return tx.query<EventWithMoney>(
    `select ${read}, b.budget_minor, b.budget_committed_minor, b.closed_at
       from (${shown}) as e join event_books b on b.tenant_id = e.tenant_id and b.event_id = e.id
      order by e.id desc`,
    parameters,
  )
}

export const optionColumns = `event_id, id, option_name, option_type, description, total_available, committed_count,
  pending_count, promised_count, waiting_count, amount_committed_minor, cost_minor, hold_stock, starts_at, ends_at, is_active, picture`

/** The options of some events, in the order in which they were added; archived ones too. */
export async function findOptionsOf(tx: Tx, tenantId: string, eventIds: readonly string[]): Promise<OptionRow[]> {
  return tx.query<OptionRow>(
    {
      name: 'find_options_of',
      text: `select ${optionColumns} from event_options where tenant_id = $1 and event_id = any($2) order by event_id, id`,
    },
    [tenantId, eventIds],
  )
}
