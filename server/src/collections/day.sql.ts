import type { ScanFinding, ScanOutcome } from '@allot/core'
import type { EventKey } from '../events/books.sql.ts'
import type { Tx } from '../platform/database.ts'

/** Everything here belongs to one event of one tenant: `$1` and `$2`. */
async function ask<Row extends object>(tx: Tx, key: EventKey, text: string, more: unknown[] = []): Promise<Row[]> {
  return tx.query<Row>(text, [key.tenantId, key.eventId, ...more])
}

export type DaySlotRow = {
  slot: string
  location: string | null
  starts_at: Date
  ends_at: Date | null
  total: number
  collected: number
  late_median_minutes: number | null
}

/** Slots with a time, in its order; where a desk had no network, its own clock says when somebody came. */
export function readDaySlots(tx: Tx, key: EventKey): Promise<DaySlotRow[]> {
  return ask<DaySlotRow>(
    tx,
    key,
    `select s.label as slot, s.location, s.starts_at, s.ends_at, s.committed_count as total,
            coalesce(c.collected, 0) as collected, c.late_median_minutes
       from pickup_slots s left join lateral (
         select count(*) as collected, round((percentile_cont(0.5) within group (order by extract(epoch from
                  case when is_offline then coalesce(said_at, collected_at) else collected_at end - s.starts_at))
                / 60)::numeric, 1)::float8 as late_median_minutes
           from collections
          where tenant_id = $1 and event_id = $2 and slot_id = s.id and undone_at is null) as c on true
      where s.tenant_id = $1 and s.event_id = $2 and s.is_active and s.starts_at is not null
      order by s.starts_at, s.label limit 2000`,
  )
}

export type MinuteRow = { minute: Date; desk_id: string; count: number }

export function readMinutes(tx: Tx, key: EventKey, since: Date): Promise<MinuteRow[]> {
  return ask<MinuteRow>(
    tx,
    key,
    `select date_trunc('minute', scanned_at) as minute, desk_id, count(*) as count from scans
      where tenant_id = $1 and event_id = $2 and scanned_at >= $3 group by 1, 2 order by 1, 2`,
    [since],
  )
}

export type DayDeskRow = {
  desk_id: string
  name: string
  location: string | null
  collected: number
  refused: { outcome: ScanOutcome; count: number }[]
  last_scan_at: Date | null
  online: number
  offline: number
  lease_expires_at: Date | null
  lease_people: number
}

export function readDayDesks(tx: Tx, key: EventKey): Promise<DayDeskRow[]> {
  return ask<DayDeskRow>(
    tx,
    key,
    `with outcomes as materialized (
       select desk_id, outcome, count(*) as count, max(scanned_at) as last_at from scans
        where tenant_id = $1 and event_id = $2 group by desk_id, outcome)
     select d.id as desk_id, d.name, d.location, (
              select count(*) from collections c
               where c.tenant_id = $1 and c.event_id = $2 and c.desk_id = d.id and c.undone_at is null) as collected,
            (select coalesce(json_agg(json_build_object('outcome', outcome, 'count', count) order by outcome), '[]')
               from outcomes where desk_id = d.id and outcome <> 'COLLECTED') as refused,
            (select max(last_at) from outcomes where desk_id = d.id) as last_scan_at,
            v.online, v.offline, l.expires_at as lease_expires_at, l.people as lease_people
       from desks d cross join lateral (
         select count(*) filter (where last_seen_at > now() - interval '2 minutes') as online,
                count(*) filter (where last_seen_at is null or last_seen_at <= now() - interval '2 minutes') as offline
           from desk_devices
          where tenant_id = $1 and event_id = $2 and desk_id = d.id and key_hash is not null and revoked_at is null) as v
       cross join lateral (
         select max(expires_at) as expires_at, coalesce(sum(people), 0)::integer as people from (
           select expires_at, (select count(*) from leased_registrations held
                                where held.tenant_id = $1 and held.event_id = $2 and held.lease_id = lease.id) as people
             from desk_leases lease
            where lease.tenant_id = $1 and lease.event_id = $2 and lease.desk_id = d.id
              and lease.ended_at is null and lease.expires_at > now()) as held) as l
      where d.tenant_id = $1 and d.event_id = $2 and d.is_active
      order by d.name, d.id limit 200`,
  )
}

export type DayTotals = { collected_total: number; no_shows: number; walk_ups: number }

/** @param begins the beginning of the event, and of the day it is on */
export async function readDayTotals(
  tx: Tx,
  key: EventKey,
  { beginsAt, endsAt }: { beginsAt: Date | null; endsAt: Date | null },
): Promise<DayTotals> {
  const [row] = await ask<DayTotals>(
    tx,
    key,
    `select (select count(*) from collections
              where tenant_id = $1 and event_id = $2 and undone_at is null) as collected_total,
            (select count(*) from pickup_slots s join registrations r
                 on r.tenant_id = $1 and r.event_id = $2 and r.assigned_slot_id = s.id
              where s.tenant_id = $1 and s.event_id = $2 and coalesce(s.ends_at, s.starts_at) <= now()
                and r.status = 'APPROVED' and r.collected_at is null) as no_shows,
            (select count(*) from registrations
              where tenant_id = $1 and event_id = $2 and status = 'APPROVED'
                and created_at >= $3 and created_at < $4) as walk_ups`,
    [beginsAt, endsAt],
  )
  return row ?? { collected_total: 0, no_shows: 0, walk_ups: 0 }
}

export type FindingRow = {
  finding: ScanFinding
  outcome: ScanOutcome
  scanned_at: Date
  said_at: Date | null
  desk_id: string
  desk_name: string
  registration_id: string | null
  person_name: string | null
  option_name: string | null
  collection_id: string | null
}

export function readFindings(tx: Tx, key: EventKey): Promise<FindingRow[]> {
  return ask<FindingRow>(
    tx,
    key,
    `select s.finding, s.outcome, s.scanned_at, s.said_at, s.desk_id, d.name as desk_name, s.registration_id,
            u.name as person_name, o.option_name, s.collection_id
       from scans s
       join desks d on d.tenant_id = s.tenant_id and d.event_id = s.event_id and d.id = s.desk_id
       left join registrations r on r.tenant_id = s.tenant_id and r.event_id = s.event_id and r.id = s.registration_id
       left join users u on u.tenant_id = r.tenant_id and u.id = r.user_id
       left join event_options o on o.tenant_id = r.tenant_id and o.event_id = r.event_id and o.id = r.event_option_id
      where s.tenant_id = $1 and s.event_id = $2 and s.finding is not null
      order by s.scanned_at desc, s.nonce limit 50`,
  )
}
