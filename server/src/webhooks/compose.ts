import { webhookEvents } from '@allot/contract'
import type { WebhookEvent, WebhookMessage } from '@allot/contract'
import { fromMinor } from '@allot/core'
import type { Message } from '../outbox/teller.ts'
import type { SceneRow } from './endpoints.sql.ts'

/** What the ids in messages are called. */
export type Names = { event: SceneRow; options: ReadonlyMap<string, string>; slots: ReadonlyMap<string, string> }

const known: ReadonlySet<string> = new Set(webhookEvents)

/** Whether an entry of the trail is something that webhooks can be told. */
export function isWebhookEvent(action: string): action is WebhookEvent {
  return known.has(action)
}

/**
 * Puts an entry of the trail into the body of a message. It is what the entry says, and not how things are by now, so that a
 * message that comes late is still true of its moment. It is thin: ids, statuses and amounts, and what things are called.
 * Whose registration it is stands in it as an id: names and addresses of people are read through the API, by whoever may.
 */
export function compose(message: Message & { action: WebhookEvent }, names: Names): WebhookMessage {
  const { tenantId, scopeId, entryNo, action, actorId, at } = message
  const scene = {
    tenant_id: tenantId,
    event_id: scopeId,
    event_name: names.event.event_name,
    entry_no: entryNo,
    actor_id: actorId,
  }
  return { type: action, timestamp: at.toISOString(), data: { ...scene, ...dataOf(message, names) } }
}

/** The options and slots that messages name, to be looked up. */
export function idsIn(messages: readonly Message[]): { optionIds: string[]; slotIds: string[] } {
  const found = messages.map(({ action, subjectId, detail }) => ({
    option: action.startsWith('option.') ? subjectId : textOf(detail.event_option_id),
    slot: action.startsWith('slot.') ? subjectId : textOf(detail.slot_id),
  }))
  const unique = (ids: (string | undefined)[]) => [...new Set(ids.filter((id) => id !== undefined))]
  return { optionIds: unique(found.map(({ option }) => option)), slotIds: unique(found.map(({ slot }) => slot)) }
}

function dataOf(message: Message, names: Names): Partial<WebhookMessage['data']> {
  const { action, subjectId, detail } = message
  const [kind = ''] = action.split('.', 1)
  switch (kind) {
    case 'registration':
      return ofRegistration(message, names)
    case 'option':
      return {
        event_option_id: subjectId,
        option_name: names.options.get(subjectId) ?? null,
        changed: changedIn(detail),
      }
    case 'slot':
      return { slot_id: subjectId, label: names.slots.get(subjectId) ?? null, changed: changedIn(detail) }
    default:
      return action === 'event.updated' ? { changed: Object.keys(detail).map(publicName) } : {}
  }
}

function ofRegistration(
  { subjectId, fromStatus, toStatus, detail }: Message,
  { event, options, slots }: Names,
): Partial<WebhookMessage['data']> {
  const userId = textOf(detail.user_id)
  const optionId = textOf(detail.event_option_id)
  const slotId = textOf(detail.slot_id)
  const amountMinor = detail.amount_minor
  return {
    registration_id: subjectId,
    ...(userId === undefined ? {} : { user_id: userId }),
    ...(optionId === undefined ? {} : { event_option_id: optionId, option_name: options.get(optionId) ?? null }),
    from_status: fromStatus,
    status: toStatus,
    amount: typeof amountMinor === 'number' ? fromMinor(amountMinor, event.currency) : null,
    currency: event.currency,
    pickup_slot: slotId === undefined ? null : { id: slotId, label: slots.get(slotId) ?? '' },
  }
}

/** Which fields differ between what was before and after, by the names they have in the API. */
function changedIn({ before, after }: Record<string, unknown>): string[] {
  if (!isObject(before) || !isObject(after)) return []
  const names = Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  return names.map(publicName)
}

function publicName(name: string): string {
  return { budget_minor: 'event_budget_amount', cost_minor: 'cost_per_unit' }[name] ?? name
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
