import { HoldChoice } from './HoldChoice.tsx'
import { WaitlistRules } from './WaitlistRules.tsx'
import { TextField } from '../ui/Fields.tsx'
import { useSayWrong } from './say-wrong.ts'
import type { Studio } from './studio-state.ts'
import { useStudioWords } from './studio-words.ts'

const limits = ['one_per_option', 'one_per_type', 'one'] as const
const holds = [
  ['hold_stock', 'holdsStock'],
  ['hold_slot', 'holdsSlot'],
  ['hold_budget', 'holdsBudget'],
] as const

export function RulesStep({ studio }: { studio: Studio }) {
  const say = useStudioWords()
  const wrong = useSayWrong(studio)
  const { fields } = studio.draft
  return (
    <>
      <h1 tabIndex={-1}>{say('rulesTitle')}</h1>
      <p className="mut lead">{say('rulesText')}</p>
      <HoldChoice studio={studio} />
      <fieldset className="ticks">
        <legend>{say('holds')}</legend>
        {holds.map(([name, word]) => (
          <label key={name} className="tick">
            <input
              type="checkbox"
              checked={fields[name] === 'hold'}
              onChange={({ target }) => studio.setField(name, target.checked ? 'hold' : 'check')}
            />
            {say(word)}
          </label>
        ))}
        <p className="dim s2">{say('holdsText')}</p>
      </fieldset>
      <fieldset className="ticks">
        <legend>{say('limit')}</legend>
        {limits.map((limit) => (
          <label key={limit} className="tick">
            <input
              type="radio"
              name="limit"
              checked={fields.registration_limit === limit}
              onChange={() => studio.setField('registration_limit', limit)}
            />
            <span>
              {say(limit)}
              <small>{say(`${limit}Text`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <WaitlistRules studio={studio} />
      <div className="sform">
        <TextField
          label={say('slug')}
          hint={`${say('slugText')} ${location.origin}/e/${fields.slug.trim() || '…'}`}
          most={100}
          value={fields.slug}
          onChange={(value) => studio.setField('slug', value)}
          error={wrong('slug')}
        />
      </div>
    </>
  )
}
