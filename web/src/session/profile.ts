import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { speak } from '../words.ts'
import { useAction } from './action.ts'
import { chooseLetters } from './letter-keys.ts'
import { meQuery, useMe } from './session.ts'
import { chooseTheme } from './theme.ts'

/** Shows the screens as somebody likes them; a language they did not choose is the browser's. */
export function applyProfile({ language, theme, single_letter_keys: hasLetters }: Schema<'Profile'>): void {
  if (language !== null) speak(language)
  chooseTheme(theme)
  chooseLetters(hasLetters)
}

/** What somebody chose on one device counts on the others, from the next time they come in. */
export function useProfile(): void {
  const { profile } = useMe()
  useEffect(() => applyProfile(profile), [profile])
}

/** A choice is kept with the person, so that it is the same on every device; it shows at once. */
export function useProfileChoice() {
  const client = useQueryClient()
  const { profile } = useMe()
  const show = (next: Schema<'Profile'>) => {
    client.setQueryData(meQuery.queryKey, (me) => me && { ...me, profile: next })
    applyProfile(next)
  }
  const keep = useAction(
    (change: Schema<'ProfileChange'>, headers) => take(api.PUT('/me/profile', { body: change, headers })),
    {
      onDone: show,
      // What was not kept is shown as it is kept.
      onError: () => void client.invalidateQueries({ queryKey: meQuery.queryKey }),
    },
  )
  const choose = (change: Schema<'ProfileChange'>) => {
    show({ ...profile, ...change })
    keep.run(change)
  }
  return { profile, choose, error: keep.error }
}
