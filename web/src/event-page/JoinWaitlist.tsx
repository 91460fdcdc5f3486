import { ApiError } from '../api.ts'
import { ErrorNote } from '../ui/Notes.tsx'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { useJoin } from '../waitlist/my-waitlist.ts'
import { useMyWaitlistWords } from '../waitlist/my-words.ts'
import { Why } from './Why.tsx'
import type { Event, Option } from './choice.ts'

type Props = { event: Event; option: Option; slot: string | undefined }

/** What cannot be had now can be waited for, at one tap. */
export function JoinWaitlist({ event, option, slot }: Props) {
  const say = useMyWaitlistWords()
  const language = useLanguage()
  const join = useJoin(event.id)
  const count = option.waiting_count
  if (!event.waitlist_policy.is_open) return null
  const isRoom = join.error instanceof ApiError && join.error.problem.code === 'WAITLIST_NOT_NEEDED'
  return (
    <span className="joinw">
      <button
        type="button"
        className="btn"
        disabled={join.isPending}
        aria-busy={join.isPending}
        aria-label={`${say('join')}: ${option.option_name}`}
        onClick={() =>
          join.run({
            event_option_id: option.id,
            ...(slot === undefined || slot === '' ? {} : { preferred_pickup_slot: slot }),
          })
        }
      >
        {say(join.isPending ? 'joining' : 'join')}
      </button>
      <span className="dim">
        {count === 0 ? say('firstOne') : say('waiting', { count, shown: sayCount(count, language) })} {say('fillsUp')}
      </span>
      {isRoom && <Why>{say('roomNow')}</Why>}
      {join.error && !isRoom && <ErrorNote error={join.error} />}
    </span>
  )
}
