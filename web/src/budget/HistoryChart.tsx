import { useMediaQuery } from '@mantine/hooks'
import { useId } from 'react'
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceDot,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import type { Schema } from '../api.ts'
import { sayDay, sayMoney, sayShortMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { dayAt } from './days.ts'
import { budgetSteps, stepsOf, ticksOf } from './history-steps.ts'
import type { Step } from './history-steps.ts'
import { useBudgetWords } from './words.ts'

type Props = { history: Schema<'BudgetHistory'>; height: number }

/** Each day is a bar of the allotment: committed, requested on it, what is left, the limit as a line, and what is over. */
export function HistoryChart({ history, height }: Props) {
  const say = useBudgetWords()
  const language = useLanguage()
  const name = useId().replaceAll(/[^a-zA-Z0-9]/g, '')
  const { currency, points } = history
  const isNarrow = useMediaQuery('(max-width: 760px)') ?? false
  const steps = stepsOf(points)
  const first = steps[0]
  const last = steps.at(-1)
  const today = points.at(-1)
  if (!first || !last || !today) return null
  const lastDay = dayAt(today.date).getTime()
  const money = (amount: number) => sayMoney(amount, currency, language)
  const day = (at: number) => sayDay(new Date(at), 'UTC', language, false)
  const sentence = say('chart', {
    from: day(first.at),
    to: day(lastDay),
    committed: money(today.committed),
    budget: money(today.budget),
    requested: money(today.requested),
    left: money(today.budget - today.committed),
  })
  const area = { type: 'stepAfter', stroke: 'none', isAnimationActive: false, activeDot: false } as const
  return (
    <figure className="bdchart" style={{ height }}>
      <figcaption className="sr">{sentence}</figcaption>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart data={steps} margin={{ top: 26, right: isNarrow ? 18 : 8, bottom: 0, left: 0 }} title={sentence}>
          <defs>
            <Stripes id={`${name}p`} colour="var(--ab-stripe)" ground="var(--ab-avail)" />
            <Stripes id={`${name}o`} colour="var(--ab-over)" ground="none" />
          </defs>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="at"
            type="number"
            domain={[first.at, last.at]}
            ticks={ticksOf(points, isNarrow ? 3 : 6)}
            interval={0}
            tickFormatter={(at: number) => (at === lastDay ? say('today') : shortDay(at, language))}
            tickLine={{ stroke: 'var(--line-ctl)' }}
            axisLine={{ stroke: 'var(--line-ctl)' }}
          />
          <YAxis
            width="auto"
            tickFormatter={(amount: number) => sayShortMoney(amount, currency, language)}
            tickLine={false}
            axisLine={false}
            tickCount={5}
          />
          <Area {...area} dataKey="budget" fill="var(--ab-avail)" fillOpacity={1} />
          <Area {...area} dataKey="committed" stackId="sum" fill="var(--ab-committed)" fillOpacity={1} />
          <Area {...area} dataKey="fitting" stackId="sum" fill={`url(#${name}p)`} fillOpacity={1} />
          <Area {...area} dataKey="over" stackId="sum" fill={`url(#${name}o)`} fillOpacity={1} />
          <Line
            type="stepAfter"
            dataKey="budget"
            stroke="var(--ab-limit)"
            strokeWidth={2}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
          {budgetSteps(points, isNarrow ? 0 : 2).map(({ at, budget, by }) => (
            <ReferenceDot
              key={at}
              x={at}
              y={budget}
              r={0}
              label={{
                value: say(by > 0 ? 'raised' : 'lowered', { amount: money(Math.abs(by)), day: shortDay(at, language) }),
                position: at > (first.at + last.at) / 2 ? 'left' : 'right',
                dy: -11,
                className: 'lab',
              }}
            />
          ))}
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--ink)', strokeDasharray: '2 3' }}
            content={({ payload }) => {
              const step = payload?.[0]?.payload as Step | undefined
              return step ? <Card step={step} money={money} title={day(step.at)} /> : null
            }}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </figure>
  )
}

function Stripes({ id, colour, ground }: { id: string; colour: string; ground: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" fill={ground} />
      <rect width="2" height="6" fill={colour} />
    </pattern>
  )
}

function Card({ step, title, money }: { step: Step; title: string; money: (amount: number) => string }) {
  const say = useBudgetWords()
  return (
    <div className="bdtip">
      <b>{title}</b>
      <dl>
        <div>
          <dt>{say('funded')}</dt>
          <dd>{money(step.budget)}</dd>
        </div>
        <div>
          <dt>{say('committed')}</dt>
          <dd>{money(step.committed)}</dd>
        </div>
        <div>
          <dt>{say('requested')}</dt>
          <dd>{money(step.requested)}</dd>
        </div>
        <div>
          <dt>{say('left')}</dt>
          <dd>{money(step.budget - step.committed)}</dd>
        </div>
      </dl>
    </div>
  )
}

function shortDay(at: number, language: string): string {
  const style = { timeZone: 'UTC', day: 'numeric', month: 'short' } as const
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, style).format(new Date(at))
}
