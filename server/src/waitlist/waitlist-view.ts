import type { OfferView, WaitlistEntryView, WaitlistPlaceView } from '@allot/contract'
import { fromMinor } from '@allot/core'
import { sayTime } from '../events/event-view.ts'
import type { EntryRow, OfferRow } from './waitlist.sql.ts'

export function viewPlace(row: EntryRow): WaitlistPlaceView {
  return {
    registration_id: row.registration_id,
    event_id: row.event_id,
    event_option_ids: row.event_option_ids,
    option_names: row.option_names,
    preferred_pickup_slot: row.preferred_slot,
    position: row.position,
    ahead_count: row.ahead_count,
    joined_at: row.joined_at.toISOString(),
    offer: viewHeldOffer(row),
  }
}

/** An entry for organisers; the position counts only once a lottery is drawn. */
export function viewEntry(row: EntryRow): WaitlistEntryView {
  const { user_id, person_name: name, person_email: email, person_department: department, priority } = row
  return { ...viewPlace(row), user_id, person: { name, email, department }, priority }
}

/** Before a lottery is drawn nobody stands anywhere. */
export function withoutTurns(row: EntryRow): EntryRow {
  return { ...row, position: null, ahead_count: null }
}

function viewHeldOffer(row: EntryRow): WaitlistPlaceView['offer'] {
  const { offered_at: offeredAt, offer_expires_at: expiresAt, now } = row
  if (!offeredAt || !expiresAt) return null
  return {
    event_option_id: row.offered_option_id,
    option_name: row.offered_option_name,
    amount: fromMinor(row.amount_minor, row.currency),
    offered_at: offeredAt.toISOString(),
    expires_at: expiresAt.toISOString(),
    seconds_left: secondsLeft(expiresAt, now),
  }
}

/** An offer as whoever has its link sees it. */
export function viewOffer(row: OfferRow): OfferView {
  const { offer_expires_at: expiresAt, now } = row
  return {
    status: statusOf(row),
    event_id: row.event_id,
    event_name: row.event_name,
    registration_id: row.registration_id,
    option_name: row.option_name,
    pickup_slot: row.pickup_slot,
    timezone: row.timezone,
    expires_at: sayTime(expiresAt),
    seconds_left: expiresAt ? secondsLeft(expiresAt, now) : 0,
  }
}

function statusOf({ status, offer_expires_at: expiresAt, is_expired, now }: OfferRow): OfferView['status'] {
  if (status === 'PENDING' || status === 'APPROVED') return 'accepted'
  if (is_expired || (expiresAt && expiresAt <= now)) return 'expired'
  return status === 'WAITLISTED' ? 'open' : 'declined'
}

function secondsLeft(until: Date, now: Date): number {
  return Math.max(0, Math.ceil((until.getTime() - now.getTime()) / 1_000))
}
