import { useState } from 'react'
import type { CSSProperties, KeyboardEvent } from 'react'
import { sayCount, sayDay, sayTime } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { SlotCell } from './SlotCell.tsx'
import { focusSlot } from './board.ts'
import type { Board } from './board.ts'
import { step } from './slot-layout.ts'
import type { DayTable } from './slot-layout.ts'
import { useOptionWords } from './words.ts'

type Props = { board: Board; day: DayTable; onSpace: (slotId: string) => void }

const ways: Record<string, { row: number; column: number }> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}

/** Places and times of one day: one stop for the Tab key, arrow keys inside. */
export function SlotGrid({ board, day, onSpace }: Props) {
  const say = useOptionWords()
  const language = useLanguage()
  const zone = board.event.timezone
  const [active, setActive] = useState<string>()
  const ids = day.rows.flatMap(({ cells }) => cells.flatMap((slot) => (slot ? [slot.id] : [])))
  const stop = active !== undefined && ids.includes(active) ? active : ids[0]
  const count = (number: number) => sayCount(number, language)

  const onKeyDown = (pressed: KeyboardEvent, row: number, column: number, slotId: string) => {
    const way = ways[pressed.key]
    if (way) {
      pressed.preventDefault()
      // Right is forward in the order of time, also where writing runs from right to left.
      const isRtl = document.documentElement.dir === 'rtl'
      const next = step(day.rows, { row, column }, isRtl ? { ...way, column: -way.column } : way)
      if (next) focusSlot(next.slot.id)
    } else if (pressed.key === ' ' && !board.carried) {
      pressed.preventDefault()
      onSpace(slotId)
    }
  }
  return (
    <div className="slscroll">
      <table
        className="slt"
        role="grid"
        style={{ '--columns': day.times.length, '--left': `${Math.max(4, count(day.left).length)}ch` } as CSSProperties}
        aria-label={say('slotsOn', { day: sayDay(dayOf(day), zone, language) })}
      >
        <thead>
          <tr>
            <td />
            {day.times.map((time) => (
              <th key={time} scope="col">
                {sayTime(time, zone, language)}
              </th>
            ))}
            <th scope="col" className="r">
              {say('leftHead')}
            </th>
          </tr>
        </thead>
        <tbody>
          {day.rows.map(({ place, cells, left }, row) => (
            <tr key={place}>
              <th scope="row" title={place}>
                {place === '' ? say('noPlace') : place}
              </th>
              {cells.map((slot, column) =>
                slot ? (
                  <td key={slot.id} className="sl" onKeyDown={(pressed) => onKeyDown(pressed, row, column, slot.id)}>
                    <SlotCell
                      board={board}
                      slot={slot}
                      tabIndex={slot.id === stop ? 0 : -1}
                      onFocus={() => setActive(slot.id)}
                    />
                  </td>
                ) : (
                  <td key={day.times[column]} className="sl slnone" />
                ),
              )}
              <td className="r b">{count(left)}</td>
            </tr>
          ))}
          <tr className="tot">
            <th scope="row">{say('leftAt')}</th>
            {day.leftByTime.map((left, column) => (
              <td key={day.times[column]}>{count(left)}</td>
            ))}
            <td className="r b">{count(day.left)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}

function dayOf({ times, date }: DayTable): string {
  return times[0] ?? date
}
