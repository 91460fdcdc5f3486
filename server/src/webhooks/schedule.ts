/**
 * When a message that did not arrive is sent again: so many seconds after the attempt before. Quick at first, for a restart
 * or a deployment; 71 hours and 36 minutes in all, so that a weekend without anybody is got over. The shape is that of the
 * Standard Webhooks specification.
 */
export const retryDelaysSeconds = [5, 60, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 64_800, 79_200] as const

/** By how much a delay is longer or shorter, so that what failed together does not come back together. */
const JITTER = 0.2

/** After so many days with nothing but failures an endpoint is disabled. */
export const DISABLE_AFTER_DAYS = 3
/** What has waited for so long, paused or behind another message, is given up. */
export const GIVE_UP_DAYS = 4
/** Messages that are over are kept for so long. */
export const KEPT_DAYS = 30

/**
 * How long to wait before the next attempt, in seconds; undefined where there is none.
 *
 * @param tries how often it was tried, at least 1
 * @param chance from 0 to 1
 */
export function retryDelay(tries: number, chance: number): number | undefined {
  const delay = retryDelaysSeconds[tries - 1]
  return delay === undefined ? undefined : delay * (1 - JITTER + 2 * JITTER * chance)
}

/** Longest rest of an endpoint after failures in a row, in seconds. */
const MOST_REST_SECONDS = 60

/**
 * How long nothing is tried after a failure, in seconds: whoever does not answer one message will hardly answer the next
 * thousand, and each would take a place for as long as the time-out.
 */
export function restAfter(failures: number): number {
  return failures <= 1 ? 0 : Math.min(2 ** (failures - 2), MOST_REST_SECONDS)
}
