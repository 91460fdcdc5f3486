import type { EventKey } from '../events/books.sql.ts'
import { RANK_STEP } from '../events/lottery.sql.ts'
import type { Tx } from '../platform/database.ts'
import { slotColumns } from '../slots/slots.sql.ts'
import type { SlotRow } from '../slots/slots.sql.ts'
import { registrationColumns } from './registrations.sql.ts'
import type { RegistrationRow } from './registrations.sql.ts'
import { findLiveOf } from './snapshot.sql.ts'
import type { LiveRow, OfferedRow, WaitingRow } from './snapshot.sql.ts'

/** What can be reached on a waitlist: options somebody could get, and slots that a batch may free. */
export type Reach = {
  optionIds: readonly string[]
  freedSlotIds: readonly string[]
  isSlotHeld: boolean
  /** Registrations that may be given up, so that their time is free. */
  freedIds: readonly string[]
  /** Whether tracks have times: who is elsewhere at that time is left out then. */
  isTimed: boolean
  /** How many are read for each option. */
  limit: number
}

const wishesOf = `array(select w.event_option_id from waitlist_wishes w
   where w.tenant_id = r.tenant_id and w.event_id = r.event_id and w.registration_id = r.id order by w.wish_no) as wishes`

const isElsewhere = `exists (
                         select from event_options wish
                           join registrations h on h.tenant_id = $1 and h.event_id = $2 and h.user_id = r.user_id
                           join event_options held on held.tenant_id = $1 and held.event_id = $2 and held.id = h.event_option_id
                          where wish.tenant_id = $1 and wish.event_id = $2 and wish.id = wanted.option_id
                            and h.status in ('PENDING', 'APPROVED') and h.id <> all($7::uuid[]) and held.id <> wish.id
                            and wish.option_type = 'TRACK' and held.option_type = 'TRACK'
                            and wish.starts_at < held.ends_at and held.starts_at < wish.ends_at
                            and wish.starts_at < wish.ends_at and held.starts_at < held.ends_at)`

const findWaiting = { name: 'find_waiting', text: textOfWaiting('') }
const findWaitingOfTracks = { name: 'find_waiting_of_tracks', text: textOfWaiting(`and not ${isElsewhere}`) }

/**
 * The next ones for each option, without those who cannot come up anyway, for there is no room in their slot, or they
 * are elsewhere; in the order of their turns. So nobody stands in the way of those behind them.
 */
function textOfWaiting(andIsFree: string): string {
  return `select turn.priority, turn.rank, ${registrationColumns}, ${wishesOf}
           from (select distinct next.registration_id, next.priority, next.rank
                   from unnest($3::uuid[]) as wanted (option_id)
                  cross join lateral (
                    select w.registration_id, w.priority, w.rank
                      from waitlist_wishes w
                      join registrations r on r.tenant_id = w.tenant_id and r.event_id = w.event_id and r.id = w.registration_id
                     where w.tenant_id = $1 and w.event_id = $2 and w.event_option_id = wanted.option_id and w.is_waiting
                       and (r.preferred_slot_id is null or r.preferred_slot_id = any($4) or exists (
                         select from pickup_slots s
                          where s.tenant_id = $1 and s.event_id = $2 and s.id = r.preferred_slot_id and s.is_active
                            and s.committed_count + case when $5 then s.pending_count else s.promised_count end < s.capacity))
                       ${andIsFree}
                     order by w.priority desc, w.rank limit $6) as next) as turn
           join registrations r on r.tenant_id = $1 and r.event_id = $2 and r.id = turn.registration_id
          order by turn.priority desc, turn.rank`
}

export async function findNextWaiting(tx: Tx, { tenantId, eventId }: EventKey, reach: Reach): Promise<WaitingRow[]> {
  if (reach.optionIds.length === 0) return []
  const { optionIds, freedSlotIds, isSlotHeld, limit, isTimed, freedIds } = reach
  const parameters = [tenantId, eventId, optionIds, freedSlotIds, isSlotHeld, limit]
  return isTimed
    ? tx.query<WaitingRow>(findWaitingOfTracks, [...parameters, freedIds])
    : tx.query<WaitingRow>(findWaiting, parameters)
}

/** Registrations of a waitlist with their wishes: those asked for, and those whose offer has run out. */
export async function findOffered(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  ids: readonly string[],
  now: Date,
  limit: number,
): Promise<OfferedRow[]> {
  return tx.query<OfferedRow>(
    {
      name: 'find_offered',
      text: `select ${registrationColumns}, ${wishesOf} from registrations r
              where r.tenant_id = $1 and r.event_id = $2 and r.id = any($3::uuid[] || array(
                select id from registrations
                 where tenant_id = $1 and event_id = $2 and offer_expires_at <= $4 order by offer_expires_at limit $5))`,
    },
    [tenantId, eventId, ids, now, limit],
  )
}

/** What people wait for, as far as it keeps them from asking for more. */
export async function findWaitsOf(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  userIds: readonly string[],
): Promise<LiveRow[]> {
  if (userIds.length === 0) return []
  return tx.query<LiveRow>(
    {
      name: 'find_waits_of',
      text: `select w.event_id, w.registration_id as id, w.user_id, w.event_option_id, o.option_type
               from waitlist_wishes w
               join event_options o on o.tenant_id = w.tenant_id and o.event_id = w.event_id and o.id = w.event_option_id
              where w.tenant_id = $1 and w.event_id = $2 and w.user_id = any($3) and w.is_open`,
    },
    [tenantId, eventId, userIds],
  )
}

/** What else those who may come up have, and the slots they wait for. */
export async function findBeside(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  rows: readonly RegistrationRow[],
): Promise<{ live: LiveRow[]; slots: SlotRow[] }> {
  if (rows.length === 0) return { live: [], slots: [] }
  const slotIds = [...new Set(rows.flatMap((row) => row.preferred_slot_id ?? []))]
  const [live, slots] = await Promise.all([
    findLiveOf(tx, { tenantId, eventId }, [...new Set(rows.map((row) => row.user_id))]),
    tx.query<SlotRow>(
      {
        name: 'find_slots_by_id',
        text: `select ${slotColumns} from pickup_slots where tenant_id = $1 and event_id = $2 and id = any($3)`,
      },
      [tenantId, eventId, slotIds],
    ),
  ])
  return { live, slots }
}

/**
 * Draws a lottery: whoever waits gets the rank that SHA-256 of the seed and of their registration's id gives them. The
 * caller holds the books.
 *
 * @returns the seed in hexadecimal, and how many were drawn; undefined where there is nothing to draw, or no longer
 */
export async function drawLottery(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  now: Date,
): Promise<{ seed: string; drawn: number } | undefined> {
  const [row] = await tx.query<{ seed: string }>(
    `update events set lottery_drawn_at = $3
      where tenant_id = $1 and id = $2 and waitlist_order = 'lottery' and lottery_drawn_at is null
      returning encode(lottery_seed, 'hex') as seed`,
    [tenantId, eventId, now],
  )
  if (!row) return undefined
  const drawn = await tx.query<{ registration_id: string }>(
    `with drawn as (
       select w.registration_id,
              row_number() over (order by sha256(decode($3, 'hex') || convert_to(w.registration_id::text, 'UTF8'))) as no
         from waitlist_wishes w
        where w.tenant_id = $1 and w.event_id = $2 and w.is_waiting and w.wish_no = 1)
     update waitlist_wishes w set rank = drawn.no * $4::bigint
       from drawn where w.tenant_id = $1 and w.event_id = $2 and w.registration_id = drawn.registration_id
     returning w.registration_id`,
    [tenantId, eventId, row.seed, RANK_STEP],
  )
  return { seed: row.seed, drawn: new Set(drawn.map((one) => one.registration_id)).size }
}
