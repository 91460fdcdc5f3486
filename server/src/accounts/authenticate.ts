import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Caller } from '../platform/actor.ts'
import type { Database } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import { sha256, tenantOfDeviceKey, tenantOfKey } from '../platform/secrets.ts'
import { findActorById, findActorsByKeys } from './api-keys.sql.ts'
import type { ActorRow } from './api-keys.sql.ts'
import { findDevicesByKeys } from './device-keys.sql.ts'
import type { DeviceActorRow } from './device-keys.sql.ts'
import { createKeyLookups } from './key-lookups.ts'

/** Who a sign-in cookie stands for; undefined where it stands for nobody. */
export type IdentifyByCookie = (cookie: string) => Promise<{ tenantId: string; userId: string } | undefined>

/** How long an answer may be used again: what is revoked or changed is so everywhere after this, in milliseconds. */
const REMEMBERED_MS = 1_000
const MOST_REMEMBERED = 10_000

/**
 * Finds out who is asking: the operator by its token, a person by an API key or by a sign-in cookie, a tablet at a desk
 * by the key it was enrolled with. A request with an Authorization header is never judged by its cookies.
 */
export function createAuthenticate(
  db: Database,
  operatorToken: string | undefined,
  identifyByCookie: IdentifyByCookie,
): (request: FastifyRequest) => Promise<Caller | undefined> {
  const operatorHash = operatorToken === undefined ? undefined : sha256(operatorToken)
  const lookUpKey = createKeyLookups(db, findActorsByKeys)
  const lookUpDevice = createKeyLookups(db, findDevicesByKeys)
  const remember = createMemory<Caller | undefined>(REMEMBERED_MS, MOST_REMEMBERED)

  async function byKey(key: string, hash: Buffer): Promise<Caller | undefined> {
    const tenantId = tenantOfKey(key)
    if (tenantId !== undefined) return callerOf(tenantId, 'key', await lookUpKey(tenantId, hash))
    const deskTenantId = tenantOfDeviceKey(key)
    return deskTenantId === undefined ? undefined : deviceOf(deskTenantId, await lookUpDevice(deskTenantId, hash))
  }

  async function byCookie(cookie: string): Promise<Caller | undefined> {
    const person = await identifyByCookie(cookie)
    return person && callerOf(person.tenantId, 'session', await findActorById(db, person.tenantId, person.userId))
  }

  return async ({ headers }) => {
    const { authorization, cookie } = headers
    if (authorization !== undefined) {
      const token = /^Bearer +([\x21-\x7e]{1,200})$/i.exec(authorization)?.[1]
      if (token === undefined) return undefined
      const hash = sha256(token)
      if (operatorHash && timingSafeEqual(hash, operatorHash)) return { kind: 'operator' }
      return remember(hash.toString('latin1'), () => byKey(token, hash))
    }
    return cookie === undefined ? undefined : remember(cookie, () => byCookie(cookie))
  }
}

function callerOf(tenantId: string, via: 'key' | 'session', row: ActorRow | undefined): Caller | undefined {
  if (!row) return undefined
  if (!row.tenant_is_active) throw new Problem('TENANT_SUSPENDED')
  return {
    kind: 'person',
    actor: {
      tenantId,
      userId: row.user_id,
      name: row.name,
      role: row.role,
      via,
      apiKeyId: row.api_key_id,
      rateLimitPerMinute: row.rate_limit_per_minute,
    },
  }
}

/** A tablet acts by itself, and not as whoever enrolled it: what it may do stands at the routes that name tablets. */
function deviceOf(tenantId: string, row: DeviceActorRow | undefined): Caller | undefined {
  if (!row) return undefined
  if (!row.tenant_is_active) throw new Problem('TENANT_SUSPENDED')
  return {
    kind: 'person',
    actor: {
      tenantId,
      userId: row.device_id,
      name: row.name,
      role: 'desk',
      via: 'key',
      apiKeyId: null,
      rateLimitPerMinute: null,
      device: { id: row.device_id, eventId: row.event_id, deskId: row.desk_id },
    },
    isRevoked: row.is_revoked,
  }
}

/**
 * Remembers the promise of an answer for a moment, so that a rush asks once. A failure is not remembered, and what
 * was asked longest ago is forgotten first.
 */
function createMemory<T>(milliseconds: number, most: number): (key: string, ask: () => Promise<T>) => Promise<T> {
  const known = new Map<string, { answer: Promise<T>; until: number }>()
  return (key, ask) => {
    const now = performance.now()
    const entry = known.get(key)
    if (entry && entry.until > now) return entry.answer
    known.delete(key)
    const answer = ask()
    known.set(key, { answer, until: now + milliseconds })
    answer.catch(() => known.delete(key))
    for (const oldest of known.keys()) {
      if (known.size <= most) break
      known.delete(oldest)
    }
    return answer
  }
}
