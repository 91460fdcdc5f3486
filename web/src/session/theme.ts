import { useSyncExternalStore } from 'react'

export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const key = 'allot-theme'
const dark = matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()
let chosen = readStored()

dark.addEventListener('change', () => {
  reflect()
  listeners.forEach((changed) => changed())
})

/** The scheme being shown: the one chosen, or else the system's. */
export function useTheme(): 'light' | 'dark' {
  return useSyncExternalStore(subscribe, current)
}

export function useChosenTheme(): Theme {
  return useSyncExternalStore(subscribe, () => chosen)
}

export function chooseTheme(theme: Theme): void {
  chosen = theme
  try {
    localStorage.setItem(key, theme)
  } catch {
    // Storage may be switched off; the choice lasts as long as the page then.
  }
  reflect()
  listeners.forEach((changed) => changed())
}

function current(): 'light' | 'dark' {
  if (chosen !== 'auto') return chosen
  return dark.matches ? 'dark' : 'light'
}

function reflect(): void {
  document.documentElement.setAttribute('data-mantine-color-scheme', current())
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

function readStored(): Theme {
  try {
    const stored = localStorage.getItem(key)
    return themes.find((theme) => theme === stored) ?? 'auto'
  } catch {
    return 'auto'
  }
}
