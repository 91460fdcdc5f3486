import { checkOverlap } from './conflicts.ts'
import { heldOf } from './snapshot.ts'
import type { HoldPolicy, SlotStock, Snapshot } from './snapshot.ts'

/** Somebody who would take a share of what is left; `option`, `slot` and `waitsIn` are places in the rooms. */
export type Candidate = {
  id: string
  amountMinor: number
  option: number
  /** null where they take no slot. */
  slot: number | null
  /**
   * Said of guests only: whoever comes into a slot other than the one they wait in, where places are held. They give up
   * the place they wait for, in this slot; null where they wait in none.
   */
  waitsIn?: number | null | undefined
}

/**
 * Who would come in, and what there is for them: nothing but numbers, so that it can be tried over and over.
 * Everybody takes one of their option, one place in their slot, and their amount of the money. Room and money are below
 * nothing where more is committed than there is.
 */
export type FitProblem = {
  /** In the order in which they would be let in. */
  candidates: readonly Candidate[]
  moneyMinor: number
  optionRoom: readonly number[]
  slotRoom: readonly number[]
  /** How many of a slot's places are left to guests: those that nobody waits for. */
  guestRoom: readonly number[]
}

/** A wish to approve: who, and the slot they are given, where it is another than the one they prefer. */
export type Approval = { registrationId: string; slotLabel?: string | undefined }

/** A problem, and which option and slot each of its rooms is. */
export type NamedFit = { problem: FitProblem; optionIds: readonly string[]; slotIds: readonly string[] }

/**
 * Reads out of a snapshot what approving would take: of pending registrations only, each of them once.
 *
 * @param approvals in the order in which they would be decided; whatever cannot be approved at all is left out
 */
export function fitOf(snapshot: Snapshot, approvals: readonly Approval[]): NamedFit {
  const { money, options, slots, registrations } = snapshot
  const policy = snapshot.event.holdPolicy
  const slotByLabel = new Map([...slots.values()].filter((slot) => slot.isActive).map((slot) => [slot.label, slot]))
  const optionPlaces = createPlaces()
  const slotPlaces = createPlaces()
  const seen = new Set<string>()
  const candidates: Candidate[] = []
  for (const { registrationId, slotLabel } of approvals) {
    const registration = registrations.get(registrationId)
    if (registration?.status !== 'PENDING' || seen.has(registrationId)) continue
    seen.add(registrationId)
    // Approving leaves what each person has as it is: whoever overlaps now would whatever becomes of the others.
    const { personId, optionId, amountMinor } = registration
    const option = options.get(optionId) ?? null
    if (checkOverlap(snapshot, { option, slot: null, amountMinor, personId, queuedIn: null }).length > 0) continue
    if (registration.isPromised && slotLabel === undefined) {
      // What they were promised is nobody else's: a place of their own, paid for already.
      candidates.push({ id: registrationId, amountMinor: 0, option: optionPlaces.of(registrationId), slot: null })
      continue
    }
    const preferred = slots.get(registration.preferredSlotId ?? '') ?? null
    const slot = slotLabel === undefined ? preferred : slotByLabel.get(slotLabel)
    if (slot === undefined || !option) continue
    const isGuest = policy.slot === 'hold' && slot !== null && slot !== preferred
    candidates.push({
      id: registrationId,
      amountMinor,
      option: optionPlaces.of(registration.optionId),
      slot: slot && slotPlaces.of(slot.id),
      waitsIn: isGuest ? preferred && slotPlaces.of(preferred.id) : undefined,
    })
  }

  const slotRooms = slotPlaces.ids().map((id) => roomsIn(slots.get(id), policy))
  return {
    problem: {
      candidates,
      moneyMinor: money.budgetMinor - money.committedMinor - (money.promisedMinor ?? 0),
      optionRoom: optionPlaces.ids().map((id) => {
        const option = options.get(id)
        return option ? option.total - option.committed - (option.promised ?? 0) : 1
      }),
      slotRoom: slotRooms.map(({ places }) => places),
      guestRoom: slotRooms.map(({ forGuests }) => forGuests),
    },
    optionIds: optionPlaces.ids().map((id) => registrations.get(id)?.optionId ?? id),
    slotIds: slotPlaces.ids(),
  }
}

/** How many places a slot has for whoever is approved into it; and of these, how many for guests. */
export function roomsIn(slot: SlotStock | undefined, policy: HoldPolicy): { places: number; forGuests: number } {
  if (!slot?.isActive) return { places: 0, forGuests: 0 }
  const places = slot.capacity - slot.committed
  return {
    places: places - (slot.promised ?? 0),
    forGuests: places - heldOf(slot, policy.slot === 'hold'),
  }
}

/** Numbers the ids it is asked for, from 0 on. */
function createPlaces() {
  const places = new Map<string, number>()
  return {
    of(id: string): number {
      const place = places.get(id) ?? places.size
      places.set(id, place)
      return place
    },
    ids: () => [...places.keys()],
  }
}

/** Lets in whoever still fits, one after the other: whom approving them in this order approves, exactly. */
export function admitInOrder({ candidates, moneyMinor, optionRoom, slotRoom, guestRoom }: FitProblem): Set<number> {
  const options = [...optionRoom]
  const slots = [...slotRoom]
  const guests = [...guestRoom]
  const roomIn = (rooms: readonly number[], place: number) => rooms[place] ?? 0
  let money = moneyMinor
  const admitted = new Set<number>()
  candidates.forEach(({ amountMinor, option, slot, waitsIn }, index) => {
    if (amountMinor > Math.max(0, money) || roomIn(options, option) <= 0) return
    if (slot !== null) {
      const isGuest = waitsIn !== undefined
      if (roomIn(slots, slot) <= 0 || (isGuest && roomIn(guests, slot) <= 0)) return
      slots[slot] = roomIn(slots, slot) - 1
      if (isGuest) guests[slot] = roomIn(guests, slot) - 1
      // The place they waited for is held no longer.
      if (typeof waitsIn === 'number') guests[waitsIn] = roomIn(guests, waitsIn) + 1
    }
    money -= amountMinor
    options[option] = roomIn(options, option) - 1
    admitted.add(index)
  })
  return admitted
}
