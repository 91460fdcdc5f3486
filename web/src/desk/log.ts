import { base64Url, hashText } from './token.ts'

/** What the first entry of a lease's log says of the one before it. */
export const firstHash = '0'.repeat(64)

export type LogKind = 'collect' | 'undo'

/** One thing done without a network, as it is sent later. */
export type LogEntry = {
  seq: number
  nonce: string
  registration_id: string
  qr_hash?: string
  at: string
  kind: LogKind
  previous_hash: string
  signature: string
}

/** Where the log of a lease goes on. */
export type LogHead = { leaseId: string; seq: number; hash: string }

export type Done = Pick<LogEntry, 'nonce' | 'registration_id' | 'qr_hash' | 'at' | 'kind'>
export type Sign = (text: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>

/** What is signed, and what the next entry carries the hash of: nothing in it can be changed, left out or moved. */
export function canonicalText(deviceId: string, leaseId: string, entry: Omit<LogEntry, 'signature'>): string {
  const { seq, nonce, registration_id, at, kind, previous_hash } = entry
  return JSON.stringify([deviceId, leaseId, seq, nonce, registration_id, at, kind, previous_hash])
}

/** Adds to the log of a lease what was done; the entry, and where the log goes on after it. */
export async function appendEntry(
  deviceId: string,
  head: LogHead,
  done: Done,
  sign: Sign,
): Promise<{ entry: LogEntry; head: LogHead }> {
  const unsigned = { ...done, seq: head.seq, previous_hash: head.hash }
  const text = canonicalText(deviceId, head.leaseId, unsigned)
  const signature = base64Url(new Uint8Array(await sign(new TextEncoder().encode(text))))
  return {
    entry: { ...unsigned, signature },
    head: { leaseId: head.leaseId, seq: head.seq + 1, hash: await hashText(text) },
  }
}
