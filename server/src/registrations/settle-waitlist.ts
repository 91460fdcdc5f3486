import { lockBooks } from '../events/books.sql.ts'
import type { EventKey } from '../events/books.sql.ts'
import type { Tx } from '../platform/database.ts'
import type { Secrets } from '../platform/secrets.ts'
import { decideWithin } from './decide.ts'

/**
 * Lets whoever waits have what became free, as a part of the transaction that freed it: nobody else can have it before.
 * Also ends offers that have run out, and draws a lottery whose time has come. Where nobody waits it costs one look.
 *
 * @returns whether anybody waits, so that something may have changed
 */
export async function settleWaitlist(tx: Tx, secrets: Secrets, key: EventKey): Promise<boolean> {
  const books = await lockBooks(tx, key)
  if (!books || books.waitlisted_count === 0) return false
  await decideWithin(tx, secrets, key, [])
  return true
}
