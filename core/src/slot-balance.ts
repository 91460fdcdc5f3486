import { compareText } from './text.ts'

/** A slot of some day, and how many hold it or ask for it. */
export type AskedSlot = {
  id: string
  /** The local date; null where it has no time. People are moved within a day. */
  day: string | null
  /** Where it is; null where that is not said. */
  place: string | null
  startsAt: Date | null
  capacity: number
  committed: number
  /** Who asked and is not decided on. */
  asked: number
}

/** So many of those who ask for one slot would find room in another. */
export type SlotMove = { fromId: string; toId: string; people: number }

export type Balance = {
  moves: SlotMove[]
  /** How many ask for more than there is, and for how many of them no slot of their day has room either. */
  over: number
  unplaced: number
}

/** Another place is as far as three quarters of an hour. */
const OTHER_PLACE_MINUTES = 45

/**
 * Evens out slots that more people ask for than fit: as many people as have to move, and nobody else. Whoever holds a
 * slot keeps it. Each goes as near as there is room: the nearest in time, at the same place before others.
 *
 * @returns moves in the order in which they matter, those of fewest people first; together they fit
 */
export function balanceSlots(slots: readonly AskedSlot[]): Balance {
  const spare = new Map(slots.map((slot) => [slot.id, slot.capacity - slot.committed - slot.asked]))
  const spareOf = ({ id }: AskedSlot) => spare.get(id) ?? 0
  const full = slots.filter((slot) => spareOf(slot) < 0)
  const over = full.reduce((sum, slot) => sum - spareOf(slot), 0)
  const free = slots.filter((slot) => spareOf(slot) > 0)
  const ways = full
    .flatMap((from) => free.filter(({ day }) => day === from.day).map((to) => ({ from, to, far: distance(from, to) })))
    .toSorted((a, b) => a.far - b.far || compareText(a.from.id, b.from.id) || compareText(a.to.id, b.to.id))
  const moves: SlotMove[] = []
  for (const { from, to } of ways) {
    const people = Math.min(-spareOf(from), spareOf(to))
    if (people <= 0) continue
    moves.push({ fromId: from.id, toId: to.id, people })
    spare.set(from.id, spareOf(from) + people)
    spare.set(to.id, spareOf(to) - people)
  }
  const unplaced = full.reduce((sum, slot) => sum - spareOf(slot), 0)
  return { moves: moves.toSorted((a, b) => a.people - b.people), over, unplaced }
}

function distance(from: AskedSlot, to: AskedSlot): number {
  const minutes = from.startsAt && to.startsAt ? Math.abs(from.startsAt.getTime() - to.startsAt.getTime()) / 60_000 : 0
  return minutes + (from.place === to.place ? 0 : OTHER_PLACE_MINUTES)
}
