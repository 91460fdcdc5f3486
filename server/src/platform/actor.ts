import type { Role } from '@allot/contract'

/** A person acting in a tenant, by an API key or by a session. */
export type Actor = {
  tenantId: string
  userId: string
  name: string
  role: Role
  via: 'key' | 'session'
  apiKeyId: string | null
  rateLimitPerMinute: number | null
}

/** Who is asking: a person of a tenant, or the operator, who stands outside all of them. */
export type Caller = { kind: 'person'; actor: Actor } | { kind: 'operator' }
