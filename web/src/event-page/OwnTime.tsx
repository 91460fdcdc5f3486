import { useId } from 'react'
import type { Slot } from '../mine/slots.ts'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { useEventPageWords } from './words.ts'

type Props = { title: string; proposed: Slot[]; value: string; onChange: (label: string) => void }

/** Where the event defines no slots, any time a person proposes is one. */
export function OwnTime({ title, proposed, value, onChange }: Props) {
  const say = useEventPageWords()
  const language = useLanguage()
  const id = useId()
  const free = proposed.filter(({ available }) => available > 0).slice(0, 6)
  return (
    <section className="og">
      <h2>{title}</h2>
      <label className="s3 b" htmlFor={id}>
        {say('ownTimeLabel')}
      </label>
      <input
        id={id}
        className="inp tall"
        maxLength={100}
        autoComplete="off"
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange(target.value)}
      />
      <p className="s3 mut hinted" id={`${id}-hint`}>
        {say('ownTime')}
      </p>
      {free.length > 0 && (
        <div className="places" role="group" aria-label={say('suggested')}>
          {free.map((slot) => (
            <button key={slot.id} type="button" className="chip" onClick={() => onChange(slot.label)}>
              {slot.label}
              <span className="n">
                {say('left', { count: slot.available, left: sayCount(slot.available, language) })}
              </span>
            </button>
          ))}
        </div>
      )}
    </section>
  )
}
