import { column, csvFile, moneyColumn, timeColumn } from '../../server/src/platform/csv.ts'
import type { Table } from '../../server/src/platform/csv.ts'
import { xlsxFile } from '../../server/src/platform/xlsx.ts'

/**
 * How much memory a file of 200,000 rows takes to write, and how long: rows of the registrations' shape, made as they are
 * asked for, so that what is measured is the writing alone.
 */
const ROWS = 200_000

type Row = { no: number }

const start = Date.UTC(2027, 0, 1)
const table: Table<Row> = {
  name: 'registrations',
  columns: [
    ...Array.from({ length: 14 }, (_, index) => column<Row>(`text_${index}`, ({ no }) => `text ${index} of ${no}`)),
    moneyColumn<Row>('amount', 'EUR', ({ no }) => (no % 10_000) / 100),
    ...Array.from({ length: 4 }, (_, index) =>
      timeColumn<Row>(`at_${index}`, ({ no }) => new Date(start + no * 61_000 + index)),
    ),
    column<Row>('notes', ({ no }) => `${no} notes`.repeat(20)),
  ],
  readRows: async (after, limit) => {
    const from = after ? after.no + 1 : 0
    return Array.from({ length: Math.max(0, Math.min(limit, ROWS - from)) }, (_, index) => ({ no: from + index }))
  },
}

for (const [kind, file] of [
  ['csv', csvFile(table)],
  [
    'xlsx',
    xlsxFile({
      name: table.name,
      sheets: [{ title: 'registrations', table: table as unknown as Table<never> }],
      timezone: 'Europe/Berlin',
    }),
  ],
] as const) {
  const began = performance.now()
  let [bytes, most] = [0, 0]
  for await (const piece of file.pieces) {
    bytes += piece.length
    most = Math.max(most, process.memoryUsage.rss())
  }
  const seconds = (performance.now() - began) / 1000
  const megabytes = (count: number) => (count / 1_048_576).toFixed(0)
  process.stdout.write(
    `${kind}: ${ROWS} rows, ${megabytes(bytes)} MB in ${seconds.toFixed(1)} s; resident at most ${megabytes(most)} MB\n`,
  )
}
