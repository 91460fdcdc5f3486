import { idsAt, newId } from '../platform/ids.ts'
import type { Database } from '../platform/database.ts'
import { sha256 } from '../platform/secrets.ts'
import type { Gala } from './gala.ts'
import type { TestTenant } from './given-app.ts'

/**
 * Many people who have asked, written straight into the database with their counters: by turns for each option there is.
 *
 * @returns their registrations, oldest first
 */
export async function givenMany(db: Database, { tenantId }: TestTenant, gala: Gala, count: number): Promise<string[]> {
  const nextId = idsAt(new Date())
  const ids = Array.from({ length: count }, nextId)
  const people = ids.map(() => newId())
  const options = Object.values(gala.options)
  await db.transaction(tenantId, async (tx) => {
    await tx.query(
      `insert into users (tenant_id, id, email, name, role)
       select $1, id, id || '@example.org', 'Guest ' || id, 'member' from unnest($2::uuid[]) as id`,
      [tenantId, people],
    )
    await tx.query(
      `insert into registrations (tenant_id, event_id, id, user_id, event_option_id, status, amount_minor, qr_hash,
         created_at, created_by)
       select $1, $2, n.id, n.user_id, o.id, 'PENDING', coalesce(o.cost_minor, 0), n.hash, clock_timestamp(), n.user_id
         from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::bytea[]) as n (id, user_id, option_id, hash)
         join event_options o on o.tenant_id = $1 and o.event_id = $2 and o.id = n.option_id`,
      [tenantId, gala.eventId, ids, people, ids.map((_, index) => options[index % options.length]), ids.map(sha256)],
    )
    await tx.query(
      `update event_options o set pending_count = pending_count + n.count
         from (select event_option_id, count(*) from registrations
                where tenant_id = $1 and event_id = $2 and id = any($3) group by 1) n
        where o.tenant_id = $1 and o.event_id = $2 and o.id = n.event_option_id`,
      [tenantId, gala.eventId, ids],
    )
    await tx.query(
      `update event_books b set pending_count = pending_count + n.count, pending_minor = pending_minor + n.amount,
              registered_users_count = registered_users_count + n.count
         from (select count(*), sum(amount_minor)::bigint as amount from registrations
                where tenant_id = $1 and event_id = $2 and id = any($3)) n
        where b.tenant_id = $1 and b.event_id = $2`,
      [tenantId, gala.eventId, ids],
    )
  })
  return ids
}
