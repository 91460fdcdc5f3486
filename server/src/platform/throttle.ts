import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible'
import type { RateLimiterAbstract } from 'rate-limiter-flexible'
import type pg from 'pg'
import { Problem } from './problem.ts'

/** So many points in so many seconds, counted in the database: shared by all servers. */
export type Throttle = {
  /** Takes a point; over the limit a 429 that says how long to wait. */
  take(key: string): Promise<void>
  /** Only looks: over the limit a 429, but nothing is taken. */
  check(key: string): Promise<void>
  /** Gives a point back: what was taken for a guess that turned out to be none. */
  giveBack(key: string): Promise<void>
  reset(key: string): Promise<void>
}

/**
 * Where points are only lent (`givesBack`), a moment of many at once must not shut them out for long: whoever is
 * refused gets the point back as well, and is not remembered as refused.
 */
export type ThrottleRule = { name: string; points: number; seconds: number; givesBack?: boolean }

const LONGEST_RETURN_MS = 10_000

/**
 * Who is already over the limit is answered from memory and costs the database nothing. Where the database does not
 * answer, each process counts by itself until it does.
 */
export function createThrottle(pool: pg.Pool, rule: ThrottleRule): Throttle {
  const { name, points, seconds, givesBack = false } = rule
  const limiter: RateLimiterAbstract = new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    schemaName: 'auth',
    tableName: 'throttle',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
    ...(givesBack ? {} : { inMemoryBlockOnConsumed: points + 1 }),
    insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, points, duration: seconds }),
    clearExpiredByTimeout: false,
  })
  const refuse = (milliseconds: number): never => {
    const wait = Math.max(1, Math.ceil(milliseconds / 1000))
    throw new Problem('TOO_MANY_REQUESTS', `Too many requests. Try again in ${wait} s.`, {}, wait)
  }
  return {
    take: async (key) => {
      try {
        await limiter.consume(key)
      } catch (error) {
        if (error instanceof Error) throw error
        const { msBeforeNext } = error as { msBeforeNext: number }
        // A point that came back after the end of its time would be one too many in the next.
        if (givesBack && msBeforeNext > LONGEST_RETURN_MS) await limiter.reward(key)
        refuse(msBeforeNext)
      }
    },
    check: async (key) => {
      const state = await limiter.get(key)
      if (state && state.consumedPoints >= points) refuse(state.msBeforeNext)
    },
    giveBack: async (key) => void (await limiter.reward(key)),
    reset: async (key) => void (await limiter.delete(key)),
  }
}
