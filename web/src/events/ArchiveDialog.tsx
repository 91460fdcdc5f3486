import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { useAction } from '../session/action.ts'
import { ErrorNote } from '../ui/Notes.tsx'
import { Dialog, useTell } from '../ui/Dialog.tsx'
import { useEventsWords } from './words.ts'

/** Archiving is the one thing that is confirmed by typing: people lose sight of an event by it. */
export function ArchiveDialog({ event, onClose }: { event: Schema<'Event'>; onClose: () => void }) {
  const say = useEventsWords()
  const tell = useTell()
  const client = useQueryClient()
  const [typed, setTyped] = useState('')
  const archive = useAction(
    (_input: null, headers) =>
      take(api.DELETE('/events/{event_id}', { params: { path: { event_id: event.id } }, headers })),
    {
      onDone: () => {
        void client.invalidateQueries({ queryKey: ['events'] })
        tell(say('wasArchived', { name: event.name }))
        onClose()
      },
    },
  )
  const isSure = typed.trim() === event.name
  return (
    <Dialog onClose={onClose} title={say('archiveTitle', { name: event.name })}>
      <form
        className="col dialog"
        onSubmit={(submitted) => {
          submitted.preventDefault()
          if (isSure) archive.run(null)
        }}
      >
        <TextInput
          label={say('archiveText')}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          data-autofocus
        />
        {archive.error && <ErrorNote error={archive.error} />}
        <div className="row">
          <button type="submit" className="btn dng" disabled={!isSure || archive.isPending}>
            {say('archiveDo')}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {say('keep')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
