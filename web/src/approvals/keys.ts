import { useEffect, useRef } from 'react'
import { actionOf } from '../session/keys.ts'
import type { DoneBy } from '../session/keys.ts'
import { hasLetters } from '../session/letter-keys.ts'

export type KeyActions = Record<DoneBy<'approvals'>, () => void>

/** The workbench by keyboard. Single letters act while nothing is being typed, and can be switched off. */
export function useKeys(actions: KeyActions): void {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isBusyElsewhere(event.target)) return
      const does = actionOf('approvals', event, hasLetters())
      if (does === undefined) return
      event.preventDefault()
      latest.current[does]()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}

/** Whoever types, or has a menu or a dialog open, means that and not the table. */
function isBusyElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"][aria-modal="true"]')) return true
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('[role="menu"], [role="listbox"], [role="dialog"], select, textarea'))
    return true
  return target instanceof HTMLInputElement && target.type !== 'checkbox'
}
