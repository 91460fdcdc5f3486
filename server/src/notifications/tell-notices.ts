import type { NoticeKind } from '@allot/contract'
import { findAffordableOptions } from '@allot/core'
import { readBooks } from '../events/books.sql.ts'
import type { Message } from '../outbox/teller.ts'
import type { Tx } from '../platform/database.ts'
import { snapshotOf } from '../registrations/snapshot.ts'
import { readSnapshot } from '../registrations/snapshot.sql.ts'
import type { AlternativeFacts, EventFacts, Facts } from './facts.ts'
import { findManagers, findSubjects, passThreshold } from './subjects.sql.ts'
import type { SubjectRow } from './subjects.sql.ts'
import { writeNotices } from './write-notices.ts'
import type { Wanted } from './write-notices.ts'

/** What people are told of which change. */
const kinds: Record<string, NoticeKind> = {
  'registration.registered': 'registration_received',
  'registration.approved': 'registration_approved',
  'registration.rejected': 'registration_rejected',
  'registration.cancelled': 'registration_cancelled',
  'registration.moved': 'slot_changed',
  'registration.waitlisted': 'waitlist_joined',
  'registration.promoted': 'waitlist_promoted',
  'registration.offered': 'waitlist_offer',
  'registration.offer_expired': 'waitlist_offer_expired',
  'user.invited': 'invitation',
}
/** After these the budget may have passed its threshold, or come back below it. */
const movesBudget = /^(registration\.(approved|rejected|cancelled)|event\.updated)$/
const MOST_ALTERNATIVES = 3

/** Makes notices of what happened, for those it happened to; and for those who run an event, of its budget. */
export async function tellNotices(tx: Tx, messages: readonly Message[]): Promise<void> {
  const [first] = messages
  if (!first) return
  const { tenantId, scopeId } = first
  if (scopeId === tenantId) return writeNotices(tx, tenantId, messages.flatMap(invitationOf))
  const told = messages.filter(({ action }) => action in kinds)
  const wanted = told.length === 0 ? [] : await wantedOf(tx, tenantId, scopeId, told)
  const isMoved = messages.some(({ action }) => movesBudget.test(action))
  const ofBudget = isMoved ? await budgetNotices(tx, tenantId, scopeId, messages.at(-1)?.entryNo ?? 0) : []
  await writeNotices(tx, tenantId, [...wanted, ...ofBudget])
}

async function wantedOf(tx: Tx, tenantId: string, eventId: string, told: readonly Message[]): Promise<Wanted[]> {
  const subjects = await findSubjects(
    tx,
    { tenantId, eventId },
    told.map(({ subjectId, detail }) => ({
      registrationId: subjectId,
      optionId: textIn(detail, 'event_option_id'),
      slotId: textIn(detail, 'slot_id'),
      previousSlotId: textIn(detail, 'from_slot_id'),
    })),
  )
  const isRejected = told.some(({ action }) => action === 'registration.rejected')
  const alternatives = isRejected ? await alternativesOf(tx, tenantId, eventId) : []
  return told.flatMap((message, index): Wanted[] => {
    const subject = subjects[index]
    const kind = kinds[message.action]
    if (!subject?.user_id || !kind) return []
    return [
      {
        kind,
        userId: subject.user_id,
        eventId,
        registrationId: message.subjectId,
        origin: `entry:${eventId}:${message.entryNo}`,
        orderNo: message.entryNo,
        facts: factsOf(kind, message, subject, alternatives),
        isOwnDoing:
          message.actorId === subject.user_id && (kind === 'registration_cancelled' || kind === 'slot_changed'),
      },
    ]
  })
}

function factsOf(
  kind: NoticeKind,
  { detail }: Message,
  subject: SubjectRow,
  alternatives: readonly AlternativeFacts[],
): Facts {
  const isEnded = kind === 'registration_rejected' || kind === 'registration_cancelled'
  const amount = detail['amount_minor']
  return {
    event: eventFactsOf(subject),
    option: subject.option_name ?? undefined,
    amountMinor: typeof amount === 'number' ? amount : undefined,
    slot:
      subject.slot_label === null
        ? null
        : {
            label: subject.slot_label,
            location: subject.slot_location,
            startsAt: sayTime(subject.slot_starts_at),
            endsAt: sayTime(subject.slot_ends_at),
          },
    ...(kind === 'slot_changed' ? { previousSlot: subject.previous_slot_label } : {}),
    ...(isEnded ? { notes: subject.notes } : {}),
    ...(kind === 'registration_rejected'
      ? {
          alternatives: alternatives
            .filter(({ optionId }) => optionId !== subject.option_id)
            .slice(0, MOST_ALTERNATIVES),
        }
      : {}),
    ...(kind === 'waitlist_offer' ? { offerExpiresAt: textIn(detail, 'offer_expires_at') } : {}),
  }
}

/** What can still be had, by the rules that answer whoever asks; nothing where nobody can ask any more. */
async function alternativesOf(tx: Tx, tenantId: string, eventId: string): Promise<AlternativeFacts[]> {
  const key = { tenantId, eventId }
  const nothing = { registrations: [], givenUp: [], people: [], slots: [], byOwner: false, claims: [] }
  const [book, rows] = await Promise.all([readBooks(tx, key), readSnapshot(tx, key, nothing)])
  if (!book || !rows.event) return []
  const { is_active: isActive, published, registration_start_date: from, registration_end_date: to } = rows.event
  const isOpen = isActive && published && (from === null || from <= book.now) && (to === null || to >= book.now)
  if (!isOpen) return []
  const snapshot = snapshotOf(rows, book, rows.event, [])
  const [any] = snapshot.options.values()
  if (!any) return []
  // Asked as for something that is none of them, so that none is left out.
  return findAffordableOptions(snapshot, { ...any, id: '' }).map(({ optionId, optionName, left, priceMinor }) => ({
    optionId,
    name: optionName,
    left,
    priceMinor,
  }))
}

/** Tells those who run an event that its budget is nearly spent: once for each time that comes about. */
async function budgetNotices(tx: Tx, tenantId: string, eventId: string, entryNo: number): Promise<Wanted[]> {
  const passed = await passThreshold(tx, { tenantId, eventId })
  if (!passed) return []
  const managers = await findManagers(tx, tenantId, ['owner', 'organizer'])
  return managers.map((userId) => ({
    kind: 'budget_threshold' as const,
    userId,
    eventId,
    registrationId: null,
    origin: `threshold:${eventId}:${entryNo}`,
    orderNo: entryNo,
    facts: {
      event: eventFactsOf(passed),
      budget: { committedMinor: passed.budget_committed_minor, totalMinor: passed.budget_minor },
    },
  }))
}

function invitationOf({ action, subjectId, entryNo, tenantId }: Message): Wanted[] {
  const kind = kinds[action]
  if (kind !== 'invitation') return []
  const origin = `entry:${tenantId}:${entryNo}`
  return [{ kind, userId: subjectId, eventId: null, registrationId: null, origin, orderNo: entryNo, facts: {} }]
}

export type EventFactsRow = {
  event_name: string
  event_slug: string
  currency: string
  timezone: string
  event_date: Date | null
  event_ends_at: Date | null
  venue: string | null
}

export function eventFactsOf(row: EventFactsRow): EventFacts {
  return {
    name: row.event_name,
    slug: row.event_slug,
    currency: row.currency,
    timezone: row.timezone,
    startsAt: sayTime(row.event_date),
    endsAt: sayTime(row.event_ends_at),
    venue: row.venue,
  }
}

function sayTime(at: Date | null): string | null {
  return at?.toISOString() ?? null
}

function textIn(detail: Record<string, unknown>, name: string): string | null {
  const value = detail[name]
  return typeof value === 'string' ? value : null
}
