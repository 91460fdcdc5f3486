import { emptyRow } from './draft.ts'
import type { Row } from './draft.ts'
import { moneyText, readCount, readMoney } from './read-number.ts'

type Sheet = { rows: Row[]; unclear: { line: number; text: string }[] }
const MOST_ROWS = 500

/**
 * Reads options out of pasted cells: name, kind, places or stock, cost. Cells are divided by tabs as sheets copy them,
 * or by semicolons or commas; a line of headings is passed over.
 */
export function readSheet(text: string, language: string): Sheet {
  const sheet: Sheet = { rows: [], unclear: [] }
  const lines = text.split(/\r?\n/)
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || sheet.rows.length >= MOST_ROWS) continue
    const row = readLine(line, language)
    if (row) sheet.rows.push(row)
    else if (index > 0 || lines.length === 1) sheet.unclear.push({ line: index + 1, text: line.trim() })
  }
  return sheet
}

function readLine(line: string, language: string): Row | undefined {
  const [name = '', ...cells] = cellsOf(line)
  const kind = cells.map(kindOf).find((found) => found !== undefined)
  const [total = '', cost = ''] = cells.filter((cell) => kindOf(cell) === undefined && cell !== '')
  const count = readCount(total)
  const amount = cost === '' ? undefined : readMoney(cost, language)
  if (name === '' || count === undefined || (cost !== '' && amount === undefined)) return undefined
  return {
    ...emptyRow(kind ?? 'INVENTORY'),
    option_name: name.slice(0, 200),
    total_available: String(count),
    cost_per_unit: moneyText(amount),
  }
}

function cellsOf(line: string): string[] {
  const mark = ['\t', ';', ','].find((mark) => line.includes(mark)) ?? '\t'
  return line.split(mark).map((cell) => cell.trim().replaceAll(/^"|"$/g, ''))
}

function kindOf(cell: string): Row['option_type'] | undefined {
  const word = cell.toLowerCase()
  if (['track', 'programm', 'session', 't'].includes(word)) return 'TRACK'
  if (['item', 'inventory', 'artikel', 'i'].includes(word)) return 'INVENTORY'
  return undefined
}
