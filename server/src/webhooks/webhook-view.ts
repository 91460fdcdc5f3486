import type { WebhookAttemptView, WebhookDeliveryView, WebhookEndpointView } from '@allot/contract'
import type { AttemptRow, DeliveryRow } from './deliveries.sql.ts'
import type { EndpointRow } from './endpoints.sql.ts'

/** An endpoint as its owner sees it: without its secret. */
export function viewEndpoint(row: EndpointRow, now: Date): WebhookEndpointView {
  const isTwofold = row.previous_expires_at !== null && row.previous_expires_at > now
  return {
    id: row.id,
    url: row.url,
    description: row.description,
    events: row.events,
    event_ids: row.event_ids,
    status: row.status,
    disabled_reason: row.disabled_reason,
    failing_since: sayTime(row.failing_since),
    last_success_at: sayTime(row.last_success_at),
    previous_secret_expires_at: isTwofold ? sayTime(row.previous_expires_at) : null,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  }
}

/** @param tenantId the scope of what belongs to no event, such as a test */
export function viewDelivery(row: DeliveryRow, tenantId: string): WebhookDeliveryView {
  return {
    id: row.id,
    endpoint_id: row.endpoint_id,
    type: row.type,
    status: row.status,
    event_id: row.scope_id === tenantId ? null : row.scope_id,
    subject_id: row.subject_id,
    attempts: row.attempts,
    next_attempt_at: sayTime(row.next_attempt_at),
    last_error: row.last_error,
    created_at: row.created_at.toISOString(),
    finished_at: sayTime(row.finished_at),
  }
}

export function viewAttempt(row: AttemptRow): WebhookAttemptView {
  return { ...row, at: row.at.toISOString() }
}

function sayTime(at: Date | null): string | null {
  return at?.toISOString() ?? null
}
