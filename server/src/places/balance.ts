import { MOST_MOVED } from '@allot/contract'
import type { SlotBalanceView } from '@allot/contract'
import { balanceSlots, localDate } from '@allot/core'
import type { AskedSlot, SlotMove } from '@allot/core'
import type { EventKey } from '../events/books.sql.ts'
import type { EventRow } from '../events/events.sql.ts'
import type { Tx } from '../platform/database.ts'
import type { SlotRow } from '../slots/slots.sql.ts'
import { readAllSlots, readLastAsking } from './places.sql.ts'

/** More than anybody looks through; what is left comes with the next look. */
const MOST_MOVES = 50

/** Which moves would let everybody who asks have a slot on the same day, with who they would be. */
export async function readBalance(tx: Tx, key: EventKey, event: EventRow): Promise<SlotBalanceView> {
  const slots = await readAllSlots(tx, key)
  const { moves, over, unplaced } = balanceSlots(slots.map((slot) => askedOf(slot, event.timezone)))
  const shown = upTo(moves, MOST_MOVES, MOST_MOVED)
  const people = Map.groupBy(await readLastAsking(tx, key, wantedFrom(shown)), ({ slot_id: slotId }) => slotId)
  const labels = new Map(slots.map(({ id, label }) => [id, label]))
  return {
    over,
    unplaced,
    moves: shown.map(({ fromId, toId, people: count }) => {
      const those = people.get(fromId)?.splice(0, count) ?? []
      return {
        from_slot_id: fromId,
        from_label: labels.get(fromId) ?? '',
        to_slot_id: toId,
        to_label: labels.get(toId) ?? '',
        count: those.length,
        registration_ids: those.map(({ id }) => id),
      }
    }),
  }
}

function askedOf(slot: SlotRow, timezone: string): AskedSlot {
  return {
    id: slot.id,
    day: slot.starts_at && localDate(slot.starts_at, timezone),
    place: slot.location_id ?? slot.location,
    startsAt: slot.starts_at,
    capacity: slot.capacity,
    committed: slot.committed_count,
    asked: slot.pending_count,
  }
}

/** The first moves, of so many people together; a move of more people than that is begun. */
function upTo(moves: readonly SlotMove[], mostMoves: number, mostPeople: number): SlotMove[] {
  const shown: SlotMove[] = []
  let left = mostPeople
  for (const move of moves.slice(0, mostMoves)) {
    const people = Math.min(move.people, left)
    if (people > 0) shown.push({ ...move, people })
    left -= people
  }
  return shown
}

function wantedFrom(moves: readonly SlotMove[]): { slotId: string; people: number }[] {
  const bySlot = Map.groupBy(moves, ({ fromId }) => fromId)
  return [...bySlot].map(([slotId, those]) => ({ slotId, people: those.reduce((sum, { people }) => sum + people, 0) }))
}
