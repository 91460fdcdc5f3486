import type { OptionType, RegistrationStatus } from '@allot/core'
import type { EventKey } from '../events/books.sql.ts'
import type { Tx } from '../platform/database.ts'
import {
  conditionsOf,
  countByStatus,
  draftOf,
  fromRegistrations,
  hasCounter,
  prepareSearch,
  slotOf,
  startsOfDays,
} from './registration-search.sql.ts'
import type { RegistrationFilter, Search, StatusCounts } from './registration-search.sql.ts'

export type FacetRows = {
  total: number
  statuses: StatusCounts
  options: { id: string; option_name: string; option_type: OptionType; count: number }[]
  departments: { department: string | null; count: number }[]
  slots: { label: string | null; location: string | null; starts_at: Date | null; count: number }[]
  waiting: WaitingRow
}

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
 * what is left is as little as there are different ones, however many registrations there are.
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
    tx.query<{ id: string; option_name: string; option_type: OptionType }>(
      'select id, option_name, option_type from event_options where tenant_id = $1 and event_id = $2 order by id',
      [key.tenantId, key.eventId],
    ),
    tx.query<{ id: string; label: string; location: string | null; starts_at: Date | null }>(
      'select id, label, location, starts_at from pickup_slots where tenant_id = $1 and event_id = $2 order by starts_at, label limit 5000',
      [key.tenantId, key.eventId],
    ),
  ])
  const countOf = (kind: Kind, value: string | null) =>
    kinds.find((one) => one.kind === kind && one.value === value)?.count ?? 0
  const bySlot = new Map(kinds.flatMap(({ kind, value, count }) => (kind === 'slot' ? [[value, count]] : [])))
  const noSlot = bySlot.get(null) ?? 0
  const statusOf = (status: RegistrationStatus) => counters?.[status] ?? countOf('status', status)
  const [oldest] = kinds.filter(({ kind }) => kind === 'age').sort((a, b) => Number(a.oldest) - Number(b.oldest))
  return {
    total: countOf('total', null),
    statuses: {
      WAITLISTED: statusOf('WAITLISTED'),
      PENDING: statusOf('PENDING'),
      APPROVED: statusOf('APPROVED'),
      REJECTED: statusOf('REJECTED'),
      CANCELLED: statusOf('CANCELLED'),
    },
    options: options
      .map((option) => ({ ...option, count: countOf('option', option.id) }))
      .filter(({ count }) => count > 0),
    departments: kinds.flatMap(({ kind, value, count }) =>
      kind === 'department' ? [{ department: value, count }] : [],
    ),
    slots: [
      ...slots.map((slot) => ({ ...slot, count: bySlot.get(slot.id) ?? 0 })).filter(({ count }) => count > 0),
      ...(noSlot > 0 ? [{ label: null, location: null, starts_at: null, count: noSlot }] : []),
    ],
    waiting: {
      today: countOf('age', '0'),
      days_1_to_2: countOf('age', '1'),
      days_3_to_5: countOf('age', '2'),
      days_over_5: countOf('age', '3'),
      oldest_at: oldest?.oldest ?? null,
      oldest_days: oldest?.oldest ? await daysSince(tx, oldest.oldest, timezone) : null,
    },
  }
}

type Kind = 'total' | 'status' | 'option' | 'department' | 'slot' | 'age'
type KindRow = { kind: Kind; value: string | null; count: number; oldest: Date | null }

async function countKinds(tx: Tx, key: EventKey, search: Search, days: Date[], isCounted: boolean): Promise<KindRow[]> {
  const draft = draftOf(key)
  const [today, twoDaysAgo, fiveDaysAgo] = days.map((day) => draft.put(day))
  const added = { status: 'status', option: 'event_option_id', department: 'department', slot: 'slot_id' }
  const { person, waiting = 'true', status, option, department, slot } = conditionsOf(draft, search, added)
  const all = { status, option, department, slot, waiting: 'is_waiting' }
  // Where the states have counters, the other states need not be walked; how long is waited is asked of what is pending.
  const walked = isCounted && search.status ? `r.status = any(${draft.put([search.status, 'PENDING'])})` : 'true'
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
       select r.status, r.event_option_id, ${slotOf} as slot_id, u.department, ${waiting} as is_waiting,
              case when r.created_at >= ${today} then 0 when r.created_at >= ${twoDaysAgo} then 1
                   when r.created_at >= ${fiveDaysAgo} then 2 else 3 end as age,
              count(*) as number, min(r.created_at) as oldest
         ${fromRegistrations(true)} and ${person ?? true} and ${walked}
        group by 1, 2, 3, 4, 5, 6)
     ${count('total', 'null')}
     union all ${count('status', 'status', 'status')}
     union all ${count('option', 'event_option_id', 'option')}
     union all ${count('department', 'department', 'department')}
     union all ${count('slot', 'slot_id', 'slot')}
     union all ${count('age', 'age', 'status', 'waiting')}`,
    draft.parameters,
  )
}

async function daysSince(tx: Tx, at: Date, timezone: string): Promise<number> {
  const [row] = await tx.query<{ days: number }>(
    'select (now() at time zone $2)::date - ($1::timestamptz at time zone $2)::date as days',
    [at, timezone],
  )
  return row?.days ?? 0
}
