import type { Schema } from '../api.ts'
import { sayCount, sayDay } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { usePlaceWords } from './words.ts'

/** So many slots are shown one by one, and so many of what else is said. */
const SHOWN = 24
const SAID = 4

/** What a plan comes to: its slots, what goes and what stays, and what is left over. */
export function PlanPreview({ plan }: { plan: Schema<'SlotPlanResult'> }) {
  const say = usePlaceWords()
  const language = useLanguage()
  const count = (number: number) => sayCount(number, language)
  const { slots, held, removed, remainders, clock_changes: changes } = plan
  const people = slots.reduce((sum, { capacity }) => sum + capacity, 0)
  const day = (date: string) => sayDay(`${date}T12:00:00Z`, 'UTC', language, false)
  const names = (some: readonly { label: string }[]) =>
    [...some.slice(0, SAID).map(({ label }) => label), ...(some.length > SAID ? ['…'] : [])].join(', ')
  return (
    <div className="plprev" role="status">
      <p className="s3">
        <b>{say('planned', { count: slots.length, shown: count(slots.length) })}</b>{' '}
        {say('plannedFor', { shown: count(people) })}
      </p>
      <ul className="plchips" aria-label={say('preview')}>
        {slots.slice(0, SHOWN).map(({ label, outcome, starts_at: starts }) => (
          <li key={starts} className={outcome === 'CREATED' ? 'new' : undefined}>
            {label}
          </li>
        ))}
        {slots.length > SHOWN && <li>{say('more', { shown: count(slots.length - SHOWN) })}</li>}
      </ul>
      <ul className="s3 mut">
        {changes.slice(0, SAID).map(({ date, kind, from, to }) => (
          <li key={`${date} ${kind}`}>{say(kind, { day: day(date), from, to })}</li>
        ))}
        {remainders.slice(0, SAID).map(({ date, from, to, minutes }) => (
          <li key={`${date} ${from}`}>{say('remainder', { day: day(date), from, to, minutes })}</li>
        ))}
        {remainders.length > SAID && <li>{say('more', { shown: count(remainders.length - SAID) })}</li>}
        {held.length > 0 && <li className="warnc">{say('held', { count: held.length, names: names(held) })}</li>}
        {removed.length > 0 && <li>{say('removed', { count: removed.length, names: names(removed) })}</li>}
      </ul>
    </div>
  )
}
