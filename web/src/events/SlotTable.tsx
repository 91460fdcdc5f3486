import { useQueryClient } from '@tanstack/react-query'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { useAction } from '../session/action.ts'
import { eventKey } from '../session/event.ts'
import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { sayCount, sayDay, sayTime } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { useTell } from '../ui/Dialog.tsx'
import { ErrorNote } from '../ui/Notes.tsx'
import { SlotDialog } from './SlotDialog.tsx'
import { useStudioWords } from './studio-words.ts'

type Props = { event: Schema<'Event'>; slots: Schema<'Slot'>[] }

/** The slots there are, by place; each can be changed, and removed while nobody holds it. */
export function SlotTable({ event, slots }: Props) {
  const say = useStudioWords()
  const tell = useTell()
  const client = useQueryClient()
  const [edited, setEdited] = useState<Schema<'Slot'> | null>(null)
  const remove = useAction(
    (slot: Schema<'Slot'>, headers) =>
      take(
        api.DELETE('/events/{event_id}/slots/{slot_id}', {
          params: { path: { event_id: event.id, slot_id: slot.id } },
          headers,
        }),
      ),
    {
      onDone: (_nothing, { label }) => {
        void client.invalidateQueries({ queryKey: eventKey(event.id) })
        tell(say('slotRemoved', { slot: label }))
      },
    },
  )
  if (slots.length === 0) return <p className="mut">{say('noneYet')}</p>
  const places = [...new Set(slots.map(({ location }) => location ?? ''))]
  return (
    <>
      {remove.error && <ErrorNote error={remove.error} />}
      {places.map((place) => (
        <section key={place} className="place">
          <h2>
            {place === '' ? say('noPlace') : place}{' '}
            <span className="dim s3">
              {say('slotCount', { count: slots.filter(({ location }) => (location ?? '') === place).length })}
            </span>
          </h2>
          <table className="tb stslots">
            <thead>
              <tr>
                <th scope="col">{say('slot')}</th>
                <th scope="col">{say('time')}</th>
                <th scope="col">{say('taken')}</th>
                <th scope="col">
                  <span className="sr">{say('edit')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {slots
                .filter(({ location }) => (location ?? '') === place)
                .map((slot) => (
                  <SlotCells
                    key={slot.id}
                    slot={slot}
                    event={event}
                    onEdit={() => setEdited(slot)}
                    onRemove={() => remove.run(slot)}
                  />
                ))}
            </tbody>
          </table>
        </section>
      ))}
      {edited && <SlotDialog event={event} slot={edited} onClose={() => setEdited(null)} />}
    </>
  )
}

type CellsProps = { slot: Schema<'Slot'>; event: Schema<'Event'>; onEdit: () => void; onRemove: () => void }

function SlotCells({ slot, event, onEdit, onRemove }: CellsProps) {
  const say = useStudioWords()
  const language = useLanguage()
  const { starts_at: starts, ends_at: ends, committed_count: committed, capacity } = slot
  const zone = event.timezone
  const time =
    starts === null
      ? '–'
      : `${sayDay(starts, zone, language, false)}, ${sayTime(starts, zone, language)}${ends === null ? '' : `–${sayTime(ends, zone, language)}`}`
  return (
    <tr>
      <td className="tr" title={slot.label}>
        {slot.label}
      </td>
      <td className="mut">{time}</td>
      <td>
        <div className="row">
          <AllotmentBar committed={committed} pending={slot.held_count} total={capacity} size="xs" holds />
          <span className="s3 nw">
            {say('ofTotal', { part: sayCount(committed, language), total: sayCount(capacity, language) })}
          </span>
        </div>
      </td>
      <td className="r nw">
        <button type="button" className="btn q sm" aria-label={say('editSlot', { slot: slot.label })} onClick={onEdit}>
          <IconPencil className="ic" aria-hidden />
        </button>
        <button
          type="button"
          className="btn q sm"
          aria-label={say('removeSlot', { slot: slot.label })}
          onClick={onRemove}
        >
          <IconTrash className="ic" aria-hidden />
        </button>
      </td>
    </tr>
  )
}
