/**
 * Every key there is, in one place: what acts on them and the dialog that lists them both read it here. A key is named
 * by what it says: "x", "shift+x", "mod+k" for Ctrl or ⌘ with K, "g e" for G and then E, or as the browser names it.
 */
export const keyTable = {
  anywhere: [
    { does: 'find', keys: ['mod+k'] },
    { does: 'events', keys: ['g e'] },
    { does: 'overview', keys: ['g o'] },
    { does: 'approvals', keys: ['g a'] },
    { does: 'options', keys: ['g s'] },
    { does: 'budget', keys: ['g b'] },
    { does: 'waitlist', keys: ['g w'] },
    { does: 'inbox', keys: ['g i'] },
    { does: 'outbox', keys: ['g u'] },
    { does: 'newEvent', keys: ['n'] },
    { does: 'showKeys', keys: ['?'] },
    { does: 'close', keys: ['Escape'] },
  ],
  approvals: [
    { does: 'moveDown', keys: ['j', 'ArrowDown'] },
    { does: 'moveUp', keys: ['k', 'ArrowUp'] },
    { does: 'toggle', keys: ['x'] },
    { does: 'toggleTo', keys: ['shift+x'] },
    { does: 'chooseAll', keys: ['mod+a'] },
    { does: 'approve', keys: ['a'] },
    { does: 'approveChosen', keys: ['mod+Enter'] },
    { does: 'reject', keys: ['r'] },
    { does: 'explain', keys: ['e'] },
    { does: 'whatIf', keys: ['s'] },
    { does: 'undo', keys: ['mod+z'] },
    { does: 'filter', keys: ['/'] },
    { does: 'close', keys: ['Escape'] },
  ],
  slots: [
    { does: 'move', keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] },
    { does: 'open', keys: ['Enter'] },
    { does: 'pickUp', keys: [' '] },
    { does: 'drop', keys: ['Enter'] },
    { does: 'putBack', keys: ['Escape'] },
  ],
} as const satisfies Record<string, readonly { does: string; keys: readonly string[] }[]>

export type KeyPlace = keyof typeof keyTable
export type DoneBy<Place extends KeyPlace> = (typeof keyTable)[Place][number]['does']

/** What of a pressed key counts. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** For so long after G the next letter is a place to go to. */
export const CHORD_MS = 1_200

/**
 * What a pressed key does in a place.
 *
 * @param hasLetters whether single letters and signs act (WCAG 2.1.4); keys with Ctrl or ⌘ and named keys always do
 */
export function actionOf<Place extends KeyPlace>(
  place: Place,
  pressed: Pressed,
  hasLetters: boolean,
): DoneBy<Place> | undefined {
  const name = nameOf(pressed)
  return name === undefined || (isLetter(name) && !hasLetters) ? undefined : find(place, name)
}

/**
 * Reads the keys that act anywhere, one after the other. `taken` is what belongs to navigation and does nothing: G
 * itself, and a letter after it that leads nowhere. Neither may reach the page, where it might decide something.
 */
export function createKeyReader() {
  let chordAt: number | undefined
  return (pressed: Pressed, hasLetters: boolean, now: number): DoneBy<'anywhere'> | 'taken' | undefined => {
    if (modifiers.includes(pressed.key)) return undefined
    const isInChord = chordAt !== undefined && now - chordAt < CHORD_MS
    chordAt = undefined
    const name = nameOf(pressed)
    if (name === undefined) return undefined
    if (!isLetter(name)) return find('anywhere', name)
    if (!hasLetters) return undefined
    if (name === 'g') {
      chordAt = now
      return 'taken'
    }
    return isInChord ? (find('anywhere', `g ${name}`) ?? 'taken') : find('anywhere', name)
  }
}

const modifiers = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock']

function find<Place extends KeyPlace>(place: Place, name: string): DoneBy<Place> | undefined {
  const rows: readonly { does: DoneBy<Place>; keys: readonly string[] }[] = keyTable[place]
  return rows.find(({ keys }) => keys.includes(name))?.does
}

/** Shift counts with letters only: where ? and / stand differs from keyboard to keyboard. */
function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string | undefined {
  if (altKey) return undefined
  const isMod = ctrlKey || metaKey
  const name = key.length === 1 ? key.toLowerCase() : key
  const isShifted = shiftKey && (isMod || /^\p{Letter}$/u.test(name))
  return `${isMod ? 'mod+' : ''}${isShifted ? 'shift+' : ''}${name}`
}

/** Whether it can be set off by speaking or by a slip: one sign, with no key held that says it is meant. */
function isLetter(name: string): boolean {
  return [...name.replace(/^shift\+/, '')].length === 1
}
