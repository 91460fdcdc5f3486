import type { eventInput, eventPatch } from '@allot/contract'
import { currencyDecimals, sayMoney, toMinor } from '@allot/core'
import type { z } from 'zod'
import { differences } from '../audit/differences.ts'
import type { Actor } from '../platform/actor.ts'
import { readClock } from '../platform/database.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Problem, invalid } from '../platform/problem.ts'
import { findTenant } from '../tenants/tenants.sql.ts'
import { insertBooks, lockBooks, noteChange, sayBooksClosed, setBudget } from './books.sql.ts'
import type { BooksRow, EventKey } from './books.sql.ts'
import { resetTurns, saveLottery } from './lottery.sql.ts'
import { newLottery } from './lottery.ts'
import { findEvent, findOptionsOf, insertEvent, isSlugTaken, updateEventRow } from './events.sql.ts'
import type { EventRow, EventWithMoney, LotteryRow, OptionRow } from './events.sql.ts'
import { checkLocationRoom } from './location-room.ts'
import { resizeDefaultSlots } from './slot-capacity.sql.ts'

type EventInput = z.infer<typeof eventInput>
type EventPatch = z.infer<typeof eventPatch>

/**
 * Gives what a change may have freed to those who wait, in the same transaction and behind the change itself.
 *
 * @returns whether anybody waits, so that something else may have changed
 */
export type Promote = (tx: Tx, key: EventKey) => Promise<boolean>

/** An event with its options, as it is after a change. */
export type EventNow = { event: EventWithMoney; options: OptionRow[] }

/** @param at the instant at which it is made; left out, the database's own time */
export async function createEvent(tx: Tx, actor: Actor, input: EventInput, at?: Date): Promise<EventNow> {
  const [tenant, now] = await Promise.all([findTenant(tx, actor.tenantId), at ?? readClock(tx)])
  if (!tenant) throw new Problem('TENANT_NOT_FOUND')
  const id = newId()
  const key = { tenantId: actor.tenantId, eventId: id }
  const currency = input.currency ?? tenant.currency
  const budgetMinor = readMoney('body.event_budget_amount', input.event_budget_amount, currency)
  const row: EventRow = {
    id,
    name: input.name,
    description: input.description ?? null,
    event_type: input.event_type,
    currency,
    timezone: input.timezone ?? tenant.timezone,
    event_date: readInstant(input.event_date),
    ends_at: readInstant(input.ends_at),
    venue: input.venue ?? null,
    registration_start_date: readInstant(input.registration_start_date),
    registration_end_date: readInstant(input.registration_end_date),
    hold_stock: input.hold_policy?.stock ?? 'check',
    hold_slot: input.hold_policy?.slot ?? 'check',
    hold_budget: input.hold_policy?.budget ?? 'check',
    registration_limit: input.registration_limit,
    pickup_slot_capacity: input.pickup_slot_capacity,
    ...waitlistColumns(input.waitlist_policy, firstPolicy),
    slug: await chooseSlug(tx, actor.tenantId, id, input.slug, input.name),
    published: input.published,
    is_active: true,
    created_by: actor.userId,
    created_at: now,
    updated_at: now,
    version: 1,
  }
  checkDates(row)
  await insertEvent(tx, actor.tenantId, row)
  await insertBooks(tx, key, budgetMinor)
  const lottery = await changeLottery(tx, key, 'first_come', row)
  const books = await lockExisting(tx, key, at)
  const detail = { name: row.name, event_budget_amount: input.event_budget_amount, currency }
  noteChange(tx, key, books, actor, { action: 'event.created', subjectId: id, detail })
  return {
    event: { ...row, ...lottery, budget_minor: budgetMinor, budget_committed_minor: 0, closed_at: null },
    options: [],
  }
}

/**
 * Changes the fields sent, and only those.
 *
 * @param wanted the version the caller has seen, from If-Match; undefined where any will do
 * @throws Problem STALE, BUDGET_OVERCOMMITTED, SLOT_OVERCOMMITTED, NAME_TAKEN, INVALID: nothing is changed then
 */
export async function updateEvent(
  tx: Tx,
  actor: Actor,
  key: EventKey,
  patch: EventPatch,
  wanted: number | undefined,
  at?: Date,
): Promise<EventNow> {
  // Putting an event away, and back, is no change of what is in its books.
  const isPutAway = patch.is_active !== undefined && Object.keys(patch).length === 1
  const books = isPutAway ? await lockAny(tx, key, at) : await lockExisting(tx, key, at)
  const before = await findEvent(tx, key)
  if (!before) throw new Problem('EVENT_NOT_FOUND')
  checkVersion(before, wanted)

  const patched = applyPatch(before, patch, books.now)
  checkDates(patched)
  const lottery = await changeLottery(tx, key, before.waitlist_order, patched)
  const changed = { ...patched, ...lottery }
  if (changed.slug !== before.slug) await chooseSlug(tx, key.tenantId, key.eventId, changed.slug, changed.name)
  if (changed.pickup_slot_capacity !== before.pickup_slot_capacity) {
    await changeSlotCapacity(tx, key, changed)
  }
  const budgetMinor = await changeBudget(tx, key, books, before, patch.event_budget_amount)

  const options = findOptionsOf(tx, key.tenantId, [key.eventId])
  const detail = differences(before, { ...changed, budget_minor: budgetMinor }, namesToNote(before))
  if (Object.keys(detail).length === 0) return { event: before, options: await options }
  await updateEventRow(tx, key.tenantId, changed)
  noteChange(tx, key, books, actor, { action: actionOf(before, changed), subjectId: key.eventId, detail })
  return {
    event: { ...changed, budget_minor: budgetMinor, budget_committed_minor: books.budget_committed_minor },
    options: await options,
  }
}

/**
 * Locks the books of an event that has to be there, and open; the instant of the change is the database's, unless one is
 * given.
 *
 * @throws Problem EVENT_CLOSED where the books are closed: nothing of the event changes then
 */
export async function lockExisting(tx: Tx, key: EventKey, at?: Date): Promise<BooksRow & { now: Date }> {
  const books = await lockAny(tx, key, at)
  if (books.closed_at) throw new Problem('EVENT_CLOSED', sayBooksClosed(books.closed_at, 'UTC'))
  return books
}

/** The same for what may be done with closed books too. */
export async function lockAny(tx: Tx, key: EventKey, at?: Date): Promise<BooksRow & { now: Date }> {
  const books = await lockBooks(tx, key)
  if (!books) throw new Problem('EVENT_NOT_FOUND')
  return at ? { ...books, now: at } : books
}

/** Money as it came in a request: exact, and in range. */
export function readMoney(path: string, amount: number, currency: string): number {
  const minor = toMinor(amount, currency)
  if (minor !== undefined) return minor
  throw invalid(path, `must have at most ${currencyDecimals(currency)} decimals, as ${currency} has`)
}

export function readInstant(text: string | null | undefined): Date | null {
  return text === null || text === undefined ? null : new Date(text)
}

function checkVersion(event: EventRow, wanted: number | undefined): void {
  if (wanted === undefined || wanted === event.version) return
  throw new Problem('STALE', `You have seen version ${wanted}; it is ${event.version} now. Read it again, then decide.`)
}

function applyPatch(before: EventWithMoney, patch: EventPatch, now: Date): EventWithMoney {
  const { hold_policy: hold, waitlist_policy: waitlist, event_budget_amount: _budget, ...rest } = patch
  const instants = ['event_date', 'ends_at', 'registration_start_date', 'registration_end_date'] as const
  const times = Object.fromEntries(
    instants.flatMap((name) => (rest[name] === undefined ? [] : [[name, readInstant(rest[name])]])),
  )
  return {
    ...before,
    ...rest,
    event_date: before.event_date,
    ends_at: before.ends_at,
    registration_start_date: before.registration_start_date,
    registration_end_date: before.registration_end_date,
    ...times,
    hold_stock: hold?.stock ?? before.hold_stock,
    hold_slot: hold?.slot ?? before.hold_slot,
    hold_budget: hold?.budget ?? before.hold_budget,
    ...waitlistColumns(waitlist, before),
    updated_at: now,
    version: before.version + 1,
  }
}

type WaitlistColumns = Pick<
  EventRow,
  'waitlist_is_open' | 'waitlist_order' | 'waitlist_promotion' | 'waitlist_offer_hours'
>
const firstPolicy: WaitlistColumns = {
  waitlist_is_open: true,
  waitlist_order: 'first_come',
  waitlist_promotion: 'automatic',
  waitlist_offer_hours: 24,
}

function waitlistColumns(said: EventPatch['waitlist_policy'], before: WaitlistColumns): WaitlistColumns {
  return {
    waitlist_is_open: said?.is_open ?? before.waitlist_is_open,
    waitlist_order: said?.order ?? before.waitlist_order,
    waitlist_promotion: said?.promotion ?? before.waitlist_promotion,
    waitlist_offer_hours: said?.offer_hours ?? before.waitlist_offer_hours,
  }
}

/** Where another order is set, everybody stands where they joined again; a lottery to come is committed to right then. */
async function changeLottery(
  tx: Tx,
  key: EventKey,
  before: EventRow['waitlist_order'],
  { waitlist_order: order, ...event }: EventRow & Partial<LotteryRow>,
): Promise<LotteryRow> {
  const { lottery_commitment = null, lottery_seed = null, lottery_drawn_at = null } = event
  if (order === before) return { lottery_commitment, lottery_seed, lottery_drawn_at }
  const lottery = order === 'lottery' ? newLottery(key.eventId) : null
  await saveLottery(tx, key, lottery)
  await resetTurns(tx, key)
  const commitment = lottery?.commitment.toString('hex') ?? null
  return { lottery_commitment: commitment, lottery_seed: null, lottery_drawn_at: null }
}

function checkDates(event: EventRow): void {
  const { registration_start_date: opens, registration_end_date: closes, event_date: begins, ends_at: ends } = event
  if (opens && closes && closes < opens) {
    throw invalid('body.registration_end_date', `must not be before registration_start_date, ${opens.toISOString()}`)
  }
  if (ends && !begins) throw invalid('body.ends_at', 'needs an event_date to end after')
  if (begins && ends && ends < begins) {
    throw invalid('body.ends_at', `must not be before event_date, ${begins.toISOString()}`)
  }
}

async function changeBudget(
  tx: Tx,
  key: EventKey,
  books: BooksRow,
  event: EventWithMoney,
  amount: number | undefined,
): Promise<number> {
  if (amount === undefined) return books.budget_minor
  const budgetMinor = readMoney('body.event_budget_amount', amount, event.currency)
  if (budgetMinor < books.budget_committed_minor) {
    const committed = sayMoney(books.budget_committed_minor, event.currency)
    throw new Problem('BUDGET_OVERCOMMITTED', `${committed} is committed already, so the budget cannot go below that.`)
  }
  if (budgetMinor !== books.budget_minor) await setBudget(tx, key, budgetMinor)
  return budgetMinor
}

async function changeSlotCapacity(tx: Tx, key: EventKey, event: EventRow): Promise<void> {
  const tooFull = await resizeDefaultSlots(tx, key, event.pickup_slot_capacity)
  if (!tooFull) return checkLocationRoom(tx, key, event.timezone)
  throw new Problem(
    'SLOT_OVERCOMMITTED',
    `${tooFull.committed_count} people hold ${tooFull.label}, so a slot cannot take fewer. Move some of them first.`,
  )
}

/** The slug asked for, or one made of the name; a made one gets a number until it is free. */
async function chooseSlug(
  tx: Tx,
  tenantId: string,
  eventId: string,
  wanted: string | undefined,
  name: string,
): Promise<string> {
  if (wanted !== undefined) {
    if (!(await isSlugTaken(tx, tenantId, wanted, eventId))) return wanted
    throw new Problem('NAME_TAKEN', `Another event has the slug ${wanted} already.`)
  }
  const base = slugOf(name)
  if (!(await isSlugTaken(tx, tenantId, base, eventId))) return base
  // Eight characters of an id that nobody can guess: free but by a wonder, and the unique index knows wonders too.
  return `${base.slice(0, 90)}-${eventId.slice(-8)}`
}

function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const slug = plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 90)
    .replaceAll(/^-+|-+$/g, '')
  return slug === '' ? 'event' : slug
}

function actionOf(before: EventRow, after: EventRow): string {
  if (before.is_active !== after.is_active) return after.is_active ? 'event.restored' : 'event.archived'
  return 'event.updated'
}

/** What stands in the trail when it changes: everything but what only counts changes, and what the books count. */
function namesToNote(event: EventWithMoney): (keyof EventWithMoney)[] {
  const names = Object.keys(event) as (keyof EventWithMoney)[]
  return names.filter((name) => !['version', 'updated_at', 'budget_committed_minor'].includes(name))
}
