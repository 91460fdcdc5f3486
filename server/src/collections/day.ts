import type { DayView } from '@allot/contract'
import { startOfDay } from '@allot/core'
import { readBooks } from '../events/books.sql.ts'
import type { EventKey } from '../events/books.sql.ts'
import { sayTime } from '../events/event-view.ts'
import type { EventWithMoney } from '../events/events.sql.ts'
import type { Tx } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import { readDayDesks, readDaySlots, readDayTotals, readFindings, readMinutes } from './day.sql.ts'
import type { DaySlotRow } from './day.sql.ts'

const MOST_NEXT_SLOTS = 6
const HOUR_MS = 3_600_000

/** How the day goes: read anew each time, in one snapshot. */
export async function readDay(tx: Tx, key: EventKey, event: EventWithMoney): Promise<DayView> {
  const books = await readBooks(tx, key)
  if (!books) throw new Problem('EVENT_NOT_FOUND')
  const { now } = books
  const beginsAt = event.event_date
  // A day and an hour behind its beginning is the next day, also where clocks are changed.
  const nextDay =
    beginsAt && startOfDay(new Date(startOfDay(beginsAt, event.timezone).getTime() + 26 * HOUR_MS), event.timezone)
  const [slots, scans, desks, totals, findings] = await Promise.all([
    readDaySlots(tx, key),
    readMinutes(tx, key, new Date(now.getTime() - HOUR_MS)),
    readDayDesks(tx, key),
    readDayTotals(tx, key, { beginsAt, endsAt: nextDay }),
    readFindings(tx, key),
  ])
  const isNow = ({ starts_at: from, ends_at: until }: DaySlotRow) => from <= now && (until === null || now < until)
  return {
    now: now.toISOString(),
    timezone: event.timezone,
    expected_now: slots.filter(isNow).map(viewSlot),
    next_slots: slots
      .filter(({ starts_at: from }) => from > now)
      .slice(0, MOST_NEXT_SLOTS)
      .map(viewSlot),
    scans: scans.map(({ minute, ...row }) => ({ minute: minute.toISOString(), ...row })),
    desks: desks.map(
      ({ last_scan_at: last, online, offline, lease_expires_at: until, lease_people: people, ...row }) => ({
        ...row,
        last_scan_at: sayTime(last),
        devices: { online, offline },
        lease: until === null ? null : { expires_at: until.toISOString(), people_count: people },
      }),
    ),
    slots: slots.map((row) => ({ ...viewSlot(row), late_median_minutes: row.late_median_minutes })),
    collected_total: totals.collected_total,
    approved_total: books.approved_count,
    no_shows: totals.no_shows,
    walk_ups: totals.walk_ups,
    findings: findings.map(({ scanned_at: scanned, said_at: said, ...row }) => ({
      ...row,
      scanned_at: scanned.toISOString(),
      said_at: sayTime(said),
    })),
  }
}

function viewSlot({ slot, location, starts_at: from, ends_at: until, total, collected }: DaySlotRow) {
  return { slot, location, starts_at: from.toISOString(), ends_at: sayTime(until), total, collected }
}
