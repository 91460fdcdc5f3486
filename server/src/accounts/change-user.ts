import type { NewApiKeyView, Role, UserView } from '@allot/contract'
import { differences } from '../audit/differences.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Problem, invalid } from '../platform/problem.ts'
import { newApiKey, sha256 } from '../platform/secrets.ts'
import { changeTenant } from '../tenants/change-tenant.ts'
import type { By } from '../tenants/change-tenant.ts'
import { insertApiKey, revokeApiKeyRow } from './api-keys.sql.ts'
import type { ApiKeyRow } from './api-keys.sql.ts'
import { countOwners, findUser, insertUser, isEmailTaken, updateUserRow } from './users.sql.ts'
import type { UserRow } from './users.sql.ts'

export type UserInput = { email: string; name: string; role: Role; department?: string | null | undefined }

/** Adds a person. An e-mail address is one person's within a tenant, however it is written. */
export async function createUser(tx: Tx, tenantId: string, by: By, input: UserInput): Promise<UserView> {
  return changeTenant(tx, tenantId, by, async (_tenant, now) => {
    if (await isEmailTaken(tx, tenantId, input.email)) {
      throw new Problem('NAME_TAKEN', `There is already a person with the address ${input.email}.`)
    }
    const { email, name, role, department = null } = input
    const user: UserRow = { id: newId(), email, name, role, department, is_active: true, created_at: now }
    await insertUser(tx, tenantId, user)
    return { note: { action: 'user.created', subjectId: user.id, toStatus: role }, result: viewUser(user) }
  })
}

/** Changes the fields sent. The last owner stays one, and may always come in. */
export async function updateUser(
  tx: Tx,
  tenantId: string,
  by: By,
  userId: string,
  patch: Partial<Pick<UserRow, 'name' | 'role' | 'department' | 'is_active'>>,
): Promise<UserView> {
  return changeTenant(tx, tenantId, by, async (_tenant, now) => {
    const before = await findUser(tx, tenantId, userId)
    if (!before) throw new Problem('USER_NOT_FOUND')
    const user = { ...before, ...patch }
    const wasOwner = before.role === 'owner' && before.is_active
    const isOwner = user.role === 'owner' && user.is_active
    if (wasOwner && !isOwner && (await countOwners(tx, tenantId)) === 1) {
      throw new Problem('LAST_OWNER', `${before.name} is the only owner. Make somebody else an owner first.`)
    }
    if (JSON.stringify(user) === JSON.stringify(before)) return { note: null, result: viewUser(user) }
    await updateUserRow(tx, tenantId, user, now)
    const note = {
      action: 'user.updated',
      subjectId: userId,
      fromStatus: before.role,
      toStatus: user.role,
      // A name is the person's, and may have to be forgotten one day: the trail keeps it not.
      detail: differences(before, user, ['role', 'department', 'is_active']),
    }
    return { note, result: viewUser(user) }
  })
}

export type ApiKeyInput = {
  user_id: string
  name: string
  expires_at?: string | null | undefined
  rate_limit_per_minute?: number | null | undefined
}

/** Makes a key that acts as its person. It is in the answer and nowhere else: only its hash is kept. */
export async function createApiKey(tx: Tx, tenantId: string, by: By, input: ApiKeyInput): Promise<NewApiKeyView> {
  return changeTenant(tx, tenantId, by, async (_tenant, now) => {
    const user = await findUser(tx, tenantId, input.user_id)
    if (!user) throw new Problem('USER_NOT_FOUND')
    const expiresAt = input.expires_at ? new Date(input.expires_at) : null
    if (expiresAt && expiresAt <= now) throw invalid('body.expires_at', 'must be in the future')
    const key = newApiKey(tenantId)
    const row: ApiKeyRow = {
      id: newId(),
      user_id: user.id,
      user_name: user.name,
      name: input.name,
      rate_limit_per_minute: input.rate_limit_per_minute ?? null,
      created_at: now,
      expires_at: expiresAt,
      revoked_at: null,
    }
    await insertApiKey(tx, tenantId, row, sha256(key))
    const note = { action: 'api_key.created', subjectId: row.id, detail: { user_id: user.id, name: row.name } }
    return { note, result: { ...viewApiKey(row), key } }
  })
}

export async function revokeApiKey(tx: Tx, tenantId: string, by: By, keyId: string): Promise<null> {
  return changeTenant(tx, tenantId, by, async (_tenant, now) => {
    const row = await revokeApiKeyRow(tx, tenantId, keyId, now)
    if (!row) throw new Problem('API_KEY_NOT_FOUND')
    const isNew = row.revoked_at.getTime() === now.getTime()
    return { note: isNew ? { action: 'api_key.revoked', subjectId: keyId } : null, result: null }
  })
}

export function viewUser({ id, email, name, role, department, is_active, created_at }: UserRow): UserView {
  return { id, email, name, role, department, is_active, created_at: created_at.toISOString() }
}

export function viewApiKey(row: ApiKeyRow) {
  return {
    ...row,
    created_at: row.created_at.toISOString(),
    expires_at: row.expires_at?.toISOString() ?? null,
    revoked_at: row.revoked_at?.toISOString() ?? null,
  }
}
