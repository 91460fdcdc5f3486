import { useState } from 'react'
import { sayMoment, sayMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import type { Choice, Difference } from './differences.ts'
import { dateFields, readMoment } from './draft.ts'
import type { FieldName, RowField } from './draft.ts'
import { readMoney } from './read-number.ts'
import type { Studio } from './studio-state.ts'
import { useStudioWords } from './studio-words.ts'

/** Two people changed the same fields: both versions side by side, and a choice for each. */
export function StaleNote({ studio }: { studio: Studio }) {
  const say = useStudioWords()
  const differences = studio.stale?.differences ?? []
  const [choices, setChoices] = useState<Record<string, Choice>>({})
  const isDone = differences.every(({ key }) => choices[key] !== undefined)
  const chooseAll = (choice: Choice) => setChoices(Object.fromEntries(differences.map(({ key }) => [key, choice])))
  return (
    <section className="stale" role="alert">
      <h1 tabIndex={-1}>{say('staleTitle')}</h1>
      <p className="mut">{say('staleText')}</p>
      <div className="row">
        <button type="button" className="btn sm" onClick={() => chooseAll('theirs')}>
          {say('allTheirs')}
        </button>
        <button type="button" className="btn sm" onClick={() => chooseAll('mine')}>
          {say('allMine')}
        </button>
      </div>
      <table className="tb diff">
        <thead>
          <tr>
            <th scope="col">{say('field')}</th>
            <th scope="col">{say('theirs')}</th>
            <th scope="col">{say('mine')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <tr key={difference.key}>
              <th scope="row">
                <DifferenceName difference={difference} />
              </th>
              {(['theirs', 'mine'] as const).map((choice) => (
                <td key={choice}>
                  <label className={choices[difference.key] === choice ? 'pick on' : 'pick'}>
                    <input
                      type="radio"
                      name={difference.key}
                      checked={choices[difference.key] === choice}
                      onChange={() => setChoices({ ...choices, [difference.key]: choice })}
                    />
                    <Value difference={difference} choice={choice} studio={studio} />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row">
        <button
          type="button"
          className="btn pri"
          disabled={!isDone || studio.isSaving}
          onClick={() => studio.resolve(choices)}
        >
          {say('keepBoth')}
        </button>
      </div>
    </section>
  )
}

const fieldWords = {
  name: 'name',
  description: 'description',
  event_type: 'kind',
  venue: 'venue',
  timezone: 'timezone',
  currency: 'currency',
  slug: 'slug',
  event_budget_amount: 'amount',
  event_date: 'begins',
  ends_at: 'ends',
  registration_start_date: 'opens',
  registration_end_date: 'closes',
  hold_stock: 'holdsStock',
  hold_slot: 'holdsSlot',
  hold_budget: 'holdsBudget',
  registration_limit: 'limit',
  waitlist_open: 'waitlistOpen',
  waitlist_order: 'waitlistOrder',
  waitlist_promotion: 'waitlistPromotion',
  waitlist_offer_hours: 'waitlistHours',
  pickup_slot_capacity: 'capacity',
} as const satisfies Record<FieldName, string>

const rowWords = {
  option_name: 'name',
  option_type: 'kind',
  description: 'description',
  total_available: 'total',
  cost_per_unit: 'cost',
  hold_stock: 'held',
  starts_at: 'begins',
  ends_at: 'ends',
} as const satisfies Record<RowField, string>

function DifferenceName({ difference }: { difference: Difference }) {
  const say = useStudioWords()
  if (difference.kind === 'field') return say(fieldWords[difference.field])
  if (difference.kind === 'removed') return difference.option
  return `${difference.option}: ${say(rowWords[difference.field])}`
}

type ValueProps = { difference: Difference; choice: Choice; studio: Studio }

function Value({ difference, choice, studio }: ValueProps) {
  const say = useStudioWords()
  const language = useLanguage()
  const value = difference[choice]
  const { timezone, currency } = studio.draft.fields
  if (difference.kind === 'removed') return <span>{value === '' ? say('gone') : value}</span>
  if (value === '') return <span className="dim">{say('emptyValue')}</span>
  const { field } = difference
  const isMoment = ([...dateFields, 'starts_at', 'ends_at'] as string[]).includes(field)
  const moment = isMoment ? readMoment(value, timezone) : undefined
  if (moment) return <span>{sayMoment(moment, timezone, language)}</span>
  const amount = field === 'event_budget_amount' || field === 'cost_per_unit' ? readMoney(value, language) : undefined
  if (amount !== undefined) return <span>{sayMoney(amount, currency, language)}</span>
  if (value === 'hold' || value === 'check') return <span>{say(value === 'hold' ? 'heldYes' : 'heldNo')}</span>
  if (field === 'registration_limit') return <span>{say(value as 'one')}</span>
  if (field === 'waitlist_open') return <span>{say(value === 'open' ? 'waitlistIsOpen' : 'waitlistIsClosed')}</span>
  if (field === 'waitlist_order' || field === 'waitlist_promotion') return <span>{say(value as 'first_come')}</span>
  if (field === 'event_type') return <span>{say(value as 'OTHER')}</span>
  return <span>{value}</span>
}
