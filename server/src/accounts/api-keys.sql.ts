import type { Role } from '@allot/contract'
import { countUpTo } from '../platform/counting.ts'
import type { Database, Tx } from '../platform/database.ts'
import type { Counted, Range } from '../platform/paging.ts'

export type ApiKeyRow = {
  id: string
  user_id: string
  user_name: string
  name: string
  rate_limit_per_minute: number | null
  created_at: Date
  expires_at: Date | null
  revoked_at: Date | null
}

export async function insertApiKey(tx: Tx, tenantId: string, key: ApiKeyRow, keyHash: Buffer): Promise<void> {
  await tx.query(
    `insert into api_keys (tenant_id, id, user_id, name, key_hash, rate_limit_per_minute, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tenantId, key.id, key.user_id, key.name, keyHash, key.rate_limit_per_minute, key.created_at, key.expires_at],
  )
}

/** Revokes a key; undefined where there is none. One that is revoked already stays as it was. */
export async function revokeApiKeyRow(
  tx: Tx,
  tenantId: string,
  keyId: string,
  now: Date,
): Promise<{ revoked_at: Date } | undefined> {
  const [row] = await tx.query<{ revoked_at: Date }>(
    'update api_keys set revoked_at = coalesce(revoked_at, $3) where tenant_id = $1 and id = $2 returning revoked_at',
    [tenantId, keyId, now],
  )
  return row
}

export async function listApiKeys(
  tx: Tx,
  tenantId: string,
  { after, skip, limit }: Range,
): Promise<Counted<ApiKeyRow>> {
  const [rows, counted] = await Promise.all([
    tx.query<ApiKeyRow>(
      `select k.id, k.user_id, u.name as user_name, k.name, k.rate_limit_per_minute, k.created_at, k.expires_at, k.revoked_at
         from api_keys k join users u on u.tenant_id = k.tenant_id and u.id = k.user_id
        where k.tenant_id = $1 and ($2::uuid is null or k.id < $2)
        order by k.id desc offset $3 limit $4`,
      [tenantId, after ?? null, skip, limit],
    ),
    countUpTo(tx, 'select from api_keys where tenant_id = $1', [tenantId]),
  ])
  return { rows, ...counted }
}

export type ActorRow = {
  user_id: string
  name: string
  role: Role
  tenant_is_active: boolean
  api_key_id: string | null
  rate_limit_per_minute: number | null
}

/** Whom keys of a tenant act as, of those that are valid now and whose person may come in. */
export async function findActorsByKeys(
  db: Database,
  tenantId: string,
  keyHashes: readonly Buffer[],
): Promise<(ActorRow & { key_hash: Buffer })[]> {
  const [only, ...others] = keyHashes
  return db.read(tenantId, (tx) =>
    others.length === 0
      ? tx.query(findActorByKey, [tenantId, only])
      : tx.query(findActorsByManyKeys, [tenantId, keyHashes]),
  )
}

const findActors = `select u.id as user_id, u.name, u.role, t.is_active as tenant_is_active,
                           k.id as api_key_id, k.rate_limit_per_minute, k.key_hash
                      from api_keys k
                      join users u on u.tenant_id = k.tenant_id and u.id = k.user_id
                      join tenants t on t.id = k.tenant_id
                     where k.tenant_id = $1 and u.is_active
                       and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())`
// One by itself, most often: a plan for any number of them would be made anew each time.
const findActorByKey = { name: 'find_actor_by_key', text: `${findActors} and k.key_hash = $2` }
const findActorsByManyKeys = { name: 'find_actors_by_keys', text: `${findActors} and k.key_hash = any($2)` }

/** A person who signed in, if they may still come in. */
export async function findActorById(db: Database, tenantId: string, userId: string): Promise<ActorRow | undefined> {
  return db.read(tenantId, async (tx) => {
    const [row] = await tx.query<ActorRow>(
      `select u.id as user_id, u.name, u.role, t.is_active as tenant_is_active,
              null::uuid as api_key_id, null::integer as rate_limit_per_minute
         from users u join tenants t on t.id = u.tenant_id
        where u.tenant_id = $1 and u.id = $2 and u.is_active`,
      [tenantId, userId],
    )
    return row
  })
}
