/** What came from the keys. */
export type Typed = { kind: 'scan' | 'next' | 'undo' | 'find'; text: string }

/** A scanner types a letter every few milliseconds, a person none faster than this. */
const REST_MS = 120
/** Shorter than any code: somebody's fingers. */
const FEWEST = 6

/**
 * Tells a scanner, which types a code and Enter in a moment, from a person who presses a key: a code may well begin
 * with the U that undoes.
 *
 * @param tell is called with what it was, once that is clear
 */
export function createTyping(tell: (typed: Typed) => void) {
  let text = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  const rest = () => {
    const alone = text
    text = ''
    if (alone === 'u' || alone === 'U') tell({ kind: 'undo', text: '' })
    if (alone === '/') tell({ kind: 'find', text: '' })
  }
  return {
    isRunning: () => text !== '',
    /** @returns whether the key is taken, and should do nothing else */
    press(key: string): boolean {
      clearTimeout(timer)
      if (key === 'Enter') {
        const typed = text
        text = ''
        if (typed.length >= FEWEST) tell({ kind: 'scan', text: typed })
        else if (typed === '') tell({ kind: 'next', text: '' })
        return true
      }
      if (key.length !== 1) return false
      // A blank presses the button that has the focus, unless it is part of a code.
      if (key === ' ' && text === '') return false
      text += key
      timer = setTimeout(rest, REST_MS)
      return true
    },
    stop: () => clearTimeout(timer),
  }
}
