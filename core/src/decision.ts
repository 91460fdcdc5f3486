import type { Conflict } from './conflicts.ts'
import type { RegistrationStatus } from './registration.ts'
import type { RegistrationFacts } from './snapshot.ts'

/** Why the answer is no. */
export type Refusal =
  | { code: 'CONFLICT'; headline: Conflict; conflicts: Conflict[] }
  | { code: 'ALREADY_REGISTERED'; registrationId: string }
  | { code: 'INVALID_TRANSITION'; from: RegistrationStatus; to: RegistrationStatus | 'another slot' }
  | { code: 'REGISTRATION_NOT_FOUND' | 'OPTION_NOT_FOUND' | 'OPTION_ARCHIVED' }
  | { code: 'OWN_REGISTRATION' | 'NOT_YOURS' }
  /** It would have been decided, but not without the others of its batch. */
  | { code: 'HELD_BACK' }
  | { code: 'WAITLIST_CLOSED' }
  /** There is room for one of the options: it can be had without waiting. */
  | { code: 'WAITLIST_NOT_NEEDED'; optionId: string; optionName: string }
  /** Of a registration in this state nothing is offered, or no longer. */
  | { code: 'NO_OFFER'; status: RegistrationStatus }
  /** It was handed out: that has to be undone first. */
  | { code: 'ALREADY_COLLECTED' }
  /** A desk without a network may be handing it out. */
  | { code: 'LEASED'; deskName: string; until: Date }
  | { code: 'SLOT_UNKNOWN'; label: string }
  | { code: 'SLOT_FIXED'; since: Date }
  /** The books are closed: nothing is decided any more. */
  | { code: 'EVENT_CLOSED'; since: Date }

/** One line of the event's budget history to be. */
export type LedgerPosting = { kind: 'COMMIT' | 'RELEASE'; amountMinor: number; balanceMinor: number }

export type Change =
  | 'registered'
  | 'approved'
  | 'rejected'
  | 'cancelled'
  | 'moved'
  | 'noted'
  | 'waitlisted'
  | 'promoted'
  | 'offered'
  | 'offer_accepted'
  | 'offer_declined'
  | 'offer_expired'

/** Something that changes, by somebody's request or because room became free. */
export type Changed = {
  outcome: Change
  before: RegistrationFacts | null
  after: RegistrationFacts
  posting: LedgerPosting | null
}

export type Decision =
  | Changed
  /** What was asked for holds already: nothing to write, and the answer is yes. */
  | { outcome: 'unchanged'; after: RegistrationFacts }
  | { outcome: 'refused'; refusal: Refusal }
