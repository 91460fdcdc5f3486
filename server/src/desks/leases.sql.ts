import type { OptionType } from '@allot/core'
import type { EventKey } from '../events/books.sql.ts'
import type { Tx } from '../platform/database.ts'
import { slotOf } from '../registrations/registration-search.sql.ts'
import type { DeskKey } from './desks.sql.ts'

export type LeaseKey = EventKey & { leaseId: string }

export type LeaseRow = {
  id: string
  desk_id: string
  device_id: string
  granted_at: Date
  expires_at: Date
  ended_at: Date | null
  log_count: number
  log_hash: Buffer
}

const leaseColumns = 'id, desk_id, device_id, granted_at, expires_at, ended_at, log_count, log_hash'

/** The lease of a tablet that nobody has ended; it may have run out all the same. */
export async function findOpenLease(tx: Tx, key: EventKey, deviceId: string): Promise<LeaseRow | undefined> {
  const [row] = await tx.query<LeaseRow>(
    `select ${leaseColumns} from desk_leases
      where tenant_id = $1 and event_id = $2 and device_id = $3 and ended_at is null`,
    [key.tenantId, key.eventId, deviceId],
  )
  return row
}

/** Locks a lease until the transaction ends: its log is written by one at a time. */
export async function lockLease(tx: Tx, key: LeaseKey): Promise<(LeaseRow & { now: Date }) | undefined> {
  const [row] = await tx.query<LeaseRow & { now: Date }>(
    `select ${leaseColumns}, clock_timestamp() as now from desk_leases
      where tenant_id = $1 and event_id = $2 and id = $3 for no key update`,
    [key.tenantId, key.eventId, key.leaseId],
  )
  return row
}

/** Begins a lease, or the time of one that is open anew. */
export async function saveLease(
  tx: Tx,
  key: DeskKey,
  lease: { id: string; deviceId: string; grantedAt: Date; expiresAt: Date },
): Promise<void> {
  await tx.query(
    `insert into desk_leases (tenant_id, event_id, desk_id, id, device_id, granted_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (tenant_id, event_id, id) do update set expires_at = excluded.expires_at`,
    [key.tenantId, key.eventId, key.deskId, lease.id, lease.deviceId, lease.grantedAt, lease.expiresAt],
  )
}

/** Which leases of an event end: of some tablets, or all that have run out. */
export type LeasesWanted = { deviceIds: readonly string[] } | { ranOut: true }
export type EndedLease = { id: string; desk_id: string; device_id: string; people_count: number }

/**
 * Ends open leases: what they held is free again. The caller has the books locked.
 *
 * @returns those that were open until now
 */
export async function endLeases(tx: Tx, key: EventKey, wanted: LeasesWanted, now: Date): Promise<EndedLease[]> {
  const deviceIds = 'deviceIds' in wanted ? wanted.deviceIds : null
  const ended = await tx.query<Omit<EndedLease, 'people_count'>>(
    `update desk_leases set ended_at = $3
      where tenant_id = $1 and event_id = $2 and ended_at is null
        and case when $4::uuid[] is null then expires_at <= $3 else device_id = any($4) end
     returning id, desk_id, device_id`,
    [key.tenantId, key.eventId, now, deviceIds],
  )
  if (ended.length === 0) return []
  const freed = await tx.query<{ lease_id: string }>(
    'delete from leased_registrations where tenant_id = $1 and event_id = $2 and lease_id = any($3) returning lease_id',
    [key.tenantId, key.eventId, ended.map(({ id }) => id)],
  )
  return ended.map((lease) => ({
    ...lease,
    people_count: freed.filter(({ lease_id: id }) => id === lease.id).length,
  }))
}

/** Lets go of what a lease need not hold any more: it was collected, or is approved no longer. */
export async function dropSettled(tx: Tx, key: LeaseKey): Promise<void> {
  await tx.query(
    `delete from leased_registrations l using registrations r
      where l.tenant_id = $1 and l.event_id = $2 and l.lease_id = $3
        and r.tenant_id = $1 and r.event_id = $2 and r.id = l.registration_id
        and (r.collected_at is not null or r.status <> 'APPROVED')`,
    [key.tenantId, key.eventId, key.leaseId],
  )
}

/** Joins the slot a registration is expected in, as `s`. */
export const slotJoin = `left join pickup_slots s on s.tenant_id = r.tenant_id and s.event_id = r.event_id and s.id = ${slotOf}`

/** Whether a desk hands out what a registration `r` is of; one that chose nothing hands out everything. */
export function isHandedOutAt(desk: string): string {
  return `(not exists (select from desk_options p
                        where p.tenant_id = r.tenant_id and p.event_id = r.event_id and p.desk_id = ${desk})
           or exists (select from desk_options p
                       where p.tenant_id = r.tenant_id and p.event_id = r.event_id and p.desk_id = ${desk}
                         and p.event_option_id = r.event_option_id))`
}

/** Whom a tablet wants to hold; what is left out lets everybody through. */
export type LeaseWish = {
  slots: readonly string[] | undefined
  registrationIds: readonly string[] | undefined
  most: number
}

/**
 * Adds to a lease who is approved, has not collected, is served at its desk, and is held by nobody; whose slot is now or
 * next comes first. The caller has the books locked, so that nobody collects or is leased meanwhile; the primary key
 * holds the same once more.
 */
export async function leaseRegistrations(
  tx: Tx,
  key: DeskKey,
  leaseId: string,
  { slots, registrationIds, most }: LeaseWish,
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into leased_registrations (tenant_id, event_id, registration_id, lease_id)
     select r.tenant_id, r.event_id, r.id, $4
       from registrations r ${slotJoin}
      where r.tenant_id = $1 and r.event_id = $2 and r.status = 'APPROVED' and r.collected_at is null
        and ${isHandedOutAt('$3')}
        and not exists (select from leased_registrations l
                         where l.tenant_id = r.tenant_id and l.event_id = r.event_id and l.registration_id = r.id)
        and ($5::text[] is null or s.label = any($5))
        and ($6::uuid[] is null or r.id = any($6))
      order by coalesce(coalesce(s.ends_at, s.starts_at) < $8, false), s.starts_at, r.id
      limit $7`,
    [key.tenantId, key.eventId, key.deskId, leaseId, slots ?? null, registrationIds ?? null, most, now],
  )
}

export async function countLeased(tx: Tx, key: LeaseKey): Promise<number> {
  const [row] = await tx.query<{ total: number }>(
    'select count(*) as total from leased_registrations where tenant_id = $1 and event_id = $2 and lease_id = $3',
    [key.tenantId, key.eventId, key.leaseId],
  )
  return row?.total ?? 0
}

export type LeasedPersonRow = {
  registration_id: string
  qr_hash: Buffer
  person_name: string
  option_name: string
  option_type: OptionType
  event_option_id: string
  slot: string | null
  slot_starts_at: Date | null
  slot_ends_at: Date | null
}

export async function listLeased(tx: Tx, key: LeaseKey): Promise<LeasedPersonRow[]> {
  return tx.query<LeasedPersonRow>(
    `select r.id as registration_id, r.qr_hash, u.name as person_name, o.option_name, o.option_type, r.event_option_id,
            s.label as slot, s.starts_at as slot_starts_at, s.ends_at as slot_ends_at
       from leased_registrations l
       join registrations r on r.tenant_id = l.tenant_id and r.event_id = l.event_id and r.id = l.registration_id
       join users u on u.tenant_id = r.tenant_id and u.id = r.user_id
       join event_options o on o.tenant_id = r.tenant_id and o.event_id = r.event_id and o.id = r.event_option_id
       ${slotJoin}
      where l.tenant_id = $1 and l.event_id = $2 and l.lease_id = $3
      order by s.starts_at, u.name, r.id`,
    [key.tenantId, key.eventId, key.leaseId],
  )
}

/** Events of a tenant that have leases which have run out, and that nobody has ended. */
export async function findEventsWithDueLeases(tx: Tx, tenantId: string, most: number): Promise<string[]> {
  const rows = await tx.query<{ event_id: string }>(
    `select distinct event_id from (
       select event_id from desk_leases
        where tenant_id = $1 and ended_at is null and expires_at <= clock_timestamp()
        order by expires_at limit $2) as due`,
    [tenantId, most],
  )
  return rows.map(({ event_id: id }) => id)
}
