/**
 * What people typed, on its way into a message. It is text and stays text: escaping is done where it is put into HTML, and
 * here goes what has no business in a line at all.
 */

/** Characters that end a line or control a terminal, and halves of surrogate pairs. */
const controls = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]+/gu
/** What turns the direction of what follows, or cannot be seen: a name could rewrite the sentence around it. */
const turners =
  /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu

/** One line, unable to touch what stands around it. */
export function oneLine(text: string, most = 200): string {
  const line = text.replaceAll(turners, '').replaceAll(controls, ' ').replaceAll(/\s+/gu, ' ').trim()
  const letters = Array.from(line)
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : line
}

/** One line for a header: what a header would take for an encoded word, line breaks and all (RFC 2047), is pulled apart. */
export function headerLine(text: string, most = 200): string {
  return oneLine(text, most).replaceAll('=?', '= ?')
}

/** Several lines, such as notes: line breaks stay. */
export function severalLines(text: string, most = 2_000): string {
  const lines = text.split(/\r\n|[\r\n\u0085\u2028\u2029]/u).map((line) => oneLine(line, most))
  return lines.join('\n').trim().slice(0, most)
}

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** A value in a sentence of plain text, kept apart from its surroundings where it runs the other way. */
export function isolate(value: string): string {
  return rightToLeft.test(value) ? `\u2068${value}\u2069` : value
}
