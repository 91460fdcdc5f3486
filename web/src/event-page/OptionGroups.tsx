import { Link } from '@tanstack/react-router'
import type { Registration } from '../mine/my-registrations.ts'
import { paths } from '../paths.ts'
import { OptionRow } from './OptionRow.tsx'
import type { Outcome } from './asking.ts'
import type { Conflict } from './checking.ts'
import { standingOf, typeOrder } from './choice.ts'
import type { Event, Option, Standing } from './choice.ts'
import { useEventPageWords } from './words.ts'

/** What choosing needs to know and to do; left out where one can only look. */
export type ChoosingState = {
  chosen: readonly Option[]
  conflicts: ReadonlyMap<string, Conflict[]>
  outcomes: Readonly<Record<string, Outcome>>
  onChoose: (option: Option) => void
  onDrop: (options: readonly Option[]) => void
  /** Takes another one in its place. */
  onInstead: (option: Option, otherId: string) => void
  /** The slot of an option that has one, as far as it is chosen. */
  slotOf: (option: Option) => string | undefined
}

type Props = { event: Event; mine: readonly Registration[]; choosing: ChoosingState | undefined }

/** The tracks, then the gifts: each a group of which one chooses as many as the event allows. */
export function OptionGroups({ event, mine, choosing }: Props) {
  const say = useEventPageWords()
  const isMany = event.registration_limit === 'one_per_option'
  const titles = {
    TRACK: say(isMany ? 'tracks' : 'track'),
    INVENTORY: say(isMany ? 'gifts' : 'gift'),
  }
  const shown = event.options.filter(
    (option) => option.is_active || mine.some(({ event_option_id }) => event_option_id === option.id),
  )
  if (shown.length === 0) return <p className="mp">{say('noOptions')}</p>
  return typeOrder.map((type) => {
    const options = shown.filter(({ option_type }) => option_type === type)
    if (options.length === 0) return null
    const standings = new Map(
      options.map((option) => [option, standingOf(option, event.registration_limit, mine)] as const),
    )
    // What the limit takes out of reach is no longer chosen, and there is nothing to take back.
    const chosen = (choosing?.chosen ?? []).filter((option) =>
      ['open', 'full'].includes(standings.get(option)?.kind ?? ''),
    )
    return (
      <fieldset key={type} className="og">
        <legend className="sr">{titles[type]}</legend>
        <div className="row sb oghd">
          <h2>{titles[type]}</h2>
          {chosen.length > 0 && (
            <button type="button" className="lnk" onClick={() => choosing?.onDrop(chosen)}>
              {say('takeNone')}
            </button>
          )}
        </div>
        {choosing && <UsedUp event={event} standings={[...standings.values()]} />}
        {options.map((option) => (
          <OptionRow
            key={option.id}
            option={option}
            event={event}
            standing={standings.get(option) ?? { kind: 'full' }}
            choosing={choosing}
          />
        ))}
      </fieldset>
    )
  })
}

/** The event's limit is used up by something asked for: said once for the group, with the way to change one's mind. */
function UsedUp({ event, standings }: { event: Event; standings: readonly Standing[] }) {
  const say = useEventPageWords()
  const blocked = standings.find((standing) => standing.kind === 'blocked')
  if (!blocked) return null
  const isOne = event.registration_limit === 'one'
  const words = blocked.by.status === 'WAITLISTED' ? 'waitsOther' : isOne ? 'alreadyOne' : 'alreadyOther'
  return (
    <p className="ownrow used">
      {say(words, { option: blocked.by.option_name })}{' '}
      <Link to={paths.myRegistration(blocked.by.id)}>{say('seeIt')}</Link>
    </p>
  )
}
