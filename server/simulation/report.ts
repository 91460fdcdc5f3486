import { execFileSync } from 'node:child_process'
import type { Report } from './run.ts'

/** A run as a table, with what it takes to draw the same plan again. */
export function sayReport(report: Report): string {
  const { counts, struck, messages, recoveries, broken } = report
  const rows: [string, string | number][] = [
    ['seed, commit', `${report.seed}, ${commit()}`],
    ['faults', report.faults.join(' ') || 'none'],
    ['operations asked', counts.asked],
    ['acknowledged', report.acknowledged],
    ['refused', report.refused],
    ['answers of 503 and 429', counts.unavailable],
    ['retries', counts.retries],
    ['kills, cuts, other faults', `${struck.kills}, ${struck.cuts}, ${struck.others}`],
    ['messages received, different, due', `${messages.received}, ${messages.distinct}, ${messages.due}`],
    ['entries of the trail', report.entries],
    ['servers ready after', sayTimes(recoveries.servers)],
    ['serving after the database', sayTimes(recoveries.database)],
    ['seconds', report.seconds.toFixed(1)],
    ['broken', broken.length],
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  const table = rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n')
  return `${[table, ...broken.slice(0, 20).map((what) => `BROKEN  ${what}`)].join('\n')}\n\n`
}

function sayTimes(milliseconds: number[]): string {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const [median, longest] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)]
  if (median === undefined || longest === undefined) return '–'
  return `${(median / 1000).toFixed(2)} s (median of ${sorted.length}), ${(longest / 1000).toFixed(2)} s at most`
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}
