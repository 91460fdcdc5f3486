import type { ProfileView, me } from '@allot/contract'
import type { z } from 'zod'
import type { Tx } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import { permissionsOf } from '../platform/roles.ts'
import { viewTenant } from '../tenants/change-tenant.ts'
import { findTenant } from '../tenants/tenants.sql.ts'
import { viewUser } from './change-user.ts'
import { findProfile, saveProfile } from './profile.sql.ts'
import { findUser } from './users.sql.ts'

export type MeView = z.infer<typeof me>

/** Somebody as they see themselves; undefined where there is no such person. */
export async function readMe(tx: Tx, tenantId: string, userId: string): Promise<MeView | undefined> {
  const [user, tenant, profile] = await Promise.all([
    findUser(tx, tenantId, userId),
    findTenant(tx, tenantId),
    findProfile(tx, tenantId, userId),
  ])
  if (!user || !tenant || !profile) return undefined
  return { user: viewUser(user), tenant: viewTenant(tenant), permissions: permissionsOf(user.role), profile }
}

/** Changes the fields sent, and only those. */
export async function updateProfile(
  tx: Tx,
  tenantId: string,
  userId: string,
  patch: { [Name in keyof ProfileView]?: ProfileView[Name] | undefined },
): Promise<ProfileView> {
  const sent = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
  const profile = await saveProfile(tx, tenantId, userId, sent)
  if (!profile) throw new Problem('USER_NOT_FOUND')
  return profile
}
