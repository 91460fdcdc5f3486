import type { ScanFinding, ScanOutcome } from '@allot/core'
import { saveAudit } from '../audit/audit.sql.ts'
import type { AuditLink } from '../audit/audit.sql.ts'
import type { EventKey } from '../events/books.sql.ts'
import type { ChainHead } from '../platform/chain.ts'
import type { Tx } from '../platform/database.ts'
import type { ScanDetail } from './scans.sql.ts'

export type NewCollection = {
  id: string
  registrationId: string
  optionId: string
  slotId: string | null
  deskId: string
  deviceId: string | null
  leaseId: string | null
  userId: string | null
  at: Date
  saidAt: Date
  isOffline: boolean
  isSlotOverridden: boolean
}

export type NewScan = {
  deskId: string
  nonce: string
  requestHash: Buffer
  outcome: ScanOutcome
  registrationId: string | null
  collectionId: string | null
  deviceId: string | null
  at: Date
  saidAt: Date
  isOffline: boolean
  finding: ScanFinding | null
  detail: ScanDetail
}

const insertCollections = {
  name: 'insert_collections',
  text: `insert into collections (tenant_id, event_id, id, registration_id, event_option_id, slot_id, desk_id,
           device_id, lease_id, collected_by, collected_at, said_at, is_offline, is_slot_overridden)
         select $1, $2, * from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[],
           $10::uuid[], $11::timestamptz[], $12::timestamptz[], $13::boolean[], $14::boolean[])`,
}

const markCollected = {
  name: 'mark_collected',
  text: `update registrations r set collected_at = c.at
           from unnest($3::uuid[], $4::timestamptz[]) as c (id, at)
          where r.tenant_id = $1 and r.event_id = $2 and r.id = c.id`,
}

const insertScans = {
  name: 'insert_scans',
  text: `insert into scans (tenant_id, event_id, desk_id, nonce, request_hash, outcome, registration_id, collection_id,
           device_id, scanned_at, said_at, is_offline, finding, detail)
         select $1, $2, * from unnest($3::uuid[], $4::text[], $5::bytea[], $6::text[], $7::uuid[], $8::uuid[], $9::uuid[],
           $10::timestamptz[], $11::timestamptz[], $12::boolean[], $13::text[], $14::json[])`,
}

const updateTrail = {
  name: 'update_audit_head',
  text: 'update event_books set audit_count = $3, audit_hash = $4 where tenant_id = $1 and event_id = $2',
}

/** Writes a batch of scans with set-based statements, all sent along with the commit. */
export function saveScans(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  {
    collections,
    scans,
    trail,
  }: { collections: NewCollection[]; scans: NewScan[]; trail: { links: AuditLink[]; head: ChainHead } },
): void {
  if (collections.length > 0) {
    const column = <T>(pick: (one: NewCollection) => T) => collections.map(pick)
    tx.write(insertCollections, [
      tenantId,
      eventId,
      column(({ id }) => id),
      column(({ registrationId }) => registrationId),
      column(({ optionId }) => optionId),
      column(({ slotId }) => slotId),
      column(({ deskId }) => deskId),
      column(({ deviceId }) => deviceId),
      column(({ leaseId }) => leaseId),
      column(({ userId }) => userId),
      column(({ at }) => at.toISOString()),
      column(({ saidAt }) => saidAt.toISOString()),
      column(({ isOffline }) => isOffline),
      column(({ isSlotOverridden }) => isSlotOverridden),
    ])
    tx.write(markCollected, [
      tenantId,
      eventId,
      column(({ registrationId }) => registrationId),
      column(({ at }) => at.toISOString()),
    ])
    saveAudit(tx, tenantId, trail.links)
    tx.write(updateTrail, [tenantId, eventId, trail.head.count, trail.head.hash])
  }
  if (scans.length === 0) return
  const column = <T>(pick: (one: NewScan) => T) => scans.map(pick)
  tx.write(insertScans, [
    tenantId,
    eventId,
    column(({ deskId }) => deskId),
    column(({ nonce }) => nonce),
    column(({ requestHash }) => requestHash),
    column(({ outcome }) => outcome),
    column(({ registrationId }) => registrationId),
    column(({ collectionId }) => collectionId),
    column(({ deviceId }) => deviceId),
    column(({ at }) => at.toISOString()),
    column(({ saidAt }) => saidAt.toISOString()),
    column(({ isOffline }) => isOffline),
    column(({ finding }) => finding),
    column(({ detail }) => JSON.stringify(detail)),
  ])
}
