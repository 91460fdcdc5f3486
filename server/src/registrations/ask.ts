import type { Decision, RegistrationStatus, Snapshot } from '@allot/core'
import type { BooksRow, EventKey } from '../events/books.sql.ts'
import type { EventWithMoney } from '../events/events.sql.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database } from '../platform/database.ts'
import type { Answer, Claim } from '../platform/idempotency.ts'
import type { Problem } from '../platform/problem.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { SlotRow } from '../slots/slots.sql.ts'
import type { RegistrationRow } from './registrations.sql.ts'
import type { PersonRow } from './snapshot.sql.ts'

/** What somebody asks of one event. */
export type Question =
  | { kind: 'register'; personId: string; optionId: string; slotLabel: string | null; notes: string | null }
  | {
      kind: 'decide'
      registrationId: string
      to: RegistrationStatus | null
      slotLabel?: string | undefined
      notes?: string | null | undefined
    }
  | { kind: 'move'; registrationId: string; slotLabel: string }
  | { kind: 'wait'; personId: string; optionIds: string[]; slotLabel: string | null; notes: string | null }
  | { kind: 'accept' | 'decline'; registrationId: string }

/** A question with who asks it, and the claim to be answered once. */
export type Ask = { question: Question; actor: Actor; claim: Claim | undefined; requestId: string }

/** An answer, and whether it was given before. */
export type Given = Answer & { isReplay: boolean }

/** An ask that the rules decide on, with what they said, and the registration as it stands then. */
export type Case = { ask: Ask; decision: Decision; row: RegistrationRow | undefined; answer: Given }

export type Services = { db: Database; secrets: Secrets }

/** Everything a batch is decided in: the event under its lock, and the instant. */
export type Scene = {
  key: EventKey
  event: EventWithMoney
  books: BooksRow
  now: Date
  snapshot: Snapshot
  /** The registrations decided on, each as the decisions so far leave it. */
  rows: Map<string, RegistrationRow>
  /** What an answer says beside them, each by its id. */
  people: Map<string, PersonRow>
  slots: Map<string, SlotRow>
  /** Names of those who ask, by their ids: who approves may be none of the people. */
  askers: Map<string, string>
}

/** A refusal as an answer. */
export function refused(problem: Problem, requestId?: string): Given {
  return { status: problem.status, body: problem.document(requestId), isReplay: false }
}
