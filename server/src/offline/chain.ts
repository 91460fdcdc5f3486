import { createPublicKey, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { LogEntryInput } from '@allot/contract'
import { sha256 } from '../platform/secrets.ts'

/** Whose log it is, of which lease, and with which key it is signed. */
export type LogOwner = { deviceId: string; leaseId: string; publicKey: KeyObject }
/** Where a log goes on: so many entries are here, and that is the hash of the last of them. */
export type LogHead = { count: number; hash: Buffer }
export type CheckedEntry = { entry: LogEntryInput; hash: Buffer }
export type CheckedLog = {
  /** What was here before, word for word. */
  known: CheckedEntry[]
  /** What is new, in its order. */
  fresh: CheckedEntry[]
  /** Why nothing of the rest is taken; null where all of it is. */
  refusal: string | null
}

/**
 * What an entry is signed over, and what its hash is taken of. Changing this breaks the log of every tablet that has no
 * network right now.
 */
export function logText({ deviceId, leaseId }: Pick<LogOwner, 'deviceId' | 'leaseId'>, entry: LogEntryInput): string {
  const { seq, nonce, registration_id: registrationId, at, kind, previous_hash: previous } = entry
  return JSON.stringify([deviceId, leaseId, seq, nonce, registrationId, at, kind, previous])
}

/**
 * Checks entries against the log that is here. What comes behind one that is wrong is not looked at: it may be told anew
 * once that is put right.
 *
 * @param knownHashes of entries that are here, by their number
 */
export function checkLog(
  owner: LogOwner,
  head: LogHead,
  knownHashes: ReadonlyMap<number, Buffer>,
  entries: readonly LogEntryInput[],
): CheckedLog {
  const known: CheckedEntry[] = []
  const fresh: CheckedEntry[] = []
  let { count, hash: last } = head
  for (const entry of entries) {
    const text = logText(owner, entry)
    const hash = sha256(text)
    const refusal = whyNot()
    if (refusal !== null) return { known, fresh, refusal }
    if (entry.seq <= head.count) {
      known.push({ entry, hash })
      continue
    }
    fresh.push({ entry, hash })
    count = entry.seq
    last = hash

    function whyNot(): string | null {
      const { seq } = entry
      if (seq <= head.count) {
        return knownHashes.get(seq)?.equals(hash) ? null : `Entry ${seq} was told otherwise before.`
      }
      if (seq !== count + 1) return `Entry ${count + 1} is missing before entry ${seq}.`
      if (entry.previous_hash !== last.toString('hex')) return `Entry ${seq} does not follow the one before it.`
      const signature = Buffer.from(entry.signature, 'base64url')
      return verify(null, Buffer.from(text), owner.publicKey, signature)
        ? null
        : `The signature of entry ${seq} is not this tablet's.`
    }
  }
  return { known, fresh, refusal: null }
}

/** A raw Ed25519 key of 32 bytes, as it can be checked with. */
export function readPublicKey(raw: Buffer): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' })
}
