import type { WaitlistStateView } from '@allot/contract'
import type { Decision, RegistrationFacts } from '@allot/core'
import type { BooksRow } from '../events/books.sql.ts'
import type { EventRow } from '../events/events.sql.ts'
import type { Secrets } from '../platform/secrets.ts'
import { hasPermission } from '../platform/roles.ts'
import { refused } from './ask.ts'
import type { Ask, Given, Scene } from './ask.ts'
import { problemOfRefusal } from './refusal-words.ts'
import { viewRegistration } from './registration-view.ts'
import type { RegistrationListRow, RegistrationRow } from './registrations.sql.ts'

/** A decision as the answer to who asked. */
export function answerTo(
  scene: Scene,
  ask: Ask,
  decision: Decision,
  row: RegistrationRow | undefined,
  secrets: Secrets,
): Given {
  const { event, snapshot, books } = scene
  if (decision.outcome === 'refused') {
    const seesMoney = hasPermission(ask.actor.role, 'registration.read')
    const { currency, timezone } = event
    const slotField = ask.question.kind === 'decide' ? 'assigned_pickup_slot' : 'preferred_pickup_slot'
    const slots = snapshot.slots.values()
    const waitlist = ask.question.kind === 'register' ? waitlistState(event, books) : undefined
    const isOffer = ask.question.kind === 'accept' || ask.question.kind === 'decline'
    const wording = { currency, timezone, seesMoney, slotField, slots, waitlist, isOffer } as const
    return refused(problemOfRefusal(decision.refusal, wording), ask.requestId)
  }
  if (!row) throw new Error('a decision left no registration')
  const listed = listedRow(scene, row)
  const status = decision.outcome === 'registered' || decision.outcome === 'waitlisted' ? 201 : 200
  return { status, body: viewRegistration(listed, ask.actor, secrets), isReplay: false }
}

/** What a conflict says of the waitlist. */
export function waitlistState(
  event: Pick<EventRow, 'waitlist_is_open'>,
  books: Pick<BooksRow, 'waitlisted_count'>,
): WaitlistStateView {
  return { is_open: event.waitlist_is_open, waiting_count: books.waitlisted_count }
}

/** The registration with what its reader needs beside it, all of it read under the lock already. */
function listedRow({ event, snapshot, people, slots, askers }: Scene, row: RegistrationRow): RegistrationListRow {
  const person = people.get(row.user_id)
  const option = snapshot.options.get(row.event_option_id)
  if (!person || !option) throw new Error(`registration ${row.id} has nobody, or nothing, that it is for`)
  const labelOf = (id: string | null) => (id === null ? null : (snapshot.slots.get(id)?.label ?? null))
  const nameOf = (id: string | null) => (id === null ? null : (askers.get(id) ?? people.get(id)?.name ?? null))
  const slot = slots.get(row.assigned_slot_id ?? row.preferred_slot_id ?? '')
  return {
    ...row,
    event_name: event.name,
    currency: event.currency,
    person_name: person.name,
    person_email: person.email,
    person_department: person.department,
    option_name: option.name,
    option_type: option.type,
    approved_by_name: nameOf(row.approved_by),
    preferred_slot: labelOf(row.preferred_slot_id),
    assigned_slot: labelOf(row.assigned_slot_id),
    slot_location: slot?.location ?? null,
    slot_location_id: slot?.location_id ?? null,
    slot_starts_at: slot?.starts_at ?? null,
    slot_ends_at: slot?.ends_at ?? null,
  }
}

/** The registration as it stands after a decision; undefined after a refusal. */
export function rowAfter(
  { rows, key, now }: Scene,
  approvedBy: string | null,
  decision: Decision,
): RegistrationRow | undefined {
  if (decision.outcome === 'refused') return undefined
  const { after } = decision
  const before = rows.get(after.id)
  const isApproval = decision.outcome === 'approved'
  return {
    ...columnsOf(after),
    event_id: key.eventId,
    created_at: before?.created_at ?? now,
    approved_at: isApproval ? now : (before?.approved_at ?? null),
    approved_by: isApproval ? approvedBy : (before?.approved_by ?? null),
    is_promised: after.isPromised ?? false,
    offer_expires_at: after.offerExpiresAt ?? null,
    qr_generation: before?.qr_generation ?? 1,
    collected_at: before?.collected_at ?? null,
  }
}

function columnsOf(facts: RegistrationFacts) {
  return {
    id: facts.id,
    user_id: facts.personId,
    event_option_id: facts.optionId,
    status: facts.status,
    amount_minor: facts.amountMinor,
    preferred_slot_id: facts.preferredSlotId,
    assigned_slot_id: facts.assignedSlotId,
    notes: facts.notes,
  }
}
