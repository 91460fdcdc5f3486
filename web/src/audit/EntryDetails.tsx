import { Link } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import type { AuditEntry } from './audit-query.ts'
import { detailsOf } from './details.ts'
import { useAuditWords } from './words.ts'

type Props = { entry: AuditEntry; eventId: string | undefined; onBy: (id: string) => void }

/** What an entry keeps, as data: each field, before and after. */
export function EntryDetails({ entry, eventId, onBy }: Props) {
  const say = useAuditWords()
  const { actor_id: actorId, actor_name: actor, from_status: from, to_status: to, idempotency_key: key } = entry
  const state = from === to ? [] : [{ field: say('state'), before: from ?? '–', after: to ?? '–' }]
  const lines = [
    ...state,
    ...detailsOf(entry.detail),
    ...(key === null ? [] : [{ field: say('idempotency'), after: key }]),
  ]
  const hasBefore = lines.some((line) => 'before' in line && line.before !== undefined)
  const isRegistration = entry.action.startsWith('registration.')
  return (
    <div className="audet">
      {lines.length === 0 ? (
        <p className="dim s3">{say('noDetail')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{say('field')}</th>
              {hasBefore && <th scope="col">{say('before')}</th>}
              <th scope="col">{say(hasBefore ? 'after' : 'value')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.field}>
                <th scope="row">{line.field}</th>
                {hasBefore && <td>{'before' in line ? line.before : ''}</td>}
                <td>{line.after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="row s2 dim aulinks">
        <span>
          {say('subject')}{' '}
          {isRegistration && eventId !== undefined ? (
            <Link className="mono" to={paths.registration(eventId, entry.subject_id)}>
              {entry.subject_id}
            </Link>
          ) : (
            <code className="mono">{entry.subject_id}</code>
          )}
        </span>
        {actorId !== null && actor !== null && (
          <button type="button" className="btn sm" onClick={() => onBy(actorId)}>
            {say('onlyOf', { name: actor })}
          </button>
        )}
      </p>
    </div>
  )
}
