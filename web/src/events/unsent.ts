import { typedPrefix } from '../session/kept.ts'
import type { Draft } from './draft.ts'
import type { Base } from './save-draft.ts'

/** What is typed and not sent yet, kept by the browser while it is open: a session that ends takes nothing along. */
type Unsent = { base: Base | null; draft: Draft }

const keyOf = (studio: string) => typedPrefix + studio

export function readUnsent(studio: string): Unsent | undefined {
  try {
    const kept = sessionStorage.getItem(keyOf(studio))
    return kept === null ? undefined : (JSON.parse(kept) as Unsent)
  } catch {
    return undefined
  }
}

export function keepUnsent(studio: string, unsent: Unsent | undefined): void {
  try {
    if (unsent) sessionStorage.setItem(keyOf(studio), JSON.stringify(unsent))
    else sessionStorage.removeItem(keyOf(studio))
  } catch {
    // Storage may be full or switched off; the form works all the same.
  }
}

/** The take-up somebody expects, in percent by option: their own guess, kept on their device. */
export type TakeUps = Record<string, number>

export function readTakeUps(eventId: string): TakeUps {
  try {
    return JSON.parse(localStorage.getItem(`allot-take-up ${eventId}`) ?? '{}') as TakeUps
  } catch {
    return {}
  }
}

export function keepTakeUps(eventId: string, takeUps: TakeUps): void {
  try {
    localStorage.setItem(`allot-take-up ${eventId}`, JSON.stringify(takeUps))
  } catch {
    // As above.
  }
}
