import type { Database } from '../platform/database.ts'

/** Finds rows by the hashes of keys of one tenant. */
type Find<Row> = (db: Database, tenantId: string, hashes: readonly Buffer[]) => Promise<Row[]>

type Wanted<Row> = {
  hash: Buffer
  resolve: (row: Row | undefined) => void
  reject: (error: unknown) => void
}

/**
 * Looks up whom keys act as. Those that come in one turn of the event loop are looked up together, each tenant's by
 * themselves: a rush of people with a key of their own costs one trip, and not one each. Nobody waits for others to come.
 */
export function createKeyLookups<Row extends { key_hash: Buffer }>(
  db: Database,
  find: Find<Row>,
): (tenantId: string, hash: Buffer) => Promise<Row | undefined> {
  const waiting = new Map<string, Wanted<Row>[]>()

  async function lookUp(tenantId: string): Promise<void> {
    const wanted = waiting.get(tenantId) ?? []
    waiting.delete(tenantId)
    try {
      const rows = await find(
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
