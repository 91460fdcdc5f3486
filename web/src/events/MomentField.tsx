import { IconX } from '@tabler/icons-react'
import { useId } from 'react'
import { isTimeZone } from '@allot/core'
import { sayMoment } from '../ui/format.ts'
import { instantsOf } from '../ui/zoned.ts'
import { useLanguage } from '../words.ts'
import { momentParts } from './draft.ts'
import { useStudioWords } from './studio-words.ts'

type Props = {
  label: string
  hint?: string
  error?: string | undefined
  value: string
  zone: string
  onChange: (value: string) => void
  onLeave?: () => void
  /** The time that a date alone most likely means. */
  usualTime?: string
}

/** A date and a time in the zone of the event; said in one's own zone as well, where that is another. */
export function MomentField({ label, hint, error, value, zone, onChange, onLeave, usualTime = '09:00' }: Props) {
  const say = useStudioWords()
  const language = useLanguage()
  const id = useId()
  const { date, time } = momentParts(value)
  const set = (next: { date: string; time: string }) =>
    onChange(next.date === '' && next.time === '' ? '' : `${next.date} ${next.time}`)
  const instants = isTimeZone(zone) ? instantsOf({ date, time }, zone) : []
  const [first] = instants
  const home = Intl.DateTimeFormat().resolvedOptions().timeZone
  const here = first && sayMoment(first, home, language)
  const isElsewhere = first !== undefined && here !== sayMoment(first, zone, language)
  const classes = error === undefined ? 'inp' : 'inp err'
  return (
    <fieldset className="sfl moment" aria-describedby={`${id}n`}>
      <legend>{label}</legend>
      <div className="row">
        <input
          className={classes}
          type="date"
          aria-label={`${label}: ${say('date')}`}
          aria-invalid={error !== undefined}
          value={date}
          max="9999-12-31"
          onChange={({ target }) =>
            set({ date: target.value, time: time === '' && target.value !== '' ? usualTime : time })
          }
          onBlur={onLeave}
        />
        <input
          className={classes}
          type="time"
          aria-label={`${label}: ${say('time')}`}
          aria-invalid={error !== undefined}
          value={time}
          onChange={({ target }) => set({ date, time: target.value })}
          onBlur={onLeave}
        />
        {value !== '' && (
          <button
            type="button"
            className="btn q sm"
            onClick={() => onChange('')}
            aria-label={`${label}: ${say('clearMoment')}`}
          >
            <IconX className="ic" aria-hidden />
          </button>
        )}
      </div>
      <div id={`${id}n`}>
        {error !== undefined && <p className="neg s2">{error}</p>}
        {error === undefined && instants.length > 1 && <p className="warnc s2">{say('twice')}</p>}
        {error === undefined && isElsewhere && <p className="dim s2">{say('yourTime', { moment: here ?? '' })}</p>}
        {value === '' && hint !== undefined && <p className="dim s2">{hint}</p>}
      </div>
    </fieldset>
  )
}
