import type { ReportView } from '@allot/contract'
import { sayInstant, sayMoney, toMinor } from '@allot/core'
import type { EventWithMoney } from '../events/events.sql.ts'
import type { ExportedFile } from '../platform/exports.ts'
import { page, printed } from './sheet.ts'
import type { Sheet } from './sheet.ts'

const wide = page.width - 2 * page.margin

/** The report on paper: figures first, then what stands out, then the tables. */
export function printReport(event: EventWithMoney, report: ReportView): ExportedFile {
  const money = (amount: number) => sayMoney(toMinor(amount, report.currency) ?? 0, report.currency)
  return printed(`${event.slug}-report`, `${event.name}: report`, async function* (sheet) {
    const pen = createPen(sheet)
    pen.line(sheet.canShow(event.name, 'bold') ? event.name : event.slug, 18, 'bold')
    pen.line(`As of ${sayInstant(new Date(report.made_at), event.timezone)} (${event.timezone})`, 9)
    pen.gap()
    pen.table(
      ['', 'Budget', 'Planned', 'Committed', 'Spent'],
      [['Money', money(report.budget), money(report.planned), money(report.committed), money(report.spent)]],
    )
    const cost = report.cost_per_participant
    pen.line(
      `${report.asked} asked · ${report.approved} approved · ${report.collected} collected · ${report.no_shows} not collected`,
      10,
    )
    pen.line(`${report.participants} people took part${cost === null ? '' : `, at ${money(cost)} each`}`, 10)
    yield
    pen.head('What stands out')
    for (const { message } of report.findings) pen.line(`• ${pen.shown(message)}`, 10)
    if (report.findings.length === 0) pen.line('Nothing does.', 10)
    const figuresOf = (one: ReportView['departments'][number]) => [
      one.name ?? '–',
      String(one.asked),
      String(one.approved),
      String(one.collected),
      money(one.committed),
      money(one.spent),
    ]
    const heads = ['Asked', 'Approved', 'Collected', 'Committed', 'Spent']
    for (const [title, lines] of [
      ['Option', report.options],
      ['Department', report.departments],
      ['Slot', report.slots],
    ] as const) {
      if (lines.length === 0) continue
      pen.gap()
      pen.table([title, ...heads], lines.map(figuresOf))
      yield
    }
    if (report.hours.length > 0) {
      pen.gap()
      pen.table(
        ['Hour', 'Collected'],
        report.hours.map(({ hour, collected }) => [hour.replace('T', ' '), String(collected)]),
      )
    }
    if (report.earlier.length > 0) {
      pen.head('Earlier events')
      const said = (amount: number | null, currency: string) =>
        amount === null ? '–' : sayMoney(toMinor(amount, currency) ?? 0, currency)
      pen.table(
        ['Event', 'Budget', 'Spent', 'Took part', 'Each'],
        report.earlier.map((one) => [
          one.name,
          said(one.budget, one.currency),
          said(one.spent, one.currency),
          String(one.participants),
          said(one.cost_per_participant, one.currency),
        ]),
      )
    }
    yield
  })
}

/** Writes down a page, and on to the next. */
function createPen(sheet: Sheet) {
  let y = Infinity
  const shown = (text: string) =>
    sheet.canShow(text) ? text : Array.from(text, (one) => (sheet.canShow(one) ? one : '?')).join('')
  const room = (height: number) => {
    if (y + height <= page.height - page.margin) return
    sheet.doc.addPage()
    y = page.margin
  }
  const row = (cells: readonly string[], face: 'plain' | 'bold') => {
    room(30)
    const first = wide * 0.26
    const rest = cells.length > 1 ? (wide - first) / (cells.length - 1) : 0
    const heights = cells.map((cell, index) =>
      sheet.write(shown(cell), {
        x: page.margin + (index === 0 ? 0 : first + (index - 1) * rest),
        y,
        width: (index === 0 ? first : rest) - 6,
        height: 26,
        size: 9,
        face,
      }),
    )
    y += Math.max(12, ...heights) + 4
    sheet.doc
      .lineWidth(0.4)
      .strokeColor('#c4cccc')
      .moveTo(page.margin, y - 3)
      .lineTo(page.margin + wide, y - 3)
      .stroke()
  }
  const line = (text: string, size: number, face: 'plain' | 'bold' = 'plain') => {
    room(size * 2)
    y += sheet.write(text, { x: page.margin, y, width: wide, size, face }) + 3
  }
  return {
    shown,
    line,
    gap: () => void (y += 10),
    head: (text: string) => {
      room(60)
      y += 10
      line(text, 12, 'bold')
    },
    table: (heads: readonly string[], rows: readonly (readonly string[])[]) => {
      room(50)
      row(heads, 'bold')
      for (const cells of rows) row(cells, 'plain')
    },
  }
}
