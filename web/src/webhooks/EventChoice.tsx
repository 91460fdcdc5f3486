import { eventGroups, toggleGroup } from './event-groups.ts'
import type { WebhookEvent } from './webhook-query.ts'
import { useWebhookWords } from './words.ts'

type Props = {
  chosen: readonly WebhookEvent[]
  onChange: (chosen: WebhookEvent[]) => void
  error: string | undefined
}

/** What is sent, by checkbox, in groups that can be chosen whole. */
export function EventChoice({ chosen, onChange, error }: Props) {
  const say = useWebhookWords()
  return (
    <fieldset className="whe">
      <legend>{say('events')}</legend>
      <div className="whg">
        {eventGroups.map(([group, events]) => {
          const count = events.filter((event) => chosen.includes(event)).length
          const name = say(`group.${group}`)
          return (
            <div key={group} role="group" aria-label={name}>
              <label className="b">
                <input
                  type="checkbox"
                  aria-label={`${name}: ${say('all')}`}
                  checked={count === events.length}
                  ref={(input) => {
                    if (input) input.indeterminate = count > 0 && count < events.length
                  }}
                  onChange={({ target }) => onChange(toggleGroup(chosen, events, target.checked))}
                />
                {name}
              </label>
              {events.map((event) => (
                <label key={event} title={event}>
                  <input
                    type="checkbox"
                    checked={chosen.includes(event)}
                    onChange={({ target }) => onChange(toggleGroup(chosen, [event], target.checked))}
                  />
                  {say(event)}
                </label>
              ))}
            </div>
          )
        })}
      </div>
      {error !== undefined && (
        <p className="neg s2" role="status">
          {error}
        </p>
      )}
    </fieldset>
  )
}
