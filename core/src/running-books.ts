import type { Change, Decision, LedgerPosting } from './decision.ts'
import { isLive } from './registration.ts'
import type { LiveRegistration, RegistrationStatus } from './registration.ts'
import type { OptionStock, RegistrationFacts, SlotStock, Snapshot } from './snapshot.ts'

/** How many registrations stand in each state. */
export type StatusCounts = Record<RegistrationStatus, number>

/** What a batch changes in an event's counters: differences, so that they can be added under guard. */
export type BookChanges = {
  committedMinor: number
  pendingMinor: number
  statuses: StatusCounts
  /** How many more, or fewer, people have a live registration. */
  people: number
  options: Map<string, { committed: number; pending: number; amountMinor: number }>
  slots: Map<string, { committed: number; pending: number }>
}

/** An event's books while a batch is being decided: each decision sees what the ones before it left. */
export type RunningBooks = {
  readonly snapshot: Snapshot
  slotByLabel(label: string): SlotStock | undefined
  record(outcome: Change, before: RegistrationFacts | null, after: RegistrationFacts): Decision
  changes(): BookChanges
}

/** Copies what a batch may change, so that the caller's snapshot stays as it was. */
export function createRunningBooks(given: Snapshot): RunningBooks {
  const money = { ...given.money }
  const options = new Map([...given.options].map(([id, option]): [string, OptionStock] => [id, { ...option }]))
  const slots = new Map([...given.slots].map(([id, slot]): [string, SlotStock] => [id, { ...slot }]))
  const byLabel = new Map([...slots.values()].filter((slot) => slot.isActive).map((slot) => [slot.label, slot]))
  const registrations = new Map(given.registrations)
  const live = new Map(given.live)
  const changes: BookChanges = {
    committedMinor: 0,
    pendingMinor: 0,
    statuses: { PENDING: 0, APPROVED: 0, REJECTED: 0, CANCELLED: 0 },
    people: 0,
    options: new Map(),
    slots: new Map(),
  }

  /** Adds (`sign` 1) or takes back (`sign` -1) all that a registration in its state counts for. */
  function count(registration: RegistrationFacts, sign: 1 | -1): void {
    const { status, amountMinor } = registration
    changes.statuses[status] += sign
    if (!isLive(status)) return

    const isApproved = status === 'APPROVED'
    const committed = isApproved ? sign : 0
    const pending = isApproved ? 0 : sign
    const committedMinor = committed * amountMinor
    money.committedMinor += committedMinor
    money.pendingMinor += pending * amountMinor
    changes.committedMinor += committedMinor
    changes.pendingMinor += pending * amountMinor

    const option = options.get(registration.optionId)
    if (option) {
      option.committed += committed
      option.pending += pending
      const change = changes.options.get(option.id) ?? { committed: 0, pending: 0, amountMinor: 0 }
      change.committed += committed
      change.pending += pending
      change.amountMinor += committedMinor
      changes.options.set(option.id, change)
    }

    const slot = slots.get((isApproved ? registration.assignedSlotId : registration.preferredSlotId) ?? '')
    if (slot) {
      slot.committed += committed
      slot.pending += pending
      const change = changes.slots.get(slot.id) ?? { committed: 0, pending: 0 }
      change.committed += committed
      change.pending += pending
      changes.slots.set(slot.id, change)
    }
  }

  /** Keeps who has what: only asking adds to it, and only giving up takes away. */
  function rememberLive(before: RegistrationFacts | null, after: RegistrationFacts): void {
    const option = options.get(after.optionId)
    const isGivenUp = before !== null && isLive(before.status) && !isLive(after.status)
    if (!option || (before !== null && !isGivenUp)) return
    const held = live.get(after.personId) ?? []
    const others = held.filter(({ registrationId }) => registrationId !== after.id)
    const own: LiveRegistration = { registrationId: after.id, optionId: option.id, optionType: option.type }
    const kept = isGivenUp ? others : [...others, own]
    live.set(after.personId, kept)
    if (isGivenUp && kept.length === 0) changes.people -= 1
    if (!isGivenUp && held.length === 0) changes.people += 1
  }

  return {
    snapshot: { event: given.event, money, options, slots, registrations, live },
    slotByLabel: (label) => byLabel.get(label),
    record(outcome, before, after) {
      const committedBefore = money.committedMinor
      if (before) count(before, -1)
      count(after, 1)
      registrations.set(after.id, after)
      rememberLive(before, after)
      const posting = postingOf(before, after, committedBefore)
      return { outcome, before, after, posting }
    },
    changes: () => changes,
  }
}

/** Only going to or from APPROVED touches the money, and leaves one ledger entry, even of an amount of 0. */
function postingOf(
  before: RegistrationFacts | null,
  after: RegistrationFacts,
  committedBefore: number,
): LedgerPosting | null {
  const wasApproved = before?.status === 'APPROVED'
  const isApproved = after.status === 'APPROVED'
  if (wasApproved === isApproved) return null
  // Taken from 0 and not negated: giving back nothing is 0, never -0.
  const amountMinor = isApproved ? after.amountMinor : 0 - after.amountMinor
  return { kind: isApproved ? 'COMMIT' : 'RELEASE', amountMinor, balanceMinor: committedBefore + amountMinor }
}
