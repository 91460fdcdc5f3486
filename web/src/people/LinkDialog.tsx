import { useEffect, useRef } from 'react'
import { api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { useAction } from '../session/action.ts'
import { sayMoment } from '../ui/format.ts'
import { ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { useLanguage } from '../words.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ShownOnce } from './ShownOnce.tsx'
import { usePeopleWords } from './words.ts'

/** Makes a one-time link for a person, and shows it: there is no second look. */
export function LinkDialog({ user, onClose }: { user: Schema<'User'>; onClose: () => void }) {
  const say = usePeopleWords()
  const language = useLanguage()
  const make = useAction((userId: string, headers) =>
    take(api.POST('/users/{user_id}/sign-in-links', { params: { path: { user_id: userId } }, headers })),
  )
  const hasBegun = useRef(false)
  useEffect(() => {
    if (hasBegun.current) return
    hasBegun.current = true
    make.run(user.id)
  }, [make, user.id])
  const home = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <Dialog onClose={onClose} title={say('linkTitle', { name: user.name })} size="lg" closeOnClickOutside={!make.data}>
      <div className="col dialog">
        {make.error && <ErrorNote error={make.error} onRetry={() => make.run(user.id)} />}
        {make.isPending && <Skeleton height={34} />}
        {make.data && (
          <>
            <p className="mut">{say('linkText', { until: sayMoment(make.data.expires_at, home, language) })}</p>
            <ShownOnce label={say('linkTitle', { name: user.name })} value={make.data.url} />
          </>
        )}
        <div className="row">
          <button type="button" className="btn" onClick={onClose}>
            {say('close')}
          </button>
        </div>
      </div>
    </Dialog>
  )
}
