import type { OptionType, RegistrationStatus } from '@allot/core'
import type { EventKey } from '../events/books.sql.ts'
import type { Tx } from '../platform/database.ts'
import type { Range } from '../platform/paging.ts'
import { positionOf } from './turns.sql.ts'

export type RegistrationRow = {
  id: string
  event_id: string
  user_id: string
  event_option_id: string
  status: RegistrationStatus
  amount_minor: number
  preferred_slot_id: string | null
  assigned_slot_id: string | null
  notes: string | null
  created_at: Date
  approved_at: Date | null
  approved_by: string | null
  /** Came up from the waitlist, and holds its share until it is decided. */
  is_promised: boolean
  offer_expires_at: Date | null
  /** Which of its codes is the valid one. */
  qr_generation: number
  /** While it is handed out. */
  collected_at: Date | null
  /** The desk that holds it without a network; only where it may be given up. */
  leased?: { deskName: string; until: Date }
}

/** A registration with what its reader needs beside it. */
export type RegistrationListRow = RegistrationRow & {
  event_name: string
  currency: string
  person_name: string
  person_email: string
  person_department: string | null
  option_name: string
  option_type: OptionType
  approved_by_name: string | null
  /** Only where one registration is read. */
  closed_by_name?: string | null
  /** Of one that waits; only where one registration, or one's own, are read. */
  waitlist_position?: number | null
  preferred_slot: string | null
  assigned_slot: string | null
  /** Of the assigned slot, or else of the preferred one. */
  slot_location: string | null
  slot_location_id: string | null
  slot_starts_at: Date | null
  slot_ends_at: Date | null
}

export const registrationColumns = `r.id, r.event_id, r.user_id, r.event_option_id, r.status, r.amount_minor,
  r.preferred_slot_id, r.assigned_slot_id, r.notes, r.created_at, r.approved_at, r.approved_by, r.is_promised,
  r.offer_expires_at, r.qr_generation, r.collected_at`

export const listColumns = `${registrationColumns},
  e.name as event_name, e.currency, u.name as person_name, u.email as person_email, u.department as person_department,
  o.option_name, o.option_type, approver.name as approved_by_name, p.label as preferred_slot, a.label as assigned_slot,
  case when a.id is null then p.location else a.location end as slot_location,
  case when a.id is null then p.location_id else a.location_id end as slot_location_id,
  case when a.id is null then p.starts_at else a.starts_at end as slot_starts_at,
  case when a.id is null then p.ends_at else a.ends_at end as slot_ends_at`

/** The place in the waitlist of whoever is still to come up, and null of everybody else. */
const waitlistPosition = `case when r.status = 'WAITLISTED'
      and (e.waitlist_order <> 'lottery' or e.lottery_drawn_at is not null) then (
    select ${positionOf('own')} from waitlist_wishes own
     where own.tenant_id = r.tenant_id and own.event_id = r.event_id and own.registration_id = r.id
       and own.wish_no = 1 and own.is_waiting) end as waitlist_position`

/** What a registration's reader needs beside it; `r` is whatever gives the registrations. */
export const listJoins = `
  join events e on e.tenant_id = r.tenant_id and e.id = r.event_id
  join users u on u.tenant_id = r.tenant_id and u.id = r.user_id
  join event_options o on o.tenant_id = r.tenant_id and o.event_id = r.event_id and o.id = r.event_option_id
  left join users approver on approver.tenant_id = r.tenant_id and approver.id = r.approved_by
  left join pickup_slots p on p.tenant_id = r.tenant_id and p.event_id = r.event_id and p.id = r.preferred_slot_id
  left join pickup_slots a on a.tenant_id = r.tenant_id and a.event_id = r.event_id and a.id = r.assigned_slot_id`

const joined = `registrations r ${listJoins}`

export async function findRegistration(
  tx: Tx,
  key: EventKey,
  registrationId: string,
): Promise<RegistrationListRow | undefined> {
  // Who ended a registration stands in the trail alone: looked up for one, and not for every row of a list.
  const [row] = await tx.query<RegistrationListRow>(
    `select ${listColumns}, (
              select closer.name
                from audit_entries a join users closer on closer.tenant_id = a.tenant_id and closer.id = a.actor_id
               where a.tenant_id = r.tenant_id and a.scope_id = r.event_id and a.subject_id = r.id
                 and r.status in ('REJECTED', 'CANCELLED') and a.to_status = r.status and a.from_status <> a.to_status
               order by a.entry_no desc limit 1) as closed_by_name, ${waitlistPosition}
       from ${joined} where r.tenant_id = $1 and r.event_id = $2 and r.id = $3`,
    [key.tenantId, key.eventId, registrationId],
  )
  return row
}

/** One person's registrations in all events, newest first. */
export async function listRegistrationsOf(
  tx: Tx,
  tenantId: string,
  userId: string,
  { after, skip, limit }: Range,
): Promise<{ rows: RegistrationListRow[]; total: number }> {
  const [rows, counted] = await Promise.all([
    tx.query<RegistrationListRow>(
      `select ${listColumns}, ${waitlistPosition} from ${joined}
        where r.tenant_id = $1 and r.user_id = $2 and ($3::uuid is null or r.id < $3)
        order by r.id desc offset $4 limit $5`,
      [tenantId, userId, after ?? null, skip, limit],
    ),
    tx.query<{ total: number }>('select count(*) as total from registrations where tenant_id = $1 and user_id = $2', [
      tenantId,
      userId,
    ]),
  ])
  return { rows, total: counted[0]?.total ?? 0 }
}
