import type { Tx } from '../platform/database.ts'
import type { Counted, Range } from '../platform/paging.ts'
import type { DeskKey } from './desks.sql.ts'

export type DeviceKey = { tenantId: string; deviceId: string }

export type DeviceRow = {
  id: string
  event_id: string
  desk_id: string
  name: string | null
  code_expires_at: Date | null
  created_at: Date
  enrolled_at: Date | null
  last_seen_at: Date | null
  revoked_at: Date | null
  findings_count: number
  /** The lease that is open, if one is. */
  lease_id: string | null
  granted_at: Date | null
  expires_at: Date | null
  people_count: number
}

const deviceColumns = `
  v.id, v.event_id, v.desk_id, v.name, v.code_expires_at, v.created_at, v.enrolled_at, v.last_seen_at, v.revoked_at,
  (select count(*) from desk_log_entries g
    where g.tenant_id = v.tenant_id and g.device_id = v.id and g.finding is not null) as findings_count,
  l.id as lease_id, l.granted_at, l.expires_at,
  (select count(*) from leased_registrations r
    where r.tenant_id = l.tenant_id and r.event_id = l.event_id and r.lease_id = l.id) as people_count`
const deviceTables = `
  desk_devices v
  left join desk_leases l on l.tenant_id = v.tenant_id and l.event_id = v.event_id and l.device_id = v.id
   and l.ended_at is null`

export async function findDevice(tx: Tx, { tenantId, deviceId }: DeviceKey): Promise<DeviceRow | undefined> {
  const [row] = await tx.query<DeviceRow>(
    {
      name: 'find_desk_device',
      text: `select ${deviceColumns} from ${deviceTables} where v.tenant_id = $1 and v.id = $2`,
    },
    [tenantId, deviceId],
  )
  return row
}

export async function listDevices(tx: Tx, key: DeskKey, { after, skip, limit }: Range): Promise<Counted<DeviceRow>> {
  const keys = [key.tenantId, key.eventId, key.deskId]
  const [rows, counted] = await Promise.all([
    tx.query<DeviceRow>(
      `select ${deviceColumns} from ${deviceTables}
        where v.tenant_id = $1 and v.event_id = $2 and v.desk_id = $3 and ($4::uuid is null or v.id < $4)
        order by v.id desc offset $5 limit $6`,
      [...keys, after ?? null, skip, limit],
    ),
    tx.query<{ total: number }>(
      'select count(*) as total from desk_devices where tenant_id = $1 and event_id = $2 and desk_id = $3',
      keys,
    ),
  ])
  return { rows, total: counted[0]?.total ?? 0 }
}

/** How many tablets of a desk are in use, or may still be. */
export async function countLiveDevices(tx: Tx, key: DeskKey): Promise<number> {
  const [row] = await tx.query<{ total: number }>(
    `select count(*) as total from desk_devices
      where tenant_id = $1 and event_id = $2 and desk_id = $3 and revoked_at is null
        and (key_hash is not null or code_expires_at > clock_timestamp())`,
    [key.tenantId, key.eventId, key.deskId],
  )
  return row?.total ?? 0
}

export type NewDevice = {
  id: string
  name: string | null
  codeHash: Buffer
  codeExpiresAt: Date
  createdBy: string
  now: Date
}

export async function insertDevice(tx: Tx, key: DeskKey, device: NewDevice): Promise<void> {
  await tx.query(
    `insert into desk_devices (tenant_id, event_id, desk_id, id, name, code_hash, code_expires_at, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      key.tenantId,
      key.eventId,
      key.deskId,
      device.id,
      device.name,
      device.codeHash,
      device.codeExpiresAt,
      device.createdBy,
      device.now,
    ],
  )
}

/** Whose code this is, if nobody has used it. */
export async function findByCode(
  tx: Tx,
  tenantId: string,
  codeHash: Buffer,
): Promise<{ id: string; event_id: string } | undefined> {
  const [row] = await tx.query<{ id: string; event_id: string }>(
    'select id, event_id from desk_devices where tenant_id = $1 and code_hash = $2',
    [tenantId, codeHash],
  )
  return row
}

/** Turns a code into a key. Whoever comes second with the same code finds none any more. */
export async function enrolDevice(
  tx: Tx,
  key: DeviceKey,
  device: { codeHash: Buffer; keyHash: Buffer; publicKey: Buffer; name: string | null; now: Date },
): Promise<boolean> {
  const rows = await tx.query(
    `update desk_devices
        set code_hash = null, key_hash = $4, public_key = $5, name = coalesce($6, name), enrolled_at = $7, last_seen_at = $7
      where tenant_id = $1 and id = $2 and code_hash = $3 and revoked_at is null
     returning id`,
    [key.tenantId, key.deviceId, device.codeHash, device.keyHash, device.publicKey, device.name, device.now],
  )
  return rows.length > 0
}

/** Revokes tablets of a desk, with their codes; those that are revoked already stay as they were. */
export async function revokeDevices(tx: Tx, key: DeskKey, deviceId: string | null, now: Date): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `update desk_devices set revoked_at = $5, code_hash = null
      where tenant_id = $1 and event_id = $2 and desk_id = $3 and ($4::uuid is null or id = $4) and revoked_at is null
     returning id`,
    [key.tenantId, key.eventId, key.deskId, deviceId, now],
  )
  return rows.map(({ id }) => id)
}

/** Notes that a tablet was heard of; not with each of its requests. */
export async function touchDevice(tx: Tx, { tenantId, deviceId }: DeviceKey): Promise<void> {
  await tx.query(
    `update desk_devices set last_seen_at = clock_timestamp()
      where tenant_id = $1 and id = $2
        and (last_seen_at is null or last_seen_at < clock_timestamp() - interval '20 seconds')`,
    [tenantId, deviceId],
  )
}
