import { noticeKinds, placeholders } from '@allot/contract'
import type { NoticeKind, Placeholder } from '@allot/contract'
import { invalid } from '../platform/problem.ts'

/** What a message is made from: one line, and paragraphs, both with placeholders. */
export type Template = { subject: string; body: string }

/** A piece of a text: what stands there, or what is to be filled in. */
export type Piece = { text: string } | { name: Placeholder }
/** A paragraph of pieces; one that is a link and nothing else is a button. */
export type Paragraph = { pieces: Piece[]; button: Placeholder | undefined }

const braces = /\{\{\s*([^{}]*?)\s*\}\}/g

/**
 * Checks a text before it is kept: every placeholder must be one that its kind knows, and a subject has no links.
 *
 * @throws Problem INVALID that names the placeholder and lists those there are
 */
export function checkTemplate(kind: NoticeKind, { subject, body }: Template): void {
  const known: readonly string[] = noticeKinds[kind].placeholders
  const check = (field: string, text: string, allowed: readonly string[]) => {
    for (const [, name = ''] of text.matchAll(braces)) {
      if (allowed.includes(name)) continue
      const list = allowed.map((one) => `{{${one}}}`).join(', ')
      throw invalid(field, `does not know {{${name.slice(0, 60)}}}; there are ${list}`)
    }
    const rest = text.replaceAll(braces, '')
    if (/\{\{|\}\}/.test(rest)) throw invalid(field, 'has braces that do not close: a placeholder is {{person.name}}')
  }
  if (/[\r\n]/.test(subject)) throw invalid('body.subject', 'must be one line')
  check(
    'body.subject',
    subject,
    known.filter((name) => !isLink(name)),
  )
  check('body.body', body, known)
}

export function isLink(name: string): boolean {
  return name.startsWith('link.')
}

/** A text as pieces; what is no placeholder after all stays as it was written. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const match of text.matchAll(braces)) {
    const [whole, name = ''] = match
    if (!(name in placeholders)) continue
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) })
    pieces.push({ name: name as Placeholder })
    end = match.index + whole.length
  }
  if (end < text.length) pieces.push({ text: text.slice(end) })
  return pieces
}

export function paragraphsOf(body: string): Paragraph[] {
  return body
    .split(/\r?\n[^\S\n]*\r?\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => {
      const pieces = piecesOf(paragraph)
      const [only] = pieces
      const isButton = pieces.length === 1 && only !== undefined && 'name' in only && isLink(only.name)
      return { pieces, button: isButton ? only.name : undefined }
    })
}
