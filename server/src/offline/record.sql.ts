import type { LogFinding } from '@allot/contract'
import type { RegistrationStatus } from '@allot/core'
import type { EventKey } from '../events/books.sql.ts'
import type { Tx } from '../platform/database.ts'
import type { OfflineAct } from './send-log.ts'

export type ScanOutcome = 'COLLECTED' | 'ALREADY_COLLECTED' | 'NOT_APPROVED' | 'REVOKED' | 'NOT_FOUND'
export type ScannedRow = { id: string; status: RegistrationStatus; event_option_id: string; is_collected: boolean }
type ScanRow = { nonce: string; outcome: ScanOutcome; finding: LogFinding | null }

export type NewScanned = {
  act: OfflineAct
  outcome: ScanOutcome
  finding: LogFinding | null
  collectionId: string | null
  optionId: string | null
  requestHash: Buffer
}

/** The registrations of some acts, and what was answered before to their nonces. The caller has the books locked. */
export async function findScanned(
  tx: Tx,
  key: EventKey,
  acts: readonly OfflineAct[],
): Promise<{ registrations: ScannedRow[]; scans: ScanRow[] }> {
  const [registrations, scans] = await Promise.all([
    tx.query<ScannedRow>(
      `select id, status, event_option_id, collected_at is not null as is_collected from registrations
        where tenant_id = $1 and event_id = $2 and id = any($3)`,
      [key.tenantId, key.eventId, acts.map(({ registrationId }) => registrationId)],
    ),
    tx.query<ScanRow>(
      `select nonce, outcome, finding from scans
        where tenant_id = $1 and event_id = $2 and desk_id = $3 and nonce = any($4)`,
      [key.tenantId, key.eventId, acts[0]?.deskId, acts.map(({ nonce }) => nonce)],
    ),
  ])
  return { registrations, scans }
}

export function saveScanned(tx: Tx, key: EventKey, scans: readonly NewScanned[], now: Date): void {
  const column = <T>(read: (scan: NewScanned) => T) => scans.map(read)
  tx.write(
    `insert into scans (tenant_id, event_id, scanned_at, is_offline, desk_id, nonce, request_hash, outcome, registration_id,
       collection_id, device_id, said_at, finding)
     select $1, $2, $3, true, * from unnest($4::uuid[], $5::text[], $6::bytea[], $7::text[], $8::uuid[], $9::uuid[],
       $10::uuid[], $11::timestamptz[], $12::text[])`,
    [
      key.tenantId,
      key.eventId,
      now,
      column(({ act }) => act.deskId),
      column(({ act }) => act.nonce),
      column(({ requestHash }) => requestHash),
      column(({ outcome }) => outcome),
      column(({ act, optionId }) => (optionId === null ? null : act.registrationId)),
      column(({ collectionId }) => collectionId),
      column(({ act }) => act.deviceId),
      column(({ act }) => act.saidAt.toISOString()),
      column(({ finding }) => finding),
    ],
  )
}

/** The index `collected_once` lets no registration be collected twice, whatever was decided. */
export function saveCollected(tx: Tx, key: EventKey, scans: readonly NewScanned[], now: Date): void {
  if (scans.length === 0) return
  const column = <T>(read: (scan: NewScanned) => T) => scans.map(read)
  tx.write(
    `insert into collections (tenant_id, event_id, collected_at, is_offline, id, registration_id, event_option_id, desk_id,
       device_id, lease_id, said_at, slot_id)
     select $1, $2, $3, true, c.*, case when r.assigned_slot_id is null then r.preferred_slot_id else r.assigned_slot_id end
       from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[], $10::timestamptz[])
              as c (id, registration_id, event_option_id, desk_id, device_id, lease_id, said_at)
       join registrations r on r.tenant_id = $1 and r.event_id = $2 and r.id = c.registration_id`,
    [
      key.tenantId,
      key.eventId,
      now,
      column(({ collectionId }) => collectionId),
      column(({ act }) => act.registrationId),
      column(({ optionId }) => optionId),
      column(({ act }) => act.deskId),
      column(({ act }) => act.deviceId),
      column(({ act }) => act.leaseId),
      column(({ act }) => act.saidAt.toISOString()),
    ],
  )
  tx.write('update registrations set collected_at = $4 where tenant_id = $1 and event_id = $2 and id = any($3)', [
    key.tenantId,
    key.eventId,
    column(({ act }) => act.registrationId),
    now,
  ])
}

/** What a tablet handed out to somebody itself, and may take back. */
export async function findToUndo(tx: Tx, key: EventKey, act: OfflineAct): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(
    `select id from collections
      where tenant_id = $1 and event_id = $2 and registration_id = $3 and device_id = $4 and undone_at is null`,
    [key.tenantId, key.eventId, act.registrationId, act.deviceId],
  )
  return row?.id
}

export function saveUndone(
  tx: Tx,
  key: EventKey,
  { collectionId, registrationId }: { collectionId: string; registrationId: string },
  now: Date,
): void {
  tx.write(
    `update collections set undone_at = $4, undone_reason = 'Undone at the desk, which had no network.'
      where tenant_id = $1 and event_id = $2 and id = $3`,
    [key.tenantId, key.eventId, collectionId, now],
  )
  tx.write('update registrations set collected_at = null where tenant_id = $1 and event_id = $2 and id = $3', [
    key.tenantId,
    key.eventId,
    registrationId,
  ])
}
