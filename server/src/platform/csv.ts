import { currencyDecimals } from '@allot/core'
import { stringify } from 'csv-stringify/sync'
import type { ExportedFile } from './exports.ts'

/** A column: its name in the first line, what stands in it, and how many decimals its numbers have. */
export type Column<Row> = { name: string; read: (row: Row) => string | number | null; decimals?: number }

export type Table<Row> = {
  /** Without its ending: `annual-day-2027-registrations`. */
  name: string
  columns: readonly Column<Row>[]
  /** The rows behind one, in their order; from the beginning where none is given. */
  readRows(after: Row | undefined, limit: number): Promise<Row[]>
}

/** Rows read at a time. */
const PAGE = 500

/** A column of text, numbers as they are, or nothing. */
export function column<Row>(name: string, read: Column<Row>['read']): Column<Row> {
  return { name, read }
}

/** A column of money in major units, always with the decimals of its currency. */
export function moneyColumn<Row>(name: string, currency: string, read: (row: Row) => number): Column<Row> {
  return { name, read, decimals: currencyDecimals(currency) }
}

/** A table as a file of comma-separated values (RFC 4180), UTF-8 with the mark that tells spreadsheets so. */
export function csvFile<Row>(table: Table<Row>): ExportedFile {
  return { name: `${table.name}.csv`, mediaType: 'text/csv; charset=utf-8', pieces: readPieces(table) }
}

async function* readPieces<Row>({ columns, readRows }: Table<Row>): AsyncGenerator<string> {
  let last: Row | undefined
  for (;;) {
    const rows = await readRows(last, PAGE)
    yield csvText(columns, rows, last === undefined)
    last = rows.at(-1)
    if (last === undefined || rows.length < PAGE) return
  }
}

function csvText<Row>(columns: readonly Column<Row>[], rows: readonly Row[], isFirst: boolean): string {
  return stringify(
    rows.map((row) => columns.map(({ read }) => read(row))),
    {
      bom: isFirst,
      header: isFirst,
      columns: columns.map(({ name }) => name),
      record_delimiter: 'windows',
      // Said, because it is not so by itself where the end of a line is: a line break inside a cell is quoted.
      quote_record_delimiter: true,
      // A spreadsheet runs what begins like a formula, whoever typed it: an apostrophe in front makes it text.
      escape_formulas: true,
      cast: {
        number: (value, { index }) => {
          const { decimals } = columns[index] ?? {}
          return decimals === undefined ? String(value) : value.toFixed(decimals)
        },
      },
    },
  )
}
