import { findBlockingRegistration } from '@allot/core'
import type { Schema } from '../api.ts'
import { isLive } from '../mine/my-registrations.ts'
import type { Registration } from '../mine/my-registrations.ts'

export type Event = Schema<'Event'>
export type Option = Schema<'Option'>
type OptionType = Option['option_type']
type Limit = Event['registration_limit']

/** How an option stands to the person looking at it. */
export type Standing =
  | { kind: 'open' }
  | { kind: 'full' }
  /** They asked for it already. */
  | { kind: 'mine'; registration: Registration }
  /** The event's limit is used up by something else they asked for. */
  | { kind: 'blocked'; by: Registration }

export function standingOf(option: Option, limit: Limit, mine: readonly Registration[]): Standing {
  const live = mine.filter(isLive)
  const held = live.map((registration) => ({
    registrationId: registration.id,
    optionId: registration.event_option_id,
    optionType: registration.option_type,
  }))
  const blocking = findBlockingRegistration(limit, held, { optionId: option.id, optionType: option.option_type })
  const own = live.find(({ event_option_id }) => event_option_id === option.id)
  if (own) return { kind: 'mine', registration: own }
  const by = live.find(({ id }) => id === blocking?.registrationId)
  if (by) return { kind: 'blocked', by }
  return option.available_to_register > 0 ? { kind: 'open' } : { kind: 'full' }
}

/** What is chosen once this option is, too: the event's limit makes others go. */
export function choose(chosen: readonly Option[], option: Option, limit: Limit): Option[] {
  const others = chosen.filter(({ id }) => id !== option.id)
  switch (limit) {
    case 'one':
      return [option]
    case 'one_per_type':
      return [...others.filter(({ option_type }) => option_type !== option.option_type), option]
    case 'one_per_option':
      return [...others, option]
  }
}

/** In the order of the page: tracks before gifts. */
export const typeOrder: readonly OptionType[] = ['TRACK', 'INVENTORY']

/** Whether the slot is this option's: it is where gifts are picked up, or where one comes if there are no gifts. */
export function takesSlot(option: Option, event: Event): boolean {
  return option.option_type === 'INVENTORY' || !event.options.some(({ option_type }) => option_type === 'INVENTORY')
}

/** Others of the same kind with room that are not chosen yet, most room first. */
export function similarWithRoom(option: Option, options: readonly Option[], chosenIds: readonly string[]): Option[] {
  return options
    .filter(({ id, option_type }) => id !== option.id && option_type === option.option_type && !chosenIds.includes(id))
    .filter(({ is_active, available_to_register }) => is_active && available_to_register > 0)
    .toSorted((a, b) => b.available_to_register - a.available_to_register)
    .slice(0, 3)
}

/** Whether the event takes requests now, and if not, why. */
export type Opening =
  | { kind: 'open'; until: string | null }
  | { kind: 'before'; from: string }
  | { kind: 'over'; at: string }
  | { kind: 'archived' }
  | { kind: 'draft' }

export function openingOf(event: Event, now: Date): Opening {
  const { registration_start_date: from, registration_end_date: until } = event
  if (!event.is_active) return { kind: 'archived' }
  if (!event.published) return { kind: 'draft' }
  if (from !== null && now < new Date(from)) return { kind: 'before', from }
  if (until !== null && now > new Date(until)) return { kind: 'over', at: until }
  return { kind: 'open', until }
}
