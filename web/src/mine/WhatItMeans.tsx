import type { Schema } from '../api.ts'
import { useMe } from '../session/session.ts'
import { sayDay, sayTime } from '../ui/format.ts'
import { useMyWaitlistWords } from '../waitlist/my-words.ts'
import { useLanguage } from '../words.ts'
import { Sentence, strong } from './Sentence.tsx'
import { isOffered } from './my-registrations.ts'
import type { Registration } from './my-registrations.ts'
import { sayWhereabouts, whereaboutsOf } from './where.ts'
import type { Whereabouts } from './where.ts'
import { useMineWords } from './words.ts'

/** How it stands, in one sentence to the person. */
export function useHeadline(registration: Registration): string {
  const say = useMineWords()
  const sayWaiting = useMyWaitlistWords()
  const { user } = useMe()
  const { status, option_name: option, option_type: type } = registration
  const person = user.name.split(' ')[0] ?? user.name
  switch (status) {
    case 'WAITLISTED':
      return isOffered(registration) ? sayWaiting('offerTitle', { option }) : say('waitlistedTitle', { option })
    case 'PENDING':
      return say('pendingTitle', { option })
    case 'APPROVED':
      return say(type === 'INVENTORY' ? 'approvedItemTitle' : 'approvedTrackTitle', { option, person })
    case 'REJECTED':
      return say('rejectedTitle', { option })
    case 'CANCELLED':
      return say('cancelledTitle', { option })
  }
}

/** What that means, and what to do. */
export function WhatItMeans({
  registration,
  event,
}: {
  registration: Registration
  event: Schema<'Event'> | undefined
}) {
  const say = useMineWords()
  const sayWaiting = useMyWaitlistWords()
  const sayWhere = useSayWhere()
  const language = useLanguage()
  const where = whereaboutsOf(registration, event)
  const { status, notes } = registration
  const text = () => {
    switch (status) {
      case 'WAITLISTED':
        return isOffered(registration) ? sayWaiting('offerText') : say('waitlistedText')
      case 'PENDING': {
        if (where.kind !== 'slot') return say('pendingText')
        const range = (from: string, to: string) => say('timeRange', { from, to })
        return say('pendingTextSlot', { where: strong(sayWhereabouts(where, event?.timezone, language, range)) })
      }
      case 'APPROVED':
        return sayWhere(where, event?.timezone, registration.option_type)
      case 'REJECTED':
        return say('rejectedText')
      case 'CANCELLED':
        return say('cancelledText')
    }
  }
  return (
    <>
      <p className="mp" style={{ margin: '6px 0 14px' }}>
        <Sentence>{text()}</Sentence>
      </p>
      {notes !== null && (
        <p className="quote" style={{ marginBottom: 14 }}>
          {status === 'REJECTED' ? say('reason', { notes }) : notes}
        </p>
      )}
    </>
  )
}

/** Where to be and when, with what matters in bold. */
function useSayWhere() {
  const say = useMineWords()
  const language = useLanguage()
  return (
    { kind, place, startsAt, endsAt, label }: Whereabouts,
    zone: string | undefined,
    type: Registration['option_type'],
  ): string => {
    if (startsAt === null || zone === undefined) {
      return label === null ? say('noTimeText') : say('pickUpTextLabel', { label: strong(label) })
    }
    const day = strong(sayDay(startsAt, zone, language, false))
    const from = sayTime(startsAt, zone, language)
    if (endsAt === null || sayDay(endsAt, zone, language) !== sayDay(startsAt, zone, language)) {
      return kind === 'slot' && place !== null && type === 'INVENTORY'
        ? say('pickUpTextFrom', { place: strong(place), day, from: strong(from) })
        : say('comeTextFrom', { day, from: strong(from) })
    }
    const hours = { from: strong(from), to: strong(sayTime(endsAt, zone, language)) }
    if (kind !== 'slot') return say('comeText', { day, ...hours })
    if (place !== null) {
      return say(type === 'INVENTORY' ? 'pickUpText' : 'beAtText', { place: strong(place), day, ...hours })
    }
    return say(type === 'INVENTORY' ? 'pickUpTextNoPlace' : 'comeText', { day, ...hours })
  }
}
