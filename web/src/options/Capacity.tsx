import { IconPencil } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { ApiError, api, take } from '../api.ts'
import { useAction } from '../session/action.ts'
import { eventKey } from '../session/event.ts'
import { ErrorNote } from '../ui/Notes.tsx'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { useRefreshSlots } from './slots-query.ts'
import type { Slot } from './slots-query.ts'
import { useOptionWords } from './words.ts'

type Props = { eventId: string; slot: Slot; isOpen: boolean; onOpen: (isOpen: boolean) => void }

/** How many people a slot takes, changed in place; never below those who have it. */
export function Capacity({ eventId, slot, isOpen, onOpen }: Props) {
  const say = useOptionWords()
  const language = useLanguage()
  const client = useQueryClient()
  const id = useId()
  const refresh = useRefreshSlots(eventId)
  const [typed, setTyped] = useState(String(slot.capacity))
  const save = useAction(
    (capacity: number, headers) =>
      take(
        api.PUT('/events/{event_id}/slots/{slot_id}', {
          params: { path: { event_id: eventId, slot_id: slot.id } },
          body: { capacity },
          headers,
        }),
      ),
    {
      onDone: () => {
        refresh()
        void client.invalidateQueries({ queryKey: eventKey(eventId) })
        onOpen(false)
      },
    },
  )
  if (!isOpen) {
    return (
      <button type="button" className="btn q sm slcap" onClick={() => onOpen(true)}>
        <IconPencil className="ic" aria-hidden />
        {say('capacityChange')}
      </button>
    )
  }
  const capacity = Number(typed)
  const isWhole = typed.trim() !== '' && Number.isInteger(capacity) && capacity >= 1
  const isRefused = save.error instanceof ApiError && save.error.problem.code === 'SLOT_OVERCOMMITTED'
  const isBelow = (isWhole && capacity < slot.committed_count) || isRefused
  const fault = !isWhole
    ? say('capacityNeeded')
    : isBelow
      ? say('belowCapacity', { shown: sayCount(slot.committed_count, language) })
      : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isWhole && capacity >= slot.committed_count) save.run(capacity)
  }
  return (
    <form className="slcapf" onSubmit={submit} noValidate>
      <label htmlFor={id} className="s2 mut">
        {say('capacity')}
      </label>
      <div className="row">
        <input
          id={id}
          className={fault === undefined ? 'inp sm' : 'inp sm err'}
          inputMode="numeric"
          value={typed}
          autoFocus
          aria-invalid={fault !== undefined}
          aria-describedby={`${id}f`}
          onChange={({ target }) => setTyped(target.value)}
        />
        <button type="submit" className="btn sm pri" disabled={save.isPending}>
          {say('save')}
        </button>
        <button type="button" className="btn sm q" onClick={() => onOpen(false)}>
          {say('keep')}
        </button>
      </div>
      <span className="s2 neg" id={`${id}f`} role="alert">
        {fault}
      </span>
      {save.error && !isRefused && <ErrorNote error={save.error} />}
    </form>
  )
}
