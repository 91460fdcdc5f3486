import { memo, useEffect, useRef } from 'react'
import type { MouseEvent } from 'react'
import { sayMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { StateCell } from './StateCell.tsx'
import type { Counts } from './counts.ts'
import { isUnderWay } from './decisions.ts'
import type { Decided } from './decisions.ts'
import type { Row, RowChange } from './row.ts'
import type { Fit } from './trial.ts'
import { LONG_DAYS, waitedDays } from './waiting.ts'
import { useApprovalWords } from './words.ts'

export type RowEvents = {
  onFocus: (row: Row) => void
  onToggle: (row: Row, isRange: boolean) => void
  onExplain: (row: Row) => void
  /** What would become of a row on screen has not been read yet. */
  onUnread: () => void
}

type Props = {
  row: Row
  index: number
  isChosen: boolean
  /** Where the keys act; it takes the focus when the keys have moved there. */
  isCurrent: boolean
  takesFocus: boolean
  isOpen: boolean
  decided: Decided | undefined
  change: RowChange | undefined
  /** What would become of it if what is chosen were approved. */
  fit: Fit | undefined
  counts: Counts | undefined
  currency: string
  zone: string
  events: RowEvents
}

/** One request: who, what, when, how much, for how long, and where it stands. */
export const ApprovalRow = memo(function ApprovalRow(props: Props) {
  const { row, index, isChosen, isCurrent, takesFocus, isOpen, decided, change, fit } = props
  const { counts, currency, zone, events } = props
  const say = useApprovalWords()
  const language = useLanguage()
  const line = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (isCurrent && takesFocus) line.current?.focus({ preventScroll: true })
  }, [isCurrent, takesFocus])

  const days = waitedDays(row.created_at, zone)
  const { name, department } = row.person
  const slot = row.preferred_pickup_slot
  const isAnswered = decided?.outcome.step === 'done' || change === 'gone'
  const classes = [
    isChosen ? 'on' : '',
    isCurrent ? 'foc' : '',
    isAnswered ? 'ans' : '',
    change === undefined ? '' : 'flash',
  ]
  return (
    <tr
      ref={line}
      className={classes.filter(Boolean).join(' ')}
      tabIndex={isCurrent ? 0 : -1}
      aria-rowindex={index + 2}
      onClick={() => events.onFocus(row)}
      onDoubleClick={(event) => isControl(event) || events.onExplain(row)}
      onFocus={() => events.onFocus(row)}
    >
      <td>
        <input
          type="checkbox"
          className="cbx"
          tabIndex={isCurrent ? 0 : -1}
          aria-label={say('choose', { name })}
          checked={isChosen}
          disabled={isAnswered || isUnderWay(decided?.outcome)}
          onChange={() => {}}
          onClick={(event) => events.onToggle(row, event.shiftKey)}
        />
      </td>
      <td className="tr" title={row.person.email === undefined ? name : `${name}, ${row.person.email}`}>
        <button
          type="button"
          className="pname"
          tabIndex={isCurrent ? 0 : -1}
          aria-expanded={isOpen}
          onClick={() => events.onExplain(row)}
        >
          {name}
        </button>
      </td>
      <td className="tr dim" title={department ?? undefined}>
        {department ?? '–'}
      </td>
      <td className="tr" title={row.option_name}>
        {row.option_name}
      </td>
      <td className={slot === null ? 'tr dim' : 'tr'} title={slot ?? undefined}>
        {slot ?? say('noSlot')}
      </td>
      <td className="r">{sayMoney(row.amount_committed, currency, language)}</td>
      <td className={days > LONG_DAYS ? 'r neg' : 'r'}>{say('days', { count: days })}</td>
      <td className="why tr">
        <StateCell
          row={row}
          counts={counts}
          outcome={decided?.outcome}
          verdict={decided?.verdict}
          change={change}
          fit={fit}
          onUnread={events.onUnread}
        />
      </td>
    </tr>
  )
})

const isControl = ({ target }: MouseEvent) => target instanceof Element && target.closest('button, input, a') !== null
