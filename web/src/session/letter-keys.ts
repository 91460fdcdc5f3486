import { useSyncExternalStore } from 'react'

/** Whether single letters act, which some ways of speaking to a computer set off by mistake (WCAG 2.1.4). */
const key = 'allot-letter-keys'
const listeners = new Set<() => void>()
let chosen = readStored()

export function useHasLetters(): boolean {
  return useSyncExternalStore(subscribe, hasLetters)
}

export function hasLetters(): boolean {
  return chosen
}

export function chooseLetters(isOn: boolean): void {
  chosen = isOn
  try {
    localStorage.setItem(key, isOn ? 'on' : 'off')
  } catch {
    // Storage may be switched off; the choice lasts as long as the page then.
  }
  listeners.forEach((changed) => changed())
}

/** Fields that no letter is typed into. */
const pressed = ['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'file', 'color']
/** What takes letters for itself: to choose by the first one, or to write. */
const takesLetters = 'select, textarea, [role="menu"], [role="listbox"], [role="combobox"], [role="dialog"], dialog'

/** Whether a key is meant for what has the focus: a field, a list, a menu. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !pressed.includes(target.type)
  return target.isContentEditable || target.closest(takesLetters) !== null
}

/** Whether something is open above the page, which keys are for. */
export function isCovered(): boolean {
  return document.querySelector('[role="dialog"], [role="menu"], dialog[open]') !== null
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

function readStored(): boolean {
  try {
    return localStorage.getItem(key) !== 'off'
  } catch {
    return true
  }
}
