import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Suspense, lazy } from 'react'
import { ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { Mark } from '../ui/StatusMark.tsx'
import { sayDay, sayMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { historyQuery, ranges } from './budget-query.ts'
import type { Range } from './budget-query.ts'
import { dayAt } from './days.ts'
import type { Schema } from '../api.ts'
import { useBudgetWords } from './words.ts'

/** The drawing library is large, and no other page needs it. */
const HistoryChart = lazy(() => import('./HistoryChart.tsx').then((module) => ({ default: module.HistoryChart })))

const HEIGHT = 236

/** The money over time, as a chart and as a table. */
export function History({ eventId }: { eventId: string }) {
  const say = useBudgetWords()
  const navigate = useNavigate()
  const { days } = useSearch({ strict: false }) as { days?: string }
  const range: Range = ranges.find((one) => one === days) ?? 'all'
  const { data, error, refetch } = useQuery(historyQuery(eventId, range))
  const choose = (to: Range) =>
    void navigate({
      to: '.',
      search: ((before: Record<string, string>) => ({ ...before, days: to === 'all' ? undefined : to })) as never,
      replace: true,
    })
  const isEmpty = data?.points.every(({ budget, committed, requested }) => budget + committed + requested === 0)
  if (isEmpty) return null
  const names = { '7': say('days7'), '30': say('days30'), all: say('daysAll') }
  return (
    <section aria-label={say('overTime')}>
      <div className="row sb bdkeys">
        <div className="row" aria-hidden>
          <span className="key">
            <i className="limitkey" />
            {say('limit')}
          </span>
          <Key kind="approved" text={say('committed')} />
          <Key kind="pending" text={say('requested')} />
          <Key kind="left" text={say('left')} />
          <Key kind="over" text={say('over')} />
        </div>
        <div className="seg" role="group" aria-label={say('range')}>
          {ranges.map((one) => (
            <button
              key={one}
              type="button"
              className={one === range ? 'on' : ''}
              aria-pressed={one === range}
              onClick={() => choose(one)}
            >
              {names[one]}
            </button>
          ))}
        </div>
      </div>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton height={HEIGHT} />}
      {data && (
        <>
          <Suspense fallback={<Skeleton height={HEIGHT} />}>
            <HistoryChart history={data} height={HEIGHT} />
          </Suspense>
          <AsTable history={data} />
        </>
      )}
    </section>
  )
}

function Key({ kind, text }: { kind: 'approved' | 'pending' | 'left' | 'over'; text: string }) {
  return (
    <span className="key">
      <Mark kind={kind} />
      {text}
    </span>
  )
}

function AsTable({ history }: { history: Schema<'BudgetHistory'> }) {
  const say = useBudgetWords()
  const language = useLanguage()
  const { currency, points } = history
  const money = (amount: number) => sayMoney(amount, currency, language)
  return (
    <details className="bdtable">
      <summary>{say('asTable')}</summary>
      <div tabIndex={0} role="region" aria-label={say('asTable')}>
        <table className="tb">
          <thead>
            <tr>
              <th scope="col">{say('day')}</th>
              <th scope="col" className="r">
                {say('funded')}
              </th>
              <th scope="col" className="r">
                {say('committed')}
              </th>
              <th scope="col" className="r">
                {say('requested')}
              </th>
              <th scope="col" className="r">
                {say('left')}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.toReversed().map(({ date, budget, committed, requested }) => (
              <tr key={date}>
                <th scope="row">{sayDay(dayAt(date), 'UTC', language)}</th>
                <td className="r">{money(budget)}</td>
                <td className="r">{money(committed)}</td>
                <td className="r">{money(requested)}</td>
                <td className="r">{money(budget - committed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
