import type { Schema } from '../api.ts'
import { defineWords, useLanguage } from '../words.ts'

const useWords = defineWords('conflict', {
  en: {
    BUDGET_EXHAUSTED: 'Money.',
    INVENTORY_EXHAUSTED: 'Stock.',
    SLOT_CONFLICT: 'Slot.',
    REGISTRATION_CLOSED: 'Closed.',
    TIME_OVERLAP: 'Time.',
    overlap: '{{tracks}} is at the same time, and they have it already. Give up one of the two.',
    instead: 'Still to be had:',
    left_one: '{{count}} left',
    left_other: '{{count}} left',
  },
  de: {
    BUDGET_EXHAUSTED: 'Geld.',
    INVENTORY_EXHAUSTED: 'Bestand.',
    SLOT_CONFLICT: 'Zeitfenster.',
    REGISTRATION_CLOSED: 'Geschlossen.',
    TIME_OVERLAP: 'Zeit.',
    overlap: '{{tracks}} ist zur selben Zeit und schon vergeben an diese Person. Eines von beiden muss weg.',
    instead: 'Noch zu haben:',
    left_one: 'noch {{count}}',
    left_other: 'noch {{count}}',
  },
})

/** One conflict: what is short in bold, then by how much, in the server's words. */
export function ConflictNote({ conflict }: { conflict: Schema<'Conflict'> }) {
  const say = useWords()
  const language = useLanguage()
  const held = conflict.overlapping_options?.map(({ option_name: name }) => name) ?? []
  const tracks = new Intl.ListFormat(language).format(held)
  return (
    <span className="conflict">
      <b className="neg">{say(conflict.conflict_type)}</b>{' '}
      {held.length > 0 ? say('overlap', { tracks }) : conflict.message}
    </span>
  )
}

type Choice = { kind: 'option'; id: string } | { kind: 'slot'; label: string }

/** What there is instead, each one press away. */
export function Alternatives({
  conflict,
  onChoose,
}: {
  conflict: Schema<'Conflict'>
  onChoose: (choice: Choice) => void
}) {
  const say = useWords()
  const language = useLanguage()
  const left = (count: number) => say('left', { count: Number(count.toLocaleString(language)) || count })
  if (conflict.alternative_options.length + conflict.alternative_slots.length === 0) return null
  return (
    <div className="alts" role="group" aria-label={say('instead')}>
      {conflict.alternative_options.map((option) => (
        <button
          key={option.option_id}
          type="button"
          className="chip"
          onClick={() => onChoose({ kind: 'option', id: option.option_id })}
        >
          {option.option_name} <span className="n">{left(option.available)}</span>
        </button>
      ))}
      {conflict.alternative_slots.map((slot) => (
        <button
          key={slot.slot_id}
          type="button"
          className="chip"
          onClick={() => onChoose({ kind: 'slot', label: slot.label })}
        >
          {slot.label} <span className="n">{left(slot.available)}</span>
        </button>
      ))}
    </div>
  )
}
