import { useNavigate } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { useAction } from '../session/action.ts'
import { useEvent } from '../session/event.ts'
import { ErrorNote, Note } from '../ui/Notes.tsx'
import { askInstead } from './decide.ts'
import { useRefresh } from './registrations-query.ts'
import type { Registration } from './registrations-query.ts'
import { useTell } from './tell.tsx'
import { useRegistrationWords } from './words.ts'

/** Offers another option on the person's behalf: says what will happen to which request before it does. */
export function Instead({
  registration,
  optionId,
  onClose,
}: {
  registration: Registration
  optionId: string
  onClose: () => void
}) {
  const say = useRegistrationWords()
  const navigate = useNavigate()
  const { event_id: eventId, person } = registration
  const { data: event } = useEvent(eventId)
  const refresh = useRefresh(eventId)
  const tell = useTell()
  const option = event?.options.find(({ id }) => id === optionId)?.option_name ?? ''
  const instead = useAction(
    (_input: null, headers) => askInstead(registration, optionId, say('insteadNote', { option }), headers),
    {
      onDone: (result) => {
        if (result.outcome === 'short') return
        refresh()
        if (result.outcome === 'half') return
        tell(say('didInstead', { person: person.name, option }))
        void navigate({ to: paths.registration(eventId, result.registrationId) })
      },
    },
  )
  const result = instead.data
  return (
    <div className="rgform">
      <b>{say('insteadTitle', { option })}</b>
      <p className="s3 mut">{say('insteadText', { person: person.name, option })}</p>
      {result?.outcome === 'short' && <Note kind="wrn">{say('insteadShort', { why: result.why })}</Note>}
      {result?.outcome === 'half' && (
        <>
          <Note kind="bad">{say('insteadHalf', { option })}</Note>
          <ErrorNote error={result.error} />
        </>
      )}
      {instead.error && <ErrorNote error={instead.error} />}
      <div className="row">
        <button
          type="button"
          className="btn pri"
          disabled={instead.isPending || option === ''}
          onClick={() => instead.run(null)}
        >
          {say('insteadDo', { option })}
        </button>
        <button type="button" className="btn q" onClick={onClose}>
          {say('keep')}
        </button>
      </div>
    </div>
  )
}
