/** What comes in a burst is gathered for so long, in milliseconds, and then shown as one. */
const GATHER_MS = 250
/** While changes go on and on, a page is read again so far apart: with ten thousand rows that is work for both sides. */
const APART_MS = 1_000

/**
 * Does something soon after it is asked for: within a quarter of a second where that is seldom, and once a second
 * where it never ends. What is asked for last is never missed.
 */
export function createPace(act: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastAt = -Infinity
  const actNow = () => {
    timer = undefined
    lastAt = performance.now()
    act()
  }
  return {
    ask(): void {
      timer ??= setTimeout(actNow, Math.max(GATHER_MS, lastAt + APART_MS - performance.now()))
    },
    stop(): void {
      clearTimeout(timer)
    },
  }
}
