import type { ConflictView } from '@allot/contract'
import { fromMinor, sayInstant, sayMoney } from '@allot/core'
import type { Conflict, HeldTrack, OptionAlternative, SlotAlternative } from '@allot/core'

/** What the sentences need to know of the event. */
export type Wording = {
  currency: string
  timezone: string
  /** Whether the reader may see what is left of the budget; a person asking may not. */
  seesMoney: boolean
}

/** A conflict in words and as data: what is short, by how much, and what there still is. */
export function viewConflict(conflict: Conflict, wording: Wording): ConflictView {
  const options = 'alternativeOptions' in conflict ? conflict.alternativeOptions : []
  const slots = 'alternativeSlots' in conflict ? conflict.alternativeSlots : []
  return {
    conflict_type: conflict.type,
    message: sayConflict(conflict, wording),
    alternatives: [...options.map(sayOption), ...slots.map(saySlot)],
    alternative_options: options.map((option) => ({
      option_id: option.optionId,
      option_name: option.optionName,
      available: option.left,
      cost_per_unit: fromMinor(option.priceMinor, wording.currency),
    })),
    alternative_slots: slots.map((slot) => ({ slot_id: slot.slotId, label: slot.label, available: slot.left })),
    ...(conflict.type === 'TIME_OVERLAP' && { overlapping_options: conflict.overlapping.map(viewOverlapping) }),
  }
}

function sayConflict(conflict: Conflict, { currency, timezone, seesMoney }: Wording): string {
  switch (conflict.type) {
    case 'REGISTRATION_CLOSED':
      return sayClosed(conflict, timezone)
    case 'BUDGET_EXHAUSTED': {
      const needed = sayMoney(conflict.neededMinor, currency)
      const left = sayMoney(conflict.availableMinor, currency)
      const missing = sayMoney(conflict.neededMinor - conflict.availableMinor, currency)
      return seesMoney
        ? `This needs ${needed} and ${left} of the budget is left: ${missing} is missing.`
        : 'The event can no longer cover this.'
    }
    case 'INVENTORY_EXHAUSTED':
      return conflict.isKept
        ? `What is left of ${conflict.optionName} is for those who wait, and is drawn by lot.`
        : `${conflict.optionName} has run out: none of ${conflict.total} is left.`
    case 'SLOT_CONFLICT':
      return `${conflict.label} is full: it takes ${conflict.capacity} ${conflict.capacity === 1 ? 'person' : 'people'}.`
    case 'TIME_OVERLAP':
      return sayOverlap(conflict, timezone)
  }
}

function viewOverlapping({ registrationId, optionId, optionName, startsAt, endsAt }: HeldTrack) {
  return {
    registration_id: registrationId,
    option_id: optionId,
    option_name: optionName,
    starts_at: startsAt.toISOString(),
    ends_at: endsAt.toISOString(),
  }
}

function sayOverlap({ optionName, overlapping }: Extract<Conflict, { type: 'TIME_OVERLAP' }>, zone: string): string {
  const tracks = overlapping.map((held) => {
    return `${held.optionName} (${sayInstant(held.startsAt, zone)} to ${sayInstant(held.endsAt, zone)})`
  })
  const those = tracks.length === 1 ? 'it' : 'them'
  return `${optionName} is at the same time as ${tracks.join(' and ')}, which the person has already: only one can be had. Give up ${those} first, or take another.`
}

function sayClosed(
  { reason, opensAt, closesAt }: Extract<Conflict, { type: 'REGISTRATION_CLOSED' }>,
  timezone: string,
): string {
  switch (reason) {
    case 'books_closed':
      return 'The books of this event are closed: nothing can be asked for any more.'
    case 'archived':
      return 'This event is archived and takes no registrations.'
    case 'draft':
      return 'This event is a draft and takes no registrations yet.'
    case 'not_open_yet':
      return `Registration opens on ${opensAt ? sayInstant(opensAt, timezone) : 'a day to be said'} (${timezone}).`
    case 'over':
      return `Registration closed on ${closesAt ? sayInstant(closesAt, timezone) : 'a day past'} (${timezone}).`
  }
}

function sayOption({ optionName, left }: OptionAlternative): string {
  return `${optionName} (${left} slots)`
}

function saySlot({ label, left }: SlotAlternative): string {
  return `${label} (${left} available)`
}
