import { Link } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { useMay } from '../session/session.ts'
import { sayMoment } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import type { Day } from './day-query.ts'
import { useDayWords } from './words.ts'

/** What was handed out without a network against the rules: recorded, and for somebody to look at. */
export function Findings({ eventId, day }: { eventId: string; day: Day }) {
  const say = useDayWords()
  const language = useLanguage()
  const mayRead = useMay('registration.read')
  return (
    <section>
      <h2>{say('findings')}</h2>
      {day.findings.length === 0 ? (
        <p className="mut">{say('noFindings')}</p>
      ) : (
        <ul className="dayfind">
          {day.findings.map((one) => (
            <li key={`${one.scanned_at} ${one.desk_id} ${one.registration_id}`}>
              <b>{say(`finding_${one.finding}`)}</b>
              <span>
                {one.registration_id !== null && one.person_name !== null && mayRead ? (
                  <Link to={paths.registration(eventId, one.registration_id)}>{one.person_name}</Link>
                ) : (
                  one.person_name
                )}
                {one.option_name !== null && `, ${one.option_name}`}
              </span>
              <span className="mut">
                {one.desk_name}, {sayMoment(one.said_at ?? one.scanned_at, day.timezone, language)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
