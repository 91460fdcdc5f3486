import { v7 } from 'uuid'
import { drawRandom } from './random.ts'

const random = drawRandom(16, 256)
let lastMoment = 0
let nextOfMoment = idsAt(new Date(0))

/**
 * A new id: time-ordered, so that neighbours in time are neighbours in the index, with at least 42 random bits of its
 * own behind a counter that begins anywhere. Those of one process sort in the order in which they are made.
 */
export function newId(): string {
  const now = Date.now()
  if (now > lastMoment) {
    lastMoment = now
    nextOfMoment = idsAt(new Date(now))
  }
  return nextOfMoment()
}

/** Makes ids of one moment that sort in the order in which they are made: their counters go on from a random one. */
export function idsAt(at: Date): () => string {
  const msecs = at.getTime()
  let seq = random().readUInt32BE() >>> 1
  return () => v7({ msecs, seq: seq++, random: random() })
}

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isId(value: string): boolean {
  return pattern.test(value)
}

/** Stands where the operator, who is outside every tenant, needs an id. */
export const NIL_ID = '00000000-0000-0000-0000-000000000000'
