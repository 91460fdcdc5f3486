import { cpus, loadavg } from 'node:os'
import type pg from 'pg'
import { isAimReached, isHeld, median } from './measurement.ts'
import type { Effort, Ratio, Row, Section } from './measurement.ts'

/** What the figures hold for; asked before the run, to see how busy the machine is without it. */
export async function describeMachine(owner: pg.Client, { rounds, seconds }: Effort): Promise<string[]> {
  const setting = async (name: string) => {
    const { rows } = await owner.query<{ value: string }>('select current_setting($1) as value', [name])
    return rows[0]?.value ?? 'unknown'
  }
  const cores = cpus()
  return [
    `${new Date().toISOString().slice(0, 10)}, ${process.platform} ${process.arch}, ${cores.length} cores (${cores[0]?.model.trim()}), shared by load, server and database`,
    `load average before the run ${loadavg()
      .map((load) => load.toFixed(1))
      .join(', ')}: where it is not near 0, others worked here too, and only the ratios mean something`,
    `Node ${process.versions.node}, PostgreSQL ${await setting('server_version')}, fsync ${await setting('fsync')}, synchronous_commit ${await setting('synchronous_commit')}`,
    `${rounds} interleaved rounds of ${seconds} s a way after a warm-up; answers counted by kind, books recomputed after each round`,
  ]
}

/** The whole as Markdown, which can be read in a terminal as it is. */
export function writeReport(machine: readonly string[], sections: readonly Section[]): string {
  const head = ['# Results', '', ...machine.map((line) => `- ${line}`), '']
  return [...head, ...sections.flatMap(writeSection)].join('\n')
}

function writeSection({ title, note, rows, ratios }: Section): string[] {
  const table = writeTable(['', 'median', 'min – max', ''], rows.map(writeRow))
  const promises = writeTable(['ratio, round by round', 'median', 'min – max', 'target'], ratios.map(writeRatio))
  return [`## ${title}`, '', note, '', ...promises, '', ...table, '']
}

function writeRow({ name, unit, values }: Row): string[] {
  return [name, sayNumber(median(values)), sayRange(values), unit]
}

function writeRatio(ratio: Ratio): string[] {
  const { name, values } = ratio
  return [name, sayNumber(median(values)), sayRange(values), sayPromise(ratio)]
}

function sayPromise(ratio: Ratio): string {
  const { target } = ratio
  if (!target) return ''
  const aim = target.aim === undefined ? '' : `, aim ${target.aim}`
  return `${target.is} ${target.bound}${aim}: ${isAimReached(ratio) ? 'reached' : isHeld(ratio) ? 'held' : 'MISSED'}`
}

function writeTable(head: string[], rows: string[][]): string[] {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  const line = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)]
}

function sayRange(values: readonly number[]): string {
  return `${sayNumber(Math.min(...values))} – ${sayNumber(Math.max(...values))}`
}

/** Three digits are all that repeats. */
function sayNumber(value: number): string {
  if (value === 0) return '0'
  if (value >= 1000) return Math.round(value).toLocaleString('en')
  return value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2)
}
