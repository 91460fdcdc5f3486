import type { EventKey } from '../events/books.sql.ts'
import type { Tx } from '../platform/database.ts'
import { lastEntryBefore } from '../platform/counting.ts'

/** What an event's money is now, and the days to look back on in its zone: dates such as 2027-04-21. */
export type HistoryFrame = {
  budget_minor: number
  /** Of pending requests alone: what is only offered is not asked for yet. */
  pending_minor: number
  ledger_count: number
  audit_count: number
  first_date: string
  last_date: string
  /** When the first day begins. */
  begins_at: Date
}

/** @param most how many days at most, today among them; fewer where the event is younger */
export async function readFrame(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  timezone: string,
  most: number,
): Promise<HistoryFrame | undefined> {
  const [row] = await tx.query<HistoryFrame>(
    `with frame as (
       select b.budget_minor, b.pending_minor - coalesce((
                select sum(amount_minor) from registrations
                 where tenant_id = $1 and event_id = $2 and offer_expires_at is not null), 0)::bigint as pending_minor,
              b.ledger_count, b.audit_count,
              (now() at time zone $3)::date as last_date,
              greatest((now() at time zone $3)::date - $4::integer + 1, least(
                (e.created_at at time zone $3)::date,
                (select (created_at at time zone $3)::date from audit_entries where tenant_id = $1 and scope_id = $2 and entry_no = 1)
              )) as first_date
         from events e join event_books b on b.tenant_id = e.tenant_id and b.event_id = e.id
        where e.tenant_id = $1 and e.id = $2)
     select budget_minor, pending_minor, ledger_count, audit_count, first_date::text, last_date::text,
            first_date::timestamp at time zone $3 as begins_at
       from frame`,
    [tenantId, eventId, timezone, most],
  )
  return row
}

export type DayRow = { date: string; minor: number }

const lastLedger = lastEntryBefore('ledger_entries', 'event_id')
const lastAudit = lastEntryBefore('audit_entries', 'scope_id')

/** What was committed before the first day, and after the last entry of each day that has one. */
export async function readBalances(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  timezone: string,
  { begins_at, ledger_count }: HistoryFrame,
): Promise<{ before: number; days: DayRow[] }> {
  const [found] = await tx.query<{ entry_no: number }>(lastLedger, [tenantId, eventId, begins_at, ledger_count])
  const first = found?.entry_no ?? 0
  const [[before], days] = await Promise.all([
    tx.query<{ balance_minor: number }>(
      'select balance_minor from ledger_entries where tenant_id = $1 and event_id = $2 and entry_no = $3',
      [tenantId, eventId, first],
    ),
    tx.query<DayRow>(
      `select last.date::text, l.balance_minor as minor
         from (select (created_at at time zone $3)::date as date, max(entry_no) as entry_no
                 from ledger_entries where tenant_id = $1 and event_id = $2 and entry_no > $4 group by 1) last
         join ledger_entries l on l.tenant_id = $1 and l.event_id = $2 and l.entry_no = last.entry_no`,
      [tenantId, eventId, timezone, first],
    ),
  ])
  return { before: before?.balance_minor ?? 0, days }
}

/** By how much what is requested grew on each day on which it did: asked for, less what stopped being pending. */
export async function readRequested(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  timezone: string,
  { begins_at, audit_count }: HistoryFrame,
): Promise<DayRow[]> {
  const [found] = await tx.query<{ entry_no: number }>(lastAudit, [tenantId, eventId, begins_at, audit_count])
  return tx.query<DayRow>(
    `select (created_at at time zone $3)::date::text as date,
            sum((detail ->> 'amount_minor')::bigint * case when to_status = 'PENDING' then 1 else -1 end)::bigint as minor
       from audit_entries
      where tenant_id = $1 and scope_id = $2 and entry_no > $4
        and (from_status = 'PENDING') is distinct from (to_status = 'PENDING')
        and 'PENDING' in (from_status, to_status)
      group by 1`,
    [tenantId, eventId, timezone, found?.entry_no ?? 0],
  )
}

/** Each time the budget was changed, oldest first: when, from what, and to what. */
export async function readBudgetChanges(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  timezone: string,
): Promise<{ date: string; from_minor: number; to_minor: number }[]> {
  return tx.query(
    `select (created_at at time zone $3)::date::text as date, (detail -> 'budget_minor' ->> 'from')::bigint as from_minor,
            (detail -> 'budget_minor' ->> 'to')::bigint as to_minor
       from audit_entries
      where tenant_id = $1 and scope_id = $2 and subject_id = $2 and detail -> 'budget_minor' is not null
      order by entry_no`,
    [tenantId, eventId, timezone],
  )
}
