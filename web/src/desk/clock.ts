/** What a tablet knows of the time: how far its own clock is from the server's, and the latest it has seen. */
export type Clock = { offsetMs: number; latestMs: number }

/** Before the server has said anything. */
export const ownClock: Clock = { offsetMs: 0, latestMs: 0 }

/**
 * Sets the clock by what the server said, as of the middle of the time it took to ask.
 *
 * @param serverNow an instant, as the API has it
 */
export function setClock(serverNow: string, askedAtMs: number, answeredAtMs: number): Clock {
  const serverMs = Date.parse(serverNow)
  return { offsetMs: serverMs - (askedAtMs + answeredAtMs) / 2, latestMs: serverMs }
}

/**
 * What time it is at the server. It never goes back: whoever sets the tablet's clock back does not make a lease last
 * longer.
 */
export function tellTime(clock: Clock, deviceMs: number): number {
  return Math.max(clock.latestMs, deviceMs + clock.offsetMs)
}

/** The clock once some time was seen on it. */
export function advance(clock: Clock, deviceMs: number): Clock {
  return { ...clock, latestMs: tellTime(clock, deviceMs) }
}
