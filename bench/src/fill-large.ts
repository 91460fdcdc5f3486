import type pg from 'pg'
import { newId } from '../../server/src/platform/ids.ts'
import type { Services } from '../../server/src/registrations/ask.ts'
import { addPeople, createEmptyEvent, fillTenant, OPTIONS, PRICE, SLOTS } from './fill.ts'
import type { World } from './fill.ts'
import { fillEvents } from './fill-many.ts'

/** A tenant with one event that everybody of it is registered for, as if they had come over sixty days. */
export type Crowd = {
  world: World
  /** Of an owner, who may see people and keys. */
  ownerKey: string
  eventId: string
  optionIds: string[]
  /** Of all registrations, oldest first, the one in the middle: a page behind it is deep inside. */
  middleId: string
  ledgerCount: number
  auditCount: number
}

/** A tenant with many events, all of them small. */
export type ManyEvents = { world: World; middleId: string }

/** The only person of this name, the only address of its kind, a name that one in twenty has, and one nobody has. */
export const searched = { one: 'Lovelace', address: 'ada@engine', common: 'Nadia', nothing: 'Zebedee' }

/**
 * Fills a tenant with an event of any size, its ledger and its audit trail with it: a few set-based statements. Half of
 * the registrations wait, three in ten are approved, the others rejected and cancelled. The chains have hashes in the
 * right places, and not the right ones: to make them takes longer than all else, and lists do not look.
 */
export async function fillCrowd(owner: pg.Client, services: Services, registrations: number): Promise<Crowd> {
  const world = await fillTenant(owner, services, 1)
  const { tenantId } = world
  const people = await addPeople(owner, tenantId, registrations / OPTIONS)
  await owner.query(
    `update users set name = 'Ada Lovelace', email = 'ada@engine.example.org' where tenant_id = $1 and id = $2`,
    [tenantId, people[Math.floor(people.length / 2)]?.userId],
  )
  const [, who] = world.approvers
  if (!who) throw new Error('nobody owns')
  await owner.query("update users set role = 'owner' where tenant_id = $1 and id = $2", [tenantId, who.userId])
  const { key, optionIds, slotIds } = await createEmptyEvent(services, world, {})
  // What is written refers to nothing that is not there; asking so for each of a million rows takes most of the time.
  await owner.query('set session_replication_role = replica')
  await owner.query(writeRegistrations, [
    tenantId,
    key.eventId,
    people.map(({ userId }) => userId),
    optionIds,
    slotIds,
    registrations,
    world.organizer.userId,
  ])
  const ids = [tenantId, key.eventId]
  await owner.query('analyze registrations, event_books')
  for (const statement of [writeAudit, writeLedger]) await owner.query(statement, [...ids, world.organizer.userId])
  await owner.query(writeRequested, ids)
  await owner.query('reset session_replication_role')
  for (const count of countEach) await owner.query(count, ids)
  const { rows } = await owner.query<{ middle: string; ledger: string; audit: string }>(
    `select (select id from registrations where tenant_id = $1 and event_id = $2 order by id offset $3 limit 1) as middle,
            ledger_count as ledger, audit_count as audit
       from event_books where tenant_id = $1 and event_id = $2`,
    [...ids, Math.floor(registrations / 2)],
  )
  const [found] = rows
  if (!found) throw new Error('an event without books')
  return {
    world,
    ownerKey: who.key,
    eventId: key.eventId,
    optionIds,
    middleId: found.middle,
    ledgerCount: Number(found.ledger),
    auditCount: Number(found.audit),
  }
}

/** Fills another tenant with events; one in ten is archived. */
export async function fillManyEvents(owner: pg.Client, services: Services, events: number): Promise<ManyEvents> {
  const world = await fillTenant(owner, services, 1)
  await fillEvents(owner, world, { events, registrations: 4 })
  await owner.query(
    `update events e set is_active = nr % 10 > 0, name = case nr when 7 then 'Analytical engine' else name end
       from (select id, row_number() over (order by id) as nr from events where tenant_id = $1) as numbered
      where e.tenant_id = $1 and e.id = numbered.id`,
    [world.tenantId],
  )
  const { rows } = await owner.query<{ id: string }>(
    'select id from events where tenant_id = $1 and is_active order by id offset $2 limit 1',
    [world.tenantId, Math.floor(events * 0.45)],
  )
  return { world, middleId: rows[0]?.id ?? newId() }
}

/** Takes a tenant away again: its chains are no chains, and 10,000 events take long to recompute. */
export async function removeTenant(owner: pg.Client, tenantId: string): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select distinct c.table_name as name
       from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE'`,
  )
  await owner.query('set session_replication_role = replica')
  for (const { name } of rows) await owner.query(`delete from ${name} where tenant_id = $1`, [tenantId])
  await owner.query('delete from tenants where id = $1', [tenantId])
  await owner.query('reset session_replication_role')
}

const DAYS = 60

const writeRegistrations = `
  insert into registrations (tenant_id, event_id, id, user_id, event_option_id, status, amount_minor, preferred_slot_id,
    assigned_slot_id, qr_hash, created_at, created_by, approved_at, approved_by)
  select $1, $2, uuidv7(asked_at - clock_timestamp()), person.id, ($4::uuid[])[1 + nr % ${OPTIONS}], status, ${PRICE * 100}, slot,
         case status when 'APPROVED' then slot end, sha256(uuid_send(gen_random_uuid())), asked_at, person.id,
         case status when 'APPROVED' then asked_at + interval '2 hours' end, case status when 'APPROVED' then $7::uuid end
    from (select nr, now() - interval '${DAYS} days' * (1 - nr::double precision / $6::integer) - interval '3 hours' as asked_at,
                 ($5::uuid[])[1 + nr % ${SLOTS}] as slot,
                 case when nr % 10 < 5 then 'PENDING' when nr % 10 < 8 then 'APPROVED' when nr % 10 = 8 then 'REJECTED'
                      else 'CANCELLED' end as status
            from generate_series(0, $6::integer - 1) as nr) as wish
    join unnest($3::uuid[]) with ordinality as person (id, place) on person.place = 1 + nr / ${OPTIONS}
   order by nr`

const hashOf = (entryNo: string) => `sha256(int8send(${entryNo}))`

const writeAudit = `
  insert into audit_entries (tenant_id, scope_id, entry_no, action, subject_id, actor_id, from_status, to_status, detail,
    created_at, previous_hash, hash)
  select $1, $2, entry_no, 'registration.' || lower(coalesce(nullif(to_status, 'PENDING'), 'created')), subject_id, actor_id,
         from_status, to_status, json_build_object('amount_minor', ${PRICE * 100}), at,
         ${hashOf('entry_no - 1')}, ${hashOf('entry_no')}
    from (select b.audit_count + row_number() over (order by at, r.id) as entry_no, r.id as subject_id, step.*
            from registrations r
            join event_books b using (tenant_id, event_id)
           cross join lateral (values (r.created_at, r.created_by, null::text, 'PENDING'),
             (case when r.status <> 'PENDING' then r.created_at + interval '2 hours' end, $3::uuid, 'PENDING', r.status))
             as step (at, actor_id, from_status, to_status)
           where r.tenant_id = $1 and r.event_id = $2 and at is not null) as noted
   order by entry_no`

const writeLedger = `
  insert into ledger_entries (tenant_id, event_id, entry_no, registration_id, kind, amount_minor, balance_minor, actor_id,
    created_at, previous_hash, hash)
  select $1, $2, entry_no, id, 'COMMIT', ${PRICE * 100}, entry_no * ${PRICE * 100}, $3, approved_at,
         ${hashOf('entry_no - 1')}, ${hashOf('entry_no')}
    from (select row_number() over (order by approved_at, id) as entry_no, id, approved_at
            from registrations where tenant_id = $1 and event_id = $2 and status = 'APPROVED') as committed
   order by entry_no`

// As it is told, entry by entry; of this many nobody is to be told anything else.
const writeRequested = `
  with told as (
    insert into outbox_cursors (tenant_id, scope_id, told_no)
    select tenant_id, scope_id, max(entry_no) from audit_entries where tenant_id = $1 and scope_id = $2 group by 1, 2
    on conflict (tenant_id, scope_id) do update set told_no = excluded.told_no
    returning tenant_id, scope_id, told_no
  ), heads as (
    insert into requested_heads (tenant_id, event_id, told_no) select tenant_id, scope_id, told_no from told
    on conflict (tenant_id, event_id) do update set told_no = excluded.told_no
  )
  insert into requested_changes (tenant_id, event_id, begins_at, growth_minor)
  select tenant_id, scope_id, date_bin('15 minutes', created_at, '2000-01-01 00:00:00Z'),
         sum(${PRICE * 100} * case when to_status = 'PENDING' then 1 else -1 end)
    from audit_entries where tenant_id = $1 and scope_id = $2 and 'PENDING' in (from_status, to_status)
   group by 1, 2, 3`

const countEach = [
  `update event_books b
      set pending_minor = c.asked, pending_count = c.pending, approved_count = c.approved, rejected_count = c.rejected,
          cancelled_count = c.cancelled, registered_users_count = c.people, budget_committed_minor = c.committed,
          ledger_count = c.approved, audit_count = audit_count + c.noted,
          ledger_hash = ${hashOf('c.approved')}, audit_hash = ${hashOf('audit_count + c.noted')}
     from (select coalesce(sum(amount_minor) filter (where status = 'PENDING'), 0) as asked,
                  coalesce(sum(amount_minor) filter (where status = 'APPROVED'), 0) as committed,
                  count(*) filter (where status = 'PENDING') as pending,
                  count(*) filter (where status = 'APPROVED') as approved,
                  count(*) filter (where status = 'REJECTED') as rejected,
                  count(*) filter (where status = 'CANCELLED') as cancelled,
                  count(*) + count(*) filter (where status <> 'PENDING') as noted,
                  count(distinct user_id) filter (where status in ('PENDING', 'APPROVED')) as people
             from registrations where tenant_id = $1 and event_id = $2) c
    where b.tenant_id = $1 and b.event_id = $2`,
  `update event_options o
      set pending_count = c.pending, committed_count = c.committed, amount_committed_minor = c.committed * ${PRICE * 100}
     from (select event_option_id as id, count(*) filter (where status = 'PENDING') as pending,
                  count(*) filter (where status = 'APPROVED') as committed
             from registrations where tenant_id = $1 and event_id = $2 group by 1) c
    where o.tenant_id = $1 and o.event_id = $2 and o.id = c.id`,
  `update pickup_slots s set pending_count = c.pending, committed_count = c.committed
     from (select preferred_slot_id as id, count(*) filter (where status = 'PENDING') as pending,
                  count(*) filter (where status = 'APPROVED') as committed
             from registrations where tenant_id = $1 and event_id = $2 group by 1) c
    where s.tenant_id = $1 and s.event_id = $2 and s.id = c.id`,
]
