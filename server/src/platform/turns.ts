import type { FastifyBaseLogger } from 'fastify'

export type TurnRunner = {
  /** There is something to do for this tenant. */
  poke(tenantId: string): void
  /** Takes no more turns, and waits for those under way. */
  close(): Promise<void>
}

export type TurnOptions = {
  /** Tenants that have something to be done. */
  findTenants(): Promise<readonly string[]>
  /** Does some of it. @returns whether there is more to do for this tenant */
  takeTurn(tenantId: string): Promise<boolean>
  /** So many tenants at once; of each one thing. */
  atOnce: number
  log: FastifyBaseLogger
}

const LOOK_EVERY_MS = 2_000

/** Works through what tenants have to be done: they take turns, so that what one has never keeps another waiting long. */
export function createTurns({ findTenants, takeTurn, atOnce, log }: TurnOptions): TurnRunner {
  /** Tenants that may have something to do; the first is next. */
  const due = new Set<string>()
  const underWay = new Map<string, Promise<void>>()
  let isClosed = false
  const timer = setInterval(() => void look(), LOOK_EVERY_MS).unref()

  async function look(): Promise<void> {
    try {
      for (const tenantId of await findTenants()) poke(tenantId)
    } catch (error) {
      log.warn({ err: error }, 'could not look for work; trying again')
    }
  }

  function poke(tenantId: string): void {
    if (isClosed) return
    due.add(tenantId)
    start()
  }

  function start(): void {
    for (const tenantId of due) {
      if (isClosed || underWay.size >= atOnce) return
      if (underWay.has(tenantId)) continue
      due.delete(tenantId)
      underWay.set(tenantId, run(tenantId))
    }
  }

  async function run(tenantId: string): Promise<void> {
    let isMore = false
    try {
      isMore = await takeTurn(tenantId)
    } catch (error) {
      log.warn({ err: error, tenant_id: tenantId }, 'a turn failed; the next look tries again')
    }
    underWay.delete(tenantId)
    // Last in line again, where there is more of it.
    if (isMore) due.add(tenantId)
    start()
  }

  return {
    poke,
    close: async () => {
      isClosed = true
      clearInterval(timer)
      await Promise.all(underWay.values())
    },
  }
}
