import { MultiSelect } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { useAction } from '../session/action.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Fields.tsx'
import { ErrorNote } from '../ui/Notes.tsx'
import { desksQuery } from './desks-query.ts'
import type { DeskOf } from './desks-query.ts'
import { useDesksWords } from './words.ts'

type Props = { event: Schema<'Event'>; desk?: DeskOf; onClose: () => void }

/** Sets up a desk, or changes one: what it hands out, and what was counted on its table. */
export function DeskDialog({ event, desk, onClose }: Props) {
  const say = useDesksWords()
  const client = useQueryClient()
  const [name, setName] = useState(desk?.name ?? '')
  const [location, setLocation] = useState(desk?.location ?? '')
  const [optionIds, setOptionIds] = useState(desk?.options.map(({ event_option_id: id }) => id) ?? [])
  const [counts, setCounts] = useState<Record<string, string>>({})
  const [isClosing, setClosing] = useState(false)
  const done = () => {
    void client.invalidateQueries({ queryKey: desksQuery(event.id).queryKey })
    onClose()
  }
  const inEvent = { event_id: event.id }
  const save = useAction(
    (body: Required<Pick<Schema<'NewDesk'>, 'name' | 'location' | 'event_option_ids' | 'counted'>>, headers) =>
      desk
        ? take(
            api.PUT('/events/{event_id}/desks/{desk_id}', {
              params: { path: { ...inEvent, desk_id: desk.id } },
              body,
              headers,
            }),
          )
        : take(api.POST('/events/{event_id}/desks', { params: { path: inEvent }, body, headers })),
    { onDone: done },
  )
  const archive = useAction(
    (deskId: string, headers) =>
      take(
        api.DELETE('/events/{event_id}/desks/{desk_id}', {
          params: { path: { ...inEvent, desk_id: deskId } },
          headers,
        }),
      ),
    { onDone: done },
  )
  const options = event.options.filter(
    ({ id, is_active: isActive }) => isActive || desk?.options.some(({ event_option_id: own }) => own === id),
  )
  const shown = options.filter(({ id }) => optionIds.includes(id))
  const isRead = (count: string) => count.trim() === '' || /^\d{1,9}$/.test(count.trim())
  const areRead = shown.every(({ id }) => isRead(counts[id] ?? ''))
  const canSave = name.trim() !== '' && areRead && !save.isPending
  const refusals = save.error instanceof ApiError ? save.error.problem.errors : undefined
  const refused = (path: string) => refusals?.find((one) => one.path === path)?.message
  return (
    <Dialog onClose={onClose} title={desk ? say('editTitle', { desk: desk.name }) : say('add')} size="lg">
      <form
        className="col dialog"
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault()
          if (!canSave) return
          save.run({
            name: name.trim(),
            location: location.trim() === '' ? null : location.trim(),
            event_option_ids: optionIds,
            counted: shown.flatMap(({ id }) => {
              const count = (counts[id] ?? '').trim()
              return count === '' ? [] : [{ event_option_id: id, count: Number(count) }]
            }),
          })
        }}
      >
        <TextField
          label={say('name')}
          most={100}
          isFirst
          isNeeded
          value={name}
          onChange={setName}
          error={refused('name')}
        />
        <TextField
          label={say('location')}
          hint={say('locationHint')}
          most={200}
          value={location}
          onChange={setLocation}
          error={refused('location')}
        />
        <MultiSelect
          label={say('options')}
          description={say('optionsHint')}
          searchable
          clearable
          data={options.map(({ id, option_name: label }) => ({ value: id, label }))}
          value={optionIds}
          onChange={setOptionIds}
        />
        <fieldset className="counts">
          <legend>{say('counted')}</legend>
          <p className="s2 dim">{say(shown.length > 0 ? 'countedHint' : 'countChosen')}</p>
          {shown.map((option) => (
            <TextField
              key={option.id}
              label={say('countLabel', { option: option.option_name })}
              inputMode="numeric"
              most={9}
              value={counts[option.id] ?? ''}
              onChange={(count) => setCounts({ ...counts, [option.id]: count })}
              error={isRead(counts[option.id] ?? '') ? undefined : say('wholeNumber')}
            />
          ))}
        </fieldset>
        {save.error && <ErrorNote error={save.error} />}
        <div className="row sb">
          <button type="submit" className="btn pri" disabled={!canSave}>
            {say(desk ? 'save' : 'add')}
          </button>
          {desk && !isClosing && (
            <button type="button" className="btn dng" onClick={() => setClosing(true)}>
              {say('archive')}
            </button>
          )}
        </div>
        {desk && isClosing && (
          <div className="note bad" role="alert">
            <p className="grow">{say('archiveText')}</p>
            <button type="button" className="btn dng" onClick={() => archive.run(desk.id)}>
              {say('archive')}
            </button>
          </div>
        )}
        {archive.error && <ErrorNote error={archive.error} />}
      </form>
    </Dialog>
  )
}
