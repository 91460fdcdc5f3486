import { useState } from 'react'
import { ApiError } from '../api.ts'
import { Dialog, useTell } from '../ui/Dialog.tsx'
import { AreaField, TextField } from '../ui/Fields.tsx'
import { ErrorNote } from '../ui/Notes.tsx'
import { useMove } from './waitlist-query.ts'
import type { Entry } from './waitlist-query.ts'
import { useWaitlistWords } from './words.ts'

type Props = { entry: Entry; hasPriority: boolean; onClose: () => void }

/** Another place or another priority, and why. */
export function MoveDialog({ entry, hasPriority, onClose }: Props) {
  const say = useWaitlistWords()
  const tell = useTell()
  const { name } = entry.person
  const [by, setBy] = useState<'priority' | 'place'>(hasPriority ? 'priority' : 'place')
  const [place, setPlace] = useState('1')
  const [priority, setPriority] = useState(String(entry.priority))
  const [reason, setReason] = useState('')
  const move = useMove(entry, () => {
    tell(say('moved', { name }))
    onClose()
  })
  const isPlace = by === 'place'
  const isRead = isPlace ? /^[1-9]\d{0,5}$/.test(place.trim()) : /^\d{1,4}$/.test(priority.trim()) && +priority <= 1000
  const errors = move.error instanceof ApiError ? move.error.problem.errors : undefined
  const canMove = isRead && reason.trim() !== ''
  return (
    <Dialog onClose={onClose} title={say('moveTitle', { name })}>
      <form
        className="col dialog"
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault()
          if (!canMove) return
          move.run({
            reason: reason.trim(),
            ...(isPlace ? { to_position: Number(place) } : { priority: Number(priority) }),
          })
        }}
      >
        <p className="mut">{say('moveText')}</p>
        {hasPriority && (
          <div className="row" role="group" aria-label={say('by')}>
            {(['priority', 'place'] as const).map((one) => (
              <button
                key={one}
                type="button"
                className={one === by ? 'chip on' : 'chip'}
                aria-pressed={one === by}
                onClick={() => setBy(one)}
              >
                {say(one === 'place' ? 'byPlace' : 'byPriority')}
              </button>
            ))}
          </div>
        )}
        {isPlace ? (
          <TextField
            label={say('to')}
            hint={say('toHint')}
            inputMode="numeric"
            most={6}
            isFirst
            value={place}
            onChange={setPlace}
            error={isRead ? undefined : say('toWrong')}
          />
        ) : (
          <TextField
            label={say('prio')}
            hint={say('priorityHint')}
            inputMode="numeric"
            most={4}
            isFirst
            value={priority}
            onChange={setPriority}
            error={isRead ? undefined : say('priorityWrong')}
          />
        )}
        <AreaField
          label={say('reason')}
          most={2000}
          rows={3}
          value={reason}
          onChange={setReason}
          error={errors?.find(({ path }) => path === 'body.reason')?.message}
        />
        {move.error && errors === undefined && <ErrorNote error={move.error} />}
        <div className="row">
          <button type="submit" className="btn pri" disabled={!canMove || move.isPending}>
            {isPlace ? say('moveDo', { place: place.trim() }) : say('priorityDo', { priority: priority.trim() })}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
