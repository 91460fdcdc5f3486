import type { LogFinding, LogOutcome } from '@allot/contract'
import type { LeaseKey } from '../desks/leases.sql.ts'
import type { EventKey } from '../events/books.sql.ts'
import type { Tx } from '../platform/database.ts'
import type { CheckedEntry, LogHead } from './chain.ts'

export type LoggedRow = {
  seq: number
  hash: Buffer
  outcome: Exclude<LogOutcome, 'REFUSED'>
  finding: LogFinding | null
}

/** Those of some entries that are here. */
export async function findLogged(tx: Tx, key: LeaseKey, seqs: readonly number[]): Promise<LoggedRow[]> {
  return tx.query<LoggedRow>(
    `select seq, hash, outcome, finding from desk_log_entries
      where tenant_id = $1 and event_id = $2 and lease_id = $3 and seq = any($4)`,
    [key.tenantId, key.eventId, key.leaseId, seqs],
  )
}

export type LogDeviceRow = { public_key: Buffer; revoked_at: Date | null }

export async function findLogDevice(tx: Tx, tenantId: string, deviceId: string): Promise<LogDeviceRow | undefined> {
  const [row] = await tx.query<LogDeviceRow>(
    'select public_key, revoked_at from desk_devices where tenant_id = $1 and id = $2 and public_key is not null',
    [tenantId, deviceId],
  )
  return row
}

export type ToldRegistration = { id: string; qr_hash: Buffer; lease_id: string | null }

/** What there is to know of registrations that a log tells of. */
export async function findTold(tx: Tx, key: EventKey, ids: readonly string[]): Promise<ToldRegistration[]> {
  return tx.query<ToldRegistration>(
    `select r.id, r.qr_hash, l.lease_id
       from registrations r
       left join leased_registrations l
         on l.tenant_id = r.tenant_id and l.event_id = r.event_id and l.registration_id = r.id
      where r.tenant_id = $1 and r.event_id = $2 and r.id = any($3)`,
    [key.tenantId, key.eventId, ids],
  )
}

export type DoneEntry = CheckedEntry & Pick<LoggedRow, 'outcome' | 'finding'>

/** Writes what came of entries, and where the log goes on. Goes along with the commit. */
export function saveLog(
  tx: Tx,
  key: LeaseKey & { deviceId: string },
  done: readonly DoneEntry[],
  head: LogHead,
  now: Date,
): void {
  const column = <T>(read: (one: DoneEntry) => T) => done.map(read)
  tx.write(
    `insert into desk_log_entries (tenant_id, event_id, lease_id, device_id, received_at, seq, nonce, registration_id,
       said_at, kind, hash, signature, outcome, finding)
     select $1, $2, $3, $4, $5, * from unnest($6::integer[], $7::text[], $8::uuid[], $9::text[], $10::text[],
       $11::bytea[], $12::bytea[], $13::text[], $14::text[])`,
    [
      key.tenantId,
      key.eventId,
      key.leaseId,
      key.deviceId,
      now,
      column(({ entry }) => entry.seq),
      column(({ entry }) => entry.nonce),
      column(({ entry }) => entry.registration_id),
      column(({ entry }) => entry.at),
      column(({ entry }) => entry.kind),
      column(({ hash }) => hash),
      column(({ entry }) => Buffer.from(entry.signature, 'base64url')),
      column(({ outcome }) => outcome),
      column(({ finding }) => finding),
    ],
  )
  tx.write('update desk_leases set log_count = $4, log_hash = $5 where tenant_id = $1 and event_id = $2 and id = $3', [
    key.tenantId,
    key.eventId,
    key.leaseId,
    head.count,
    head.hash,
  ])
}
