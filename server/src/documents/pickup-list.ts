import { sayInstant } from '@allot/core'
import type { EventWithMoney } from '../events/events.sql.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import type { ExportedFile } from '../platform/exports.ts'
import { hasPermission } from '../platform/roles.ts'
import { readPickups } from './people.sql.ts'
import type { PickupFilter, PickupPlace, PrintedPerson } from './people.sql.ts'
import { page, printed } from './sheet.ts'
import type { Sheet } from './sheet.ts'

const PAGE_OF_PEOPLE = 200
const columns = { box: page.margin, name: page.margin + 22, option: page.margin + 250, department: page.margin + 400 }
const end = page.width - page.margin

/** A table for each slot, with a box to tick for each person; those who have collected are ticked. */
export function printPickupList(tx: Tx, actor: Actor, event: EventWithMoney, filter: PickupFilter): ExportedFile {
  const key = { tenantId: actor.tenantId, eventId: event.id }
  // Whoever stands at a desk sees no addresses.
  const otherwiseOf = (person: PrintedPerson) =>
    hasPermission(actor.role, 'registration.read') ? person.person_email : `Registration ${person.id}`
  return printed(`${event.slug}-pickup-list`, `${event.name}: pickup list`, async function* (sheet) {
    let after: PickupPlace | undefined
    let y = Infinity
    let slot: string | undefined
    let pages = 0
    const turn = () => {
      sheet.doc.addPage()
      pages += 1
      const title = sheet.canShow(event.name, 'bold') ? event.name : event.slug
      const height = sheet.write(title, {
        x: page.margin,
        y: page.margin,
        width: 440,
        height: 34,
        size: 13,
        face: 'bold',
      })
      sheet.write(`Page ${pages}`, { x: end - 50, y: page.margin, width: 50, size: 9 })
      y = page.margin + height + 8
    }
    for (;;) {
      const people = await readPickups(tx, key, filter, after, PAGE_OF_PEOPLE)
      for (const person of people) {
        const isNext = slot !== (person.slot ?? '')
        if (y > page.height - page.margin - (isNext ? 70 : 34)) turn()
        if (isNext || y < page.margin + 60) y += drawHead(sheet, event, person, y)
        slot = person.slot ?? ''
        y += drawRow(sheet, person, otherwiseOf(person), y)
      }
      yield
      const last = people.at(-1)
      if (!last || people.length < PAGE_OF_PEOPLE) break
      after = { starts_at: last.slot_starts_at, slot: last.slot ?? '', name: last.person_name, id: last.id }
    }
    if (pages > 0) return
    turn()
    sheet.write('Nobody collects anything here.', { x: page.margin, y, width: 400, size: 11 })
  })
}

function drawHead(sheet: Sheet, event: EventWithMoney, person: PrintedPerson, y: number): number {
  const when = person.slot_starts_at ? sayInstant(person.slot_starts_at, event.timezone) : null
  const said = [person.slot ?? 'Without a slot', person.slot_location, when].filter((one) => one && sheet.canShow(one))
  const height = sheet.write(said.join(' · '), {
    x: page.margin,
    y: y + 8,
    width: end - page.margin,
    size: 11,
    face: 'bold',
  })
  const below = y + 10 + height
  sheet.doc.lineWidth(1).strokeColor('#10201f').moveTo(page.margin, below).lineTo(end, below).stroke()
  return height + 16
}

function drawRow(sheet: Sheet, person: PrintedPerson, otherwise: string, y: number): number {
  const { doc, write } = sheet
  const { text, isMissing } = sheet.nameOf(person.person_name, otherwise)
  const shown = (said: string | null) => (said === null || sheet.canShow(said) ? (said ?? '') : 'not printable')
  const name = isMissing ? `${text} (the name has letters that this list does not have)` : text
  const heights = [
    write(name, { x: columns.name, y, width: columns.option - columns.name - 8, height: 26, size: 10 }),
    write(shown(person.option_name), {
      x: columns.option,
      y,
      width: columns.department - columns.option - 8,
      height: 26,
      size: 9,
    }),
    write(shown(person.department), { x: columns.department, y, width: end - columns.department, height: 26, size: 9 }),
  ]
  doc
    .lineWidth(0.8)
    .strokeColor('#10201f')
    .rect(columns.box, y + 1, 11, 11)
    .stroke()
  if (person.collected_at)
    doc
      .moveTo(columns.box + 2, y + 7)
      .lineTo(columns.box + 5, y + 10)
      .lineTo(columns.box + 10, y + 2)
      .stroke()
  const height = Math.max(14, ...heights) + 4
  doc
    .lineWidth(0.4)
    .strokeColor('#c4cccc')
    .moveTo(columns.box, y + height - 2)
    .lineTo(end, y + height - 2)
    .stroke()
  return height
}
