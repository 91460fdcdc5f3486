import { Link } from '@tanstack/react-router'
import type { Schema } from '../api.ts'
import { paths } from '../paths.ts'
import { StatusMark } from '../ui/StatusMark.tsx'
import { sayDistance } from '../ui/format.ts'
import { useMyWaitlistWords } from '../waitlist/my-words.ts'
import { useLanguage } from '../words.ts'
import { isLive, isOffered } from './my-registrations.ts'
import type { Registration } from './my-registrations.ts'
import { sayWhereabouts, whereaboutsOf } from './where.ts'
import { useMineWords } from './words.ts'

type Props = { registration: Registration; event: Schema<'Event'> | undefined }

/** One request in a list: what, how it stands, and what happens next. */
export function MineRow({ registration, event }: Props) {
  const isHeld = event?.hold_policy.stock === 'hold'
  return (
    <Link
      className={isLive(registration) ? 'also' : 'also old'}
      to={paths.myRegistration(registration.id)}
      data-status={registration.status}
    >
      <span className="row sb">
        <b>{registration.option_name}</b>
        <StatusMark status={registration.status} isHeld={isHeld} />
      </span>
      <small>
        <NextStep registration={registration} event={event} />
      </small>
    </Link>
  )
}

function NextStep({ registration, event }: Props) {
  const say = useMineWords()
  const sayWaiting = useMyWaitlistWords()
  const language = useLanguage()
  switch (registration.status) {
    case 'WAITLISTED':
      if (isOffered(registration)) return sayWaiting('offerTitle', { option: registration.option_name })
      return say('waitlistedText')
    case 'PENDING':
      if (Date.now() - Date.parse(registration.created_at) < 60_000) return say('pendingRowNow')
      return say('pendingRow', { ago: sayDistance(registration.created_at, language) })
    case 'REJECTED':
      return registration.notes === null ? say('rejectedRow') : say('reason', { notes: registration.notes })
    case 'CANCELLED':
      return say('cancelledRow')
    case 'APPROVED': {
      const where = sayWhereabouts(whereaboutsOf(registration, event), event?.timezone, language, (from, to) =>
        say('timeRange', { from, to }),
      )
      if (where === '') return say('yoursRow')
      return say(registration.option_type === 'INVENTORY' ? 'pickUpRow' : 'comeRow', { where })
    }
  }
}
