import { createApiClient } from '@allot/contract/client'
import type { Schema } from '@allot/contract/client'
import { useEffect, useState } from 'react'
import { isSignedOut, take } from '../api.ts'
import { paths } from '../paths.ts'
import { ErrorNote } from '../ui/Notes.tsx'
import { Plain } from './Welcome.tsx'
import { useDeskWords } from './words.ts'

type Choice = { event: Schema<'Event'>; desk: Schema<'Desk'> }
type Found = { name: string; choices: Choice[] }

/** Events are looked through from the newest on; whoever has more than so many has others to look after them. */
const MOST_EVENTS = 20

/** Somebody who has signed in says at which desk they work. */
export function ChooseDesk({ onChoose }: { onChoose: (choice: Choice) => void }) {
  const say = useDeskWords()
  const [found, setFound] = useState<Found>()
  const [error, setError] = useState<unknown>()
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let isGone = false
    findDesks().then(
      (those) => !isGone && setFound(those),
      (reason: unknown) => {
        if (isSignedOut(reason)) location.assign(paths.signIn(paths.desk))
        else if (!isGone) setError(reason)
      },
    )
    return () => {
      isGone = true
    }
  }, [tries])
  const retry = () => {
    setError(undefined)
    setTries(tries + 1)
  }
  return (
    <Plain title={say('chooseTitle')}>
      {error !== undefined && <ErrorNote error={error} onRetry={retry} />}
      {!found && error === undefined && <p aria-busy="true">{say('loading')}</p>}
      {found && <p>{say('chooseText', { name: found.name })}</p>}
      {found?.choices.length === 0 && <p>{say('noEvents')}</p>}
      <ul className="dchoices">
        {found?.choices.map((choice) => (
          <li key={choice.desk.id}>
            <button type="button" className="btn lg full" onClick={() => onChoose(choice)}>
              <b>{choice.desk.name}</b>
              <span className="mut">{[choice.desk.location, choice.event.name].filter(Boolean).join(', ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </Plain>
  )
}

async function findDesks(): Promise<Found> {
  const api = createApiClient()
  const me = await take(api.GET('/me'))
  const events = await take(api.GET('/events', { params: { query: { limit: MOST_EVENTS } } }))
  const choices = await Promise.all(
    events.map(async (event) => {
      const desks = await take(
        api.GET('/events/{event_id}/desks', { params: { path: { event_id: event.id }, query: { limit: 100 } } }),
      )
      return desks.map((desk) => ({ event, desk }))
    }),
  )
  return { name: me.user.name, choices: choices.flat() }
}
