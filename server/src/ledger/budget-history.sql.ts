import type { EventKey } from '../events/books.sql.ts'
import type { Tx } from '../platform/database.ts'
import { lastEntryBefore } from '../platform/counting.ts'

/** What an event's money is now, and the days to look back on in its zone: dates such as 2027-04-21. */
export type HistoryFrame = {
  budget_minor: number
  /** Of pending requests alone: what is only offered is not asked for yet. */
  pending_minor: number
  ledger_count: number
  /** Up to which entry of the trail what was requested has been told. */
  told_no: number
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
              b.ledger_count, coalesce((select told_no from requested_heads where tenant_id = $1 and event_id = $2), 0) as told_no,
              (now() at time zone $3)::date as last_date,
              greatest((now() at time zone $3)::date - $4::integer + 1, least(
                (e.created_at at time zone $3)::date,
                (select (created_at at time zone $3)::date from audit_entries where tenant_id = $1 and scope_id = $2 and entry_no = 1)
              )) as first_date
         from events e join event_books b on b.tenant_id = e.tenant_id and b.event_id = e.id
        where e.tenant_id = $1 and e.id = $2)
     select budget_minor, pending_minor, ledger_count, told_no, first_date::text, last_date::text,
            first_date::timestamp at time zone $3 as begins_at
       from frame`,
    [tenantId, eventId, timezone, most],
  )
  return row
}

export type DayRow = { date: string; minor: number }

/** The number of the last entry of a day. */
const lastOfDay = lastEntryBefore('ledger_entries', 'event_id', 'ends_at').text

/** What was committed at the end of each day: its last entry is found by halving, twenty looks in a million. */
export async function readBalances(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  timezone: string,
  { first_date, last_date, ledger_count }: HistoryFrame,
): Promise<DayRow[]> {
  return tx.query<DayRow>(
    `select day::date::text as date, coalesce((
              select l.balance_minor from ledger_entries l
               where l.tenant_id = $1 and l.event_id = $2 and l.entry_no = (${lastOfDay})), 0) as minor
       from generate_series($5::date, $6::date, interval '1 day') as day,
            lateral (select (day::date + 1)::timestamp at time zone $3 as ends_at) as line`,
    [tenantId, eventId, timezone, ledger_count, first_date, last_date],
  )
}

/**
 * By how much what is requested grew on each day on which it did: asked for, less what stopped being pending. Up to where
 * that has been told is a parameter: of a number that it has yet to look up, PostgreSQL would expect a third of the trail
 * to be behind it, and read all of it.
 */
export async function readRequested(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  timezone: string,
  { begins_at, told_no }: HistoryFrame,
): Promise<DayRow[]> {
  return tx.query<DayRow>(
    `select (begins_at at time zone $3)::date::text as date, sum(growth_minor)::bigint as minor
       from (select begins_at, growth_minor from requested_changes
              where tenant_id = $1 and event_id = $2 and begins_at >= $4
             union all
             select created_at, (detail ->> 'amount_minor')::bigint * case when to_status = 'PENDING' then 1 else -1 end
               from audit_entries
              where tenant_id = $1 and scope_id = $2 and created_at >= $4 and ${isOfRequests}
                and entry_no > $5) as change
      group by 1`,
    [tenantId, eventId, timezone, begins_at, told_no],
  )
}

const isOfRequests = `(from_status = 'PENDING') is distinct from (to_status = 'PENDING')
  and 'PENDING' in (from_status, to_status)`

/**
 * Adds what the entries of a trail changed in what is requested, up to one of them. What was added before is not added
 * again: the head of it moves in the same transaction, and whoever tells of a chain is alone with it.
 */
export async function addRequested(tx: Tx, { tenantId, eventId }: EventKey, upToNo: number): Promise<void> {
  await tx.query(
    {
      name: 'add_requested',
      text: `insert into requested_changes as r (tenant_id, event_id, begins_at, growth_minor)
             select $1, $2, date_bin('15 minutes', created_at, '2000-01-01 00:00:00Z'),
                    sum((detail ->> 'amount_minor')::bigint * case when to_status = 'PENDING' then 1 else -1 end)
               from audit_entries
              where tenant_id = $1 and scope_id = $2 and entry_no <= $3 and ${isOfRequests}
                and entry_no > coalesce((
                  select told_no from requested_heads where tenant_id = $1 and event_id = $2), 0)
              group by 3
             on conflict (tenant_id, event_id, begins_at) do update
                set growth_minor = r.growth_minor + excluded.growth_minor`,
    },
    [tenantId, eventId, upToNo],
  )
  await tx.query(
    {
      name: 'move_requested_head',
      text: `insert into requested_heads as h (tenant_id, event_id, told_no) values ($1, $2, $3)
             on conflict (tenant_id, event_id) do update set told_no = greatest(h.told_no, excluded.told_no)`,
    },
    [tenantId, eventId, upToNo],
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
