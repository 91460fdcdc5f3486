import { startOfDay } from '@allot/core'
import type { RegistrationFacts, Snapshot } from '@allot/core'
import type { BooksRow } from '../events/books.sql.ts'
import { holdPolicyOf, stockOf } from '../events/event-view.ts'
import type { EventWithMoney } from '../events/events.sql.ts'
import { newId } from '../platform/ids.ts'
import { slotStockOf } from '../slots/change-slot.ts'
import type { RegistrationRow } from './registrations.sql.ts'
import type { ProposedSlot } from './save-decisions.sql.ts'
import { distinctRows, groupLive } from './snapshot.sql.ts'
import type { EventRows, SnapshotRows } from './snapshot.sql.ts'
import { waitlistOf } from './waiting.ts'

/** The rows of an event as the rules look at them. */
export function snapshotOf(
  rows: EventRows & Pick<SnapshotRows, 'waiting'>,
  books: BooksRow,
  event: EventWithMoney,
  proposed: readonly ProposedSlot[],
): Snapshot {
  const definesSlots = books.slots_defined > 0
  // Once an event defines slots, the labels that people proposed before are slots no longer.
  const { waiting } = rows
  const stored = [...rows.slots, ...(waiting?.slots ?? [])].map((row) => ({
    ...slotStockOf(row),
    isActive: row.is_active && (row.is_defined || !definesSlots),
  }))
  // One that was taken away and is proposed again may still be held.
  const before = new Map(rows.slots.map((row) => [row.id, slotStockOf(row)]))
  const fresh = proposed.map((slot) => {
    const { committed = 0, pending = 0, promised = 0 } = before.get(slot.id) ?? {}
    return { ...slot, committed, pending, promised, startsAt: null, isActive: true }
  })
  return {
    event: {
      isActive: event.is_active,
      isPublished: event.published,
      opensAt: event.registration_start_date,
      closesAt: event.registration_end_date,
      holdPolicy: holdPolicyOf(event),
      registrationLimit: event.registration_limit,
      closedAt: books.closed_at,
      // Asked for only when somebody moves: calendars take their time.
      get dayBeginsAt() {
        return event.event_date && startOfDay(event.event_date, event.timezone)
      },
    },
    money: {
      budgetMinor: books.budget_minor,
      committedMinor: books.budget_committed_minor,
      pendingMinor: books.pending_minor,
      promisedMinor: books.promised_minor,
    },
    options: new Map(rows.options.map((row) => [row.id, stockOf(row, event)])),
    slots: new Map([...stored, ...fresh].map((slot) => [slot.id, slot])),
    registrations: new Map(
      [...rows.registrations, ...(waiting?.entries ?? []), ...(waiting?.others ?? [])].map((row) => [
        row.id,
        factsOf(row),
      ]),
    ),
    live: groupLive(waiting ? distinctRows([...rows.live, ...waiting.live]) : rows.live),
    waitlist: waitlistOf(event, waiting),
  }
}

function factsOf(row: RegistrationRow & { wishes?: string[] }): RegistrationFacts {
  return {
    id: row.id,
    personId: row.user_id,
    optionId: row.event_option_id,
    status: row.status,
    amountMinor: row.amount_minor,
    preferredSlotId: row.preferred_slot_id,
    assignedSlotId: row.assigned_slot_id,
    notes: row.notes,
    isPromised: row.is_promised,
    offerExpiresAt: row.offer_expires_at,
    wishes: row.wishes,
    isCollected: row.collected_at !== null,
    leased: row.leased,
  }
}

/**
 * While an event defines no slots, a label that somebody proposes is one: a new label gets an id here, and a slot that
 * was taken away comes back as a mere label.
 */
export function proposeSlots(
  wanted: Iterable<string>,
  rows: Pick<EventRows, 'slots'>,
  books: BooksRow,
  event: EventWithMoney,
): ProposedSlot[] {
  if (books.slots_defined > 0) return []
  const known = new Map(rows.slots.map((row) => [row.label, row]))
  return [...new Set(wanted)]
    .filter((label) => !known.get(label)?.is_active)
    .map((label) => ({ id: known.get(label)?.id ?? newId(), label, capacity: event.pickup_slot_capacity }))
}
