import type { RegistrationFacetsView, RegistrationView } from '@allot/contract'
import { fromMinor, registrationStatuses } from '@allot/core'
import { sayTime } from '../events/event-view.ts'
import type { Actor } from '../platform/actor.ts'
import { hasPermission } from '../platform/roles.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { FacetRows } from './facets.sql.ts'
import type { RegistrationListRow } from './registrations.sql.ts'

/**
 * A registration as its reader may see it: the QR token for its owner and for roles that collect, the address for
 * those who see registrations.
 */
export function viewRegistration(
  row: RegistrationListRow,
  actor: Pick<Actor, 'tenantId' | 'userId' | 'role'>,
  secrets: Secrets,
): RegistrationView {
  const seesToken = row.user_id === actor.userId || hasPermission(actor.role, 'collection.collect')
  const email = hasPermission(actor.role, 'registration.read') ? { email: row.person_email } : {}
  const label = row.assigned_slot ?? row.preferred_slot
  return {
    id: row.id,
    event_id: row.event_id,
    event_name: row.event_name,
    user_id: row.user_id,
    person: { name: row.person_name, ...email, department: row.person_department },
    event_option_id: row.event_option_id,
    option_name: row.option_name,
    option_type: row.option_type,
    status: row.status,
    qr_token: seesToken ? secrets.qrToken(actor.tenantId, row.id, row.qr_generation) : null,
    preferred_pickup_slot: row.preferred_slot,
    assigned_pickup_slot: row.assigned_slot,
    pickup:
      label === null
        ? null
        : {
            label,
            location: row.slot_location,
            location_id: row.slot_location_id,
            starts_at: sayTime(row.slot_starts_at),
            ends_at: sayTime(row.slot_ends_at),
          },
    amount_committed: fromMinor(row.amount_minor, row.currency),
    notes: row.notes,
    created_at: row.created_at.toISOString(),
    approved_at: sayTime(row.approved_at),
    approved_by: row.approved_by,
    approved_by_name: row.approved_by_name,
    offer_expires_at: sayTime(row.offer_expires_at),
    collected_at: sayTime(row.collected_at),
    ...(typeof row.waitlist_position === 'number' ? { waitlist_position: row.waitlist_position } : {}),
    ...(row.closed_by_name ? { closed_by_name: row.closed_by_name } : {}),
  }
}

export function viewFacets({
  total,
  statuses,
  options,
  departments,
  slots,
  waiting,
  atLeast,
}: FacetRows): RegistrationFacetsView {
  return {
    total,
    statuses: registrationStatuses.map((status) => ({ status, count: statuses[status] })),
    options: options.map(({ id, ...option }) => ({ event_option_id: id, ...option })),
    departments,
    slots: slots.map(({ label, location, starts_at, count }) => ({
      slot: label,
      location,
      starts_at: sayTime(starts_at),
      count,
    })),
    waiting: { ...waiting, oldest_at: sayTime(waiting.oldest_at) },
    at_least: atLeast,
  }
}
