import type { FastifyBaseLogger } from 'fastify'
import type { AuditScope } from '../audit/audit.sql.ts'
import type { ChangeFeed } from '../platform/change-feed.ts'
import type { Database } from '../platform/database.ts'
import { listTenantIds } from '../tenants/tenants.sql.ts'
import { findUntold, moveCursor, readMessages, takeCursor } from './outbox.sql.ts'
import type { Teller } from './teller.ts'

/** So many entries are told in one transaction. */
const MOST_ENTRIES = 256
/** Chains told of at the same time; each takes a connection. */
const MOST_AT_ONCE = 2
const LOOK_EVERY_MS = 5_000
const MOST_CHAINS_OF_A_LOOK = 500

export type Outbox = {
  /** Tells all there is, now; for tests. */
  settle(): Promise<void>
  close(): Promise<void>
}

export type OutboxOptions = {
  db: Database
  feed: ChangeFeed
  tellers: readonly Teller[]
  log: FastifyBaseLogger
  lookEveryMs?: number | undefined
}

/**
 * Tells what has changed, from the audit trail: every change writes its entry there in its own transaction, so that what was
 * rolled back was never there, and the numbers are the order. Any number of servers may run this; each chain is told of by
 * one at a time.
 */
export function openOutbox({ db, feed, tellers, log, lookEveryMs = LOOK_EVERY_MS }: OutboxOptions): Outbox {
  /** Chains that may have something to tell; a chain that grows while it is told of comes in again. */
  const due = new Map<string, AuditScope>()
  /** Chains told of right now: what comes in of one meanwhile waits, for its cursor is taken. */
  const underWay = new Set<string>()
  let telling = 0
  let looking: Promise<void> | undefined
  let isClosed = false
  let whenIdle: (() => void)[] = []

  // What a process that dies right after its commit never said is found by looking.
  const timer = setInterval(() => void look(), lookEveryMs).unref()
  feed.start(({ tenantId, scopeId, jobId }) => {
    if (jobId === undefined) add({ tenantId, scopeId })
  })
  void look()

  function add(scope: AuditScope): void {
    if (isClosed) return
    due.set(scope.scopeId, scope)
    while (telling < MOST_AT_ONCE && nextDue() !== undefined) void run()
  }

  function nextDue(): AuditScope | undefined {
    for (const [name, scope] of due) if (!underWay.has(name)) return scope
    return undefined
  }

  async function run(): Promise<void> {
    telling += 1
    for (let scope = nextDue(); scope && !isClosed; scope = nextDue()) {
      due.delete(scope.scopeId)
      underWay.add(scope.scopeId)
      await tellAll(scope)
      underWay.delete(scope.scopeId)
    }
    telling -= 1
    if (telling > 0) return
    for (const idle of whenIdle) idle()
    whenIdle = []
  }

  async function tellAll(scope: AuditScope): Promise<void> {
    try {
      let told = 0
      do {
        told = await tellSome(db, tellers, scope)
      } while (told === MOST_ENTRIES && !isClosed)
      await deliver(scope.tenantId)
    } catch (error) {
      // The next look finds it again.
      log.error({ err: error, scope_id: scope.scopeId }, 'could not tell what changed; trying again')
    }
  }

  async function deliver(tenantId: string): Promise<void> {
    for (const teller of tellers) {
      if (isClosed) return
      try {
        await teller.deliver?.(tenantId)
      } catch (error) {
        log.warn({ err: error, teller: teller.name }, 'could not ask for deliveries; trying again')
      }
    }
  }

  function look(): Promise<void> {
    looking ??= lookNow().finally(() => {
      looking = undefined
    })
    return looking
  }

  async function lookNow(): Promise<void> {
    try {
      for (const tenantId of await listTenantIds(db)) {
        if (isClosed) return
        const scopes = await db.read(tenantId, (tx) => findUntold(tx, tenantId, MOST_CHAINS_OF_A_LOOK))
        for (const scopeId of scopes) add({ tenantId, scopeId })
        if (scopes.length === 0) await deliver(tenantId)
      }
    } catch (error) {
      if (!isClosed) log.warn({ err: error }, 'could not look for what has to be told; trying again')
    }
  }

  const idle = () => (telling === 0 ? Promise.resolve() : new Promise<void>((resolve) => whenIdle.push(resolve)))
  return {
    settle: async () => {
      await looking
      await look()
      await idle()
    },
    close: async () => {
      isClosed = true
      clearInterval(timer)
      await looking
      await idle()
    },
  }
}

/**
 * Tells of the next entries of one chain, and moves its cursor, in one transaction.
 *
 * @returns how many there were; 0 where somebody else is at it
 */
export function tellSome(db: Database, tellers: readonly Teller[], scope: AuditScope): Promise<number> {
  return db.transaction(scope.tenantId, async (tx) => {
    const toldNo = await takeCursor(tx, scope)
    if (toldNo === undefined) return 0
    const messages = await readMessages(tx, scope, toldNo, MOST_ENTRIES)
    const last = messages.at(-1)
    if (!last) return 0
    for (const teller of tellers) await teller.tell(tx, messages)
    moveCursor(tx, scope, last.entryNo)
    return messages.length
  })
}
