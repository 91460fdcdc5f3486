import { noticeKinds } from '@allot/contract'
import type { Language, NoticeKind } from '@allot/contract'
import { calendarFile, qrPicture } from './attachments.ts'
import type { Attachment } from './attachments.ts'
import { headerLine, oneLine } from './clean.ts'
import type { Facts } from './facts.ts'
import { htmlOf, plainOf, textOf } from './layout.ts'
import type { Letter } from './layout.ts'
import { paragraphsOf, piecesOf } from './template.ts'
import type { Template } from './template.ts'
import { linkToOption, sayAmount, valuesOf } from './values.ts'
import type { About, Values } from './values.ts'
import { words } from './words.ts'

/** What is needed to put a notice into words. */
export type Brief = {
  kind: NoticeKind
  facts: Facts
  template: Template
  about: About
  /** The registration's QR token, where its person may show it. */
  token?: string | undefined
  /** The number of what it comes from, for the calendar. */
  version: number
}

export type Message = { subject: string; text: string; html: string; attachments: Attachment[] }

const CODE_PICTURE = 'code@allot'
/** Kinds after which one stands at a desk with a code. */
const withCode = new Set<NoticeKind>(['registration_approved', 'slot_changed', 'event_reminder', 'pickup_reminder'])

/** Puts a notice into words: one message with a text and an HTML part, and what goes along with it. */
export async function compose(brief: Brief): Promise<Message> {
  const { kind, facts, about } = brief
  const { subject, values, template } = fill(brief)
  const token = withCode.has(kind) ? brief.token : undefined
  const letter: Letter = {
    language: about.language,
    organization: values['organization.name'] ?? '',
    subject,
    paragraphs: paragraphsOf(template.body),
    values,
    details: detailsOf(kind, facts, values, about.language),
    code: token === undefined ? undefined : { token, imageUrl: `cid:${CODE_PICTURE}` },
    alternatives: alternativesOf(facts, about),
    settingsUrl: noticeKinds[kind].audience === 'account' ? undefined : `${about.publicUrl}/app/profile`,
    isTrial: facts.trial !== undefined,
  }
  const [html, attachments] = await Promise.all([htmlOf(letter), attachmentsOf(brief, values, token)])
  return { subject, text: textOf(letter), html, attachments }
}

/** The same for the inbox: a title, and paragraphs of plain text without the links that stand beside it there anyway. */
export function composeShort(brief: Brief): { title: string; text: string } {
  const { subject, values, template } = fill(brief)
  const paragraphs = paragraphsOf(template.body).filter(({ button }) => button === undefined)
  const notes = brief.facts.notes ? [`${words[brief.about.language].notes}: ${values['registration.notes'] ?? ''}`] : []
  const text = [...paragraphs.map(({ pieces }) => plainOf(pieces, values)), ...notes].join('\n\n')
  return { title: subject, text }
}

function fill({ facts, about, template: given }: Brief): { subject: string; values: Values; template: Template } {
  const template = facts.trial ?? given
  const values = valuesOf(facts, about)
  const subject = piecesOf(template.subject).map((piece) => ('text' in piece ? piece.text : (values[piece.name] ?? '')))
  return { subject: headerLine(subject.join('')), values, template }
}

function detailsOf(kind: NoticeKind, facts: Facts, values: Values, language: Language): [string, string][] {
  if (noticeKinds[kind].audience !== 'person') return []
  const said = words[language]
  const rows: [string, string | undefined][] = [
    [said.what, values['option.name']],
    [said.amount, facts.amountMinor ? values['registration.amount'] : ''],
    [said.slot, facts.slot ? values['slot.label'] : ''],
    [said.previously, facts.previousSlot ? values['slot.previous'] : ''],
    [said.time, values['slot.time']],
    [said.place, values['slot.location']],
    [said.when, values['event.date']],
    [said.where, values['event.venue']],
    [said.notes, values['registration.notes']],
  ]
  return rows.filter((row): row is [string, string] => row[1] !== undefined && row[1] !== '')
}

function alternativesOf({ event, alternatives = [] }: Facts, { publicUrl, language }: About): Letter['alternatives'] {
  if (!event) return []
  return alternatives.map(({ optionId, name, left, priceMinor }) => ({
    name: oneLine(priceMinor === 0 ? name : `${name}, ${sayAmount(priceMinor, event.currency, language)}`),
    left,
    url: linkToOption(event, optionId, publicUrl),
  }))
}

async function attachmentsOf(
  { kind, facts, about, version }: Brief,
  values: Values,
  token: string | undefined,
): Promise<Attachment[]> {
  const picture = token === undefined ? [] : [await qrPicture(token, CODE_PICTURE)]
  if (kind !== 'registration_approved' && kind !== 'slot_changed') return picture
  const id = `${about.registrationId ?? 'example'}@${new URL(about.publicUrl).hostname}`
  const file = calendarFile(facts, { id, url: values['link.registration'] ?? about.publicUrl, version })
  return file ? [...picture, file] : picture
}
