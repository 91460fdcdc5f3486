import type { Database } from '../platform/database.ts'

/** For how long a tablet that was revoked may still tell what it did before it knew, in days. */
const KNOWN_DAYS = 7

/** The tablet that a key is of, with the desk it stands at. */
export type DeviceActorRow = {
  key_hash: Buffer
  device_id: string
  event_id: string
  desk_id: string
  name: string
  is_revoked: boolean
  tenant_is_active: boolean
}

/** The tablets of a tenant that keys are of; those that were revoked a short while ago are among them, and say so. */
export async function findDevicesByKeys(
  db: Database,
  tenantId: string,
  keyHashes: readonly Buffer[],
): Promise<DeviceActorRow[]> {
  return db.read(tenantId, (tx) => tx.query<DeviceActorRow>(findDevices, [tenantId, keyHashes, KNOWN_DAYS]))
}

const findDevices = {
  name: 'find_devices_by_keys',
  text: `select v.key_hash, v.id as device_id, v.event_id, v.desk_id, coalesce(v.name, d.name) as name,
                v.revoked_at is not null as is_revoked, t.is_active as tenant_is_active
           from desk_devices v
           join desks d on d.tenant_id = v.tenant_id and d.event_id = v.event_id and d.id = v.desk_id
           join tenants t on t.id = v.tenant_id
          where v.tenant_id = $1 and v.key_hash = any($2)
            and (v.revoked_at is null or v.revoked_at > now() - make_interval(days => $3))`,
}
