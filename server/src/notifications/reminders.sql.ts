import type { Tx } from '../platform/database.ts'
import type { EventFactsRow } from './tell-notices.ts'

const eventColumns = `e.name as event_name, e.slug as event_slug, e.currency, e.timezone, e.event_date,
  e.ends_at as event_ends_at, e.venue`

export type ReminderRow = EventFactsRow & {
  event_id: string
  registration_id: string
  user_id: string
  origin: string
  amount_minor: number
  option_name: string
  slot_label: string | null
  slot_location: string | null
  slot_starts_at: Date | null
  slot_ends_at: Date | null
}

const approved = `
  join registrations r on r.tenant_id = e.tenant_id and r.event_id = e.id and r.status = 'APPROVED'
  join users u on u.tenant_id = r.tenant_id and u.id = r.user_id and u.is_active
  join event_options o on o.tenant_id = r.tenant_id and o.event_id = r.event_id and o.id = r.event_option_id`
const reminderColumns = `${eventColumns}, e.id as event_id, r.id as registration_id, r.user_id, r.amount_minor, o.option_name,
  a.label as slot_label, a.location as slot_location, a.starts_at as slot_starts_at, a.ends_at as slot_ends_at`

/**
 * People with an approved registration whose event, or whose pickup slot, begins within the hours that the event says, and
 * who were not reminded of that yet. Whoever was approved only then has just been told everything.
 */
export async function findReminders(
  tx: Tx,
  tenantId: string,
  kind: 'event_reminder' | 'pickup_reminder',
  most: number,
): Promise<ReminderRow[]> {
  // The moment is in the origin: whoever was reminded of one that was put off is reminded again.
  const origin = (at: string) => `'${kind}:' || r.id || ':' || extract(epoch from ${at})::bigint`
  const unreminded = (at: string) =>
    `not exists (select from notices n where n.tenant_id = r.tenant_id and n.user_id = r.user_id
        and n.origin = ${origin(at)} and n.kind = '${kind}')`
  const within = (at: string, hours: string, otherwise: number) => {
    const before = `case when s.event_id is null then ${otherwise} else s.${hours} end`
    return `${at} > now() and ${at} <= now() + make_interval(hours => ${before})
        and r.approved_at < ${at} - make_interval(hours => ${before})`
  }
  const settings = 'left join event_notice_settings s on s.tenant_id = e.tenant_id and s.event_id = e.id'
  const text =
    kind === 'event_reminder'
      ? `select ${reminderColumns}, ${origin('e.event_date')} as origin
           from events e ${settings} ${approved}
           left join pickup_slots a on a.tenant_id = r.tenant_id and a.event_id = r.event_id and a.id = r.assigned_slot_id
          where e.tenant_id = $1 and e.is_active and e.event_date > now() and e.event_date <= now() + interval '720 hours'
            and ${within('e.event_date', 'event_reminder_hours', 24)} and ${unreminded('e.event_date')}
          order by r.id limit $2`
      : `select ${reminderColumns}, ${origin('a.starts_at')} as origin
           from pickup_slots a
           join events e on e.tenant_id = a.tenant_id and e.id = a.event_id and e.is_active ${settings} ${approved}
            and r.assigned_slot_id = a.id
          where a.tenant_id = $1 and a.is_active and a.starts_at > now() and a.starts_at <= now() + interval '720 hours'
            and ${within('a.starts_at', 'pickup_reminder_hours', 2)} and ${unreminded('a.starts_at')}
          order by r.id limit $2`
  return tx.query<ReminderRow>({ name: `find_${kind}s`, text }, [tenantId, most])
}

export type DayRow = EventFactsRow & {
  event_id: string
  /** The date in the event's time zone. */
  today: string
  waiting: number
  late: number
  asked: number
  approved: number
  budget_minor: number
  budget_committed_minor: number
}

/** How the tenant's running events stand, where it is past the given hour of the day; a page behind one. */
export async function readDays(
  tx: Tx,
  tenantId: string,
  fromHour: number,
  after: string | undefined,
  most: number,
): Promise<DayRow[]> {
  return tx.query<DayRow>(
    {
      name: 'read_days',
      text: `select ${eventColumns}, e.id as event_id, to_char(now() at time zone e.timezone, 'YYYY-MM-DD') as today,
                    b.pending_count as waiting, b.budget_minor, b.budget_committed_minor, late.count as late,
                    asked.count as asked, approved.count as approved
               from events e
               join event_books b on b.tenant_id = e.tenant_id and b.event_id = e.id
               left join event_notice_settings s on s.tenant_id = e.tenant_id and s.event_id = e.id
               cross join lateral (select count(*) from registrations r
                 where r.tenant_id = e.tenant_id and r.event_id = e.id and r.status = 'PENDING' and b.pending_count > 0
                   and r.created_at < now() - make_interval(days =>
                         case when s.event_id is null then 5 else s.promised_days end)) as late
               cross join lateral (select count(*) from registrations r
                 where r.tenant_id = e.tenant_id and r.event_id = e.id
                   and r.created_at >= now() - interval '1 day') as asked
               cross join lateral (select count(*) from registrations r
                 where r.tenant_id = e.tenant_id and r.event_id = e.id and r.status = 'APPROVED'
                   and r.approved_at >= now() - interval '1 day') as approved
              where e.tenant_id = $1 and e.is_active and e.published and (e.ends_at is null or e.ends_at > now())
                and (e.event_date is null or e.event_date > now() - interval '1 day')
                and extract(hour from now() at time zone e.timezone) >= $2
                and ($3::uuid is null or e.id > $3)
              order by e.id limit $4`,
    },
    [tenantId, fromHour, after ?? null, most],
  )
}

/** Those of some origins that were written already. */
export async function findKnownOrigins(tx: Tx, tenantId: string, origins: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ origin: string }>(
    'select distinct origin from notices where tenant_id = $1 and origin = any ($2::text[])',
    [tenantId, origins],
  )
  return new Set(rows.map(({ origin }) => origin))
}
