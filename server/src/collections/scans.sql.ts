import type { OptionType, RegistrationStatus, ScanFinding, ScanOutcome, ScanTiming, SlotOverride } from '@allot/core'
import type { EventKey } from '../events/books.sql.ts'
import type { Tx } from '../platform/database.ts'

export type ScanEventRow = {
  id: string
  name: string
  timezone: string
  published: boolean
  slot_override: SlotOverride
}

export async function findScanEvent(tx: Tx, key: EventKey): Promise<ScanEventRow | undefined> {
  const [row] = await tx.query<ScanEventRow>(
    {
      name: 'find_scan_event',
      text: 'select id, name, timezone, published, slot_override from events where tenant_id = $1 and id = $2',
    },
    [key.tenantId, key.eventId],
  )
  return row
}

export type ScanDeskRow = { id: string; name: string; is_active: boolean; option_ids: string[] }

export async function findScanDesks(tx: Tx, key: EventKey, ids: readonly string[]): Promise<ScanDeskRow[]> {
  return tx.query<ScanDeskRow>(
    {
      name: 'find_scan_desks',
      text: `select d.id, d.name, d.is_active, array(
                      select p.event_option_id from desk_options p
                       where p.tenant_id = $1 and p.event_id = $2 and p.desk_id = d.id) as option_ids
               from desks d where d.tenant_id = $1 and d.event_id = $2 and d.id = any($3)`,
    },
    [key.tenantId, key.eventId, ids],
  )
}

/** What an answer said beside its outcome. */
export type ScanDetail = {
  timing: ScanTiming | null
  may_override: boolean
  because: 'leased' | 'other_options' | null
  status: RegistrationStatus | null
  /** The desk that holds it without a network, and until when. */
  held_by?: string
  held_until?: string
  /** The event that a code is of. */
  event_name?: string
}

export type ScanRow = {
  desk_id: string
  nonce: string
  request_hash: Buffer
  outcome: ScanOutcome
  registration_id: string | null
  collection_id: string | null
  finding: ScanFinding | null
  detail: ScanDetail | null
}

/** Scans that were answered already, by desk and nonce. */
export async function findScans(
  tx: Tx,
  key: EventKey,
  asked: readonly { deskId: string; nonce: string }[],
): Promise<ScanRow[]> {
  return tx.query<ScanRow>(
    {
      name: 'find_scans',
      text: `select s.desk_id, s.nonce, s.request_hash, s.outcome, s.registration_id, s.collection_id, s.finding, s.detail
               from unnest($3::uuid[], $4::text[]) as asked (desk_id, nonce) cross join lateral (
                 select * from scans
                  where tenant_id = $1 and event_id = $2 and desk_id = asked.desk_id and nonce = asked.nonce limit 1) as s`,
    },
    [key.tenantId, key.eventId, asked.map(({ deskId }) => deskId), asked.map(({ nonce }) => nonce)],
  )
}

/** A registration as a desk sees it, with what it has collected and who holds it without a network. */
export type ScannedRow = {
  id: string
  event_id: string
  event_name: string
  is_event_published: boolean
  user_id: string
  status: RegistrationStatus
  qr_hash: Buffer
  person_name: string
  event_option_id: string
  option_name: string
  option_type: OptionType
  notes: string | null
  slot_id: string | null
  slot: string | null
  slot_starts_at: Date | null
  slot_ends_at: Date | null
  slot_total: number | null
  collection_id: string | null
  lease_device_id: string | null
  lease_desk_name: string | null
  lease_expires_at: Date | null
}

const scannedColumns = `r.id, r.event_id, e.name as event_name, e.published as is_event_published, r.user_id, r.status,
  r.qr_hash, u.name as person_name, r.event_option_id, o.option_name, o.option_type, r.notes, s.id as slot_id, s.label as slot,
  s.starts_at as slot_starts_at, s.ends_at as slot_ends_at, s.committed_count as slot_total, c.id as collection_id,
  l.device_id as lease_device_id, l.desk_name as lease_desk_name, l.expires_at as lease_expires_at`

/** The limits say that each is looked up for the row before it, also by a plan from when the tables were nearly empty. */
const scannedJoins = `
  cross join lateral (select name, published from events where tenant_id = $1 and id = r.event_id limit 1) as e
  cross join lateral (select name from users where tenant_id = $1 and id = r.user_id limit 1) as u
  cross join lateral (
    select option_name, option_type from event_options
     where tenant_id = $1 and event_id = r.event_id and id = r.event_option_id limit 1) as o
  left join lateral (
    select id, label, starts_at, ends_at, committed_count from pickup_slots
     where tenant_id = $1 and event_id = r.event_id and id = case when r.assigned_slot_id is null
       then r.preferred_slot_id else r.assigned_slot_id end limit 1) as s on true
  left join lateral (
    select id from collections
     where tenant_id = $1 and event_id = r.event_id and registration_id = r.id and undone_at is null limit 1) as c on true
  left join lateral (
    select lease.device_id, d.name as desk_name, lease.expires_at
      from leased_registrations held
      join desk_leases lease on lease.tenant_id = $1 and lease.event_id = r.event_id and lease.id = held.lease_id
      join desks d on d.tenant_id = $1 and d.event_id = r.event_id and d.id = lease.desk_id
     where held.tenant_id = $1 and held.event_id = r.event_id and held.registration_id = r.id
       and lease.ended_at is null and lease.expires_at > clock_timestamp() limit 1) as l on true`

const registrationColumns =
  'id, event_id, user_id, event_option_id, status, qr_hash, notes, preferred_slot_id, assigned_slot_id'

/** By the hashes of their codes, in whichever event of the tenant. */
export async function findScannedByCode(tx: Tx, tenantId: string, hashes: readonly Buffer[]): Promise<ScannedRow[]> {
  return tx.query<ScannedRow>(
    {
      name: 'find_scanned_by_code',
      text: `select ${scannedColumns} from unnest($2::bytea[]) as asked (qr_hash) cross join lateral (
               select ${registrationColumns} from registrations
                where tenant_id = $1 and qr_hash = asked.qr_hash limit 1) as r ${scannedJoins}`,
    },
    [tenantId, hashes],
  )
}

/** By their ids, in one event. */
export async function findScannedById(tx: Tx, key: EventKey, ids: readonly string[]): Promise<ScannedRow[]> {
  return tx.query<ScannedRow>(
    {
      name: 'find_scanned_by_id',
      text: `select ${scannedColumns} from unnest($3::uuid[]) as asked (id) cross join lateral (
               select ${registrationColumns} from registrations
                where tenant_id = $1 and event_id = $2 and id = asked.id limit 1) as r ${scannedJoins}`,
    },
    [key.tenantId, key.eventId, ids],
  )
}

/** Which of some hashes are of codes that were replaced. */
export async function findReplaced(
  tx: Tx,
  tenantId: string,
  hashes: readonly Buffer[],
): Promise<{ qr_hash: Buffer; event_id: string; registration_id: string }[]> {
  return tx.query(
    {
      name: 'find_replaced_codes',
      text: 'select qr_hash, event_id, registration_id from revoked_qr_tokens where tenant_id = $1 and qr_hash = any($2)',
    },
    [tenantId, hashes],
  )
}

/** A collection as an answer tells it. */
export type ToldCollection = {
  id: string
  collected_at: Date
  collected_by_name: string | null
  desk_name: string
}

export async function findToldCollections(tx: Tx, key: EventKey, ids: readonly string[]): Promise<ToldCollection[]> {
  return tx.query<ToldCollection>(
    {
      name: 'find_told_collections',
      text: `select c.id, c.collected_at, u.name as collected_by_name, d.name as desk_name
               from unnest($3::uuid[]) as asked (id) cross join lateral (
                 select * from collections where tenant_id = $1 and event_id = $2 and id = asked.id limit 1) as c
               join desks d on d.tenant_id = $1 and d.event_id = $2 and d.id = c.desk_id
               left join users u on u.tenant_id = $1 and u.id = c.collected_by`,
    },
    [key.tenantId, key.eventId, ids],
  )
}

/** How many of a slot have collected. */
export async function countSlotProgress(
  tx: Tx,
  key: EventKey,
  slotIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx.query<{ slot_id: string; collected: number }>(
    {
      name: 'count_slot_progress',
      text: `select asked.slot_id, (
                      select count(*) from collections
                       where tenant_id = $1 and event_id = $2 and slot_id = asked.slot_id and undone_at is null) as collected
               from unnest($3::uuid[]) as asked (slot_id)`,
    },
    [key.tenantId, key.eventId, slotIds],
  )
  return new Map(rows.map(({ slot_id, collected }) => [slot_id, collected]))
}

/** What lies on the tables of some desks, where it was counted: less what was collected there since. */
export async function findLeftOnTables(
  tx: Tx,
  key: EventKey,
  deskIds: readonly string[],
): Promise<{ desk_id: string; event_option_id: string; left_on_table: number }[]> {
  return tx.query(
    {
      name: 'find_left_on_tables',
      text: `select p.desk_id, p.event_option_id, p.counted - (
                      select count(*) from collections c
                       where c.tenant_id = $1 and c.event_id = $2 and c.desk_id = p.desk_id
                         and c.event_option_id = p.event_option_id and c.undone_at is null
                         and c.collected_at > p.counted_at) as left_on_table
               from desk_options p
              where p.tenant_id = $1 and p.event_id = $2 and p.desk_id = any($3) and p.counted is not null`,
    },
    [key.tenantId, key.eventId, deskIds],
  )
}
