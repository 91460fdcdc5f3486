import type { RegistrationView } from '@allot/contract'
import { fromMinor } from '@allot/core'
import type { Actor } from '../platform/actor.ts'
import { hasPermission } from '../platform/roles.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { RegistrationListRow } from './registrations.sql.ts'

/** A registration as its reader may see it: the QR token for its owner and for roles that collect. */
export function viewRegistration(
  row: RegistrationListRow,
  actor: Pick<Actor, 'tenantId' | 'userId' | 'role'>,
  secrets: Secrets,
): RegistrationView {
  const seesToken = row.user_id === actor.userId || hasPermission(actor.role, 'collection.collect')
  return {
    id: row.id,
    event_id: row.event_id,
    user_id: row.user_id,
    event_option_id: row.event_option_id,
    status: row.status,
    qr_token: seesToken ? secrets.qrToken(actor.tenantId, row.id) : null,
    preferred_pickup_slot: row.preferred_slot,
    assigned_pickup_slot: row.assigned_slot,
    amount_committed: fromMinor(row.amount_minor, row.currency),
    notes: row.notes,
    created_at: row.created_at.toISOString(),
    approved_at: row.approved_at?.toISOString() ?? null,
    approved_by: row.approved_by,
  }
}
