import { useState } from 'react'
import type { Schema } from '../api.ts'
import { sayCount, sayDay } from '../ui/format.ts'
import { localOf } from '../ui/zoned.ts'
import { useLanguage } from '../words.ts'
import { TextField } from '../ui/Fields.tsx'
import { MOST_SLOTS, planSlots } from './slot-plan.ts'
import type { SlotPlan } from './slot-plan.ts'
import { useStudioWords } from './studio-words.ts'

type Props = {
  event: Schema<'Event'>
  known: Schema<'Slot'>[]
  isBusy: boolean
  onMake: (slots: Schema<'NewSlot'>[]) => void
}

/** Slots from opening hours, a length, and how many people each: shown before they are made. */
export function SlotMaker({ event, known, isBusy, onMake }: Props) {
  const say = useStudioWords()
  const language = useLanguage()
  const [plan, setPlan] = useState<SlotPlan>(() => firstPlan(event))
  const [hasTried, setTried] = useState(false)
  const planned = planSlots(plan, event.timezone, dayNameOf(plan.date, event, known, language))
  const slots = 'slots' in planned ? planned.slots : []
  const labels = new Set(known.map(({ label }) => label))
  const fresh = slots.filter(({ label }) => !labels.has(label))
  const people = slots.reduce((sum, { capacity }) => sum + (capacity ?? event.pickup_slot_capacity), 0)
  const [first, last] = [slots[0], slots.at(-1)]
  const isTooMany = known.length + fresh.length > MOST_SLOTS
  const bind = (name: keyof SlotPlan, most: number) => ({
    value: plan[name],
    most,
    onChange: (value: string) => setPlan({ ...plan, [name]: value }),
    error: hasTried && 'wrong' in planned && planned.wrong === name ? wrongWords(say, name) : undefined,
  })
  return (
    <form
      className="maker"
      onSubmit={(submitted) => {
        submitted.preventDefault()
        setTried('wrong' in planned)
        if (!isBusy && !isTooMany) onMake(fresh)
      }}
    >
      <h2>{say('make')}</h2>
      <div className="makerow">
        <TextField label={say('location')} {...bind('location', 80)} />
        <TextField label={say('day')} type="date" {...bind('date', 10)} />
        <TextField label={say('from')} type="time" {...bind('opens', 5)} />
        <TextField label={say('until')} type="time" {...bind('closes', 5)} />
        <TextField label={say('minutes')} inputMode="numeric" {...bind('minutes', 4)} />
        <TextField label={say('pause')} inputMode="numeric" {...bind('pause', 4)} />
        <TextField
          label={say('people')}
          inputMode="numeric"
          placeholder={String(event.pickup_slot_capacity)}
          {...bind('capacity', 7)}
        />
      </div>
      <div className="row sb">
        <p className="s3 mut" role="status">
          {first && last && slots.length > 1
            ? say('planned', {
                count: sayCount(slots.length, language),
                first: first.label,
                last: last.label,
                people: sayCount(people, language),
              })
            : first && say('plannedOne', { first: first.label, people: sayCount(people, language) })}{' '}
          {slots.length > fresh.length && say('takenLabels', { count: slots.length - fresh.length })}
          {isTooMany && <span className="neg">{say('tooMany', { most: sayCount(MOST_SLOTS, language) })}</span>}
        </p>
        <button
          type="submit"
          className="btn"
          disabled={isBusy || isTooMany || (slots.length > 0 && fresh.length === 0)}
        >
          {fresh.length === 0 ? say('make') : say('makeSlots', { count: fresh.length })}
        </button>
      </div>
    </form>
  )
}

function firstPlan({ event_date: begins, timezone }: Schema<'Event'>): SlotPlan {
  const date = begins === null ? '' : localOf(begins, timezone).date
  return { location: '', date, opens: '09:00', closes: '17:00', minutes: '30', pause: '', capacity: '' }
}

/** Labels are unique in an event: with slots on another day as well, the day stands in front. */
function dayNameOf(date: string, event: Schema<'Event'>, known: Schema<'Slot'>[], language: string): string {
  const days = new Set(
    known.flatMap(({ starts_at: starts }) => (starts === null ? [] : [localOf(starts, event.timezone).date])),
  )
  if (days.size === 0 || (days.size === 1 && days.has(date)) || !/^\d{4}-\d\d-\d\d$/.test(date)) return ''
  return sayDay(`${date}T12:00:00Z`, 'UTC', language, false)
}

function wrongWords(say: ReturnType<typeof useStudioWords>, name: keyof SlotPlan): string {
  return name === 'location' ? say('needed') : say(`wrong_${name}`)
}
