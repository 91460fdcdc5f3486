import { useEffect, useRef } from 'react'
import { useLetterKeys } from '../session/letter-keys.ts'

export type KeyActions = {
  move: (by: number) => void
  toggle: () => void
  toggleTo: () => void
  chooseAll: () => void
  approve: () => void
  approveChosen: () => void
  reject: () => void
  explain: () => void
  find: () => void
  help: () => void
  close: () => void
  undo: () => void
}

/** After G the next letter is a place to go to, not something to do. */
const CHORD_MS = 1_200

/** The workbench by keyboard. Single letters act while nothing is being typed, and can be switched off. */
export function useKeys(actions: KeyActions): void {
  const { hasLetters } = useLetterKeys()
  const latest = useRef({ actions, hasLetters })
  const chordAt = useRef(0)
  useEffect(() => {
    latest.current = { actions, hasLetters }
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isBusyElsewhere(event.target)) return
      const isInChord = Date.now() - chordAt.current < CHORD_MS
      chordAt.current = event.key.toLowerCase() === 'g' && !hasModifier(event) ? Date.now() : 0
      if (isInChord) return
      const act = actionOf(event, latest.current.actions, latest.current.hasLetters)
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}

function actionOf(event: KeyboardEvent, actions: KeyActions, hasLetters: boolean): (() => void) | undefined {
  if (event.altKey) return undefined
  if (event.ctrlKey || event.metaKey) {
    if (event.shiftKey) return undefined
    switch (event.key.toLowerCase()) {
      case 'a':
        return actions.chooseAll
      case 'z':
        return actions.undo
      case 'enter':
        return actions.approveChosen
      default:
        return undefined
    }
  }
  switch (event.key) {
    case 'ArrowDown':
      return () => actions.move(1)
    case 'ArrowUp':
      return () => actions.move(-1)
    case 'Escape':
      return actions.close
  }
  return hasLetters ? letterOf(event, actions) : undefined
}

function letterOf({ key, shiftKey }: KeyboardEvent, actions: KeyActions): (() => void) | undefined {
  switch (key.toLowerCase()) {
    case 'j':
      return () => actions.move(1)
    case 'k':
      return () => actions.move(-1)
    case 'x':
      return shiftKey ? actions.toggleTo : actions.toggle
    case 'a':
      return actions.approve
    case 'r':
      return actions.reject
    case 'e':
      return actions.explain
    case '/':
      return actions.find
    case '?':
      return actions.help
    default:
      return undefined
  }
}

const hasModifier = ({ ctrlKey, metaKey, altKey }: KeyboardEvent) => ctrlKey || metaKey || altKey

/** Whoever types, or has a menu or a dialog open, means that and not the table. */
function isBusyElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"][aria-modal="true"]')) return true
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('[role="menu"], [role="listbox"], [role="dialog"], select, textarea'))
    return true
  return target instanceof HTMLInputElement && target.type !== 'checkbox'
}
