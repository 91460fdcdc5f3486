import { Modal } from '@mantine/core'
import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import type { Row } from './row.ts'
import { useApprovalWords } from './words.ts'

export type Rejecting = { rows: readonly Row[]; notes: string }

/** Asks for the reason; nothing happens before the button is pressed, and not for five seconds after. */
export function RejectDialog({
  rejecting,
  onReject,
  onClose,
}: {
  rejecting: Rejecting | undefined
  onReject: (rows: readonly Row[], notes: string) => void
  onClose: () => void
}) {
  const say = useApprovalWords()
  const language = useLanguage()
  const count = rejecting?.rows.length ?? 0
  const name = rejecting?.rows[0]?.person.name ?? ''
  return (
    <Modal
      opened={rejecting !== undefined}
      onClose={onClose}
      title={say('rejectTitle', { count, n: sayCount(count, language), name })}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      {rejecting && <Reason rejecting={rejecting} onReject={onReject} onClose={onClose} />}
    </Modal>
  )
}

/** As long as the API takes. */
const MOST_LETTERS = 2_000

function Reason({
  rejecting,
  onReject,
  onClose,
}: {
  rejecting: Rejecting
  onReject: (rows: readonly Row[], notes: string) => void
  onClose: () => void
}) {
  const say = useApprovalWords()
  const language = useLanguage()
  const id = useId()
  const [notes, setNotes] = useState(rejecting.notes)
  const count = rejecting.rows.length
  const reject = (event: FormEvent) => {
    event.preventDefault()
    onReject(rejecting.rows, notes.trim())
  }
  return (
    <form onSubmit={reject} className="rjf">
      <label htmlFor={id} className="b">
        {say('reason')}
      </label>
      <textarea
        id={id}
        className="inp area"
        rows={4}
        maxLength={MOST_LETTERS}
        value={notes}
        data-autofocus
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => setNotes(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) reject(event)
        }}
      />
      <p id={`${id}-hint`} className="s2 dim">
        {say('reasonHint')}
      </p>
      <div className="row">
        <span className="grow" />
        <button type="button" className="btn" onClick={onClose}>
          {say('back')}
        </button>
        <button type="submit" className="btn dng">
          {say('rejectButton', { count, n: sayCount(count, language) })}
        </button>
      </div>
    </form>
  )
}
