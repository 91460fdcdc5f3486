import type { AuditRow, AuditScope } from '../audit/audit.sql.ts'
import { booksColumns } from '../events/books.sql.ts'
import type { BooksRow, EventKey } from '../events/books.sql.ts'
import type { Tx } from '../platform/database.ts'
import type { LedgerRow } from './ledger.sql.ts'

/** The events of a tenant, or the one asked for if it is there: their ids. */
export async function listEventIds(tx: Tx, tenantId: string, onlyEventId?: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'select id from events where tenant_id = $1 and ($2::uuid is null or id = $2) order by id',
    [tenantId, onlyEventId ?? null],
  )
  return rows.map(({ id }) => id)
}

/** Ledger entries oldest first, behind an entry number. */
export async function readLedgerForward(tx: Tx, key: EventKey, after: number, limit: number): Promise<LedgerRow[]> {
  return tx.query<LedgerRow>(
    `select entry_no, registration_id, kind, amount_minor, balance_minor, actor_id, created_at, previous_hash, hash
       from ledger_entries where tenant_id = $1 and event_id = $2 and entry_no > $3 order by entry_no limit $4`,
    [key.tenantId, key.eventId, after, limit],
  )
}

type AuditRowAsText = Omit<AuditRow, 'detail'> & { detail_json: string | null }

/** Audit entries oldest first; their detail as the very text that was hashed. */
export async function readAuditForward(
  tx: Tx,
  scope: AuditScope,
  after: number,
  limit: number,
): Promise<AuditRowAsText[]> {
  return tx.query<AuditRowAsText>(
    `select entry_no, action, subject_id, actor_id, api_key_id, from_status, to_status, detail::text as detail_json,
            idempotency_key, created_at, previous_hash, hash
       from audit_entries where tenant_id = $1 and scope_id = $2 and entry_no > $3 order by entry_no limit $4`,
    [scope.tenantId, scope.scopeId, after, limit],
  )
}

type Counted = { name: string; kept: number; counted: number }

/**
 * Every counter of an event against what it counts, and every registration against its ledger entries.
 *
 * @returns the books, how many registrations there are, and a sentence for each counter that is off
 */
export async function findCounterDeviations(
  tx: Tx,
  key: EventKey,
): Promise<{ books: BooksRow | undefined; registrations: number; deviations: string[] }> {
  const ids = [key.tenantId, key.eventId]
  // One after the other: together, each would wait for all before it, and of a million rows none may wait so long.
  const books = await tx.query<BooksRow>(
    `select ${booksColumns} from event_books where tenant_id = $1 and event_id = $2`,
    ids,
  )
  const counted = await tx.query<Counted>(countBooks, ids)
  const options = await tx.query<Counted>(countOptions, ids)
  const slots = await tx.query<Counted>(countSlots, ids)
  const strays = await tx.query<{ registration_id: string; entered: number; expected: number }>(findStrays, ids)
  const limits = await tx.query<{ sentence: string }>(findOverfull, ids)
  const misplaced = await tx.query<{ sentence: string }>(findMisplaced, ids)
  const unsettled = await tx.query<{ sentence: string }>(findUnsettled, ids)
  const registrations = counted.find(({ name }) => name === 'registrations')?.counted ?? 0
  const deviations = [
    ...[...counted, ...options, ...slots]
      .filter(({ kept, counted: right }) => kept !== right)
      .map(({ name, kept, counted: right }) => `${name} is ${kept}, counted from the rows it is ${right}`),
    ...strays.map(
      (stray) =>
        `registration ${stray.registration_id}: its ledger entries add up to ${stray.entered}, not ${stray.expected}`,
    ),
    ...[...limits, ...misplaced, ...unsettled].map(({ sentence }) => sentence),
  ]
  return { books: books[0], registrations, deviations }
}

const countBooks = `
  with counted as (
    select count(*) filter (where status = 'PENDING') as pending, count(*) filter (where status = 'APPROVED') as approved,
           count(*) filter (where status = 'REJECTED') as rejected,
           count(*) filter (where status = 'CANCELLED') as cancelled, count(*) as registrations,
           count(distinct user_id) filter (where status in ('PENDING', 'APPROVED')) as people,
           coalesce(sum(amount_minor) filter (where status = 'APPROVED' and settled_as is distinct from 'RETURNED'), 0)::bigint as committed,
           count(*) filter (where status = 'WAITLISTED') as waitlisted,
           coalesce(sum(amount_minor) filter (where status = 'PENDING' or is_promised), 0)::bigint as asked,
           coalesce(sum(amount_minor) filter (where is_promised), 0)::bigint as promised
      from registrations where tenant_id = $1 and event_id = $2),
  slots as (
    select count(*) as defined from pickup_slots where tenant_id = $1 and event_id = $2 and is_defined and is_active)
  select line.name, line.kept, line.counted
    from event_books b, counted c, slots s,
         lateral (values ('pending_count', b.pending_count::bigint, c.pending),
                         ('approved_count', b.approved_count, c.approved),
                         ('rejected_count', b.rejected_count, c.rejected),
                         ('cancelled_count', b.cancelled_count, c.cancelled),
                         ('registered_users_count', b.registered_users_count, c.people),
                         ('budget_committed_minor', b.budget_committed_minor, c.committed),
                         ('pending_minor', b.pending_minor, c.asked),
                         ('promised_minor', b.promised_minor, c.promised),
                         ('waitlisted_count', b.waitlisted_count, c.waitlisted),
                         ('slots_defined', b.slots_defined, s.defined),
                         ('registrations', c.registrations, c.registrations)) as line (name, kept, counted)
   where b.tenant_id = $1 and b.event_id = $2`

const countOptions = `
  with counted as (
    select event_option_id as id, count(*) filter (where status = 'APPROVED' and settled_as is distinct from 'RETURNED') as committed,
           count(*) filter (where status = 'PENDING' or is_promised) as pending,
           count(*) filter (where is_promised) as promised,
           coalesce(sum(amount_minor) filter (where status = 'APPROVED' and settled_as is distinct from 'RETURNED'), 0)::bigint as amount
      from registrations where tenant_id = $1 and event_id = $2 group by event_option_id),
  waits as (
    select event_option_id as id, count(*) as waiting
      from waitlist_wishes where tenant_id = $1 and event_id = $2 and is_waiting group by event_option_id)
  select 'option ' || o.id || ' ' || line.name as name, line.kept, line.counted
    from event_options o left join counted c on c.id = o.id left join waits on waits.id = o.id,
         lateral (values ('committed_count', o.committed_count::bigint, coalesce(c.committed, 0)),
                         ('pending_count', o.pending_count, coalesce(c.pending, 0)),
                         ('promised_count', o.promised_count, coalesce(c.promised, 0)),
                         ('waiting_count', o.waiting_count, coalesce(waits.waiting, 0)),
                         ('amount_committed_minor', o.amount_committed_minor, coalesce(c.amount, 0)))
           as line (name, kept, counted)
   where o.tenant_id = $1 and o.event_id = $2 and line.kept <> line.counted
   limit 100`

const countSlots = `
  with counted as (
    select slot_id as id, count(*) filter (where status = 'APPROVED') as committed,
           count(*) filter (where status <> 'APPROVED') as pending, count(*) filter (where is_promised) as promised
      from (select status, is_promised, case status when 'APPROVED' then assigned_slot_id else preferred_slot_id end as slot_id
              from registrations
             where tenant_id = $1 and event_id = $2 and (status in ('PENDING', 'APPROVED') or is_promised)) r
     group by slot_id)
  select 'slot ' || s.id || ' ' || line.name as name, line.kept, line.counted
    from pickup_slots s left join counted c on c.id = s.id,
         lateral (values ('committed_count', s.committed_count::bigint, coalesce(c.committed, 0)),
                         ('pending_count', s.pending_count, coalesce(c.pending, 0)),
                         ('promised_count', s.promised_count, coalesce(c.promised, 0))) as line (name, kept, counted)
   where s.tenant_id = $1 and s.event_id = $2 and line.kept <> line.counted
   limit 100`

/** What a registration's entries have to add up to: what was returned is committed no longer, what was written off is. */
const owed = `case when r.status = 'APPROVED' and r.settled_as is distinct from 'RETURNED' then r.amount_minor else 0 end`

const findStrays = `
  select coalesce(l.registration_id, r.id) as registration_id, coalesce(l.entered, 0) as entered, ${owed} as expected
    from (select registration_id, sum(amount_minor)::bigint as entered,
                 count(*) filter (where kind = 'COMMIT') - count(*) filter (where kind = 'RELEASE') as open,
                 count(*) filter (where kind in ('RETURN', 'WRITE_OFF')) - count(*) filter (where kind = 'RESTORE') as settled
            from ledger_entries where tenant_id = $1 and event_id = $2 group by registration_id) l
    full join (select id, status, amount_minor, settled_as from registrations
                where tenant_id = $1 and event_id = $2) r on r.id = l.registration_id
   where coalesce(l.entered, 0) <> ${owed}
      or coalesce(l.open, 0) <> case when r.status = 'APPROVED' then 1 else 0 end
      or coalesce(l.settled, 0) <> case when r.settled_as is null then 0 else 1 end
   limit 100`

/** In closed books nothing approved is left that was neither collected nor settled, and in open ones nothing is settled. */
const findUnsettled = `
  select 'registration ' || r.id || case when r.settled_as is null
           then ': it is approved and not collected, and the books are closed'
           else ': it is ' || r.settled_as || ', and the books are open' end as sentence
    from event_books b join registrations r on r.tenant_id = b.tenant_id and r.event_id = b.event_id
   where b.tenant_id = $1 and b.event_id = $2
     and (b.closed_at is null and r.settled_as is not null
       or b.closed_at is not null and r.status = 'APPROVED' and r.collected_at is null and r.settled_as is null)
   limit 100`

/** Whoever waits has an open place and no offer, and nobody else has. */
const findMisplaced = `
  select 'registration ' || r.id || ': it is ' || r.status || ', and its place on the waitlist says otherwise' as sentence
    from registrations r
    left join waitlist_wishes w
      on w.tenant_id = r.tenant_id and w.event_id = r.event_id and w.registration_id = r.id and w.wish_no = 1
   where r.tenant_id = $1 and r.event_id = $2
     and (coalesce(w.is_open, false) <> (r.status = 'WAITLISTED')
       or coalesce(w.is_waiting, false) <> (r.status = 'WAITLISTED' and not r.is_promised))
   limit 100`

const findOverfull = `
  select 'option ' || id || ': ' || committed_count || ' committed of ' || total_available as sentence
    from event_options where tenant_id = $1 and event_id = $2 and committed_count > total_available
  union all
  select 'slot ' || id || ': ' || committed_count || ' committed of ' || capacity
    from pickup_slots where tenant_id = $1 and event_id = $2 and committed_count > capacity
  union all
  select 'budget: ' || budget_committed_minor || ' committed of ' || budget_minor
    from event_books where tenant_id = $1 and event_id = $2 and budget_committed_minor > budget_minor
  limit 100`

/** What was requested when, as it has been told of the trail, and up to which entry; of one event. */
export async function readTold(
  tx: Tx,
  { tenantId, eventId }: EventKey,
): Promise<{ toldNo: number; changes: { begins_at: Date; growth_minor: number }[] }> {
  const [heads, changes] = await Promise.all([
    tx.query<{ told_no: number }>('select told_no from requested_heads where tenant_id = $1 and event_id = $2', [
      tenantId,
      eventId,
    ]),
    tx.query<{ begins_at: Date; growth_minor: number }>(
      'select begins_at, growth_minor from requested_changes where tenant_id = $1 and event_id = $2',
      [tenantId, eventId],
    ),
  ])
  return { toldNo: heads[0]?.told_no ?? 0, changes }
}

/**
 * Some people behind an id: by how many words each is to be found, and by how many of them they are not. Looked up one by
 * one, for it would otherwise be thought worth it to read the words of all.
 */
export async function countWords(
  tx: Tx,
  tenantId: string,
  after: string | undefined,
  limit: number,
): Promise<{ id: string; said: number; missing: number }[]> {
  return tx.query(
    `select p.id, count(w.word) as said, count(w.word) filter (where k.is_kept is null) as missing
       from (select id, name, email, department from users
              where tenant_id = $1 and ($2::uuid is null or id > $2) order by id limit $3) as p
       left join lateral words_of(p.name, p.email, p.department) as w on true
       left join lateral (
         select true as is_kept from person_words
          where tenant_id = $1 and is_department = w.is_department and word = w.word collate "C" and user_id = p.id
          limit 1) as k on true
      group by p.id order by p.id`,
    [tenantId, after ?? null, limit],
  )
}

/** By how many words people are found. */
export async function countKeptWords(tx: Tx, tenantId: string): Promise<number> {
  const [row] = await tx.query<{ kept: number }>('select count(*) as kept from person_words where tenant_id = $1', [
    tenantId,
  ])
  return row?.kept ?? 0
}
