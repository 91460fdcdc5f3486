import type { CollectionView, InventoryOptionView } from '@allot/contract'
import { sayTime } from '../events/event-view.ts'
import type { CollectionRow, InventoryRow } from './collections.sql.ts'

export function viewCollection(row: CollectionRow): CollectionView {
  return {
    ...row,
    slot_starts_at: sayTime(row.slot_starts_at),
    collected_at: row.collected_at.toISOString(),
    said_at: sayTime(row.said_at),
    undone_at: sayTime(row.undone_at),
  }
}

/** On hand, promised and handed out are three numbers: collecting takes from the first two, and from nothing else. */
export function viewInventory({ committed_count: committed, ...row }: InventoryRow): InventoryOptionView {
  return {
    event_option_id: row.event_option_id,
    option_name: row.option_name,
    option_type: row.option_type,
    total_available: row.total_available,
    on_hand: row.total_available - row.handed_out,
    promised: committed - row.handed_out,
    handed_out: row.handed_out,
    left: row.total_available - committed,
    desks: row.desks,
  }
}
