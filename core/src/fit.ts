import type { Snapshot } from './snapshot.ts'

/** Somebody who would take a share of what is left; `option` and `slot` are places in the rooms. */
export type Candidate = {
  id: string
  amountMinor: number
  option: number
  /** null where they take no slot. */
  slot: number | null
}

/**
 * Who would come in, and what there is for them: nothing but numbers, so that it can be tried over and over.
 * Everybody takes one of their option, one place in their slot, and their amount of the money.
 */
export type FitProblem = {
  /** In the order in which they would be let in. */
  candidates: readonly Candidate[]
  moneyMinor: number
  optionRoom: readonly number[]
  slotRoom: readonly number[]
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
  const places = { options: new Map<string, number>(), slots: new Map<string, number>() }
  const placeOf = (places: Map<string, number>, id: string) => {
    const place = places.get(id) ?? places.size
    places.set(id, place)
    return place
  }
  const slotIdOf = new Map(
    [...snapshot.slots.values()].filter((slot) => slot.isActive).map((one) => [one.label, one.id]),
  )
  const seen = new Set<string>()
  const candidates: Candidate[] = []
  for (const { registrationId, slotLabel } of approvals) {
    const registration = snapshot.registrations.get(registrationId)
    if (registration?.status !== 'PENDING' || seen.has(registrationId)) continue
    seen.add(registrationId)
    const slotId = slotLabel === undefined ? registration.preferredSlotId : slotIdOf.get(slotLabel)
    if (slotId === undefined || !snapshot.options.has(registration.optionId)) continue
    candidates.push({
      id: registrationId,
      amountMinor: registration.amountMinor,
      option: placeOf(places.options, registration.optionId),
      slot: slotId === null ? null : placeOf(places.slots, slotId),
    })
  }

  const { money } = snapshot
  const optionIds = [...places.options.keys()]
  const slotIds = [...places.slots.keys()]
  return {
    problem: {
      candidates,
      moneyMinor: Math.max(0, money.budgetMinor - money.committedMinor),
      optionRoom: optionIds.map((id) => {
        const option = snapshot.options.get(id)
        return option ? Math.max(0, option.total - option.committed) : 0
      }),
      slotRoom: slotIds.map((id) => {
        const slot = snapshot.slots.get(id)
        return slot?.isActive ? Math.max(0, slot.capacity - slot.committed) : 0
      }),
    },
    optionIds,
    slotIds,
  }
}

/** Lets in whoever still fits, one after the other: what approving them in this order does. */
export function admitInOrder({ candidates, moneyMinor, optionRoom, slotRoom }: FitProblem): Set<number> {
  const options = [...optionRoom]
  const slots = [...slotRoom]
  let money = moneyMinor
  const admitted = new Set<number>()
  candidates.forEach(({ amountMinor, option, slot }, index) => {
    const inOption = options[option] ?? 0
    const inSlot = slot === null ? 1 : (slots[slot] ?? 0)
    if (amountMinor > money || inOption === 0 || inSlot === 0) return
    money -= amountMinor
    options[option] = inOption - 1
    if (slot !== null) slots[slot] = inSlot - 1
    admitted.add(index)
  })
  return admitted
}
