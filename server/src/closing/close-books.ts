import { createHash } from 'node:crypto'
import type { ClosingInput, ClosingView } from '@allot/contract'
import { fromMinor, sayInstant } from '@allot/core'
import type { LedgerKind } from '@allot/core'
import { linkAudit, saveAudit } from '../audit/audit.sql.ts'
import type { AuditNote } from '../audit/audit.sql.ts'
import { readBooks, sayBooksClosed } from '../events/books.sql.ts'
import type { BooksRow, EventKey, LockedBooks } from '../events/books.sql.ts'
import { lockAny } from '../events/change-event.ts'
import { sayTime } from '../events/event-view.ts'
import type { EventWithMoney } from '../events/events.sql.ts'
import { findVisibleEvent } from '../events/find-event.ts'
import { linkLedger, saveLedger } from '../ledger/ledger.sql.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { Problem, invalid } from '../platform/problem.ts'
import {
  findCloser,
  findHoldingDesk,
  moveOptions,
  readClosing,
  readToSettle,
  saveBooks,
  saveSettled,
} from './closing.sql.ts'
import type { ClosingRow, HoldingDesk, SettledRow, Settlement } from './closing.sql.ts'

/** So many registrations are read and written with one statement. */
const PAGE = 10_000
/** So many are settled in one transaction: others wait for the lock meanwhile. */
const MOST_SETTLED = 200_000

type Way = ClosingInput['uncollected']
type Ways = (optionId: string) => Way

const settlementOf: Record<Way, Settlement> = { return: 'RETURNED', write_off: 'WRITTEN_OFF' }

/** What closing would settle, or has: what somebody is shown before they close. */
export async function previewClosing(tx: Tx, actor: Actor, key: EventKey): Promise<ClosingView> {
  const [event, books, rows] = await Promise.all([
    findVisibleEvent(tx, actor, key.eventId),
    readBooks(tx, key),
    readClosing(tx, key),
  ])
  if (!books) throw new Problem('EVENT_NOT_FOUND')
  return viewClosing(event, books, rows, await findCloser(tx, key))
}

/**
 * Closes the books of an event, under their lock: whoever collects or decides has done so before, or finds them closed.
 *
 * @throws Problem EVENT_CLOSED, EVENT_NOT_OVER, CLOSING_CHANGED, LEASED, TOO_MANY: nothing is closed then
 */
export async function closeBooks(tx: Tx, actor: Actor, key: EventKey, input: ClosingInput): Promise<ClosingView> {
  const books = await lockAny(tx, key)
  const [event, rows] = await Promise.all([findVisibleEvent(tx, actor, key.eventId), readClosing(tx, key)])
  if (books.closed_at) throw new Problem('EVENT_CLOSED', sayBooksClosed(books.closed_at, event.timezone))
  checkOver(event, books.now, input.early === true)
  const wayOf = waysOf(input, rows)
  const preview = viewClosing(event, books, rows, null, wayOf)
  if (input.expected_basis !== undefined && input.expected_basis !== preview.basis) {
    throw new Problem('CLOSING_CHANGED', 'Something was collected or decided since that preview. Look at it again.')
  }
  if (input.dry_run) return preview
  // What it hands out meanwhile would be returned as well: it is waited for, or taken out of use.
  checkHolding(await findHoldingDesk(tx, key, books.now), event.timezone)
  checkCount(preview.total.uncollected.count)

  const note = {
    action: 'event.closed',
    subjectId: key.eventId,
    detail: {
      uncollected: input.uncollected,
      options: input.options ?? [],
      settled: preview.total.uncollected.count,
      committed_minor: books.budget_committed_minor,
      basis: preview.basis,
    },
  }
  await settle(tx, actor, key, books, { which: 'uncollected', note, closedAt: books.now }, ({ event_option_id: id }) =>
    settlementOf[wayOf(id)] === 'RETURNED' ? 'RETURN' : 'WRITE_OFF',
  )
  return previewClosing(tx, actor, key)
}

function checkHolding(desk: HoldingDesk | undefined, timezone: string): void {
  if (!desk) return
  const { desk_name: name, people, expires_at: until } = desk
  throw new Problem(
    'LEASED',
    `${name} holds ${people === 1 ? '1 person' : `${people} people`} who did not collect, until ${sayInstant(until, timezone)}. ` +
      'Have its tablet send what it has, or take it out of use; then close the books.',
  )
}

/** Opens closed books again: what was returned is committed again, at the amounts of before. */
export async function reopenBooks(tx: Tx, actor: Actor, key: EventKey, reason: string): Promise<ClosingView> {
  const books = await lockAny(tx, key)
  const [, rows] = await Promise.all([findVisibleEvent(tx, actor, key.eventId), readClosing(tx, key)])
  if (!books.closed_at) throw new Problem('EVENT_NOT_CLOSED', 'The books of this event are open already.')
  checkCount(rows.reduce((sum, row) => sum + row.returned_count + row.written_off_count, 0))
  const note = { action: 'event.reopened', subjectId: key.eventId, detail: { reason, closed_at: books.closed_at } }
  await settle(tx, actor, key, books, { which: 'settled', note, closedAt: null }, () => 'RESTORE')
  return previewClosing(tx, actor, key)
}

type Step = {
  which: 'uncollected' | 'settled'
  note: Pick<AuditNote, 'action' | 'subjectId' | 'detail'>
  closedAt: Date | null
}

/** Settles page by page: a ledger entry and an audit entry for each registration, then one for the event. */
async function settle(
  tx: Tx,
  actor: Actor,
  key: EventKey,
  books: BooksRow & { now: Date },
  { which, note, closedAt }: Step,
  kindOf: (row: SettledRow) => LedgerKind,
): Promise<void> {
  const by = { actorId: actor.userId, apiKeyId: actor.apiKeyId, at: books.now }
  const moved = new Map<string, { count: number; amountMinor: number }>()
  let ledger = { count: books.ledger_count, hash: books.ledger_hash }
  let audit = { count: books.audit_count, hash: books.audit_hash }
  let balanceMinor = books.budget_committed_minor

  for (let after: string | undefined; ;) {
    const rows = await readToSettle(tx, key, which, after, PAGE)
    const entries = rows.map((row) => {
      const kind = kindOf(row)
      const amountMinor = amountOf(kind, row)
      balanceMinor += amountMinor
      if (isStockMoved(kind, row)) count(moved, row.event_option_id, kind === 'RETURN' ? -1 : 1, amountMinor)
      const { eventId } = key
      return { kind, amountMinor, balanceMinor, eventId, registrationId: row.id, actorId: actor.userId, at: books.now }
    })
    const notes = rows.map((row, index): AuditNote => noteOf(row, entries[index]?.kind ?? 'RESTORE', by))
    const linked = linkLedger(ledger, entries)
    const noted = linkAudit(key.eventId, audit, notes)
    saveLedger(tx, key.tenantId, linked.links)
    saveAudit(tx, key.tenantId, noted.links)
    const settled = entries.map(({ kind }) => settledAs(kind))
    saveSettled(
      tx,
      key,
      rows.map(({ id }) => id),
      settled,
    )
    ledger = linked.head
    audit = noted.head
    after = rows.at(-1)?.id
    if (rows.length < PAGE) break
  }

  moveOptions(tx, key, moved)
  const last = linkAudit(key.eventId, audit, [{ ...note, ...by }])
  saveAudit(tx, key.tenantId, last.links)
  const closedBy = closedAt === null ? null : actor.userId
  saveBooks(tx, key, { closedAt, closedBy, committedMinor: balanceMinor, ledger, audit: last.head })
}

/** Taken from 0 and not negated: giving back nothing is 0, never -0. */
function amountOf(kind: LedgerKind, { amount_minor: minor, settled_as: settled }: SettledRow): number {
  if (kind === 'RETURN') return 0 - minor
  return kind === 'RESTORE' && settled === 'RETURNED' ? minor : 0
}

function isStockMoved(kind: LedgerKind, { settled_as: settled }: SettledRow): boolean {
  return kind === 'RETURN' || (kind === 'RESTORE' && settled === 'RETURNED')
}

function count(
  moved: Map<string, { count: number; amountMinor: number }>,
  optionId: string,
  more: number,
  amountMinor: number,
): void {
  const before = moved.get(optionId) ?? { count: 0, amountMinor: 0 }
  moved.set(optionId, { count: before.count + more, amountMinor: before.amountMinor + amountMinor })
}

function settledAs(kind: LedgerKind): Settlement | null {
  return kind === 'RETURN' ? 'RETURNED' : kind === 'WRITE_OFF' ? 'WRITTEN_OFF' : null
}

function noteOf(row: SettledRow, kind: LedgerKind, by: Pick<AuditNote, 'actorId' | 'apiKeyId' | 'at'>): AuditNote {
  const actions = { RETURN: 'registration.returned', WRITE_OFF: 'registration.written_off' } as const
  const { user_id, event_option_id, amount_minor } = row
  return {
    action: kind === 'RETURN' || kind === 'WRITE_OFF' ? actions[kind] : 'registration.restored',
    subjectId: row.id,
    fromStatus: 'APPROVED',
    toStatus: 'APPROVED',
    detail: { user_id, event_option_id, amount_minor },
    ...by,
  }
}

function checkOver({ ends_at: endsAt, timezone }: EventWithMoney, now: Date, isEarly: boolean): void {
  if (isEarly || (endsAt && endsAt <= now)) return
  const when = endsAt ? `ends on ${sayInstant(endsAt, timezone)} (${timezone})` : 'has no end'
  throw new Problem('EVENT_NOT_OVER', `This event ${when}. To close its books all the same, send early: true.`)
}

function checkCount(settled: number): void {
  if (settled <= MOST_SETTLED) return
  throw new Problem('TOO_MANY', `${settled} registrations would change; one step settles at most ${MOST_SETTLED}.`)
}

function waysOf({ uncollected, options = [] }: ClosingInput, rows: readonly ClosingRow[]): Ways {
  const strange = options.findIndex((one) => !rows.some((row) => row.event_option_id === one.event_option_id))
  if (strange >= 0)
    throw invalid(`body.options.${strange}.event_option_id`, 'must be the id of an option of this event')
  const named = new Map(options.map((one) => [one.event_option_id, one.uncollected]))
  return (optionId) => named.get(optionId) ?? uncollected
}

/** A place that was kept free is used up with its hour; what lies in a box is not. */
function suggestionFor({ option_type: type }: ClosingRow): Way {
  return type === 'TRACK' ? 'write_off' : 'return'
}

const parts = ['approved', 'collected', 'uncollected', 'returned', 'written_off'] as const

function viewClosing(
  event: EventWithMoney,
  books: LockedBooks | (BooksRow & { now: Date }),
  rows: readonly ClosingRow[],
  closedByName: string | null,
  wayOf?: Ways,
): ClosingView {
  const say = (minor: number) => fromMinor(minor, event.currency)
  const share = (minor: number, many: number) => ({ count: many, amount: say(minor) })
  const sum = (name: `${(typeof parts)[number]}_${'count' | 'minor'}`) => rows.reduce((all, row) => all + row[name], 0)
  const sharesOf = (read: (name: `${(typeof parts)[number]}_${'count' | 'minor'}`) => number) => ({
    approved: share(read('approved_minor'), read('approved_count')),
    collected: share(read('collected_minor'), read('collected_count')),
    uncollected: share(read('uncollected_minor'), read('uncollected_count')),
    returned: share(read('returned_minor'), read('returned_count')),
    written_off: share(read('written_off_minor'), read('written_off_count')),
  })
  const givenBack = rows
    .filter((row) => (wayOf?.(row.event_option_id) ?? suggestionFor(row)) === 'return')
    .reduce((all, row) => all + row.uncollected_minor, 0)
  return {
    event_id: event.id,
    currency: event.currency,
    is_closed: books.closed_at !== null,
    closed_at: sayTime(books.closed_at),
    closed_by_name: closedByName,
    ends_at: sayTime(event.ends_at),
    is_over: event.ends_at !== null && event.ends_at <= books.now,
    total: sharesOf(sum),
    options: rows.map((row) => ({
      event_option_id: row.event_option_id,
      option_name: row.option_name,
      option_type: row.option_type,
      ...sharesOf((name) => row[name]),
      suggestion: suggestionFor(row),
    })),
    undecided: { pending: books.pending_count, waitlisted: books.waitlisted_count },
    budget: say(books.budget_minor),
    committed: say(books.budget_committed_minor),
    committed_after: say(books.budget_committed_minor - givenBack),
    basis: basisOf(rows),
  }
}

/** What closing comes out from: the same as long as nothing of it changes. */
function basisOf(rows: readonly ClosingRow[]): string {
  const figures = rows.map((row) => [
    row.event_option_id,
    ...parts.flatMap((name) => [row[`${name}_count`], row[`${name}_minor`]]),
  ])
  return createHash('sha256').update(JSON.stringify(figures)).digest('hex')
}
