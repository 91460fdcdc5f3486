import type { OptionType, RegistrationStatus } from '@allot/core'
import type { EventKey } from '../events/books.sql.ts'
import type { Tx } from '../platform/database.ts'
import {
  conditionsOf,
  countByStatus,
  dayStart,
  draftOf,
  foundBy,
  fromRegistrations,
  hasCounter,
  prepareSearch,
  slotOf,
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

type WaitingRow = { today: number; days_1_to_2: number; days_3_to_5: number; days_over_5: number; oldest_at: Date | null; oldest_days: number | null }

/** Most that are named of one kind; an event has at most 2,000 slots. */
const MOST_VALUES = 200

/** Counts each kind under all conditions but its own: one walk over what the state lets through, and one each for states and waiting. */
export async function countFacets(tx: Tx, key: EventKey, filter: RegistrationFilter, timezone: string): Promise<FacetRows> {
  const search = await prepareSearch(tx, key, filter)
  const [kinds, statuses, waiting] = await Promise.all([
    countKinds(tx, key, search),
    hasCounter(filter) ? countByStatus(tx, key) : countStatuses(tx, key, search),
    countWaiting(tx, key, search, timezone),
  ])
  const ids = kinds.flatMap(({ kind, value }) => (kind === 'slot' && value !== null ? [value] : []))
  const [options, slots] = await Promise.all([
    tx.query<{ id: string; option_name: string; option_type: OptionType }>(
      'select id, option_name, option_type from event_options where tenant_id = $1 and event_id = $2 order by id',
      [key.tenantId, key.eventId],
    ),
    tx.query<{ id: string; label: string; location: string | null; starts_at: Date | null }>(
      'select id, label, location, starts_at from pickup_slots where tenant_id = $1 and event_id = $2 and id = any($3) order by starts_at, label',
      [key.tenantId, key.eventId, ids],
    ),
  ])
  const countOf = (kind: Kind, id: string | null) => kinds.find((one) => one.kind === kind && one.value === id)?.count ?? 0
  const noSlot = countOf('slot', null)
  return {
    total: kinds.find(({ kind }) => kind === 'total')?.count ?? 0,
    statuses,
    options: options.map((option) => ({ ...option, count: countOf('option', option.id) })).filter(({ count }) => count > 0),
    departments: kinds.flatMap(({ kind, value, count }) => (kind === 'department' ? [{ department: value, count }] : [])),
    slots: [
      ...slots.map((slot) => ({ ...slot, count: countOf('slot', slot.id) })),
      ...(noSlot > 0 ? [{ label: null, location: null, starts_at: null, count: noSlot }] : []),
    ],
    waiting,
  }
}

type Kind = 'total' | 'option' | 'department' | 'slot'
type KindRow = { kind: Kind; value: string | null; count: number }

async function countKinds(tx: Tx, key: EventKey, search: Search): Promise<KindRow[]> {
  const draft = draftOf(key)
  const { option, department, slot, ...others } = conditionsOf(draft, search)
  const where = Object.values(others).filter((condition) => condition !== undefined)
  const count = (kind: Kind, column: string, condition: string) =>
    `(select '${kind}' as kind, ${column}::text as value, count(*) as count from seen where ${condition}
       group by 2 order by 3 desc, 2 limit ${MOST_VALUES})`
  return tx.query<KindRow>(
    `with seen as materialized (
       select r.event_option_id, ${slotOf} as slot_id, u.department, ${option ?? true} as in_option,
              coalesce(${slot ?? true}, false) as in_slot, coalesce(${department ?? true}, false) as in_department
         ${[fromRegistrations(true), ...where].join(' and ')})
     ${count('total', 'null', 'in_option and in_slot and in_department')}
     union all ${count('option', 'event_option_id', 'in_slot and in_department')}
     union all ${count('department', 'department', 'in_option and in_slot')}
     union all ${count('slot', 'slot_id', 'in_option and in_department')}`,
    draft.parameters,
  )
}

async function countStatuses(tx: Tx, key: EventKey, search: Search): Promise<StatusCounts> {
  const draft = draftOf(key)
  const found = foundBy(draft, search, 'status')
  const rows = await tx.query<{ status: RegistrationStatus; count: number }>(
    `select r.status, count(*) as count ${found} group by r.status`,
    draft.parameters,
  )
  const none: StatusCounts = { PENDING: 0, APPROVED: 0, REJECTED: 0, CANCELLED: 0 }
  return { ...none, ...Object.fromEntries(rows.map(({ status, count }) => [status, count])) }
}

async function countWaiting(tx: Tx, key: EventKey, search: Search, timezone: string): Promise<WaitingRow> {
  const draft = draftOf(key)
  const found = foundBy(draft, search, 'status', 'waiting')
  const zone = draft.put(timezone)
  const since = (daysOn: number) => `r.created_at >= ${dayStart(zone, String(daysOn))}`
  const [row] = await tx.query<WaitingRow>(
    `select count(*) filter (where ${since(0)}) as today,
            count(*) filter (where ${since(-2)} and not ${since(0)}) as days_1_to_2,
            count(*) filter (where ${since(-5)} and not ${since(-2)}) as days_3_to_5,
            count(*) filter (where not ${since(-5)}) as days_over_5,
            min(r.created_at) as oldest_at,
            (now() at time zone ${zone})::date - (min(r.created_at) at time zone ${zone})::date as oldest_days
       ${found} and r.status = 'PENDING'`,
    draft.parameters,
  )
  return row ?? { today: 0, days_1_to_2: 0, days_3_to_5: 0, days_over_5: 0, oldest_at: null, oldest_days: null }
}
