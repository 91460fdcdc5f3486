import type { ProblemDocument, WaitlistStateView } from '@allot/contract'
import { MOST_ALTERNATIVES, sayInstant } from '@allot/core'
import type { RegistrationStatus, Refusal, SlotStock } from '@allot/core'
import { Problem, invalid } from '../platform/problem.ts'
import { sayBooksClosed } from '../events/books.sql.ts'
import { viewConflict } from './conflict-words.ts'
import type { Wording } from './conflict-words.ts'

/** What the sentences need to know beside the refusal: the field in which a slot was named, and which slots there are. */
export type RefusalWording = Wording & {
  slotField: 'preferred_pickup_slot' | 'assigned_pickup_slot'
  slots: Iterable<SlotStock>
  /** Whether it is about an offer. */
  isOffer?: boolean
  /** What there is of a waitlist, for whoever asks for something new. */
  waitlist?: WaitlistStateView | undefined
}

/** A refusal of the rules as a problem: what is wrong, and what to do. */
export function problemOfRefusal(refusal: Refusal, wording: RefusalWording): Problem {
  switch (refusal.code) {
    case 'CONFLICT': {
      const conflicts = refusal.conflicts.map((conflict) => viewConflict(conflict, wording))
      const headline = viewConflict(refusal.headline, wording)
      const isFull = !['REGISTRATION_CLOSED', 'TIME_OVERLAP'].includes(refusal.headline.type)
      const waitlist = isFull && wording.waitlist ? { waitlist: wording.waitlist } : {}
      const members: Partial<ProblemDocument> = { ...headline, conflicts, ...waitlist }
      return new Problem(refusal.headline.type, headline.message, members)
    }
    case 'ALREADY_REGISTERED':
      return new Problem(
        'ALREADY_REGISTERED',
        'There is a live registration already, and the event allows no other beside it. Cancel that one first.',
        { registration_id: refusal.registrationId },
      )
    case 'INVALID_TRANSITION':
      return new Problem('INVALID_TRANSITION', sayTransition(refusal))
    case 'OWN_REGISTRATION':
      return new Problem('OWN_REGISTRATION', 'Somebody else has to decide on your own registration. You may cancel it.')
    case 'NOT_YOURS':
      return new Problem(
        'FORBIDDEN',
        wording.isOffer
          ? 'You may only answer an offer that is made to you.'
          : wording.slotField === 'assigned_pickup_slot'
            ? 'You may only cancel a registration of your own.'
            : 'You may only change the slot of a registration of your own.',
      )
    case 'ALREADY_COLLECTED':
      return new Problem('ALREADY_COLLECTED', 'It was handed out already: undo the collection first.')
    case 'LEASED':
      return new Problem(
        'LEASED',
        `${refusal.deskName} may be handing it out without a network, until ${sayInstant(refusal.until, wording.timezone)} (${wording.timezone}). Try again then, or have the desk give it back.`,
      )
    case 'HELD_BACK':
      return new Problem(
        'HELD_BACK',
        'This one could be decided, but others of the batch cannot, and it is all or nothing.',
      )
    case 'WAITLIST_CLOSED':
      return new Problem('WAITLIST_CLOSED', 'Nobody can join the waitlist of this event for now.')
    case 'WAITLIST_NOT_NEEDED':
      return new Problem(
        'WAITLIST_NOT_NEEDED',
        `There is room for ${refusal.optionName}: register for it instead of waiting.`,
      )
    case 'NO_OFFER':
      return new Problem('NO_OFFER', sayNoOffer(refusal.status))
    case 'SLOT_UNKNOWN':
      return invalid(`body.${wording.slotField}`, saySlots(refusal.label, wording.slots))
    case 'SLOT_FIXED':
      return new Problem(
        'SLOT_FIXED',
        `The day of the event has begun (${sayInstant(refusal.since, wording.timezone)}, ${wording.timezone}): only an organiser can move you now.`,
      )
    case 'EVENT_CLOSED':
      return new Problem('EVENT_CLOSED', sayBooksClosed(refusal.since, wording.timezone))
    case 'OPTION_NOT_FOUND':
      return new Problem('OPTION_NOT_FOUND', 'The event has no such option.', {
        errors: [{ path: 'body.event_option_id', message: 'must be the id of an option of this event' }],
      })
    case 'OPTION_ARCHIVED':
      return new Problem('OPTION_ARCHIVED', 'This option is archived and can no longer be asked for.', {
        errors: [{ path: 'body.event_option_id', message: 'must be the id of an option that is not archived' }],
      })
    case 'REGISTRATION_NOT_FOUND':
      return new Problem('REGISTRATION_NOT_FOUND')
  }
}

/** A slot that does not exist, and some that do. */
function saySlots(label: string, slots: Iterable<SlotStock>): string {
  const known = [...slots].filter(({ isActive }) => isActive).map((slot) => slot.label)
  const some = known.slice(0, MOST_ALTERNATIVES).join(', ')
  return `the event has no slot ${JSON.stringify(label)}; ${known.length > MOST_ALTERNATIVES ? 'among others ' : ''}there are: ${some}`
}

function sayNoOffer(status: RegistrationStatus): string {
  switch (status) {
    case 'WAITLISTED':
      return 'Nothing is offered yet: whoever waits hears of it when their turn has come.'
    case 'PENDING':
    case 'APPROVED':
      return `The offer was accepted, and the registration is ${status}. To give it up, cancel it.`
    case 'REJECTED':
    case 'CANCELLED':
      return `The offer has run out, or was declined: the registration is ${status}. The person may ask or wait anew.`
  }
}

function sayTransition({ from, to }: Extract<Refusal, { code: 'INVALID_TRANSITION' }>): string {
  if (to === 'another slot') {
    return from === 'PENDING'
      ? 'A pending registration has no slot yet: approve it with the slot it should get.'
      : `This registration is ${from} and holds no slot.`
  }
  if (from === 'WAITLISTED') {
    return 'Whoever waits comes up by themselves: move them to the front, or approve them where there is room.'
  }
  if (to === 'WAITLISTED') return 'To wait, join the waitlist: POST /events/{event_id}/waitlist.'
  return from === 'APPROVED'
    ? 'An approved registration cannot be pending again: cancel it, and the person may ask anew.'
    : `This registration is ${from}, and that is final. The person may ask anew.`
}
