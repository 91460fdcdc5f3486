import type { Period } from '@allot/core'
import type { EventKey } from '../events/books.sql.ts'
import type { Tx } from '../platform/database.ts'

export type OverlapRow = { option_id: string; option_name: string; people_count: number }

/** Who would be in two tracks at once, if one of them had these times: by the other track, and together. */
export async function countOverlaps(
  tx: Tx,
  key: EventKey,
  optionId: string,
  { startsAt, endsAt }: Period,
): Promise<{ people: number; options: OverlapRow[] }> {
  const rows = await tx.query<Omit<OverlapRow, 'option_id'> & { option_id: string | null }>(
    `select other.id as option_id, min(other.option_name) as option_name, count(distinct mine.user_id) as people_count
       from registrations mine
       join registrations theirs on theirs.tenant_id = $1 and theirs.event_id = $2 and theirs.user_id = mine.user_id
        and theirs.status in ('PENDING', 'APPROVED')
       join event_options other on other.tenant_id = $1 and other.event_id = $2 and other.id = theirs.event_option_id
        and other.id <> $3 and other.option_type = 'TRACK'
        and greatest(other.starts_at, $4::timestamptz) < least(other.ends_at, $5::timestamptz)
        and other.starts_at is not null and other.ends_at is not null
      where mine.tenant_id = $1 and mine.event_id = $2 and mine.event_option_id = $3
        and mine.status in ('PENDING', 'APPROVED')
      group by grouping sets ((other.id), ())
      order by people_count desc, option_name`,
    [key.tenantId, key.eventId, optionId, startsAt, endsAt],
  )
  const options = rows.flatMap(({ option_id: id, ...row }) => (id === null ? [] : [{ option_id: id, ...row }]))
  const together = rows.find(({ option_id: id }) => id === null)
  return { people: together?.people_count ?? 0, options }
}
