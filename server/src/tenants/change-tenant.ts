import type { TenantView } from '@allot/contract'
import { appendAudit } from '../audit/audit.sql.ts'
import type { AuditNote } from '../audit/audit.sql.ts'
import { differences } from '../audit/differences.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import { insertTenant, lockTenant, saveTenant } from './tenants.sql.ts'
import type { TenantRow } from './tenants.sql.ts'

/** Who did it, for the audit trail: a person, or the operator where there is none. */
export type By = Pick<Actor, 'userId' | 'apiKeyId'> | null

type Note = Omit<AuditNote, 'actorId' | 'apiKeyId' | 'at'>

/**
 * Locks a tenant, changes it or something of it that belongs to no event, and notes that in its audit trail.
 *
 * @param change gets the tenant as locked and the instant of the change; says what the tenant is from now on, and
 *   what to note (nothing changed: no note)
 */
export async function changeTenant<Result>(
  tx: Tx,
  tenantId: string,
  by: By,
  change: (tenant: TenantRow, now: Date) => Promise<{ tenant?: TenantRow; note: Note | null; result: Result }>,
): Promise<Result> {
  const locked = await lockTenant(tx, tenantId)
  if (!locked) throw new Problem('TENANT_NOT_FOUND')
  const { head, now, ...tenant } = locked
  const { tenant: changed, note, result } = await change(tenant, now)
  if (note) {
    const notes = [{ ...note, actorId: by?.userId ?? null, apiKeyId: by?.apiKeyId ?? null, at: now }]
    saveTenant(tx, changed ?? tenant, appendAudit(tx, { tenantId, scopeId: tenantId }, head, notes))
  }
  return result
}

export async function createTenant(
  tx: Tx,
  id: string,
  { name, currency, timezone }: Pick<TenantRow, 'name' | 'currency' | 'timezone'>,
): Promise<TenantView> {
  await insertTenant(tx, { id, name, currency, timezone })
  return changeTenant(tx, id, null, async (tenant) => ({
    note: { action: 'tenant.created', subjectId: id, detail: { name, currency, timezone } },
    result: viewTenant(tenant),
  }))
}

/** Changes the settings sent, and only those. */
export async function updateTenant(
  tx: Tx,
  tenantId: string,
  by: By,
  patch: Partial<Pick<TenantRow, 'name' | 'currency' | 'timezone' | 'is_active'>>,
): Promise<TenantView> {
  return changeTenant(tx, tenantId, by, async (before) => {
    const tenant = { ...before, ...patch }
    const isSame = JSON.stringify(tenant) === JSON.stringify(before)
    return {
      tenant,
      note: isSame
        ? null
        : {
            action: 'tenant.updated',
            subjectId: tenantId,
            detail: differences(before, tenant, ['name', 'currency', 'timezone', 'is_active']),
          },
      result: viewTenant(tenant),
    }
  })
}

export function viewTenant({ id, name, currency, timezone, is_active, created_at }: TenantRow): TenantView {
  return { id, name, currency, timezone, is_active, created_at: created_at.toISOString() }
}
