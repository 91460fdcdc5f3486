import type { ComparedEvent, ReportView } from '@allot/contract'
import { fromMinor, sayMoney, toMinor } from '@allot/core'
import { readBooks } from '../events/books.sql.ts'
import type { EventKey } from '../events/books.sql.ts'
import { sayTime } from '../events/event-view.ts'
import { findVisibleEvent } from '../events/find-event.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { Problem, invalid } from '../platform/problem.ts'
import { findFindings } from './findings.ts'
import {
  findEarlier,
  readDepartmentLines,
  readFigures,
  readHours,
  readOptionLines,
  readScanCounts,
  readSlotLines,
} from './report.sql.ts'
import type { EventFigures } from './report.sql.ts'

/**
 * An event in figures, read from one snapshot.
 *
 * @param compare events to compare with; left out, the last three of the same type
 * @throws Problem INVALID where one of them is not there
 */
export async function makeReport(tx: Tx, actor: Actor, key: EventKey, compare?: string[]): Promise<ReportView> {
  const event = await findVisibleEvent(tx, actor, key.eventId)
  const earlierIds = compare ?? (await findEarlier(tx, key))
  const [books, figures, options, departments, slots, hours, scans] = await Promise.all([
    readBooks(tx, key),
    readFigures(tx, key.tenantId, [key.eventId, ...earlierIds]),
    readOptionLines(tx, key),
    readDepartmentLines(tx, key),
    readSlotLines(tx, key),
    readHours(tx, key, event.timezone),
    readScanCounts(tx, key),
  ])
  const own = figures.find(({ id }) => id === key.eventId)
  if (!books || !own) throw new Problem('EVENT_NOT_FOUND')
  const missing = earlierIds.findIndex((id) => !figures.some((one) => one.id === id))
  if (missing >= 0) throw invalid('query.compare', 'must be ids of events')

  const { currency } = event
  const say = (minor: number) => fromMinor(minor, currency)
  const view = <Line extends { committed_minor: number; spent_minor: number; name: string | null }>(line: Line) => {
    const { committed_minor, spent_minor, ...rest } = line
    return { ...rest, committed: say(committed_minor), spent: say(spent_minor) }
  }
  const budget = say(own.budget_minor)
  const spent = say(own.spent_minor)
  return {
    event_id: event.id,
    event_name: event.name,
    currency,
    timezone: event.timezone,
    made_at: books.now.toISOString(),
    is_closed: books.closed_at !== null,
    budget,
    planned: say(options.reduce((sum, { planned_minor }) => sum + planned_minor, 0)),
    committed: say(own.committed_minor),
    spent,
    asked: own.asked,
    approved: own.approved,
    collected: own.collected,
    no_shows: own.approved - own.collected,
    participants: own.participants,
    cost_per_participant: costOf(own),
    options: options.map(({ id, planned_minor, ...line }) => ({
      ...view(line),
      name: line.name,
      event_option_id: id,
      planned: say(planned_minor),
    })),
    departments: departments.map(view),
    slots: slots.map(({ id, starts_at, ...line }) => ({ ...view(line), slot_id: id, starts_at: sayTime(starts_at) })),
    hours,
    earlier: figures.filter(({ id }) => id !== key.eventId).map(viewCompared),
    findings: findFindings({
      eventId: event.id,
      isOver: books.closed_at !== null || (event.ends_at !== null && event.ends_at <= books.now),
      budget,
      spent,
      uncollectedAmount: say(own.committed_minor - own.spent_minor),
      approved: own.approved,
      collected: own.collected,
      pending: books.pending_count,
      scans,
      options: options.map(({ name, ...line }) => ({ ...line, name: name ?? '' })),
      slots: slots.map(({ name, ...line }) => ({ ...line, name: name ?? '' })),
      sayMoney: (amount) => sayMoney(toMinor(amount, currency) ?? 0, currency),
    }),
  }
}

function viewCompared(row: EventFigures): ComparedEvent {
  const say = (minor: number) => fromMinor(minor, row.currency)
  return {
    event_id: row.id,
    name: row.name,
    currency: row.currency,
    event_date: sayTime(row.event_date),
    budget: say(row.budget_minor),
    committed: say(row.committed_minor),
    spent: say(row.spent_minor),
    approved: row.approved,
    collected: row.collected,
    participants: row.participants,
    cost_per_participant: costOf(row),
  }
}

/** What was spent for each who collected anything, to the nearest minor unit; of nobody there is none. */
function costOf({ spent_minor: spentMinor, participants, currency }: EventFigures): number | null {
  return participants === 0 ? null : fromMinor(Math.round(spentMinor / participants), currency)
}
