import type { OutboxMessageView } from '@allot/contract'
import type { OutboxRow } from './outbox-list.sql.ts'

export function viewOutboxMessage(row: OutboxRow): OutboxMessageView {
  return {
    id: row.id,
    kind: row.kind,
    channel: row.channel,
    status: row.status,
    user_id: row.user_id,
    person_name: row.person_name,
    person_email: row.person_email,
    event_id: row.event_id,
    event_name: row.event_name,
    registration_id: row.registration_id,
    attempts: row.attempts,
    next_attempt_at: row.status === 'WAITING' ? row.next_attempt_at.toISOString() : null,
    last_error: row.last_error,
    created_at: row.created_at.toISOString(),
    done_at: row.done_at?.toISOString() ?? null,
  }
}
