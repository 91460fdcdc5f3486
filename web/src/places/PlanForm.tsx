import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { api, newIntent, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { useTell } from '../registrations/tell.tsx'
import { useAction } from '../session/action.ts'
import { eventKey } from '../session/event.ts'
import { Frame, TextField } from '../ui/Fields.tsx'
import { ErrorNote } from '../ui/Notes.tsx'
import { sayCount } from '../ui/format.ts'
import { localOf } from '../ui/zoned.ts'
import { useLanguage } from '../words.ts'
import { PlanPreview } from './PlanPreview.tsx'
import type { PickupLocation } from './locations-query.ts'
import { readPlan } from './plan-form.ts'
import type { PlanFields } from './plan-form.ts'
import { usePlaceWords } from './words.ts'

type Props = { event: Schema<'Event'>; locations: readonly PickupLocation[] }

/** Slots of a location from its opening hours: the server says what they would be while they are typed. */
export function PlanForm({ event, locations }: Props) {
  const say = usePlaceWords()
  const language = useLanguage()
  const client = useQueryClient()
  const tell = useTell()
  const id = useId()
  const [typed, setTyped] = useState<PlanFields>(() => firstFields(event))
  const [hasTried, setTried] = useState(false)
  const locationId = locations.some((one) => one.id === typed.locationId) ? typed.locationId : (locations[0]?.id ?? '')
  const read = readPlan({ ...typed, locationId }, language === 'de' ? 'de' : 'en')
  const plan = 'plan' in read ? read.plan : undefined
  const send = (body: Schema<'SlotPlan'>, headers: { 'Idempotency-Key': string }) =>
    take(api.POST('/events/{event_id}/slots/plan', { params: { path: { event_id: event.id } }, body, headers }))

  const preview = useQuery({
    queryKey: eventKey(event.id, 'plan', JSON.stringify(plan)),
    queryFn: () => (plan ? send({ ...plan, dry_run: true }, newIntent()) : null),
    enabled: plan !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  })
  const make = useAction(
    (body: Omit<Schema<'SlotPlan'>, 'dry_run'>, headers) => send({ ...body, dry_run: false }, headers),
    {
      onDone: ({ created }) => {
        tell(say('made', { count: created, shown: sayCount(created, language) }))
        void client.invalidateQueries({ queryKey: eventKey(event.id) })
      },
    },
  )
  const bind = (name: keyof PlanFields, most: number) => ({
    value: typed[name],
    most,
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
    error: hasTried && 'wrong' in read && read.wrong === name ? say(`wrong_${name}` as 'wrong_from') : undefined,
  })
  const shown = plan && !preview.error ? preview.data : undefined
  const changes = shown ? shown.slots.filter(({ outcome }) => outcome !== 'UNCHANGED').length + shown.removed.length : 0
  return (
    <form
      className="maker plplan"
      aria-labelledby={`${id}t`}
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault()
        setTried(plan === undefined)
        if (plan && !preview.error) make.run(plan)
      }}
    >
      <h2 id={`${id}t`}>{say('plan')}</h2>
      <div className="makerow">
        <Frame id={`${id}l`} label={say('at')}>
          <select
            id={`${id}l`}
            className="inp"
            value={locationId}
            onChange={({ target }) => setTyped({ ...typed, locationId: target.value })}
          >
            {locations.map((location) => (
              <option key={location.id} value={location.id}>
                {location.name}
              </option>
            ))}
          </select>
        </Frame>
        <TextField label={say('day')} type="date" {...bind('from', 10)} />
        <TextField label={say('lastDay')} type="date" {...bind('to', 10)} />
        <TextField label={say('opens')} type="time" {...bind('opens', 5)} />
        <TextField label={say('closes')} type="time" {...bind('closes', 5)} />
        <TextField label={say('pauseFrom')} type="time" {...bind('pauseFrom', 5)} />
        <TextField label={say('pauseTo')} type="time" {...bind('pauseTo', 5)} />
        <TextField label={say('minutes')} inputMode="numeric" {...bind('minutes', 3)} />
        <TextField label={say('people')} inputMode="numeric" {...bind('people', 7)} />
      </div>
      {plan && preview.error && <ErrorNote error={preview.error} />}
      {shown && <PlanPreview plan={shown} />}
      {make.error && <ErrorNote error={make.error} />}
      <div className="row">
        <button
          type="submit"
          className="btn"
          disabled={make.isPending || Boolean(plan && preview.error) || (shown !== undefined && changes === 0)}
        >
          {shown && shown.created > 0
            ? say('makeThem', { count: shown.created, shown: sayCount(shown.created, language) })
            : say('make')}
        </button>
      </div>
    </form>
  )
}

function firstFields({ event_date: begins, timezone, pickup_slot_capacity: people }: Schema<'Event'>): PlanFields {
  const from = begins === null ? '' : localOf(begins, timezone).date
  const hours = { opens: '09:00', closes: '17:00', pauseFrom: '', pauseTo: '' }
  return { locationId: '', from, to: '', ...hours, minutes: '30', people: String(people) }
}
