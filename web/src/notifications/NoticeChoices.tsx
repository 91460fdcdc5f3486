import choicesSheet from './choices.css?inline'
import { IconLock } from '@tabler/icons-react'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { useAction } from '../session/action.ts'
import { ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { useSheets } from '../ui/use-sheets.ts'
import { useChoiceWords } from './choice-words.ts'
import { useKindWords } from './kind-words.ts'
import type { NoticeKind } from './kind-words.ts'

type Choice = Schema<'NotificationSettings'>['kinds'][number]
type Change = { kind: NoticeKind; mail?: boolean; inbox?: boolean }

const organizerKinds: readonly NoticeKind[] = ['requests_waiting', 'budget_threshold', 'digest']
const choicesQuery = queryOptions({
  queryKey: ['notification-settings'],
  queryFn: () => take(api.GET('/me/notification-settings')),
})

/** What I get, by kind and channel. What one must get is marked, and stays as it is. */
export function NoticeChoices() {
  useSheets(choicesSheet)
  const say = useChoiceWords()
  const { data, error, refetch } = useQuery(choicesQuery)
  return (
    <section aria-labelledby="what-i-get">
      <h2 id="what-i-get">{say('title')}</h2>
      <p className="mut s3">{say('text')}</p>
      {!data && error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={160} />}
      {data?.kinds.length === 0 && <p className="mut">{say('none')}</p>}
      {data && data.kinds.length > 0 && <Choices kinds={data.kinds} />}
    </section>
  )
}

function Choices({ kinds }: { kinds: readonly Choice[] }) {
  const say = useChoiceWords()
  const client = useQueryClient()
  const show = (settings: Schema<'NotificationSettings'>) => client.setQueryData(choicesQuery.queryKey, settings)
  const save = useAction(
    (change: Change, headers) => take(api.PUT('/me/notification-settings', { body: { kinds: [change] }, headers })),
    {
      onDone: show,
      // What was not kept is shown as it is kept.
      onError: () => void client.invalidateQueries({ queryKey: choicesQuery.queryKey }),
    },
  )
  const choose = (change: Change) => {
    show({ kinds: kinds.map((choice) => (choice.kind === change.kind ? { ...choice, ...change } : choice)) })
    save.run(change)
  }
  const groups = [
    ['person', kinds.filter(({ kind }) => !organizerKinds.includes(kind))],
    ['organizer', kinds.filter(({ kind }) => organizerKinds.includes(kind))],
  ] as const
  return (
    <>
      {save.error && <ErrorNote error={save.error} />}
      {groups.map(([audience, those]) =>
        those.length === 0 ? null : (
          <table key={audience} className="tb ncs">
            <thead>
              <tr>
                <th scope="col">{say(audience)}</th>
                <th scope="col">{say('mail')}</th>
                <th scope="col">{say('inbox')}</th>
              </tr>
            </thead>
            <tbody>
              {those.map((choice) => (
                <ChoiceRow key={choice.kind} choice={choice} isBusy={save.isPending} onChoose={choose} />
              ))}
            </tbody>
          </table>
        ),
      )}
      <p className="s3 dim">
        <IconLock className="ic" aria-hidden /> {say('lockedText')}
      </p>
    </>
  )
}

type RowProps = { choice: Choice; isBusy: boolean; onChoose: (change: Change) => void }

function ChoiceRow({ choice, isBusy, onChoose }: RowProps) {
  const say = useChoiceWords()
  const sayKind = useKindWords()
  const id = useId()
  const { kind, is_required: isRequired } = choice
  return (
    <tr>
      <th scope="row" id={id}>
        {sayKind(kind)}
      </th>
      {(['mail', 'inbox'] as const).map((channel) => {
        const isLocked = channel === 'mail' && isRequired
        return (
          <td key={channel}>
            <label>
              <input
                type="checkbox"
                checked={choice[channel]}
                disabled={isLocked || isBusy}
                aria-label={say('choose', { kind: sayKind(kind), channel: say(channel) })}
                aria-description={isLocked ? say('locked') : undefined}
                onChange={({ target }) => onChoose({ kind, [channel]: target.checked })}
              />
              {isLocked && <IconLock className="ic dim" aria-hidden />}
            </label>
          </td>
        )
      })}
    </tr>
  )
}
