import { Link } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { sayCount, sayTime } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import type { Day } from './day-query.ts'
import { countMinutes } from './minutes.ts'
import { useDayWords } from './words.ts'

/** Each desk: how fast it goes, what it refused, and whether its tablets are heard of. */
export function DeskTable({ eventId, day }: { eventId: string; day: Day }) {
  const say = useDayWords()
  const language = useLanguage()
  const minutes = day.desks.map(({ desk_id: id }) => countMinutes(day, id))
  const most = Math.max(1, ...minutes.flat())
  if (day.desks.length === 0) {
    return (
      <section>
        <h2>{say('desks')}</h2>
        <p className="mut">
          {say('noDesks')} <Link to={paths.desks(eventId)}>{say('toDesks')}</Link>
        </p>
      </section>
    )
  }
  return (
    <section>
      <h2>{say('desks')}</h2>
      <div className="daywide" tabIndex={0} role="group" aria-label={say('desks')}>
        <table className="tb">
          <thead>
            <tr>
              <th scope="col">{say('desk')}</th>
              <th scope="col">{say('scans')}</th>
              <th scope="col" className="r">
                {say('collected')}
              </th>
              <th scope="col">{say('refused')}</th>
              <th scope="col">{say('lastScan')}</th>
              <th scope="col">{say('tablets')}</th>
            </tr>
          </thead>
          <tbody>
            {day.desks.map((desk, index) => (
              <tr key={desk.desk_id}>
                <th scope="row">
                  {desk.name}
                  {desk.location !== null && <small>{desk.location}</small>}
                </th>
                <td>
                  <Pace counts={minutes[index] ?? []} most={most} desk={desk.name} />
                </td>
                <td className="r">{sayCount(desk.collected, language)}</td>
                <td>
                  {desk.refused
                    .map(({ outcome, count }) =>
                      say('refusedOf', { count: sayCount(count, language), what: say(outcome) }),
                    )
                    .join(', ') || '–'}
                </td>
                <td>
                  {desk.last_scan_at === null ? say('never') : sayTime(desk.last_scan_at, day.timezone, language)}
                </td>
                <td>
                  {[
                    desk.devices.online > 0 && say('online', { count: desk.devices.online }),
                    desk.devices.offline > 0 && say('offline', { count: desk.devices.offline }),
                    desk.lease &&
                      say('holds', {
                        count: desk.lease.people_count,
                        time: sayTime(desk.lease.expires_at, day.timezone, language),
                      }),
                  ]
                    .filter(Boolean)
                    .join(', ') || say('none')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** A column for each minute; all desks on one scale, so that they can be compared. */
function Pace({ counts, most, desk }: { counts: number[]; most: number; desk: string }) {
  const say = useDayWords()
  const count = counts.reduce((sum, one) => sum + one, 0)
  return (
    <svg
      className="pace"
      viewBox={`0 0 ${counts.length * 3} 24`}
      preserveAspectRatio="none"
      role="img"
      aria-label={say('scansLabel', { desk, count, most: Math.max(0, ...counts) })}
    >
      {counts.map((one, index) => {
        const height = one === 0 ? 0 : Math.max(2, (one / most) * 22)
        // Each minute keeps its place, whatever is in it.
        return <rect key={index} x={index * 3} y={23 - height} width={2} height={height} />
      })}
      <rect className="ground" x={0} y={23} width={counts.length * 3} height={1} />
    </svg>
  )
}
