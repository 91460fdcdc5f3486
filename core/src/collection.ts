import type { RegistrationStatus } from './registration.ts'

/** What comes of a scan at a desk. */
export const scanOutcomes = [
  'COLLECTED',
  'ALREADY_COLLECTED',
  'NOT_APPROVED',
  'WRONG_EVENT',
  'WRONG_SLOT',
  'WRONG_DESK',
  'REVOKED',
  'NOT_FOUND',
] as const
export type ScanOutcome = (typeof scanOutcomes)[number]

export const scanTimings = ['on_time', 'early', 'late'] as const
export type ScanTiming = (typeof scanTimings)[number]

/** Whether somebody of another slot may be let through: after asking, never, or without asking. */
export const slotOverrides = ['ask', 'never', 'always'] as const
export type SlotOverride = (typeof slotOverrides)[number]

/** Something a desk without a network did that somebody should look at. */
export const scanFindings = [
  'ALREADY_COLLECTED',
  'LEASE_OVER',
  'NOT_LEASED',
  'NOT_APPROVED',
  'REVOKED',
  'DEVICE_REVOKED',
  'CLOCK',
  'NOT_FOUND',
] as const
export type ScanFinding = (typeof scanFindings)[number]

/** A registration as a desk has to know it. */
export type CollectableRegistration = {
  status: RegistrationStatus
  isCollected: boolean
  optionId: string
  /** The times of the slot they have, or else asked for; null where it has none. */
  slot: { startsAt: Date | null; endsAt: Date | null } | null
  /** The tablet that may hand it out without a network, for now. */
  leasedTo: { deviceId: string } | null
}

/** Everything the answer to a scan depends on. */
export type ScanFacts = {
  /** What the code or the id names: nothing at all, a code that was replaced, something of another event, or this. */
  found: 'nothing' | 'replaced' | 'elsewhere' | CollectableRegistration
  desk: {
    /** What it hands out; null where that is everything. */
    optionIds: readonly string[] | null
  }
  /** The tablet that asks; null where a person does. */
  deviceId: string | null
  slotOverride: SlotOverride
  /** Whether whoever stands at the desk has said to let them through. */
  isOverriding: boolean
  /** Whether it was handed out already, without a network: then it is recorded rather than asked about. */
  isOffline: boolean
  at: Date
}

export type ScanDecision = {
  outcome: ScanOutcome
  timing: ScanTiming | null
  /** Whether it is collected outside its slot. */
  isSlotOverridden: boolean
  /** Of WRONG_SLOT: whether it may be asked again with an override. */
  mayOverride: boolean
  /** Of WRONG_DESK: why. */
  because: 'leased' | 'other_options' | null
  /** Of what was handed out without a network: what is wrong with it. */
  finding: ScanFinding | null
}

/**
 * Decides what comes of a scan. What went before counts most, then whose it is to hand out, and the time last.
 *
 * @param facts as read under the lock of the event
 * @returns COLLECTED where it is to be recorded now; everything else changes nothing
 */
export function decideScan(facts: ScanFacts): ScanDecision {
  const { found, desk, deviceId, isOffline } = facts
  if (found === 'nothing') return no(facts, 'NOT_FOUND', 'NOT_FOUND')
  if (found === 'replaced') return no(facts, 'REVOKED', 'REVOKED')
  if (found === 'elsewhere') return no(facts, 'WRONG_EVENT', 'NOT_FOUND')

  const timing = timingOf(found.slot, facts.at)
  if (found.isCollected) return { ...no(facts, 'ALREADY_COLLECTED', 'ALREADY_COLLECTED'), timing }
  if (found.status === 'CANCELLED') return no(facts, 'REVOKED', 'REVOKED')
  if (found.status !== 'APPROVED') return no(facts, 'NOT_APPROVED', 'NOT_APPROVED')

  const isLeased = found.leasedTo !== null && found.leasedTo.deviceId !== deviceId
  const isOfDesk = desk.optionIds === null || desk.optionIds.includes(found.optionId)
  const isOffTime = timing === 'early' || timing === 'late'
  const collected: ScanDecision = {
    outcome: 'COLLECTED',
    timing,
    isSlotOverridden: isOffTime,
    mayOverride: false,
    because: null,
    finding: null,
  }
  // It is gone by now: whether it should be is for somebody to look at.
  if (isOffline) return { ...collected, finding: isLeased || !isOfDesk ? 'NOT_LEASED' : null }
  if (isLeased) return { ...no(facts, 'WRONG_DESK', null), timing, because: 'leased' }
  if (!isOfDesk) return { ...no(facts, 'WRONG_DESK', null), timing, because: 'other_options' }
  if (!isOffTime || facts.slotOverride === 'always') return collected
  const mayOverride = facts.slotOverride === 'ask'
  return mayOverride && facts.isOverriding ? collected : { ...no(facts, 'WRONG_SLOT', null), timing, mayOverride }
}

/** How an instant lies to a slot: on time from its beginning until before its end; a slot without an end never ends. */
export function timingOf(slot: CollectableRegistration['slot'], at: Date): ScanTiming | null {
  if (slot === null || slot.startsAt === null) return null
  if (at < slot.startsAt) return 'early'
  return slot.endsAt !== null && at >= slot.endsAt ? 'late' : 'on_time'
}

function no({ isOffline }: ScanFacts, outcome: ScanOutcome, finding: ScanFinding | null): ScanDecision {
  return {
    outcome,
    timing: null,
    isSlotOverridden: false,
    mayOverride: false,
    because: null,
    finding: isOffline ? finding : null,
  }
}
