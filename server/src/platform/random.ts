import { randomBytes } from 'node:crypto'

/** Random bytes, drawn from the system many at a time: asking for a few costs more than using them does. */
export function drawRandom(length: number, many: number): () => Buffer {
  let pool = Buffer.alloc(0)
  let used = 0
  return () => {
    if (used === pool.length) {
      pool = randomBytes(length * many)
      used = 0
    }
    used += length
    return pool.subarray(used - length, used)
  }
}
