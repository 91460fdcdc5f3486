/** For how long a code has to be out of sight before it counts as shown again, in milliseconds. */
const AWAY_MS = 2_000

/**
 * Tells a code that is shown from one that is still there: a camera sees the same code many times a second, and goes
 * on seeing it after it was answered.
 */
export function createSightings(): (token: string, nowMs: number) => boolean {
  let last: { token: string; atMs: number } | undefined
  return (token, nowMs) => {
    const isStillThere = last?.token === token && nowMs - last.atMs < AWAY_MS
    last = { token, atMs: nowMs }
    return !isStillThere
  }
}
