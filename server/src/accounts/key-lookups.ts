import type { Database } from '../platform/database.ts'
import { findActorsByKeys } from './api-keys.sql.ts'
import type { ActorRow } from './api-keys.sql.ts'

type Wanted = {
  hash: Buffer
  resolve: (row: ActorRow | undefined) => void
  reject: (error: unknown) => void
}

/**
 * Looks up whom keys act as. Those that come in one turn of the event loop are looked up together, each tenant's by
 * themselves: a rush of people with a key of their own costs one trip, and not one each. Nobody waits for others to come.
 */
export function createKeyLookups(db: Database): (tenantId: string, hash: Buffer) => Promise<ActorRow | undefined> {
  const waiting = new Map<string, Wanted[]>()

  async function lookUp(tenantId: string): Promise<void> {
    const wanted = waiting.get(tenantId) ?? []
    waiting.delete(tenantId)
    try {
      const rows = await findActorsByKeys(
        db,
        tenantId,
        wanted.map(({ hash }) => hash),
      )
      const byHash = new Map(rows.map((row) => [nameOf(row.key_hash), row]))
      for (const { hash, resolve } of wanted) resolve(byHash.get(nameOf(hash)))
    } catch (error) {
      for (const { reject } of wanted) reject(error)
    }
  }

  return (tenantId, hash) =>
    new Promise((resolve, reject) => {
      const others = waiting.get(tenantId)
      if (others) return void others.push({ hash, resolve, reject })
      waiting.set(tenantId, [{ hash, resolve, reject }])
      setImmediate(() => void lookUp(tenantId))
    })
}

function nameOf(hash: Buffer): string {
  return hash.toString('latin1')
}
