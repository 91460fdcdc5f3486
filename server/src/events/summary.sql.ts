import type { Tx } from '../platform/database.ts'

export type SummaryRow = {
  event_id: string
  pending_count: number
  approved_count: number
  waitlisted_count: number
  pending_minor: number
  promised_minor: number
  places_total: number
  places_committed: number
  slots_total: number
  slots_committed: number
}

/**
 * How some events stand: their books, and the sums over their options and slots. Of an archived option only what is
 * committed counts as a place; once an event defines slots, labels that people proposed before are slots no longer.
 */
export async function findSummaries(tx: Tx, tenantId: string, eventIds: readonly string[]): Promise<SummaryRow[]> {
  return tx.query<SummaryRow>(
    {
      name: 'find_summaries',
      text: `select b.event_id, b.pending_count, b.approved_count, b.waitlisted_count, b.pending_minor,
                    b.promised_minor,
                    coalesce(o.total, 0) as places_total, coalesce(o.committed, 0) as places_committed,
                    coalesce(s.total, 0) as slots_total, coalesce(s.committed, 0) as slots_committed
               from event_books b
               left join lateral (
                 select sum(case when is_active then total_available else committed_count end) as total,
                        sum(committed_count) as committed
                   from event_options where tenant_id = b.tenant_id and event_id = b.event_id) o on true
               left join lateral (
                 select sum(capacity) as total, sum(committed_count) as committed
                   from pickup_slots
                  where tenant_id = b.tenant_id and event_id = b.event_id and is_active
                    and (is_defined or b.slots_defined = 0)) s on true
              where b.tenant_id = $1 and b.event_id = any($2)`,
    },
    [tenantId, eventIds],
  )
}
