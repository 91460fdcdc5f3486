import type { waitlistMove } from '@allot/contract'
import type { z } from 'zod'
import { countOwners } from '../accounts/users.sql.ts'
import { noteChange } from '../events/books.sql.ts'
import type { EventKey } from '../events/books.sql.ts'
import { lockExisting } from '../events/change-event.ts'
import { isToBeDrawn } from '../events/event-view.ts'
import type { EventWithMoney } from '../events/events.sql.ts'
import { findVisibleEvent } from '../events/find-event.ts'
import { RANK_STEP } from '../events/lottery.sql.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import { findRegistration } from '../registrations/registrations.sql.ts'
import { findEntry, findNeighbours, saveTurn, spreadRanks, takeLastNo } from './waitlist.sql.ts'
import type { EntryRow, Turn } from './waitlist.sql.ts'

/**
 * Gives somebody another place in the list, with a reason for the trail.
 *
 * @throws Problem WAITLIST_ORDER, NOT_WAITING, OWN_REGISTRATION: nothing is changed then
 */
export async function moveOnWaitlist(
  tx: Tx,
  actor: Actor,
  key: EventKey,
  registrationId: string,
  { to_position: position, priority, reason }: z.infer<typeof waitlistMove>,
): Promise<EntryRow> {
  const books = await lockExisting(tx, key)
  const event = await findVisibleEvent(tx, actor, key.eventId)
  const entry = await findEntry(tx, key, registrationId)
  if (!entry) await refuseStranger(tx, key, registrationId)
  if (!entry?.is_waiting) {
    throw new Problem('NOT_WAITING', 'This registration waits no longer: it came up, or was given up.')
  }
  await checkMayMove(tx, actor, entry)
  checkOrder(event, priority)

  const { rank } = entry
  const turn =
    position === undefined ? { priority: priority ?? 0, rank } : await turnAt(tx, key, registrationId, position)
  await saveTurn(tx, key, registrationId, turn)
  const moved = await findEntry(tx, key, registrationId)
  if (!moved) throw new Error('an entry is gone that was just moved')
  if (moved.position === entry.position && moved.priority === entry.priority) return moved
  noteChange(tx, key, books, actor, {
    action: 'registration.waitlist_moved',
    subjectId: registrationId,
    fromStatus: 'WAITLISTED',
    toStatus: 'WAITLISTED',
    detail: {
      user_id: entry.user_id,
      position: { from: entry.position, to: moved.position },
      priority: { from: entry.priority, to: moved.priority },
      reason,
    },
  })
  return moved
}

async function refuseStranger(tx: Tx, key: EventKey, registrationId: string): Promise<never> {
  const registration = await findRegistration(tx, key, registrationId)
  if (!registration) throw new Problem('REGISTRATION_NOT_FOUND')
  throw new Problem('NOT_WAITING', `This registration is ${registration.status}, and never waited.`)
}

/** Nobody moves themselves, unless nobody else could. */
async function checkMayMove(tx: Tx, actor: Actor, { user_id: userId }: EntryRow): Promise<void> {
  if (userId !== actor.userId) return
  if (actor.role === 'owner' && (await countOwners(tx, actor.tenantId)) === 1) return
  throw new Problem('OWN_REGISTRATION', 'Somebody else has to decide on your own place in the list.')
}

function checkOrder(event: EventWithMoney, priority: number | undefined): void {
  if (isToBeDrawn(event)) {
    throw new Problem('WAITLIST_ORDER', 'The order of this list is drawn by lot, and it has not been drawn yet.')
  }
  if (priority === undefined || event.waitlist_order === 'priority') return
  throw new Problem(
    'WAITLIST_ORDER',
    'Nobody has priority in this list: say to_position, or let the order of its waitlist_policy be priority.',
  )
}

/** The priority and the rank of somebody who stands at a position. */
async function turnAt(tx: Tx, key: EventKey, registrationId: string, position: number): Promise<Turn> {
  const found = await findNeighbours(tx, key, registrationId, position)
  const turn = turnBetween(found)
  if (turn) return turn
  if (!found.behind) {
    return { priority: found.before?.priority ?? 0, rank: (await takeLastNo(tx, key)) * RANK_STEP }
  }
  await spreadRanks(tx, key)
  const spread = turnBetween(await findNeighbours(tx, key, registrationId, position))
  if (!spread) throw new Error('there is no room between two ranks that were just spread')
  return spread
}

/** Undefined where there is no number between the two, or nobody behind. */
function turnBetween({ before, behind }: { before: Turn | undefined; behind: Turn | undefined }): Turn | undefined {
  if (!behind) return undefined
  if (before?.priority !== behind.priority) return { priority: behind.priority, rank: behind.rank - RANK_STEP }
  const rank = Math.floor((before.rank + behind.rank) / 2)
  return rank === before.rank ? undefined : { priority: behind.priority, rank }
}
