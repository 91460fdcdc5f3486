import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, api, take } from '../api.ts'
import { useAction } from '../session/action.ts'
import { eventKey } from '../session/event.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Fields.tsx'
import { ErrorNote } from '../ui/Notes.tsx'
import type { PickupLocation } from './locations-query.ts'
import { usePlaceWords } from './words.ts'

type Props = { eventId: string; location: PickupLocation | undefined; onClose: () => void }

const texts = ['code', 'building', 'floor', 'directions', 'accessibility'] as const
const longest = { code: 20, building: 100, floor: 50, directions: 1000, accessibility: 1000 } as const

/** A pickup location, new or as it is: what it is called, how many fit, and how people find it. */
export function LocationDialog({ eventId, location, onClose }: Props) {
  const say = usePlaceWords()
  const client = useQueryClient()
  const [name, setName] = useState(location?.name ?? '')
  const [room, setRoom] = useState(location?.capacity?.toString() ?? '')
  const [said, setSaid] = useState(() => Object.fromEntries(texts.map((field) => [field, location?.[field] ?? ''])))
  const onDone = () => {
    void client.invalidateQueries({ queryKey: eventKey(eventId) })
    onClose()
  }
  const save = useAction(
    async (body: ReturnType<typeof bodyOf>, headers) => {
      const path = { event_id: eventId }
      if (!location) return take(api.POST('/events/{event_id}/locations', { params: { path }, body, headers }))
      const params = { path: { ...path, location_id: location.id } }
      return take(api.PUT('/events/{event_id}/locations/{location_id}', { params, body, headers }))
    },
    { onDone },
  )
  const archive = useAction(
    (locationId: string, headers) =>
      take(
        api.DELETE('/events/{event_id}/locations/{location_id}', {
          params: { path: { event_id: eventId, location_id: locationId } },
          headers,
        }),
      ),
    { onDone },
  )
  const bodyOf = () => ({
    name: name.trim(),
    capacity: room.trim() === '' ? null : Number(room),
    ...Object.fromEntries(texts.map((field) => [field, said[field]?.trim() || null])),
  })
  const refusals = save.error instanceof ApiError ? (save.error.problem.errors ?? []) : []
  const refusalOf = (field: string) => refusals.find(({ path }) => path === `body.${field}`)?.message
  const isRoom = room.trim() === '' || /^[1-9]\d{0,6}$/.test(room.trim())
  const canSave = name.trim() !== '' && isRoom
  return (
    <Dialog onClose={onClose} title={location?.name ?? say('addTitle')} size="lg">
      <form
        className="col dialog"
        onSubmit={(submitted) => {
          submitted.preventDefault()
          if (canSave) save.run(bodyOf())
        }}
      >
        <div className="sform">
          <TextField label={say('name')} most={60} isFirst value={name} onChange={setName} error={refusalOf('name')} />
          <TextField
            label={say('capacity')}
            inputMode="numeric"
            most={7}
            placeholder={say('anyNumber')}
            value={room}
            onChange={setRoom}
            error={isRoom ? refusalOf('capacity') : say('noCapacity')}
          />
          {texts.map((field) => (
            <TextField
              key={field}
              label={say(field)}
              most={longest[field]}
              value={said[field] ?? ''}
              onChange={(value) => setSaid({ ...said, [field]: value })}
              error={refusalOf(field)}
            />
          ))}
        </div>
        {save.error && refusals.length === 0 && <ErrorNote error={save.error} />}
        {archive.error && <ErrorNote error={archive.error} />}
        <div className="row">
          <button type="submit" className="btn pri" disabled={!canSave || save.isPending}>
            {say(location ? 'save' : 'addDo')}
          </button>
          {location && (
            <button
              type="button"
              className="btn dng"
              disabled={archive.isPending}
              onClick={() => archive.run(location.id)}
            >
              {say('archive')}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  )
}
