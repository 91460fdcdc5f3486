import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Schema } from '../api.ts'
import { sayCount } from '../ui/format.ts'
import { Locations } from '../places/Locations.tsx'
import { locationsQuery } from '../places/locations-query.ts'
import { ErrorNote, Note, Skeleton } from '../ui/Notes.tsx'
import { daysBetween, localOf } from '../ui/zoned.ts'
import { useLanguage } from '../words.ts'
import { TextField } from '../ui/Fields.tsx'
import { loadedQuery, slotsQuery } from './load-event.ts'
import { useSayWrong } from './say-wrong.ts'
import { SlotMaker } from './SlotMaker.tsx'
import { SlotTable } from './SlotTable.tsx'
import { useSlotMaker } from './slot-maker.ts'
import { movedSlots } from './slot-plan.ts'
import type { Studio } from './studio-state.ts'
import { useStudioWords } from './studio-words.ts'

export function SlotsStep({ studio, from }: { studio: Studio; from: string | undefined }) {
  const say = useStudioWords()
  const wrong = useSayWrong(studio)
  const event = studio.base?.event
  return (
    <>
      <h1 tabIndex={-1}>{say('slotsTitle')}</h1>
      <p className="mut lead">{say('slotsText')}</p>
      <div className="sform">
        <div className="small">
          <TextField
            label={say('capacity')}
            inputMode="numeric"
            most={9}
            value={studio.draft.fields.pickup_slot_capacity}
            onChange={(value) => studio.setField('pickup_slot_capacity', value)}
            onLeave={() => studio.touch('pickup_slot_capacity')}
            error={wrong('pickup_slot_capacity')}
          />
        </div>
      </div>
      {event === undefined ? <p className="note">{say('firstDraft')}</p> : <Slots event={event} from={from} />}
    </>
  )
}

function Slots({ event, from }: { event: Schema<'Event'>; from: string | undefined }) {
  const say = useStudioWords()
  const language = useLanguage()
  const slots = useQuery(slotsQuery(event.id))
  const locations = useQuery(locationsQuery(event.id))
  const { making, make, goOn } = useSlotMaker(event.id)
  const defined = useMemo(() => slots.data?.filter(({ is_defined: isDefined }) => isDefined) ?? [], [slots.data])
  if (slots.error && !slots.data) return <ErrorNote error={slots.error} onRetry={() => void slots.refetch()} />
  return (
    <>
      {from !== undefined && slots.data && making.total === 0 && (
        <Bring event={event} from={from} known={defined} onBring={make} />
      )}
      <Locations event={event} />
      {locations.data?.length === 0 && (
        <SlotMaker event={event} known={defined} isBusy={making.isRunning} onMake={make} />
      )}
      {making.total > 0 && (
        <div className="making" role="status">
          <progress max={making.total} value={making.done} aria-label={say('make')} />
          <span className="s3">
            {say('making', { done: sayCount(making.done, language), total: sayCount(making.total, language) })}
          </span>
          {!making.isRunning && (
            <button type="button" className="btn sm" onClick={goOn}>
              {say('goOn', { count: sayCount(making.rest.length, language) })}
            </button>
          )}
        </div>
      )}
      {Boolean(making.error) && <ErrorNote error={making.error} />}
      {slots.isPending ? <Skeleton height={120} /> : <SlotTable event={event} slots={defined} />}
    </>
  )
}

type BringProps = {
  event: Schema<'Event'>
  from: string
  known: Schema<'Slot'>[]
  onBring: (slots: Schema<'NewSlot'>[]) => void
}

/** The slots of the event this one is a copy of, at the same hours as many days later as the event is. */
function Bring({ event, from, known, onBring }: BringProps) {
  const say = useStudioWords()
  const language = useLanguage()
  const source = useQuery(loadedQuery(from))
  const slots = useQuery(slotsQuery(from))
  const original = source.data?.event
  if (!original || !slots.data) return null
  const dayOf = ({ event_date: begins, timezone }: Schema<'Event'>) =>
    begins === null ? null : localOf(begins, timezone).date
  const [then, now] = [dayOf(original), dayOf(event)]
  const days = then === null || now === null ? 0 : daysBetween(then, now)
  const labels = new Set(known.map(({ label }) => label))
  const missing = movedSlots(slots.data, days, original.timezone, event.timezone).filter(
    ({ label }) => !labels.has(label),
  )
  if (missing.length === 0) return null
  return (
    <Note
      actions={
        <button type="button" className="btn sm" onClick={() => onBring(missing)}>
          {say('makeSlots', { count: missing.length })}
        </button>
      }
    >
      {say('bringSlots', {
        name: original.name,
        count: sayCount(missing.length, language),
        days: sayCount(days, language),
      })}
    </Note>
  )
}
