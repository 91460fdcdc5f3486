import { IconCalendarPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { KeyboardEvent } from 'react'
import { paths } from '../paths.ts'
import { useMay } from '../session/session.ts'
import { Empty, ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { Mark } from '../ui/StatusMark.tsx'
import { sayCount, sayDay } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { Balance } from './Balance.tsx'
import { SlotCell } from './SlotCell.tsx'
import { SlotGrid } from './SlotGrid.tsx'
import { focusSlot } from './board.ts'
import type { Board } from './board.ts'
import { layOut } from './slot-layout.ts'
import { useOptionWords } from './words.ts'

/** All pickup slots: a table for each day, and those that have no time of their own; or what people proposed. */
export function Slots({ board, onSpace }: { board: Board; onSpace: (slotId: string) => void }) {
  const say = useOptionWords()
  const language = useLanguage()
  const mayManage = useMay('event.manage')
  const { event, slots, query } = board
  const { days, loose } = layOut(slots, event.timezone)
  const isProposed = slots.length > 0 && slots.every((slot) => !slot.is_defined)
  const [firstDay] = days
  const places = new Set(slots.flatMap(({ location }) => location ?? []))
  const title = isProposed
    ? say('proposed')
    : firstDay?.times[0] !== undefined && days.length === 1
      ? say('slotsOn', { day: sayDay(firstDay.times[0], event.timezone, language, false) })
      : say('slots')
  const note = isProposed
    ? say('proposedNote', { shown: sayCount(event.pickup_slot_capacity, language) })
    : say('slotsNote', { places: sayCount(places.size, language), count: slots.length })
  // What has no time and place has an order only: forwards and back.
  const onKeyDown = (pressed: KeyboardEvent, index: number) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[pressed.key]
    const slot = loose[index]
    const next = by === undefined ? undefined : loose[index + by]
    if (by !== undefined) pressed.preventDefault()
    if (next) focusSlot(next.id)
    if (pressed.key !== ' ' || board.carried || !slot) return
    pressed.preventDefault()
    onSpace(slot.id)
  }
  return (
    <section className="pad" aria-labelledby="slots-title">
      <div className="h2 opth">
        <h2 id="slots-title">{title}</h2>
        {slots.length > 0 && <span className="s2 dim">{note}</span>}
        <span className="row slkeys">
          {slots.length > 0 && (
            <>
              <Key kind="approved" text={say('committed')} />
              <Key kind="pending" text={say('requested')} />
              <Key kind="over" text={say('over')} />
            </>
          )}
          {mayManage && (
            <Link className="btn sm" to={paths.studio(event.id)}>
              <IconCalendarPlus className="ic" aria-hidden />
              {say('define')}
            </Link>
          )}
        </span>
      </div>
      {query.error && <ErrorNote error={query.error} onRetry={() => void query.refetch()} />}
      {slots.length > 0 && <Balance eventId={event.id} />}
      {query.isPending && <Skeleton height={260} />}
      {query.data && slots.length === 0 && <Empty>{say('noSlots')}</Empty>}
      {days.length > 0 && <p className="sr">{say('gridHelp')}</p>}
      {days.map((day) => (
        <div key={day.date}>
          {days.length > 1 && <h3 className="slday">{sayDay(day.times[0] ?? day.date, event.timezone, language)}</h3>}
          <SlotGrid board={board} day={day} onSpace={onSpace} />
        </div>
      ))}
      {loose.length > 0 && (
        <>
          {days.length > 0 && <h3 className="slday">{say('others')}</h3>}
          <ul className="slloose">
            {loose.map((slot, index) => (
              <li key={slot.id} className="sl" onKeyDown={(pressed) => onKeyDown(pressed, index)}>
                <SlotCell board={board} slot={slot} tabIndex={0} name={slot.label} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Key({ kind, text }: { kind: 'approved' | 'pending' | 'over'; text: string }) {
  return (
    <span className="key" aria-hidden>
      <Mark kind={kind} />
      {text}
    </span>
  )
}
