import type { FastifyBaseLogger } from 'fastify'
import type { Role } from '@allot/contract'
import type { Database } from '../platform/database.ts'
import type { Schedule } from '../platform/worker.ts'
import { listTenantIds } from '../tenants/tenants.sql.ts'
import { forgetOldNotices } from './notices.sql.ts'
import { findKnownOrigins, findReminders, readDays } from './reminders.sql.ts'
import type { DayRow, ReminderRow } from './reminders.sql.ts'
import { findManagers } from './subjects.sql.ts'
import { eventFactsOf } from './tell-notices.ts'
import { writeNotices } from './write-notices.ts'
import type { Wanted } from './write-notices.ts'

const MOST_AT_ONCE = 500
const MOST_EVENTS = 100
/** From when on somebody wants to hear how things stand, in the event's own time. */
const MORNING_HOUR = 8
const KEPT_DAYS = 180
const deciders: readonly Role[] = ['owner', 'organizer', 'approver']

/** What has its time: reminders every five minutes, the morning's messages every quarter of an hour. */
export function noticeSchedules(db: Database, log: FastifyBaseLogger): Schedule[] {
  const forEachTenant = (work: (tenantId: string) => Promise<void>) => async () => {
    for (const tenantId of await listTenantIds(db)) {
      try {
        await work(tenantId)
      } catch (error) {
        // What is wrong with one tenant is no reason to leave the others out.
        log.warn({ err: error, tenant_id: tenantId }, 'could not do what has its time; trying again next time')
      }
    }
  }
  return [
    { name: 'reminders', every: '*/5 * * * *', perform: forEachTenant((tenantId) => remind(db, tenantId)) },
    { name: 'mornings', every: '*/15 * * * *', perform: forEachTenant((tenantId) => tellMornings(db, tenantId)) },
    {
      name: 'forgetting',
      every: '20 3 * * *',
      perform: forEachTenant((tenantId) => db.transaction(tenantId, (tx) => forgetOldNotices(tx, tenantId, KEPT_DAYS))),
    },
  ]
}

/** Reminds everybody whose time has come, a bounded number in each transaction. */
export async function remind(db: Database, tenantId: string): Promise<void> {
  for (const kind of ['event_reminder', 'pickup_reminder'] as const) {
    for (let isMore = true, seen = ''; isMore;) {
      const rows = await db.transaction(tenantId, async (tx) => {
        const found = await findReminders(tx, tenantId, kind, MOST_AT_ONCE)
        await writeNotices(
          tx,
          tenantId,
          found.map((row) => reminderOf(kind, row)),
        )
        return found
      })
      // Whoever turned both channels off is found every time: the next page would be this one again.
      const first = rows[0]?.registration_id ?? ''
      isMore = rows.length === MOST_AT_ONCE && first !== seen
      seen = first
    }
  }
}

function reminderOf(kind: 'event_reminder' | 'pickup_reminder', row: ReminderRow): Wanted {
  const { slot_label: label, slot_location: location, slot_starts_at: from, slot_ends_at: to } = row
  return {
    kind,
    userId: row.user_id,
    eventId: row.event_id,
    registrationId: row.registration_id,
    origin: row.origin,
    orderNo: 0,
    facts: {
      event: eventFactsOf(row),
      option: row.option_name,
      amountMinor: row.amount_minor,
      slot: label === null ? null : { label, location, startsAt: sayTime(from), endsAt: sayTime(to) },
    },
  }
}

/** Tells those who run events, once a morning, what waits for longer than promised, and how things stand. */
export async function tellMornings(db: Database, tenantId: string, fromHour = MORNING_HOUR): Promise<void> {
  for (let after: string | undefined, isMore = true; isMore;) {
    const days = await db.transaction(tenantId, async (tx) => {
      const rows = await readDays(tx, tenantId, fromHour, after, MOST_EVENTS)
      const messages = rows.flatMap(morningOf)
      const known = await findKnownOrigins(
        tx,
        tenantId,
        messages.map(({ origin }) => origin),
      )
      const fresh = messages.filter(({ origin }) => !known.has(origin))
      const people = fresh.length === 0 ? [] : await findManagers(tx, tenantId, deciders)
      const wanted = fresh.flatMap((message) => people.map((userId): Wanted => ({ ...message, userId })))
      for (let from = 0; from < wanted.length; from += MOST_AT_ONCE) {
        await writeNotices(tx, tenantId, wanted.slice(from, from + MOST_AT_ONCE))
      }
      return rows
    })
    after = days.at(-1)?.event_id
    isMore = days.length === MOST_EVENTS
  }
}

function morningOf(day: DayRow): Omit<Wanted, 'userId'>[] {
  const { waiting, late, asked, approved } = day
  const same = {
    eventId: day.event_id,
    registrationId: null,
    orderNo: 0,
    facts: {
      event: eventFactsOf(day),
      counts: { waiting, late, asked, approved },
      budget: { committedMinor: day.budget_committed_minor, totalMinor: day.budget_minor },
    },
  }
  const origin = (kind: string) => `${kind}:${day.event_id}:${day.today}`
  return [
    ...(late > 0 ? [{ ...same, kind: 'requests_waiting' as const, origin: origin('requests_waiting') }] : []),
    ...(asked + approved > 0 ? [{ ...same, kind: 'digest' as const, origin: origin('digest') }] : []),
  ]
}

function sayTime(at: Date | null): string | null {
  return at?.toISOString() ?? null
}
