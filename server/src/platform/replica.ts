import pg from 'pg'

/** A place in the database's write-ahead log, such as `0/16B3740`: whoever has replayed it has seen all before it. */
export type Position = string

export function isPosition(text: string): boolean {
  return /^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/.test(text)
}

/** The later of two positions. */
export function later(a: Position | undefined, b: Position | undefined): Position | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return numberOf(a) >= numberOf(b) ? a : b
}

function numberOf(position: Position): bigint {
  const [high = '0', low = '0'] = position.split('/')
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`)
}

/**
 * Up to where each tenant has to be seen: its last write that this server made or heard of. Whoever reads gets at least
 * that, whichever database answers.
 */
export type Positions = {
  /** A write of this server's has come to this position. */
  reached(tenantId: string, position: Position): void
  /** Somebody else has written something, and it is not known where. */
  moved(tenantId: string): void
  /** undefined where that has to be asked for first. */
  of(tenantId: string): Position | undefined
}

/** Tenants that are remembered; of one forgotten it has to be asked where it is, as after a start. */
const MOST_TENANTS = 10_000

export function createPositions(): Positions {
  const known = new Map<string, Position | undefined>()
  const put = (tenantId: string, position: Position | undefined) => {
    known.delete(tenantId)
    known.set(tenantId, position)
    const [oldest] = known.keys()
    if (known.size > MOST_TENANTS && oldest !== undefined) known.delete(oldest)
  }
  return {
    reached: (tenantId, position) => put(tenantId, later(known.get(tenantId), position)),
    moved: (tenantId) => put(tenantId, undefined),
    of: (tenantId) => known.get(tenantId),
  }
}

/** A database that follows the one written to, a little behind it. It answers questions, and is never needed. */
export type Replica = {
  /** Whether it is worth asking: it has not just failed, nor just been found behind. */
  isUsable(): boolean
  pool: pg.Pool
  /** It did not answer, or could not. */
  failed(error: unknown): void
  /** It has not yet seen what somebody has to see. */
  isBehind(): void
  close(): Promise<void>
}

/** A replica that hangs must not make anybody wait for long. In milliseconds. */
const waits = { connection: 500, statement: 3_000, afterFailure: 5_000, whileBehind: 100 }

export function openReplica(connection: pg.ClientConfig, size: number, onFailure: (error: unknown) => void): Replica {
  const pool = new pg.Pool({
    ...connection,
    max: size,
    pipeline: true,
    connectionTimeoutMillis: waits.connection,
    idleTimeoutMillis: 60_000,
    statement_timeout: waits.statement,
    query_timeout: waits.statement,
    keepAlive: true,
  })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  let restUntil = 0
  return {
    pool,
    isUsable: () => performance.now() >= restUntil,
    failed: (error) => {
      if (performance.now() >= restUntil) onFailure(error)
      restUntil = performance.now() + waits.afterFailure
    },
    isBehind: () => {
      restUntil = Math.max(restUntil, performance.now() + waits.whileBehind)
    },
    close: () => pool.end(),
  }
}
