import type { EventKey } from '../events/books.sql.ts'
import { RANK_STEP } from '../events/lottery.sql.ts'
import type { Database, Tx } from '../platform/database.ts'
import type { Range } from '../platform/paging.ts'
import { isAhead, positionOf } from '../registrations/turns.sql.ts'

/** Somebody's place on the waitlist. */
export type EntryRow = {
  registration_id: string
  event_id: string
  user_id: string
  person_name: string
  person_email: string
  person_department: string | null
  event_option_ids: string[]
  option_names: string[]
  preferred_slot: string | null
  priority: number
  rank: number
  is_waiting: boolean
  position: number | null
  ahead_count: number | null
  joined_at: Date
  currency: string
  offered_option_id: string
  offered_option_name: string
  amount_minor: number
  offered_at: Date | null
  offer_expires_at: Date | null
  now: Date
}

const wishes = `from waitlist_wishes o
  join event_options e on e.tenant_id = o.tenant_id and e.event_id = o.event_id and e.id = o.event_option_id
 where o.tenant_id = w.tenant_id and o.event_id = w.event_id and o.registration_id = w.registration_id order by o.wish_no`

/** Who has one of the same wishes and comes up before. */
const aheadCount = `(select count(distinct a.registration_id)
   from waitlist_wishes own join waitlist_wishes a
     on a.tenant_id = own.tenant_id and a.event_id = own.event_id and a.event_option_id = own.event_option_id
  where own.tenant_id = w.tenant_id and own.event_id = w.event_id and own.registration_id = w.registration_id
    and a.is_waiting and ${isAhead('a', 'own')})`

const read = `select w.registration_id, w.event_id, w.user_id, u.name as person_name, u.email as person_email,
    u.department as person_department, array(select o.event_option_id ${wishes}) as event_option_ids,
    array(select e.option_name ${wishes}) as option_names, s.label as preferred_slot, w.priority, w.rank, w.is_waiting,
    case when w.is_waiting then ${positionOf('w')} end as position,
    case when w.is_waiting then ${aheadCount} end as ahead_count,
    r.created_at as joined_at, event.currency, r.event_option_id as offered_option_id,
    option.option_name as offered_option_name, r.amount_minor, r.offered_at, r.offer_expires_at, clock_timestamp() as now
  from waitlist_wishes w
  join registrations r on r.tenant_id = w.tenant_id and r.event_id = w.event_id and r.id = w.registration_id
  join events event on event.tenant_id = w.tenant_id and event.id = w.event_id
  join event_options option on option.tenant_id = r.tenant_id and option.event_id = r.event_id and option.id = r.event_option_id
  join users u on u.tenant_id = w.tenant_id and u.id = w.user_id
  left join pickup_slots s on s.tenant_id = r.tenant_id and s.event_id = r.event_id and s.id = r.preferred_slot_id`

/** Open offers come first, those that run out soonest; then everybody in the order of their turns. */
const order = (w: string, r: string) =>
  `(${w}.is_waiting, coalesce(${r}.offer_expires_at, 'infinity'), -${w}.priority, ${w}.rank, ${w}.registration_id)`

export type EntryFilter = { state?: 'waiting' | 'offered' | undefined; optionId?: string | undefined }

export async function listEntries(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  { state, optionId }: EntryFilter,
  { after, skip, limit }: Range,
): Promise<{ rows: EntryRow[]; total: number }> {
  const wanted = `w.tenant_id = $1 and w.event_id = $2 and w.is_open and w.wish_no = 1
    and ($3::boolean is null or w.is_waiting = $3)
    and ($4::uuid is null or exists (select from waitlist_wishes o where o.tenant_id = $1 and o.event_id = $2
      and o.registration_id = w.registration_id and o.event_option_id = $4))`
  const filter = [tenantId, eventId, state === undefined ? null : state === 'waiting', optionId ?? null]
  const [rows, counted] = await Promise.all([
    tx.query<EntryRow>(
      `${read} where ${wanted} and ($5::uuid is null or ${order('w', 'r')} > (
         select ${order('before', 'those').slice(1, -1)} from waitlist_wishes before join registrations those
            on those.tenant_id = before.tenant_id and those.event_id = before.event_id and those.id = before.registration_id
          where before.tenant_id = $1 and before.event_id = $2 and before.registration_id = $5 and before.wish_no = 1))
        order by ${order('w', 'r').slice(1, -1)} offset $6 limit $7`,
      [...filter, after ?? null, skip, limit],
    ),
    tx.query<{ total: number }>(`select count(*) as total from waitlist_wishes w where ${wanted}`, filter),
  ])
  return { rows, total: counted[0]?.total ?? 0 }
}

/** What one person waits for, or is offered, in an event. */
export async function listEntriesOf(tx: Tx, { tenantId, eventId }: EventKey, userId: string): Promise<EntryRow[]> {
  return tx.query<EntryRow>(
    `${read} where w.tenant_id = $1 and w.event_id = $2 and w.user_id = $3 and w.is_open and w.wish_no = 1
      order by w.joined_no limit 100`,
    [tenantId, eventId, userId],
  )
}

/** One entry, still open or not. */
export async function findEntry(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  registrationId: string,
): Promise<EntryRow | undefined> {
  const [row] = await tx.query<EntryRow>(
    `${read} where w.tenant_id = $1 and w.event_id = $2 and w.registration_id = $3 and w.wish_no = 1`,
    [tenantId, eventId, registrationId],
  )
  return row
}

export type Turn = { priority: number; rank: number }

/** Who would stand before and behind somebody who is put at a position, from 1, among all the others. */
export async function findNeighbours(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  registrationId: string,
  position: number,
): Promise<{ before: Turn | undefined; behind: Turn | undefined }> {
  const others = `from waitlist_wishes
    where tenant_id = $1 and event_id = $2 and is_waiting and wish_no = 1 and registration_id <> $3`
  const [near, last] = await Promise.all([
    tx.query<Turn>(`select priority, rank ${others} order by priority desc, rank offset $4 limit 2`, [
      tenantId,
      eventId,
      registrationId,
      Math.max(0, position - 2),
    ]),
    tx.query<Turn>(`select priority, rank ${others} order by priority, rank desc limit 1`, [
      tenantId,
      eventId,
      registrationId,
    ]),
  ])
  const [first, second] = near
  if (position === 1) return { before: undefined, behind: first }
  return { before: first ?? last[0], behind: second }
}

/** Ranks anew, a step from one to the next, where there is no number left between two. */
export async function spreadRanks(tx: Tx, { tenantId, eventId }: EventKey): Promise<void> {
  await tx.query(
    `with turns as (
       select registration_id, row_number() over (order by priority desc, rank) as no
         from waitlist_wishes where tenant_id = $1 and event_id = $2 and is_waiting and wish_no = 1)
     update waitlist_wishes w set rank = turns.no * $3::bigint
       from turns where w.tenant_id = $1 and w.event_id = $2 and w.registration_id = turns.registration_id`,
    [tenantId, eventId, RANK_STEP],
  )
}

export async function saveTurn(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  registrationId: string,
  { priority, rank }: Turn,
): Promise<void> {
  await tx.query(
    `update waitlist_wishes set priority = $4, rank = $5
      where tenant_id = $1 and event_id = $2 and registration_id = $3`,
    [tenantId, eventId, registrationId, priority, rank],
  )
}

/** Takes the number that whoever joined next would have had: to stand behind everybody. */
export async function takeLastNo(tx: Tx, { tenantId, eventId }: EventKey): Promise<number> {
  const [row] = await tx.query<{ waitlist_last_no: number }>(
    `update event_books set waitlist_last_no = waitlist_last_no + 1 where tenant_id = $1 and event_id = $2
      returning waitlist_last_no`,
    [tenantId, eventId],
  )
  if (!row) throw new Error(`event ${eventId} has no books`)
  return row.waitlist_last_no
}

/** Events of a tenant in which something of the waitlist is due, the longest first. */
export async function findDueEvents(tx: Tx, tenantId: string, most: number): Promise<string[]> {
  const rows = await tx.query<{ event_id: string }>(
    `select event_id from event_books where tenant_id = $1 and waitlist_due_at <= clock_timestamp()
      order by waitlist_due_at limit $2`,
    [tenantId, most],
  )
  return rows.map(({ event_id }) => event_id)
}

/** An offer as its token finds it. */
export type OfferRow = {
  event_id: string
  event_name: string
  timezone: string
  registration_id: string
  status: string
  is_expired: boolean
  option_name: string
  pickup_slot: string | null
  offer_expires_at: Date | null
  user_id: string
  user_name: string
  role: string
  may_come_in: boolean
  now: Date
}

export async function findOffer(db: Database, tenantId: string, hash: Buffer): Promise<OfferRow | undefined> {
  const [row] = await db.read(tenantId, (tx) =>
    tx.query<OfferRow>(
      `select r.event_id, e.name as event_name, e.timezone, r.id as registration_id, r.status, o.option_name,
              s.label as pickup_slot, r.offer_expires_at, r.user_id, u.name as user_name, u.role,
              u.is_active and t.is_active as may_come_in, clock_timestamp() as now,
              exists (select from audit_entries a where a.tenant_id = r.tenant_id and a.scope_id = r.event_id
                and a.subject_id = r.id and a.action = 'registration.offer_expired') as is_expired
         from registrations r
         join tenants t on t.id = r.tenant_id
         join events e on e.tenant_id = r.tenant_id and e.id = r.event_id
         join event_options o on o.tenant_id = r.tenant_id and o.event_id = r.event_id and o.id = r.event_option_id
         join users u on u.tenant_id = r.tenant_id and u.id = r.user_id
         left join pickup_slots s on s.tenant_id = r.tenant_id and s.event_id = r.event_id and s.id = r.preferred_slot_id
        where r.tenant_id = $1 and r.offer_hash = $2`,
      [tenantId, hash],
    ),
  )
  return row
}
