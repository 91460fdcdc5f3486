import type { OptionType } from '@allot/core'
import type { EventKey } from '../events/books.sql.ts'
import type { Tx } from '../platform/database.ts'

type Group = {
  name: string | null
  asked: number
  approved: number
  collected: number
  committed_minor: number
  spent_minor: number
}
export type OptionLine = Group & {
  id: string
  option_type: OptionType
  total: number
  planned_minor: number
  waiting: number
}
export type SlotLine = Group & { id: string; capacity: number; starts_at: Date | null }

/** Spent is what was collected, and what was written off. */
const spent = `r.status = 'APPROVED' and (r.collected_at is not null or r.settled_as = 'WRITTEN_OFF')`
const figures = `count(r.id) as asked, count(r.id) filter (where r.status = 'APPROVED') as approved,
  count(r.id) filter (where r.collected_at is not null) as collected,
  coalesce(sum(r.amount_minor) filter (where r.status = 'APPROVED'), 0)::bigint as committed_minor,
  coalesce(sum(r.amount_minor) filter (where ${spent}), 0)::bigint as spent_minor`

export async function readOptionLines(tx: Tx, { tenantId, eventId }: EventKey): Promise<OptionLine[]> {
  return tx.query<OptionLine>(
    `select o.id, o.option_name as name, o.option_type, o.total_available as total, o.waiting_count as waiting,
            o.total_available::bigint * coalesce(o.cost_minor, 0) as planned_minor, ${figures}
       from event_options o
       left join registrations r on r.tenant_id = o.tenant_id and r.event_id = o.event_id and r.event_option_id = o.id
      where o.tenant_id = $1 and o.event_id = $2
      group by o.tenant_id, o.event_id, o.id order by o.id`,
    [tenantId, eventId],
  )
}

export async function readDepartmentLines(tx: Tx, { tenantId, eventId }: EventKey): Promise<Group[]> {
  return tx.query<Group>(
    `select u.department as name, ${figures}
       from registrations r join users u on u.tenant_id = r.tenant_id and u.id = r.user_id
      where r.tenant_id = $1 and r.event_id = $2
      group by u.department order by asked desc, u.department limit 100`,
    [tenantId, eventId],
  )
}

export async function readSlotLines(tx: Tx, { tenantId, eventId }: EventKey): Promise<SlotLine[]> {
  return tx.query<SlotLine>(
    `select s.id, s.label as name, s.capacity, s.starts_at, ${figures}
       from pickup_slots s
       left join registrations r on r.tenant_id = s.tenant_id and r.event_id = s.event_id
        and s.id = case when r.assigned_slot_id is null then r.preferred_slot_id else r.assigned_slot_id end
      where s.tenant_id = $1 and s.event_id = $2 and s.is_active
      group by s.tenant_id, s.event_id, s.id order by s.starts_at nulls last, s.label limit 500`,
    [tenantId, eventId],
  )
}

/** How many collected in each hour of the event's local time. */
export async function readHours(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  timezone: string,
): Promise<{ hour: string; collected: number }[]> {
  return tx.query(
    `select to_char(date_trunc('hour', collected_at at time zone $3), 'YYYY-MM-DD"T"HH24:MI') as hour, count(*) as collected
       from registrations
      where tenant_id = $1 and event_id = $2 and collected_at is not null
      group by 1 order by 1 limit 500`,
    [tenantId, eventId, timezone],
  )
}

/** Scans that were refused, and what somebody has to look at, of an event. */
export async function readScanCounts(
  tx: Tx,
  { tenantId, eventId }: EventKey,
): Promise<{ scans: number; refused: number; findings: number }> {
  const [row] = await tx.query<{ scans: number; refused: number; findings: number }>(
    `select count(*) as scans, count(*) filter (where outcome <> 'COLLECTED') as refused, count(finding) as findings
       from scans where tenant_id = $1 and event_id = $2`,
    [tenantId, eventId],
  )
  return row ?? { scans: 0, refused: 0, findings: 0 }
}

export type EventFigures = {
  id: string
  name: string
  currency: string
  event_date: Date | null
  budget_minor: number
  asked: number
  approved: number
  collected: number
  participants: number
  committed_minor: number
  spent_minor: number
}

/** The same figures of several events, in the order of their days. */
export async function readFigures(tx: Tx, tenantId: string, eventIds: readonly string[]): Promise<EventFigures[]> {
  return tx.query<EventFigures>(
    `select e.id, e.name, e.currency, e.event_date, b.budget_minor, ${figures},
            count(distinct r.user_id) filter (where r.collected_at is not null) as participants
       from events e join event_books b on b.tenant_id = e.tenant_id and b.event_id = e.id
       left join registrations r on r.tenant_id = e.tenant_id and r.event_id = e.id
      where e.tenant_id = $1 and e.id = any($2)
      group by e.tenant_id, e.id, b.tenant_id, b.event_id order by e.event_date desc nulls last, e.id desc`,
    [tenantId, eventIds],
  )
}

/** The last three events of the same type before one; drafts are none. */
export async function findEarlier(tx: Tx, { tenantId, eventId }: EventKey): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select e.id from events e join events own on own.tenant_id = e.tenant_id and own.id = $2
      where e.tenant_id = $1 and e.id <> own.id and e.event_type = own.event_type and e.published
        and coalesce(e.event_date, e.created_at) < coalesce(own.event_date, own.created_at)
      order by coalesce(e.event_date, e.created_at) desc limit 3`,
    [tenantId, eventId],
  )
  return rows.map(({ id }) => id)
}
