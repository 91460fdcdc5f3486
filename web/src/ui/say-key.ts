import type { Language } from '../words.ts'

const isMac = /Mac|iPhone|iPad/.test(navigator.platform)
const signs: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  Escape: 'Esc',
}

const held = { en: { mod: 'Ctrl', shift: 'Shift' }, de: { mod: 'Strg', shift: 'Umschalt' } }

/** A key as it stands on this person's keyboard: "mod+k" is ⌘K here, Ctrl K there, and Strg K in German. */
export function sayKey(name: string, language: Language): string {
  const { mod, shift } = held[language]
  if (name.startsWith('mod+')) return `${isMac ? '⌘' : `${mod} `}${sayKey(name.slice(4), language)}`
  if (name.startsWith('shift+')) return `${shift} ${sayKey(name.slice(6), language)}`
  return signs[name] ?? (name.length === 1 ? name.toUpperCase() : name)
}
