import type { Role } from '@allot/contract'

/** A person acting in a tenant, by an API key or by a session; or a tablet at a desk, whose `userId` is its own id. */
export type Actor = {
  tenantId: string
  userId: string
  name: string
  role: Role
  via: 'key' | 'session'
  apiKeyId: string | null
  rateLimitPerMinute: number | null
  /** The tablet, where one acts: at one desk of one event. */
  device?: { id: string; eventId: string; deskId: string }
}

/**
 * Who is asking: a person or a tablet of a tenant, or the operator, who stands outside all of them. A tablet that was
 * revoked is still known for a while, by what it may do no more.
 */
export type Caller = { kind: 'person'; actor: Actor; isRevoked?: boolean } | { kind: 'operator' }
