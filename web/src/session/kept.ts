/** Where the browser keeps what was seen of one's own registrations, for where there is no network. */
export const seenPrefix = 'allot-mine-'
/** Where it keeps what is typed and not sent, while it is open. */
export const typedPrefix = 'allot-studio '
const personKey = 'allot-person'

/** Everything kept of one person on this device goes; how the screens look stays. */
export function forgetKept(): void {
  try {
    forgetOf(localStorage, seenPrefix)
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
    if (isAnother) forgetKept()
    sessionStorage.setItem(personKey, userId)
    return isAnother
  } catch {
    return false
  }
}

function forgetOf(storage: Storage, prefix: string): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index))
  for (const key of keys) if (key?.startsWith(prefix)) storage.removeItem(key)
}
