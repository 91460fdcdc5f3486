import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { sayMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import type { Change } from './decide.ts'
import type { Registration } from './registrations-query.ts'
import { useRegistrationWords } from './words.ts'

type Props = {
  kind: 'reject' | 'cancel'
  registration: Registration
  currency: string
  isBusy: boolean
  onDecide: (change: Change) => void
  onClose: () => void
}

/** Asks why. Both are final, so the reason is asked in place, and the button says what happens. */
export function ReasonForm({ kind, registration, currency, isBusy, onDecide, onClose }: Props) {
  const say = useRegistrationWords()
  const language = useLanguage()
  const id = useId()
  const [reason, setReason] = useState('')
  const { status, amount_committed: amount, notes: before } = registration
  const text = reason.trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // What the person wrote stays, with the reason below it.
    const notes =
      text === '' ? {} : { notes: before === null || before === '' ? text : `${before}\n${text}`.slice(0, 2000) }
    onDecide({ status: kind === 'reject' ? 'REJECTED' : 'CANCELLED', ...notes })
  }
  const givesBack = status === 'APPROVED' && amount > 0
  const cancelDo = givesBack ? say('cancelDo', { amount: sayMoney(amount, currency, language) }) : say('cancelDoFree')
  return (
    <form className="rgform" onSubmit={submit}>
      <label htmlFor={id} className="b">
        {say(kind === 'reject' ? 'rejectTitle' : 'cancelTitle')}
      </label>
      <p className="s2 mut" id={`${id}n`}>
        {say(kind === 'reject' ? 'rejectNote' : 'cancelNote')}
      </p>
      <textarea
        id={id}
        className="inp area"
        rows={3}
        maxLength={1000}
        value={reason}
        aria-describedby={`${id}n`}
        autoFocus
        required={kind === 'reject'}
        onChange={({ target }) => setReason(target.value)}
        onKeyDown={({ key }) => key === 'Escape' && onClose()}
      />
      <div className="row">
        <button type="submit" className="btn dng" disabled={isBusy || (kind === 'reject' && text === '')}>
          {kind === 'reject' ? say('rejectDo') : cancelDo}
        </button>
        <button type="button" className="btn q" onClick={onClose}>
          {say('keep')}
        </button>
      </div>
    </form>
  )
}
