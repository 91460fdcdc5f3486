import type { OutcomeView } from '@allot/contract'
import { fromMinor } from '@allot/core'
import type { EventKey } from '../events/books.sql.ts'
import { countUpTo } from '../platform/counting.ts'
import type { Tx } from '../platform/database.ts'
import type { Counted, Range } from '../platform/paging.ts'
import type { Settlement } from './closing.sql.ts'

export type OutcomeRow = {
  id: string
  person_name: string
  department: string | null
  option_name: string
  slot: string | null
  amount_minor: number
  settled_as: Settlement | null
  collected_at: Date | null
}

export type OutcomeFilter = {
  became?: OutcomeView['became'] | 'missing' | undefined
  event_option_id?: string[] | undefined
  slot_id?: string | undefined
}

const becameWhere: Record<NonNullable<OutcomeFilter['became']>, string> = {
  missing: 'r.collected_at is null',
  collected: 'r.collected_at is not null',
  uncollected: 'r.collected_at is null and r.settled_as is null',
  returned: "r.settled_as = 'RETURNED'",
  written_off: "r.settled_as = 'WRITTEN_OFF'",
}

/** What was approved, newest first, with what became of it. */
export async function listOutcomes(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  { became, event_option_id: optionIds, slot_id: slotId }: OutcomeFilter,
  { after, skip, limit }: Range,
): Promise<Counted<OutcomeRow>> {
  const parameters: unknown[] = [tenantId, eventId]
  const put = (value: unknown) => `$${parameters.push(value)}`
  const wanted = [
    "r.tenant_id = $1 and r.event_id = $2 and r.status = 'APPROVED'",
    ...(became === undefined ? [] : [becameWhere[became]]),
    ...(optionIds === undefined ? [] : [`r.event_option_id = any(${put(optionIds)})`]),
    ...(slotId === undefined ? [] : [`r.assigned_slot_id = ${put(slotId)}`]),
  ].join(' and ')
  const counted = countUpTo(tx, `select from registrations r where ${wanted}`, [...parameters])
  const behind = after === undefined ? '' : `and r.id < ${put(after)}`
  const rows = tx.query<OutcomeRow>(
    `select r.id, u.name as person_name, u.department, o.option_name, s.label as slot, r.amount_minor, r.settled_as,
            r.collected_at
       from (select * from registrations r where ${wanted} ${behind} order by r.id desc offset ${put(skip)} limit ${put(limit)}) r
       join users u on u.tenant_id = r.tenant_id and u.id = r.user_id
       join event_options o on o.tenant_id = r.tenant_id and o.event_id = r.event_id and o.id = r.event_option_id
       left join pickup_slots s on s.tenant_id = r.tenant_id and s.event_id = r.event_id and s.id = r.assigned_slot_id
      order by r.id desc`,
    parameters,
  )
  const [page, count] = await Promise.all([rows, counted])
  return { rows: page, ...count }
}

export function viewOutcome(row: OutcomeRow, currency: string): OutcomeView {
  const settled = row.settled_as === 'RETURNED' ? 'returned' : 'written_off'
  return {
    registration_id: row.id,
    person_name: row.person_name,
    department: row.department,
    option_name: row.option_name,
    slot: row.slot,
    amount: fromMinor(row.amount_minor, currency),
    became: row.collected_at ? 'collected' : row.settled_as ? settled : 'uncollected',
    collected_at: row.collected_at?.toISOString() ?? null,
  }
}
