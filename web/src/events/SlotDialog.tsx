import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { useAction } from '../session/action.ts'
import { eventKey } from '../session/event.ts'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { momentText, readMoment } from './draft.ts'
import { TextField } from '../ui/Fields.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ErrorNote } from '../ui/Notes.tsx'
import { MomentField } from './MomentField.tsx'
import { readCount } from './read-number.ts'
import { useStudioWords } from './studio-words.ts'

type Props = { event: Schema<'Event'>; slot: Schema<'Slot'>; onClose: () => void }

/** One slot: its name, place, time and how many people it takes; never fewer than hold it. */
export function SlotDialog({ event, slot, onClose }: Props) {
  const say = useStudioWords()
  const language = useLanguage()
  const client = useQueryClient()
  const zone = event.timezone
  const [label, setLabel] = useState(slot.label)
  const [place, setPlace] = useState(slot.location ?? '')
  const [starts, setStarts] = useState(momentText(slot.starts_at, zone))
  const [ends, setEnds] = useState(momentText(slot.ends_at, zone))
  const [capacity, setCapacity] = useState(String(slot.capacity))
  const save = useAction(
    (body: Schema<'SlotChange'>, headers) =>
      take(
        api.PUT('/events/{event_id}/slots/{slot_id}', {
          params: { path: { event_id: event.id, slot_id: slot.id } },
          body,
          headers,
        }),
      ),
    {
      onDone: () => {
        void client.invalidateQueries({ queryKey: eventKey(event.id) })
        onClose()
      },
    },
  )
  const count = readCount(capacity)
  const [startsAt, endsAt] = [readMoment(starts, zone), readMoment(ends, zone)]
  const refusals = save.error instanceof ApiError ? (save.error.problem.errors ?? []) : []
  const refusalOf = (field: string) => refusals.find(({ path }) => path === `body.${field}`)?.message
  const isBelow = count !== undefined && count < slot.committed_count
  const canSave =
    label.trim() !== '' && count !== undefined && startsAt !== undefined && endsAt !== undefined && !isBelow
  const change = {
    ...(label.trim() === slot.label ? {} : { label: label.trim() }),
    ...(place.trim() === (slot.location ?? '') ? {} : { location: place.trim() || null }),
    ...(starts === momentText(slot.starts_at, zone) ? {} : { starts_at: startsAt ?? null }),
    ...(ends === momentText(slot.ends_at, zone) ? {} : { ends_at: endsAt ?? null }),
    ...(count === slot.capacity ? {} : { capacity: count ?? null }),
  }
  return (
    <Dialog onClose={onClose} title={say('editSlot', { slot: slot.label })} size="lg">
      <form
        className="col dialog"
        onSubmit={(submitted) => {
          submitted.preventDefault()
          if (canSave) save.run(change)
        }}
      >
        <div className="sform">
          <TextField label={say('label')} most={100} value={label} onChange={setLabel} error={refusalOf('label')} />
          {/* Of a slot at a location, its name is what is shown. */}
          {slot.location_id === null && (
            <TextField
              label={say('location')}
              most={200}
              value={place}
              onChange={setPlace}
              error={refusalOf('location')}
            />
          )}
          <MomentField
            label={say('from')}
            zone={zone}
            value={starts}
            onChange={setStarts}
            error={startsAt === undefined ? say('noTime') : refusalOf('starts_at')}
          />
          <MomentField
            label={say('until')}
            zone={zone}
            value={ends}
            onChange={setEnds}
            error={endsAt === undefined ? say('noTime') : refusalOf('ends_at')}
          />
          <TextField
            label={say('people')}
            inputMode="numeric"
            most={7}
            value={capacity}
            onChange={setCapacity}
            error={
              isBelow
                ? say('slotHeld', { count: sayCount(slot.committed_count, language) })
                : count === undefined
                  ? say('noCount')
                  : refusalOf('capacity')
            }
          />
        </div>
        {save.error && <ErrorNote error={save.error} />}
        <div className="row">
          <button type="submit" className="btn pri" disabled={!canSave || save.isPending}>
            {say('save')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
