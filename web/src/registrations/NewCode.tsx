import { useQueryClient } from '@tanstack/react-query'
import { api, take } from '../api.ts'
import { useAction } from '../session/action.ts'
import { eventKey } from '../session/event.ts'
import { ErrorNote } from '../ui/Notes.tsx'
import type { Registration } from './registrations-query.ts'
import { useRegistrationWords } from './words.ts'

/** For a code that got into the wrong hands, or was lost with a phone: another one, and the old one is void. */
export function NewCode({ registration, onDone }: { registration: Registration; onDone: () => void }) {
  const say = useRegistrationWords()
  const client = useQueryClient()
  const { event_id: eventId, id } = registration
  const replace = useAction(
    (registrationId: string, headers) =>
      take(
        api.POST('/events/{event_id}/registrations/{registration_id}/qr', {
          params: { path: { event_id: eventId, registration_id: registrationId } },
          headers,
        }),
      ),
    {
      onDone: () => {
        void client.invalidateQueries({ queryKey: eventKey(eventId) })
        onDone()
      },
    },
  )
  return (
    <div className="col">
      <p className="s3 mut">{say('newQrText')}</p>
      {replace.error && <ErrorNote error={replace.error} />}
      <div className="row">
        <button type="button" className="btn pri" disabled={replace.isPending} onClick={() => replace.run(id)}>
          {say('newQrSure', { person: registration.person.name })}
        </button>
      </div>
    </div>
  )
}
