import type { ScanAnswer } from '@allot/contract'
import type { ScanFinding, ScanOutcome } from '@allot/core'
import { sayTime } from '../events/event-view.ts'
import type { ScanDetail, ScannedRow, ToldCollection } from './scans.sql.ts'

/** What a scan came to, and whom it is about. */
export type Told = {
  outcome: ScanOutcome
  detail: ScanDetail
  finding: ScanFinding | null
  registration: ScannedRow | undefined
  collection: ToldCollection | undefined
}

/** What is counted beside an answer, as it is when it is given. */
export type Counts = { leftOnTable: number | null; slotProgress: { total: number; collected: number } | null }

export function viewScan(told: Told, { leftOnTable, slotProgress }: Counts, timezone: string): ScanAnswer {
  const { outcome, detail, registration, collection } = told
  return {
    outcome,
    message: sayScan(told, timezone),
    registration: registration
      ? {
          id: registration.id,
          status: detail.status ?? registration.status,
          person_name: registration.person_name,
          event_option_id: registration.event_option_id,
          option_name: registration.option_name,
          option_type: registration.option_type,
          slot: registration.slot,
          slot_starts_at: sayTime(registration.slot_starts_at),
          slot_ends_at: sayTime(registration.slot_ends_at),
          notes: registration.notes,
        }
      : null,
    collection: collection
      ? {
          id: collection.id,
          collected_at: collection.collected_at.toISOString(),
          collected_by_name: collection.collected_by_name,
          desk_name: collection.desk_name,
        }
      : null,
    timing: detail.timing,
    may_override: detail.may_override,
    left_on_table: leftOnTable,
    slot_progress: slotProgress,
  }
}

function sayScan({ outcome, detail, registration, collection }: Told, timezone: string): string {
  const name = registration?.person_name ?? 'This person'
  const option = registration?.option_name ?? 'this'
  const at = (moment: Date | string) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: timezone, hour: '2-digit', minute: '2-digit' }).format(
      new Date(moment),
    )
  switch (outcome) {
    case 'COLLECTED':
      return `${option} for ${name}.`
    case 'ALREADY_COLLECTED': {
      if (!collection) return `${name} has ${option} already.`
      const by = collection.collected_by_name === null ? '' : ` by ${collection.collected_by_name}`
      return `${name} has ${option} already: at ${at(collection.collected_at)}, at ${collection.desk_name}${by}.`
    }
    case 'NOT_APPROVED':
      return notApproved[detail.status ?? 'PENDING'](name)
    case 'WRONG_EVENT':
      return detail.event_name === undefined
        ? 'This code is of another event.'
        : `This code is of another event: ${detail.event_name}.`
    case 'WRONG_SLOT':
      return `${name} is ${detail.timing === 'early' ? 'early' : 'late'}: their slot is ${registration?.slot ?? 'another one'}.`
    case 'WRONG_DESK':
      return detail.because === 'leased' && detail.held_until !== undefined
        ? `${detail.held_by ?? 'Another desk'} holds this while it has no network, until ${at(detail.held_until)}.`
        : `This desk does not hand out ${option}.`
    case 'REVOKED':
      return registration
        ? `${name} has cancelled, or was cancelled: this code is no longer valid.`
        : 'This code was replaced by a newer one: ask for that.'
    case 'NOT_FOUND':
      return 'This is no code of a registration here. It may be damaged: look for the person by name.'
  }
}

const notApproved: Record<NonNullable<ScanDetail['status']>, (name: string) => string> = {
  WAITLISTED: (name) => `${name} is on the waitlist, and not approved.`,
  PENDING: (name) => `${name} has asked, and is not approved yet.`,
  APPROVED: (name) => `${name} is not approved.`,
  REJECTED: (name) => `${name} was turned down.`,
  CANCELLED: (name) => `${name} has cancelled.`,
}
