import type { WebhookEvent } from './webhook-query.ts'

export type GroupName = 'registration' | 'waitlist' | 'event' | 'option' | 'slot'

/** What can be sent, by what it is about. */
export const eventGroups: readonly (readonly [GroupName, readonly WebhookEvent[]])[] = [
  [
    'registration',
    [
      'registration.registered',
      'registration.approved',
      'registration.rejected',
      'registration.cancelled',
      'registration.moved',
      'registration.noted',
    ],
  ],
  [
    'waitlist',
    [
      'registration.waitlisted',
      'registration.waitlist_moved',
      'registration.promoted',
      'registration.offered',
      'registration.offer_accepted',
      'registration.offer_declined',
      'registration.offer_expired',
      'event.lottery_drawn',
    ],
  ],
  ['event', ['event.created', 'event.updated', 'event.archived']],
  ['option', ['option.created', 'option.updated', 'option.archived']],
  ['slot', ['slot.created', 'slot.updated', 'slot.archived']],
]

/** The chosen ones with a group in them, or without it. */
export function toggleGroup(
  chosen: readonly WebhookEvent[],
  group: readonly WebhookEvent[],
  isChosen: boolean,
): WebhookEvent[] {
  const others = chosen.filter((event) => !group.includes(event))
  return isChosen ? [...others, ...group] : others
}
