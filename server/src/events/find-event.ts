import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import { hasPermission } from '../platform/roles.ts'
import { findEvent } from './events.sql.ts'
import type { EventRow, EventWithMoney } from './events.sql.ts'

/** Whether somebody may see an event: a draft only who may change it. */
export function canSeeEvent({ role }: Pick<Actor, 'role'>, event: Pick<EventRow, 'published'>): boolean {
  return event.published || hasPermission(role, 'event.manage')
}

/** The event, for somebody who may see it; for everybody else it does not exist. */
export async function findVisibleEvent(tx: Tx, actor: Actor, eventId: string): Promise<EventWithMoney> {
  const event = await findEvent(tx, { tenantId: actor.tenantId, eventId })
  if (!event || !canSeeEvent(actor, event)) throw new Problem('EVENT_NOT_FOUND')
  return event
}
