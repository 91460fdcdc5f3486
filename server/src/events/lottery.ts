import { randomBytes } from 'node:crypto'
import { sha256 } from '../platform/secrets.ts'

/** A seed that nobody knows, and what is published of it: SHA-256 of the seed and the id of the event. */
export type Lottery = { seed: Buffer; commitment: Buffer }

export function newLottery(eventId: string): Lottery {
  const seed = randomBytes(32)
  return { seed, commitment: commitTo(seed, eventId) }
}

/** Anybody can compute it again once the seed is published: see docs/using/waitlist.md. */
function commitTo(seed: Buffer, eventId: string): Buffer {
  return sha256(Buffer.concat([seed, Buffer.from(eventId, 'utf8')]))
}
