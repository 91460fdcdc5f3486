import type { LotteryView } from '@allot/contract'
import { noteChange } from '../events/books.sql.ts'
import type { EventKey } from '../events/books.sql.ts'
import { lockExisting } from '../events/change-event.ts'
import { viewLottery } from '../events/event-view.ts'
import { findVisibleEvent } from '../events/find-event.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import type { Secrets } from '../platform/secrets.ts'
import { settleWaitlist } from '../registrations/settle-waitlist.ts'
import { drawNow } from '../registrations/waiting.ts'

/** Draws the lottery of an event now, and lets everybody come up for whom there is room. */
export async function drawWaitlist(tx: Tx, secrets: Secrets, actor: Actor, key: EventKey): Promise<LotteryView> {
  const books = await lockExisting(tx, key)
  const event = await findVisibleEvent(tx, actor, key.eventId)
  if (event.waitlist_order !== 'lottery') {
    throw new Problem(
      'WAITLIST_ORDER',
      'The order of this list is not drawn by lot: see the waitlist_policy of the event.',
    )
  }
  const drawn = await drawNow(tx, key, event, books.now)
  if (drawn) noteChange(tx, key, books, actor, drawn.note)
  await settleWaitlist(tx, secrets, key)
  const lottery = viewLottery(drawn?.event ?? event)
  if (!lottery) throw new Error('a lottery without a commitment')
  return lottery
}
