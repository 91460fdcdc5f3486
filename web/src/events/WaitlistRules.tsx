import { promotionModes, waitlistOrders } from '@allot/core'
import { TextField } from '../ui/Fields.tsx'
import { useSayWrong } from './say-wrong.ts'
import type { Studio } from './studio-state.ts'
import { useStudioWords } from './studio-words.ts'

/** Whether people may wait, who comes up first, and how. */
export function WaitlistRules({ studio }: { studio: Studio }) {
  const say = useStudioWords()
  const wrong = useSayWrong(studio)
  const { fields } = studio.draft
  return (
    <>
      <fieldset className="ticks">
        <legend>{say('waitlist')}</legend>
        <label className="tick">
          <input
            type="checkbox"
            checked={fields.waitlist_open === 'open'}
            onChange={({ target }) => studio.setField('waitlist_open', target.checked ? 'open' : 'closed')}
          />
          <span>
            {say('waitlistOpen')}
            <small>{say('waitlistOpenText')}</small>
          </span>
        </label>
      </fieldset>
      <fieldset className="ticks">
        <legend>{say('waitlistOrder')}</legend>
        {waitlistOrders.map((order) => (
          <label key={order} className="tick">
            <input
              type="radio"
              name="waitlist-order"
              checked={fields.waitlist_order === order}
              onChange={() => studio.setField('waitlist_order', order)}
            />
            <span>
              {say(order)}
              <small>{say(`${order}Text`)}</small>
            </span>
          </label>
        ))}
        <p className="dim s2">{say('waitlistOrderText')}</p>
      </fieldset>
      <fieldset className="ticks">
        <legend>{say('waitlistPromotion')}</legend>
        {promotionModes.map((mode) => (
          <label key={mode} className="tick">
            <input
              type="radio"
              name="waitlist-promotion"
              checked={fields.waitlist_promotion === mode}
              onChange={() => studio.setField('waitlist_promotion', mode)}
            />
            <span>
              {say(mode)}
              <small>{say(`${mode}Text`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {fields.waitlist_promotion === 'offer' && (
        <div className="sform">
          <TextField
            label={say('waitlistHours')}
            inputMode="numeric"
            most={3}
            value={fields.waitlist_offer_hours}
            onChange={(value) => studio.setField('waitlist_offer_hours', value)}
            error={wrong('waitlist_offer_hours')}
          />
        </div>
      )}
    </>
  )
}
