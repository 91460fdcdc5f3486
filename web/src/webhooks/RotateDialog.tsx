import { useState } from 'react'
import { useMe } from '../session/session.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Fields.tsx'
import { ErrorNote } from '../ui/Notes.tsx'
import { sayMoment } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { SecretDialog } from './EndpointDialog.tsx'
import { useRotate } from './webhook-query.ts'
import { useWebhookWords } from './words.ts'

/** Makes a new secret, and shows it; the one before stays valid for as long as the receiver needs. */
export function RotateDialog({ endpointId, onClose }: { endpointId: string; onClose: () => void }) {
  const say = useWebhookWords()
  const language = useLanguage()
  const { timezone } = useMe().tenant
  const [hours, setHours] = useState('24')
  const rotate = useRotate(endpointId)
  const isRead = /^\d{1,3}$/.test(hours.trim()) && Number(hours) <= 168
  if (rotate.data) {
    const until = rotate.data.previous_secret_expires_at
    return (
      <SecretDialog
        secret={rotate.data.secret}
        until={until === null ? null : sayMoment(until, timezone, language)}
        onClose={onClose}
      />
    )
  }
  return (
    <Dialog onClose={onClose} title={say('rotateTitle')}>
      <form
        className="col dialog"
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault()
          if (isRead) rotate.run({ previous_valid_hours: Number(hours) })
        }}
      >
        <p className="mut">{say('rotateText')}</p>
        <TextField
          label={say('rotateHours')}
          inputMode="numeric"
          most={3}
          isFirst
          value={hours}
          onChange={setHours}
          error={isRead ? undefined : say('rotateHoursWrong')}
        />
        {rotate.error && <ErrorNote error={rotate.error} />}
        <div className="row">
          <button type="submit" className="btn pri" disabled={!isRead || rotate.isPending}>
            {say('rotateDo')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
