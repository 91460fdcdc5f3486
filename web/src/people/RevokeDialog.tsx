import { useQueryClient } from '@tanstack/react-query'
import { api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { useAction } from '../session/action.ts'
import { ErrorNote } from '../ui/Notes.tsx'
import { Dialog, useTell } from '../ui/Dialog.tsx'
import { usePeopleWords } from './words.ts'

/** A revoked key cannot come back, so this one thing is asked again. */
export function RevokeDialog({ apiKey, onClose }: { apiKey: Schema<'ApiKey'>; onClose: () => void }) {
  const say = usePeopleWords()
  const tell = useTell()
  const client = useQueryClient()
  const revoke = useAction(
    (keyId: string, headers) =>
      take(api.DELETE('/api-keys/{key_id}', { params: { path: { key_id: keyId } }, headers })),
    {
      onDone: () => {
        void client.invalidateQueries({ queryKey: ['api-keys'] })
        tell(say('keyDone', { name: apiKey.name }))
        onClose()
      },
    },
  )
  return (
    <Dialog onClose={onClose} title={say('keyRevokeTitle', { name: apiKey.name })}>
      <div className="col dialog">
        <p className="mut">{say('keyRevokeText')}</p>
        {revoke.error && <ErrorNote error={revoke.error} />}
        <div className="row">
          <button type="button" className="btn dng" disabled={revoke.isPending} onClick={() => revoke.run(apiKey.id)}>
            {say('keyRevokeDo')}
          </button>
          <button type="button" className="btn" onClick={onClose} data-autofocus>
            {say('keyKeep')}
          </button>
        </div>
      </div>
    </Dialog>
  )
}
