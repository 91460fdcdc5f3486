import type { Tx } from './database.ts'

/** Most that are counted one by one; what has a counter is counted whole. */
const MOST_COUNTED = 10_000

/**
 * Most rows that one request looks at for a page, and as many again to count: where no index finds what a filter asks
 * for, a list is walked so far, and says where to go on. All of an event of so many; about ten milliseconds.
 */
export const MOST_LOOKED_AT = 10_000

/** Counts what a statement finds, one by one, and stops where it is many. */
export async function countUpTo(
  tx: Tx,
  statement: string,
  parameters: unknown[],
): Promise<{ total: number; isMore: boolean }> {
  const [row] = await tx.query<{ total: number }>(
    `select count(*) as total from (${statement} limit ${MOST_COUNTED + 1}) as found`,
    parameters,
  )
  const total = row?.total ?? 0
  return { total: Math.min(total, MOST_COUNTED), isMore: total > MOST_COUNTED }
}

/** The numbers of a chain that one request looks at, newest first, and whether there are more behind them. */
export function windowOf(first: number, last: number): { first: number; isMore: boolean } {
  const from = Math.max(first, last - MOST_LOOKED_AT)
  return { first: from, isMore: from > first }
}

/**
 * Finds in a chain the number of the last entry before an instant (0 where there is none), by halving: the entries stand
 * in the order of their times, so that twenty looks find one in a million, and no index has to be kept for it.
 *
 * @param table with entries numbered 1, 2, 3 … within a tenant and a scope, which `scope` names
 * @param instant another expression of the statement this is put into
 * @returns a statement that takes tenant, scope, the instant, and how many entries there are
 */
export function lastEntryBefore(
  table: 'ledger_entries' | 'audit_entries',
  scope: 'event_id' | 'scope_id',
  instant = '$3',
) {
  return {
    name: `last_of_${table}`,
    text: `with recursive halving (low, high) as (
             select 0::bigint, $4::bigint
             union all
             select case when is_before then middle else low end, case when is_before then high else middle - 1 end
               -- As a sub-select it is one look into the index; joined, every round might read the whole chain.
               from (select low, high, middle, (
                       select e.created_at < ${instant} from ${table} e
                        where e.tenant_id = $1 and e.${scope} = $2 and e.entry_no = middle) as is_before
                       from (select low, high, (low + high + 1) / 2 as middle from halving where low < high) as half) as looked)
           select low as entry_no from halving where low = high`,
  }
}
