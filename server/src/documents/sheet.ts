import { readFile } from 'node:fs/promises'
import type { ExportedFile } from '../platform/exports.ts'
import { inVisualOrder, isRightToLeft } from './visual-order.ts'

/** Points: A4 upright, with margins that any printer leaves. */
export const page = { width: 595.28, height: 841.89, margin: 40 }

type Face = 'plain' | 'bold'

/** A document that is being set, and what of it is ready. */
export type Sheet = Awaited<ReturnType<typeof openSheet>>

/** Both faces cover Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew and Arabic, vowel signs among them. */
const faces: Record<Face, string> = { plain: 'DejaVuSans.ttf', bold: 'DejaVuSans-Bold.ttf' }

/** What pdfkit has in hand and its types do not say: the font as fontkit read it. */
const inHand = '_font'
type WithFont = { [inHand]: { font: { hasGlyphForCodePoint(codePoint: number): boolean } } }

/**
 * Opens a document. What sets pages is read only when somebody prints: it takes memory that a server at rest need not
 * have.
 */
async function openSheet(title: string) {
  const { default: PDFDocument } = await import('pdfkit')
  const { width, height, margin } = page
  const doc = new PDFDocument({ size: [width, height], margin, autoFirstPage: false, info: { Title: title } })
  const ready: Uint8Array[] = []
  doc.on('data', (piece: Uint8Array) => ready.push(piece))
  const folder = new URL('ttf/', import.meta.resolve('dejavu-fonts-ttf/package.json'))
  const covers = new Map<Face, (codePoint: number) => boolean>()
  for (const [face, file] of Object.entries(faces) as [Face, string][]) {
    const bytes = await readFile(new URL(file, folder))
    doc.registerFont(face, bytes)
    const { [inHand]: read } = doc.font(face) as unknown as WithFont
    const { font } = read
    covers.set(face, (codePoint) => font.hasGlyphForCodePoint(codePoint))
  }

  /** Whether every letter of a text can be shown. */
  function canShow(text: string, face: Face = 'plain'): boolean {
    return Array.from(text).every(
      (letter) => /\s|\p{Cf}/u.test(letter) || covers.get(face)?.(letter.codePointAt(0) ?? 0),
    )
  }

  function widthOf(text: string, face: Face, size: number): number {
    doc.font(face).fontSize(size)
    return inVisualOrder(text).reduce((sum, part) => sum + doc.widthOfString(part), 0)
  }

  function linesOf(text: string, face: Face, size: number, most: number): string[] {
    const lines: string[] = []
    for (const word of text.split(/\s+/).flatMap((one) => broken(one, face, size, most))) {
      const last = lines.at(-1)
      const joined = last === undefined ? word : `${last} ${word}`
      if (last !== undefined && widthOf(joined, face, size) <= most) lines[lines.length - 1] = joined
      else lines.push(word)
    }
    return lines
  }

  /** A word that is wider than its line goes on in the next: nothing is cut off. */
  function broken(word: string, face: Face, size: number, most: number): string[] {
    if (widthOf(word, face, size) <= most) return [word]
    const parts: string[] = ['']
    for (const { segment } of new Intl.Segmenter().segment(word)) {
      const longer = `${parts.at(-1) ?? ''}${segment}`
      if (widthOf(longer, face, size) <= most || parts.at(-1) === '') parts[parts.length - 1] = longer
      else parts.push(segment)
    }
    return parts
  }

  type Box = {
    x: number
    y: number
    width: number
    height?: number
    size?: number
    face?: Face
    align?: 'left' | 'center'
  }

  /**
   * Writes a text into a box: smaller where it would not fit, and over as many lines as it takes; never cut.
   *
   * @returns the height it took
   */
  function write(
    text: string,
    { x, y, width: most, height = Infinity, size = 10, face = 'plain', align = 'left' }: Box,
  ) {
    const smallest = 5
    let chosen = size
    // Rather smaller than with a word taken apart, as long as it can be read from where one stands.
    const isApart = () => text.split(/\s+/).some((word) => widthOf(word, face, chosen) > most)
    while (chosen > size * 0.55 && isApart()) chosen -= 0.5
    let lines = linesOf(text, face, chosen, most)
    while (lines.length * chosen * 1.3 > height && chosen > smallest) {
      chosen -= 0.5
      lines = linesOf(text, face, chosen, most)
    }
    for (const [index, line] of lines.entries()) {
      const own = widthOf(line, face, chosen)
      const from = align === 'center' ? (most - own) / 2 : isRightToLeft(line) ? most - own : 0
      let at = x + Math.max(0, from)
      for (const part of inVisualOrder(line)) {
        doc.text(part, at, y + index * chosen * 1.3, { lineBreak: false })
        at += doc.widthOfString(part)
      }
    }
    return lines.length * chosen * 1.3
  }

  /** What is shown for somebody: their name, or where it has letters this document has not, what does identify them. */
  function nameOf(name: string, otherwise: string): { text: string; isMissing: boolean } {
    return canShow(name, 'bold') ? { text: name, isMissing: false } : { text: otherwise, isMissing: true }
  }

  return {
    doc,
    write,
    nameOf,
    canShow,
    /** What is ready to be sent. */
    take: () => ready.splice(0),
    end: () =>
      new Promise<void>((resolve) => {
        doc.once('end', resolve)
        doc.end()
      }),
  }
}

/**
 * A document as a file that is sent while it is being made.
 *
 * @param fill adds pages, and yields wherever what is ready may go
 */
export function printed(name: string, title: string, fill: (sheet: Sheet) => AsyncGenerator<void>): ExportedFile {
  return { name: `${name}.pdf`, mediaType: 'application/pdf', pieces: pieces(title, fill) }
}

async function* pieces(title: string, fill: (sheet: Sheet) => AsyncGenerator<void>): AsyncGenerator<Uint8Array> {
  const sheet = await openSheet(title)
  for await (const _ of fill(sheet)) {
    // A page is written out a moment after it ends.
    await new Promise(setImmediate)
    yield* sheet.take()
  }
  await sheet.end()
  yield* sheet.take()
}
