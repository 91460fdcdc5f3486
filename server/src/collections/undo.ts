import { lockBooks, noteChange, sayBooksClosed } from '../events/books.sql.ts'
import type { EventKey } from '../events/books.sql.ts'
import type { Tx } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import { findCollections, saveUndone } from './collections.sql.ts'
import type { CollectionRow } from './collections.sql.ts'

/** For so long whoever made a collection may take it back themselves. */
const OWN_UNDO_SECONDS = 60

/** Who takes a collection back. */
export type UndoneBy = {
  /** null where a tablet does. */
  userId: string | null
  apiKeyId: string | null
  deviceId: string | null
  canManage: boolean
  /** Whether it happened without a network, and is only told now: then the minute has passed long ago. */
  isOffline?: boolean
}

/**
 * Takes a collection back, by its own id or by that of its registration. Neither money nor stock changes: the
 * registration stays approved. Taking back what was taken back already changes nothing.
 *
 * @throws Problem COLLECTION_NOT_FOUND, FORBIDDEN, UNDO_OVER
 */
export async function undoCollection(
  tx: Tx,
  key: EventKey,
  wanted: { collectionId: string } | { registrationId: string },
  by: UndoneBy,
  reason: string,
): Promise<CollectionRow> {
  const [books, [found]] = await Promise.all([lockBooks(tx, key), findCollections(tx, key, wanted)])
  if (!books) throw new Problem('EVENT_NOT_FOUND')
  if (!found) throw new Problem('COLLECTION_NOT_FOUND')
  if (books.closed_at) throw new Problem('EVENT_CLOSED', sayBooksClosed(books.closed_at, 'UTC'))
  checkMayUndo(found, by, books.now)
  if (found.undone_at !== null) return found
  await saveUndone(tx, key, found, { at: books.now, by: by.userId, reason })
  const actor = { userId: by.userId, apiKeyId: by.apiKeyId }
  noteChange(tx, key, books, actor, {
    action: 'registration.uncollected',
    subjectId: found.registration_id,
    detail: {
      collection_id: found.id,
      desk_id: found.desk_id,
      event_option_id: found.event_option_id,
      ...(by.deviceId === null ? {} : { device_id: by.deviceId }),
      reason,
    },
  })
  const [undone] = await findCollections(tx, key, { collectionId: found.id })
  if (!undone) throw new Error('a collection is gone that was just undone')
  return undone
}

function checkMayUndo(found: CollectionRow, by: UndoneBy, now: Date): void {
  if (by.canManage) return
  const isOwn = by.deviceId === null ? found.collected_by === by.userId : found.device_id === by.deviceId
  if (!isOwn) throw new Problem('FORBIDDEN', 'You may only undo what you have handed out yourself.')
  const seconds = (now.getTime() - found.collected_at.getTime()) / 1_000
  if (seconds > OWN_UNDO_SECONDS && !by.isOffline) {
    throw new Problem('UNDO_OVER', 'A minute has passed since: somebody who manages the event can undo it.')
  }
}
