import { MOST_ALTERNATIVES, findAffordableOptions, findFreeSlots, findSimilarOptions } from './alternatives.ts'
import type { OptionAlternative, SlotAlternative } from './alternatives.ts'
import { moneyLeft, roomInOption, roomInSlot } from './snapshot.ts'
import type { OptionStock, SlotStock, Snapshot } from './snapshot.ts'

/**
 * Why a registration or an approval is impossible now; in order of precedence. What there is instead is another
 * question, which is asked where somebody hears of it: see `withAlternatives`.
 */
export type Conflict =
  | {
      type: 'REGISTRATION_CLOSED'
      reason: 'archived' | 'draft' | 'not_open_yet' | 'over'
      opensAt: Date | null
      closesAt: Date | null
    }
  | {
      type: 'BUDGET_EXHAUSTED'
      optionId: string | null
      neededMinor: number
      availableMinor: number
      alternativeOptions: OptionAlternative[]
    }
  | {
      type: 'INVENTORY_EXHAUSTED'
      optionId: string
      optionName: string
      total: number
      alternativeOptions: OptionAlternative[]
    }
  | {
      type: 'SLOT_CONFLICT'
      slotId: string
      label: string
      capacity: number
      alternativeSlots: SlotAlternative[]
    }
export type ConflictType = Conflict['type']

/** What somebody wants of an event; each part is checked where it is there. */
export type Wish = {
  option: OptionStock | null
  slot: SlotStock | null
  amountMinor: number
  /**
   * The slot in which a pending request already stands, undefined for somebody new. Who stands in the queue converts
   * what the request holds; somebody new must find room beside all that is held.
   */
  queuedIn: string | null | undefined
}

/** The window: W1. Only asking looks at it; approvals go on after registration closes. */
export function checkWindow({ event }: Snapshot, now: Date): Conflict[] {
  const reason = !event.isActive
    ? 'archived'
    : !event.isPublished
      ? 'draft'
      : event.opensAt && now < event.opensAt
        ? 'not_open_yet'
        : event.closesAt && now > event.closesAt
          ? 'over'
          : undefined
  return reason ? [{ type: 'REGISTRATION_CLOSED', reason, opensAt: event.opensAt, closesAt: event.closesAt }] : []
}

/** The money: B1. */
export function checkBudget(snapshot: Snapshot, { option, amountMinor, queuedIn }: Wish): Conflict[] {
  const { money, event } = snapshot
  const isNew = queuedIn === undefined
  const availableMinor = isNew
    ? moneyLeft(money, event.holdPolicy)
    : Math.max(0, money.budgetMinor - money.committedMinor)
  if (amountMinor <= availableMinor) return []
  return [
    {
      type: 'BUDGET_EXHAUSTED',
      optionId: option?.id ?? null,
      neededMinor: amountMinor,
      availableMinor,
      alternativeOptions: [],
    },
  ]
}

/** The stock: S1. */
export function checkStock(snapshot: Snapshot, { option, queuedIn }: Wish): Conflict[] {
  if (!option) return []
  const isNew = queuedIn === undefined
  const room = isNew ? roomInOption(option, snapshot.event.holdPolicy) : option.total - option.committed
  if (room > 0) return []
  return [
    {
      type: 'INVENTORY_EXHAUSTED',
      optionId: option.id,
      optionName: option.name,
      total: option.total,
      alternativeOptions: [],
    },
  ]
}

/** The slot: P1. */
export function checkSlot(snapshot: Snapshot, { slot, queuedIn }: Wish): Conflict[] {
  if (!slot) return []
  const isNew = slot.id !== queuedIn
  const room = isNew || !slot.isActive ? roomInSlot(slot, snapshot.event.holdPolicy) : slot.capacity - slot.committed
  if (room > 0) return []
  return [{ type: 'SLOT_CONFLICT', slotId: slot.id, label: slot.label, capacity: slot.capacity, alternativeSlots: [] }]
}

/** A conflict with what there still is instead, at most so many, as the event stands in the snapshot. */
export function withAlternatives(snapshot: Snapshot, conflict: Conflict, most = MOST_ALTERNATIVES): Conflict {
  switch (conflict.type) {
    case 'REGISTRATION_CLOSED':
      return conflict
    case 'BUDGET_EXHAUSTED': {
      const option = snapshot.options.get(conflict.optionId ?? '')
      return { ...conflict, alternativeOptions: option ? findAffordableOptions(snapshot, option).slice(0, most) : [] }
    }
    case 'INVENTORY_EXHAUSTED': {
      const option = snapshot.options.get(conflict.optionId)
      return { ...conflict, alternativeOptions: option ? findSimilarOptions(snapshot, option).slice(0, most) : [] }
    }
    case 'SLOT_CONFLICT': {
      const slot = snapshot.slots.get(conflict.slotId)
      return { ...conflict, alternativeSlots: slot ? findFreeSlots(snapshot, slot).slice(0, most) : [] }
    }
  }
}
