import type { ConflictAnswer, ConflictView } from '@allot/contract'
import { findConflicts } from '@allot/core'
import type { SlotStock, Snapshot } from '@allot/core'
import { readBooks } from '../events/books.sql.ts'
import type { BooksRow, EventKey } from '../events/books.sql.ts'
import { canSeeEvent } from '../events/find-event.ts'
import type { EventWithMoney } from '../events/events.sql.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Problem } from '../platform/problem.ts'
import { hasPermission } from '../platform/roles.ts'
import { waitlistState } from './answer.ts'
import { viewConflict } from './conflict-words.ts'
import { snapshotOf } from './snapshot.ts'
import { problemOfRefusal } from './refusal-words.ts'
import { readSnapshot } from './snapshot.sql.ts'

const nothingElse = { registrations: [], givenUp: [], withPeople: false, byOwner: false, claims: [] }

/** Would asking for this work now? Every conflict it would meet; nothing is created, held or locked. */
export async function checkConflicts(
  tx: Tx,
  actor: Actor,
  key: EventKey,
  wish: { optionId: string | null; slotLabel: string | null },
): Promise<ConflictAnswer> {
  // Whether the time is free depends on what else the person has.
  const people = [{ eventId: key.eventId, id: actor.userId }]
  const slots = wish.slotLabel === null ? [] : [{ eventId: key.eventId, label: wish.slotLabel }]
  const [book, rows] = await Promise.all([readBooks(tx, key), readSnapshot(tx, key, { ...nothingElse, slots, people })])
  const { event } = rows
  if (!book || !event || !canSeeEvent(actor, event)) throw new Problem('EVENT_NOT_FOUND')

  const snapshot = snapshotOf(rows, book, event, [])
  const wording = {
    currency: event.currency,
    timezone: event.timezone,
    seesMoney: hasPermission(actor.role, 'registration.read'),
    slotField: 'preferred_pickup_slot',
    slots: snapshot.slots.values(),
  } as const
  const option = wish.optionId === null ? null : (snapshot.options.get(wish.optionId) ?? undefined)
  if (option === undefined) throw problemOfRefusal({ code: 'OPTION_NOT_FOUND' }, wording)
  const slot = findSlot(snapshot, wish.slotLabel, book, event)
  if (slot === undefined) throw problemOfRefusal({ code: 'SLOT_UNKNOWN', label: wish.slotLabel ?? '' }, wording)

  const found = findConflicts(
    snapshot,
    { option, slot, amountMinor: option?.priceMinor ?? 0, personId: actor.userId },
    book.now,
  )
  const conflicts = found.map((conflict) => viewConflict(conflict, wording))
  const [headline] = conflicts
  return {
    has_conflict: headline !== undefined,
    conflict_type: headline?.conflict_type ?? null,
    conflict_message: headline?.message ?? null,
    available_alternatives: headline?.alternatives ?? [],
    alternative_options: headline?.alternative_options ?? [],
    alternative_slots: headline?.alternative_slots ?? [],
    conflicts,
    ...(headline && !isNoUseWaiting(headline.conflict_type) ? { waitlist: waitlistState(event, book) } : {}),
  }
}

/** Nobody waits for what is closed, nor for a time at which they are elsewhere. */
function isNoUseWaiting(type: ConflictView['conflict_type']): boolean {
  return type === 'REGISTRATION_CLOSED' || type === 'TIME_OVERLAP'
}

/** The slot of a label; one that nobody proposed yet is empty, while the event defines none. */
function findSlot(
  snapshot: Snapshot,
  label: string | null,
  books: BooksRow,
  event: EventWithMoney,
): SlotStock | null | undefined {
  if (label === null) return null
  const known = [...snapshot.slots.values()].find((slot) => slot.label === label && slot.isActive)
  if (known || books.slots_defined > 0) return known
  const capacity = event.pickup_slot_capacity
  return { id: newId(), label, capacity, committed: 0, pending: 0, startsAt: null, isActive: true }
}
