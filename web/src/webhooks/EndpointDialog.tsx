import { useState } from 'react'
import { ApiError } from '../api.ts'
import { ShownOnce } from '../people/ShownOnce.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Fields.tsx'
import { ErrorNote } from '../ui/Notes.tsx'
import { EventChoice } from './EventChoice.tsx'
import { eventGroups } from './event-groups.ts'
import { useSaveEndpoint } from './webhook-query.ts'
import type { Endpoint, WebhookEvent } from './webhook-query.ts'
import { useWebhookWords } from './words.ts'

type Props = { endpoint: Endpoint | undefined; onClose: () => void; onSaved: () => void }

/** Adds an endpoint, whose secret is then shown once; or changes one. */
export function EndpointDialog({ endpoint, onClose, onSaved }: Props) {
  const say = useWebhookWords()
  const [url, setUrl] = useState(endpoint?.url ?? '')
  const [description, setDescription] = useState(endpoint?.description ?? '')
  const [events, setEvents] = useState<readonly WebhookEvent[]>(
    endpoint?.events ?? eventGroups.find(([name]) => name === 'registration')?.[1] ?? [],
  )
  const [secret, setSecret] = useState<string>()
  const save = useSaveEndpoint((made) => {
    if (made === undefined) onSaved()
    else setSecret(made)
  })
  if (secret !== undefined) return <SecretDialog secret={secret} until={null} onClose={onClose} />
  const errors = save.error instanceof ApiError ? save.error.problem.errors : undefined
  const at = (field: string) => errors?.find(({ path }) => path.startsWith(`body.${field}`))?.message
  const canSave = url.trim() !== '' && events.length > 0
  return (
    <Dialog onClose={onClose} title={say(endpoint ? 'changeTitle' : 'add')} size="xl">
      <form
        className="col dialog"
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault()
          if (!canSave) return
          save.run({
            endpointId: endpoint?.id,
            body: {
              url: url.trim(),
              description: description.trim(),
              events: [...events],
              event_ids: endpoint?.event_ids ?? null,
            },
          })
        }}
      >
        <TextField
          label={say('url')}
          hint={say('urlHint')}
          placeholder="https://hooks.example.org/allot"
          most={2000}
          isFirst
          isNeeded
          value={url}
          onChange={setUrl}
          error={at('url')}
        />
        <TextField
          label={say('description')}
          most={500}
          value={description}
          onChange={setDescription}
          error={at('description')}
        />
        <EventChoice
          chosen={events}
          onChange={setEvents}
          error={events.length === 0 ? say('eventsNone') : at('events')}
        />
        {save.error && errors === undefined && <ErrorNote error={save.error} />}
        <div className="row">
          <button type="submit" className="btn pri" disabled={!canSave || save.isPending}>
            {say(endpoint ? 'save' : 'addDo')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

/** The secret, which is shown this once. @param until in words, until when the one before is valid as well */
export function SecretDialog({
  secret,
  until,
  onClose,
}: {
  secret: string
  until: string | null
  onClose: () => void
}) {
  const say = useWebhookWords()
  return (
    <Dialog onClose={onClose} title={say('secretTitle')} size="lg" closeOnClickOutside={false}>
      <div className="col dialog">
        <p className="mut">{say('secretText')}</p>
        {until !== null && <p className="mut">{say('secretBoth', { until })}</p>}
        <ShownOnce label={say('secretTitle')} value={secret} />
        <div className="row">
          <button type="button" className="btn" onClick={onClose}>
            {say('close')}
          </button>
        </div>
      </div>
    </Dialog>
  )
}
