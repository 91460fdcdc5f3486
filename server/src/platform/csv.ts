import { currencyDecimals } from '@allot/core'
import { stringify } from 'csv-stringify/sync'
import type { ExportedFile } from './exports.ts'
import { invalid } from './problem.ts'

export type Value = string | number | Date | null

/** A column: its name in the first line, what stands in it, and how many decimals its numbers have. */
export type Column<Row> = { name: string; read: (row: Row) => Value; decimals?: number }

export type Table<Row> = {
  /** Without its ending: `annual-day-2027-registrations`. */
  name: string
  columns: readonly Column<Row>[]
  /** The rows behind one, in their order; from the beginning where none is given. */
  readRows(after: Row | undefined, limit: number): Promise<Row[]>
}

/** How comma-separated values are written, where somebody wants them otherwise. */
export type CsvTerms = { bom: boolean; delimiter: 'comma' | 'semicolon' | 'tab' }

/** Rows read at a time. */
const PAGE = 500
const usual: CsvTerms = { bom: true, delimiter: 'comma' }
const delimiters = { comma: ',', semicolon: ';', tab: '\t' }

/** A column of text, numbers as they are, or nothing. */
export function column<Row>(name: string, read: (row: Row) => string | number | null): Column<Row> {
  return { name, read }
}

/** A column of money in major units, always with the decimals of its currency. */
export function moneyColumn<Row>(name: string, currency: string, read: (row: Row) => number): Column<Row> {
  return { name, read, decimals: currencyDecimals(currency) }
}

/** A column of instants: ISO 8601 in text, a date and time where there are types. */
export function timeColumn<Row>(name: string, read: (row: Row) => Date | null): Column<Row> {
  return { name, read }
}

/**
 * A table with only the columns that are named, in the order in which they are.
 *
 * @throws Problem INVALID where a name is none of its columns: it says which there are
 */
export function pickColumns<Row>(table: Table<Row>, names: readonly string[] | undefined, where: string): Table<Row> {
  if (names === undefined) return table
  const known = new Map(table.columns.map((one) => [one.name, one]))
  const columns = [...new Set(names)].map((name) => {
    const found = known.get(name)
    if (found) return found
    throw invalid(where, `must be of ${[...known.keys()].join(', ')}`)
  })
  return { ...table, columns }
}

/** All rows of a table, some at a time; at least once, so that a table without rows is one, too. */
export async function* readPages<Row>({ readRows }: Pick<Table<Row>, 'readRows'>): AsyncGenerator<Row[]> {
  let last: Row | undefined
  for (;;) {
    const rows = await readRows(last, PAGE)
    yield rows
    last = rows.at(-1)
    if (last === undefined || rows.length < PAGE) return
  }
}

/** A table as a file of separated values (RFC 4180), UTF-8 with the mark that tells spreadsheets so unless said. */
export function csvFile<Row>(
  table: Table<Row>,
  terms: CsvTerms = usual,
  count: (rows: number) => void = () => {},
): ExportedFile {
  return { name: `${table.name}.csv`, mediaType: 'text/csv; charset=utf-8', pieces: readPieces(table, terms, count) }
}

async function* readPieces<Row>(
  table: Table<Row>,
  terms: CsvTerms,
  count: (rows: number) => void,
): AsyncGenerator<string> {
  let isFirst = true
  for await (const rows of readPages(table)) {
    yield csvText(table.columns, rows, terms, isFirst)
    count(rows.length)
    isFirst = false
  }
}

/** What a spreadsheet would run as a formula, with any apostrophes in front that somebody typed. */
const formula = /^'*[=+\-@\t\r＝＋－＠]/

/** Text as a spreadsheet shows it and never runs it: an apostrophe in front makes it text, whoever typed it. */
export function guardFormula(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

/** Takes back what `guardFormula` did: text that has no such apostrophe stays as it is. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text
}

function csvText<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { bom, delimiter }: CsvTerms,
  isFirst: boolean,
): string {
  return stringify(
    rows.map((row) => columns.map(({ read }) => read(row))),
    {
      bom: bom && isFirst,
      header: isFirst,
      delimiter: delimiters[delimiter],
      columns: columns.map(({ name }) => name),
      record_delimiter: 'windows',
      // Said, because it is not so by itself where the end of a line is: a line break inside a cell is quoted.
      quote_record_delimiter: true,
      cast: {
        string: guardFormula,
        date: (value) => value.toISOString(),
        number: (value, { index }) => {
          const { decimals } = columns[index] ?? {}
          return decimals === undefined ? String(value) : value.toFixed(decimals)
        },
      },
    },
  )
}
