import bidiFactory from 'bidi-js'
import type { Bidi } from 'bidi-js'

// Its types say that the factory is a module's default; as it is loaded here, it is the module.
const bidi = (bidiFactory as unknown as () => Bidi)()

/**
 * Parts a line into words and blanks in the order in which they stand on paper, left to right (UAX #9, L2). Letters of a
 * word stay in the order of reading: whoever shapes them turns them.
 */
export function inVisualOrder(line: string): string[] {
  if (!/[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff]/.test(line)) return line === '' ? [] : [line]
  const { levels } = bidi.getEmbeddingLevels(line)
  const parts: { text: string; level: number }[] = []
  for (const [index, letter] of line.split('').entries()) {
    const level = levels[index] ?? 0
    const last = parts.at(-1)
    if (last && last.level === level && /\s/.test(last.text) === /\s/.test(letter)) last.text += letter
    else parts.push({ text: letter, level })
  }
  const highest = Math.max(...parts.map(({ level }) => level))
  for (let level = highest; level > 0; level -= 1) reverseRuns(parts, (part) => part.level >= level)
  return parts.map(({ text, level }) => (level % 2 === 1 ? mirrored(text) : text))
}

export function isRightToLeft(line: string): boolean {
  return (bidi.getEmbeddingLevels(line).paragraphs[0]?.level ?? 0) % 2 === 1
}

/** Brackets open the other way. Where a part has no letters, nobody turns it: that is done here. */
function mirrored(text: string): string {
  const turned = Array.from(text, (letter) => bidi.getMirroredCharacter(letter) ?? letter)
  return /\p{L}/u.test(text) ? turned.join('') : turned.toReversed().join('')
}

function reverseRuns<Part>(parts: Part[], isIn: (part: Part) => boolean): void {
  for (let start = 0; start < parts.length; start += 1) {
    let end = start
    for (let part = parts[end]; part !== undefined && isIn(part); part = parts[end]) end += 1
    if (end === start) continue
    parts.splice(start, end - start, ...parts.slice(start, end).toReversed())
    start = end
  }
}
