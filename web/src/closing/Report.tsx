import { Link } from '@tanstack/react-router'
import { Bar, CartesianGrid, ComposedChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { paths } from '../paths.ts'
import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { sayCount, sayDay, sayMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import type { Report } from './closing-query.ts'
import { useClosingWords } from './words.ts'

/** What the figures show, in words, each with its rows. */
export function Findings({ report }: { report: Report }) {
  const say = useClosingWords()
  const language = useLanguage()
  return (
    <section aria-labelledby="clo-findings">
      <h2 id="clo-findings">{say('findings')}</h2>
      {report.findings.length === 0 && <p className="mut">{say('noFindings')}</p>}
      <ul className="clofind">
        {report.findings.map(({ kind, subject, count, of, amount, rows }) => (
          <li key={`${kind} ${subject} ${rows}`}>
            <span>
              {say(`finding.${kind}`, {
                subject: subject ?? '',
                count,
                of: sayCount(of ?? 0, language),
                amount: amount === null ? '–' : sayMoney(amount, report.currency, language),
              })}
            </span>
            <RowsLink report={report} rows={rows} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where the rows of a finding have a page, that page; the API's own answer otherwise. */
function RowsLink({ report, rows }: { report: Report; rows: string | null }) {
  const say = useClosingWords()
  if (rows === null) return null
  const { pathname, searchParams } = new URL(rows, 'http://localhost')
  if (pathname.endsWith('/ledger')) return <Link to={paths.budget(report.event_id)}>{say('rows')}</Link>
  if (!pathname.endsWith('/registrations')) return <a href={rows}>{say('rows')}</a>
  const option = searchParams.get('event_option_id')
  const status = searchParams.get('status_filter')
  const search = { ...(option === null ? {} : { option }), ...(status === null ? {} : { status }) }
  return (
    <Link to={paths.registrations(report.event_id)} search={search as never}>
      {say('rows')}
    </Link>
  )
}

type LineOf = Report['departments'][number] & { key: string; limit?: number }

/** A table of groups; where something is limited, its bar stands beside it. */
export function Groups({
  title,
  head,
  lines,
  currency,
}: {
  title: string
  head: string
  lines: readonly LineOf[]
  currency: string
}) {
  const say = useClosingWords()
  const language = useLanguage()
  if (lines.length === 0) return null
  const count = (many: number) => sayCount(many, language)
  const isLimited = lines.some(({ limit }) => limit !== undefined)
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {/* A table that scrolls is to be reached with the keyboard, too. */}
      <div className="closcroll" tabIndex={0} role="group" aria-label={title}>
        <table className="tb">
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {isLimited && <th scope="col">{say('collected')}</th>}
              <th scope="col" className="r">
                {say('asked')}
              </th>
              <th scope="col" className="r">
                {say('approved')}
              </th>
              <th scope="col" className="r">
                {say('collected')}
              </th>
              <th scope="col" className="r">
                {say('committed')}
              </th>
              <th scope="col" className="r">
                {say('spent')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.key}>
                <td>{line.name ?? say('none')}</td>
                {isLimited && (
                  <td className="clobar">
                    <AllotmentBar
                      committed={Math.min(line.collected, line.limit ?? 0)}
                      pending={line.approved - line.collected}
                      total={line.limit ?? 0}
                      size="xs"
                    />
                  </td>
                )}
                <td className="r">{count(line.asked)}</td>
                <td className="r">{count(line.approved)}</td>
                <td className="r">{count(line.collected)}</td>
                <td className="r">{sayMoney(line.committed, currency, language)}</td>
                <td className="r">{sayMoney(line.spent, currency, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** How many collected in each hour, by the event's clock. */
export function Hours({ report: { hours } }: { report: Report }) {
  const say = useClosingWords()
  const language = useLanguage()
  if (hours.length === 0) return null
  const days = new Set(hours.map(({ hour }) => hour.slice(0, 10)))
  const short = (hour: string) => (days.size > 1 ? hour.slice(5).replace('T', ' ') : hour.slice(11))
  const sentence = hours.map(({ hour, collected }) => `${short(hour)}: ${sayCount(collected, language)}`).join(', ')
  return (
    <section aria-label={say('byHour')}>
      <h2>{say('byHour')}</h2>
      <figure className="clochart" style={{ height: 180 }}>
        <figcaption className="sr">{sentence}</figcaption>
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart data={hours} margin={{ top: 8, right: 8, bottom: 0, left: 0 }} title={say('byHour')}>
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis dataKey="hour" tickFormatter={short} tickLine={false} axisLine={{ stroke: 'var(--line-ctl)' }} />
            <YAxis width="auto" allowDecimals={false} tickLine={false} axisLine={false} tickCount={4} />
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: 'var(--bg-hover)' }}
              labelFormatter={(hour) => (typeof hour === 'string' ? short(hour) : '')}
            />
            <Bar
              dataKey="collected"
              name={say('collected')}
              fill="var(--ab-committed)"
              maxBarSize={48}
              isAnimationActive={false}
            />
          </ComposedChart>
        </ResponsiveContainer>
      </figure>
    </section>
  )
}

/** The same figures of earlier events, each in its own currency. */
export function Earlier({ report, zone }: { report: Report; zone: string }) {
  const say = useClosingWords()
  const language = useLanguage()
  const own = { ...report, name: report.event_name, event_date: null }
  return (
    <section aria-label={say('earlier')}>
      <h2>{say('earlier')}</h2>
      {report.earlier.length === 0 && <p className="mut">{say('noEarlier')}</p>}
      {report.earlier.length > 0 && (
        <div className="closcroll" tabIndex={0} role="group" aria-label={say('earlier')}>
          <table className="tb">
            <thead>
              <tr>
                {(['event', 'budget', 'committed', 'spent', 'approved', 'collected', 'each'] as const).map((one) => (
                  <th key={one} scope="col" className={one === 'event' ? undefined : 'r'}>
                    {say(one)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[own, ...report.earlier].map((one) => (
                <tr key={one.event_id}>
                  <td>
                    {one.name}{' '}
                    <small className="dim">
                      {one === own ? say('this') : one.event_date && sayDay(new Date(one.event_date), zone, language)}
                    </small>
                  </td>
                  <td className="r">{sayMoney(one.budget, one.currency, language)}</td>
                  <td className="r">{sayMoney(one.committed, one.currency, language)}</td>
                  <td className="r">{sayMoney(one.spent, one.currency, language)}</td>
                  <td className="r">{sayCount(one.approved, language)}</td>
                  <td className="r">{sayCount(one.collected, language)}</td>
                  <td className="r">
                    {one.cost_per_participant === null
                      ? '–'
                      : sayMoney(one.cost_per_participant, one.currency, language)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
