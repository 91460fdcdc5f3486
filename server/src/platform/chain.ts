import { createHash } from 'node:crypto'

/** The end of a chain: how many entries it has, and the hash of the last (empty before the first). */
export type ChainHead = { count: number; hash: Buffer }

/** An entry with its number, and the hashes that chain it. */
export type Link<Entry> = { entry: Entry; entryNo: number; previousHash: Buffer; hash: Buffer }

/** SHA-256 over the hash before it and the entry's own text: a changed or missing entry shows in all that follow. */
export function linkHash(previous: Buffer, text: string): Buffer {
  return createHash('sha256').update(previous).update(text).digest()
}

/**
 * Numbers and chains entries behind a head.
 *
 * @param textOf what the hash of an entry is taken over, given its number
 * @returns each entry with its number and hashes, and the new head
 */
export function chainEntries<Entry>(
  head: ChainHead,
  entries: readonly Entry[],
  textOf: (entry: Entry, entryNo: number) => string,
): { links: Link<Entry>[]; head: ChainHead } {
  let { count, hash } = head
  const links = entries.map((entry) => {
    count += 1
    const previousHash = hash
    hash = linkHash(previousHash, textOf(entry, count))
    return { entry, entryNo: count, previousHash, hash }
  })
  return { links, head: { count, hash } }
}
