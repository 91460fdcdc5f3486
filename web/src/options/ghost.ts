import { useSyncExternalStore } from 'react'

export type Ghost = { x: number; y: number; people: number }

let ghost: Ghost | undefined
const listeners = new Set<() => void>()

/** Shows the people being dragged at the pointer; nothing hides them. Follows every movement, so it is no page's state. */
export function moveGhost(to: Ghost | undefined): void {
  ghost = to
  listeners.forEach((changed) => changed())
}

export function useGhost(): Ghost | undefined {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => ghost,
  )
}
