import { useEffect, useState } from 'react'
import { ErrorNote } from '../ui/Notes.tsx'
import { sayTime } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { DeskSheet } from './Sheet.tsx'
import type { Desk } from './desk.ts'
import type { DeskPerson } from './transport.ts'
import { useDeskWords } from './words.ts'

/** What is typed is looked for once the typing rests, in milliseconds. */
const REST_MS = 250

type Props = { desk: Desk; zone: string; onChoose: (registrationId: string) => void; onClose: () => void }

/** For somebody who has no code with them: by the beginnings of their name. */
export function FindByName({ desk, zone, onChoose, onClose }: Props) {
  const say = useDeskWords()
  const language = useLanguage()
  const [typed, setTyped] = useState('')
  const [tries, setTries] = useState(0)
  const [found, setFound] = useState<{ q: string; people: DeskPerson[] }>()
  const [error, setError] = useState<unknown>()
  const q = typed.trim()
  useEffect(() => {
    let isGone = false
    setError(undefined)
    if (q === '') return setFound(undefined)
    const timer = setTimeout(() => {
      desk.find(q).then(
        (people) => !isGone && setFound({ q, people }),
        (reason: unknown) => !isGone && setError(reason),
      )
    }, REST_MS)
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [desk, q, tries])
  const isLooking = q !== '' && found?.q !== q && error === undefined
  const nobody = found?.q === q && found.people.length === 0
  return (
    <DeskSheet title={say('findByName')} onClose={onClose}>
      <label htmlFor="name">{say('name')}</label>
      <input
        id="name"
        className="inp tall"
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed}
        aria-describedby="namenote"
        onChange={({ target }) => setTyped(target.value)}
      />
      <p id="namenote" className="mut" role="status">
        {isLooking ? say('looking') : nobody ? say('nobodyFound') : say('nameNote')}
      </p>
      {error !== undefined && <ErrorNote error={error} onRetry={() => setTries(tries + 1)} />}
      <ul className="found">
        {q !== '' &&
          found?.people.map((person) => (
            <li key={person.registration_id}>
              <button type="button" className="btn lg full" onClick={() => onChoose(person.registration_id)}>
                <b>{person.person_name}</b>
                <span className="mut">
                  {[
                    person.option_name,
                    person.collected_at === null
                      ? person.slot
                      : say('collectedAt', { time: sayTime(person.collected_at, zone, language) }),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </button>
            </li>
          ))}
      </ul>
    </DeskSheet>
  )
}
