import { findPeopleByWord, patternOf, wantedOf } from '../accounts/people-search.sql.ts'
import type { Tx } from '../platform/database.ts'
import { slotOf } from '../registrations/registration-search.sql.ts'
import type { DeskKey } from './desks.sql.ts'
import { isHandedOutAt, slotJoin } from './leases.sql.ts'

export type ExpectedSlotRow = {
  slot: string
  location: string | null
  starts_at: Date
  ends_at: Date | null
  total: number
  collected: number
}

/** A slot that says only when it begins lasts so long, in minutes. */
const OPEN_END_MINUTES = 30
const MOST_SLOTS_AT_ONCE = 100

/** The slots of right now, with how many this desk may serve in each, and how many of those have collected. */
export async function findExpected(tx: Tx, key: DeskKey): Promise<ExpectedSlotRow[]> {
  return tx.query<ExpectedSlotRow>(
    {
      name: 'find_expected_slots',
      text: `with now_open as (
               select id, label, location, starts_at, ends_at from pickup_slots
                where tenant_id = $1 and event_id = $2 and is_active and starts_at <= clock_timestamp()
                  and coalesce(ends_at, starts_at + make_interval(mins => $4)) > clock_timestamp()
                order by starts_at, label limit $5)
             select s.label as slot, s.location, s.starts_at, s.ends_at,
                    count(r.id) as total, count(r.collected_at) as collected
               from now_open s
               left join registrations r on r.tenant_id = $1 and r.event_id = $2 and r.status = 'APPROVED'
                and ${slotOf} = s.id and ${isHandedOutAt('$3')}
              group by s.id, s.label, s.location, s.starts_at, s.ends_at
              order by s.starts_at, s.label`,
    },
    [key.tenantId, key.eventId, key.deskId, OPEN_END_MINUTES, MOST_SLOTS_AT_ONCE],
  )
}

export type DeskPersonRow = {
  registration_id: string
  person_name: string
  option_name: string
  option_type: string
  slot: string | null
  starts_at: Date | null
  ends_at: Date | null
  collected_at: Date | null
}

/** So few people are looked up one by one; of a text that many match, the first who do are shown. */
const FEW_PEOPLE = 1_000

/** People this desk may serve. They are found by their names alone: a tablet learns nothing of addresses. */
export async function searchDeskPeople(
  tx: Tx,
  key: DeskKey,
  { q, slot, limit }: { q?: string | undefined; slot?: string | undefined; limit: number },
): Promise<DeskPersonRow[]> {
  const wanted = wantedOf(q)
  const found = wanted && (await findPeopleByWord(tx, key.tenantId, wanted, FEW_PEOPLE))
  const few = found && found.length <= FEW_PEOPLE ? found : null
  return tx.query<DeskPersonRow>(
    `select r.id as registration_id, u.name as person_name, o.option_name, o.option_type,
            s.label as slot, s.starts_at, s.ends_at, r.collected_at
       from registrations r
       join users u on u.tenant_id = r.tenant_id and u.id = r.user_id
       join event_options o on o.tenant_id = r.tenant_id and o.event_id = r.event_id and o.id = r.event_option_id
       ${slotJoin}
      where r.tenant_id = $1 and r.event_id = $2 and r.status = 'APPROVED' and ${isHandedOutAt('$3')}
        and ($4::uuid[] is null or r.user_id = any($4))
        and ($5::text is null or lower(u.name) ~ $5)
        and ($6::text is null or s.label = $6)
      order by s.starts_at, u.name, r.id
      limit $7`,
    [key.tenantId, key.eventId, key.deskId, few, wanted ? patternOf(wanted) : null, slot ?? null, limit],
  )
}
