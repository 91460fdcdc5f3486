import { createKeyReader } from '../session/keys.ts'
import type { DoneBy, Pressed } from '../session/keys.ts'

export type AppAction = Exclude<DoneBy<'anywhere'>, 'close'>

/** What a key is meant for: the page, a field in it, or something that is open above it. */
export type Focus = 'page' | 'field' | 'above'

type Listening = {
  focusOf: (target: EventTarget | null) => Focus
  hasLetters: () => boolean
  now: () => number
  act: (action: AppAction) => void
}

/**
 * Listens for the keys that act anywhere, before the page does: what belongs to navigation never reaches it. Escape is
 * left to what is open, which knows what closing it means.
 *
 * @returns ends it
 */
export function listenForKeys(target: EventTarget, { focusOf, hasLetters, now, act }: Listening): () => void {
  const read = createKeyReader()
  const onKey = (event: Event) => {
    const pressed = event as Event & Pressed & { isComposing: boolean }
    const focus = focusOf(event.target)
    if (event.defaultPrevented || pressed.isComposing || focus === 'above') return
    const means = read(pressed, hasLetters() && focus === 'page', now())
    if (means === undefined || means === 'close') return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (means !== 'taken') act(means)
  }
  target.addEventListener('keydown', onKey, { capture: true })
  return () => target.removeEventListener('keydown', onKey, { capture: true })
}
