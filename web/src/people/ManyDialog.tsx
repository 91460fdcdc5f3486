import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ApiError, api, newIntent, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { AreaField } from '../ui/Fields.tsx'
import { sayCount } from '../ui/format.ts'
import { ErrorNote } from '../ui/Notes.tsx'
import { useLanguage } from '../words.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { readPeople } from './read-people.ts'
import { usePeopleWords } from './words.ts'

type Progress = {
  total: number
  done: number
  refused: { person: Schema<'NewUser'>; reason: string }[]
  isRunning: boolean
}

/** A list of people, read and shown before it is added, one after the other; who is refused is named, with the reason. */
export function ManyDialog({ onClose }: { onClose: () => void }) {
  const say = usePeopleWords()
  const language = useLanguage()
  const client = useQueryClient()
  const [text, setText] = useState('')
  const [progress, setProgress] = useState<Progress | null>(null)
  const [error, setError] = useState<unknown>(null)
  const isStopped = useRef(false)
  const intents = useRef(new Map<string, { 'Idempotency-Key': string }>())
  const { people, unclear } = readPeople(text)

  const addAll = async () => {
    if (progress?.isRunning || people.length === 0) return
    isStopped.current = false
    setError(null)
    const total = people.length
    const refused: Progress['refused'] = []
    let done = 0
    const show = (isRunning: boolean) => setProgress({ total, done, refused: [...refused], isRunning })
    show(true)
    for (const person of people) {
      if (isStopped.current) break
      // A person whose answer was lost keeps the key: asked again, they are added once.
      const headers = intents.current.get(person.email) ?? newIntent()
      intents.current.set(person.email, headers)
      try {
        await take(api.POST('/users', { body: person, headers }))
        done++
      } catch (refusal) {
        if (!(refusal instanceof ApiError) || [401, 403, 429, 500, 503].includes(refusal.problem.status)) {
          setError(refusal)
          break
        }
        refused.push({ person, reason: refusal.problem.detail })
      }
      show(true)
    }
    show(false)
    void client.invalidateQueries({ queryKey: ['users'] })
  }
  return (
    <Dialog onClose={onClose} title={say('manyTitle')} size="lg" closeOnClickOutside={false}>
      <form
        className="col dialog"
        onSubmit={(submitted) => {
          submitted.preventDefault()
          void addAll()
        }}
      >
        <AreaField
          label={say('manyText')}
          rows={9}
          most={300_000}
          value={text}
          onChange={setText}
          placeholder={say('manyExample')}
        />
        {unclear.slice(0, 5).map(({ line, text: said }) => (
          <p key={line} className="neg s3 tr">
            {say('manyWrong', { line, text: said })}
          </p>
        ))}
        {progress && (
          <div role="status">
            <p className="s3">
              {say('manyDone', { done: sayCount(progress.done, language), total: sayCount(progress.total, language) })}
            </p>
            {progress.refused.slice(0, 20).map(({ person, reason }) => (
              <p key={person.email} className="neg s3">
                {say('manyRefused', { name: person.name, reason })}
              </p>
            ))}
          </div>
        )}
        {Boolean(error) && <ErrorNote error={error} onRetry={() => void addAll()} />}
        <div className="row">
          <button type="submit" className="btn pri" disabled={people.length === 0 || progress?.isRunning}>
            {say('manyAdd', { count: people.length })}
          </button>
          {progress?.isRunning ? (
            <button
              type="button"
              className="btn"
              onClick={() => {
                isStopped.current = true
              }}
            >
              {say('stop')}
            </button>
          ) : (
            <button type="button" className="btn" onClick={onClose}>
              {say('close')}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  )
}
