import { useState } from 'react'
import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import type { Day } from './day-query.ts'
import { useDayWords } from './words.ts'

/** So many are shown at first: the day begins with those of now. */
const FIRST = 12

/** The slots of the day, those that are not over first, with how late people come to them. */
export function SlotTable({ day }: { day: Day }) {
  const say = useDayWords()
  const language = useLanguage()
  const [isWhole, setWhole] = useState(false)
  if (day.slots.length === 0) return null
  const isOver = ({ ends_at: end, starts_at: start }: Day['slots'][number]) => (end ?? start) <= day.now
  const sorted = [...day.slots.filter((slot) => !isOver(slot)), ...day.slots.filter(isOver).toReversed()]
  const shown = isWhole ? sorted : sorted.slice(0, FIRST)
  const nowIs = new Set(day.expected_now.map(({ slot }) => slot))
  return (
    <section>
      <h2>{say('slots')}</h2>
      <div className="daywide" tabIndex={0} role="group" aria-label={say('slots')}>
        <table className="tb">
          <thead>
            <tr>
              <th scope="col">{say('slot')}</th>
              <th scope="col" aria-hidden className="barcol" />
              <th scope="col" className="r">
                {say('collected')}
              </th>
              <th scope="col">{say('late')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((slot) => (
              <tr key={slot.slot} className={isOver(slot) ? 'off' : undefined}>
                <th scope="row">
                  {slot.slot} {nowIs.has(slot.slot) && <span className="chip on">{say('now')}</span>}
                </th>
                <td className="barcol">
                  <AllotmentBar
                    size="xs"
                    holds
                    committed={slot.collected}
                    pending={slot.total - slot.collected}
                    total={slot.total}
                  />
                </td>
                <td className="r nw">
                  {say('label', {
                    collected: sayCount(slot.collected, language),
                    total: sayCount(slot.total, language),
                  })}
                </td>
                <td className="nw">{sayLate(slot.late_median_minutes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sorted.length > shown.length && (
        <button type="button" className="btn" onClick={() => setWhole(true)}>
          {say('moreSlots', { count: sorted.length - shown.length })}
        </button>
      )}
    </section>
  )

  function sayLate(minutes: number | null): string {
    if (minutes === null) return say('nobodyYet')
    const whole = Math.round(minutes)
    return whole < 0 ? say('earlyBy', { count: -whole }) : say('lateBy', { count: whole })
  }
}
