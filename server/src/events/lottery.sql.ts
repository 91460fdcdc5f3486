import type { Tx } from '../platform/database.ts'
import type { EventKey } from './books.sql.ts'
import type { Lottery } from './lottery.ts'

/** Whoever joins is so far behind the one before: others can be put between them many times. */
export const RANK_STEP = 1_048_576

/** Keeps the seed of a lottery to come; null where the order of the event is none. */
export async function saveLottery(tx: Tx, key: EventKey, lottery: Lottery | null): Promise<void> {
  await tx.query(
    `update events set lottery_seed = $3, lottery_commitment = $4, lottery_drawn_at = null
      where tenant_id = $1 and id = $2`,
    [key.tenantId, key.eventId, lottery?.seed ?? null, lottery?.commitment ?? null],
  )
}

/** Everybody stands where they joined again: what the order before made of it is forgotten. */
export async function resetTurns(tx: Tx, key: EventKey): Promise<void> {
  await tx.query(
    `update waitlist_wishes set priority = 0, rank = joined_no * $3::bigint
      where tenant_id = $1 and event_id = $2 and is_open`,
    [key.tenantId, key.eventId, RANK_STEP],
  )
}
