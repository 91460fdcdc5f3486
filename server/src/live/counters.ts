import type { LiveAvailability, LiveCounters } from '@allot/contract'
import { heldOf, roomInOption, roomInSlot } from '@allot/core'
import type { EventKey } from '../events/books.sql.ts'
import { holdPolicyOf, stockOf } from '../events/event-view.ts'
import { findEvent, findOptionsOf } from '../events/events.sql.ts'
import type { EventWithMoney } from '../events/events.sql.ts'
import { readVariance } from '../events/variance.ts'
import type { Tx } from '../platform/database.ts'
import { slotStockOf } from '../slots/change-slot.ts'
import { countCollected, readHeads, readSlots } from './live.sql.ts'

/** What is left of an event at one moment, and after which entry of its audit trail that was. */
export type Counters = { head: number; event: EventWithMoney; counters: LiveCounters; availability: LiveAvailability }

/** @returns undefined where there is no such event */
export async function readCounters(tx: Tx, key: EventKey): Promise<Counters | undefined> {
  const [event, [head], options, slots, collected] = await Promise.all([
    findEvent(tx, key),
    readHeads(tx, key.tenantId, [key.eventId]),
    findOptionsOf(tx, key.tenantId, [key.eventId]),
    readSlots(tx, key),
    countCollected(tx, key),
  ])
  if (!event || !head) return undefined
  const policy = holdPolicyOf(event)
  const all = slots.map((slot) => ({
    slot_id: slot.id,
    label: slot.label,
    capacity: slot.capacity,
    committed_count: slot.committed_count,
    held_count: heldOf(slotStockOf(slot), policy.slot === 'hold'),
    available: roomInSlot(slotStockOf(slot), policy),
  }))
  return {
    head: head.head,
    event,
    counters: { ...(await readVariance(tx, key, event)), slots: all, collected_count: collected },
    availability: {
      event_id: event.id,
      options: options.map((option) => ({
        option_id: option.id,
        available_slots: option.total_available - option.committed_count,
        available_to_register: option.is_active ? roomInOption(stockOf(option, event), policy) : 0,
      })),
      slots: all.map(({ slot_id, label, available }) => ({ slot_id, label, available })),
    },
  }
}
