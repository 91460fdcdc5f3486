import { useEffect } from 'react'
import type { Schema } from '../api.ts'
import { speak } from '../words.ts'
import { chooseLetters } from './letter-keys.ts'
import { useMe } from './session.ts'
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
