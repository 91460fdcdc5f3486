/** Where the browser keeps what was seen of one's own registrations, for where there is no network; see keep.ts. */
const seenKey = 'allot-mine'
/** Where it keeps what is typed and not sent, while it is open. */
export const typedPrefix = 'allot-studio '
const personKey = 'allot-person'

/** Everything kept of one person on this device goes; how the screens look stays. */
export function forgetKept(): void {
  try {
    localStorage.removeItem(seenKey)
    forgetOf(sessionStorage, typedPrefix)
    sessionStorage.removeItem(personKey)
  } catch {
    // Where there is no storage, nothing was kept.
  }
}

/**
 * Somebody is in, in this window. What somebody else left here is none of theirs, and goes.
 *
 * @returns whether somebody else was in before
 */
export function enter(userId: string): boolean {
  try {
    const before = sessionStorage.getItem(personKey)
    const isAnother = before !== null && before !== userId
    // What was seen is still there when the window is closed, and another one opened.
    const seenBy = readSeen()?.userId
    if (isAnother || (seenBy !== undefined && seenBy !== userId)) forgetKept()
    sessionStorage.setItem(personKey, userId)
    return isAnother
  } catch {
    return false
  }
}

/** What was seen by one person, as it came. */
export type Seen = { userId: string; queries: unknown[] }

export function readSeen(): Seen | undefined {
  try {
    const seen = JSON.parse(localStorage.getItem(seenKey) ?? 'null') as Partial<Seen> | null
    return typeof seen?.userId === 'string' && Array.isArray(seen.queries) ? (seen as Seen) : undefined
  } catch {
    return undefined
  }
}

export function writeSeen(seen: Seen): void {
  try {
    localStorage.setItem(seenKey, JSON.stringify(seen))
  } catch {
    // Storage may be full or switched off: then it is only shown while there is a network.
  }
}

function forgetOf(storage: Storage, prefix: string): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index))
  for (const key of keys) if (key?.startsWith(prefix)) storage.removeItem(key)
}
