import { MOST_PROMOTIONS, moneyLeft, roomForWaiting } from '@allot/core'
import type { Waitlist } from '@allot/core'
import type { AuditNote } from '../audit/audit.sql.ts'
import type { BooksRow, EventKey, LockedBooks } from '../events/books.sql.ts'
import { holdPolicyOf, isToBeDrawn, periodOf, stockOf } from '../events/event-view.ts'
import type { EventWithMoney } from '../events/events.sql.ts'
import type { Tx } from '../platform/database.ts'
import type { RegistrationRow } from './registrations.sql.ts'
import { groupLive } from './snapshot.sql.ts'
import type { SnapshotRows, WaitingRows } from './snapshot.sql.ts'
import { drawLottery, findBeside, findNextWaiting, findOffered, findWaitsOf } from './waiting.sql.ts'

/** One more than can come up at once: whether somebody is left is seen then. */
const READ_FOR_EACH_OPTION = MOST_PROMOTIONS + 1

/**
 * Adds those who wait to what was read of an event. Where nobody waits it costs nothing.
 *
 * @param personIds who asks for something
 * @param mayDraw whether a lottery whose time has come is drawn: only under the lock
 * @param at the instant of the decision; left out, the database's own time
 */
export async function withWaiting<Rows extends SnapshotRows & { books?: LockedBooks | undefined }>(
  tx: Tx,
  key: EventKey,
  rows: Rows,
  personIds: readonly string[],
  { mayDraw, at }: { mayDraw: boolean; at?: Date | undefined },
): Promise<Rows> {
  const { books, event } = rows
  // Once the books are closed nobody comes up, and nothing is drawn.
  if (!books || !event || books.waitlisted_count === 0 || books.closed_at !== null) return rows
  const now = at ?? books.now
  const drawn = mayDraw && isTimeToDraw(event, now) ? await drawNow(tx, key, event, now) : undefined
  const waiting = await readWaiting(tx, key, { ...rows, books, event: drawn?.event ?? event }, personIds, now)
  return { ...rows, event: drawn?.event ?? event, waiting: { ...waiting, notes: drawn ? [drawn.note] : [] } }
}

/** A lottery is drawn when nobody can join any more. */
function isTimeToDraw(event: EventWithMoney, now: Date): boolean {
  const closesAt = event.registration_end_date
  return isToBeDrawn(event) && closesAt !== null && now > closesAt
}

/** Draws the lottery of an event, and says what the trail is to say of it. */
export async function drawNow(
  tx: Tx,
  key: EventKey,
  event: EventWithMoney,
  now: Date,
): Promise<{ event: EventWithMoney; note: AuditNote } | undefined> {
  const lottery = await drawLottery(tx, key, now)
  if (!lottery) return undefined
  const { seed, drawn } = lottery
  const detail = { commitment: event.lottery_commitment, seed, drawn }
  return {
    event: { ...event, lottery_seed: seed, lottery_drawn_at: now },
    note: { action: 'event.lottery_drawn', subjectId: key.eventId, actorId: null, apiKeyId: null, detail, at: now },
  }
}

async function readWaiting(
  tx: Tx,
  key: EventKey,
  rows: SnapshotRows & { books: BooksRow; event: EventWithMoney },
  personIds: readonly string[],
  now: Date,
): Promise<Omit<WaitingRows, 'notes'>> {
  const policy = holdPolicyOf(rows.event)
  const waitingIds = rows.registrations.filter(({ status }) => status === 'WAITLISTED').map(({ id }) => id)
  const [others, waits] = await Promise.all([
    isDue(rows.books, now) || waitingIds.length > 0 ? findOffered(tx, key, waitingIds, now, MOST_PROMOTIONS) : [],
    findWaitsOf(tx, key, personIds),
  ])
  // What the batch is about may be given up, and what has run out is: it may free what somebody waits for.
  const given = [...rows.registrations, ...others]
  const entries = await findNextWaiting(tx, key, {
    optionIds: isToBeDrawn(rows.event) ? [] : optionsWithin(rows, given),
    freedSlotIds: given.flatMap((row) => [row.preferred_slot_id ?? [], row.assigned_slot_id ?? []].flat()),
    isSlotHeld: policy.slot === 'hold',
    freedIds: given.map(({ id }) => id),
    isTimed: rows.options.some((option) => periodOf(option) !== undefined),
    limit: READ_FOR_EACH_OPTION,
  })
  const beside = await findBeside(tx, key, [...entries, ...others])
  const isCut = entries.length >= READ_FOR_EACH_OPTION || others.length >= MOST_PROMOTIONS
  return { entries, others, waits, ...beside, isCut }
}

/**
 * Options that somebody who waits might get: there is room for one more, or there may be once what the batch is about is
 * given up, and the money reaches for it then.
 */
function optionsWithin(
  { books, event, options }: SnapshotRows & { books: BooksRow; event: EventWithMoney },
  given: readonly RegistrationRow[],
): string[] {
  const policy = holdPolicyOf(event)
  const money = {
    budgetMinor: books.budget_minor,
    committedMinor: books.budget_committed_minor,
    pendingMinor: books.pending_minor,
    promisedMinor: books.promised_minor,
  }
  const givenUp = new Set(given.map((row) => row.event_option_id))
  const withinMinor = moneyLeft(money, policy) + given.reduce((sum, row) => sum + row.amount_minor, 0)
  return options
    .map((row) => stockOf(row, event))
    .filter((option) => option.isActive && (option.waiting ?? 0) > 0 && option.priceMinor <= withinMinor)
    .filter((option) => roomForWaiting(option, policy) > 0 || givenUp.has(option.id))
    .map(({ id }) => id)
}

/** The waitlist as the rules look at it. */
export function waitlistOf(event: EventWithMoney, waiting: WaitingRows | undefined): Waitlist {
  return {
    policy: {
      isOpen: event.waitlist_is_open,
      promotion: event.waitlist_promotion,
      offerHours: event.waitlist_offer_hours,
    },
    entries: (waiting?.entries ?? []).map(({ id, priority, rank }) => ({ registrationId: id, priority, rank })),
    waits: groupLive(waiting?.waits ?? []),
    isUnderWay: !isToBeDrawn(event),
  }
}

/** Whether something of the waitlist is due by now. */
export function isDue({ waitlist_due_at: dueAt }: Pick<BooksRow, 'waitlist_due_at'>, now: Date): boolean {
  return dueAt !== null && dueAt <= now
}
