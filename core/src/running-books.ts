import type { Change, Changed, LedgerPosting } from './decision.ts'
import { isLive } from './registration.ts'
import type { LiveRegistration, RegistrationStatus } from './registration.ts'
import type { OptionStock, RegistrationFacts, SlotStock, Snapshot } from './snapshot.ts'

/** How many registrations stand in each state. */
export type StatusCounts = Record<RegistrationStatus, number>

/** What a batch changes in an event's counters: differences, so that they can be added under guard. */
export type BookChanges = {
  committedMinor: number
  pendingMinor: number
  /** Left out where nothing was promised or given up that was. */
  promisedMinor?: number
  statuses: StatusCounts
  /** How many more, or fewer, people have a live registration. */
  people: number
  options: Map<string, ShareChanges & { amountMinor: number; waiting?: number }>
  slots: Map<string, ShareChanges>
}

type ShareChanges = { committed: number; pending: number; promised?: number }

/** An event's books while a batch is being decided: each decision sees what the ones before it left. */
export type RunningBooks = {
  readonly snapshot: Snapshot
  slotByLabel(label: string): SlotStock | undefined
  record(outcome: Change, before: RegistrationFacts | null, after: RegistrationFacts): Changed
  /** Keeps what is left of what others wait for from everybody new. */
  keepForWaiting(): void
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
  const waits = new Map(given.waitlist?.waits)
  const entries = [...(given.waitlist?.entries ?? [])]
  const waitlist = given.waitlist && { ...given.waitlist, entries, waits }
  const changes: BookChanges = {
    committedMinor: 0,
    pendingMinor: 0,
    statuses: { WAITLISTED: 0, PENDING: 0, APPROVED: 0, REJECTED: 0, CANCELLED: 0 },
    people: 0,
    options: new Map(),
    slots: new Map(),
  }

  /** Adds (`sign` 1) or takes back (`sign` -1) all that a registration in its state counts for. */
  function count(registration: RegistrationFacts, sign: 1 | -1): void {
    const { status, amountMinor, isPromised = false } = registration
    changes.statuses[status] += sign
    if (status === 'WAITLISTED' && !isPromised) return countWishes(registration, sign)
    // What is offered is asked for, and counts like it.
    if (!isLive(status) && status !== 'WAITLISTED') return

    const isApproved = status === 'APPROVED'
    const committed = isApproved ? sign : 0
    const pending = isApproved ? 0 : sign
    const promised = isPromised ? pending : 0
    const committedMinor = committed * amountMinor
    money.committedMinor += committedMinor
    money.pendingMinor += pending * amountMinor
    changes.committedMinor += committedMinor
    changes.pendingMinor += pending * amountMinor
    if (promised !== 0) {
      money.promisedMinor = (money.promisedMinor ?? 0) + promised * amountMinor
      changes.promisedMinor = (changes.promisedMinor ?? 0) + promised * amountMinor
    }

    const option = options.get(registration.optionId)
    if (option) {
      const change = changeOf(option)
      add(option, { committed, pending, promised })
      add(change, { committed, pending, promised })
      change.amountMinor += committedMinor
    }

    const slot = slots.get((isApproved ? registration.assignedSlotId : registration.preferredSlotId) ?? '')
    if (slot) {
      const change = changes.slots.get(slot.id) ?? { committed: 0, pending: 0 }
      add(slot, { committed, pending, promised })
      add(change, { committed, pending, promised })
      changes.slots.set(slot.id, change)
    }
  }

  function changeOf({ id }: OptionStock): ShareChanges & { amountMinor: number; waiting?: number } {
    const change = changes.options.get(id) ?? { committed: 0, pending: 0, amountMinor: 0 }
    changes.options.set(id, change)
    return change
  }

  /** Somebody who waits is counted with each option they would take. */
  function countWishes({ wishes = [] }: RegistrationFacts, sign: 1 | -1): void {
    for (const option of wishes.flatMap((id) => options.get(id) ?? [])) {
      const change = changeOf(option)
      option.waiting = (option.waiting ?? 0) + sign
      // Until the lottery is drawn, nobody knows whose it is.
      if (waitlist?.isUnderWay === false) option.isKept = option.waiting > 0
      change.waiting = (change.waiting ?? 0) + sign
    }
  }

  /** Keeps who waits for what: joining adds to it; whoever comes up or leaves waits no longer. */
  function rememberWaiting(before: RegistrationFacts | null, after: RegistrationFacts): void {
    const isWaiting = after.status === 'WAITLISTED'
    if (isWaiting === (before?.status === 'WAITLISTED')) return
    const { id: registrationId, personId, wishes = [] } = after
    const others = (waits.get(personId) ?? []).filter((one) => one.registrationId !== registrationId)
    const own = wishes.flatMap((id) => options.get(id) ?? [])
    const added = isWaiting ? own.map(({ id, type }) => ({ registrationId, optionId: id, optionType: type })) : []
    waits.set(personId, [...others, ...added])
    // Nobody new has priority, and nobody is behind them.
    if (isWaiting) entries.push({ registrationId, priority: 0, rank: Number.MAX_SAFE_INTEGER })
  }

  /** Keeps who has what: only asking and coming up add to it, and only giving up takes away. */
  function rememberLive(before: RegistrationFacts | null, after: RegistrationFacts): void {
    const option = options.get(after.optionId)
    const wasLive = before !== null && isLive(before.status)
    const isGivenUp = wasLive && !isLive(after.status)
    if (!option || wasLive === isLive(after.status)) return
    const held = live.get(after.personId) ?? []
    const others = held.filter(({ registrationId }) => registrationId !== after.id)
    const own: LiveRegistration = { registrationId: after.id, optionId: option.id, optionType: option.type }
    const kept = isGivenUp ? others : [...others, own]
    live.set(after.personId, kept)
    if (isGivenUp && kept.length === 0) changes.people -= 1
    if (!isGivenUp && held.length === 0) changes.people += 1
  }

  return {
    snapshot: { event: given.event, money, options, slots, registrations, live, waitlist },
    slotByLabel: (label) => byLabel.get(label),
    record(outcome, before, after) {
      const committedBefore = money.committedMinor
      if (before) count(before, -1)
      count(after, 1)
      registrations.set(after.id, after)
      rememberLive(before, after)
      rememberWaiting(before, after)
      const posting = postingOf(before, after, committedBefore)
      return { outcome, before, after, posting }
    },
    keepForWaiting() {
      for (const option of options.values()) option.isKept ||= (option.waiting ?? 0) > 0
    },
    changes: () => changes,
  }
}

/** What is promised is left out where nobody ever waited. */
function add(to: ShareChanges | SlotStock, { committed, pending, promised }: Required<ShareChanges>): void {
  to.committed += committed
  to.pending += pending
  if (promised !== 0) to.promised = (to.promised ?? 0) + promised
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
