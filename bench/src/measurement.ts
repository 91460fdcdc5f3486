import { quantile } from './load.ts'
import type { Load } from './load.ts'
import type { Stage } from './stage.ts'

/** How often and how long is measured. */
export type Effort = {
  rounds: number
  /** Seconds of one way in one round. */
  seconds: number
  warmUpSeconds: number
  /** Only to see that it works: what is large is less so. */
  isQuick: boolean
}

/** One figure of one way, once a round. */
export type Row = { name: string; unit: string; values: number[] }

/**
 * What one figure is to another in the same round, or a count of what must not happen; with what it has to be, where
 * that is promised.
 */
export type Ratio = { name: string; values: number[]; target?: Target }
export type Target = { is: 'at least' | 'at most' | 'below'; bound: number; /** What we are after. */ aim?: number }

export type Section = { title: string; note: string; rows: Row[]; ratios: Ratio[] }

export type Measurement = { name: string; measure(stage: Stage, effort: Effort): Promise<Section[]> }

/** The loads of one way, a round each. */
export type Way = { name: string; loads: Load[] }

export function ratesOf({ name, loads }: Way, unit = 'per second'): Row {
  return { name, unit, values: loads.map(({ perSecond }) => perSecond) }
}

export function latenciesOf({ name, loads }: Way, part: number): Row {
  const values = loads.map(({ latencies }) => quantile(latencies, part))
  return { name: `${name}: p${part * 100}`, unit: 'ms', values }
}

/** Divides round by round, so that what disturbed a whole round cancels out. */
export function divide(name: string, over: Row, under: Row, target?: Target): Ratio {
  const values = over.values.map((value, round) => value / (under.values[round] ?? Number.NaN))
  return { name, values, ...(target ? { target } : {}) }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = quantile(sorted, 0.5)
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[sorted.length / 2 - 1] ?? upper)) / 2
}

/** Whether a ratio is what it has to be; true where nothing is promised. */
export function isHeld({ values, target }: Ratio): boolean {
  return !target || isWithin(median(values), target.is, target.bound)
}

/** Whether it is even what we are after. */
export function isAimReached({ values, target }: Ratio): boolean {
  return target?.aim !== undefined && isWithin(median(values), target.is, target.aim)
}

function isWithin(value: number, is: Target['is'], bound: number): boolean {
  if (is === 'at least') return value >= bound
  return is === 'at most' ? value <= bound : value < bound
}
