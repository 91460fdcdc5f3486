import type { Role } from '@allot/contract'

/**
 * Who may do what inside a tenant: all of it, as data. A route names one or more of these; whoever has any of them
 * may go in, and the use case looks at the object (one's own, a draft, …).
 */
export const permissions = {
  'tenant.manage': ['owner'],
  'event.manage': ['owner', 'organizer'],
  'event.read': ['owner', 'organizer', 'approver', 'auditor', 'desk', 'member'],
  'registration.read': ['owner', 'organizer', 'approver', 'auditor'],
  'registration.decide': ['owner', 'organizer', 'approver'],
  'registration.own': ['owner', 'organizer', 'approver', 'member'],
  'ledger.read': ['owner', 'organizer', 'approver', 'auditor'],
  'collection.collect': ['owner', 'organizer', 'desk'],
  'self.read': ['owner', 'organizer', 'approver', 'auditor', 'desk', 'member'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

/**
 * What a route asks of its caller: a permission in a tenant, the key of a tablet at a desk, the operator's token, or
 * nothing. A tablet may use what names it, and nothing else: whatever is added later is closed to it.
 */
export type Access =
  | { kind: 'tenant'; anyOf: readonly Permission[]; orDevice?: boolean }
  | { kind: 'device'; evenRevoked: boolean }
  | { kind: 'operator' }
  | { kind: 'public' }

/** Says who may use a route. A route that does not say it does not start. */
export function may(...anyOf: [Permission, ...Permission[]]): { access: Access } {
  return { access: { kind: 'tenant', anyOf } }
}

/** The same, and tablets at desks as well; the use case looks at which desk. */
export function mayOrDevice(...anyOf: [Permission, ...Permission[]]): { access: Access } {
  return { access: { kind: 'tenant', anyOf, orDevice: true } }
}

export const deviceOnly: { access: Access } = { access: { kind: 'device', evenRevoked: false } }
/** Also for a tablet that was revoked a short while ago: to tell what it did before it knew. */
export const deviceEvenRevoked: { access: Access } = { access: { kind: 'device', evenRevoked: true } }
export const operatorOnly: { access: Access } = { access: { kind: 'operator' } }
export const anybody: { access: Access } = { access: { kind: 'public' } }

export function hasPermission(role: Role, permission: Permission): boolean {
  const roles: readonly Role[] = permissions[permission]
  return roles.includes(role)
}

export function permissionsOf(role: Role): Permission[] {
  return (Object.keys(permissions) as Permission[]).filter((permission) => hasPermission(role, permission))
}

/** How the OpenAPI document says it. */
export function sayAccess(access: Access): string {
  if (access.kind !== 'tenant') return access.kind
  return [...access.anyOf, ...(access.orDevice ? ['device'] : [])].join(' or ')
}
