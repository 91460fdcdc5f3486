import { readPages } from './csv.ts'
import type { Column, Table, Value } from './csv.ts'
import type { ExportedFile } from './exports.ts'
import { zip } from './zip.ts'
import type { Part } from './zip.ts'

/** A sheet: what its tab says, and the table on it. */
export type Sheet = { title: string; table: Table<never> }

export type Workbook = {
  /** Without its ending. */
  name: string
  sheets: readonly Sheet[]
  /** The zone in which instants are shown: a cell has a date and a time, and knows no zone. */
  timezone: string
}

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** What a cell takes, and a sheet (ECMA-376). */
const MOST_CHARACTERS = 32_767
export const MOST_ROWS = 1_048_576
/** From here on a date and time is a number of days: 30 December 1899. */
const EPOCH = Date.UTC(1899, 11, 30)
const DAY_MS = 86_400_000

/** Looks of cells, by their place among `cellXfs`. */
const look = { header: 1, text: 2, time: 3, money: (decimals: number) => 4 + decimals } as const
const MOST_DECIMALS = 4

/** Tables as one file of sheets whose cells have types, made as it is read. Text is text: nothing in it is ever run. */
export function xlsxFile(workbook: Workbook, count: (rows: number) => void = () => {}): ExportedFile {
  return { name: `${workbook.name}.xlsx`, mediaType: MEDIA_TYPE, pieces: zip(partsOf(workbook, count)) }
}

function* partsOf({ sheets, timezone }: Workbook, count: (rows: number) => void): Generator<Part> {
  const zone = zoneOf(timezone)
  const numbered = sheets.map((sheet, index) => ({ ...sheet, no: index + 1 }))
  yield { path: '[Content_Types].xml', text: contentTypes(numbered.length) }
  yield {
    path: '_rels/.rels',
    text: relations([['officeDocument', 'xl/workbook.xml']]),
  }
  yield { path: 'xl/workbook.xml', text: workbookText(numbered) }
  yield {
    path: 'xl/_rels/workbook.xml.rels',
    text: relations([
      ...numbered.map(({ no }): [string, string] => ['worksheet', `worksheets/sheet${no}.xml`]),
      ['styles', 'styles.xml'],
    ]),
  }
  yield { path: 'xl/styles.xml', text: stylesText() }
  for (const { no, table } of numbered) {
    yield { path: `xl/worksheets/sheet${no}.xml`, text: sheetText(table, zone, count) }
  }
}

async function* sheetText<Row>(
  table: Table<Row>,
  zone: (at: Date) => number,
  count: (rows: number) => void,
): AsyncGenerator<string> {
  const { columns } = table
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns
    .map((_, index) => `<col min="${index + 1}" max="${index + 1}" width="${WIDTH}" customWidth="1"/>`)
    .join('')}</cols><sheetData><row>${columns.map(({ name }) => textCell(name, look.header)).join('')}</row>`
  let rowsLeft = MOST_ROWS - 1
  for await (const rows of readPages(table)) {
    yield rows
      .slice(0, rowsLeft)
      .map((row) => `<row>${columns.map((one) => cell(one, one.read(row), zone)).join('')}</row>`)
      .join('')
    count(rows.length)
    rowsLeft -= rows.length
    // Cut off without a word it would pass for the whole.
    if (rowsLeft < 0) throw new Error('more rows than a sheet takes')
  }
  yield '</sheetData></worksheet>'
}

const WIDTH = 18

function cell<Row>({ decimals }: Column<Row>, value: Value, zone: (at: Date) => number): string {
  if (value === null || value === '') return '<c/>'
  if (typeof value === 'string') return textCell(value, look.text)
  if (value instanceof Date) return `<c s="${look.time}"><v>${serialOf(value, zone)}</v></c>`
  const style = decimals === undefined ? '' : ` s="${look.money(Math.min(decimals, MOST_DECIMALS))}"`
  return `<c${style}><v>${value}</v></c>`
}

function textCell(text: string, style: number): string {
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeText(text.slice(0, MOST_CHARACTERS))}</t></is></c>`
}

/** A date and time of a zone as the number of days it is; to the second, which is all that is shown. */
function serialOf(at: Date, zone: (at: Date) => number): string {
  const seconds = Math.round((at.getTime() + zone(at) - EPOCH) / 1000)
  return String(seconds / (DAY_MS / 1000))
}

/** By how many milliseconds a zone is ahead of UTC at an instant. Zones change at whole quarters of an hour. */
function zoneOf(timezone: string): (at: Date) => number {
  const known = new Map<number, number>()
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'longOffset' })
  return (at) => {
    const quarter = Math.floor(at.getTime() / 900_000)
    const found = known.get(quarter)
    if (found !== undefined) return found
    const said = parts.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'
    const [, sign = '+', hours = '0', minutes = '0', seconds = '0'] = /GMT([+-])(\d+):(\d+)(?::(\d+))?/.exec(said) ?? []
    const offset = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 * (sign === '-' ? -1 : 1)
    if (known.size > 10_000) known.clear()
    known.set(quarter, offset)
    return offset
  }
}

const inXml: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text in XML. What XML knows no sign for is written as spreadsheets write it: `_x000B_`; what looks like that is escaped. */
function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/[&<>"]/g, (sign) => inXml[sign] ?? sign)
    .replaceAll(
      // oxlint-disable-next-line no-control-regex -- these are the ones meant
      /[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]/g,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
}

function contentTypes(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  )
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${MEDIA_TYPE}.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${sheets.join('')}</Types>`
}

function relations(all: [kind: string, target: string][]): string {
  const each = all.map(
    ([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${DOCUMENT}/${kind}" Target="${target}"/>`,
  )
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`
}

function workbookText(sheets: readonly { title: string; no: number }[]): string {
  const each = sheets.map(
    ({ title, no }) => `<sheet name="${escapeText(title.slice(0, 31))}" sheetId="${no}" r:id="rId${no}"/>`,
  )
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${each.join('')}</sheets></workbook>`
}

function stylesText(): string {
  const decimals = Array.from({ length: MOST_DECIMALS + 1 }, (_, count) => count)
  const formats = decimals.map(
    (count) => `<numFmt numFmtId="${170 + count}" formatCode="#,##0${count === 0 ? '' : `.${'0'.repeat(count)}`}"/>`,
  )
  const xf = (format: number, font = 0) =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`
  return `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length + 1}"><numFmt numFmtId="169" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/>${formats.join('')}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${4 + decimals.length}">${xf(0)}${xf(49, 1)}${xf(49)}${xf(169)}${decimals.map((count) => xf(170 + count)).join('')}</cellXfs></styleSheet>`
}
