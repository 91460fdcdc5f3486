import type { Schema } from '../api.ts'

const columns: [string, (event: Schema<'Event'>) => string | number | boolean | null | undefined][] = [
  ['id', ({ id }) => id],
  ['name', ({ name }) => name],
  ['event_type', ({ event_type }) => event_type],
  ['event_date', ({ event_date }) => event_date],
  ['timezone', ({ timezone }) => timezone],
  ['venue', ({ venue }) => venue],
  ['published', ({ published }) => published],
  ['is_active', ({ is_active }) => is_active],
  ['currency', ({ currency }) => currency],
  ['event_budget_amount', (event) => event.event_budget_amount],
  ['budget_committed', (event) => event.budget_committed],
  ['pending_amount', ({ summary }) => summary?.pending_amount],
  ['pending_count', ({ summary }) => summary?.pending_count],
  ['approved_count', ({ summary }) => summary?.approved_count],
  ['places_total', ({ summary }) => summary?.places_total],
  ['places_committed', ({ summary }) => summary?.places_committed],
  ['slots_total', ({ summary }) => summary?.slots_total],
  ['slots_committed', ({ summary }) => summary?.slots_committed],
]

/** What the table shows as CSV (RFC 4180), named as the API names it. */
export function csvOf(events: Schema<'Event'>[]): string {
  const lines = [columns.map(([name]) => name), ...events.map((event) => columns.map(([, read]) => cell(read(event))))]
  return lines.map((line) => `${line.join(',')}\r\n`).join('')
}

/** Text that a spreadsheet would run as a formula is made plain by an apostrophe in front. */
function cell(value: string | number | boolean | null | undefined): string {
  if (typeof value !== 'string') return value === null || value === undefined ? '' : String(value)
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

export function saveEvents(events: Schema<'Event'>[]): void {
  // The mark at the beginning tells spreadsheets that this is UTF-8.
  const url = URL.createObjectURL(new Blob(['\u{feff}', csvOf(events)], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'events.csv'
  link.click()
  URL.revokeObjectURL(url)
}
