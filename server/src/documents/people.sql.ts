import type { EventKey } from '../events/books.sql.ts'
import type { Tx } from '../platform/database.ts'

/** Somebody as they stand on a badge or a list. */
export type PrintedPerson = {
  id: string
  qr_generation: number
  person_name: string
  person_email: string
  department: string | null
  option_name: string
  slot: string | null
  slot_location: string | null
  slot_starts_at: Date | null
  collected_at: Date | null
}

const columns = `r.id, r.qr_generation, u.name as person_name, u.email as person_email, u.department, o.option_name, s.label as slot,
  s.location as slot_location, s.starts_at as slot_starts_at, r.collected_at`
const joins = `join users u on u.tenant_id = r.tenant_id and u.id = r.user_id
  join event_options o on o.tenant_id = r.tenant_id and o.event_id = r.event_id and o.id = r.event_option_id
  left join pickup_slots s on s.tenant_id = r.tenant_id and s.event_id = r.event_id and s.id = r.assigned_slot_id`

export type BadgeFilter = {
  event_option_id?: string[] | undefined
  slot_id?: string | undefined
  collected?: boolean | undefined
}

/** Approved registrations, in the order of asking, a page at a time. */
export async function readBadges(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  filter: BadgeFilter,
  after: string | undefined,
  limit: number,
): Promise<PrintedPerson[]> {
  return tx.query<PrintedPerson>(
    `select ${columns} from registrations r ${joins}
      where r.tenant_id = $1 and r.event_id = $2 and r.status = 'APPROVED' and ($3::uuid is null or r.id > $3)
        and ($4::uuid[] is null or r.event_option_id = any($4)) and ($5::uuid is null or r.assigned_slot_id = $5)
        and ($6::boolean is null or (r.collected_at is not null) = $6)
      order by r.id limit $7`,
    [
      tenantId,
      eventId,
      after ?? null,
      filter.event_option_id ?? null,
      filter.slot_id ?? null,
      filter.collected ?? null,
      limit,
    ],
  )
}

export type PickupFilter = { slot_id?: string | undefined; desk_id?: string | undefined; location?: string | undefined }
/** Behind whom a page begins. */
export type PickupPlace = { starts_at: Date | null; slot: string; name: string; id: string }

/** Who collects what, by slot and then by name, a page at a time; of a desk what that desk hands out. */
export async function readPickups(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  filter: PickupFilter,
  after: PickupPlace | undefined,
  limit: number,
): Promise<PrintedPerson[]> {
  return tx.query<PrintedPerson>(
    `select ${columns} from registrations r ${joins}
      where r.tenant_id = $1 and r.event_id = $2 and r.status = 'APPROVED' and ($3::uuid is null or r.assigned_slot_id = $3)
        and ($4::uuid is null or not exists (
              select from desk_options d where d.tenant_id = $1 and d.event_id = $2 and d.desk_id = $4)
          or exists (select from desk_options d
                      where d.tenant_id = $1 and d.event_id = $2 and d.desk_id = $4 and d.event_option_id = r.event_option_id))
        and ($5::text is null or s.location = $5)
        and ($6::uuid is null or (coalesce(s.starts_at, 'infinity'), coalesce(s.label, ''), u.name, r.id)
             > (coalesce($7::timestamptz, 'infinity'), $8::text, $9::text, $6::uuid))
      order by coalesce(s.starts_at, 'infinity'), coalesce(s.label, ''), u.name, r.id limit $10`,
    [
      tenantId,
      eventId,
      filter.slot_id ?? null,
      filter.desk_id ?? null,
      filter.location ?? null,
      after?.id ?? null,
      after?.starts_at ?? null,
      after?.slot ?? '',
      after?.name ?? '',
      limit,
    ],
  )
}
