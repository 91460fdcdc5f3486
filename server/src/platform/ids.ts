import { randomInt } from 'node:crypto'
import { v7 } from 'uuid'

/** A new id: time-ordered, so that neighbours in time are neighbours in the index, with 74 random bits. */
export function newId(): string {
  return v7()
}

/** Makes ids of one moment that sort in the order in which they are made: their counters go on from a random one. */
export function idsAt(at: Date): () => string {
  const msecs = at.getTime()
  let seq = randomInt(0x7fff_ffff)
  return () => v7({ msecs, seq: seq++ })
}

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isId(value: string): boolean {
  return pattern.test(value)
}

/** Stands where the operator, who is outside every tenant, needs an id. */
export const NIL_ID = '00000000-0000-0000-0000-000000000000'
