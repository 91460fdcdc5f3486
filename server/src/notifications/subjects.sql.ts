import type { Role } from '@allot/contract'
import type { EventKey } from '../events/books.sql.ts'
import type { Tx } from '../platform/database.ts'

const eventColumns = `e.name as event_name, e.slug as event_slug, e.currency, e.timezone, e.event_date,
  e.ends_at as event_ends_at, e.venue`

type EventColumns = {
  event_name: string
  event_slug: string
  currency: string
  timezone: string
  event_date: Date | null
  event_ends_at: Date | null
  venue: string | null
}

export type SubjectRow = EventColumns & {
  /** null where the registration is not there. */
  user_id: string | null
  notes: string | null
  option_id: string | null
  option_name: string | null
  slot_label: string | null
  slot_location: string | null
  slot_starts_at: Date | null
  slot_ends_at: Date | null
  previous_slot_label: string | null
}

export type Subject = {
  registrationId: string
  optionId: string | null
  slotId: string | null
  previousSlotId: string | null
}

/** Whom some changes are about, and what of: one row for each, in their order. */
export async function findSubjects(tx: Tx, key: EventKey, subjects: readonly Subject[]): Promise<SubjectRow[]> {
  return tx.query<SubjectRow>(
    {
      name: 'find_subjects',
      text: `select ${eventColumns}, r.user_id, r.notes, o.id as option_id, o.option_name, s.label as slot_label,
                    s.location as slot_location, s.starts_at as slot_starts_at, s.ends_at as slot_ends_at,
                    p.label as previous_slot_label
               from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[]) with ordinality
                      as said (registration_id, option_id, slot_id, previous_slot_id, no)
               join events e on e.tenant_id = $1 and e.id = $2
               left join registrations r on r.tenant_id = $1 and r.event_id = $2 and r.id = said.registration_id
               left join event_options o on o.tenant_id = $1 and o.event_id = $2
                and o.id = coalesce(said.option_id, r.event_option_id)
               left join pickup_slots s on s.tenant_id = $1 and s.event_id = $2 and s.id = said.slot_id
               left join pickup_slots p on p.tenant_id = $1 and p.event_id = $2 and p.id = said.previous_slot_id
              order by said.no`,
    },
    [
      key.tenantId,
      key.eventId,
      subjects.map(({ registrationId }) => registrationId),
      subjects.map(({ optionId }) => optionId),
      subjects.map(({ slotId }) => slotId),
      subjects.map(({ previousSlotId }) => previousSlotId),
    ],
  )
}

/** Active people with one of some roles, at most a thousand. */
export async function findManagers(tx: Tx, tenantId: string, roles: readonly Role[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'select id from users where tenant_id = $1 and is_active and role = any ($2::text[]) order by id limit 1000',
    [tenantId, roles],
  )
  return rows.map(({ id }) => id)
}

/** Whether somebody of this address is there, and may come in. */
export async function findActivePerson(tx: Tx, tenantId: string, userId: string, email: string): Promise<boolean> {
  const rows = await tx.query(
    `select u.id from users u join tenants t on t.id = u.tenant_id and t.is_active
      where u.tenant_id = $1 and u.id = $2 and u.is_active and lower(u.email) = $3`,
    [tenantId, userId, email],
  )
  return rows.length > 0
}

export type ThresholdRow = EventColumns & { budget_minor: number; budget_committed_minor: number }

/**
 * Notes on which side of its threshold an event's budget is.
 *
 * @returns the event, where it has just been passed
 */
export async function passThreshold(tx: Tx, key: EventKey): Promise<ThresholdRow | undefined> {
  const [row] = await tx.query<ThresholdRow & { is_over: boolean; is_told: boolean }>(
    {
      name: 'read_threshold',
      text: `select ${eventColumns}, b.budget_minor, b.budget_committed_minor,
                    coalesce(b.budget_minor > 0 and b.budget_committed_minor * 100 >=
                      b.budget_minor * case when s.event_id is null then 90 else s.budget_threshold_percent end, false) as is_over,
                    coalesce(s.is_threshold_told, false) as is_told
               from events e
               join event_books b on b.tenant_id = e.tenant_id and b.event_id = e.id
               left join event_notice_settings s on s.tenant_id = e.tenant_id and s.event_id = e.id
              where e.tenant_id = $1 and e.id = $2`,
    },
    [key.tenantId, key.eventId],
  )
  if (!row || row.is_over === row.is_told) return undefined
  tx.write(
    `insert into event_notice_settings (tenant_id, event_id, is_threshold_told) values ($1, $2, $3)
     on conflict (tenant_id, event_id) do update set is_threshold_told = excluded.is_threshold_told`,
    [key.tenantId, key.eventId, row.is_over],
  )
  return row.is_over ? row : undefined
}
