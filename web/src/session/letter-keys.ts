import { useEffect, useRef, useSyncExternalStore } from 'react'

/** Whether single letters act, which some ways of speaking to a computer set off by mistake (WCAG 2.1.4). */
const key = 'allot-letter-keys'
const listeners = new Set<() => void>()
let chosen = readStored()

export function useLetterKeys(): { hasLetters: boolean; setLetters: (isOn: boolean) => void } {
  const hasLetters = useSyncExternalStore(subscribe, () => chosen)
  return { hasLetters, setLetters: chooseLetters }
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

/** Acts on a single letter, where no field has the focus, no dialog is open and letters are not switched off. */
export function useLetterKey(letter: string, act: () => void): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!chosen || event.key.toLowerCase() !== letter || event.defaultPrevented) return
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (document.querySelector('[role="dialog"], [role="menu"]')) return
      event.preventDefault()
      latest.current()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [letter])
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
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
