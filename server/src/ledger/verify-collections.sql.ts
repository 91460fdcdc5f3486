import type { EventKey } from '../events/books.sql.ts'
import type { Tx } from '../platform/database.ts'

/** Most that are named, of each kind. */
const MOST = 20

const checks: [string, string][] = [
  [
    'is collected more than once',
    `select registration_id as id from collections
      where tenant_id = $1 and event_id = $2 and undone_at is null group by registration_id having count(*) > 1`,
  ],
  [
    'counts as collected, and no collection of it holds',
    `select r.id from registrations r
      where r.tenant_id = $1 and r.event_id = $2 and r.collected_at is not null and not exists (
        select from collections c where c.tenant_id = $1 and c.event_id = $2 and c.registration_id = r.id
           and c.undone_at is null and c.collected_at = r.collected_at)`,
  ],
  [
    'has a collection that holds, and does not count as collected, or is not approved',
    `select r.id from collections c join registrations r on r.tenant_id = $1 and r.event_id = $2 and r.id = c.registration_id
      where c.tenant_id = $1 and c.event_id = $2 and c.undone_at is null
        and (r.collected_at is null or r.status <> 'APPROVED')`,
  ],
  [
    'has a collection of another option or slot than its own',
    `select r.id from collections c join registrations r on r.tenant_id = $1 and r.event_id = $2 and r.id = c.registration_id
      where c.tenant_id = $1 and c.event_id = $2 and c.undone_at is null
        and (c.event_option_id <> r.event_option_id
          or c.slot_id is distinct from coalesce(r.assigned_slot_id, r.preferred_slot_id))`,
  ],
  [
    'was collected or given back otherwise than the audit trail says',
    `with told as materialized (
       select subject_id, (detail ->> 'collection_id') as collection_id,
              count(*) filter (where action = 'registration.collected') as collected,
              count(*) filter (where action = 'registration.uncollected') as undone
         from audit_entries
        where tenant_id = $1 and scope_id = $2 and action in ('registration.collected', 'registration.uncollected')
        group by 1, 2), held as materialized (
       select registration_id, id::text as collection_id, 1 as collected,
              case when undone_at is null then 0 else 1 end as undone
         from collections where tenant_id = $1 and event_id = $2)
     select coalesce(held.registration_id, told.subject_id) as id
       from held full join told on told.collection_id = held.collection_id and told.subject_id = held.registration_id
      where (held.collected, held.undone) is distinct from (told.collected, told.undone)`,
  ],
]

/** Where collections, registrations and the audit trail do not tell one story: one sentence each. */
export async function findCollectionDeviations(tx: Tx, key: EventKey): Promise<string[]> {
  const found = await Promise.all(
    checks.map(([, check]) =>
      tx.query<{ id: string }>(`select id from (${check}) as found order by id limit ${MOST}`, [
        key.tenantId,
        key.eventId,
      ]),
    ),
  )
  return found.flatMap((rows, index) => rows.map(({ id }) => `registration ${id} ${checks[index]?.[0] ?? ''}`))
}
