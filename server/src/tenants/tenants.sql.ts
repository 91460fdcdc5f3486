import type { Database, Tx } from '../platform/database.ts'
import type { ChainHead } from '../platform/chain.ts'
import type { Range } from '../platform/paging.ts'

export type TenantRow = {
  id: string
  name: string
  currency: string
  timezone: string
  is_active: boolean
  created_at: Date
}

const columns = 'id, name, currency, timezone, is_active, created_at'

/** Lets the rest of a transaction work inside another tenant: for the operator, who makes tenants from outside. */
export async function enterTenant(tx: Tx, tenantId: string): Promise<void> {
  await tx.query("select set_config('allot.tenant_id', $1, true)", [tenantId])
}

export async function insertTenant(tx: Tx, tenant: Omit<TenantRow, 'is_active' | 'created_at'>): Promise<void> {
  await tx.query('insert into tenants (id, name, currency, timezone) values ($1, $2, $3, $4)', [
    tenant.id,
    tenant.name,
    tenant.currency,
    tenant.timezone,
  ])
}

export async function findTenant(tx: Tx, tenantId: string): Promise<TenantRow | undefined> {
  const [row] = await tx.query<TenantRow>(`select ${columns} from tenants where id = $1`, [tenantId])
  return row
}

/** How many entries the audit trail has of what belongs to no event. */
export async function countTenantAudit(tx: Tx, tenantId: string): Promise<number> {
  const [row] = await tx.query<{ total: number }>('select audit_count as total from tenants where id = $1', [tenantId])
  return row?.total ?? 0
}

/** Locks the tenant until the transaction ends: whoever adds to its audit trail comes this way. */
export async function lockTenant(
  tx: Tx,
  tenantId: string,
): Promise<(TenantRow & { head: ChainHead; now: Date }) | undefined> {
  const [row] = await tx.query<TenantRow & { audit_count: number; audit_hash: Buffer; now: Date }>(
    `select ${columns}, audit_count, audit_hash, clock_timestamp() as now
       from tenants where id = $1 for no key update`,
    [tenantId],
  )
  return row && { ...row, head: { count: row.audit_count, hash: row.audit_hash } }
}

export function saveTenant(tx: Tx, tenant: Omit<TenantRow, 'created_at'>, head: ChainHead): void {
  tx.write(
    `update tenants set name = $2, currency = $3, timezone = $4, is_active = $5, audit_count = $6, audit_hash = $7
      where id = $1`,
    [tenant.id, tenant.name, tenant.currency, tenant.timezone, tenant.is_active, head.count, head.hash],
  )
}

/** All tenants, newest first: only the operator sees them. */
export async function listTenants(
  db: Database,
  { after, skip, limit }: Range,
): Promise<{ rows: TenantRow[]; total: number }> {
  return db.readAsOperator(async (tx) => {
    const [rows, counted] = await Promise.all([
      tx.query<TenantRow>(
        `select ${columns} from tenants where ($1::uuid is null or id < $1) order by id desc offset $2 limit $3`,
        [after ?? null, skip, limit],
      ),
      tx.query<{ total: number }>('select count(*) as total from tenants'),
    ])
    return { rows, total: counted[0]?.total ?? 0 }
  })
}

/** The id of every tenant, for what is done for all of them one after the other. */
export async function listTenantIds(db: Database): Promise<string[]> {
  const rows = await db.readAsOperator((tx) => tx.query<{ id: string }>('select id from tenants order by id'))
  return rows.map(({ id }) => id)
}
