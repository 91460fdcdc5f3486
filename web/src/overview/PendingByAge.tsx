import type { Schema } from '../api.ts'
import { LONG_DAYS } from '../approvals/waiting.ts'
import { paths } from '../paths.ts'
import { useMay } from '../session/session.ts'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { RowsLink } from './RowsLink.tsx'
import { listSearch, pendingSearch } from './where.ts'
import { useOverviewWords } from './words.ts'

/** How long people have waited for an answer. */
export function PendingByAge({
  eventId,
  waiting,
  isAtLeast,
}: {
  eventId: string
  waiting: Schema<'RegistrationFacets'>['waiting']
  /** Where they are too many to be counted to the end. */
  isAtLeast: boolean
}) {
  const say = useOverviewWords()
  const language = useLanguage()
  const mayDecide = useMay('registration.decide')
  // Whoever may not decide reads the same people in the list of all, oldest first; that list knows no days.
  const rows = (days: number) =>
    mayDecide
      ? { to: paths.approvals(eventId), search: days === 0 ? {} : pendingSearch({ waitingDays: days }) }
      : { to: paths.registrations(eventId), search: listSearch({ status: 'PENDING', order: 'oldest' }) }
  const ages = [
    { name: say('today'), count: waiting.today, from: 0 },
    { name: say('days1'), count: waiting.days_1_to_2, from: 1 },
    { name: say('days3'), count: waiting.days_3_to_5, from: 3 },
    { name: say('days5'), count: waiting.days_over_5, from: LONG_DAYS + 1 },
  ]
  const most = Math.max(1, ...ages.map(({ count }) => count))
  const { oldest_days: oldest } = waiting
  return (
    <>
      <div className="h2">
        <h2>{say('age')}</h2>
        {oldest !== null && oldest > 0 && <span className="s2 dim">{say('oldest', { count: oldest })}</span>}
        {oldest !== null && (
          <RowsLink className="" {...rows(0)}>
            {say('oldestFirst')}
          </RowsLink>
        )}
      </div>
      {oldest === null ? (
        <p className="s3 mut">{say('nonePending')}</p>
      ) : (
        <table className="age">
          <tbody>
            {ages.map(({ name, count, from }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td aria-hidden>
                  {count > 0 && <i className="ageb" style={{ width: `max(2px, ${(count / most) * 100}%)` }} />}
                </td>
                <td className="r b">
                  {count === 0 ? 0 : <RowsLink {...rows(from)}>{sayCount(count, language, isAtLeast)}</RowsLink>}
                </td>
                <td className="s2 neg r">{from > LONG_DAYS && count > 0 && say('longWait')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
