import type { Tx } from '../platform/database.ts'
import type { EventKey } from './books.sql.ts'

/**
 * Gives every slot without a capacity of its own the event's new one.
 *
 * @returns the first slot that more people hold than that, in which case nothing is changed
 */
export async function resizeDefaultSlots(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  capacity: number,
): Promise<{ label: string; committed_count: number } | undefined> {
  const [tooFull] = await tx.query<{ label: string; committed_count: number }>(
    `select label, committed_count from pickup_slots
      where tenant_id = $1 and event_id = $2 and not has_own_capacity and committed_count > $3
      order by label limit 1`,
    [tenantId, eventId, capacity],
  )
  if (tooFull) return tooFull
  await tx.query(
    `update pickup_slots set capacity = $3, updated_at = now()
      where tenant_id = $1 and event_id = $2 and not has_own_capacity and capacity <> $3`,
    [tenantId, eventId, capacity],
  )
  return undefined
}
