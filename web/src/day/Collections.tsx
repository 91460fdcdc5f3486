import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { api, take } from '../api.ts'
import { paths } from '../paths.ts'
import { useAction } from '../session/action.ts'
import { eventKey } from '../session/event.ts'
import { useMay } from '../session/session.ts'
import { Dialog, useTell } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Fields.tsx'
import { ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { Mark } from '../ui/StatusMark.tsx'
import { sayMoment } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { collectionsQuery } from './day-query.ts'
import type { Collection } from './day-query.ts'
import { useDayWords } from './words.ts'

/** What is typed is looked for once the typing rests, in milliseconds. */
const REST_MS = 250

/** What was handed out, newest first, with the way to take it back. */
export function Collections({ eventId, zone }: { eventId: string; zone: string }) {
  const say = useDayWords()
  const mayManage = useMay('event.manage')
  const { q = '' } = useSearch({ strict: false }) as { q?: string }
  const navigate = useNavigate()
  const [typed, setTyped] = useState(q)
  const [undoing, setUndoing] = useState<Collection>()
  useEffect(() => {
    const wanted = typed.trim()
    if (wanted === q) return
    const timer = setTimeout(() => {
      void navigate({ to: '.', search: (wanted === '' ? {} : { q: wanted }) as never, replace: true })
    }, REST_MS)
    return () => clearTimeout(timer)
  }, [typed, q, navigate])
  const list = useInfiniteQuery(collectionsQuery(eventId, q))
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section>
      <div className="row sb dayhead">
        <h2>{say('collections')}</h2>
        <input
          className="inp sm"
          type="search"
          aria-label={say('find')}
          placeholder={say('find')}
          maxLength={200}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </div>
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton height={120} />}
      {list.data && items.length === 0 && <p className="mut">{say(q === '' ? 'noCollections' : 'noMatch')}</p>}
      {items.length > 0 && (
        <div className="daywide" tabIndex={0} role="group" aria-label={say('collections')}>
          <table className="tb">
            <thead>
              <tr>
                <th scope="col">{say('person')}</th>
                <th scope="col">{say('option')}</th>
                <th scope="col">{say('desk')}</th>
                <th scope="col">{say('time')}</th>
                <th scope="col">{say('by')}</th>
                <th scope="col">
                  <span className="sr">{say('undo')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <Row
                  key={one.id}
                  collection={one}
                  zone={zone}
                  onUndo={mayManage && one.undone_at === null ? () => setUndoing(one) : undefined}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.hasNextPage && (
        <button
          type="button"
          className="btn"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {say('more')}
        </button>
      )}
      {undoing && <UndoDialog collection={undoing} onClose={() => setUndoing(undefined)} />}
    </section>
  )
}

type RowProps = { collection: Collection; zone: string; onUndo: (() => void) | undefined }

function Row({ collection: one, zone, onUndo }: RowProps) {
  const say = useDayWords()
  const language = useLanguage()
  const mayRead = useMay('registration.read')
  const isUndone = one.undone_at !== null
  const notes = [
    one.is_offline && say('isOffline'),
    one.is_slot_overridden && say('isOverridden'),
    one.undone_reason !== null && say('undone', { reason: one.undone_reason }),
  ].filter(Boolean)
  return (
    <tr className={isUndone ? 'off' : undefined}>
      <th scope="row">
        <Mark kind={isUndone ? 'cancelled' : 'collected'} />{' '}
        {mayRead ? (
          <Link to={paths.registration(one.event_id, one.registration_id)}>{one.person_name}</Link>
        ) : (
          one.person_name
        )}
      </th>
      <td>{one.option_name}</td>
      <td>{one.desk_name}</td>
      <td>
        {sayMoment(one.collected_at, zone, language)}
        {notes.length > 0 && <small>{notes.join(', ')}</small>}
      </td>
      <td>{one.collected_by_name ?? one.device_name ?? say('tablet')}</td>
      <td className="r">
        {onUndo && (
          <button
            type="button"
            className="btn sm"
            aria-label={say('undoOf', { name: one.person_name, option: one.option_name })}
            onClick={onUndo}
          >
            {say('undo')}
          </button>
        )}
      </td>
    </tr>
  )
}

function UndoDialog({ collection, onClose }: { collection: Collection; onClose: () => void }) {
  const say = useDayWords()
  const client = useQueryClient()
  const tell = useTell()
  const [reason, setReason] = useState('')
  const { person_name: name, option_name: option } = collection
  const undo = useAction(
    (why: string, headers) =>
      take(
        api.POST('/events/{event_id}/collections/{collection_id}/undo', {
          params: { path: { event_id: collection.event_id, collection_id: collection.id } },
          body: { reason: why },
          headers,
        }),
      ),
    {
      onDone: () => {
        void client.invalidateQueries({ queryKey: eventKey(collection.event_id) })
        tell(say('didUndo', { name, option }))
        onClose()
      },
    },
  )
  return (
    <Dialog onClose={onClose} title={say('undoTitle', { name, option })}>
      <form
        className="col dialog"
        onSubmit={(submitted) => {
          submitted.preventDefault()
          if (reason.trim() !== '') undo.run(reason.trim())
        }}
      >
        <p className="mut">{say('undoText')}</p>
        <TextField
          label={say('reason')}
          hint={say('reasonHint')}
          most={500}
          isFirst
          isNeeded
          value={reason}
          onChange={setReason}
        />
        {undo.error && <ErrorNote error={undo.error} />}
        <div className="row">
          <button type="submit" className="btn pri" disabled={reason.trim() === '' || undo.isPending}>
            {say('undo')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
