import { addRequested } from '../ledger/budget-history.sql.ts'
import type { Database } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import type { TestTenant } from './given-app.ts'

/** More than an event of a test has. */
const MOST_ENTRIES = 1_000

/** A text of the event's own, what its person said of messages, and one that was sent, as a worker would have written it. */
export async function givenMessages(
  db: Database,
  tenant: TestTenant,
  about: { event_id: string; registration_id: string; name: string },
): Promise<string> {
  const { event_id, registration_id, name } = about
  const words = {
    kind: 'registration_approved',
    language: 'en',
    event_id,
    subject: `${name} subject`,
    body: `${name} body`,
  }
  const replies = [
    await tenant.organizer.put('/notice-templates', words),
    await tenant.organizer.put(`/events/${event_id}/notification-settings`, { promised_days: 3 }),
    await tenant.owner.put('/notification-settings', { reply_to: `${tenant.tenantId}@example.org` }),
    await tenant.member.put('/me/notification-settings', { kinds: [{ kind: 'registration_received', mail: false }] }),
  ]
  for (const { status, text } of replies) if (status !== 200) throw new Error(`not said: ${text}`)
  const notice_id = newId()
  await db.transaction(tenant.tenantId, async (tx) => {
    const values = [tenant.tenantId, notice_id, tenant.member.userId, event_id, registration_id, `entry:${event_id}:2`]
    await tx.query(
      `insert into notices (tenant_id, id, kind, channel, user_id, event_id, registration_id, origin, facts, status, attempts)
       values ($1, $2, 'registration_approved', 'mail', $3, $4, $5, $6, '{}', 'FAILED', 1)`,
      values,
    )
    await tx.query(
      `insert into notice_attempts (tenant_id, notice_id, attempt_no, started_at, milliseconds, outcome, answer)
       values ($1, $2, 1, now(), 5, 'FAILED', '550 No such mailbox')`,
      [tenant.tenantId, notice_id],
    )
    await tx.query(
      'insert into outbox_cursors (tenant_id, scope_id, told_no) values ($1, $2, 1) on conflict do nothing',
      [tenant.tenantId, event_id],
    )
    await addRequested(tx, { tenantId: tenant.tenantId, eventId: event_id }, MOST_ENTRIES)
  })
  return notice_id
}
