import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { hasLetters, isCovered, isTyping } from '../session/letter-keys.ts'
import { useMe } from '../session/session.ts'
import { listenForKeys } from './listen-for-keys.ts'
import type { AppAction } from './listen-for-keys.ts'
import type { Openers } from './openers.ts'
import { placeOf } from './places.ts'

/** The keys that act anywhere. One that leads where somebody may not go does nothing. */
export function useAppKeys(eventId: string | undefined, { find, showKeys }: Openers): void {
  const navigate = useNavigate()
  const { permissions } = useMe()
  const act = (action: AppAction) => {
    if (action === 'find') return find()
    if (action === 'showKeys') return showKeys()
    const place = placeOf(action, permissions, eventId)
    return place && void navigate({ to: place.path })
  }
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(
    () =>
      listenForKeys(globalThis.window, {
        focusOf: (target) => (isCovered() ? 'above' : isTyping(target) ? 'field' : 'page'),
        hasLetters,
        now: () => Date.now(),
        act: (action) => latest.current(action),
      }),
    [],
  )
}
