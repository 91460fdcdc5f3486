import type { OptionType } from '@allot/core'
import type { EventKey } from '../events/books.sql.ts'
import type { Tx } from '../platform/database.ts'

export const settlements = ['RETURNED', 'WRITTEN_OFF'] as const
export type Settlement = (typeof settlements)[number]

/** What was approved of an option, and what became of it; amounts in minor units. */
export type ClosingRow = {
  event_option_id: string
  option_name: string
  option_type: OptionType
  approved_count: number
  approved_minor: number
  collected_count: number
  collected_minor: number
  uncollected_count: number
  uncollected_minor: number
  returned_count: number
  returned_minor: number
  written_off_count: number
  written_off_minor: number
}

/** A desk whose tablet may be handing out at this moment, and until when. */
export type HoldingDesk = { desk_name: string; people: number; expires_at: Date }

/** The desk that holds people the longest, of those that have not given them back. The caller has the books locked. */
export async function findHoldingDesk(tx: Tx, key: EventKey, now: Date): Promise<HoldingDesk | undefined> {
  const [row] = await tx.query<HoldingDesk>(
    `select d.name as desk_name, count(*) as people, l.expires_at
       from desk_leases l
       join desks d on d.tenant_id = l.tenant_id and d.event_id = l.event_id and d.id = l.desk_id
       join leased_registrations h on h.tenant_id = l.tenant_id and h.event_id = l.event_id and h.lease_id = l.id
       join registrations r on r.tenant_id = h.tenant_id and r.event_id = h.event_id and r.id = h.registration_id
        and r.status = 'APPROVED' and r.collected_at is null
      where l.tenant_id = $1 and l.event_id = $2 and l.ended_at is null and l.expires_at > $3
      group by d.name, l.id, l.expires_at order by l.expires_at desc limit 1`,
    [key.tenantId, key.eventId, now],
  )
  return row
}

const counted = (name: string, which: string) =>
  `count(r.id) filter (where ${which}) as ${name}_count, coalesce(sum(r.amount_minor) filter (where ${which}), 0)::bigint as ${name}_minor`

/** Every option of an event that has or had anybody, in the order in which they were added. */
export async function readClosing(tx: Tx, key: EventKey): Promise<ClosingRow[]> {
  return tx.query<ClosingRow>(
    `select o.id as event_option_id, o.option_name, o.option_type, ${counted('approved', 'true')},
            ${counted('collected', 'r.collected_at is not null')},
            ${counted('uncollected', 'r.collected_at is null and r.settled_as is null')},
            ${counted('returned', "r.settled_as = 'RETURNED'")}, ${counted('written_off', "r.settled_as = 'WRITTEN_OFF'")}
       from event_options o
       left join registrations r on r.tenant_id = o.tenant_id and r.event_id = o.event_id and r.event_option_id = o.id
        and r.status = 'APPROVED'
      where o.tenant_id = $1 and o.event_id = $2
      group by o.tenant_id, o.event_id, o.id order by o.id`,
    [key.tenantId, key.eventId],
  )
}

export type SettledRow = {
  id: string
  user_id: string
  event_option_id: string
  amount_minor: number
  settled_as: Settlement | null
}

/**
 * A page of what is to be settled, or of what was: in the order of asking. The caller has the books locked, so that
 * nobody collects or decides meanwhile.
 */
export async function readToSettle(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  which: 'uncollected' | 'settled',
  after: string | undefined,
  limit: number,
): Promise<SettledRow[]> {
  const wanted = which === 'settled' ? 'settled_as is not null' : 'collected_at is null and settled_as is null'
  return tx.query<SettledRow>(
    `select id, user_id, event_option_id, amount_minor, settled_as from registrations
      where tenant_id = $1 and event_id = $2 and status = 'APPROVED' and ${wanted} and ($3::uuid is null or id > $3)
      order by id limit $4`,
    [tenantId, eventId, after ?? null, limit],
  )
}

/** Says what becomes of registrations: one statement for many. */
export function saveSettled(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  ids: readonly string[],
  settled: readonly (Settlement | null)[],
): void {
  if (ids.length === 0) return
  tx.write(
    `update registrations r set settled_as = s.settled_as
       from unnest($3::uuid[], $4::text[]) as s (id, settled_as)
      where r.tenant_id = $1 and r.event_id = $2 and r.id = s.id`,
    [tenantId, eventId, ids, settled],
  )
}

/** Gives stock and money of options back, or takes them again: by how many, and by how much. */
export function moveOptions(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  moved: ReadonlyMap<string, { count: number; amountMinor: number }>,
): void {
  if (moved.size === 0) return
  const values = [...moved.values()]
  tx.write(
    `update event_options o set committed_count = o.committed_count + m.count,
            amount_committed_minor = o.amount_committed_minor + m.minor
       from unnest($3::uuid[], $4::integer[], $5::bigint[]) as m (id, count, minor)
      where o.tenant_id = $1 and o.event_id = $2 and o.id = m.id`,
    [tenantId, eventId, [...moved.keys()], values.map(({ count }) => count), values.map((one) => one.amountMinor)],
  )
}

/**
 * Closes the books, or opens them. While they are closed nothing of the waitlist is due; opened again, it is looked
 * after at once.
 */
export function saveBooks(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  books: {
    closedAt: Date | null
    closedBy: string | null
    committedMinor: number
    ledger: { count: number; hash: Buffer }
    audit: { count: number; hash: Buffer }
  },
): void {
  const { closedAt, closedBy, committedMinor, ledger, audit } = books
  tx.write(
    `update event_books set closed_at = $3, closed_by = $4, budget_committed_minor = $5, ledger_count = $6,
            ledger_hash = $7, audit_count = $8, audit_hash = $9,
            waitlist_due_at = case when $3::timestamptz is null and waitlisted_count > 0 then clock_timestamp() end
      where tenant_id = $1 and event_id = $2`,
    [tenantId, eventId, closedAt, closedBy, committedMinor, ledger.count, ledger.hash, audit.count, audit.hash],
  )
}

export async function findCloser(tx: Tx, { tenantId, eventId }: EventKey): Promise<string | null> {
  const [row] = await tx.query<{ name: string | null }>(
    `select u.name from event_books b left join users u on u.tenant_id = b.tenant_id and u.id = b.closed_by
      where b.tenant_id = $1 and b.event_id = $2`,
    [tenantId, eventId],
  )
  return row?.name ?? null
}
