import { IconAlertTriangle, IconCloudCheck, IconWifiOff } from '@tabler/icons-react'
import { useState } from 'react'
import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { ErrorNote } from '../ui/Notes.tsx'
import { Mark } from '../ui/StatusMark.tsx'
import { sayCount, sayTime } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import type { Desk, DeskState } from './desk.ts'
import { countDue } from './desk.ts'
import { countItems, isOver, leftOnTable, stillDue } from './lease.ts'
import type { DeskPerson } from './transport.ts'
import { useDeskWords } from './words.ts'

/** Of those expected now, so many are shown; the count says how many there are. */
const MOST_SHOWN = 12

type Props = { desk: Desk; state: DeskState; isTablet: boolean }

/** What this desk may do, what lies on its table, and who is expected. */
export function Table({ desk, state, isTablet }: Props) {
  return (
    <aside className="dq">
      {isTablet && <Statement desk={desk} state={state} />}
      <Findings desk={desk} state={state} />
      <Stock state={state} />
      {isTablet && <Expected desk={desk} state={state} />}
    </aside>
  )
}

/** At all times: what the tablet may do without a network, and until when. */
function Statement({ desk, state: { kept, offlineSince } }: { desk: Desk; state: DeskState }) {
  const say = useDeskWords()
  const language = useLanguage()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const { held, own } = kept
  const due = countDue(held, desk.now())
  const until = held ? sayTime(held.lease.expires_at, own.event.timezone, language) : ''
  const items = held ? countItems(held) : null
  const change = (holding: 'nobody' | 'slot' | 'anyone') => {
    setBusy(true)
    setError(undefined)
    desk
      .setHolding(holding)
      .catch(setError)
      .finally(() => setBusy(false))
  }
  if (offlineSince !== undefined) {
    return (
      <section className="note wrn" role="status">
        <IconWifiOff className="ic" aria-hidden />
        <div>
          <b>{say(due > 0 ? 'goOn' : 'cannotGoOn')}</b> {!held && say('holdsNobody')}
          {held && isOver(held, desk.now()) && say('leaseOver', { time: until })}
          {held && !isOver(held, desk.now()) && due === 0 && say('allDone')}
          {due > 0 && (
            <>
              {say('holdsPeople', { count: due })} {items !== null && `${say('holdsItems', { count: items })} `}
              {say('nothingTwice', { time: until })}
            </>
          )}
        </div>
      </section>
    )
  }
  return (
    <section className="note hold">
      <IconCloudCheck className="ic" aria-hidden />
      <div className="grow">
        <p>{due > 0 ? say('ready', { count: due, time: until }) : say('notReady')}</p>
        {due > 0 && <p className="mut">{say('onlyHere')}</p>}
        {error !== undefined && <ErrorNote error={error} />}
        {due === 0 ? (
          <button
            type="button"
            className="btn"
            disabled={isBusy}
            onClick={() => change(own.expected.length > 0 ? 'slot' : 'anyone')}
          >
            {say(own.expected.length > 0 ? 'holdNow' : 'holdAnyone')}
          </button>
        ) : (
          <button type="button" className="btn" disabled={isBusy} onClick={() => change('nobody')}>
            {say('giveBack')}
          </button>
        )}
      </div>
    </section>
  )
}

/** What the server said to what was sent, where somebody should know. */
function Findings({ desk, state: { kept } }: { desk: Desk; state: DeskState }) {
  const say = useDeskWords()
  const language = useLanguage()
  if (kept.findings.length === 0) return null
  return (
    <section className="note bad" role="alert">
      <IconAlertTriangle className="ic" aria-hidden />
      <div className="grow">
        <b>{say('findings', { count: kept.findings.length })}</b>
        <ul>
          {kept.findings.map((one) => (
            <li key={`${one.at}${one.personName}`}>
              {say('findingOf', {
                name: one.personName,
                option: one.optionName,
                time: sayTime(one.at, kept.own.event.timezone, language),
              })}
              : {one.message}
            </li>
          ))}
        </ul>
        <button type="button" className="btn" onClick={() => void desk.dismissFindings()}>
          {say('seen')}
        </button>
      </div>
    </section>
  )
}

function Stock({ state: { kept, offlineSince } }: { state: DeskState }) {
  const say = useDeskWords()
  const language = useLanguage()
  const { own, held } = kept
  const counted = own.desk.options.flatMap((option) => {
    if (option.counted === null || option.left_on_table === null) return []
    // Without a network the tablet counts on by itself.
    const here = offlineSince !== undefined && held ? leftOnTable(held, option.event_option_id) : null
    return [{ ...option, counted: option.counted, left: Math.max(0, here ?? option.left_on_table) }]
  })
  const first = counted[0]?.counted_at
  if (counted.length === 0) return null
  return (
    <section>
      <div className="h2">
        <h2>{say('onTable')}</h2>
        {first && <span className="dim">{say('counted', { time: sayTime(first, own.event.timezone, language) })}</span>}
      </div>
      {counted.map(({ event_option_id: id, option_name: option, counted: total, left }) => (
        <div className="stk" key={id}>
          <span className="tr" title={option}>
            {option}
          </span>
          <AllotmentBar
            committed={Math.max(0, total - left)}
            pending={0}
            total={Math.max(total, left)}
            label={say('leftLabel', { option, left, total })}
          />
          <b className="r">{say('left', { left: sayCount(left, language) })}</b>
        </div>
      ))}
    </section>
  )
}

function Expected({ desk, state: { kept, offlineSince } }: Omit<Props, 'isTablet'>) {
  const say = useDeskWords()
  const language = useLanguage()
  const { own, held } = kept
  const zone = own.event.timezone
  const slot = own.expected[0]
  const here = offlineSince !== undefined && held ? heldPeople(held, desk.now(), slot?.slot) : undefined
  const people = here ?? kept.people
  if (!slot) {
    return (
      <section>
        <p className="dim">{say('nobodyNow')}</p>
        <People people={here ?? []} zone={zone} />
      </section>
    )
  }
  const collected = here
    ? Math.max(slot.collected, here.filter((one) => one.collected_at !== null).length)
    : slot.collected
  const expected = slot.total - collected
  return (
    <section className="grow">
      <div className="h2">
        <h2>
          {[slot.starts_at, slot.ends_at]
            .flatMap((at) => (at === null ? [] : [sayTime(at, zone, language)]))
            .join(language === 'de' ? ' bis ' : ' to ')}
        </h2>
        <span className="dim">{say('slotCollected', { collected, total: slot.total })}</span>
      </div>
      <AllotmentBar
        size="md"
        holds
        committed={Math.min(collected, slot.total)}
        pending={Math.max(0, expected)}
        total={slot.total}
        label={say('slotLabel', { collected, expected, total: slot.total })}
      />
      <People people={people} zone={zone} />
    </section>
  )
}

function People({ people, zone }: { people: readonly DeskPerson[]; zone: string }) {
  const say = useDeskWords()
  const language = useLanguage()
  const sorted = people.toSorted((one, other) => (other.collected_at ?? '').localeCompare(one.collected_at ?? ''))
  const more = sorted.length - MOST_SHOWN
  return (
    <>
      <ul className="ppl">
        {sorted.slice(0, MOST_SHOWN).map((one) => (
          <li key={one.registration_id}>
            <Mark kind={one.collected_at === null ? 'held' : 'collected'} />
            <b className="grow tr" title={one.person_name}>
              {one.person_name}
            </b>
            <span className="dim tr">{one.option_name}</span>
            <span className="dim r when">
              {one.collected_at === null ? say('expected') : sayTime(one.collected_at, zone, language)}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="dim">{say('more', { count: more })}</p>}
    </>
  )
}

function heldPeople(
  held: NonNullable<DeskState['kept']['held']>,
  nowMs: number,
  slot: string | undefined,
): DeskPerson[] {
  const due = new Set(isOver(held, nowMs) ? [] : stillDue(held).map(({ registration_id }) => registration_id))
  return held.lease.people
    .filter((one) => slot === undefined || one.slot === slot)
    .filter(({ registration_id }) => due.has(registration_id) || held.handed[registration_id] !== undefined)
    .map((one) => ({
      registration_id: one.registration_id,
      person_name: one.person_name,
      option_name: one.option_name,
      option_type: one.option_type,
      slot: one.slot,
      starts_at: one.slot_starts_at,
      ends_at: one.slot_ends_at,
      collected_at: held.handed[one.registration_id] ?? null,
    }))
}
