import type pg from 'pg'
import type { World } from './fill.ts'
import type { Pending } from './references/function.ts'

const OPTIONS = 4
const SLOTS = 10
const PRICE_MINOR = 2_500
const ENOUGH = 1_000_000

/**
 * Makes many small events, all with a few statements: four options, ten slots, and as many pending registrations each.
 *
 * @returns what waits for a decision, an event after the other in turn: nobody comes to the same one soon
 */
export async function fillEvents(
  owner: pg.Client,
  { tenantId, organizer, people }: World,
  { events, registrations }: { events: number; registrations: number },
): Promise<Pending[]> {
  await owner.query('set session_replication_role = replica')
  const { rows: made } = await owner.query<{ id: string }>(
    `insert into events (tenant_id, id, name, event_type, currency, timezone, pickup_slot_capacity, slug, created_by)
     select $1, uuidv7(), 'Small ' || nr, 'OTHER', 'EUR', 'UTC', ${ENOUGH}, 'small-' || nr, $2
       from generate_series(1, $3::integer) as nr returning id`,
    [tenantId, organizer.userId, events],
  )
  const ids = [tenantId, made.map(({ id }) => id)]
  await owner.query(
    `insert into event_options (tenant_id, event_id, id, option_name, option_type, total_available, cost_minor)
     select $1, event, uuidv7(), 'Gift ' || nr, 'INVENTORY', ${ENOUGH}, ${PRICE_MINOR}
       from unnest($2::uuid[]) as event, generate_series(1, ${OPTIONS}) as nr`,
    ids,
  )
  await owner.query(
    `insert into pickup_slots (tenant_id, event_id, id, label, is_defined, capacity)
     select $1, event, uuidv7(), 'Desk ' || nr, true, ${ENOUGH}
       from unnest($2::uuid[]) as event, generate_series(1, ${SLOTS}) as nr`,
    ids,
  )
  // Of tables that grew this much it would otherwise be thought that they are small, and each event's be looked for in all.
  await owner.query('analyze event_options, pickup_slots')
  const { rows } = await owner.query<Pending>(
    `insert into registrations (tenant_id, event_id, id, user_id, event_option_id, status, amount_minor,
       preferred_slot_id, qr_hash, created_at, created_by)
     select $1, event, uuidv7(), person.id, option.ids[1 + nr % ${OPTIONS}], 'PENDING', ${PRICE_MINOR},
            slot.ids[1 + nr % ${SLOTS}], sha256(uuid_send(gen_random_uuid())), now(), person.id
       from unnest($2::uuid[]) as event
       join (select event_id, array_agg(id order by id) as ids from event_options where tenant_id = $1 group by 1)
         as option on option.event_id = event
       join (select event_id, array_agg(id order by id) as ids from pickup_slots where tenant_id = $1 group by 1)
         as slot on slot.event_id = event
      cross join generate_series(0, $4::integer - 1) as nr
       join unnest($3::uuid[]) with ordinality as person (id, place) on person.place = 1 + nr / ${OPTIONS}
      order by nr, event
     returning event_id as "eventId", id`,
    [...ids, people.slice(0, Math.ceil(registrations / OPTIONS)).map(({ userId }) => userId), registrations],
  )
  await owner.query('reset session_replication_role')
  await owner.query('analyze')
  for (const count of countsOfEach) await owner.query(count, ids)
  await owner.query('vacuum analyze')
  return rows
}

const countsOfEach = [
  `insert into event_books (tenant_id, event_id, budget_minor, pending_minor, pending_count, registered_users_count,
     slots_defined)
   select $1, event, ${PRICE_MINOR}::bigint * ${ENOUGH}, sum(amount_minor), count(*), count(distinct user_id), ${SLOTS}
     from unnest($2::uuid[]) as event join registrations r on r.tenant_id = $1 and r.event_id = event
    group by event`,
  `update event_options o set pending_count = c.pending
     from (select event_option_id as id, count(*) as pending from registrations
            where tenant_id = $1 and event_id = any($2) group by 1) c
    where o.tenant_id = $1 and o.event_id = any($2) and o.id = c.id`,
  `update pickup_slots s set pending_count = c.pending
     from (select preferred_slot_id as id, count(*) as pending from registrations
            where tenant_id = $1 and event_id = any($2) group by 1) c
    where s.tenant_id = $1 and s.event_id = any($2) and s.id = c.id`,
]
