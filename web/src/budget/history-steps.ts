import type { Schema } from '../api.ts'
import { dayAt } from './days.ts'

type Point = Schema<'BudgetHistory'>['points'][number]

/** One day as it is drawn: what is asked for stands on what is committed, as far as it fits, and what is over above. */
export type Step = { at: number; budget: number; committed: number; requested: number; fitting: number; over: number }

const DAY = 86_400_000

/** Days as steps. The last is drawn as wide as the others: it goes on until the day after. */
export function stepsOf(points: readonly Point[]): Step[] {
  const steps = points.map(({ date, budget, committed, requested }) => {
    const fitting = Math.max(0, Math.min(requested, budget - committed))
    return { at: dayAt(date).getTime(), budget, committed, requested, fitting, over: requested - fitting }
  })
  const last = steps.at(-1)
  return last ? [...steps, { ...last, at: last.at + DAY }] : []
}

/** The days on which the budget changed, and by how much; the last few, so that their words do not meet. */
export function budgetSteps(points: readonly Point[], most = 2): { at: number; budget: number; by: number }[] {
  return points
    .flatMap(({ date, budget }, index) => {
      const before = points[index - 1]?.budget ?? budget
      return budget === before
        ? []
        : [{ at: dayAt(date).getTime(), budget: Math.max(budget, before), by: budget - before }]
    })
    .slice(most === 0 ? Infinity : -most)
}

/** Which days are named below the chart: a handful, evenly, and always the last. */
export function ticksOf(points: readonly Point[], most: number): number[] {
  const stride = Math.max(1, Math.ceil(points.length / most))
  const last = points.length - 1
  return points
    .map(({ date }) => dayAt(date).getTime())
    .filter((_, index) => index === last || (index % stride === 0 && last - index >= stride * 0.6))
}
