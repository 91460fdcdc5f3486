import type { EventWithMoney } from '../events/events.sql.ts'
import type { Tx } from '../platform/database.ts'
import type { ExportedFile } from '../platform/exports.ts'
import type { Secrets } from '../platform/secrets.ts'
import { readBadges } from './people.sql.ts'
import type { BadgeFilter, PrintedPerson } from './people.sql.ts'
import { page, printed } from './sheet.ts'
import type { Sheet } from './sheet.ts'

/** Two beside each other and five below: 90 × 54 mm, the badge that holders are made for. */
const badge = { width: 255, height: 152, columns: 2, rows: 5 }
const PER_PAGE = badge.columns * badge.rows
const QR_SIZE = 92

/** Sheets of badges: whose it is, for what, when, and the code that a desk scans. */
export function printBadges(
  tx: Tx,
  secrets: Secrets,
  tenantId: string,
  event: EventWithMoney,
  filter: BadgeFilter,
): ExportedFile {
  return printed(`${event.slug}-badges`, `${event.name}: badges`, async function* (sheet) {
    const { default: qrcode } = await import('qrcode')
    let place = 0
    let after: string | undefined
    for (;;) {
      const people = await readBadges(tx, { tenantId, eventId: event.id }, filter, after, PER_PAGE * 10)
      for (const person of people) {
        if (place % PER_PAGE === 0) sheet.doc.addPage()
        const token = secrets.qrToken(tenantId, person.id, person.qr_generation)
        drawBadge(sheet, event, person, place % PER_PAGE, qrcode.create(token, { errorCorrectionLevel: 'M' }).modules)
        place += 1
      }
      yield
      after = people.at(-1)?.id
      if (people.length < PER_PAGE * 10) break
    }
    if (place > 0) return
    sheet.doc.addPage()
    sheet.write('Nobody is approved of those asked for.', { x: page.margin, y: page.margin, width: 400, size: 12 })
  })
}

function drawBadge(
  sheet: Sheet,
  event: EventWithMoney,
  person: PrintedPerson,
  place: number,
  modules: { size: number; data: Uint8Array },
): void {
  const { doc, write } = sheet
  const left = (page.width - badge.columns * badge.width) / 2 + (place % badge.columns) * badge.width
  const top = page.margin + Math.floor(place / badge.columns) * badge.height
  doc.lineWidth(0.5).strokeColor('#9aa5a6').dash(3, { space: 3 }).rect(left, top, badge.width, badge.height).stroke()
  doc.undash().fillColor('#10201f')

  const inner = badge.width - 24
  const beside = inner - QR_SIZE - 10
  const { text, isMissing } = sheet.nameOf(person.person_name, person.person_email)
  const shown = (said: string | null) => (said && sheet.canShow(said, 'plain') ? said : '')
  write(shown(event.name), { x: left + 12, y: top + 9, width: inner, height: 12, size: 8 })
  write(text, { x: left + 12, y: top + 25, width: beside, height: 62, size: 16, face: 'bold' })
  if (isMissing) {
    write('The name has letters that this sheet does not have.', {
      x: left + 12,
      y: top + 84,
      width: beside,
      height: 18,
      size: 6,
    })
  }
  const lines = [shown(person.option_name), shown(placeOf(person))]
  write(lines[0] ?? '', { x: left + 12, y: top + 102, width: beside, height: 24, size: 9 })
  write(lines[1] ?? '', { x: left + 12, y: top + 128, width: beside, height: 14, size: 8 })
  drawQr(sheet, modules, left + badge.width - 12 - QR_SIZE, top + (badge.height - QR_SIZE) / 2 + 6)
}

function drawQr({ doc }: Sheet, { size, data }: { size: number; data: Uint8Array }, x: number, y: number): void {
  const unit = QR_SIZE / size
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (data[row * size + column]) doc.rect(x + column * unit, y + row * unit, unit, unit)
    }
  }
  doc.fill('#000000')
}

/** Many slots are named after their place: it is said once. */
function placeOf({ slot, slot_location: location }: PrintedPerson): string {
  const parts = slot && location && slot.includes(location) ? [slot] : [slot, location]
  return parts.filter(Boolean).join(' · ')
}
